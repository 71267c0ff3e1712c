"""What is known of a text that a pattern can match, read from the pattern itself: how it begins, and a piece that it holds.

`playbook.grounding.phrases` looks at texts by it before a pattern is tried. What cannot be read is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product
from re import _parser as parser  # type: ignore[attr-defined]  # the standard library's own reader of patterns, without types
from typing import Any, NamedTuple

HEAD = 3
"""Letters of a beginning: of most words of a text as many tell that no match begins there."""
LONGEST_HEAD = 8
"""Letters of a beginning that is looked at where the first ones fit: "the prompt" among all that begin with "the"."""
NUMERAL = "0"
LONGEST = 4
"""Letters of a piece: all stretches of a text that are as long are a set, in which pieces are looked up together."""
_START = re.compile(r"\b\w")
_DIGIT = re.compile(r"\d")
_OTHER_BLANK = re.compile(r"[^\S ]")
_MOST = 256
"""Spellings of one stretch of a pattern; beyond them, another stretch is taken."""
_CLASS = 6
"""Letters of a class such as `[sz]` that are spelled out."""
_TELLING = 0.5
"""What a digit tells, as so many letters do."""


class Clue(NamedTuple):
    """What a text has that a pattern can match: one of the pieces, or a digit where `digit` says so."""

    pieces: frozenset[str]
    digit: bool = False

    @property
    def worth(self) -> tuple[float, int]:
        """How much it tells: by its shortest piece, then by how few there are."""
        lengths = [*map(len, self.pieces), *([_TELLING] if self.digit else [])]
        return min(lengths, default=0), -len(lengths)


def clue_of(pattern: str, flags: re.RegexFlag) -> Clue | None:
    """A piece that every match of a pattern holds, cut to the beginnings of pieces; `None` where nothing can be told."""
    found = clue(parser.parse(pattern, flags))
    return Clue(_fewest(found.pieces), found.digit) if found else None


def heads_of(pattern: str, flags: re.RegexFlag) -> dict[str, tuple[str, ...]] | None:
    """How every match of a pattern that matches from the start of a word on begins, as `begun` has it.

    Each head with the longer beginnings that go on from it: all that a match may begin with, as far as they are told. `None`
    where a match may begin elsewhere, or where less is known than a head.
    """
    first, *rest = parser.parse(pattern, flags)
    if (str(first[0]), str(first[1])) != ("AT", "AT_BOUNDARY"):
        return None
    heads = _told(rest, HEAD)
    # Before a letter the boundary is the start of a word; before anything else it may be the end of one.
    if not all(head[:1] == NUMERAL or head[:1].isnumeric() or (len(head) == HEAD and head[0].isalpha()) for head in heads):
        return None
    longer = _told(rest, LONGEST_HEAD)
    found: dict[str, set[str]] = {}
    for beginning in longer if len(longer) <= _MOST else heads:
        found.setdefault(NUMERAL if beginning[0].isnumeric() else beginning[:HEAD], set()).add(beginning)
    return {head: tuple(sorted(beginnings)) for head, beginnings in found.items()}


def begun(text: str) -> tuple[str, dict[str, list[int]]]:
    """A text as beginnings are compared with it, letter by letter, and where its words start, by their first three letters.

    Of a short word they are taken with what follows it. Words that start with a digit, or with a sign such as ½, stand
    together under `NUMERAL`.
    """
    plain = folded(text)
    if len(plain) != len(text):  # a letter that is two without case; a pattern takes letter by letter
        plain = "".join([folded(letter)[:1] for letter in text])
    plain = _DIGIT.sub(NUMERAL, _OTHER_BLANK.sub(" ", plain))
    found: dict[str, list[int]] = {}
    for match in _START.finditer(text):
        start = match.start()
        head = NUMERAL if plain[start].isnumeric() else plain[start : start + HEAD]
        found.setdefault(head, []).append(start)
    return plain, found


def _told(parsed: Sequence[tuple[Any, Any]], most: int) -> set[str]:
    """How matches of a parsed pattern begin, up to so many letters."""
    whole, cut = _begun(parsed, most)
    return whole | cut


def _begun(parsed: Sequence[tuple[Any, Any]], most: int) -> tuple[set[str], set[str]]:
    """How a match of a parsed pattern begins: what it can be as a whole, and what something goes on behind."""
    whole, cut = {""}, set[str]()
    for element in parsed:
        if str(element[0]) in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue  # looked at, and no part of the match
        more, begun = _begun_by(element, most)
        cut |= _joined(whole, begun, most)
        whole = _joined(whole, more, most)
        cut |= {head for head in whole if len(head) == most}
        whole = {head for head in whole if len(head) < most}
        if not whole or len(whole) > _MOST:
            cut, whole = cut | whole, set()
            break
    return whole, cut


def _begun_by(element: tuple[Any, Any], most: int) -> tuple[set[str], set[str]]:
    kind, value = str(element[0]), element[1]
    if kind == "LITERAL":
        return {_sign(chr(value))}, set()
    if kind == "IN":
        return _begun_by_one_of(value)
    if kind == "SUBPATTERN":
        return _begun(value[3], most)
    if kind == "BRANCH":
        ways = [_begun(way, most) for way in value[1]]
        return set[str]().union(*(whole for whole, _ in ways)), set[str]().union(*(cut for _, cut in ways))
    if kind in {"MAX_REPEAT", "MIN_REPEAT"}:
        whole, cut = _begun(value[2], most)
        nothing = {""} if value[0] == 0 else set[str]()
        return (nothing | whole, cut) if value[1] == 1 else (nothing, whole | cut)
    return set(), {""}


def _begun_by_one_of(value: Sequence[tuple[Any, Any]]) -> tuple[set[str], set[str]]:
    """The same for a class of letters; all blanks are one, and all digits."""
    signs = {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": NUMERAL}
    known = [one for one in value if str(one[1]) in signs]
    digits = [one for one in value if str(one[0]) == "RANGE" and all(chr(end).isdecimal() for end in one[1])]
    letters = _letters([one for one in value if one not in (*known, *digits)])
    if letters is None:
        return set(), {""}
    return {*map(_sign, letters), *(signs[str(one[1])] for one in known), *(NUMERAL for _ in digits)}, set()


def _sign(letter: str) -> str:
    return " " if letter.isspace() else NUMERAL if letter.isdecimal() else folded(letter)


def _joined(before: Iterable[str], after: Iterable[str], most: int) -> set[str]:
    return {(one + other)[:most] for one, other in product(before, after)}


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
    if _has_digit(parsed):
        found.append(Clue(frozenset(), digit=True))
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
    if kind == "BRANCH":
        ways = [clue(way) for way in value[1]]
        known = [way for way in ways if way is not None]
        if len(known) < len(ways):
            return None
        return Clue(frozenset().union(*(way.pieces for way in known)), digit=any(way.digit for way in known))
    return None


def _has_digit(parsed: Sequence[tuple[Any, Any]]) -> bool:
    """Whether every match of a parsed pattern surely holds a digit."""
    return any(_is_digit(str(kind), value) for kind, value in parsed)


def _is_digit(kind: str, value: Any) -> bool:  # noqa: ANN401  as the parser of the standard library has it
    if kind == "IN":
        return [str(what) for _, what in value] == ["CATEGORY_DIGIT"]
    if kind == "SUBPATTERN":
        return _has_digit(value[3])
    if kind in {"MAX_REPEAT", "MIN_REPEAT"}:
        return value[0] > 0 and _has_digit(value[2])
    return kind == "BRANCH" and all(_has_digit(way) for way in value[1])


def _fewest(pieces: frozenset[str]) -> frozenset[str]:
    """The beginnings of the pieces, without those that hold another."""
    short = {piece[:LONGEST] for piece in pieces}
    return frozenset(one for one in short if not any(other != one and other in one for other in short))
