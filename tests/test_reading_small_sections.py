"""What stands at the edges of a resume: memberships, family, other things, and the letters and figures between them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume

Parse = Callable[[str], Resume]


def test_what_stands_below_others_is_no_certificate(parse: Parse) -> None:
    """Known bad: a career break and a talk as certificates, and the heading itself."""
    resume = parse(
        'Ana Cruz\n\nCertifications\nCSM 2022\n\nOthers\nCareer break May 2017 – none\nSpeaker: "Why bread fails", 2024\n'
    )
    assert [one.name for one in resume.certificates] == ["CSM"]


def test_certificates_between_strokes_are_one_each_where_each_has_its_date(parse: Parse) -> None:
    resume = parse(
        "Ana Cruz\n\nCERTIFICATIONS\nCSM (Scrum Guild) 2022 | PMP (PMI) – 2020, recert. due | Baker Foundation 2015\n"
    )
    assert [(one.name, one.date) for one in resume.certificates] == [
        ("CSM (Scrum Guild)", "2022"),
        ("PMP (PMI)", "2020"),
        ("Baker Foundation", "2015"),
    ]


def test_a_certificate_with_issuer_and_date_in_cells_stays_one(parse: Parse) -> None:
    resume = parse("Ana Cruz\n\nCERTIFICATIONS\nForklift operator | Dock School | 2020\n")
    assert len(resume.certificates) == 1


def test_a_family_is_no_certificate(parse: Parse) -> None:
    """Known bad: the certificates "Married" and "bad but persistent golfer"."""
    resume = parse(
        "Ana Cruz\n\nEDUCATION\nBA Law, Elm University, 2009\nOSHA 30\nMarried, two sons; slow but stubborn rower.\n"
    )
    assert [one.name for one in resume.certificates] == ["OSHA 30"]


def test_the_letters_of_a_degree_that_no_list_has_are_no_certificate(parse: Parse) -> None:
    resume = parse("Ana Cruz, RDH, BSDH\n\nEDUCATION\nB.S. Dental Hygiene, Elm Grove University, 2012\n")
    assert [one.name for one in resume.certificates] == ["RDH"]


def test_what_stands_apart_below_skills_is_no_skill(parse: Parse) -> None:
    """Known bad: an association, a charity and running as skills."""
    resume = parse(
        "Ana Cruz\n\nSKILLS\nDentrix, scaling\n\nMember: Guild of Hygienists (trustee 2023)\nVolunteer: Elm Free Clinic 2018, 2022\n"
        "Likes: trail running, quilting\n"
    )
    assert [one.name for one in resume.skills] == ["Dentrix", "scaling"]
    assert not any((one.employer or "x").isdigit() for one in resume.volunteer)


def test_a_label_among_skills_is_a_group(parse: Parse) -> None:
    resume = parse("Ana Cruz\n\nSKILLS\nLanguages: Java, Go\nMember services: intake, renewals\n")
    assert [one.name for one in resume.skills] == ["Java", "Go", "intake", "renewals"]
    resume = parse("Ana Cruz\n\nSKILLS\nJava, Go\n\nOthers:\nGit, Jira\n")
    assert [one.name for one in resume.skills] == ["Java", "Go", "Git", "Jira"]


def test_a_group_of_skills_apart_may_be_called_as_another_section_is(parse: Parse) -> None:
    """Known bad: "Networks: TCP/IP" below an empty line read as what somebody is a member of."""
    resume = parse("Ana Cruz\n\nSKILLS\nLanguages: Java, Go\n\nNetworks: TCP/IP, BGP\n")
    assert {"TCP/IP", "BGP"} <= {skill.name for skill in resume.skills}


def test_a_level_behind_brackets_is_no_skill(parse: Parse) -> None:
    """Known bad: the skill "- expert"."""
    resume = parse("Ana Cruz\n\nSKILLS\nExcel (Power Query, VBA) - expert\nPython (pandas, numpy) – intermediate\n")
    assert [one.name for one in resume.skills] == ["Excel", "Power Query", "VBA", "Python", "pandas", "numpy"]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("7 Plas Gwyn, Bala Road, Dolgellau, LL40", None),
        ("14 Quarry Rise, Stockport SK2", None),
        ("Geelong VIC 3218", None),
        ("5 Star Hotel Concierge", "5 Star Hotel Concierge"),
        ("Concierge, night desk", "Concierge, night desk"),
    ],
)
def test_an_address_is_no_headline(parse: Parse, line: str, label: str | None) -> None:
    """Known bad: "I'm Ana Cruz, a 14 Quarry Rise", where the road had another word than street or road."""
    found = parse(f"Ana Cruz\n{line}\nana@example.com\n\nSKILLS\nExcel").label
    assert (found.text if found else None) == label


@pytest.mark.parametrize(
    ("summary", "stated"),
    [
        ("Ex-Navy, 9 years at sea. Since then 8 yrs in port security.", None),
        ("6 years in kitchens, followed by 4 years in retail.", None),
        ("Baker with 12 years in bread, the last 4 years as a lead.", 12),
        ("8 years of experience in ports.", 8),
    ],
)
def test_years_of_one_phase_are_not_the_whole(parse: Parse, summary: str, stated: float | None) -> None:
    """Known bad: nine years of somebody who has worked for seventeen."""
    assert parse(f"Ana Cruz\n\nSUMMARY\n{summary}\n").years.stated == stated
