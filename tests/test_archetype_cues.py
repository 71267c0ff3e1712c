"""A stray word makes no kind: cues have neighbours that speak against them, and in doubt the frames are neutral."""

from __future__ import annotations

import pytest

from playbook.writing.archetype_choice import choose_archetype
from playbook.writing.draft_stories import fitting_prompts
from tests.test_clauses import KNOWLEDGE, read


@pytest.mark.parametrize(
    ("bullet", "kind"),
    [
        ("Brought down attrition from 29% to 15% through a buddy scheme and a revised confirmation policy", "compliance"),
        ("Led an audit of missed appointments - no-show rate down from 15% to 9%", "compliance"),
        ("Filed to web first on tight deadlines", "compliance"),
        ("Relief dispatch at weekends: assign loads, re-power breakdowns, book reefer repairs", "repair"),
        ("Moved the infant classes from levelled readers to synthetic phonics", "migration"),
        ("Swapped out 14 obsolete drives during two planned outages", "crisis-response"),
        ("Spotted duplicate supplier payments of £9,200 and recovered them", "negotiation"),
        ("Engaged costs draftsmen and barristers on forty files", "cost-saving"),
    ],
)
def test_a_stray_word_makes_no_kind(bullet: str, kind: str) -> None:
    """Known bad: an attrition that was told as an inspection, a phonics scheme as a change of systems."""
    assert choose_archetype(bullet, read(bullet), KNOWLEDGE).id != kind


@pytest.mark.parametrize(
    ("bullet", "kind"),
    [
        ("Passed four consecutive health inspections with scores above 97", "compliance"),
        ("Repaired conveyors and gearboxes on three lines", "repair"),
        ("Migrated the monolith to Kubernetes", "migration"),
        ("Ran the evacuation during the flood emergency", "crisis-response"),
    ],
)
def test_the_kind_is_still_named_where_it_is_meant(bullet: str, kind: str) -> None:
    assert choose_archetype(bullet, read(bullet), KNOWLEDGE).id == kind


@pytest.mark.parametrize("word", ["suppliers", "closed", "terms", "signed", "pricing"])
def test_what_is_only_near_a_negotiation_is_none(word: str) -> None:
    """Known bad: "the hardest negotiation" was asked of duplicate payments, and of a course of two terms."""
    assert word not in KNOWLEDGE.competencies["negotiation"].signals
    assert fitting_prompts(KNOWLEDGE.competencies, "negotiation")
