"""The stage `choose_archetypes`, as it is evaluated: cues, and the program that makes kinds of them by experience."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import dspy
from rapidfuzz import fuzz, process

from evals.cases import Case
from evals.stages.stage import Made, Setup, Stage
from playbook.artifacts.archetypes import Archetypes
from playbook.settings import EMBEDDED
from playbook.writing.archetype_choice import choose_archetypes, signs_of
from signatures.choose_archetypes import ChooseArchetypesProgram, decide_of
from signatures.programs import program

_SAME = 88
"""Likeness of a bullet that was read and a labelled one, from which on they are one."""


def _examples(case: Case, inputs: Mapping[str, Any]) -> Iterator[dspy.Example]:
    """One example a pair. The signature's input is `bullets`; `archetypes` are the labelled ones, in the order of the bullets.

    A bullet that no labeller saw has the kind by rule; `labelled` says which ones they saw.
    """
    resume = inputs["resume"]
    signs = [signs_of(highlight, case.knowledge) for highlight in resume.highlights]
    kinds = [sign.rule for sign in signs]
    labelled = [False] * len(signs)
    for story in case.item.labels.stories:
        found = process.extractOne(story.bullet, [one.text for one in signs], scorer=fuzz.ratio, score_cutoff=_SAME)
        if found is not None and story.archetype:
            kinds[found[2]], labelled[found[2]] = story.archetype, True
    yield dspy.Example(id=case.id, case=case, **inputs, bullets=signs, archetypes=kinds, labelled=labelled).with_inputs(
        "bullets"
    )


def _run(example: dspy.Example, setup: Setup) -> Made:
    # On the page kinds are computed, whatever model words the rest.
    model = EMBEDDED if setup.delivered else setup.model
    module = setup.program or program("choose_archetypes", model, setup.settings).module
    return Made(choose_archetypes(example.resume, example.case.knowledge, decide_of(module, model, setup.settings)))


def _made_of(example: dspy.Example, prediction: dspy.Prediction) -> Made:
    said = list(getattr(prediction, "archetypes", None) or ())
    rules = [bullet.rule for bullet in example.bullets]
    return Made(
        choose_archetypes(example.resume, example.case.knowledge, lambda _: [*said[: len(rules)], *rules[len(said) :]]),
        degraded=tuple(f"bullet {at}: no kind" for at in range(len(said), len(rules))),
    )


def _shown(chosen: Archetypes) -> dict[str, str]:
    return dict(chosen.kinds)


CHOOSE_ARCHETYPES = Stage(
    "choose_archetypes",
    _run,
    {"resume": "parse_resume"},
    examples=_examples,
    program=ChooseArchetypesProgram,
    made_of=_made_of,
    shown=_shown,
)
