"""What a scorer is, and what it returns. The scorers themselves stand in one file a theme beside this one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import dspy


@dataclass(frozen=True)
class Score:
    """What a scorer says of one example."""

    value: float
    """The mean over what was looked at: a share from 0 to 1, unless the scorer has another unit."""
    n: float = 1
    """How many things were looked at; means over examples are weighted by it."""
    reasons: tuple[str, ...] = ()
    """What is wrong, one thing a line."""
    parts: Mapping[str, float] = field(default_factory=dict)
    """How many of what is wrong break which rule, where a scorer has several rules."""


Look = Callable[[dspy.Example, Any], Score | None]


@dataclass(frozen=True)
class Scorer:
    """A measure of what a stage made. It costs no call of a model, and knows neither runs nor stores."""

    name: str
    stages: tuple[str, ...]
    look: Look
    """Of an example and what the stage made of it; `None` where it does not apply, such as where nothing is labelled."""
    better: Literal["higher", "lower"] = "higher"
    version: int = 1
    """Goes up when the same thing would be scored otherwise: only scores of one version are compared."""
    unit: Literal["share", "count", "seconds", "years", "rank", "points"] = "share"
    rests_on: tuple[str, ...] = ()
    """Kinds of labels that it compares with, as `evals.agreement` names them; it gates only where labellers agree on them."""
    heading: str = ""
    """Its column in the table by family; empty for those that are not shown there."""
    is_rule: bool = False
    """Whether it holds a rule that may never get worse, whatever else is gained."""

    is_conditional: bool = False
    """Whether it looks only at what the stage itself chose to do: two programs are then not judged on the same things, so that
    it is shown and gates nothing."""

    @property
    def sentence(self) -> str:
        """What it measures, in a sentence."""
        return " ".join((self.look.__doc__ or "").split())


def share(right: int, n: int, reasons: tuple[str, ...] = ()) -> Score | None:
    """A share with its reasons; `None` of nothing."""
    return Score(right / n, n, reasons) if n else None
