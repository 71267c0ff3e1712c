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
