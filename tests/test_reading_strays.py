"""What stands below a heading that does not name it: roles, languages and certificates find their way; headings that vary are known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from playbook.artifacts.resume import Resume
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge
from playbook.reading.resume import parse_resume

Parse = Callable[[str], Resume]
WORK = "EXPERIENCE\n\nFitter, Brodie Castings Ltd, Perth\tMar 2019 – present\n- Rebuilt two presses\n- Trained three apprentices\n\n"
FILLER = "\n\nSUMMARY\n" + "Steady hand with a long memory for names and a liking for early shifts. " * 4


@pytest.fixture
def parse(knowledge: Knowledge) -> Parse:
    """Reads a resume with one role and what is given."""

    def parsed(body: str) -> Resume:
        document = read_bytes(f"Ana Ruiz\n\n{WORK}{body}{FILLER}".encode(), "resume", "text")
        return parse_resume(document, knowledge, date(2026, 11, 23))

    return parsed


def test_qualifications_are_what_stands_below_them(parse: Parse) -> None:
    """Known bad: the skill "Bachelor of Nursing", where the heading stands above diplomas, as in Australia and Ireland."""
    resume = parse(
        "QUALIFICATIONS\nBachelor of Nursing, Flinders University 2005\nCertificate IV in Training 2011\nSeeds of Calm, 2 day course 2016\nBronze Star\n"
    )
    assert not resume.skills
    assert any("Bachelor" in one.fact.text for one in resume.education)
    skilled = parse("QUALIFICATIONS\n- Welding, milling, turning\n- Stock control and ordering\n- Reading of drawings\n")
    assert "milling" in [one.name for one in skilled.skills]
    assert not skilled.education


@pytest.mark.parametrize("heading", ["CAREER TO DATE", "OTHER WORK", "OTHER EMPLOYMENT"])
def test_roles_stand_below_headings_of_many_names(parse: Parse, heading: str) -> None:
    """Known bad: the employer "OTHER WORK"."""
    (_, role) = parse(f"{heading}\nServer and shift lead, The Tin Whistle, Fairmont — 2013 to 2016\n").work
    assert (role.title, role.employer) == ("Server and shift lead", "The Tin Whistle")


@pytest.mark.parametrize("heading", ["Computer\n", "IT: ", "Computing\n"])
def test_programs_are_skills(parse: Parse, heading: str) -> None:
    assert "Excel" in [one.name for one in parse(f"{heading}Excel, Outlook, Sage\n").skills]


def test_a_home_lab_is_a_project_and_no_employer(parse: Parse) -> None:
    resume = parse("HOME LAB / PROJECTS\nCluster of three small machines, with a blog on it (30 posts)\n")
    assert len(resume.work) == 1
    assert resume.projects


@pytest.mark.parametrize(
    "line",
    [
        "Treasurer, Marlow Juniors FC (volunteer) since 2021 - keep the books for a club of 24 teams",
        "Volunteer: Treasurer, Marlow Juniors FC, since 2021",
    ],
)
def test_unpaid_work_among_other_things_is_kept(parse: Parse, line: str) -> None:
    """Known bad: the line is lost."""
    (role,) = parse(f"OTHER\nFull clean licence\n{line}\n").volunteer
    assert (role.title, role.employer, role.start_date) == ("Treasurer", "Marlow Juniors FC", "2021")


def test_service_below_education_is_work_and_no_degree(parse: Parse) -> None:
    resume = parse(
        "EDUCATION\nAAS Welding, Kirk Community College, 2016\n\nUS Army Reserve, 2008-2014 - 91B Wheeled Vehicle Mechanic, SGT\n"
    )
    assert [one.fact.text for one in resume.education] == ["AAS Welding, Kirk Community College, 2016"]
    assert ("91B Wheeled Vehicle Mechanic, SGT", "US Army Reserve") in [(one.title, one.employer) for one in resume.work]


def test_languages_in_a_line_of_several_labels_are_read(parse: Parse) -> None:
    """Known bad: the line is dropped whole, for it holds a date of birth."""
    resume = parse(
        "PERSONAL DETAILS\nDOB: 14.06.1992; Marital status: Married; Languages: Tamil, English (R/W/S), Hindi (S)\nHobbies: chess\n"
    )
    assert [one.name for one in resume.languages] == ["Tamil", "English", "Hindi"]


def test_languages_behind_a_dash_are_read(parse: Parse) -> None:
    resume = parse("EDUCATION\nBSc Chemistry, 2008\n\nLanguages - English, conversational Spanish\n")
    assert [one.name for one in resume.languages] == ["English", "Spanish"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("CompTIA Security+ , Network+, A+", ["CompTIA Security+", "Network+", "A+"]),
        ("OSHA 10, ACI Field Tech Grade I (expired), NASSCO PACP 2018", ["OSHA 10", "ACI Field Tech Grade I", "NASSCO PACP"]),
        ("OSHA 10 / ACI / NASSCO PACP 2018", ["OSHA 10", "ACI", "NASSCO PACP"]),
        ("AST 2, Wilderness First Aid (80 hr, recert due)", ["AST 2", "Wilderness First Aid"]),
        ("Data Practitioner, CompTIA, 2019", ["Data Practitioner"]),
    ],
)
def test_a_line_of_several_certificates_is_several(parse: Parse, line: str, names: list[str]) -> None:
    """Known bad: "Network+" as the issuer of "Security+"; an issuer and a date stay with their name."""
    assert [one.name for one in parse(f"CERTIFICATIONS\n{line}\n").certificates] == names


def test_a_certificates_exp_is_its_expiry(parse: Parse) -> None:
    (held,) = parse("CERTIFICATIONS\nTerraform Associate (003), exp. 03/2026\n").certificates
    assert (held.name, held.date, held.expires) == ("Terraform Associate (003)", None, "2026-03")


def test_a_hyphen_at_the_word_marks_a_bullet(parse: Parse) -> None:
    """Known bad: the first such line a summary, the next one with its hyphen."""
    resume = parse("Packer, Halloran Ltd, 2014 – 2018\n-packed 28 crates a day\n-counting of stock at night\n- Trained two\n")
    assert [bullet.text for bullet in resume.work[-1].highlights] == [
        "packed 28 crates a day",
        "counting of stock at night",
        "Trained two",
    ]
