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
        ("Built modules in Articulate Rise", "elearning-development"),
    ],
)
def test_a_method_is_known_by_the_words_of_those_who_use_it(words: str, concept: str, knowledge: Knowledge) -> None:
    """Known bad: survival analysis called a gap beside a Cox model."""
    assert concept in _reached(words, knowledge)
