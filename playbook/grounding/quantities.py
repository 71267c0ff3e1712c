"""The quantities of a text, normalised: value, what it is a quantity of, and the part that it plays.

`500K+`, `500,000` and `half a million` are one quantity; `38%` and `38 percentage points` are two. Whether a sentence may
state one is for `playbook.grounding.judging`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Unit = Literal["", "percent", "points", "money", "times", "ordinal", "magnitude", "span"]
Part = Literal["", "from", "to", "by"]

_WORDS = {
    word: float(value)
    for value, word in enumerate(
        """
        two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
        """.split(),  # noqa: SIM905  words read as words
        start=2,
    )
}
_TENS = {
    "twenty": 20.0,
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "seventy": 70.0,
    "eighty": 80.0,
    "ninety": 90.0,
}
_DIGITS = {"one": 1.0} | {word: value for word, value in _WORDS.items() if value < 10}  # noqa: PLR2004  of twenty-three
_ORDINALS = {
    "third": 3.0,
    "fourth": 4.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "seventh": 7.0,
    "eighth": 8.0,
    "ninth": 9.0,
    "tenth": 10.0,
    "eleventh": 11.0,
    "twelfth": 12.0,
}
_SCALES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mm": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "trillion": 1e12,
}
_MAGNITUDES = {"dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_FACTORS = {"double": 2.0, "triple": 3.0, "quadruple": 4.0, "halve": 0.5, "twice": 2.0, "twofold": 2.0, "threefold": 3.0,
            "fourfold": 4.0, "fivefold": 5.0, "tenfold": 10.0, "thrice": 3.0}  # fmt: skip
_SPANS = {
    "second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day",
    "week": "week", "wk": "week", "month": "month", "mo": "month", "quarter": "quarter", "year": "year", "yr": "year",
}  # fmt: skip

_NUMBER = re.compile(
    r"(?<![\w.])(?P<currency>[$€£]|(?:USD|EUR|GBP|US\$)\s?)?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:(?P<ordinal>st|nd|rd|th)\b)?"
    r"(?:[\s-]?(?P<scale>(?:[KkMBb]|mm|MM|mn|bn)(?![A-Za-z])|thousand|million|billion|trillion))?\+?"
)
_SPELLED = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:[\s-](?P<digit>{'|'.join(_DIGITS)}))?|(?P<word>{'|'.join(_WORDS)})|"
    r"(?P<half>half a (?:dozen|million|billion|thousand))|(?P<one>an? (?:dozen|hundred|thousand|million|billion))\b|"
    rf"(?P<dozen>dozen)\b|(?P<magnitude>{'|'.join(_MAGNITUDES)})|(?P<third>{'|'.join(_ORDINALS)}))\b"
    r"(?:[\s-](?P<scale>hundred|thousand|million|billion))?",
    re.IGNORECASE,
)
_FACTOR = re.compile(
    rf"\b(?:{'|'.join(_FACTORS)}|doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing)|halv(?:ed|ing))\b", re.IGNORECASE
)
_AFTER = re.compile(
    r"\s?(?:(?P<percent>%|percent\b|per cent\b|pct\b)(?:\s?(?P<of_points>points?\b))?|"
    r"(?P<points>percentage points?\b|pp\b|basis points\b|bps\b)|"
    r"(?P<money>dollars?\b|euros?\b|pounds sterling\b)|(?P<times>x\b|-?fold\b|times\b)|"
    rf"-?(?P<span>(?:{'|'.join(_SPANS)})s?)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?P<part>from|to|by)\s+"
    r"(?:(?:about|around|over|nearly|under|almost|just|only|more than|less than|up to)\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Quantity:
    """A number of a text."""

    value: float
    unit: Unit
    start: int
    end: int
    part: Part = ""
    """`from`, `to` or `by`, where that word stands before it."""
    span: str = ""
    """`week`, `month`, … for a stretch of time."""
    words: str = ""
    """Verbatim."""


@lru_cache(maxsize=16384)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order. `one`, `first` and `second` are none: they are words of every sentence."""
    found = [_figure(match, text) for match in _NUMBER.finditer(text)]
    taken = [(one.start, one.end) for one in found]
    found += [
        _spelled(match, text)
        for match in _SPELLED.finditer(text)
        if not any(start <= match.start() < end for start, end in taken)
    ]
    for match in _FACTOR.finditer(text):
        word = match.group().lower()
        stem = next((name for name in _FACTORS if word.startswith(name[:-1])), "")
        found.append(Quantity(_FACTORS[stem], "times", match.start(), match.end(), words=match.group()))
    return tuple(sorted(found, key=lambda one: one.start))


