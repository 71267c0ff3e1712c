"""The grammar of numbers: how a text writes quantities, each with its unit, its rate and the part that it plays.

`500K+`, `500,000` and `half a million` are one quantity; `38%` and `38 percentage points` are two. How two quantities compare
is for `playbook.grounding.quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from playbook.grounding.number_words import (
    FACTORS,
    MAGNITUDES,
    MEASURES,
    ORDINALS,
    RHYTHMS,
    SCALES,
    SHARES,
    SPANS,
    SPELLED_SCALES,
    TENS,
    TIMES_OVER,
    UNITS,
)

Unit = Literal["", "percent", "points", "money", "times", "ordinal", "magnitude", "span", "measure"]
Part = Literal["", "from", "to", "by"]
_NEAR = 20
_YEARS = (1900, 2100)

_ONES = "|".join(UNITS)
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{_ONES}))?|{_ONES}|an?)"
_SCALE = "|".join(SPELLED_SCALES)
_NUMBER = re.compile(
    r"(?<![\w.])(?P<currency>[$€£]|(?:USD|EUR|GBP|US\$)\s?)?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:(?P<ordinal>st|nd|rd|th)\b)?"
    r"(?:[\s-]?(?P<scale>(?:[KkMBb]|mm|MM|mn|bn)(?![A-Za-z])|thousand|million|billion|trillion))?(?P<plus>\+?)"
)
_SPELLED = re.compile(
    rf"\b(?:(?P<half>half a (?:{_SCALE}))|(?P<words>{_SMALL}(?:[\s-](?:{_SCALE}))+(?:(?: and)? (?:{_SMALL})(?: (?:{_SCALE}))*)?|"
    rf"(?:{'|'.join(TENS)})(?:[\s-](?:{_ONES}))?|{_ONES.replace('one|', '', 1)}|dozen)(?P<more> and (?:a|one) (?:half|quarter))?|"
    rf"(?P<over>{'|'.join(TIMES_OVER)})|(?P<magnitude>{'|'.join(MAGNITUDES)})|(?P<third>(?:(?:{'|'.join(TENS)})[\s-])?(?:first|second|{'|'.join(ORDINALS)})))\b",
    re.IGNORECASE,
)
_FACTOR = re.compile(
    rf"\b(?:{'|'.join(FACTORS)}|doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing)|halv(?:ed|ing))\b", re.IGNORECASE
)
_FRACTION = re.compile(
    rf"\b(?:(?P<year>half[- ](?:a )?year)|(?:one|1) (?:in|out of)(?: every)? (?P<of>\d+|{_ONES})|"
    rf"(?P<n>\d+|{_ONES}) (?:out )?of (?:the |our |its |their |my )?(?P<m>\d+|{_ONES})\b|"
    r"(?P<million>(?:three[- ]quarters|a quarter|half) (?:of )?a million)|"
    r"(?P<parts>a|one|two|three|four|five)[- ](?P<kind>third|quarter|fifth|sixth|seventh|eighth|tenth)s?(?! (?:of which|of an? (?!million)|year))|"
    r"(?:by|in|cut) half|half of(?! an? ))\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"\bQ(?P<number>[1-4])\b")
_ROUND_THE_CLOCK = re.compile(r"24/7|(?<=24/)7")
_STRETCH = re.compile(
    rf"\b(?:(?P<half>half an? (?P<of>{'|'.join(SPANS)}))|(?:an?|one) (?P<one>{'|'.join(SPANS)}) and a half|(?P<decade>decade)|"
    r"(?P<fortnight>fortnight)|(?P<two>a couple of|a pair of|both))\b",
    re.IGNORECASE,
)
_PERCENTILE = re.compile(r"\b[pP](?P<number>\d\d)\b")
_RHYTHM = re.compile(rf"\b(?:{'|'.join(RHYTHMS)})\b", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(?:\bFY\s?|\bfiscal |(?<=\s)['’])(?P<year>\d\d)\b|\b20\d\d\s?[-–/]\s?(?P<end>\d\d)\b(?![-–/])")
_AFTER = re.compile(
    r"\s?(?:(?P<percent>%|percent\b|per cent\b|pct\b)(?:\s?(?P<of_points>points?\b))?|"
    r"(?P<points>percentage points?\b|points?\b|pts\b|pp\b|basis points\b|bps\b)|"
    r"(?P<money>dollars?\b|euros?\b|pounds sterling\b)|(?P<times>x\b|-?fold\b|times\b)|"
    rf"-?(?P<kind>(?:business|working|calendar) )?(?P<span>(?:{'|'.join(SPANS)})s?)\b|"
    rf"-?(?P<measure>(?:{'|'.join(MEASURES)})s?)\b)",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s+(?:as|more|faster|higher|larger|bigger|better|greater|the|over|quicker|lower)\b", re.IGNORECASE)
_PER = re.compile(
    r"\+?\s*(?:\w+\s+){0,2}?(?:(?:/|per |an? |each |every )\s?"
    rf"(?P<span>(?:{'|'.join(SPANS)})s?)\b|(?P<adverb>monthly|weekly|yearly)\b)",
    re.IGNORECASE,
)
_ABOUT = r"(?:(?:about|around|over|nearly|under|almost|just|only|roughly|some) )?"
_BEFORE = re.compile(rf"\b(?P<part>from|to|by)\s+{_ABOUT}(?:(?:more than|less than|up to)\s+)?$", re.IGNORECASE)
_ONCE = re.compile(
    r"\b(?:previously|formerly|initially|originally|down from|up from|(?:started|began) at|used to \w+|once|had been|"
    rf"instead of|rather than)\s+{_ABOUT}$",
    re.IGNORECASE,
)
_NOW = re.compile(rf"\b(?:now|now \w+|reaching|reached|ended at|finished at)\s+{_ABOUT}$", re.IGNORECASE)
_BY = re.compile(r"\b(?:up|down)\s+[$€£]?$", re.IGNORECASE)
_INSTEAD = re.compile(r"(?:\s\w+)?\s(?:instead of|rather than)\s", re.IGNORECASE)
_ARROW = re.compile(r"\s*(?:->|=>|→|➔)\s*")
_RANK = re.compile(r"(?:#|\bno\.? ?|\brank(?:ed|ing)? (?:number )?|\b(?:number|grade|year|level|phase|tier) )$", re.IGNORECASE)
_LEAST = re.compile(
    r"\b(?:more than|over|above|upwards of|north of|at least|no fewer than|no less than)\s+[$€£]?$", re.IGNORECASE
)
_MOST = re.compile(r"\b(?:up to|under|below|at most|no more than|fewer than|less than)\s+[$€£]?$", re.IGNORECASE)
_SAME_MEASURE = re.compile(r"\s*(?:to|and|or|-|–)\s*(?:about |just |around )?$", re.IGNORECASE)


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
    """`week`, `month`, … for a stretch of time; `mile`, `kg` for a measure; `$` for a sum."""
    rate: str = ""
    """`week`, `month`, … where it is so much in each of them."""
    words: str = ""
    """Verbatim."""
    is_loose: bool = False
    """Whether it is said without a number of its own: a quarter, half, Q3, quarterly."""
    bound: Literal["", "least", "most"] = ""
    """Whether it is said to be more, or less, than that."""


def figures(text: str) -> Iterator[Quantity]:
    """The quantities of a text in order. `one`, `first` and `second` are none: they are words of every sentence."""
    years = [match.span("year" if match["year"] else "end") for match in _SHORT_YEAR.finditer(text)]
    found = [
        _figure(match, text)
        for match in _NUMBER.finditer(text)
        if not any(start <= match.start("digits") < end for start, end in years)
        and not _ROUND_THE_CLOCK.match(text, match.start())
    ]
    taken = [(one.start, one.end) for one in found]
    fractions = list(_fractions(text))
    taken += [(one.start, one.end) for one in fractions if one.unit == "percent"]
    found += [
        _spelled(match, text)
        for match in _SPELLED.finditer(text)
        if (match["third"] or "").lower() not in {"first", "second"}
        and not any(start <= match.start() < end for start, end in taken)
    ]
    found += [*fractions, *_other_forms(text)]
    return iter(_measured_alike(tuple(sorted(found, key=lambda one: (one.start, one.is_loose))), text))


def _figure(match: re.Match[str], text: str) -> Quantity:
    value = float(match["digits"].replace(",", "")) * SCALES.get((match["scale"] or "").lower(), 1.0)
    unit, span, end = _unit(text, match.end())
    if match["currency"]:
        unit, span = "money", match["currency"].strip()[-1:].replace("D", "$").replace("R", "€").replace("P", "£")
    elif match["ordinal"] or _RANK.search(text[max(0, match.start() - 12) : match.start()]):
        unit = "ordinal"
    bound = "least" if match["plus"] else _bound(text, match.start())
    part = _part(text, match.start(), end)
    return Quantity(value, unit, match.start(), end, part, span, _rate(text, end), match.group().strip(), bound=bound)  # type: ignore[arg-type]


def _spelled(match: re.Match[str], text: str) -> Quantity:
    unit: Unit = ""
    if match["magnitude"]:
        value, unit = MAGNITUDES[match["magnitude"].lower()], "magnitude"
    elif match["third"]:
        tens, _, last = match["third"].lower().replace("-", " ").rpartition(" ")
        value, unit = TENS.get(tens, 0.0) + {"first": 1.0, "second": 2.0, **ORDINALS}[last], "ordinal"
    elif match["over"]:
        value = TIMES_OVER[match["over"].lower()]
    elif match["half"]:
        value = 0.5 * _worth(match["half"].split()[-1])
    else:
        value = _worth(match["words"])
        value += {"half": 0.5, "quarter": 0.25}.get((match["more"] or "").split(" ")[-1].lower(), 0.0)
    after, span, end = _unit(text, match.end())
    part = _part(text, match.start(), end)
    bound = _bound(text, match.start())
    return Quantity(value, unit or after, match.start(), end, part, span, _rate(text, end), match.group(), bound=bound)  # type: ignore[arg-type]


def _worth(words: str) -> float:
    """`a hundred and twelve` is 112, `twenty-three` 23, `two million` 2,000,000."""
    total = group = 0.0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in UNITS or word in TENS:
            group += UNITS.get(word, 0.0) + TENS.get(word, 0.0)
        elif word in {"a", "an"}:
            group += 1.0
        elif word == "dozen":
            group = max(group, 1.0) * 12.0
        elif word == "hundred":
            group = max(group, 1.0) * SCALES[word]
        elif word in SCALES:
            total, group = total + max(group, 1.0) * SCALES[word], 0.0
    return total + group


def _fractions(text: str) -> Iterator[Quantity]:
    """A quarter, a third, half, one in five, and three of five as percent; half a year as six months."""
    for match in _FRACTION.finditer(text):
        place = (match.start(), match.end())
        if match["year"]:
            yield Quantity(6, "span", *place, span="month", words=match.group(), is_loose=True)
            continue
        if match["million"]:
            share = next(value for word, value in SHARES.items() if word in match.group().lower())
            yield Quantity(share * 10_000.0, "", *place, words=match.group(), is_loose=True)
            continue
        if match["of"] or match["m"]:
            part, whole = _count(match["n"] or "1"), _count(match["of"] or match["m"])
            share = 100.0 * part / whole if 0 < part <= whole else 0.0
        elif match["kind"]:
            whole = {"quarter": 4.0, **ORDINALS}[match["kind"].lower()]
            share = 100.0 * UNITS.get(match["parts"].lower(), 1.0) / whole
        else:
            share = SHARES["half"]
        if share:
            yield Quantity(share, "percent", *place, _part(text, *place), words=match.group(), is_loose=True)


def _count(word: str) -> float:
    return float(word) if word.isdigit() else UNITS[word.lower()]


def _other_forms(text: str) -> Iterator[Quantity]:
    """`FY22` and `2021-22` as years, `Q3` as the third, `quarterly` as four times, `doubled` as a factor."""
    for match in _SHORT_YEAR.finditer(text):
        yield Quantity(
            2000.0 + float(match["year"] or match["end"]),
            "",
            match.start(),
            match.end(),
            words=match.group(),
            is_loose=bool(match["end"]),
        )
    for match in _QUARTER.finditer(text):
        yield Quantity(float(match["number"]), "ordinal", match.start(), match.end(), words=match.group(), is_loose=True)
    for match in _STRETCH.finditer(text):
        place = (match.start(), match.end())
        if match["two"]:
            yield Quantity(2.0, "", *place, words=match.group(), is_loose=True)
        else:
            value = 0.5 if match["half"] else 1.5 if match["one"] else 10.0 if match["decade"] else 2.0
            span = "year" if match["decade"] else "week" if match["fortnight"] else SPANS[(match["of"] or match["one"]).lower()]
            yield Quantity(value, "span", *place, span=span, words=match.group(), is_loose=True)
    for match in _PERCENTILE.finditer(text):
        yield Quantity(float(match["number"]), "ordinal", match.start(), match.end(), words=match.group(), is_loose=True)
    for match in _RHYTHM.finditer(text):
        yield Quantity(RHYTHMS[match.group().lower()], "", match.start(), match.end(), words=match.group(), is_loose=True)
    for match in _FACTOR.finditer(text):
        stem = next(name for name in FACTORS if match.group().lower().startswith(name[:-1]))
        yield Quantity(FACTORS[stem], "times", match.start(), match.end(), words=match.group())


def _measured_alike(found: tuple[Quantity, ...], text: str) -> tuple[Quantity, ...]:
    """The same, each with the measure that it shares with its neighbour: "from 6.2 to 3.9 percent" are two percentages."""
    made = list(found)
    for at, one in enumerate(found):
        if one.unit == "" and not one.is_loose and not _YEARS[0] <= one.value < _YEARS[1]:
            after = found[at + 1] if at + 1 < len(found) else None
            before = found[at - 1] if at else None
            follows = before is not None and before.unit == "percent" and one.part and one.start - before.end < 2 * _NEAR
            if follows or (
                after is not None and after.unit == "percent" and _SAME_MEASURE.fullmatch(text[one.end : after.start])
            ):
                made[at] = replace(one, unit="percent")
    return tuple(made)


def _bound(text: str, start: int) -> str:
    before = text[max(0, start - 16) : start]
    return "least" if _LEAST.search(before) else "most" if _MOST.search(before) else ""


def _rate(text: str, end: int) -> str:
    match = _PER.match(text, end)
    return SPANS[(match["span"] or match["adverb"].lower().removesuffix("ly")).lower().removesuffix("s")] if match else ""


def _unit(text: str, end: int) -> tuple[Unit, str, int]:
    """What stands behind a number, and where that ends."""
    match = _AFTER.match(text, end)
    if match is None or ((match["times"] or "").lower() == "times" and not _MORE.match(text, match.end())):
        return "", "", end
    if match["span"]:
        kind = (match["kind"] or "").lower().replace("working", "business")
        return "span", kind + SPANS[match["span"].lower().removesuffix("s")], match.end()
    if match["measure"]:
        return "measure", MEASURES[match["measure"].lower().removesuffix("s")], match.end()
    unit: Unit = (
        "points"
        if match["points"] or match["of_points"]
        else "percent"
        if match["percent"]
        else "money"
        if match["money"]
        else "times"
    )
    return unit, "", match.end()


def _part(text: str, start: int, end: int) -> Part:
    """What stands before a number: from, to or by; an arrow, and "instead of", have a from and a to."""
    before = text[max(0, start - 34) : start]
    if _ARROW.search(text[max(0, start - 6) : start]) or _NOW.search(before) or _INSTEAD.match(text, end):
        return "to"
    if _ARROW.match(text, end) or _ONCE.search(before):
        return "from"
    match = _BEFORE.search(before)
    if match is None:
        return "by" if _BY.search(before) else ""
    return match["part"].lower()  # type: ignore[return-value]  # one of the three
