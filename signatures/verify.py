"""What stands between a model and the page.

The embedded draft is the skeleton: its structure, provenance, sources, quotes and scores never leave this side. A
model's answer replaces words line by line, each line only if it passes: known id, blanks kept, length, grounding. A line
that is only too free becomes a draft to verify. After one more try a line falls back to the embedded words and is recorded
as degraded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import dspy
from pydantic import BaseModel

from playbook.grounding import Ground, issues
from playbook.provenance import Line, with_lines
from signatures.backend import backend
from signatures.programs import SIGNATURES, program
from signatures.wording import Wording, decode, wordable
from signatures.writers import compose

if TYPE_CHECKING:
    from playbook.settings import Settings

ModelT = TypeVar("ModelT", bound=BaseModel)
ATTEMPTS = 2
SPARE_WORDS = 12
STRETCH = 1.6
"""A worded line may have this many times the words of its draft, and `SPARE_WORDS` more."""


@dataclass(frozen=True)
class Written(Generic[ModelT]):
    """A worded artifact, and what it cost."""

    artifact: ModelT
    degraded: tuple[str, ...] = ()
    """`pointer: reason` of each line that kept the draft's words."""
    tokens_in: int = 0
    tokens_out: int = 0
    cost_usd: float | None = 0.0


@dataclass
class _Answer:
    """What came back over all attempts."""

    accepted: dict[str, Line] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    tokens_in: int = 0
    tokens_out: int = 0


def word(stage: str, inputs: Mapping[str, BaseModel], *, model: str, settings: Settings, ground: Ground) -> Written[Any]:
    """The artifact of a written stage, worded by `model`.

    `ground` is what every line may draw from besides its own sources: who applies, where, for what.
    """
    draft = compose(SIGNATURES[stage].__name__, inputs)
    open_lines = wordable(draft)
    answer = _Answer()
    for attempt in range(ATTEMPTS):
        missing = {at: line for at, line in open_lines.items() if at not in answer.accepted}
        if not missing:
            break
        try:
            lines = _ask(stage, inputs, attempt, model=model, settings=settings, answer=answer)
        except (dspy.AdapterParseError, dspy.LMError) as error:
            answer.faults |= dict.fromkeys(missing, f"{type(error).__name__}")
            continue
        _judge(lines, missing, answer, ground)
    degraded = tuple(f"{at}: {answer.faults.get(at, 'no answer')}" for at in open_lines if at not in answer.accepted)
    return Written(with_lines(draft, answer.accepted), degraded, answer.tokens_in, answer.tokens_out)


def _ask(
    stage: str, inputs: Mapping[str, BaseModel], attempt: int, *, model: str, settings: Settings, answer: _Answer
) -> list[Wording]:
    """One call of the stage's program; its usage is added to `answer`."""
    config = {} if attempt == 0 else {"rollout_id": attempt, "temperature": 1.0}  # steps past a cached bad answer
    with dspy.context(**backend(model, settings), track_usage=True):
        prediction = program(stage)(**inputs, **({"config": config} if config else {}))
    for usage in (prediction.get_lm_usage() or {}).values():
        answer.tokens_in += int(usage.get("prompt_tokens") or usage.get("input_tokens") or 0)
        answer.tokens_out += int(usage.get("completion_tokens") or usage.get("output_tokens") or 0)
    return list(prediction.lines)


def _judge(lines: list[Wording], wanted: Mapping[str, Line], answer: _Answer, ground: Ground) -> None:
    """Accept each line that passes; note what is wrong with the others."""
    for worded in lines:
        draft = wanted.get(worded.id)
        if draft is None:
            continue
        fault, line = _fault(worded.text, draft, ground)
        if fault:
            answer.faults[worded.id] = fault
        else:
            answer.accepted[worded.id] = line


def _fault(text: str, draft: Line, ground: Ground) -> tuple[str, Line]:
    """What is wrong with the words of a line, or the empty string and the line.

    A line that goes further than its sources without a fact that they lack is kept as a draft for the candidate to verify.
    """
    try:
        line = draft.model_copy(update={"parts": decode(text, draft)})
    except ValueError as error:
        return str(error), draft
    if line.text == draft.text:
        return "", draft
    if {blank.id for blank in line.blanks} != {blank.id for blank in draft.blanks}:
        return "a question to the candidate is missing", draft
    if len(line.text.split()) > len(draft.text.split()) * STRETCH + SPARE_WORDS:
        return "too long", draft
    found = issues(line, replace(ground, case=(*ground.case, draft.stated)))
    hard = [issue for issue in found if issue.tier == "hard"]
    if hard:
        return "; ".join(map(str, hard)), draft
    return "", line.model_copy(update={"provenance": "draft"}) if found else line
