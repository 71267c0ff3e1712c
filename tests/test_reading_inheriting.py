"""A role is one more at the employer above on evidence alone: a wrong employer is worse than none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume
from playbook.reading.vocabulary import is_place

Read = Callable[[str], list[tuple[str, str]]]
ABOVE = (
    "Corriedale Shire Depot, Ballarat\nLeading Hand\tMar 2019 – present\n- Ran a crew of nine on the night shift\n\n"
    "Plant Operator\tJan 2017 – Mar 2019\n- Kept the graders going through two wet winters\n\n"
)
"""An employer on a row of its own, with two titles below it."""


@pytest.fixture
def roles(parse_roles: Callable[[str], Resume]) -> Read:
    """Reads roles as title and employer."""

    def read(body: str) -> list[tuple[str, str]]:
        return [(one.title, one.employer) for one in parse_roles(body).work]

    return read


def test_titles_below_an_employer_are_all_held_there(roles: Read) -> None:
    assert roles(ABOVE) == [("Leading Hand", "Corriedale Shire Depot"), ("Plant Operator", "Corriedale Shire Depot")]


@pytest.mark.parametrize(
    ("line", "title", "employer"),
    [
        ("Shop Assistant, Ardal's Chandlery (boat shop), Manchester. 2014-16", "Shop Assistant", "Ardal's Chandlery"),
        ("Night Porter, Saltmarsh Hotel, nr. Ballina – 2014 – Feb 2016", "Night Porter", "Saltmarsh Hotel"),
        ("English teacher, Hoshi Gakuen, Kobe, Japan 2013-14", "English teacher", "Hoshi Gakuen"),
        ("Waiter/ bar hand, The Tin Whistle, 2012-15 (uni)", "Waiter/ bar hand", "The Tin Whistle"),
        ("Guide (seasonal) Karst Cave Tours, Golden BC\tsummers 2011-2014", "Guide", "Karst Cave Tours"),
        ("Line cook, Odalys's Grill, Fairmont 2012 – 2015", "Line cook", "Odalys's Grill"),
        (
            "PRN aide, paediatrics, LarkStep Private Duty Nursing, Dayton\t2015-2016",
            "PRN aide, paediatrics",
            "LarkStep Private Duty Nursing",
        ),
        ("HR Recruiter – Larkhill Consultants, Jul 2015 – Apr 2016", "HR Recruiter", "Larkhill Consultants"),
    ],
)
def test_a_line_with_an_employer_of_its_own_keeps_it(roles: Read, line: str, title: str, employer: str) -> None:
    """Known bad: "Shop Assistant, Ardal's Chandlery (boat shop)" at Corriedale Shire Depot."""
    assert roles(f"{ABOVE}{line}\n")[2] == (title, employer)


@pytest.mark.parametrize(
    "line",
    [
        "Packer, Brindabella Fresh\t2014 – 2016",
        "Barman\t2009 – 2011",
        "Labourer, Geelong\tFeb 2012 – Mar 2013",
    ],
    ids=["a name that may be an employer's", "years before", "in another town, years before"],
)
def test_what_may_be_elsewhere_has_no_employer_rather_than_the_one_above(roles: Read, line: str) -> None:
    assert roles(f"{ABOVE}{line}\n")[2][1] != "Corriedale Shire Depot"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Engineer, Data Platform\tMay 2018 – Feb 2020", "Engineer, Data Platform"),
        ("Nurse, Cardiac ICU\t2018 – 2020", "Nurse, Cardiac ICU"),
        ("Clerk, night shift\t2018 – 2020", "Clerk, night shift"),
        ("Trainee\tsummer 2018", "Trainee"),
        ("Assistant, Elections\t2018 – 2020", "Assistant, Elections"),
    ],
)
def test_a_team_behind_the_title_is_no_other_employer(roles: Read, first: str, second: str) -> None:
    body = (
        f"Corriedale Shire Depot, Ballarat\nLeading Hand\tFeb 2020 – present\n- Ran a crew of nine\n\n{first}\n- Did the rest\n"
    )
    assert roles(body)[1] == (second, "Corriedale Shire Depot")


def test_behind_an_employer_in_the_same_line_a_bare_title_is_held_elsewhere(roles: Read) -> None:
    """Unless it is the rank below: who writes employers behind titles has left this one out."""
    body = "Senior Teller, Maddox Savings Bank, Aug 2018 – Mar 2021\n- Balanced\n\n{}, 2016 – 2018\n- Served\n"
    assert roles(body.format("Teller"))[1] == ("Teller", "Maddox Savings Bank")
    assert roles(body.format("Barista"))[1] == ("Barista", "")


@pytest.mark.parametrize(
    "line",
    [
        "Adviser, Larkmart",
        "Larkmart, Team Member",
        "Rowan Vale Housing Association, Adviser",
        "Adviser - Rowan Vale Housing",
        "Hill homes-type association (Rowan Vale Housing), Adviser",
    ],
)
def test_one_title_with_a_team_makes_no_team_of_the_next_employer(roles: Read, line: str) -> None:
    """Known bad: who advised at a supermarket did so at the solicitors above, since a secretary there was of "Residential"."""
    body = (
        f"Pemble Clay Solicitors, Hazel End\nSecretary, Residential Property\tNov 2017 – Feb 2021\n- Typed\n\n{line}\n2015-17\n"
    )
    assert roles(body)[1][1] != "Pemble Clay Solicitors"


@pytest.mark.parametrize(("gap", "employer"), [("", "Hollis Linen"), ("\n", "")], ids=["right below", "apart"])
def test_a_name_behind_a_title_is_a_region_where_nothing_parts_it_from_the_title_above(
    roles: Read, gap: str, employer: str
) -> None:
    body = (
        f"Hollis Linen, Reno, NV\nVP Operations\t2019 – 2022\n- Ran nine plants\n{gap}Manager, Gulf Coast\t2015 – 2019\n- Opened 5\n\n"
        "Orrin Tile, York\nBuyer\t2012 – 2015\n- Bought\n"
    )
    assert roles(body)[1] == ("Manager, Gulf Coast", employer)


@pytest.mark.parametrize(
    "line",
    ["Brannock Closures (div. of Tolland Paper)  -  St Cloud, Minn.", "Brannock Closures. Mill Lane Works, Saltmarsh End."],
)
def test_a_line_above_a_title_is_its_employer_though_a_full_stop_ends_it(roles: Read, line: str) -> None:
    """Known bad: the town's state cut short ended a sentence, and the job was given to the depot above."""
    found = roles(f"{ABOVE}{line}\nDesign Engineer, July 2012 to May '16\n- Drew the caps\n")
    assert found[-1][0] == "Design Engineer"
    assert found[-1][1].startswith("Brannock Closures")


def test_states_cut_short_are_places_behind_a_town_alone() -> None:
    """Known bad: "Minn." as a word of the name."""
    assert all(map(is_place, ("St. Cloud, Minn.", "Hartford, Conn", "Albany, N.Y.", "Washington, D.C.")))
    assert not any(map(is_place, ("Wash.", "Miss", "Brodie Castings, Inc.")))


def test_what_was_done_for_various_people_was_not_done_for_the_one_above(roles: Read) -> None:
    """Known bad: a laborer's odd jobs at the training fund of the apprenticeship after them."""
    body = (
        "Larch Training Fund Local 12, Mokena, IL -- 5 year apprenticeship (refrigeration)\nApprentice\t2007 - 2012\n"
        "- Started up 26 rooftop units\n\n2006-07   Laborer, various - roofing, landscaping\n"
    )
    assert roles(body) == [("Apprentice", "Larch Training Fund Local 12"), ("Laborer, various - roofing, landscaping", "")]
