"""Degrees that are asked for: by level, by field, and where experience may stand for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from playbook.artifacts.matching import Matching, Status, Traits
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.knowledge.packs import Knowledge
from playbook.matching import match
from playbook.profiling import profile_company
from tests.case_factory import make_posting, make_resume
from tests.matching_cases import statuses


@pytest.mark.parametrize(
    ("education", "requirement", "wanted"),
    [
        ("M.S. in Computer Science, MIT, 2015", "Bachelor's degree", "covered"),
        ("Associate of Science, Lane College, 2015", "Bachelor's degree", "partial"),
        ("B.A. in History, Reed College, 2015", "Bachelor's degree in Computer Science", "partial"),
        ("B.S. in Computer Science, expected 2027", "Bachelor's degree in Computer Science", "partial"),
        ("BBA, Marketing, UTSA, 2019", "Bachelor's degree", "covered"),
    ],
)
def test_degrees_go_by_level(
    matched: Callable[[Resume, Posting], Matching], education: str, requirement: str, wanted: str
) -> None:
    """A higher degree is enough; another field, a lower level or an open end are half."""
    resume = make_resume([("Analyst", "Acme", "2020-01", None, ["Built reports in Excel"])], education=(education,), years=6)
    posting = make_posting("Analyst", "general", required=(requirement,))
    assert statuses(posting, matched(resume, posting))[requirement] == wanted


def test_a_resume_without_education_lacks_the_degree(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Nothing on the page speaks for a degree, and experience counts half where the posting says so."""
    resume = make_resume(
        [("Analyst", "Acme", "2016-01", None, ["Built reports in Excel"])], summary="Analyst of Excel reports", years=10
    )
    posting = make_posting("Analyst", "general", required=("Bachelor's degree", "Bachelor's degree or equivalent experience"))
    found = statuses(posting, matched(resume, posting))
    assert found["Bachelor's degree"] == "gap"
    assert found["Bachelor's degree or equivalent experience"] == "partial"


@pytest.mark.parametrize(
    ("held", "status"),
    [
        ("BS Business Administration, Ohio State University", "covered"),
        ("BA Human Resources, Ohio State University", "covered"),
        ("BA Fine Arts, Ohio State University", "partial"),
    ],
)
def test_any_field_that_a_posting_names_is_enough(
    matched: Callable[[Resume, Posting], Matching], held: str, status: str
) -> None:
    """And a degree in another one is half of it: whether it is related is for the reader."""
    line = "Bachelor's degree in human resources, business or a related field"
    resume = make_resume([("Recruiter", "Linden", "2020-01", None, ["Filled 40 roles a year"])], education=(held,), years=5.0)
    posting = make_posting("Recruiter", "hr", required=(line,))
    assert statuses(posting, matched(resume, posting)) == {line: status}


@pytest.mark.parametrize(
    ("held", "status"),
    [
        ("BSc (Hons) Adult Nursing, Hallamgate University, 2011", "covered"),
        ("BA Fine Arts, Ohio State University", "partial"),
        ("Associate degree in nursing, Lane College, 2011", "partial"),
    ],
)
def test_a_bare_degree_is_met_by_a_first_one_in_a_field_that_is_named(
    matched: Callable[[Resume, Posting], Matching], held: str, status: str
) -> None:
    """An associate degree is half of it, whatever its field."""
    line = "Degree in nursing or health related subject"
    resume = make_resume([("Ward Manager", "Linden", "2020-01", None, ["Led 40 nurses"])], education=(held,), years=5.0)
    posting = make_posting("Ward Manager", "nursing", required=(line,))
    assert statuses(posting, matched(resume, posting)) == {line: status}


def test_a_certificate_of_a_course_is_no_associates_degree(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: a bootcamp in web development was an associate's degree in it."""
    asked = "Associate's degree in computer science, web development or a closely related field"
    resume = make_resume(
        [("Intern", "Acme", "2020-01", None, ["Built pages"])],
        education=("Harrow Code Academy, Full-Stack Web Development certificate (24 wks), 2026",),
    )
    posting = make_posting("Developer", "software", required=(asked,))
    assert statuses(posting, matched(resume, posting))[asked] != "covered"


def test_a_degree_above_one_that_is_listed_is_lacking(knowledge: Knowledge) -> None:
    """Known bad: who lists a bachelor's degree alone was asked under which name they hold the MBA."""

    def hopes(lines: Sequence[Traits]) -> tuple[Status, ...]:
        return tuple("unknown" if "unknown" in line.open else line.rule for line in lines)

    resume = make_resume(
        [("Controller", "Acme", "2015-01", None, ["Closed the books"])],
        education=("B.B.A. in Accounting, Kent State University, 2012",),
    )
    posting = make_posting("Controller", "accounting", preferred=("MBA",))
    company = profile_company("Northgate", posting, knowledge, date(2026, 11, 23))
    found = match(resume, posting, company, knowledge, hopes)
    assert found.requirements[0].status == "gap"
