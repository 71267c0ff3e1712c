"""The written stages, as they are evaluated: as delivered on the page, or as a program answered.

As delivered, an answer has passed `signatures.verify`. As answered, words are taken as they came: a line that is missing or
whose tokens are broken keeps the draft's words and is counted, and whatever a line invents is there to be found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import dspy
from pydantic import BaseModel

from evals.cases import Case
from evals.stages.stage import Made, Setup, Stage
from playbook.errors import StageFailure
from playbook.grounding.case import ground_of
from playbook.provenance import lines_of, with_lines
from signatures.backend import backend, lines_a_call
from signatures.drafts import draft_of
from signatures.metering import Account
from signatures.parts import parts_of
from signatures.programs import SIGNATURES, WritingProgram, program
from signatures.verify import word
from signatures.wording import decode
from signatures.writers import WRITERS, task_of

PARTS = {
    "brief": "brief",
    "assessment": "assess",
    "decoding": "decode",
    "pitch": "pitch",
    "stories": "draft_stories",
    "questions": "generate_questions",
    "scripts": "bridge_gaps",
    "asks": "ask_back",
    "plan": "plan_90_days",
    "cheat_sheet": "condense",
}
"""What the writers are handed, and the stage that makes it."""


def artifact(stage: str, inputs: Mapping[str, Any], prediction: dspy.Prediction) -> Made:
    """What a prediction of a written stage amounts to: the draft with the words of its lines."""
    draft = draft_of(task_of(SIGNATURES[stage]), inputs)
    worded, faults = {}, dict.fromkeys(draft.lines, "no answer")
    for line in getattr(prediction, "lines", None) or ():
        if line.id not in draft.lines:
            continue
        try:
            worded[line.id] = draft.lines[line.id].model_copy(update={"parts": decode(line.text, draft.lines[line.id])})
            faults.pop(line.id, None)
        except ValueError as error:
            faults[line.id] = str(error)
    degraded = tuple(f"{at}: {fault}" for at, fault in faults.items())
    known = any(line.id in draft.lines for line in getattr(prediction, "lines", None) or ())
    return Made(with_lines(draft.artifact, worded), degraded=degraded, unanswered=not known)


def _run(stage: str) -> Callable[[dspy.Example, Setup], Made]:
    def run(example: dspy.Example, setup: Setup) -> Made:
        inputs = dict(example.inputs())
        made = _delivered(stage, inputs, example.case, setup) if setup.delivered else _answered(stage, inputs, setup)
        lines = draft_of(task_of(SIGNATURES[stage]), inputs).lines
        if lines and made.unanswered:  # the draft, measured as its answer, would look like a good one
            raise StageFailure(
                "model.no-answer",
                found=f"{len(lines)} of {len(lines)} lines without words, first: {made.degraded[0]}",
                wanted="lines that the model worded",
                remedy="see the reason; `playbook doctor` asks the model for one word",
            )
        return made

    return run


def _delivered(stage: str, inputs: dict[str, Any], case: Case, setup: Setup) -> Made:
    ground = ground_of(inputs["brief"], case.knowledge)
    written = word(stage, inputs, model=setup.model, settings=setup.settings, ground=ground, budget=setup.budget)
    return Made(written.artifact, written.tokens_in, written.tokens_out, written.cost_usd, written.degraded, written.unanswered)


def _answered(stage: str, inputs: dict[str, Any], setup: Setup) -> Made:
    """The words of a program, asked for by the same parts as in a build."""
    account = Account(budget=setup.budget, stage=stage)
    module = setup.program or program(stage, setup.model, setup.settings).module
    lines: list[Any] = []
    for part in parts_of(draft_of(task_of(SIGNATURES[stage]), inputs).lines, lines_a_call(setup.model, setup.settings)):
        asking = backend(setup.model, setup.settings, account=account, only=part.keys())
        with dspy.context(**asking, disable_history=True):
            lines += getattr(module(**inputs), "lines", None) or ()
    return replace(artifact(stage, inputs, dspy.Prediction(lines=lines)), **spent(account))


def spent(account: Account) -> dict[str, Any]:
    """What calls cost, as `Made` has it."""
    return {"tokens_in": account.tokens_in, "tokens_out": account.tokens_out, "cost_usd": account.cost_usd}


def said(artifact_: BaseModel) -> dict[str, str]:
    """The sentences of an artifact that are not quotes, by place."""
    return {at: line.text for at, line in lines_of(artifact_) if line.text not in {source.quote for source in line.sources}}


def _stage(name: str) -> Stage:
    inputs = WRITERS[task_of(SIGNATURES[name])].inputs
    return Stage(
        name,
        _run(name),
        {part: PARTS[part] for part in inputs},
        program=lambda: WritingProgram(name),
        made_of=lambda example, prediction: artifact(name, dict(example.inputs()), prediction),
        shown=said,
    )


WRITTEN = tuple(_stage(name) for name in SIGNATURES if name in PARTS.values())
