"""The grammar of numbers: how a text writes quantities, each with its unit, its rate and the part that it plays.

`500K+`, `500,000` and `half a million` are one quantity; `38%` and `38 percentage points` are two. How two quantities compare
is for `playbook.grounding.quantities`; numbers in words of their own are for `playbook.grounding.loose`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from playbook.grounding.loose import LOOSE, SHORT_YEAR, fractions, other_forms, rhythms
from playbook.grounding.number_words import (
    MAGNITUDES,
    MEASURES,
    ORDINALS,
    SCALES,
    SPANS,
    SPELLED_SCALES,
    TENS,
    TIMES_OVER,
    UNITS,
)
from playbook.grounding.phrases import AnyOf, Phrases
from playbook.grounding.quantity import Part, Quantity, Unit

_NEAR = 20
_YEARS = (1900, 2100)

_ONES = "|".join(UNITS)
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{_ONES}))?|{_ONES}|an?)"
_COUNT = rf"(?:(?:{'|'.join(TENS)})(?:[\s-](?:{_ONES}))?|{_ONES})"
_SCALE = "|".join(SPELLED_SCALES)
_NUMBER = Phrases(
    r"(?<![\w.])(?P<currency>[$€£]|(?:USD|EUR|GBP|US\$)\s?)?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:(?P<ordinal>st|nd|rd|th)\b)?"
    r"(?:[\s-]?(?P<scale>(?:[KkMBb]|mm?|MM|mn|bn)(?![A-Za-z])|thousand|million|billion|trillion))?(?P<plus>\+?)"
)
_SPELLED = Phrases(
    rf"\b(?:(?P<half>half a (?:{_SCALE}))|"
    rf"(?P<words>{_SMALL}(?:[\s-](?:{_SCALE}))+(?:(?: and)? (?:{_COUNT})(?: (?:{_SCALE}))*)?|"
    rf"(?:{'|'.join(TENS)})(?:[\s-](?:{_ONES}))?|{_ONES.replace('one|', '', 1)}|dozen)(?P<more> and (?:a|"
    rf"one) (?:half|quarter))?|"
    rf"(?P<over>{'|'.join(TIMES_OVER)})|(?P<magnitude>{'|'.join(MAGNITUDES)})|(?P<third>(?:(?:{'|'.join(TENS)})[\s-])?(?:first|second|{'|'.join(ORDINALS)})))\b",
    re.IGNORECASE,
)
_ANY = AnyOf(_NUMBER, _SPELLED, *LOOSE)
_ROUND_THE_CLOCK = re.compile(r"24/7|(?<=24/)7")
_POINTED = re.compile(r"\d\.\d")
_MONTH_OF_YEAR = Phrases(r"(?<![\d.,$€£])(?P<month>0?[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d)(?![\d.,]*\d)")
"""`09.2018` is a month and not a number of nine and a bit."""
_YEAR_AND_MONTH = Phrases(r"(?<![\d.,$€£])(?P<year>(?:19|20)\d\d)\.(?P<month>0[1-9]|1[0-2])(?![\d%])")
_SIGNS = {"d": "$", "e": "€", "p": "£"}
"""Dollars, euros and pounds by their first letter."""
_AFTER = re.compile(
    r"\s?(?:(?P<percent>%|percent\b|per cent\b|pct\b)(?:\s?(?P<of_points>points?\b))?|"
    r"(?P<points>percentage points?\b|points?\b|pts\b|pp\b|basis points\b|bps\b)|"
    r"(?P<money>dollars?\b|euros?\b|pounds sterling\b|[€£$](?!\d)|k€)|(?P<times>x\b|-?fold\b|times\b)|"
    rf"-?(?P<kind>(?:business|working|calendar) )?(?P<span>(?:{'|'.join(SPANS)})s?)\b|"
    rf"-?(?P<measure>(?:{'|'.join(MEASURES)})s?)\b)",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s+(?:as|more|faster|higher|larger|bigger|better|greater|the|over|quicker|lower)\b", re.IGNORECASE)
_PER = re.compile(
    r"\+?\s*(?:[A-Za-z-]+\s+){0,4}?(?:(?:/|per |an? |each |every )\s?"
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
_THEN = re.compile(r"(?:\s\w+){0,2}?\s(?:before|previously|beforehand)\b(?=[.,;]|$)", re.IGNORECASE)
_INSTEAD = re.compile(r"(?:\s\w+)?\s(?:instead of|rather than)\s", re.IGNORECASE)
_ARROW = re.compile(r"\s*(?:->|=>|→|➔)\s*")
_RANK = re.compile(r"(?:#|\bno\.? ?|\brank(?:ed|ing)? (?:number )?|\b(?:number|grade|year|level|phase|tier) )$", re.IGNORECASE)
_NUMBERED = re.compile(r"[ -](?:grade|week|month|day|year|season|edition|floor|chapter|version)\b", re.IGNORECASE)
"""What goes by number: the twelfth week is week 12."""
_CENTS = re.compile(r"\s?cents?\b|\s?¢", re.IGNORECASE)
_LEAST = re.compile(
    r"\b(?:more than|over|above|upwards of|north of|at least|no fewer than|no less than)\s+[$€£]?$", re.IGNORECASE
)
_NEVER = re.compile(
    r"\b(?:never|not|nothing|none)\b[^.;,]{0,40}\b(?:more than|less than|over|under|above|below)\s+[$€£]?$", re.IGNORECASE
)
_MOST = re.compile(r"\b(?:up to|under|below|at most|no more than|fewer than|less than)\s+[$€£]?$", re.IGNORECASE)
_THOUSAND = 1e3
_RANGE = re.compile(r"\s?(?:to|-|–|or)\s?[$€£]?")
_SHARED = frozenset({"percent", "span", "measure"})
"""Units that the end of a range has for its start: "from 72 to 24 hours"."""
_SAME_MEASURE = re.compile(r"\s*(?:to|and|or|->|=>|[-–→➔])\s*(?:about |just |around )?$", re.IGNORECASE)


def figures(text: str) -> Iterator[Quantity]:
    """The quantities of a text in order. `one`, `first` and `second` are none: they are words of every sentence."""
    if not _ANY.can_match(text):
        return iter(())
    if _POINTED.search(text):
        text = _YEAR_AND_MONTH.sub(r"\g<year>/\g<month>", _MONTH_OF_YEAR.sub(r"\g<month>/\g<year>", text))
    short_years = tuple(SHORT_YEAR.finditer(text))
    years = [match.span(next(name for name in ("full", "year", "end") if match[name])) for match in short_years]
    often, portions = tuple(rhythms(text)), tuple(fractions(text))
    apart = years + [(one.start, one.end) for one in (*often, *portions) if one.unit == "" or "/" in one.words]
    found = [
        _figure(match, text)
        for match in _NUMBER.finditer(text)
        if not any(start <= match.start("digits") < end for start, end in apart)
        and not _ROUND_THE_CLOCK.match(text, match.start())
    ]
    taken = [(one.start, one.end) for one in found]
    shares = [replace(one, part=_part(text, one.start, one.end)) if one.unit == "percent" else one for one in portions]
    taken += [(one.start, one.end) for one in shares if one.unit in {"percent", "span"} or "quarter" in one.words]
    taken += [(one.start, one.end) for one in often]
    found += [
        _spelled(match, text)
        for match in _SPELLED.finditer(text)
        if (match["third"] or "").lower() not in {"first", "second"}
        and not any(start <= match.start() < end for start, end in taken)
    ]
    found += [*shares, *often, *other_forms(text, short_years)]
    ordered = tuple(sorted(found, key=lambda one: (one.start, one.is_loose)))
    return iter(_in_hundredths(_measured_alike(_scaled_alike(ordered, text), text), text))


def _figure(match: re.Match[str], text: str) -> Quantity:
    scale, end_of_number = match["scale"] or "", match.end()
    if scale in {"m", "mm"} and not match["currency"]:
        scale, end_of_number = "", match.end("digits")  # 25 mm are no millions
    value = float(match["digits"].replace(",", "")) * SCALES.get(scale.lower(), 1.0)
    unit, span, end = _unit(text, end_of_number)
    if match["currency"]:
        unit, span = "money", match["currency"].strip()[-1:].replace("D", "$").replace("R", "€").replace("P", "£")
    elif match["ordinal"] or _RANK.search(text[max(0, match.start() - 12) : match.start()]):
        unit = "ordinal"
    bound = "least" if match["plus"] else _bound(text, match.start())
    part = _part(text, match.start(), end)
    return Quantity(value, unit, match.start(), end, part, span, _rate(text, end), match.group().strip(), bound=bound)


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
        extra = {"half": 0.5, "quarter": 0.25}.get(re.split(r"[\s-]", match["more"] or "")[-1].lower(), 0.0)
        # "A million and a half" is half a million more.
        value += extra * {**SCALES, "dozen": 12.0}.get(re.split(r"[\s-]", match["words"])[-1].lower(), 1.0)
    after, span, end = _unit(text, match.end())
    made = Quantity(
        value, unit or after, match.start(), end, _part(text, match.start(), end), span, _rate(text, end), match.group()
    )
    graded = bool(_NUMBERED.match(text, match.end()))
    return replace(made, is_grade=graded, bound=_bound(text, match.start()))


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


def _measured_alike(found: tuple[Quantity, ...], text: str) -> tuple[Quantity, ...]:
    """The same, each with the measure that it shares with its neighbour: "from 6.2 to 3.9 percent" are two percentages."""
    made = list(found)
    for at, one in enumerate(found):
        if one.unit == "" and not one.is_loose and not _YEARS[0] <= one.value < _YEARS[1]:
            after = found[at + 1] if at + 1 < len(found) else None
            before = found[at - 1] if at else None
            follows = before is not None and before.unit == "percent" and one.part and one.start - before.end < 2 * _NEAR
            follows = follows and not (before is not None and before.is_loose)
            if follows:
                made[at] = replace(one, unit="percent")
            elif after is not None and after.unit in _SHARED and _SAME_MEASURE.fullmatch(text[one.end : after.start]):
                made[at] = replace(one, unit=after.unit, span=after.span)
    return tuple(made)


def _scaled_alike(found: tuple[Quantity, ...], text: str) -> tuple[Quantity, ...]:
    """The same, each with the scale that it shares with the end of its range: "five to eighty million" starts at 5,000,000."""
    made = list(found)
    for at, (one, after) in enumerate(pairwise(found)):
        scale = SCALES.get(re.split(r"[\s-]|(?<=\d)(?=[A-Za-z])", after.words.rstrip("+"))[-1].lower(), 1.0)
        if scale >= _THOUSAND and one.value * scale < after.value and _RANGE.fullmatch(text[one.end : after.start]):
            made[at] = replace(one, value=one.value * scale, unit=after.unit, span=after.span)
    return tuple(made)


def _in_hundredths(found: tuple[Quantity, ...], text: str) -> tuple[Quantity, ...]:
    """The same, with cents as parts of what they are hundredths of."""
    made = list(found)
    for at, one in enumerate(found):
        if one.unit == "" and (match := _CENTS.match(text, one.end)):
            made[at] = replace(one, value=one.value / 100, unit="money", end=match.end())
    return tuple(made)


def _bound(text: str, start: int) -> Literal["", "least", "most"]:
    least, most = _bounds_by(text[max(0, start - 24) : start])
    if least != most and _NEVER.search(text[max(0, start - 70) : start]):
        return "most" if least else "least"
    return "least" if least else "most" if most else ""


@lru_cache(maxsize=4096)
def _bounds_by(before: str) -> tuple[bool, bool]:
    """Whether the words right before a number make it a least, and a most: they are mostly the same in draft and wording."""
    return bool(_LEAST.search(before)), bool(_MOST.search(before))


def _rate(text: str, end: int) -> str:
    match = _PER.match(text, end)
    return _span_of(match["span"] or match["adverb"].lower().removesuffix("ly")) if match else ""


def _unit(text: str, end: int) -> tuple[Unit, str, int]:
    """What stands behind a number, and where that ends."""
    match = _AFTER.match(text, end)
    if match is None or ((match["times"] or "").lower() == "times" and not _MORE.match(text, match.end())):
        return "", "", end
    if match["span"]:
        kind = (match["kind"] or "").lower().replace("working", "business")
        return "span", kind + _span_of(match["span"]), match.end()
    if match["measure"]:
        return "measure", MEASURES[match["measure"].lower().removesuffix("s")], match.end()
    if match["money"]:
        sign = match["money"].lower()
        return "money", _SIGNS.get(sign[0], sign[-1]), match.end()
    unit: Unit = "points" if match["points"] or match["of_points"] else "percent" if match["percent"] else "times"
    return unit, "", match.end()


def _span_of(word: str) -> str:
    found = word.lower()
    return SPANS.get(found) or SPANS[found.removesuffix("s")]


def _part(text: str, start: int, end: int) -> Part:
    """What stands before a number: from, to or by; an arrow, and "instead of", have a from and a to."""
    before = _said_before(text[max(0, start - 34) : start])
    if before == "now" or _INSTEAD.match(text, end):
        return "to"
    if _ARROW.match(text, end) or before == "once" or _THEN.match(text, end):
        return "from"
    return before


@lru_cache(maxsize=4096)
def _said_before(before: str) -> Part | Literal["now", "once"]:
    """What the words before a number say of its part: they, too, are mostly the same."""
    if _ARROW.search(before[-6:]) or _NOW.search(before):
        return "now"
    if _ONCE.search(before):
        return "once"
    match = _BEFORE.search(before)
    if match is None:
        return "by" if _BY.search(before) else ""
    return match["part"].lower()  # type: ignore[return-value]  # one of the three
