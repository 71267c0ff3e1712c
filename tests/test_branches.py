"""A line of work inside a trade is asked its own types of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.profiling import profile_company
from tests.brief_factory import Asked, Case, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Site Reliability Engineer (Cloud Platform)", False),
        ("Senior SRE", False),
        ("Systems Administrator II", False),
        ("Backend Engineer", True),
        ("Software Engineer, Payment Systems", True),
    ],
)
def test_who_runs_systems_is_not_asked_for_puzzles(title: str, knowledge: Knowledge, *, codes: bool) -> None:
    """Known-bad: four coding puzzles for somebody who is to keep a platform up."""
    brief = brief_of(Case(bullets=(), asked=(Asked("Linux"),), title=title, family="software"))
    counts = profile_company("Pine Ledger", brief.posting, knowledge, brief.on).mix.counts
    assert bool(counts.get("coding")) == codes
    assert sum(counts.values()) == 12
