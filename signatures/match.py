"""The signature of the judgement within the stage `match`, its program, and how the stage asks it.

The rules stand in `playbook.matching`; what is remembered of labelled lines is the program's demos.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dspy

from playbook.artifacts.matching import Status, Traits
from playbook.settings import EMBEDDED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playbook.settings import Settings


class Match(dspy.Signature):  # type: ignore[misc]  # dspy ships no types
    """Say how far a resume meets each line of a posting, by what the rules found of it; be fair, and never generous.

    Take one of the statuses that are open for the line. `covered` is shown, `partial` is part of it or near to it, `gap` is
    nothing of it, `unknown` is what nobody can tell from a resume.
    """

    lines: list[Traits] = dspy.InputField(desc="The lines of the posting, each with what the rules found.")
    statuses: list[Status] = dspy.OutputField(title="Match", desc="The status of each line, in the order of the lines.")


class MatchProgram(dspy.Module):  # type: ignore[misc]  # dspy ships no types
    """Judges the lines of a posting."""

    def __init__(self) -> None:
        """Without demos it judges by rule."""
        super().__init__()
        self.judge = dspy.Predict(Match)

    def forward(self, lines: list[Traits]) -> dspy.Prediction:
        """A prediction with the field `statuses`."""
        return self.judge(lines=lines)


def judge_of(module: dspy.Module, model: str, settings: Settings) -> Callable[[Sequence[Traits]], Sequence[Status]]:
    """How the stage asks its program. What a model leaves out of its answer stays as the rules have it."""
    from signatures.backend import backend

    def judge(lines: Sequence[Traits]) -> Sequence[Status]:
        if not lines:
            return ()
        with dspy.context(**backend(model, settings), disable_history=True, trace=None):
            said: list[Any] = list(module(lines=list(lines)).statuses)
        return tuple(said[at] if at < len(said) else line.rule for at, line in enumerate(lines))

    return judge


def standing_judge(settings: Settings) -> Callable[[Sequence[Traits]], Sequence[Status]]:
    """The judgement as a build makes it: the program that stands for the embedded engine."""
    from signatures.programs import program

    return judge_of(program("match", EMBEDDED, settings).module, EMBEDDED, settings)
