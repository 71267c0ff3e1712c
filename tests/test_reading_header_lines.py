"""Lines at the head of a role that say something else: to whom somebody answered, how long it was, that there is no employer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.artifacts.names import is_own_account
from playbook.intake.blanks import in_columns
from playbook.reading.dates import find_dates
from playbook.reading.rows import holds_contact

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.resume import Resume


def _heads(resume: Resume) -> list[tuple[str | None, str | None]]:
    return [(one.position.text if one.position else None, one.name.text if one.name else None) for one in resume.work]


@pytest.mark.parametrize(
    "label", ["PI: T. Okonjo", "Advisor: Prof. Lena Brandt", "Line manager: Jo Bright", "Reporting to: the COO"]
)
def test_whoever_somebody_answered_to_is_no_employer(label: str, parse_roles: Callable[[str], Resume]) -> None:
    """The employer is the one in the line above."""
    resume = parse_roles(
        f"Research Associate, Harrow University, Leeds\tSept. 2021 – present\n{label}\n- Grew 40 cultures a week"
    )
    assert _heads(resume) == [("Research Associate", "Harrow University")]


def test_a_season_and_how_long_it_was_are_dates(parse_roles: Callable[[str], Resume]) -> None:
    """Otherwise what was done there would be told of the employer above."""
    above = "Lab Assistant, Harrow University, Leeds\t2016 - 2021\n- Grew 40 cultures a week\n\n"
    resume = parse_roles(f"{above}Data Intern, Larkhill Therapeutics, Truro\tSummer 2019 (12 wks)\n- Ranked 400 samples")
    assert ("Data Intern", "Larkhill Therapeutics") in _heads(resume)
    assert all(len(one.highlights) == 1 for one in resume.work)


def test_what_stands_for_an_employer_beside_freelance_is_none() -> None:
    """A firm that has the word in its name is one."""
    assert all(map(is_own_account, ("Freelance / agency", "Contract / Freelance", "Self-employed, consultancy", "Freelance")))
    assert not any(map(is_own_account, ("Freelance Agency", "Freelance & Sons Agency", "Agency")))


def test_a_level_before_its_year_is_no_month() -> None:
    """Of a dash with blanks a month alone has a nought."""
    for text, start in (
        ("HACCP Level 4 - 2015", "2015"),
        ("OSHA 10 - 2019", "2019"),
        ("04 - 2015", "2015-04"),
        ("4/2015", "2015-04"),
    ):
        assert [one.start for one in find_dates(text)] == [start]


def test_a_figure_with_its_year_and_a_ward_are_no_contact_data() -> None:
    """What holds contact data is not told at all."""
    kept = ("Score moved from -0.41 (2022) to +0.18 (2024)", "Charge nurse on Unit 4", "Margin +12.5 (2023-2024)")
    assert not any(map(holds_contact, kept))
    assert all(map(holds_contact, ("+44 (20) 7946 0958", "+64 21 555 0137", "Unit 4, Larkhill Park", "+49.30.1234567")))


@pytest.mark.parametrize("blanks", ["  ", " "])
def test_a_title_ends_where_a_house_begins(blanks: str, parse_roles: Callable[[str], Resume]) -> None:
    """Two blanks are a column; without them the kind of house tells. Known bad: a trust in the title, at a town."""
    resume = parse_roles(f"Press Officer{blanks}Harrow General Hospitals Trust, Leeds\nSept 2018 - March 2021\n- Ran the desk")
    assert _heads(resume) == [("Press Officer", "Harrow General Hospitals Trust")]


def test_two_blanks_part_columns_beside_a_title_alone() -> None:
    """Elsewhere, and in a bullet, they are a slip of the hand."""
    assert in_columns("Cook  Harrow Inn, Leeds") == "Cook\tHarrow Inn, Leeds"
    for text in (
        "- Worked as a cook  Ran the bar",
        "We cook.  All of us",
        "for the head cook  and others",
        "Cook  Harrow  Inn",
    ):
        assert in_columns(text) == text


def test_a_department_behind_a_title_stays_with_it(parse_roles: Callable[[str], Resume]) -> None:
    """No house ends in it."""
    resume = parse_roles("Vice President Group Finance, Harrow Bank, Leeds\tSept 2018 - March 2021\n- Ran the desk")
    assert _heads(resume) == [("Vice President Group Finance", "Harrow Bank")]


@pytest.mark.parametrize(
    ("line", "employer"),
    [
        ("Tasman Castings Ltd, Te Rapa, Hamilton", "Tasman Castings Ltd"),
        ("Larkhill union hall, various contractors", "Larkhill union hall"),
        ("Acme Inc, Retail Banking, Leeds", "Acme Inc, Retail Banking"),
    ],
)
def test_neither_towns_nor_others_are_part_of_an_employers_name(
    line: str, employer: str, parse_roles: Callable[[str], Resume]
) -> None:
    """A division of a firm is."""
    assert _heads(parse_roles(f"Fitter – {line}\nAug 2019 – current\n- Ran the desk")) == [("Fitter", employer)]
