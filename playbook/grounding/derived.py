"""Numbers that a sentence reckons from those of a source: a sum, a difference, a doubling, a share, a rate.

Such a number stands in no source and is no invention either: whoever speaks it must have reckoned, so the line is shown as a
draft to verify. Whether two quantities are equal is for `playbook.grounding.quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from playbook.grounding.number_words import IN_HOURS
from playbook.grounding.quantity import Quantity, is_year

_NEARLY = 0.02
"""Relative error of what was reckoned and rounded."""
_LOOSELY = 0.1
"""The same where a word says that it is no exact number."""
_POINTS, _LOOSE_POINTS, _ABOUT_POINTS = 1.0, 3.0, 8.0
"""By how much a percentage may miss: one in digits, "a third", and "nearly a third"."""
_BOUND = 1.5
"""By what factor a round bound may fall short: "more than 200" of 230."""
_ALL = 100.0
_ROUND = 0.06
"""By what share a rate over a longer time may be rounded."""
_IN_A_YEAR = (4.0, 5.0, 7.0, 12.0, 22.0, 30.0, 48.0, 50.0, 52.0, 250.0, 365.0)
"""Weeks in a month, days in a week, months in a year, and so on."""
_FIGURES = re.compile(r"[- ]figures?\b", re.IGNORECASE)
_DECADE = re.compile(r"['’]?s\b|[- ]odd\b|[- ]something\b|[- ]plus\b")
_TEN = 10
"""How wide "the mid-70s" and "twenty-odd" are."""
_ABOUT = re.compile(
    r"\b(?:nearly|almost|about|roughly|around|some|close to|more than|over|under|less than|just under|just over|almost)\s+"
    r"(?:a |cut |by )?$",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"\baverag|\ba (?:day|week|month|year)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\s*(?:(?P<over>over|above|ahead of|beyond)|under|below|short of)\b", re.IGNORECASE)


def is_derived(one: Quantity, text: str, source: Sequence[Quantity]) -> bool:
    """Whether a quantity of `text` follows from the quantities of one source by a step that anybody can check."""
    if _FIGURES.match(text, one.end):
        return any(10 ** (one.value - 1) <= other.value < 10**one.value for other in source)
    if _DECADE.match(text, one.end):
        return any(one.value <= other.value < one.value + _TEN for other in source)
    about = bool(_ABOUT.search(text[: one.start])) or bool(one.bound)
    if any(_is_close(one, other, text, about=about) for other in source):
        return True
    reckoned = (value for left, right in combinations(source, 2) for value in _reckoned(one, left, right, text))
    return any(_is_reckoned(one, value, about=about) for value in reckoned)


def _is_close(one: Quantity, other: Quantity, text: str, *, about: bool) -> bool:
    """Whether it is one quantity of the source, rounded, bounded, converted, or turned round."""
    if _is_bound(one, other) or _is_nearly(one, other) or _is_rest(one, other) or _is_rate(one, other):
        return True
    if one.unit == "percent" == other.unit and (over := _AGAINST.match(text, one.end)):
        return other.value == (_ALL + one.value if over["over"] else _ALL - one.value)
    if one.unit == other.unit == "span" and one.span != other.span:
        said, stated = (each.value * IN_HOURS.get(each.span, 0) for each in (one, other))
        return bool(said and stated) and abs(said / stated - 1) <= (_LOOSELY if about else _NEARLY)
    # "Nearly two" may be 1.8, and is not 2.2.
    return about and _alike(one, other) and other.value > 0 and -_ROUND <= one.value / other.value - 1 <= 2 * _ROUND


def _is_bound(one: Quantity, other: Quantity) -> bool:
    if one.unit == other.unit == "span" and one.span != other.span:
        said, stated = (each.value * IN_HOURS.get(each.span, 0) for each in (one, other))
        return bool(said and stated) and _holds(one.bound, said, stated)
    return _alike(one, other) and _holds(one.bound, one.value, other.value)


def _holds(bound: str, said: float, stated: float) -> bool:
    """Whether "more than" or "less than" what is said is true of what is stated, and not by far."""
    if bound == "least":
        return said <= stated <= said * _BOUND
    return bound == "most" and stated <= said <= stated * _BOUND


def _is_nearly(one: Quantity, other: Quantity) -> bool:
    is_share = one.is_loose and one.unit == other.unit == "percent"
    return is_share and abs(one.value - other.value) <= _LOOSE_POINTS


def _is_rest(one: Quantity, other: Quantity) -> bool:
    """Whether it is what is left: "the other 60 percent" of 40."""
    return one.unit == other.unit == "percent" and one.value + other.value == _ALL


def _is_rate(one: Quantity, other: Quantity) -> bool:
    """Whether it is the same rate over another stretch of time: 80 a month are close to 1,000 a year."""
    if one.value <= 0 or other.value <= 0 or not _alike(one, other) or not (one.rate or other.rate) or one.rate == other.rate:
        return False
    ratio = one.value / other.value
    return any(abs(ratio / factor - 1) <= _ROUND or abs(ratio * factor - 1) <= _ROUND for factor in _IN_A_YEAR)


def _reckoned(one: Quantity, left: Quantity, right: Quantity, text: str) -> Iterator[float]:
    """What two quantities of a source give in the unit of `one`: sums and differences, factors, percentages, averages."""
    low, high = sorted((left.value, right.value))
    if is_year(left) and is_year(right):
        if one.span in {"", "year"}:
            yield high - low
        return
    if _AVERAGE.search(text) and low > 0 and not (is_year(left) or is_year(right)):
        yield from (high / low, high * low)
    if low == high or not _alike(left, right) or (left.span and right.span and left.span != right.span):
        return
    if low > 0 and one.unit in {"times", "percent"}:
        scale = _ALL if one.unit == "percent" else 1.0
        yield from (scale * low / high, scale * high / low, scale * (high - low) / high, scale * (high - low) / low)
    kind = left if left.unit else right
    if one.unit == kind.unit == "span" and kind.span != one.span:
        hours = IN_HOURS.get(kind.span, 0.0) / IN_HOURS.get(one.span, 1.0)
        yield (high - low) * hours
    elif one.unit in {left.unit, right.unit, "", "points"} or kind.unit == "":
        yield from (high - low, high + low, high * low)


def _is_reckoned(one: Quantity, value: float, *, about: bool) -> bool:
    """Whether what was reckoned is what is said, as exactly as it is said."""
    apart = abs(value - one.value)
    if one.unit == "percent":
        points = (_ABOUT_POINTS if about else _LOOSE_POINTS) if one.is_loose else _LOOSE_POINTS if about else _POINTS
        return apart <= max(points, _NEARLY * one.value) or (about and apart <= _LOOSELY * one.value)
    return value > 0 and apart / value <= (2 * _LOOSELY if about and one.unit == "times" else _LOOSELY if about else _NEARLY)


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or "" in (one.unit, other.unit)
