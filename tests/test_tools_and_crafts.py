"""What the packs say of tools and methods: a tool shows its craft, and no other tool of it; a method has many words."""

from __future__ import annotations

import pytest

from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge


def _reached(text: str, knowledge: Knowledge) -> frozenset[str]:
    lexicon = lexicon_of(knowledge)
    return lexicon.closure(found.id for found in lexicon.concepts(text))


@pytest.mark.parametrize(
    ("tool", "craft", "concept"),
    [
        ("Vyond", "Moving into learning design", "vyond"),
        ("Veeam", "Ran the backups of nine servers", "veeam"),
        ("SystmOne", "Prepared the home for its CQC inspection", "systmone"),
        ("Disaster recovery", "Managed the UPS, 99.5% uptime", "disaster-recovery"),
        ("Medical claims data", "Rewrote the nightly Clarity extract", "claims-data"),
        ("CPM schedule", "Wrote the three-week look-ahead", "cpm-scheduling"),
    ],
)
def test_a_craft_shows_none_of_its_tools(tool: str, craft: str, concept: str, knowledge: Knowledge) -> None:
    """Known bad: "Vyond, Figma or Adobe CC" covered by "moving into learning design", for Vyond was a name of that craft."""
    assert concept in _reached(tool, knowledge)
    assert concept not in _reached(craft, knowledge)


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("Built a survival model (Cox) on linked records", "survival-analysis"),
        ("time-to-event models in lifelines", "survival-analysis"),
        ("Bayesian", "bayesian-statistics"),
        ("Led the CT dose review", "radiation-protection"),
        ("cognitive load theory, retrieval practice", "learning-theory"),
        ("Stormwater (SWMP) administrator", "erosion-control"),
        ("Windows Server, AD, Group Policy", "active-directory"),
        ("Word, Excel, PPT", "powerpoint"),
        ("Fielded GCSS-Army for 120 users", "warehouse-management-system"),
        ("Built modules in Articulate Rise", "elearning-development"),
        ("Got the flaky rate down from 22% to 4%", "flaky-tests"),
        ("Built 160 UI tests with page objects", "test-frameworks"),
        ("Built gap-in-care lists for 71 practices", "gaps-in-care"),
        ("Rewrote the nightly Clarity extract", "epic-reporting"),
        ("ISTQB CTFL (2019)", "istqb-foundation"),
        ("ISTQB Test Automation Engineer (CTAL-TAE)", "istqb-foundation"),
    ],
)
def test_a_method_is_known_by_the_words_of_those_who_use_it(words: str, concept: str, knowledge: Knowledge) -> None:
    """Known bad: survival analysis called a gap beside a Cox model."""
    assert concept in _reached(words, knowledge)
