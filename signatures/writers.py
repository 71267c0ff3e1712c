"""Signature names to the embedded writers behind them, with the types of their inputs.

The registry is explicit: an unknown task fails. The writers themselves stand in `playbook.writing`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from playbook.artifacts.asks import Asks
from playbook.artifacts.assessment import Assessment
from playbook.artifacts.brief import Brief
from playbook.artifacts.pitch import Pitch
from playbook.artifacts.questions import Questions
from playbook.artifacts.scripts import Scripts
from playbook.artifacts.stories import Stories
from playbook.knowledge.packs import Knowledge, load
from playbook.knowledge.spelling import in_language
from playbook.settings import Settings
from playbook.writing.ask_back import ask_back
from playbook.writing.assess import assess
from playbook.writing.bridge_gaps import bridge_gaps
from playbook.writing.condense import condense
from playbook.writing.decode import decode
from playbook.writing.draft_stories import draft_stories
from playbook.writing.generate_questions import generate_questions
from playbook.writing.pitch import pitch
from playbook.writing.plan_90_days import plan_90_days


@dataclass(frozen=True)
class Writer:
    """A writer and the artifacts that it is handed, by name and in order; the packs come last."""

    write: Callable[..., BaseModel]
    inputs: Mapping[str, type[BaseModel]]


WRITERS: dict[str, Writer] = {
    "Assess": Writer(assess, {"brief": Brief}),
    "Decode": Writer(decode, {"brief": Brief}),
    "Pitch": Writer(pitch, {"brief": Brief}),
    "DraftStories": Writer(draft_stories, {"brief": Brief}),
    "GenerateQuestions": Writer(generate_questions, {"brief": Brief, "stories": Stories}),
    "BridgeGaps": Writer(bridge_gaps, {"brief": Brief, "stories": Stories, "questions": Questions}),
    "AskBack": Writer(ask_back, {"brief": Brief}),
    "Plan90Days": Writer(plan_90_days, {"brief": Brief}),
    "Condense": Writer(
        condense,
        {"brief": Brief, "assessment": Assessment, "pitch": Pitch, "stories": Stories, "scripts": Scripts, "asks": Asks},
    ),
}


def task_of(signature: Any) -> str:  # noqa: ANN401  dspy ships no types
    """The task that a signature stands for; empty where no writer serves it.

    It is the title of the output field: DSPy renames a signature as soon as its instructions change, as they do in a program
    that is loaded and in every candidate of an optimizer.
    """
    return next((field.title for field in signature.output_fields.values() if field.title in WRITERS), "")


def compose(task: str, inputs: Mapping[str, Any]) -> BaseModel:
    """What the embedded writer makes of a signature's inputs, given as artifacts or as their JSON.

    Raises `KeyError` on a task that no writer serves.
    """
    writer = WRITERS[task]
    facts = [kind.model_validate(inputs[name]) for name, kind in writer.inputs.items()]
    facts_of_case = next(one for one in facts if isinstance(one, Brief))
    return writer.write(*facts, in_language(packs(), facts_of_case.language))


@lru_cache(maxsize=1)
def packs() -> Knowledge:
    """The packs of this process: a writer behind an engine cannot be handed them."""
    settings = Settings()
    return load(Path(settings.knowledge), settings.compiled)
