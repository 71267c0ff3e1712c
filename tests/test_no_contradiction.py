"""What one section says of a requirement, no other one takes back: shown is shown, and open is not missing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from playbook.writing.ask_back import ask_back
from playbook.writing.decoded_rows import decoded_rows
from playbook.writing.pen import Pen
from tests.brief_factory import Asked, Bullet, Case, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

BULLETS = (Bullet("Ran the night bakery of a hotel with 9 bakers and cut waste by 12%", ("leadership",)),)
SILENT = ("is silent", "no line", "No line", "not speak of this", "this is open", "does not show")


def test_a_line_whose_evidence_is_told_already_is_not_called_open(knowledge: Knowledge) -> None:
    """Five duties that one bullet answers. Known-bad: "Your resume is silent here" for the fifth."""
    duties = (
        "Run the night bakery",
        "Lead nine bakers",
        "Cut the waste of flour",
        "Serve hotel guests early",
        "Bake rye loaves",
    )
    asked = tuple(Asked(f"{duty} without a pause", kind="responsibility", evidence=(0,)) for duty in duties)
    rows = decoded_rows(Pen("decoding", brief_of(Case(bullets=BULLETS, asked=asked)), knowledge), Counter())
    assert len(rows) > 2
    assert not [row.you_show.text for row in rows if any(word in row.you_show.text for word in SILENT)]


def test_what_nobody_could_judge_is_not_called_missing(knowledge: Knowledge) -> None:
    """It is asked about instead."""
    asked = (Asked("Look after harvest feasts in the barn", "unknown", "responsibility"),)
    (row,) = decoded_rows(Pen("decoding", brief_of(Case(bullets=BULLETS, asked=asked)), knowledge), Counter())
    assert not any(word in row.you_show.text for word in SILENT)
    assert "[" in row.you_show.text


@pytest.mark.parametrize(
    ("asked", "quoted"),
    [
        (Asked("Sourdough from wild yeast", "gap", "preferred", missing=("wild yeast",)), True),
        (Asked("Sourdough from wild yeast", "partial", "preferred", evidence=(0,)), False),
        (Asked("Sourdough from wild yeast", "unknown", "preferred"), False),
        (Asked("Sourdough from wild yeast", "gap", "required", missing=("wild yeast",)), False),
        (Asked("Notice: 60 days or less preferred", "gap", "preferred"), False),
    ],
)
def test_a_recruiter_is_asked_only_about_a_wish_that_is_not_met(knowledge: Knowledge, asked: Asked, *, quoted: bool) -> None:
    """Known-bad: a baker of eleven years who asks whether baking is needed on the first day."""
    asks = ask_back(brief_of(Case(bullets=BULLETS, asked=(asked, Asked("Bread for 400 guests", evidence=(0,))))), knowledge)
    recruiter = next(one for one in asks.interviewers if one.id == "recruiter")
    assert any(asked.text in ask.question.text for ask in recruiter.asks) == quoted
