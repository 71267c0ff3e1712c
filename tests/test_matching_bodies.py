"""Registration with a body is shown by the body's name on a paper, and by no bullet of the trade."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching, RequirementMatch
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.case_factory import make_posting, make_resume

Match = Callable[[Resume, Posting], Matching]

NMBI = "Registration in the Midwives Division of the Register maintained by the Nursing and Midwifery Board of Ireland (NMBI)"


def _asked(matched: Match, line: str, bullet: str, *papers: str, title: str = "Clinical Educator") -> RequirementMatch:
    """What becomes of a line beside one bullet and these papers."""
    resume = make_resume([(title, "Banksia Hospital", "2019-01", None, [bullet])], certificates=papers, years=7.9)
    return matched(resume, make_posting("Clinical Facilitator", "nursing", required=(line,))).of("r1")


@pytest.mark.parametrize(
    ("line", "bullet"),
    [
        (NMBI, "Educated approx. 110 midwives and RNs on the maternity ward"),
        ("Registered with the Teaching Council of Ireland", "Taught with the council of the faculty"),
        ("Full GMC registration with a licence to practise", "Prescribed for 20 patients a day"),
        ("Registered with the College of Nurses of Ontario (CNO)", "Kept the register of the nurses of the college"),
        ("Membership of the Law Society of Ontario", "Wrote to the Law Society of Ontario for three clients"),
    ],
)
def test_a_bullet_that_only_speaks_of_the_trade_shows_no_registration(matched: Match, line: str, bullet: str) -> None:
    """Known bad: registration with the NMBI covered by whom an educator teaches; it is not missing either, but unknown."""
    assert _asked(matched, line, bullet).status == "unknown"


@pytest.mark.parametrize(
    ("line", "paper", "status"),
    [
        (NMBI, "NMBI registered midwife since 2016", "covered"),
        (NMBI, "NMBI - application lodged July 2026, decision letter pending", "partial"),
        ("Registered with the Teaching Council of Ireland", "Teaching Council", "covered"),
        ("Full GMC registration with a licence to practise", "GMC: full registration", "covered"),
        ("Membership of the Law Society of Ontario", "Law Society of Ontario, called 2012", "covered"),
        ("First level registered nurse with current NMC registration", "Registered Nurse (Adult), NMC", "covered"),
    ],
)
def test_a_paper_that_names_the_body_shows_it(matched: Match, line: str, paper: str, status: str) -> None:
    """Known bad: NMC registration called missing beside "Registered Nurse (Adult), NMC"; what is applied for is half of it."""
    assert _asked(matched, line, "Cared for 6 patients a shift", paper).status == status


@pytest.mark.parametrize(
    ("bullet", "met"),
    [
        ("Reported changes to the RN on duty", False),
        ("Worked with RN staff to reduce falls on a 28-bed unit", False),
        ("Helped registered nurses with admissions", False),
        ("Served as charge RN on nights", True),
        ("Registered nurse on a 28-bed ward", True),
        ("Promoted to RN after two years", True),
    ],
)
def test_whom_somebody_works_with_holds_their_own_licence(matched: Match, bullet: str, met: bool) -> None:
    """Known bad: a state RN license covered by a nursing assistant who reports to the RN."""
    found = _asked(matched, "Current state RN license", bullet, title="Nursing Assistant")
    assert (found.status == "covered") is met


def test_a_midwife_has_not_induced_labor(matched: Match) -> None:
    """Known bad: the word midwife was a name of the induction of labor."""
    assert _asked(matched, "Experience with induction of labor", "Kept the rota of the midwives").status != "covered"
