"""The quantities of a text, normalised: value, what it is a quantity of, and the part that it plays.

`500K+`, `500,000` and `half a million` are one quantity; `38%` and `38 percentage points` are two. Whether a sentence may
state one is for `playbook.grounding.judging`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
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
_TIMES_OVER = {"twice": 2.0, "thrice": 3.0}
NUMBER_WORDS = frozenset(
    {*_WORDS, *_TIMES_OVER, *_TENS, *_ORDINALS, "one", "dozen", "hundred", "thousand", "million", "billion", "half"}
)
"""Words of numbers: in a sentence they are figures, not things."""
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
_FACTORS = {"double": 2.0, "triple": 3.0, "quadruple": 4.0, "halve": 0.5, "twofold": 2.0, "threefold": 3.0,
            "fourfold": 4.0, "fivefold": 5.0, "tenfold": 10.0}  # fmt: skip
_SPANS = {
    "second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day",
    "week": "week", "wk": "week", "month": "month", "mo": "month", "quarter": "quarter", "year": "year", "yr": "year",
}  # fmt: skip

_IN_HOURS = {
    "second": 1 / 3600,
    "minute": 1 / 60,
    "hour": 1.0,
    "day": 24.0,
    "week": 168.0,
    "month": 730.0,
    "quarter": 2190.0,
    "year": 8760.0,
}
_LITTLE_MORE = 1.1
"""By what factor "more than 4" may fall short of what the source has."""
_NEAR = 20
_NUMBER = re.compile(
    r"(?<![\w.])(?P<currency>[$€£]|(?:USD|EUR|GBP|US\$)\s?)?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:(?P<ordinal>st|nd|rd|th)\b)?"
    r"(?:[\s-]?(?P<scale>(?:[KkMBb]|mm|MM|mn|bn)(?![A-Za-z])|thousand|million|billion|trillion))?\+?"
)
_SPELLED = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:[\s-](?P<digit>{'|'.join(_DIGITS)}))?|(?P<word>{'|'.join([*_WORDS, *_TIMES_OVER])})|"
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
    r"(?P<points>percentage points?\b|points?\b|pts\b|pp\b|basis points\b|bps\b)|"
    r"(?P<money>dollars?\b|euros?\b|pounds sterling\b)|(?P<times>x\b|-?fold\b|times\b)|"
    rf"-?(?P<kind>(?:business|working|calendar) )?(?P<span>(?:{'|'.join(_SPANS)})s?)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?P<part>from|to|by)\s+"
    r"(?:(?:about|around|over|nearly|under|almost|just|only|more than|less than|up to)\s+)?$",
    re.IGNORECASE,
)


_ARROW = re.compile(r"\s*(?:->|=>|→|➔)\s*")
_ONCE = re.compile(
    r"\b(?:previously|formerly|initially|originally|down from|up from|(?:started|began) at|used to \w+|once)\s+(?:about |around )?$",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:now|now \w+|reaching|reached|ended at|finished at)\s+(?:about |around )?$", re.IGNORECASE)
_RANK = re.compile(r"(?:#|\bno\.? ?|\brank(?:ed|ing)? (?:number )?|\b(?:number|grade|year|level|phase|tier) )$", re.IGNORECASE)
_QUARTER = re.compile(r"\bQ(?P<number>[1-4])\b")
_BOUND = re.compile(r"\b(?:more than|over|above|upwards of|north of|at least)\s+[$€£]?$", re.IGNORECASE)
_SAME_MEASURE = re.compile(r"\s*(?:to|and|or|-|–|,)\s*(?:about |just |around )?$", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:as|more|faster|higher|larger|bigger|better|greater|the|over|quicker|lower)\b", re.IGNORECASE)
_PER = re.compile(
    r"\+?\s*(?:\w+\s+){0,2}?(?:(?:/|per |an? |each |every )\s?"
    rf"(?P<span>(?:{'|'.join(_SPANS)})s?)\b|(?P<adverb>monthly|weekly|yearly)\b)",
    re.IGNORECASE,
)
_SHARES = {
    "three quarters": 75.0,
    "three-quarters": 75.0,
    "two thirds": 66.7,
    "two-thirds": 66.7,
    "quarter": 25.0,
    "third": 33.3,
    "half": 50.0,
}
_FRACTION = re.compile(
    r"\b(?:(?P<year>half[- ](?:a )?year)|(?:three[- ]quarters|two[- ]thirds|(?:a|one) (?:quarter|third)(?! (?:of which|year))|"
    r"(?:by|in|cut|about|nearly|over) half|half of))\b",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"(?:\bFY\s?|\bfiscal |(?<=\s)['’])(?P<year>\d\d)\b|\b20\d\d\s?[-–/]\s?(?P<end>\d\d)\b(?![-–/])")


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
    rate: str = ""
    """`week`, `month`, … where it is so much in each of them."""
    words: str = ""
    """Verbatim."""
    is_fraction: bool = False
    """Whether it is said in words: a quarter, a third, half, Q3."""
    is_bound: bool = False
    """Whether it is said to be more than that."""


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
    found += _fractions(text) + _short_years(text)
    for match in _FACTOR.finditer(text):
        word = match.group().lower()
        stem = next((name for name in _FACTORS if word.startswith(name[:-1])), "")
        found.append(Quantity(_FACTORS[stem], "times", match.start(), match.end(), words=match.group()))
    found += [
        Quantity(float(match["number"]), "ordinal", match.start(), match.end(), words=match.group(), is_fraction=True)
        for match in _QUARTER.finditer(text)
    ]
    return _measured_alike(tuple(sorted(found, key=lambda one: one.start)), text)


@lru_cache(maxsize=16384)
def numbers(text: str) -> frozenset[float]:
    """The values of a text's quantities: `500K+` is 500000, `$2.4M` 2400000, `seven` 7."""
    counted = (one for one in quantities(text) if one.unit != "magnitude" and not _is_factor(one) and not one.is_fraction)
    return frozenset(one.value for one in counted)


