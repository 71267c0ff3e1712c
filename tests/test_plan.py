"""The ninety-day handout."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from playbook.provenance import lines_of
from playbook.writing.plan_90_days import plan_90_days
from tests.brief_factory import Asked, Bullet, Case, brief_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.plan import Plan
    from playbook.knowledge.packs import Knowledge

CASE = Case(
    title="Unit Coordinator",
    family="nursing",
    bullets=(
        Bullet(
            "Rewrote the handover checklist with two colleagues; the unit adopted it in 2023", (), "Lakeshore Medical Center"
        ),
        Bullet("Trained 14 colleagues in the new documentation workflow", (), "St. Brigid Hospital"),
        Bullet("Precept new graduate nurses through a 16-week orientation", (), "Lakeshore Medical Center"),
    ),
    asked=(
        Asked("Coordinate admissions and discharges for the unit", kind="responsibility", evidence=(0,)),
        Asked("Precept new nurses and act as charge nurse when needed", kind="responsibility", evidence=(2,)),
        Asked("Experience with ECMO", "gap", "preferred", missing=("ECMO",)),
    ),
)


def words(plan: Plan) -> int:
    """Words of the printed page."""
    return sum(
        len(phase.aim.text.split())
        + len(phase.milestone.text.split())
        + sum(len(block.heading.split()) + sum(len(line.text.split()) for line in block.lines) for block in phase.blocks)
        for phase in plan.phases
    )


def test_three_phases_of_thirty_days(knowledge: Knowledge) -> None:
    """Learn, build, own; each with an aim, two lists and a milestone."""
    plan = plan_90_days(brief_of(CASE), knowledge)
    assert [(phase.days, phase.name) for phase in plan.phases] == [("1-30", "Learn"), ("31-60", "Build"), ("61-90", "Own")]
    assert all(len(phase.blocks) == 2 and all(block.lines for block in phase.blocks) for phase in plan.phases)


def test_the_background_is_the_resume_s(knowledge: Knowledge) -> None:
    """In the first person and word for word, rather from two employers than from one."""
    plan = plan_90_days(brief_of(CASE), knowledge)
    background = plan.phases[0].blocks[1].lines
    assert [line.provenance for line in background] == ["resume", "resume"]
    assert background[0].text.startswith("At Lakeshore Medical Center, I rewrote the handover checklist with two colleagues")
    assert background[1].text == "At St. Brigid Hospital, I trained 14 colleagues in the new documentation workflow."


def test_the_page_promises_no_results(knowledge: Knowledge) -> None:
    """No number that is not the calendar's or the resume's, no blank, and no promise of an improvement."""
    for family in knowledge.families:
        plan = plan_90_days(brief_of(replace(CASE, family=family)), knowledge)
        for at, line in lines_of(plan.phases):
            assert not line.blanks, at
            if line.provenance == "role":
                assert set(re.findall(r"\d+", line.text)) <= {"30", "60", "90"}, line.text
                assert not re.search(r"\bI(?: will|'ll| have)? (?:increased?|reduced?|improved?|cut|doubled?)\b", line.text), (
                    line.text
                )


@pytest.mark.parametrize("name", ["jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte"])
def test_sample_cases_fit_one_page(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Between 200 and 320 words, with lines of the posting among them."""
    plan = plan_90_days(case(name), knowledge)
    assert 200 <= words(plan) <= 320
    assert {"resume", "job", "role"} <= {line.provenance for _, line in lines_of(plan.phases)}


def test_a_resume_without_bullets_gets_a_plan_all_the_same(knowledge: Knowledge) -> None:
    """The family's own lines stand where work would."""
    plan = plan_90_days(brief_of(replace(CASE, bullets=(), asked=())), knowledge)
    assert all(block.lines for phase in plan.phases for block in phase.blocks)
