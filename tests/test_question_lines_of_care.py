"""Pharmacies, the early years and those who lead nurses are asked of their own work; what their neighbours are asked is not theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.writing.relevance import has_cue
from tests.brief_factory import Asked, Case
from tests.test_question_lines_of_work import is_asked


@pytest.mark.parametrize(
    ("name", "family", "own", "other"),
    [
        ("pha-clin-reconcile", "allied-health", "Takes drug histories on admission", "Exercise classes after knee surgery"),
        ("pha-ope-missing-ampoule", "allied-health", "Keeping of controlled drugs", "Exercise classes after knee surgery"),
        (
            "pha-sit-short-staffed",
            "allied-health",
            "Superintendent pharmacist of four branches",
            "Leads a team of radiographers",
        ),
        ("sup-cli-locked-kitchen", "social-work", "Experience in disability services", "Child protection casework"),
        ("sup-ope-short-shift", "social-work", "Rosters of a supported independent living home", "Discharge planning"),
        ("ey-cas-waiting-list", "education", "Runs licensed child care for 60 children", "Teaches mathematics to grade 9"),
        ("ey-tec-ontario", "education", "How Does Learning Happen?, in Ontario", "Learning stories in a preschool, in Ontario"),
    ],
)
def test_a_line_of_care_is_not_asked_about_its_neighbour(name: str, family: str, own: str, other: str, knowledge: Knowledge):
    """Known bad: a pharmacist who applied to a ward was asked of therapy, for want of questions on medicines."""
    level = "lead" if knowledge.questions[name].levels else "mid"
    case = Case(bullets=(), asked=(), family=family, level=level)
    assert is_asked(name, knowledge, replace(case, asked=(Asked(own),)))
    assert not is_asked(name, knowledge, replace(case, asked=(Asked(other),)))


def test_who_leads_a_shift_is_asked_of_leading_and_a_floor_nurse_is_not(knowledge: Knowledge):
    """Known bad: the bank knew one question for whoever is in charge."""
    case = Case(bullets=(), asked=(), family="nursing")
    levels = ("entry", "mid", "senior", "lead", "executive")
    asked = [level for level in levels if is_asked("nul-beh-bad-shift", knowledge, replace(case, level=level))]
    assert asked == ["senior", "lead", "executive"]


@pytest.mark.parametrize("family", ["allied-health", "nursing"])
def test_independent_prescribing_is_no_work_alone(family: str, knowledge: Knowledge):
    """Known bad: the word "independent" was taken for a post without colleagues at hand."""
    title = {"allied-health": "You may be alone", "nursing": "Working without a safety net"}[family]
    (alone,) = (entry for entry in knowledge.families[family].hidden if entry.title == title)
    assert not any(has_cue("Independent prescriber, or working towards it; promotes independence", cue) for cue in alone.cues)
    assert any(has_cue("Able to work independently on weekend shifts", cue) for cue in alone.cues)
