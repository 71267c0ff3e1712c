"""Patterns of many phrases that are tried only where a text holds a piece of one: of most sentences that tells at once.

What a pattern needs is read from the pattern itself, so that no list beside it can lag behind it; where nothing can be told, it
is tried everywhere. Which phrases mean what stands beside the rules that look for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from re import _parser as parser  # type: ignore[attr-defined]  # the standard library's own reader of patterns, without types
from typing import Any, NamedTuple

_MOST = 256
"""Spellings of one stretch of a pattern; beyond them, another stretch is taken."""
_LONGEST = 4
"""Letters of a piece: all stretches of a text that are as long are a set, in which pieces are looked up together."""
_CLASS = 6
"""Letters of a class such as `[sz]` that are spelled out."""
_TELLING = 3
"""What a digit tells, as so many letters do."""
_DIGIT = re.compile(r"\d")


class Clue(NamedTuple):
    """What a text has that a pattern can match: one of the pieces, or a digit where `digit` says so."""

    pieces: frozenset[str]
    digit: bool = False

    @property
    def worth(self) -> tuple[int, int]:
        """How much it tells: by its shortest piece, then by how few there are."""
        lengths = [*map(len, self.pieces), *([_TELLING] if self.digit else [])]
        return min(lengths, default=0), -len(lengths)


class Phrases:
    """A compiled pattern, asked only where it can match; it finds exactly what the pattern finds."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Of a pattern as `re.compile` takes it."""
        self.pattern = re.compile(pattern, flags)
        found = clue(parser.parse(pattern, flags))
        self._anywhere = found is None
        pieces = _fewest(found.pieces) if found else frozenset()
        self._digit = found is not None and found.digit
        self._stretches = frozenset(piece for piece in pieces if len(piece) == _LONGEST)
        self._short = tuple(sorted(pieces - self._stretches))

    def can_match(self, text: str) -> bool:
        """Whether a search is worth its while; false only where it would find nothing."""
        if self._anywhere:
            return True
        seen = _seen(text)
        if (self._digit and seen.digit) or not self._stretches.isdisjoint(seen.stretches):
            return True
        for piece in self._short:  # noqa: SIM110  a generator costs more than what it would go through
            if piece in seen.plain:
                return True
        return False

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.pattern.search(text) if self.can_match(text) else None

    def sub(self, into: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with all matches replaced."""
        return self.pattern.sub(into, text) if self.can_match(text) else text

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, in order."""
        return self.pattern.finditer(text) if self.can_match(text) else iter(())


class _Seen(NamedTuple):
    """What of a text is looked at before patterns are tried."""

    plain: str
    digit: bool
    stretches: frozenset[str]


@lru_cache(maxsize=4096)
def _seen(text: str) -> _Seen:
    plain = folded(text)
    stretches = frozenset([plain[at : at + _LONGEST] for at in range(len(plain) - _LONGEST + 1)])
    return _Seen(plain, _DIGIT.search(text) is not None, stretches)


def folded(text: str) -> str:
    """The text without case, as far as patterns go that ignore it: to them both Turkish letters are an i."""
    return text.replace("İ", "i").casefold().replace("ı", "i")


def clue(parsed: Sequence[tuple[Any, Any]]) -> Clue | None:
    """What every match of a parsed pattern holds; `None` where nothing can be told."""
    found: list[Clue] = []
    runs = [""]
    for element in parsed:
        if str(element[0]) in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue  # looked at, and no part of the match
        spelled = _spelled(element)
        if spelled is not None and len(runs) * len(spelled) <= _MOST:
            runs = [before + after for before, after in product(runs, spelled)]
            continue
        found.append(Clue(frozenset(runs)))
        runs = [""] if spelled is None else spelled
        if (inside := _inside(element)) is not None:
            found.append(inside)
    found.append(Clue(frozenset(runs)))
    best = max(found, key=lambda one: one.worth)
    return best if best.worth[0] else None


def _spelled(element: tuple[Any, Any]) -> list[str] | None:
    """All that an element can match, without case; `None` where that is too much, or not told."""
    kind, value = str(element[0]), element[1]
    if kind == "LITERAL":
        return [folded(chr(value))]
    if kind == "IN":
        return _letters(value)
    if kind == "SUBPATTERN":
        return _spelled_all(value[3])
    if kind == "BRANCH":
        ways = [_spelled_all(way) for way in value[1]]
        whole = [one for way in ways if way is not None for one in way]
        return whole if None not in ways and len(whole) <= _MOST else None
    if kind == "MAX_REPEAT" and value[1] == 1:
        once = _spelled_all(value[2])
        return None if once is None else [*once, ""] if value[0] == 0 else once
    return None


def _spelled_all(parsed: Sequence[tuple[Any, Any]]) -> list[str] | None:
    runs = [""]
    for element in parsed:
        if str(element[0]) in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue
        spelled = _spelled(element)
        if spelled is None or len(runs) * len(spelled) > _MOST:
            return None
        runs = [before + after for before, after in product(runs, spelled)]
    return runs


def _letters(value: Sequence[tuple[Any, Any]]) -> list[str] | None:
    letters: list[str] = []
    for kind, what in value:
        if str(kind) == "LITERAL":
            letters.append(chr(what))
        elif str(kind) == "RANGE" and what[1] - what[0] < _CLASS:
            letters += map(chr, range(what[0], what[1] + 1))
        else:
            return None
    return [folded(letter) for letter in letters] if len(letters) <= _CLASS else None


def _inside(element: tuple[Any, Any]) -> Clue | None:
    """What a match of one element holds."""
    kind, value = str(element[0]), element[1]
    if kind == "SUBPATTERN":
        return clue(value[3])
    if kind in {"MAX_REPEAT", "MIN_REPEAT"}:
        return clue(value[2]) if value[0] else None
    if kind == "IN":
        return Clue(frozenset(), digit=True) if [str(what) for _, what in value] == ["CATEGORY_DIGIT"] else None
    if kind == "BRANCH":
        ways = [clue(way) for way in value[1]]
        known = [way for way in ways if way is not None]
        if len(known) < len(ways):
            return None
        return Clue(frozenset().union(*(way.pieces for way in known)), digit=any(way.digit for way in known))
    return None


def _fewest(pieces: frozenset[str]) -> frozenset[str]:
    """The beginnings of the pieces, without those that hold another."""
    short = {piece[:_LONGEST] for piece in pieces}
    return frozenset(one for one in short if not any(other != one and other in one for other in short))
