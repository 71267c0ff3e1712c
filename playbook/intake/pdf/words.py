"""A word where it stands on its page, and a line of words. Geometry alone: points, the origin at the top left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from playbook.intake.glyphs import bullet

GAP = 1.6
"""Heights of a word that part columns within a line."""
_LEVEL = 0.5
"""Words are on one line where their middles are closer than this share of the smaller height."""


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without white space between them, as the page shows them."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page: int = 0

    @property
    def height(self) -> float:
        """Of the line that the font would set, not of the ink."""
        return max(self.bottom - self.top, 1.0)

    @property
    def middle(self) -> float:
        """Half-way between top and bottom."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class TextLine:
    """Words on one base line, from left to right."""

    words: list[Word] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        """The highest edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The lowest edge."""
        return max(word.bottom for word in self.words)

    @property
    def height(self) -> float:
        """Of the tallest word."""
        return max(word.height for word in self.words)

    @property
    def middle(self) -> float:
        """The middle of the tallest word: a small raised one does not move its line."""
        return max(self.words, key=lambda word: word.height).middle

    @property
    def page(self) -> int:
        """The page that it stands on."""
        return self.words[0].page

    @property
    def text(self) -> str:
        """The words with a space between, and a tab where a gap parts columns."""
        return _spelled(self.words)


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """Words on common base lines, from top to bottom."""
    lines: list[TextLine] = []
    for word in sorted(words, key=lambda one: (one.middle, one.left)):
        line = next(
            (
                line
                for line in reversed(lines[-3:])
                if abs(word.middle - line.middle) < _LEVEL * min(word.height, line.height) and not _covers(line, word)
            ),
            None,
        )
        if line is None:
            lines.append(TextLine([word]))
        else:
            line.words.append(word)
    for line in lines:
        line.words.sort(key=lambda one: one.left)
    return sorted(lines, key=lambda line: line.middle)


def _covers(line: TextLine, word: Word) -> bool:
    """Whether the word lies upon another one: two lines that were set too close."""
    return any(min(word.right, other.right) - max(word.left, other.left) > 0.5 * word.height for other in line.words)


def _spelled(words: Sequence[Word]) -> str:
    if _is_spaced_out(words):
        return _closed_up(words)
    parts = [words[0].text]
    for before, word in pairwise(words):
        height = min(before.height, word.height)
        is_wide = word.left - before.right > GAP * height and not (before is words[0] and bullet(f"{before.text} x"))
        parts += ["\t" if is_wide else " ", word.text]
    return "".join(parts)


def _is_spaced_out(words: Sequence[Word]) -> bool:
    """Whether the line is set with space between its letters, so that each stands as a word."""
    letters = sum(1 for word in words if len(word.text) == 1 and word.text.isalnum())
    return len(words) >= 4 and letters >= 0.7 * len(words)  # noqa: PLR2004  fewer are initials


def _closed_up(words: Sequence[Word]) -> str:
    """The letters without the space between them; a gap that is clearly wider parts words."""
    gaps = sorted(max(word.left - before.right, 0.0) for before, word in pairwise(words))
    usual = gaps[len(gaps) // 3]
    parts = [words[0].text]
    for before, word in pairwise(words):
        gap = word.left - before.right
        if gap > 4 * usual + before.height:
            parts.append("\t")
        elif gap > 1.6 * usual + 0.5:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)
