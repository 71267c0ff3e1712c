"""Certificates and licences that are asked for: held, held by another name, only begun, or held by nearly everybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.case_factory import make_posting, make_resume
from tests.matching_cases import statuses


def test_a_certificate_of_another_wording_is_not_a_gap(matched: Callable[[Resume, Posting], Matching]) -> None:
    """A card with the same subject may be the certificate that is asked for."""
    resume = make_resume(
        [("Associate", "Acme", "2020-01", None, ["Picked orders"])],
        certificates=("Notary signing agent card",),
        skills="Excel",
        years=6,
    )
    posting = make_posting("Clerk", "general", required=("Notary Public",))
    assert "gap" not in statuses(posting, matched(resume, posting)).values()


def test_what_most_people_hold_and_nobody_lists_is_no_gap(matched: Callable[[Resume, Posting], Matching]) -> None:
    resume = make_resume([("Recruiter", "Linden", "2020-01", None, ["Filled 40 roles a year"])], years=5.0)
    posting = make_posting("Recruiter", "hr", required=("Valid driver's license", "CPA license"))
    assert statuses(posting, matched(resume, posting)) == {"Valid driver's license": "unknown", "CPA license": "gap"}


def test_a_certificate_that_was_only_begun_is_not_held(matched: Callable[[Resume, Posting], Matching]) -> None:
    begun = "Started an online Lean Six Sigma Green Belt (two of six modules)"
    resume = make_resume([("Manager", "Linden", "2020-01", None, ["Ran a kitchen"])], certificates=(begun,), years=5.0)
    posting = make_posting("Manager", "operations", required=("Lean Six Sigma Green Belt",))
    assert statuses(posting, matched(resume, posting)) == {"Lean Six Sigma Green Belt": "partial"}


@pytest.mark.parametrize(
    ("held", "line"),
    [
        ("LPN - State of Ohio, active", "Graduate of an accredited practical nursing program"),
        ("PGCE with QTS", "Approved teaching qualification"),
    ],
)
def test_who_holds_the_paper_has_been_to_the_school(
    matched: Callable[[Resume, Posting], Matching], held: str, line: str
) -> None:
    """Known bad: a licensed nurse could not be judged on having gone to a nursing school."""
    resume = make_resume([("Associate", "Acme", "2020-01", None, ["Kept the rota"])], certificates=(held,), years=6)
    posting = make_posting("Associate", "general", required=(line,))
    assert statuses(posting, matched(resume, posting))[line] == "covered"


@pytest.mark.parametrize(
    ("held", "line", "status"),
    [
        ("HR class licence", "MR licence", "covered"),
        ("MR licence", "Driver's licence", "covered"),
        ("MR licence", "Heavy combination licence", "partial"),
        ("Full clean B licence", "Full driving licence", "covered"),
        ("Guard Licence, 2021. Crane ticket lodged", "Full driving licence", "unknown"),
    ],
)
def test_a_licence_for_a_heavier_vehicle_is_one_for_a_lighter(
    matched: Callable[[Resume, Posting], Matching], held: str, line: str, status: str
) -> None:
    resume = make_resume([("Associate", "Acme", "2020-01", None, ["Kept the rota"])], certificates=(held,), years=6)
    posting = make_posting("Associate", "general", required=(line,))
    assert statuses(posting, matched(resume, posting))[line] == status