def is_stated(claimed: Quantity, sources: tuple[Quantity, ...]) -> bool:
    """Whether sources have this value, in whatever unit."""
    if claimed.unit == "magnitude":
        return any(one.value >= claimed.value or (one.unit == "magnitude" and one.value == claimed.value) for one in sources)
    return any(is_equal(claimed, one) and one.unit != "magnitude" for one in sources)


def is_equal(left: Quantity, right: Quantity) -> bool:
    """Whether a claimed quantity has the value of a stated one: a third is 33 percent, six months half a year, and 4.2 more
    than 4."""
    if left.value == right.value or (left.is_bound and left.value < right.value <= left.value * _LITTLE_MORE):
        return True
    if left.unit == right.unit == "span" and left.span != right.span:
        return left.value * _IN_HOURS.get(left.span, 0) == right.value * _IN_HOURS.get(right.span, -1)
    in_words = "percent" in (left.unit, right.unit) and (left.is_fraction or right.is_fraction)
    return in_words and abs(left.value - right.value) < 1


def same_rate(claimed: Quantity, source: Quantity) -> bool:
    """Whether two quantities are not so much a month and so much a year."""
    return not claimed.rate or not source.rate or claimed.rate == source.rate


def same_unit(claimed: Quantity, source: Quantity) -> bool:
    """Whether two quantities of one value measure the same: a sum may lose its sign, a percentage may not."""
    if claimed.unit == "span" and source.unit == "span":
        return (
            claimed.value != source.value
            or claimed.span == source.span
            or (" " not in claimed.span and source.span.endswith(f" {claimed.span}"))
        )
    if claimed.unit == source.unit or "magnitude" in (claimed.unit, source.unit):
        return True
    if claimed.unit == "" and source.unit in {"money", "points"}:
        return True
    if "ordinal" in (claimed.unit, source.unit):
        return claimed.unit != "ordinal"
    return {claimed.unit, source.unit} <= {"", "span"}


