"""Advice on a stage of the interviews is worded for the trade that has such a stage, or for any."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge


@pytest.mark.parametrize(
    ("stage", "foreign"), [("whiteboard", ("test cases", "code")), ("case vignette", ("assumptions", "one recommendation"))]
)
def test_a_stage_of_many_trades_is_not_advised_on_as_of_one(knowledge: Knowledge, stage: str, foreign: tuple[str, ...]) -> None:
    """Known bad: a designer was told to say test cases aloud, a clinician to structure a case as consultants do."""
    known = knowledge.guidance["process-stages"]
    assert len(known.heads) == len(known.lines)
    (advice,) = (line for cues, line in zip(known.heads, known.lines, strict=True) if stage in cues.split(", "))
    assert not any(word in advice for word in foreign)
