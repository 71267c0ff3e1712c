"""Lines on work permits, moving, notice and pronouns below a name are no headline; a title beside them is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume

Parse = Callable[[str], Resume]


@pytest.mark.parametrize(
    "status",
    [
        "US citizen - no sponsorship needed",
        "Permanent resident",
        "H-1B (I-140 approved)",
        "Authorized to work in the United States",
        "Right to work in UK",
        "Irish citizen (by descent) - no work permit required",
        "Open to relocation",
        "Available from March 2027",
        "Notice period: 4 weeks",
        "she/her",
        "Active Secret clearance",
        "Full UK driving licence and own car",
        "Nationality: Irish",
    ],
)
def test_on_what_footing_somebody_could_start_is_no_headline(parse: Parse, status: str) -> None:
    """Known bad: "I'm Ana, a US citizen"."""
    resume = parse(f"Ana Ruiz\nRaleigh, NC | ana.ruiz@example.com\n{status}\n")
    assert resume.label is None
    assert resume.summary is None or status not in resume.summary.text


@pytest.mark.parametrize(
    "label",
    [
        "Security Clearance Officer",
        "TS/SCI cleared Systems Engineer",
        "Citizen Services Manager",
        "Senior Nurse, open to relocation",
    ],
)
def test_a_title_with_such_words_is_a_headline(parse: Parse, label: str) -> None:
    resume = parse(f"Ana Ruiz\nRaleigh, NC | ana.ruiz@example.com\n{label}\n")
    assert resume.label is not None
    assert resume.label.text == label


def test_a_headline_below_a_status_is_found(parse: Parse) -> None:
    """Known bad: the status as headline, and the headline as a summary."""
    resume = parse("Ana Ruiz\nUS citizen\nPlant Electrician\nRaleigh, NC | ana.ruiz@example.com\n")
    assert resume.label is not None
    assert resume.label.text == "Plant Electrician"


@pytest.mark.parametrize("line", ["Page 2 - A. Ruiz", "Ana Ruiz | page 2 of 3", "Ana Ruiz, Page 2", "ANA RUIZ – Page 2/3"])
def test_the_number_of_a_page_is_nobodys_employer(parse_roles: Parse, line: str) -> None:
    """Known bad: a clerk at "Page 2 - A. Ruiz"."""
    resume = parse_roles(
        f"Larkhill Fabrics, Leeds - Registry clerk, 2001-2004 (p/t while in school)\n\n{line}\n\nCook, Casa Moira, 1999 - 2000\n- Cooked\n"
    )
    assert [(one.title, one.employer) for one in resume.work] == [
        ("Registry clerk", "Larkhill Fabrics"),
        ("Cook", "Casa Moira"),
    ]


def test_a_project_with_its_only_date_in_brackets_is_one(parse: Parse) -> None:
    """Known bad: a project as a deed of the project above it."""
    body = (
        "Ana Ruiz\n\nPROJECTS\nPack Pantry (senior design)\tJan 2025 - present\n- Designed the schema for 140 students\n"
        'Bus Buddy (2nd place, "Best Use", HackWest - Oct 2023)\n- Built a map of 12 lines with a cache\n'
    )
    first, second = parse(body).projects
    assert [one.fact.text for one in first.highlights] == ["Designed the schema for 140 students"]
    assert second.employer.startswith("Bus Buddy")
    assert [one.fact.text for one in second.highlights] == ["Built a map of 12 lines with a cache"]
