"""A number of a text with its unit, its rate and the part that it plays. How texts write them is for the grammar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["", "percent", "points", "money", "times", "ordinal", "magnitude", "span", "measure"]
Part = Literal["", "from", "to", "by"]

_YEARS = (1900, 2100)


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
    is_grade: bool = False
    """Whether it is a grade of a school: the fifth grade is grade 5."""
    bound: Literal["", "least", "most"] = ""
    """Whether it is said to be more, or less, than that."""


def is_year(one: Quantity) -> bool:
    """Whether a number is a year of somebody's career."""
    return one.unit == "" and _YEARS[0] <= one.value < _YEARS[1]
