"""Numbers that a sentence reckons from those of a source: a sum, a difference, a doubling, a share, a rate.

Such a number stands in no source and is no invention either: whoever speaks it must have reckoned, so the line is shown as a
draft to verify. Whether two quantities are equal is for `playbook.grounding.quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from playbook.grounding.number_words import IN_HOURS
from playbook.grounding.quantity import Quantity, is_year

_NEARLY = 0.02
"""Relative error of a factor, and of a percentage that was rounded."""
_POINTS = 1.0
_LOOSE_POINTS = 3.0
"""By how much "nearly a third" may miss what the source has."""
_AGAINST = re.compile(r"\s*(?:(?P<over>over|above|ahead of|beyond)|under|below|short of)\b", re.IGNORECASE)
_ABOUT_POINTS = 8.0
_ABOUT = re.compile(r"\b(?:nearly|almost|about|roughly|close to|more than|over|just under)\s+(?:a |cut )?$", re.IGNORECASE)
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


def is_derived(one: Quantity, text: str, source: Sequence[Quantity]) -> bool:
    """Whether a quantity of `text` follows from the quantities of one source by a step that anybody can check."""
    if _FIGURES.match(text, one.end):
        return any(10 ** (one.value - 1) <= other.value < 10**one.value for other in source)
    if _DECADE.match(text, one.end):
        return any(one.value <= other.value < one.value + _TEN for other in source)
    if any(_is_bound(one, other) or _is_nearly(one, other) or _is_rest(one, other) or _is_rate(one, other) for other in source):
        return True
    if one.unit == "percent" and (over := _AGAINST.match(text, one.end)):
        whole = _ALL + one.value if over["over"] else _ALL - one.value
        if any(other.unit == "percent" and other.value == whole for other in source):
            return True
    if _ABOUT.search(text[: one.start]) and any(_alike(one, other) and _is_about(one.value, other.value) for other in source):
        return True
    slack = _ABOUT_POINTS if one.is_loose and _ABOUT.search(text[: one.start]) else _LOOSE_POINTS if one.is_loose else _POINTS
    return any(_follows(one, left, right, slack) for left, right in pairwise(source))


def _is_about(said: float, stated: float) -> bool:
    return stated > 0 and abs(said / stated - 1) <= _ROUND


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


def _follows(one: Quantity, left: Quantity, right: Quantity, slack: float) -> bool:
    """Whether it is the sum or the difference of two quantities of a kind, the factor between them, or its percentage.

    `slack` is by how many points the percentage may miss.
    """
    if left.value == right.value or not _alike(left, right) or (left.span and right.span and left.span != right.span):
        return False
    low, high = sorted((left.value, right.value))
    if one.unit == "times":
        return low > 0 and abs(high / low / max(one.value, 1 / max(one.value, _NEARLY)) - 1) <= _NEARLY
    if one.unit == "percent" and high > 0 and abs(low / high * _ALL - one.value) <= slack:
        return True
    if one.unit == "percent" and left.value > 0:
        change = abs(right.value - left.value) / left.value * _ALL
        if abs(change - one.value) <= max(slack, _NEARLY * one.value):
            return True
    if is_year(left) and is_year(right):
        return one.value == high - low and one.span in {"", "year"}
    is_kind = one.unit in {left.unit, right.unit} or one.unit in {"", "points"} or (left.unit == "" and one.unit == "span")
    return is_kind and one.value in {low + high, round(high - low, 6), low * high}


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or "" in (one.unit, other.unit)
