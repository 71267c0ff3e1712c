"""The DSPy modules: one program a stage, over the signature of the stage.

A program is loaded by stage and model; where none was promoted, it is the signature as it stands. Which one is promoted is
for `promotion`, how an answer is checked for `verify`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from typing import Any

import dspy

from playbook.errors import Refusal
from playbook.settings import Settings
from signatures.ask_back import AskBack
from signatures.assess import Assess
from signatures.bridge_gaps import BridgeGaps
from signatures.choose_archetypes import ChooseArchetypesProgram
from signatures.condense import Condense
from signatures.decode import Decode
from signatures.draft_stories import DraftStories
from signatures.generate_questions import GenerateQuestions
from signatures.match import MatchProgram
from signatures.pitch import Pitch
from signatures.plan_90_days import Plan90Days
from signatures.promotion import Program, chosen, kept

SIGNATURES: dict[str, type[dspy.Signature]] = {
    "assess": Assess,
    "decode": Decode,
    "pitch": Pitch,
    "draft_stories": DraftStories,
    "generate_questions": GenerateQuestions,
    "bridge_gaps": BridgeGaps,
    "ask_back": AskBack,
    "plan_90_days": Plan90Days,
    "condense": Condense,
}
"""Written stage to its signature."""


class WritingProgram(dspy.Module):  # type: ignore[misc]  # dspy ships no types
    """Words the sentences of one stage."""

    def __init__(self, stage: str) -> None:
        """`stage` is a key of `SIGNATURES`."""
        super().__init__()
        self.word = dspy.Predict(SIGNATURES[stage])

    def forward(self, **inputs: Any) -> dspy.Prediction:  # noqa: ANN401  the signature types them
        """The worded lines, as a prediction with the field `lines`."""
        return self.word(**inputs)


PROGRAMS: dict[str, Callable[[], dspy.Module]] = {
    "match": MatchProgram,
    "choose_archetypes": ChooseArchetypesProgram,
    **{stage: partial(WritingProgram, stage) for stage in SIGNATURES},
}
"""Stage to its program as it stands."""


@dataclass(frozen=True)
class Chosen:
    """The program that a run takes for a stage."""

    module: dspy.Module
    name: str | None = None
    """The id of a promoted program; `None` for the signature as it stands."""
    refusal: str = ""
    """Why the promoted program was not taken, where it does not fit: the signature as it stands is, and says so."""


def program(stage: str, model: str, settings: Settings, run: str = "") -> Chosen:
    """The program of a stage for a model: the promoted one where it fits. A run always takes the same one."""
    name = chosen(stage, model, settings, run)
    if name is None:
        return Chosen(_plain(stage))
    try:
        return Chosen(_loaded(stage, kept(name, settings)), name)
    except Refusal as refusal:
        return Chosen(_plain(stage), refusal=str(refusal))


def program_of(stage: str, state: Mapping[str, Any]) -> dspy.Module:
    """The program of a stage with a saved state."""
    module = PROGRAMS[stage]()
    module.load_state(dict(state))
    return module


def signature_sha(stage: str) -> str:
    """The hash of the fields of a stage's signatures, by name, type and description; instructions are the program's own."""
    fields = [
        (name, field.title, str(field.annotation), (field.json_schema_extra or {}).get("desc"))
        for _, predictor in sorted(PROGRAMS[stage]().named_predictors())
        for name, field in predictor.signature.fields.items()
    ]
    return sha256(json.dumps(fields, sort_keys=True, default=str).encode()).hexdigest()[:16]


@lru_cache(maxsize=32)
def _plain(stage: str) -> dspy.Module:
    return PROGRAMS[stage]()


def _loaded(stage: str, found: Program) -> dspy.Module:
    check_fits(found, stage)
    module = _modules.get(found.program)
    if module is None:
        module = _modules[found.program] = program_of(stage, found.state)
    return module


_modules: dict[str, dspy.Module] = {}
"""Programs of this process, by id: a program never changes."""


def check_fits(found: Program, stage: str) -> None:
    """Raise `Refusal` where a program is for another stage, or for other fields than the stage's signature has."""
    if found.stage != stage:
        raise Refusal(
            "program.other-stage", found=f"a program for {found.stage}", wanted=f"one for {stage}", remedy="name another"
        )
    now = signature_sha(stage)
    if found.signature_sha != now:
        raise Refusal(
            "program.other-signature",
            found=f"program {found.program} for the fields {found.signature_sha}",
            wanted=f"one for the fields {now} that {stage} has",
            remedy="optimise again, or `playbook rollback` the stage",
        )
