"""Practice during a course is experience: its heading stands for a title, and no paper above swallows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.reading.sections import heading_of, names_of
from tests.section_rows import rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.resume import Resume
    from playbook.knowledge.packs import Knowledge

CARDS = "Ana Ruiz\n\nCERTIFICATIONS\nBLS - AHA, exp 03/2028\n\n"


def test_the_heading_of_a_practice_is_the_title_of_the_house_below_it(parse: Callable[[str], Resume]) -> None:
    """Known bad: 180 hours on a ward as a certificate of ten lines, or as a title."""
    body = f"{CARDS}SENIOR PRECEPTORSHIP\nHarrow General Hospital, Toledo OH\nJan - Apr 2026\t180 hours, nights\n- Started 60 lines\n"
    resume = parse(body)
    first = next(one for one in resume.work if one.employer == "Harrow General Hospital")
    assert (first.position.text if first.position else "", first.start_date) == ("SENIOR PRECEPTORSHIP", "2026-01")
    assert [one.name for one in resume.certificates] == ["BLS"]


def test_a_list_of_wards_is_told_below_its_heading(parse: Callable[[str], Resume]) -> None:
    """Known bad: a ward as the title and another as its employer."""
    body = f"{CARDS}CLINICAL ROTATIONS (Harrow University)\tAug 2024 - Dec 2025\nPeds - Children's House of the Lakes - 60 hrs\nOB - Harrow - 60 hrs\n"
    role = next(one for one in parse(body).work if one.start_date == "2024-08")
    assert (role.position.text if role.position else "", role.employer) == ("CLINICAL ROTATIONS", "")
    assert len(role.highlights) == 2


def test_a_heading_in_capitals_may_have_a_remark_or_dates_beside_it(knowledge: Knowledge) -> None:
    """However long the remark is. A single title with its dates heads a role and no section."""
    names = names_of(knowledge, "resume")
    long = "PUBLICATIONS (* equal contribution; 14 peer reviewed, h-index 9, 610 citations)"
    assert heading_of(rows(long)[0], names) == "publications"
    assert heading_of(rows("CLINICAL ROTATIONS\tAug 2024 - Dec 2025")[0], names) == "work"
    assert heading_of(rows("INTERNSHIP\tJun 2024 - Aug 2024")[0], names) is None
    assert heading_of(rows("Projects (each of which I could tell of for hours, since I led them all)")[0], names) is None


def test_what_was_done_behind_the_dates_is_no_title(parse: Callable[[str], Resume]) -> None:
    """Known bad: a study group as the title."""
    resume = parse(
        "Ana Ruiz\n\nVOLUNTEERING\nHarrow Nurses' Association - Treasurer 2023-25, ran a study group (22 students)\n"
    )
    (one,) = resume.volunteer
    assert (one.title, one.employer) == ("Treasurer", "Harrow Nurses' Association")
    assert [said.fact.text for said in one.highlights] == ["ran a study group (22 students)"]


def test_nobody_is_a_time_of_practice(parse_roles: Callable[[str], Resume]) -> None:
    """Known bad: "In 2026 I was a Senior Preceptorship"."""
    titles = (
        "SENIOR PRECEPTORSHIP",
        "Marketing Internship",
        "Clinical Rotations (480 h)",
        "Placement Officer",
        "Resident Physician",
    )
    body = "".join(
        f"{title}, Larch & Vane Hospital\tJan {2025 - at} - Apr {2025 - at}\n- Started 60 lines\n\n"
        for at, title in enumerate(titles)
    )
    assert [one.post for one in parse_roles(body).work] == ["", "", "", "Placement Officer", "Resident Physician"]
