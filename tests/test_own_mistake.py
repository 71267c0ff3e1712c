"""The mistake that can be made with one's best line is one that the line allows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from playbook.reading.metrics import find_metrics
from playbook.writing.hidden_priorities import mistakes
from playbook.writing.pen import Pen
from tests.brief_factory import Bullet as Line
from tests.brief_factory import Case, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge


@pytest.mark.parametrize(
    ("bullet", "place"),
    [
        (
            "Launched card payments at the gate: talks with 12 clubs, rollout by region; 38% of sales within 5 months",
            "measured",
        ),
        ("Answered 60 letters a week from three desks", "counted"),
    ],
)
def test_a_share_that_was_reached_is_a_result(knowledge: Knowledge, bullet: str, place: str) -> None:
    """Known bad: "the line says how much there was and not what changed" of a share won within months."""
    brief = brief_of(Case(bullets=(Line(bullet),), asked=()))
    position = brief.resume.work[0]
    read = tuple(one.model_copy(update={"metrics": find_metrics(one.text)}) for one in position.highlights)
    resume = brief.resume.model_copy(update={"work": (position.model_copy(update={"highlights": read}),)})
    first = mistakes(Pen("decode", brief.model_copy(update={"resume": resume}), knowledge), Counter())[0]
    assert first.title in knowledge.guidance[f"decode-mistakes-{place}"].heads
