"""What a stage is to the evaluation: what it needs, its examples, how it runs, and what is kept of what it made.

A new stage is one entry in `evals.stages.STAGES`. How well it did is for `evals.scorers`; running many is for
`evals.evaluate`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import dspy

from evals.cases import Case

if TYPE_CHECKING:
    from playbook.settings import Settings
    from signatures.budget import Budget


@dataclass(frozen=True)
class Setup:
    """By what the stages of a run are run."""

    model: str
    settings: Settings
    program: dspy.Module | None = None
    """Instead of the stage's own program; of the one stage that is measured."""
    delivered: bool = True
    """Whether written stages go through `signatures.verify`, as on the page. Else a model's answer is taken as it is,
    which is what tells programs and models apart."""
    budget: Budget | None = None
    """The caps on the calls of one pair."""
    judge: str | None = None
    """A model that grades what was written, beside the free scorers."""


@dataclass(frozen=True)
class Made:
    """What a stage made of an example, and what it cost."""

    value: Any
    tokens_in: int = 0
    tokens_out: int = 0
    cost_usd: float | None = 0.0
    """`None` where the model has no known price."""
    degraded: tuple[str, ...] = ()
    """`pointer: reason` of each line that kept the draft's words."""
    unanswered: bool = False
    """Whether no answer came at all."""


def whole_case(case: Case, inputs: Mapping[str, Any]) -> Iterator[dspy.Example]:
    """One example a pair, with the inputs as they are."""
    yield dspy.Example(id=case.id, case=case, **inputs).with_inputs(*inputs)


@dataclass(frozen=True)
class Stage:
    """A stage as it is evaluated."""

    name: str
    """The verb of the stage, as everywhere."""
    run: Callable[[dspy.Example, Setup], Made]
    """Raises where it fails: the error is recorded, and nothing is scored."""
    needs: Mapping[str, str] = field(default_factory=dict)
    """Name of an input to the stage that makes it."""
    examples: Callable[[Case, Mapping[str, Any]], Iterator[dspy.Example]] = whole_case
    """The examples of a pair, each with `id`, `case` and the inputs of the stage; labels may stand beside them."""
    program: Callable[[], dspy.Module] | None = None
    """Its DSPy program as it stands, for stages that have one: a saved state is loaded into it."""
    made_of: Callable[[dspy.Example, dspy.Prediction], Made] | None = None
    """What a program's prediction amounts to, for stages that have a program."""
    shown: Callable[[Any], dict[str, str]] = lambda _: {}
    """What of the value is kept for a comparison side by side, by place."""
    in_pipeline: bool = True
    """Whether it is part of the pipeline; one that is not is only run by its name."""
