"""How the quantities of a sentence compare with those of its sources: by value, by unit, by rate, by what they count.

Reading them out of text is for `playbook.grounding.figures`; whether a sentence may state one for `playbook.grounding.judging`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from playbook.grounding.figures import figures
from playbook.grounding.number_words import IN_FEET, IN_HOURS, UNITS
from playbook.grounding.phrases import Phrases
from playbook.grounding.quantity import Quantity
from playbook.knowledge.recall import recalled

_CIRCA = re.compile(r"(?<![\w.])ca?\.(?=\d)")
"""Glued to a number, it hides it: "c.70 patients"."""
_LITTLE_MORE = 1.1
"""By what factor "more than 4" may fall short of what the source has."""
_WHOLE = 100.0
_POUNDS = {("measure", "pound"), ("money", "£")}
"""The word tells not whether it weighs or pays."""
_FEW = (2, 6)
"""Numbers that somebody counts off a list without its being stated."""
_NAME = r"[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*)*"
_LISTS = Phrases(rf"{_NAME}(?:(?:, (?:and )?| and | & |/){_NAME})+")
_PLAIN_LISTS = Phrases(r"\b[a-z-]+(?:, [a-z-]+)+,? and [a-z-]+\b|\b(?:19|20)\d\d(?:, (?:and )?(?:19|20)\d\d)+\b")
_BETWEEN = re.compile(r", (?:and )?| and | & |/")
_ONE_AND_MORE = Phrases(rf"\b[A-Z]{{2,}} and (?P<count>\d|{'|'.join(UNITS)})\b")
_ALL = Phrases(r"\b(?:all|every|each|full(?:y)?|entire)\b", re.IGNORECASE)


@recalled(16384)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, in order."""
    return tuple(figures(_CIRCA.sub(lambda short: " " * len(short.group()), text)))


@lru_cache(maxsize=16384)
def numbers(text: str) -> frozenset[float]:
    """The values of a text's quantities: `500K+` is 500000, `$2.4M` 2400000, `seven` 7."""
    counted = (one for one in quantities(text) if one.unit != "magnitude" and not is_factor(one) and not one.is_loose)
    return frozenset(one.value for one in counted)


def is_factor(one: Quantity) -> bool:
    """Whether it is a doubling or the like, said in words."""
    return one.unit == "times" and not one.words[:1].isdigit()


def is_stated(claimed: Quantity, sources: tuple[Quantity, ...]) -> bool:
    """Whether sources have this value, in whatever unit."""
    if claimed.unit == "magnitude":
        return any(one.value >= claimed.value or (one.unit == "magnitude" and one.value == claimed.value) for one in sources)
    return any(is_equal(claimed, one) and one.unit != "magnitude" for one in sources)


def is_count_of_list(one: Quantity, source: str) -> bool:
    """Whether a small number counts what a source lists: "three cities" of "Oslo, Bergen and Molde"; or says all of it."""
    if one.unit == "percent" and one.value == _WHOLE:
        return bool(_ALL.search(source))
    if not one.words.isalpha() or not _FEW[0] <= one.value <= _FEW[1]:
        return False
    counts = [len(_BETWEEN.split(match.group())) for match in _LISTS.finditer(source)]
    counts += [1 + int(UNITS.get(match["count"].lower(), 0) or match["count"]) for match in _ONE_AND_MORE.finditer(source)]
    counts += [len(_BETWEEN.split(match.group())) for match in _PLAIN_LISTS.finditer(source)]
    return one.value in counts


def is_equal(left: Quantity, right: Quantity) -> bool:
    """Whether a claimed quantity has the value of a stated one.

    A third is 33 percent, six months are half a year, two feet 24 inches, and 4.2 is more than 4 or less than 4.5.
    """
    if left.value == right.value:
        return True
    if left.bound == "least" and left.value < right.value <= left.value * _LITTLE_MORE:
        return True
    if left.bound == "most" and right.value < left.value <= right.value * _LITTLE_MORE:
        return True
    for table, unit in ((IN_HOURS, "span"), (IN_FEET, "measure")):
        if left.unit == right.unit == unit and left.span != right.span:
            return abs(left.value * table.get(left.span, 0) - right.value * table.get(right.span, -1)) < 1 / _WHOLE
    if {left.unit, right.unit} == {"percent", ""} and 0 < min(left.value, right.value) < 1:
        share, whole = sorted((left.value, right.value))
        return abs(share * _WHOLE - whole) < 1 / _WHOLE
    in_words = "percent" in (left.unit, right.unit) and (left.is_loose or right.is_loose)
    return in_words and abs(left.value - right.value) < 1


def in_hours(one: Quantity) -> float:
    """The value of a quantity, of a stretch of time in hours, so that minutes compare with days."""
    return one.value * (IN_HOURS.get(one.span, 1.0) if one.unit == "span" else 1.0)


def same_rate(claimed: Quantity, source: Quantity) -> bool:
    """Whether two quantities are not so much a month and so much a year."""
    return not claimed.rate or not source.rate or claimed.rate == source.rate


def same_bound(claimed: Quantity, source: Quantity) -> bool:
    """Whether "up to 40" does not stand for "40 or more"."""
    return not claimed.bound or not source.bound or claimed.bound == source.bound


def same_unit(claimed: Quantity, source: Quantity) -> bool:
    """Whether two quantities of one value measure the same: a sum may lose its sign, a percentage may not."""
    if claimed.value != source.value:
        return True  # equal by conversion
    if claimed.unit == source.unit and claimed.unit in {"span", "money", "measure"}:
        return not claimed.span or not source.span or claimed.span == source.span or source.span.endswith(f" {claimed.span}")
    are_pounds = {(claimed.unit, claimed.span), (source.unit, source.span)} == _POUNDS
    if are_pounds or claimed.unit == source.unit or "magnitude" in (claimed.unit, source.unit):
        return True
    if claimed.unit == "" and (source.unit in {"money", "points"} or (source.unit == "times" and not claimed.words.isdigit())):
        return True
    if "ordinal" in (claimed.unit, source.unit):
        return claimed.unit != "ordinal" or claimed.is_grade
    return {claimed.unit, source.unit} <= {"", "span"} or {claimed.unit, source.unit} <= {"", "measure"}
