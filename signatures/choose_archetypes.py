"""The signature of the stage `choose_archetypes`, its program, and how the stage asks it.

The rules stand in `playbook.writing.archetype_choice`; what is remembered of labelled bullets is the program's demos.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dspy

from playbook.artifacts.archetypes import Signs
from playbook.settings import EMBEDDED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playbook.settings import Settings


class ChooseArchetypes(dspy.Signature):  # type: ignore[misc]  # dspy ships no types
    """Say which kind of accomplishment each bullet of a resume is, by what the rules found of it.

    Take one of the kinds that its cues name or that the examples show. A wrong kind asks absurd questions of the candidate:
    where no kind is likely, take `delivery`, which fits every bullet.
    """

    bullets: list[Signs] = dspy.InputField(desc="The bullets of the resume, each with what the rules found.")
    archetypes: list[str] = dspy.OutputField(
        title="ChooseArchetypes", desc="The id of the kind of each bullet, in the order of the bullets."
    )


class ChooseArchetypesProgram(dspy.Module):  # type: ignore[misc]  # dspy ships no types
    """Chooses the kinds of a resume's bullets."""

    def __init__(self) -> None:
        """Without demos it chooses by rule."""
        super().__init__()
        self.choose = dspy.Predict(ChooseArchetypes)

    def forward(self, bullets: list[Signs]) -> dspy.Prediction:
        """A prediction with the field `archetypes`."""
        return self.choose(bullets=bullets)


def decide_of(module: dspy.Module, model: str, settings: Settings) -> Callable[[Sequence[Signs]], Sequence[str]]:
    """How the stage asks its program. What a model leaves out of its answer stays as the rules have it."""
    from signatures.backend import backend

    def decide(bullets: Sequence[Signs]) -> Sequence[str]:
        if not bullets:
            return ()
        with dspy.context(**backend(model, settings), disable_history=True, trace=None):
            said: list[Any] = list(module(bullets=list(bullets)).archetypes)
        return tuple(said[at] if at < len(said) else bullet.rule for at, bullet in enumerate(bullets))

    return decide


def standing_choice(settings: Settings) -> Callable[[Sequence[Signs]], Sequence[str]]:
    """The choice as a build makes it: the program that stands for the embedded engine."""
    from signatures.programs import program

    return decide_of(program("choose_archetypes", EMBEDDED, settings).module, EMBEDDED, settings)
