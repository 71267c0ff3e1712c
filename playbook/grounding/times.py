"""When a sentence says that something was: months, halves and quarters of a year, seasons, before and after.

Readers of English only, but for the years of dates, which are those of `playbook.reading.dates`. Whether a sentence goes
against its source is for `playbook.grounding.facts`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from playbook.grounding.names import NAMES_OF_MONTHS
from playbook.grounding.phrases import Phrases
from playbook.reading.dates import find_dates, find_ranges

_MONTH = "|".join(f"{name[:3].title()}(?:{name[3:]})?" for name in NAMES_OF_MONTHS) + "|Sept"
_MONTHS = Phrases(rf"\b(?P<month>{_MONTH})\b\.?(?! (?:I|we|you|have|be)\b)")
_PARTS = Phrases(
    r"\b(?:H(?P<half>[12])|Q(?P<quarter>[1-4])(?:\s?[-–]\s?Q?(?P<last>[1-4]))?|(?P<which>first|second) (?:half|six months)|"
    r"(?P<three>first three|last three) quarters)\b",
    re.IGNORECASE,
)
_RANGE = Phrases(rf"\b(?P<first>{_MONTH})\w*\.?(?: \d{{4}})?\s?(?:-|–|to|through|until)\s?(?P<last>{_MONTH})\b", re.IGNORECASE)
_SEASON = Phrases(
    r"\b(?:(?P<plain>spring|summer|winter|autumn)s?|(?:each|every|last|late|early) (?P<fall>fall)|"
    r"(?:the|in|of) (?P<the>fall)(?!s? (?:in|of|from|prev))|(?P<before>fall)(?= (?:19|20)\d\d| (?:term|semester|season)))\b",
    re.IGNORECASE,
)
_STARTS = Phrases(
    rf"\b(?:since|starting(?: in)?|beginning(?: in)?|from|as of)\s(?:late |early |mid-)?(?P<month>{_MONTH})\b"
    r"(?! (?:\d{4} )?(?:to|until|through|and|[-–]))",
    re.IGNORECASE,
)
_ENDS = Phrases(rf"\b(?:to|until|till|through|by|[-–])\s?(?P<month>{_MONTH})\b", re.IGNORECASE)
_NUMBERED = Phrases(
    r"\b(?P<m1>1[0-2]|0?[1-9])[/.](?P<y1>(?:19|20)\d\d)\s?(?:-|–|—|to)\s?(?P<m2>1[0-2]|0?[1-9])[/.](?P<y2>(?:19|20)\d\d)\b"
)
_DATED = Phrases(
    rf"\b(?P<m1>{_MONTH})\w*\.? (?P<y1>(?:19|20)\d\d)\s?(?:-|–|—|to|until)\s?(?P<m2>{_MONTH})\w*\.? (?P<y2>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def _number(month: str) -> int:
    return next(at for at, name in enumerate(NAMES_OF_MONTHS, start=1) if name.startswith(month[:3].lower()))


@lru_cache(maxsize=16384)
def months_of(text: str) -> frozenset[int]:
    """The months of a year that a text speaks of, by number: `H1`, `Q1-Q3`, "from March to May", "in June"."""
    found = {_number(match["month"]) for match in _MONTHS.finditer(text)}
    for match in _RANGE.finditer(text):
        first, last = _number(match["first"]), _number(match["last"])
        if first <= last:
            found.update(range(first, last + 1))
    return frozenset(found) | parts_of_years(text)


@lru_cache(maxsize=16384)
def parts_of_years(text: str) -> frozenset[int]:
    """The months of the halves and quarters of a year that a text names."""
    found: set[int] = set()
    for match in _PARTS.finditer(text):
        if match["half"] or match["which"]:
            second = match["half"] == "2" or (match["which"] or "").lower() == "second"
            found.update(range(7, 13) if second else range(1, 7))
        elif match["three"]:
            found.update(range(1, 10) if match["three"].lower().startswith("first") else range(4, 13))
        else:
            first, last = int(match["quarter"]), int(match["last"] or match["quarter"])
            found.update(range(3 * first - 2, 3 * last + 1))
    return frozenset(found)


@lru_cache(maxsize=16384)
def seasons(text: str) -> frozenset[str]:
    """The seasons that a text names; autumn is fall."""
    found = ((match["plain"] or "fall").lower() for match in _SEASON.finditer(text))
    return frozenset("fall" if name == "autumn" else name for name in found)


@lru_cache(maxsize=16384)
def begins(text: str) -> frozenset[int]:
    """The months in which a text says that something began, without an end."""
    return frozenset(_number(match["month"]) for match in _STARTS.finditer(text))


@lru_cache(maxsize=16384)
def ends(text: str) -> frozenset[int]:
    """The months up to which a text says that something lasted."""
    return frozenset(_number(match["month"]) for match in _ENDS.finditer(text))


@lru_cache(maxsize=16384)
def lasted(text: str) -> tuple[int, ...]:
    """How many months each dated stretch of a text lasted: 67 of "May 2014 - Dec 2019", both months counted half."""
    numbered = (
        12 * (int(match["y2"]) - int(match["y1"])) + int(match["m2"]) - int(match["m1"]) for match in _NUMBERED.finditer(text)
    )
    named = (
        12 * (int(match["y2"]) - int(match["y1"])) + _number(match["m2"]) - _number(match["m1"])
        for match in _DATED.finditer(text)
    )
    return (*numbered, *named)


@lru_cache(maxsize=4096)
def years_dated(text: str) -> frozenset[int]:
    """The years of a text's dates in every spelling that a resume is read in: 2018 and 2021 of "05/18 - 07/21"."""
    ends = (end for one in (*find_ranges(text), *find_dates(text)) for end in (one.start, one.end) if end)
    return frozenset(int(end[:4]) for end in ends)
