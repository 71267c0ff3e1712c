"""What a line says of an employer is neither a name nor a title nor the time of a role, wherever in a header it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume

Parse = Callable[[str], Resume]
BULLET = "- Cut turnover of drivers from 30% to 20%\n"


def held(resume: Resume) -> list[tuple[str, str, str | None]]:
    """Title, employer and start of each role."""
    return [(one.title, one.employer, one.start_date) for one in resume.work]


SPANNED = (
    "MERIDIAN HEATING & DRAINS, INC. – Tulsa, OK\t2017 – Present\n"
    "$420M sponsor-owned (since 2019) provider of heating and drain services; 90+ depots in 12 states\n"
    "Area Vice President / Director of Field Service, Midwest  (Jan. 2020 – Present)\n"
    f"{BULLET}Depot Manager, Dakotas  (Mar 2017 – Dec 2019)\n{BULLET}\n"
    "HOLLIS LINEN & TOWEL – Reno, NV / Boise, ID\t2009 – 2017\nFamily-owned towel rental and linen co., $90M\n"
    f"General Manager, Boise Plant  (2013 – 2017)\n{BULLET}"
    f"Service Manager → Plant Manager, Reno  (2009 – 2013)\n{BULLET}"
)


def test_what_an_employer_is_stands_between_its_line_and_its_titles(parse_roles: Parse) -> None:
    """Known bad: the employer "Midwest", a role "$420M sponsor-owned" since 2019, the employer "INC."."""
    meridian, hollis = "Meridian Heating & Drains, Inc.", "Hollis Linen & Towel"
    assert held(parse_roles(SPANNED)) == [
        ("Area Vice President / Director of Field Service, Midwest", meridian, "2020-01"),
        ("Depot Manager, Dakotas", meridian, "2017-03"),
        ("General Manager, Boise Plant", hollis, "2013"),
        ("Service Manager → Plant Manager, Reno", hollis, "2009"),
    ]
    first = parse_roles(SPANNED).work[0]
    assert first.summary is not None
    assert first.summary.text.startswith("$420M sponsor-owned")


@pytest.mark.parametrize(
    "line",
    [
        "4-chair GP office, 2 dentists, Dentrix",
        "340-bed acute care hospital, Level I trauma",
        "$90M contractor, 12 branches",
        "approx. 60 staff, 3 sites, one kitchen",
        "Leading provider of dental care with 30 offices in 4 states",
    ],
)
@pytest.mark.parametrize("layout", ["{employer}, Tucson, AZ\n{line}\n{title}\t08/2020 – present", "{head}\n{line}"])
def test_what_is_counted_is_no_name(parse_roles: Parse, layout: str, line: str) -> None:
    """Known bad: a hygienist at "4-chair GP office", and the practice as her title."""
    head = "Saltbush Family Dentistry, Tucson AZ – RDH (part time, 3 days/wk)\t08/2020 – present"
    body = layout.format(employer="Saltbush Family Dentistry", title="RDH", head=head, line=line)
    (role,) = parse_roles(f"{body}\n{BULLET}").work
    assert (role.title.split(" (")[0], role.employer, role.start_date) == ("RDH", "Saltbush Family Dentistry", "2020-08")
    assert role.summary is not None
    assert role.summary.text == line


@pytest.mark.parametrize("line", ["6 months, maternity cover", "$52,000 per year, 40 hours", "20 hours a week"])
def test_how_long_and_for_how_much_somebody_worked_says_nothing_of_the_employer(parse_roles: Parse, line: str) -> None:
    (role,) = parse_roles(f"Rowan Hill Library, Leeds\nLibrarian\t2018 – 2020\n{line}\n{BULLET}").work
    assert (role.title, role.employer) == ("Librarian", "Rowan Hill Library")
    assert role.summary is None


def test_a_legal_form_is_no_employer_of_its_own(parse_roles: Parse) -> None:
    """Known bad: "Foreman, Pardoe Brickworks" at "Inc."."""
    roles = parse_roles(
        f"Foreman, Pardoe Brickworks, Inc., Dayton, OH\t2019 – 2021\n{BULLET}\nSetter, Orrin Tile, LLC\t2016 – 2019\n"
    )
    assert held(roles) == [
        ("Foreman", "Pardoe Brickworks, Inc.", "2019"),
        ("Setter", "Orrin Tile, LLC", "2016"),
    ]


@pytest.mark.parametrize(
    ("dates", "start", "end"),
    [
        ("2019 – 2020, again summer 2023", "2019", "2020"),
        ("2019-2020 and 2022", "2019", "2020"),
        ("2011, 2012", "2011", "2012"),
        ("2019 – 2021; chair of the safety group, Brickworks Forum since 2020", "2019", "2021"),
    ],
)
def test_dates_behind_the_dates_name_nobody(parse_roles: Parse, dates: str, start: str, end: str) -> None:
    """Known bad: the employer "again summer 2023", and the title "Picker 2011"."""
    (role,) = parse_roles(f"Orrin Tile – Picker, per diem\t{dates}\n{BULLET}").work
    assert (role.title, role.employer) == ("Picker, per diem", "Orrin Tile")
    assert (role.start_date, role.end_date) == (start, end)


def test_a_place_below_titles_with_their_employers_is_no_employer(parse_roles: Parse) -> None:
    """What titles have behind their comma is a region only where the employer stands above them."""
    body = f"Duty Lead, Puffin Point\nSwansea | 2021 – 2023\n{BULLET}\nSwim Teacher, Splashwell\nNeath | 2019 – 2021\n{BULLET}"
    assert [(title, employer) for title, employer, _ in held(parse_roles(body))] == [
        ("Duty Lead", "Puffin Point"),
        ("Swim Teacher", "Splashwell"),
    ]


@pytest.mark.parametrize(
    ("line", "employer"),
    [
        ("Various offices thru Dental Staffing Durham (Ajax, Pickering, Bowmanville)", "Dental Staffing Durham"),
        ("Various care homes via Marlow Nursing Agency", "Marlow Nursing Agency"),
        ("Various Stages Theatre Company", "Various Stages Theatre Company"),
    ],
)
def test_who_sent_somebody_to_various_places_is_the_employer(parse_roles: Parse, line: str, employer: str) -> None:
    """Known bad: "at Various offices thru Dental Staffing Durham"."""
    (role,) = parse_roles(f"Dental Hygienist\n{line}\n02/2021 – 08/2021\n{BULLET}").work
    assert (role.title, role.employer) == ("Dental Hygienist", employer)