def _measured_alike(found: tuple[Quantity, ...], text: str) -> tuple[Quantity, ...]:
    """The same, each with the measure that it shares with its neighbour: "from 6.2 to 3.9 percent" are two percentages."""
    made = list(found)
    for at, one in enumerate(found):
        if one.unit == "":
            after = found[at + 1] if at + 1 < len(found) else None
            before = found[at - 1] if at else None
            if (after is not None and after.unit == "percent" and _SAME_MEASURE.fullmatch(text[one.end : after.start])) or (
                before is not None and before.unit == "percent" and one.part and one.start - before.end < _NEAR
            ):
                made[at] = replace(one, unit="percent")
    return tuple(made)


def _is_factor(one: Quantity) -> bool:
    return one.unit == "times" and not one.words[:1].isdigit()


def _figure(match: re.Match[str], text: str) -> Quantity:
    value = float(match["digits"].replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1.0)
    unit, span, end = _unit(text, match.end())
    if match["currency"]:
        unit = "money"
    elif match["ordinal"] or _RANK.search(text[max(0, match.start() - 12) : match.start()]):
        unit = "ordinal"
    part = _part(text, match.start(), end)
    bound = bool(_BOUND.search(text[max(0, match.start() - 14) : match.start()]))
    return Quantity(value, unit, match.start(), end, part, span, _rate(text, end), match.group().strip(), is_bound=bound)


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
        value = {**_WORDS, **_TIMES_OVER}[match["word"].lower()]
    value *= scale.get((match["scale"] or "").lower(), 1.0)
    after, span, end = _unit(text, match.end())
    part = _part(text, match.start(), end)
    bound = bool(_BOUND.search(text[max(0, match.start() - 14) : match.start()]))
    return Quantity(value, unit or after, match.start(), end, part, span, _rate(text, end), match.group(), is_bound=bound)


def _fractions(text: str) -> list[Quantity]:
    """A quarter, a third and half as percent; half a year as six months."""
    found = []
    for match in _FRACTION.finditer(text):
        if match["year"]:
            found.append(Quantity(6, "span", match.start(), match.end(), span="month", words=match.group(), is_fraction=True))
        else:
            share = next(value for word, value in _SHARES.items() if word in match.group().lower())
            part = _part(text, match.start(), match.end())
            found.append(Quantity(share, "percent", match.start(), match.end(), part, words=match.group(), is_fraction=True))
    return found


def _short_years(text: str) -> list[Quantity]:
    """`FY22` and `'22` as 2022."""
    return [
        Quantity(2000.0 + float(match["year"] or match["end"]), "", match.start(), match.end(), words=match.group())
        for match in _SHORT_YEAR.finditer(text)
    ]


def _rate(text: str, end: int) -> str:
    match = _PER.match(text, end)
    return _SPANS[(match["span"] or match["adverb"].lower().removesuffix("ly")).lower().removesuffix("s")] if match else ""


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
        return (
            ("times", "", match.end())
            if not match["times"].startswith("times") or _MORE.match(text, match.end())
            else ("", "", end)
        )
    kind = (match["kind"] or "").lower().replace("working", "business")
    return "span", kind + _SPANS[match["span"].lower().removesuffix("s")], match.end()


def _part(text: str, start: int, end: int) -> Part:
    """What stands before a number: from, to or by; an arrow has a from and a to."""
    before = text[max(0, start - 32) : start]
    if _ARROW.search(text[max(0, start - 6) : start]) or _NOW.search(before):
        return "to"
    if _ARROW.match(text, end) or _ONCE.search(before):
        return "from"
    match = _BEFORE.search(before)
    return match["part"].lower() if match else ""  # type: ignore[return-value]  # one of the three
