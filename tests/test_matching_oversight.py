"""Whose supervision one works under is no part of a requirement and nothing that a resume shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.matching.oversight import without_oversight
from tests.case_factory import make_posting, make_resume


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Led a weekly group under LCSW-R supervision", "Led a weekly group"),
        ("Runs gels under the supervision of a senior scientist, and logs them", "Runs gels , and logs them"),
        ("Designed culverts under the direction of a chartered engineer", "Designed culverts"),
        ("Clinical supervision of six interns", "Clinical supervision of six interns"),
        ("Kept spending under budget with no supervision issues", "Kept spending under budget with no supervision issues"),
    ],
)
def test_who_watches_over_the_work_is_blanked_and_nothing_else(text: str, left: str) -> None:
    said = without_oversight(text)
    assert len(said) == len(text)
    assert " ".join(said.split()) == left


def test_the_licence_of_a_supervisor_is_nobody_elses(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: a licence "held" by a line that was worked under somebody who has it."""
    role = ("Social Worker", "Harbor", "2019-01", None, ["Led a weekly group under LCSW-R supervision"])
    resume = make_resume([role], certificates=("LMSW, exp 08/2028",), years=7.9)
    found = matched(resume, make_posting("Case Manager", "allied-health", required=("LCSW license",))).of("r1")
    assert not any("group" in evidence.fact.text for evidence in found.evidence)
