"""The ninety-day handout of those who lead: a trade may hold a plan of its own for a level, and for those above."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.provenance import lines_of
from playbook.writing.plan_90_days import plan_90_days
from tests.brief_factory import Asked, Bullet, Case, brief_of

CASE = Case(
    title="Nurse",
    family="nursing",
    bullets=(Bullet("Wrote the guide for new starters on a ward of 20 beds", (), "Harrow Lane Hospital"),),
    asked=(Asked("Make assignments by acuity", kind="responsibility", evidence=(0,)),),
)


def _page(case: Case, knowledge: Knowledge) -> str:
    return " ".join(line.text for _, line in lines_of(plan_90_days(brief_of(case), knowledge)))


@pytest.mark.parametrize("level", ["lead", "executive"])
def test_who_leads_a_shift_is_not_signed_off_by_a_preceptor(level: str, knowledge: Knowledge):
    """Known bad: a charge nurse of nine years handed over the plan of a newcomer."""
    page = _page(replace(CASE, level=level), knowledge)
    assert "preceptor" not in page
    assert "what I decide alone" in page


def test_who_brings_years_of_nursing_gets_neither_the_newcomer_s_page_nor_the_leader_s(knowledge: Knowledge):
    page = _page(replace(CASE, level="senior"), knowledge)
    assert "preceptor" not in page
    assert "what I decide alone" not in page


@pytest.mark.parametrize("level", ["entry", "mid"])
def test_who_nurses_at_the_bedside_keeps_the_usual_plan(level: str, knowledge: Knowledge):
    assert "preceptor" in _page(replace(CASE, level=level), knowledge)


@pytest.mark.parametrize(
    "family",
    [
        "accounting",
        "allied-health",
        "banking",
        "communications",
        "construction",
        "culinary",
        "general",
        "hospitality",
        "learning",
        "operations",
    ],
)
def test_who_leads_plans_for_others_and_not_for_one_bench(family: str, knowledge: Knowledge) -> None:
    """Known bad: an assistant controller planned to prepare "my accounts, entries or reports on schedule, with support attached"."""
    entry = knowledge.families[family]
    assert entry.plans["lead"].build.aim != entry.build.aim


def test_who_supervises_a_department_of_allied_health_is_not_signed_off(knowledge: Knowledge) -> None:
    """Known bad: the supervisor of a scanner agreed "on what I do alone, what I do with support"."""
    case = replace(CASE, title="CT Supervisor", family="allied-health")
    assert "with support" in _page(replace(case, level="mid"), knowledge)
    assert "with support" not in _page(replace(case, level="lead"), knowledge)


def test_who_leads_a_claims_team_does_not_carry_a_share_of_files(knowledge: Knowledge) -> None:
    """Known bad: a team manager handed over the plan of a new handler, "carry my own share of files"."""
    case = replace(CASE, title="Claims Team Manager", family="banking")
    assert "my own share" in _page(replace(case, level="mid"), knowledge)
    assert "my own share" not in _page(replace(case, level="lead"), knowledge)
