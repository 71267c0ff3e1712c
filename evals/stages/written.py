"""The written stages, as they are evaluated: as delivered on the page, or as a program answered.

As delivered, an answer has passed `signatures.verify`. As answered, words are taken as they came: a line that is missing or
whose tokens are broken keeps the draft's words and is counted, and whatever a line invents is there to be found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import dspy
from pydantic import BaseModel

from evals.stages.stage import Made, Setup, Stage
from playbook.errors import StageFailure
from playbook.grounding.case import ground_of
from playbook.provenance import lines_of, with_lines
from signatures.backend import backend
from signatures.programs import SIGNATURES, WritingProgram, program
from signatures.verify import word
from signatures.wording import decode, wordable
from signatures.writers import WRITERS, compose

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
    draft = compose(SIGNATURES[stage].__name__, inputs)
    open_lines = wordable(draft)
    worded, faults = {}, dict.fromkeys(open_lines, "no answer")
    for line in getattr(prediction, "lines", None) or ():
        if line.id not in open_lines:
            continue
        try:
            worded[line.id] = open_lines[line.id].model_copy(update={"parts": decode(line.text, open_lines[line.id])})
            del faults[line.id]
        except (ValueError, KeyError) as error:
            faults[line.id] = str(error)
    used = usage(prediction)
    return Made(
        with_lines(draft, worded),
        tokens_in=used[0],
        tokens_out=used[1],
        cost_usd=None if sum(used) else 0.0,
        degraded=tuple(f"{at}: {fault}" for at, fault in faults.items()),
    )


def usage(prediction: dspy.Prediction) -> tuple[int, int]:
    """Tokens in and out of the calls behind a prediction."""
    found = (prediction.get_lm_usage() or {}).values()
    return (
        sum(int(one.get("prompt_tokens") or one.get("input_tokens") or 0) for one in found),
        sum(int(one.get("completion_tokens") or one.get("output_tokens") or 0) for one in found),
    )


def _run(stage: str) -> Callable[[dspy.Example, Setup], Made]:
    def run(example: dspy.Example, setup: Setup) -> Made:
        inputs = dict(example.inputs())
        if not setup.delivered:
            with dspy.context(**backend(setup.model, setup.settings), track_usage=True):
                made = artifact(stage, inputs, (setup.program or program(stage))(**inputs))
        else:
            ground = ground_of(inputs["brief"], example.case.knowledge)
            written = word(stage, inputs, model=setup.model, settings=setup.settings, ground=ground)
            made = Made(written.artifact, written.tokens_in, written.tokens_out, written.cost_usd, written.degraded)
        if made.degraded and len(made.degraded) == len(wordable(made.value)):
            # The draft alone is no answer of the model; measured as one it would look like a good one.
            raise StageFailure(
                "model.no-answer",
                found=f"{len(made.degraded)} of {len(made.degraded)} lines without words, first: {made.degraded[0]}",
                wanted="lines that the model worded",
                remedy="see the reason; `playbook doctor` asks the model for one word",
            )
        return made

    return run


def said(artifact_: BaseModel) -> dict[str, str]:
    """The sentences of an artifact that are not quotes, by place."""
    return {at: line.text for at, line in lines_of(artifact_) if line.text not in {source.quote for source in line.sources}}


def _stage(name: str) -> Stage:
    inputs = WRITERS[SIGNATURES[name].__name__].inputs
    return Stage(
        name,
        _run(name),
        {part: PARTS[part] for part in inputs},
        program=lambda: WritingProgram(name),
        made_of=lambda example, prediction: artifact(name, dict(example.inputs()), prediction),
        shown=said,
    )


WRITTEN = tuple(_stage(name) for name in SIGNATURES if name in PARTS.values())
