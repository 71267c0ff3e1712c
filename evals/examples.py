"""Labelled pairs as `dspy.Example`s of a stage: its signature's inputs, made by the stages before it on the embedded engine.

Optimizers learn from these; `evals.metrics` scores what they come up with.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import dspy

from evals.cases import case_of
from evals.labelled.release import Item, Release, current
from evals.running import make_needs
from evals.stages import STAGES

if TYPE_CHECKING:
    from playbook.settings import Settings


def examples(stage: str, split: str, *, settings: Settings, release: Release | None = None) -> list[dspy.Example]:
    """The examples of a stage over a split of the newest text, or of `release`.

    Each has `id`, `case` (the pair with its labels) and the inputs of the stage's signature, which are marked as such.
    Raises what the stages before it raise.
    """
    return [one for item in (release or current()).of(split) for one in examples_of(item, stage, settings)]


def examples_of(item: Item, stage: str, settings: Settings) -> Iterable[dspy.Example]:
    """The examples of one pair."""
    case = case_of(item, settings)
    made: dict[str, Any] = make_needs(case, STAGES[stage], settings)
    return STAGES[stage].examples(case, {name: made[maker] for name, maker in STAGES[stage].needs.items()})
