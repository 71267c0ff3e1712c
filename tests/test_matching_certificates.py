"""Certificates and licences that are asked for: held, held by another name, only begun, or held by nearly everybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.case_factory import make_posting, make_resume
from tests.matching_cases import statuses

ROLE = ("Associate", "Acme", "2020-01", None, ["Kept 40 files"])


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


def test_what_says_in_which_form_a_licence_is_held_is_no_part(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: "LMSW license and registration" partial, for a registration of something else was read into it."""
    resume = make_resume([ROLE], certificates=("NYS LMSW, exp 08/2028",), years=6.0)
    posting = make_posting("Case Manager", "allied-health", required=("Current LMSW license and registration",))
    assert matched(resume, posting).of("r1").status == "covered"


def test_a_degree_is_of_the_field_that_its_letters_stand_for(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: an MSW called half of a master's degree in social work, for the line does not say "social work"."""
    resume = make_resume([ROLE], education=("MSW, Lakeland University, 2018",), years=6.0)
    posting = make_posting(
        "Case Manager", "allied-health", required=("Master's degree in Social Work from a CSWE accredited program",)
    )
    assert matched(resume, posting).of("r1").status == "covered"


def test_the_code_of_a_course_is_no_others(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: a certificate in training matched with one in security, while the line with its own code was passed over."""
    begun = "TAE40122 - started, 6 of 12 units done"
    resume = make_resume([ROLE], certificates=("Certificate IV in Security Management, 2023", begun), years=6.0)
    posting = make_posting("Trainer", "general", preferred=("TAE40122 Certificate IV in Training and Assessment",))
    found = matched(resume, posting).of("r1")
    assert found.status == "partial"
    assert [evidence.fact.text for evidence in found.evidence] == [begun]


def test_a_degree_of_another_field_is_no_part_of_a_named_one(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: an engineer's bachelor's degree shown as part of an MBA."""
    resume = make_resume([ROLE], education=("B.E. Electronics, University of Pune, 2014",), years=6.0)
    posting = make_posting("Product Manager", "general", preferred=("MBA from a tier-1 institute",))
    assert not matched(resume, posting).of("r1").evidence


@pytest.mark.parametrize(
    ("held", "line", "status"),
    [
        ("HR class licence", "MR licence", "covered"),
        ("MR licence", "Driver's licence", "covered"),
        ("MR licence", "Heavy combination licence", "partial"),
        ("Full clean B licence", "Full driving licence", "covered"),
        ("Full UK licence and own car", "Full driving licence & own transport", "covered"),
        ("Guard Licence, 2021. Crane ticket lodged", "Full driving licence", "unknown"),
    ],
)
def test_a_licence_for_a_heavier_vehicle_is_one_for_a_lighter(
    matched: Callable[[Resume, Posting], Matching], held: str, line: str, status: str
) -> None:
    resume = make_resume([("Associate", "Acme", "2020-01", None, ["Kept the rota"])], certificates=(held,), years=6)
    posting = make_posting("Associate", "general", required=(line,))
    assert statuses(posting, matched(resume, posting))[line] == status


@pytest.mark.parametrize(
    ("held", "line", "status"),
    [
        ("TNCC - not yet, booked for spring", "TNCC within 18 months of hire", "partial"),
        ("NIHSS certified\nTNCC - not yet", "TNCC", "partial"),
        ("BLS - AHA, exp 03/2031", "BLS (American Heart Association) upon hire", "covered"),
        ("Lead Auditor ISO 9001:2015, 2020", "Lead auditor qualification", "covered"),
        ("Stationary Engineer license - exam passed 9/2026, card pending", "Stationary Engineer license", "partial"),
        ("Stationary Engineer license - passed 9/2021", "Stationary Engineer license", "covered"),
    ],
)
def test_a_paper_is_held_or_not_yet(matched: Callable[[Resume, Posting], Matching], held: str, line: str, status: str) -> None:
    """Known bad: "TNCC - not yet" as a TNCC, and "upon hire" as hiring that nobody had done."""
    resume = make_resume([ROLE], certificates=(held,), years=6)
    posting = make_posting("Associate", "general", required=(line,))
    assert statuses(posting, matched(resume, posting))[line] == status


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ("Driving licence: class B", "Driving licence class B"),
        (
            "Graduate Certificate in Clinical Education, Harrow, 2023",
            "A post-graduate qualification in education, teaching and learning",
        ),
    ],
)
def test_a_paper_is_the_one_that_is_asked_for_in_other_words(
    held: str, asked: str, matched: Callable[[Resume, Posting], Matching]
) -> None:
    """Known bad: a clinical educator's certificate was not judged, and class B was half a licence."""
    resume = make_resume([ROLE], certificates=(held,), years=6.0)
    posting = make_posting("Educator", "nursing", required=(asked,))
    assert statuses(posting, matched(resume, posting))[asked] == "covered"


def test_years_since_registration_are_years_of_the_trade(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: post-registration experience was a paper that a midwife of thirteen years was to show."""
    line = "At least five years' post-registration experience, of which two must be in maternity care"
    resume = make_resume(
        [("Midwife", "Harrow Hospital", "2016-01", None, ["Cared for women in the birth suite and in maternity care"])],
        years=10.0,
    )
    posting = make_posting("Midwife Educator", "nursing", required=(line,))
    assert statuses(posting, matched(resume, posting))[line] == "covered"


@pytest.mark.parametrize(
    ("held", "line", "status"),
    [
        ("Diploma in Insurance, studying, 1 of 6 units", "Dip CII or working towards it", "covered"),
        ("Diploma in Insurance, studying, 1 of 6 units", "Dip CII", "partial"),
        ("Diploma in Insurance, 2024", "Cert CII", "covered"),
        ("Certificate in Insurance, 2021", "Dip CII or currently studying", "gap"),
    ],
)
def test_who_is_under_way_meets_a_line_that_asks_for_no_more(
    matched: Callable[[Resume, Posting], Matching], held: str, line: str, status: str
) -> None:
    """Known bad: "or working towards it" was met in part by somebody who sits the exams."""
    resume = make_resume([ROLE], certificates=(held,), years=5.0)
    posting = make_posting("Associate", "banking", required=(line,))
    assert statuses(posting, matched(resume, posting)) == {line: status}
