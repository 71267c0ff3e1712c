"""A firm that shares its line with the title is the employer, whatever stands below; towns and former names keep their place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from playbook.artifacts.resume import Position, Resume
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge
from playbook.reading.resume import parse_resume

Role = Callable[[str], Position]
TOLD = "\n- Cut scrap from 9% to 4% within a year\n- Trained six people, two of whom lead teams\n"
FILLER = "\n\nSUMMARY\n" + "Steady hand with a long memory for names and a liking for early shifts. " * 4


@pytest.fixture
def role(knowledge: Knowledge) -> Role:
    """Reads a resume of one role and gives the role."""

    def parsed(header: str) -> Position:
        document = read_bytes(f"Ana Ruiz\n\nEXPERIENCE\n\n{header}{TOLD}{FILLER}".encode(), "resume", "text")
        resume: Resume = parse_resume(document, knowledge, date(2026, 11, 23))
        return resume.work[0]

    return parsed


@pytest.mark.parametrize("firm", ["Ardal Ridge Pty Ltd", "Ardal Ridge, Inc.", "Ardal Ridge LLC", "Ardal Ridge plc"])
@pytest.mark.parametrize("site", ["Copper and zinc, Mount Hope & Cobar", "Sheet metal / Leeton"])
def test_what_stands_with_the_dates_below_a_firm_and_its_title_is_no_employer(role: Role, firm: str, site: str) -> None:
    """Known bad: the site as the employer, and a title that begins with the name of the firm."""
    found = role(f"{firm} – Leading Hand Fitter (nights)\n{site}\tMar 2021 – now")
    assert (found.title, found.employer) == ("Leading Hand Fitter", firm)


def test_a_firm_below_a_title_that_names_a_client_stays_the_employer(role: Role) -> None:
    found = role("Consultant – Ardal Ridge Ltd\nLarkhill Consulting\tMar 2021 – now")
    assert found.employer == "Larkhill Consulting"


def test_a_title_right_behind_the_brackets_of_a_firm_is_a_title(role: Role) -> None:
    """Known bad: the towns as the employer."""
    found = role("Ardal Pipeline Services (West) Electrician – wellheads\nMount Hope / Cobar\t2014 - Oct 2016")
    assert (found.title, found.employer) == ("Electrician – wellheads", "Ardal Pipeline Services (West)")
    assert found.location == "Mount Hope / Cobar"


@pytest.mark.parametrize("place", ["Leeds / Keighley", "Leeds/Keighley", "Leeds"])
def test_the_employer_of_one_title_and_then_another_stands_before_its_towns(role: Role, place: str) -> None:
    """Known bad: the employer "Leeds / Keighley", with the firm in the title."""
    found = role(f"Assistant Manager then Store Manager, Brannick Wares, {place}\t2010-14")
    assert (found.title, found.employer) == ("Assistant Manager then Store Manager", "Brannick Wares")


def test_a_colon_parts_a_title_from_whom_it_was_held_at(role: Role) -> None:
    """Known bad: the title "Sales Assistant → Supervisor: Brannick Sports"."""
    found = role("Sales Assistant → Supervisor: Brannick Sports, Leeds\t2007 – 2010")
    assert (found.title, found.employer) == ("Sales Assistant → Supervisor", "Brannick Sports")
    team = role("Brannick Sports Ltd, Leeds\nBuyer: Footwear\t2007 – 2010")
    assert team.employer == "Brannick Sports Ltd"


def test_two_towns_behind_the_dash_of_a_firm_are_where_it_is(role: Role) -> None:
    found = role("Brannick & Oakley Engineers, Inc. — Moline/Davenport, IA\nEngineer II\tJune 2023 – Present")
    assert (found.employer, found.location) == ("Brannick & Oakley Engineers, Inc.", "Moline/Davenport, IA")


def test_a_town_behind_a_title_is_where_it_was_and_a_country_may_be_its_field(role: Role) -> None:
    found = role("Brannick Castings\tSept 2022 – present\nSenior Engineer, Leeds / hybrid")
    assert (found.title, found.location) == ("Senior Engineer", "Leeds / hybrid")
    assert role("Brannick Castings\tSept 2022 – present\nCountry Manager, Spain").title == "Country Manager, Spain"


def test_another_name_of_a_firm_stays_with_it(role: Role) -> None:
    found = role("Larkfield (formerly Tallow Payments)\tSept 2022 – present\nSenior Engineer")
    assert found.employer == "Larkfield (formerly Tallow Payments)"
    assert role("Larkfield (casual dining, 210 seats)\tSept 2022 – present\nSenior Engineer").employer == "Larkfield"


@pytest.mark.parametrize(
    ("header", "title", "employer"),
    [
        ("Nurse – ICU, Harrow Hill Hospital, Leeds\tFeb 2024 – Present", "Nurse – ICU", "Harrow Hill Hospital"),
        ("Staff RN – ICU/PCU, Harrow Hill Medical Center\t8/2023 - 1/2025", "Staff RN – ICU/PCU", "Harrow Hill Medical Center"),
        ("Engineer – IBM, Austin\t8/2023 - 1/2025", "Engineer", "IBM"),
    ],
)
def test_the_letters_of_a_ward_belong_to_the_title(role: Role, header: str, title: str, employer: str) -> None:
    """Known bad: "since 2025 I have been at ICU, Harrow Hill Hospital"."""
    found = role(header)
    assert (found.title, found.employer) == (title, employer)


def test_part_time_behind_the_dates_is_no_employer(role: Role) -> None:
    """Known bad: "I was a Harrow Hill Nursery at part time during school"."""
    found = role("Nursery assistant\nHarrow Hill Nursery, Kitchener | 2014–2016 part time during school")
    assert (found.title, found.employer) == ("Nursery assistant", "Harrow Hill Nursery")


def test_how_somebody_was_employed_is_no_title(role: Role) -> None:
    """Known bad: somebody who had been a "seasonal" at a forest, with the post told below."""
    read = role("Harrow Forest Service, Sawtooth NF — seasonal, summers 2014, 2015, 2016")

    assert (read.title, read.employer) == ("", "Harrow Forest Service")


@pytest.mark.parametrize("house", ["The Foundry at Grandview", "Residences at Alum Creek"])
def test_a_house_with_an_at_in_its_name_is_no_employer_below_one(role: Role, house: str) -> None:
    """Known bad: the employer "Grandview", where nobody had worked."""
    found = role(f"Harrow Oak Residential\tColumbus, OH\nAssistant Manager, {house} (248 units)\t04/2023 - Present")
    assert found.employer == "Harrow Oak Residential"
    assert found.title.startswith(f"Assistant Manager, {house}")


def test_a_house_with_an_at_in_its_name_is_the_employer_where_none_stands_above(role: Role) -> None:
    found = role("Assistant Manager, The Foundry at Grandview\t04/2023 - Present")
    assert (found.title, found.employer) == ("Assistant Manager", "The Foundry at Grandview")
    assert role("Assistant Manager, Rentals at Harrow Oak Homes\t04/2023 - Present").employer == "Harrow Oak Homes"


def test_what_stands_behind_a_semicolon_after_the_dates_is_no_employer(role: Role) -> None:
    """Known bad: the coach of one club was employed by the next."""
    found = role("Coach, Harrow rec league, 2022-now; Columbus Trade Guild - young members")
    assert found.employer == "Harrow rec league"
    assert role("Fitter, Harrow Castings Ltd, 2019-2022; Leeds").location == "Leeds"