@lru_cache(maxsize=16384)
def numbers(text: str) -> frozenset[float]:
    """The values of a text's quantities: `500K+` is 500000, `$2.4M` 2400000, `seven` 7."""
    return frozenset(one.value for one in quantities(text) if one.unit != "magnitude" and not _is_factor(one))


def is_stated(claimed: Quantity, sources: tuple[Quantity, ...]) -> bool:
    """Whether sources have this value, in whatever unit."""
    if claimed.unit == "magnitude":
        return any(one.value >= claimed.value or (one.unit == "magnitude" and one.value == claimed.value) for one in sources)
    return any(one.value == claimed.value and one.unit != "magnitude" for one in sources)


def same_unit(claimed: Quantity, source: Quantity) -> bool:
    """Whether two quantities of one value measure the same: a sum may lose its sign, a percentage may not."""
    if claimed.unit == "span" and source.unit == "span":
        return claimed.span == source.span
    if claimed.unit == source.unit or "magnitude" in (claimed.unit, source.unit):
        return True
    if {claimed.unit, source.unit} <= {"", "money"}:
        return claimed.unit == ""
    return {claimed.unit, source.unit} <= {"", "span", "ordinal"} and claimed.unit != "span"


def _is_factor(one: Quantity) -> bool:
    return one.unit == "times" and not one.words[:1].isdigit()


def _figure(match: re.Match[str], text: str) -> Quantity:
    value = float(match["digits"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1.0)
    unit, span, end = _unit(text, match.end())
    if match["currency"]:
        unit = "money"
    elif match["ordinal"]:
        unit = "ordinal"
    return Quantity(value, unit, match.start(), end, _part(text, match.start()), span, match.group().strip())


def _spelled(match: re.Match[str], text: str) -> Quantity:
    scale = {"hundred": 100.0, "dozen": 12.0, **_SCALES}
    unit: Unit = ""
    if match["tens"]:
        value = _TENS[match["tens"].lower()] + _DIGITS.get((match["digit"] or "").lower(), 0.0)
    elif match["half"]:
        value = 0.5 * scale[match["half"].lower().split()[-1]]
    elif match["one"]:
        value = scale[match["one"].lower().split()[-1]]
    elif match["dozen"]:
        value = 12.0
    elif match["magnitude"]:
        value, unit = _MAGNITUDES[match["magnitude"].lower()], "magnitude"
    elif match["third"]:
        value, unit = _ORDINALS[match["third"].lower()], "ordinal"
    else:
        value = _WORDS[match["word"].lower()]
    value *= scale.get((match["scale"] or "").lower(), 1.0)
    after, span, end = _unit(text, match.end())
    return Quantity(value, unit or after, match.start(), end, _part(text, match.start()), span, match.group())


def _unit(text: str, end: int) -> tuple[Unit, str, int]:
    """What stands behind a number, and where that ends."""
    match = _AFTER.match(text, end)
    if match is None:
        return "", "", end
    if match["points"] or match["of_points"]:
        return "points", "", match.end()
    if match["percent"]:
        return "percent", "", match.end()
    if match["money"]:
        return "money", "", match.end()
    if match["times"]:
        return "times", "", match.end()
    return "span", _SPANS[match["span"].lower().removesuffix("s")], match.end()


def _part(text: str, start: int) -> Part:
    match = _BEFORE.search(text[max(0, start - 24) : start])
    return match["part"].lower() if match else ""  # type: ignore[return-value]  # one of the three
