"""Patterns of many phrases that are tried only where a text can match them: of most sentences that tells at once.

What a pattern needs is read from the pattern itself (by `playbook.grounding.pattern_clues`), so that no list beside it can lag
behind; where nothing can be told, it is tried everywhere. Which phrases mean what stands beside the rules that look for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from playbook.grounding.pattern_clues import LONGEST, begun, clue_of, folded, heads_of
from playbook.knowledge.recall import recalled

_DIGIT = re.compile(r"\d")
_FEW = 16
"""Pieces that are looked for one by one; of more, all stretches of a text are looked up together."""


class Phrases:
    """A compiled pattern, asked only where it can match; it finds exactly what the pattern finds.

    One that begins where a word begins is tried at the words that begin like it; another one on all of a text that has a piece
    of it.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Of a pattern as `re.compile` takes it."""
        self.pattern = re.compile(pattern, flags)
        self._longer = heads_of(pattern, flags) or {}
        self.heads = frozenset(self._longer) or None
        """How its matches begin, as `pattern_clues.begun` has it; `None` where that is not told."""
        clue = None if self.heads else clue_of(pattern, flags)
        self._anywhere = self.heads is None and clue is None
        pieces = clue.pieces if clue else frozenset[str]()
        self._digit = clue is not None and clue.digit
        long = frozenset(piece for piece in pieces if len(piece) == LONGEST)
        self._stretches = long if len(long) > _FEW else frozenset[str]()
        self._singly = tuple(sorted(pieces - self._stretches))

    def can_match(self, text: str) -> bool:
        """Whether a search is worth its while; false only where it would find nothing."""
        if self.heads is not None:
            return not self.heads.isdisjoint(_begun(text).heads)
        if self._anywhere:
            return True
        seen = _seen(text)
        if self._digit and seen.digit:
            return True
        for piece in self._singly:
            if piece in seen.plain:
                return True
        return bool(self._stretches) and not self._stretches.isdisjoint(_stretches_of(text))

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        if not self.can_match(text):
            return None
        return next(self._at_heads(self.heads, text), None) if self.heads else self.pattern.search(text)

    def sub(self, into: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with all matches replaced."""
        return self.pattern.sub(into, text) if self.can_match(text) else text

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, in order."""
        if not self.can_match(text):
            return iter(())
        return self._at_heads(self.heads, text) if self.heads else self.pattern.finditer(text)

    def at_words(self, text: str) -> Iterator[re.Match[str]]:
        """A match at each word where there is one, also inside another match; of a pattern that begins where a word does."""
        assert self.heads, self.pattern.pattern  # noqa: S101  a pattern of ours
        return (match for start in self._starts(self.heads, text) if (match := self.pattern.match(text, start)))

    def _at_heads(self, heads: frozenset[str], text: str) -> Iterator[re.Match[str]]:
        """The matches at the words that begin like one, each behind the one before it."""
        end = 0
        for start in self._starts(heads, text):
            if start >= end and (match := self.pattern.match(text, start)):
                end = match.end()
                yield match

    def _starts(self, heads: frozenset[str], text: str) -> list[int]:
        """Where words begin like a match, not by the head alone."""
        plain, begun, starts = _begun(text)
        longer = self._longer
        return sorted([start for head in begun & heads for start in starts[head] if plain.startswith(longer[head], start)])


class AnyOf:
    """Several of them, asked at once whether one can match: a text without any number is left after one look."""

    def __init__(self, *phrases: Phrases) -> None:
        """Those that begin where a word begins are looked up together."""
        self._heads = frozenset[str]().union(*(one.heads for one in phrases if one.heads is not None))
        self._others = tuple(one for one in phrases if one.heads is None)

    def can_match(self, text: str) -> bool:
        """Whether one of them can; false only where none would find anything."""
        return not self._heads.isdisjoint(_begun(text).heads) or any(one.can_match(text) for one in self._others)


class _Seen(NamedTuple):
    """What of a text is looked at before patterns are tried."""

    plain: str
    digit: bool


@recalled(4096)
def _seen(text: str) -> _Seen:
    return _Seen(folded(text), _DIGIT.search(text) is not None)


@lru_cache(maxsize=4096)
def _stretches_of(text: str) -> frozenset[str]:
    plain = folded(text)
    return frozenset([plain[at : at + LONGEST] for at in range(len(plain) - LONGEST + 1)])


class _Begun(NamedTuple):
    """How the words of a text begin: of two sets the smaller one is gone through, of a table and a set the table."""

    plain: str
    heads: frozenset[str]
    starts: dict[str, list[int]]


@recalled(4096)
def _begun(text: str) -> _Begun:
    plain, starts = begun(text)
    return _Begun(plain, frozenset(starts), starts)
