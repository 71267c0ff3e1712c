"""What is remarked on a paper (renewed, booked, lapsed, not held yet) is its state: no issuer, and no paper of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from playbook.artifacts.resume import Resume
from playbook.reading.certificates import read_named
from playbook.reading.paper_remarks import is_remark
from playbook.reading.validity import on_day
from tests.section_rows import rows

Parse = Callable[[str], Resume]


@pytest.mark.parametrize(
    ("line", "name", "given"),
    [
        ("Tower Rescue / CPR – renewed every 12 mths, last Aug 25", "Tower Rescue / CPR", "2025-08"),
        ("Blast Zones (UNIT 11A, 12A etc) – refresher done Feb 24", "Blast Zones (UNIT 11A, 12A etc)", "2024-02"),
        ("Sling card, last renewed 3/25", "Sling card", "2025-03"),
        ("CPP - Certified Pie Professional 2011, recert. 2023", "CPP", "2011"),
        ("PMP - in progress, exam booked spring", "PMP", None),
        ("Safe Lifting, 2018 (expired – refresher booked)", "Safe Lifting", "2018"),
        ("Stroke scale – annual, last done 01/2025", "Stroke scale", "2025-01"),
        ('Section 9 / "G2" -- not held yet', 'Section 9 / "G2"', None),
        ("Dosing modules (part done)", "Dosing modules", None),
        ("TAE40122 - started, 6 of 12 units done", "TAE40122", None),
        ("SMSTS lapsed 2021", "SMSTS", "2021"),
    ],
)
def test_a_remark_on_a_paper_is_no_issuer_and_no_paper(line: str, name: str, given: str | None) -> None:
    """Known bad: the issuers "last Aug 25" and "refresher booked", the certificate "recert.", a date that was not read."""
    (found,) = read_named(rows(line))
    assert (found.name, found.issuer, found.date) == (name, None, given)
    assert found.fact.text == line


@pytest.mark.parametrize(
    "text", ["Current Issues Institute", "Active Training Ltd", "Registered Nurse", "Annual Boat Show", "Elm Guild"]
)
def test_a_name_that_begins_like_a_remark_is_none(text: str) -> None:
    assert not is_remark(text)


@pytest.mark.parametrize(
    ("line", "has_lapsed"),
    [
        ("NT licence - lapsed 2019", True),
        ("CKA - 2021 (expired)", True),
        ("Mine Medical (exp.)", True),
        ("PALS – expired 2023, not renewed", True),
        ("First Aid (expired 2019, renewed 2025)", False),
        ("First Aid (current)", False),
    ],
)
def test_what_a_resume_calls_expired_has_run_out(line: str, has_lapsed: bool) -> None:
    """Known bad: a card "2021 (expired)" counted as held, since no day of its end was read."""
    (found,) = on_day(read_named(rows(line)), date(2026, 11, 27))
    assert found.has_lapsed is has_lapsed


def test_one_paper_of_a_line_runs_out_and_the_other_holds() -> None:
    """Known bad: the second as the issuer of the first."""
    found = on_day(read_named(rows("White Card; Dive Board Medical (exp.)")), date(2026, 11, 27))
    assert [(one.name, one.has_lapsed) for one in found] == [("White Card", False), ("Dive Board Medical", True)]


def test_a_state_where_a_licence_ran_out_is_no_certificate() -> None:
    """Known bad: the certificate "CA (exp 04/30/26)"."""
    assert [one.name for one in read_named(rows("Registered Nurse – ID compact; CA (exp 04/30/26);"))] == ["Registered Nurse"]


def test_papers_in_sentences_with_a_year_each_are_one_each() -> None:
    """Known bad: one certificate of three names."""
    found = read_named(rows("PRINCE2 Foundation 2017. ILM Level 3 2018. Safer Hiring (2023)."))
    assert [(one.name, one.date) for one in found] == [
        ("PRINCE2 Foundation", "2017"),
        ("ILM Level 3", "2018"),
        ("Safer Hiring", "2023"),
    ]


def test_a_long_line_with_a_year_of_two_figures_is_kept(parse: Parse) -> None:
    """Known bad: dropped as a sentence about something else."""
    resume = parse(
        "Ana Cruz\n\nTICKETS\n- Dust and Gas Areas (UNIT 11A, 12A, 13A etc) in mills and silos – refresher done with crew Feb 24\n"
    )
    assert [one.date for one in resume.certificates] == ["2024-02"]
