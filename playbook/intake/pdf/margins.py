"""Dates in a margin beside a text: what a narrow column broke over lines is put back on the line that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from playbook.intake.pdf.words import TextLine, Word, lines_of
from playbook.reading.dates import MONTH

DATED = re.compile(r"(?:19|20)\d\d|['’/]\d\d\b|\bpresent\b|\bheute\b", re.IGNORECASE)
_OPEN = re.compile(rf"(?:[-–—]|\b(?:to|bis|a|à|até|since|seit|de|desde|depuis))\s*$|(?:^|[-–—]\s*|\s){MONTH}$", re.IGNORECASE)
"""A range that its line does not end: a dash or a word for it, or a month without its year."""
_GOES_ON = re.compile(
    r"^(?:[-–—]|(?:to|bis|até)\b|(?:present|now|today|current|heute|aujourd|actualidad|atual)\b)", re.IGNORECASE
)
_LEADING = 2.2
"""Heights between two lines of one date at most."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A gutter at `at`, and the bands that leave it free: from `first` up to `end`."""

    at: float
    first: int
    end: int


def settled(bands: Sequence[list[Word]], margins: Iterable[Cut]) -> list[Word]:
    """The words of the bands, with each date of a margin on the line on which it begins."""
    moved: dict[int, Word] = {}
    for cut in margins:
        side = [word for band in bands[cut.first : cut.end] for word in band if word.left < cut.at]
        lines = lines_of(side)
        if sum(bool(DATED.search(line.text)) for line in lines) * 3 < len(lines):
            continue  # labels or bullets stand there, and no dates
        for block in _blocks(lines):
            first = block[0]
            edge = max(word.right for word in first.words)
            for word in (word for line in block[1:] for word in line.words):
                moved[id(word)] = replace(word, left=edge + 1, right=edge + 2, top=first.top, bottom=first.bottom)
                edge += 2
    return [moved.get(id(word), word) for band in bands for word in band]


def _blocks(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines that make one date together."""
    blocks: list[list[TextLine]] = []
    for line in lines:
        last = blocks[-1] if blocks else None
        text = " ".join(one.text for one in last) if last else ""
        is_near = last is not None and line.middle - last[-1].middle < _LEADING * line.height
        goes_on = bool(_OPEN.search(text) and len(text.split()) <= 4) or bool(_GOES_ON.match(line.text) and DATED.search(text))  # noqa: PLR2004  a month, a year, a dash, a month
        if last is not None and is_near and goes_on and len(line.text.split()) <= 3:  # noqa: PLR2004  the rest of a date
            last.append(line)
        else:
            blocks.append([line])
    return blocks
