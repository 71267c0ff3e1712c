"""An employer's name is what it is called: no stars, no kind, no county; and who works alone has none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume

Parse = Callable[[str], Resume]


@pytest.mark.parametrize(
    ("line", "title", "employer", "place"),
    [
        ("Sous Chef, The Barrowside Hotel****, Enniscorthy, Co. Wexford\t2018 – 2020", "Sous Chef", "The Barrowside Hotel", "Enniscorthy, Co. Wexford"),
        ("Chef, Hotel Rosa 4*, Naas, County Kildare\t2018 – 2020", "Chef", "Hotel Rosa", "Naas, County Kildare"),
        ("Cook - Ashdown Nursing Home (Halden Care Group), Carlow\t2018 – 2020", "Cook", "Ashdown Nursing Home (Halden Care Group)", "Carlow"),
        ("Designer\nFERN & ANVIL — independent agency, Reno, NV\t2018 – 2020", "Designer", "Fern & Anvil", "Reno, NV"),
        ("Printer, Hudson Mailworks — a print shop of 40\t2018 – 2020", "Printer", "Hudson Mailworks", None),
        ("Guard, Alder Logistics Ltd (via Corran Guarding)\t2018 – 2020", "Guard", "Alder Logistics Ltd (via Corran Guarding)", None),
        ("Planner\nFenwick Mills Ltd., Brampton ON (oats & yarn, sales of $14M)\t2018 – 2020", "Planner", "Fenwick Mills Ltd.", "Brampton ON"),
        ("Cook\nThe Barrow Hotel ****, Naas (112 beds, bar)\t2018 – 2020", "Cook", "The Barrow Hotel", "Naas"),
        ("Cook, various hotels\nLondon, Mumbai (9 places)\t2018 – 2020", "Cook, various hotels", "London, Mumbai", None),
        ("Cook (sauce), Nora's Table, Naas - 2 AA rosettes\t2018 – 2020", "Cook (sauce)", "Nora's Table", "Naas"),
        ("Cook - 21 Club\t2018 – 2020", "Cook", "21 Club", None),
    ],
)  # fmt: skip
def test_what_stands_behind_a_name_is_no_part_of_it(
    parse_roles: Parse, line: str, title: str, employer: str, place: str | None
) -> None:
    """Known bad: "at The Barrowside Hotel****, Enniscorthy, Co. Wexford"; a cook at "2 AA rosettes". Who sent somebody there is told, too."""
    (role,) = parse_roles(f"{line}\n- Did the work of two\n").work
    assert (role.title, role.employer, role.location) == (title, employer, place)


def test_who_works_alone_is_at_no_employer(parse_roles: Parse) -> None:
    """Known bad: "during your time at Freelance / self-employed"."""
    body = "Freelance / self-employed\tSummer 2019 – Dec 2021\n- Drew logos\n\nBuyer, Orrin Tile Ltd\t2014 – 2018\n- Bought\n"
    role = parse_roles(body).work[0]
    assert (role.title, role.employer) == ("Freelance", "")


def test_the_clients_of_who_works_alone_are_no_employer(parse_roles: Parse) -> None:
    """Known bad: "at Self-employed; clients through Harrow Studio, LLC"."""
    (role,) = parse_roles("Design Engineer\t2018 – 2020\nSelf-employed; clients through Harrow Studio, LLC\n- Drew caps\n").work
    assert (role.name and role.name.text, role.employer) == ("Self-employed", "")


def test_who_drove_alone_did_not_drive_for_the_employer_above(parse_roles: Parse) -> None:
    """Known bad: a driver of his own at the bus company that he came to."""
    body = "2014 - 2020\nBus Driver\nGreenway, Plymouth\n- Drove\n\n2011 - 2014\nPrivate Hire Driver\nself employed, Plymouth\n- Drove\n"
    assert parse_roles(body).work[1].employer != "Greenway"


def test_ranks_behind_the_dates_are_what_a_soldier_was(parse_roles: Parse) -> None:
    """Known bad: somebody who was a "1st Signals Bn / Enoggera" at the army."""
    body = "AUSTRALIAN ARMY - 1st Signals Bn / Enoggera, Holsworthy\nFeb 2008 to Mar 2017. Private to Corporal (E05)\n- Led 9 soldiers\n"
    (role,) = parse_roles(body).work
    assert (role.title, role.employer) == ("Private to Corporal (E05)", "Australian Army")
