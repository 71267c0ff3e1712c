"""A line of work inside a trade is asked its own types of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.profiling import profile_company
from playbook.reading.families import family_of
from tests.brief_factory import Asked, Case, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge


@pytest.mark.parametrize(
    "title", ["Software Development Engineer in Test (SDET) II", "QA Automation Engineer", "Software Test Engineer"]
)
def test_who_tests_software_is_asked_more_of_testing_than_of_puzzles(title: str, knowledge: Knowledge) -> None:
    """Known bad: a bounded queue, a drop-down menu and the intake of a sale for somebody who tests payments."""
    assert family_of(title, "", knowledge) == "software"
    brief = brief_of(Case(bullets=(), asked=(Asked("Test automation"),), title=title, family="software"))
    counts = profile_company("Pine Ledger", brief.posting, knowledge, brief.on).mix.counts
    assert (counts["coding"], counts["technical"], counts["system_design"]) == (3, 3, 1)
    assert sum(counts.values()) == 12


@pytest.mark.parametrize(
    ("title", "family", "codes"),
    [
        ("Site Reliability Engineer (Cloud Platform)", "software", False),
        ("Senior SRE", "software", False),
        ("Systems Administrator II", "it-operations", False),
        ("Backend Engineer", "software", True),
        ("Software Engineer, Payment Systems", "software", True),
    ],
)
def test_who_runs_systems_is_not_asked_for_puzzles(title: str, family: str, knowledge: Knowledge, *, codes: bool) -> None:
    """Known-bad: four coding puzzles for somebody who is to keep a platform up."""
    assert family_of(title, "", knowledge) == family
    brief = brief_of(Case(bullets=(), asked=(Asked("Linux"),), title=title, family=family))
    counts = profile_company("Pine Ledger", brief.posting, knowledge, brief.on).mix.counts
    assert bool(counts.get("coding")) == codes
    assert sum(counts.values()) == 12
