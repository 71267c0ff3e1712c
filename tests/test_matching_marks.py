"""Marks and sectors that a line asks for: by what the resume states of its marks, and by whom somebody worked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching, RequirementMatch
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.case_factory import make_posting, make_resume

Match = Callable[[Resume, Posting], Matching]


@pytest.mark.parametrize(
    ("line", "education", "status"),
    [
        ("Cumulative GPA 3.0 or greater", "BSN, Elm University, 2026, GPA 3.78/4.0", "covered"),
        ("Minimum 3.5 GPA", "BSN, Elm University, 2026, GPA 3.1", "partial"),
        ("Cumulative GPA 3.0 or greater", "BSN, magna cum laude, Elm University, 2026", "covered"),
        ("Cumulative GPA 3.0 or greater", "B.Tech., Elm Institute, 2016, CGPA 8.1/10", "unknown"),
        ("Cumulative GPA 3.0 or greater", "BSN, Elm University, 2026", "unknown"),
        ("Degree at 2:1 or above", "BA (Hons) History, 2:1, Elm University, 2016", "covered"),
        ("Degree at 2:1 or above", "BA (Hons) History, First Class, Elm University, 2016", "covered"),
        ("Degree at 2:1 or above", "BA (Hons) History, 2:2, Elm University, 2016", "partial"),
    ],
)
def test_a_mark_is_asked_for_and_stated(matched: Match, line: str, education: str, status: str) -> None:
    """Known bad: a GPA of 3.0 not judged beside one of 3.78, and a 2:1 that a 2:2 covered."""
    resume = make_resume([("Associate", "Acme", "2020-01", None, ["Kept 40 files"])], education=(education,), years=6)
    assert matched(resume, make_posting("Associate", "general", preferred=(line,))).of("r1").status == status


def _in(matched: Match, employer: str, line: str) -> RequirementMatch:
    resume = make_resume([("Press Officer", employer, "2020-01", None, ["Wrote of health and of the rails"])], years=6.9)
    return matched(resume, make_posting("Press Officer", "general", preferred=(line,))).of("r1")


def test_a_sector_is_told_by_whom_somebody_worked_for(matched: Match) -> None:
    """Known bad: a regulated industry shown by a line about health, and not by three years at a hospital trust."""
    line = "Experience in a regulated industry (water, energy, rail, health)"
    found = _in(matched, "Severn Hospitals NHS Trust", line)
    assert found.status == "covered"
    assert found.evidence[0].fact.text == "Severn Hospitals NHS Trust"
    assert _in(matched, "Alder Press", line).status != "covered"
    assert not any("Trust" in one.fact.text for one in _in(matched, "Severn Hospitals NHS Trust", "Hospital billing").evidence)
