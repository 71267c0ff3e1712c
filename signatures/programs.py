"""The DSPy modules: one program a written stage, over the signature of the stage.

A program is loaded by stage and model; where none was promoted, it is the signature as it stands. How an answer is
checked is for `verify`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import dspy

from signatures.ask_back import AskBack
from signatures.assess import Assess
from signatures.bridge_gaps import BridgeGaps
from signatures.condense import Condense
from signatures.decode import Decode
from signatures.draft_stories import DraftStories
from signatures.generate_questions import GenerateQuestions
from signatures.pitch import Pitch
from signatures.plan_90_days import Plan90Days

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


@lru_cache(maxsize=32)
def program(stage: str) -> WritingProgram:
    """The program of a stage."""
    return WritingProgram(stage)
