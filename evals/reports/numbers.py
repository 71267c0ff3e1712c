"""How a measured number is written, on a terminal and on a page."""

from __future__ import annotations

from evals.runs import is_share, scorer_of
from evals.statistics import Interval

_SIGNS = {"higher": "↑", "lower": "↓"}


def number(scorer: str, value: float, *, signed: bool = False) -> str:
    """A value of a scorer in its unit; shares in percent."""
    shown = f"{value * 100:{'+' if signed else ''}.1f}" if is_share(scorer) else f"{value:{'+' if signed else ''}.2f}"
    return shown if shown not in {"-0.0", "-0.00"} else shown[1:]


def interval(scorer: str, one: Interval, *, signed: bool = False) -> str:
    """A value with its interval."""
    low, high = number(scorer, one.low, signed=signed), number(scorer, one.high, signed=signed)
    return f"{number(scorer, one.value, signed=signed)} [{low}, {high}]"


def direction(scorer: str) -> str:
    """An arrow to where better is."""
    known = scorer_of(scorer)
    return _SIGNS[known.better] if known else _SIGNS["higher"]


def words(name: str) -> str:
    """A name of code as it is read."""
    return name.replace("_", " ")
