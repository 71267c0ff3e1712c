"""What was done stays with the role that it was done in: undated heads, remarks with dates, headings of a line of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.resume import Position, Resume

ABOVE = "Receptionist, The Otter & Reed, Truro\tOct 2020 - Mar 2022\n- Took over the diary\n\n"


def _told(role: Position) -> tuple[str, str, list[str]]:
    return role.title, role.employer, [one.fact.text for one in role.highlights]


@pytest.mark.parametrize(
    "head",
    [
        "Chalet Host / Rep — Larkhill Holidays, Morzine, winter seasons 2016/17, 17/18 & 2019 (Dec-Mar)",
        "SEASONAL WORK\nChalet Host / Rep — Larkhill Holidays, Morzine",
    ],
)
def test_a_head_whose_dates_cannot_be_read_opens_a_role(head: str, parse_roles: Callable[[str], Resume]) -> None:
    """Known bad: a guest house in the Alps told of the inn above."""
    first, second = parse_roles(f"{ABOVE}{head}\n- Cooked breakfast for 12 guests\n").work
    assert _told(first) == ("Receptionist", "The Otter & Reed", ["Took over the diary"])
    assert _told(second)[::2] == ("Chalet Host / Rep", ["Cooked breakfast for 12 guests"])
    assert second.employer.startswith("Larkhill Holidays")


def test_a_heading_of_a_line_of_work_employs_nobody(parse_roles: Callable[[str], Resume]) -> None:
    """The firm in the line below it employs all whose titles follow."""
    body = f"{ABOVE}RETAIL\n\nHart's Department Store, Truro\nDept. Lead, Shoes\t2015 - Sep 2017\n- Led 6\nSales Associate\t2013 - 2015\n"
    assert [(one.title, one.employer) for one in parse_roles(body).work[1:]] == [
        ("Dept. Lead, Shoes", "Hart's Department Store"),
        ("Sales Associate", "Hart's Department Store"),
    ]


@pytest.mark.parametrize(
    ("head", "title", "dates"),
    [
        ("Calder School, Truro\tSept 2016 - Aug 2020\nTeacher; i/c Year 9 from 2018", "Teacher", ("2016-09", "2020-08")),
        ("Calder School, Truro\tSept 2016 - Aug 2020\nHead of Year from 2018", "Head of Year", ("2018", "2020-08")),
        (
            "Riverbend Clinic, Truro\nFitter → Senior Fitter from Jan '18\tMar 2016 – Jan 2020",
            "Fitter → Senior Fitter",
            ("2016-03", "2020-01"),
        ),
    ],
)
def test_since_when_a_part_was_so_is_not_the_time_of_the_role(
    head: str, title: str, dates: tuple[str, str], parse_roles: Callable[[str], Resume]
) -> None:
    """Known bad: a teacher in 2018 alone."""
    (role,) = parse_roles(f"{head}\n- Taught 30 pupils\n").work
    assert (role.title, role.start_date, role.end_date) == (title, *dates)


def test_what_somebody_stood_in_as_is_told_of_the_role(parse_roles: Callable[[str], Resume]) -> None:
    """Known bad: ten years of bullets within three months as acting senior."""
    head = "Plains Base Hospital, Truro\nRadiographer Level 3 — Feb 2020 – current\nActing Senior Radiographer, CT: Mar-Jul 2023 (5 mths)"
    (role,) = parse_roles(f"{head}\n- Scanned 40 a day\n").work
    assert _told(role)[2] == ["Acting Senior Radiographer, CT: Mar-Jul 2023 (5 mths)", "Scanned 40 a day"]
    assert (role.start_date, role.is_current) == ("2020-02", True)


def test_what_was_done_behind_a_dash_or_a_colon_is_no_name(parse_roles: Callable[[str], Resume]) -> None:
    """The dates may stand before the title, and several of them."""
    body = f"{ABOVE}2018, 2019 Chemistry Examiner (AQA) – marked 350 scripts\n\nMar 2015 - 2017 Guide, Harrow Pantry: food hygiene talks for 40\n"
    assert [_told(one) for one in parse_roles(body).work[1:]] == [
        ("Chemistry Examiner (AQA)", "", ["marked 350 scripts"]),
        ("Guide", "Harrow Pantry", ["food hygiene talks for 40"]),
    ]


def test_a_role_in_one_line_is_closed_by_an_empty_one(parse_roles: Callable[[str], Resume]) -> None:
    """Known bad: a warehouse whose employer was the post below it, and six deeds of a sergeant told of a school of two years."""
    body = (
        "Clerk, Larch & Vane, Truro\tOct 2020 - Feb 2022\n- Answered 40 calls a day\n\n"
        "Warehouse Associate – Orchard Parcels, Leeds\tJan 2020 - Sept 2020\n\n"
        "IT Support Officer\nZenith Savings Bank Plc, Redruth\t2015 - Aug 2019\n- Administered 6 servers\n"
    )
    assert [_told(one) for one in parse_roles(body).work] == [
        ("Clerk", "Larch & Vane", ["Answered 40 calls a day"]),
        ("Warehouse Associate", "Orchard Parcels", []),
        ("IT Support Officer", "Zenith Savings Bank Plc", ["Administered 6 servers"]),
    ]
