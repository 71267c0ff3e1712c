"""Headers that are filled in like a form, numbered, or closed by an abbreviation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume

Parse = Callable[[str], Resume]


NUMBERED = (
    "1) Udaya Castings Pvt. Ltd., Salem (foundry for pumps; 1,150 people - 620 on the roll, the rest on contract & NAPS)\n"
    "Designation: Asst. Manager - Stores     Duration: Apr 2019 – Till date\n(Joined as Sr. Storekeeper; promoted Apr'22)\n"
    "Key responsibilities & achievements:\n> Counted 4,000 parts a month\n> Cut losses from 3% to 1%\n\n"
    "2) Sri Kaveri Spinning Mills, Erode\nExecutive - Stores  :  June 2016 to Feb 2019\n> Kept the stock list honest\n\n"
    "3) Nilgiri Consultants, Chennai – Storekeeper (spares), Jul 2015 – Apr 2016\n> Packed 38 crates a day\n"
)


def test_numbered_employers_head_their_roles(parse_roles: Parse) -> None:
    """Known bad: the employer "Duration: Apr 2019 – Till date", and two employers among the bullets."""
    found = [(one.title, one.employer, one.start_date, len(one.highlights)) for one in parse_roles(NUMBERED).work]
    assert found == [
        ("Asst. Manager - Stores", "Udaya Castings Pvt. Ltd.", "2019-04", 2),
        ("Executive - Stores", "Sri Kaveri Spinning Mills", "2016-06", 1),
        ("Storekeeper (spares)", "Nilgiri Consultants", "2015-07", 1),
    ]
    assert parse_roles(NUMBERED).work[0].is_current


@pytest.mark.parametrize(
    "head",
    [
        "Company Name: Udaya Castings\nDesignation: Storekeeper\nDuration: May 2016 to June 2019",
        "Employer: Udaya Castings | Role: Storekeeper\nPeriod: May 2016 – June 2019",
        "Udaya Castings, Salem\nPost held: Storekeeper\tTenure: May 2016 – June 2019",
    ],
)
def test_each_cell_of_a_form_says_what_it_is(parse_roles: Parse, head: str) -> None:
    (role,) = parse_roles(f"{head}\n- Counted 4,000 parts a month\n").work
    assert (role.title, role.employer, role.start_date, role.end_date) == (
        "Storekeeper",
        "Udaya Castings",
        "2016-05",
        "2019-06",
    )


@pytest.mark.parametrize(
    "head",
    [
        "Storekeeper\nDuration: until further notice\n2016 – 2019",
        "Designation: Storekeeper\nDuration: 2016 – 2019",
    ],
)
def test_neither_a_label_nor_a_date_is_an_employer_or_a_title(parse_roles: Parse, head: str) -> None:
    (role,) = parse_roles(f"{head}\n- Counted 4,000 parts a month\n").work
    assert (role.title, role.employer) == ("Storekeeper", "")


@pytest.mark.parametrize(
    "employer",
    [
        "Town of Larkhill, Water Dept. -- Pipes & Mains Div.",
        "Hartnell, Brandt & Sons Bros.",
        "Eastern Plains Regional Irrigation Dist.",
        "The Old Harbour Fish Packing Assoc.",
    ],
)
def test_a_name_that_closes_with_an_abbreviation_is_no_sentence(parse_roles: Parse, employer: str) -> None:
    """Known bad: a title without its employer, since four words and a full stop were taken for prose."""
    body = f"{employer}\nSenior Fitter\t2018 – 2021\n- Laid 4 km of main\n\nFitter\t2015 – 2018\n- Dug the rest\n"
    assert [one.employer for one in parse_roles(body).work] == [employer, employer]


def test_an_employer_whose_name_looks_like_a_title_is_known_by_its_town(parse_roles: Parse) -> None:
    """Known bad: the employer "Reporter, Courts"."""
    (role,) = parse_roles(
        "ARBROATH COURIER (Tidewater), Perth, WA\nReporter, Courts\n2010–2016\n- Filed 4 stories a day\n"
    ).work
    assert (role.title, role.employer) == ("Reporter, Courts", "Arbroath Courier (Tidewater)")


@pytest.mark.parametrize(
    ("line", "title", "employer", "start", "told"),
    [
        (
            "Survey intern, Hartnell Brandt & Assoc., Perth — summer '12 and '13. Field crew, quantity take-offs, drafting for two senior partners",
            "Survey intern",
            "Hartnell Brandt & Assoc.",
            "2012-06",
            ["Field crew, quantity take-offs, drafting for two senior partners"],
        ),
        (
            "Ward Assistant / TI (Bank, Band 3)  Mendip Hospitals NHS Trust  -  summers of 2012, 2013 during my nursing degree",
            "Ward Assistant / TI (Band 3)",
            "Mendip Hospitals NHS Trust",
            "2012-06",
            [],
        ),
        (
            "Before nursing: Line cook, Odalys's Grill 2012-14;  warehouse picker 2011",
            "Line cook",
            "Odalys's Grill",
            "2012",
            [],
        ),
    ],
    ids=["a sentence behind the dates", "what else was at the time", "words before the title"],
)
def test_what_stands_around_a_header_in_its_line_is_no_part_of_it(
    parse_roles: Parse, line: str, title: str, employer: str, start: str, told: list[str]
) -> None:
    """Known bad: the older role among the bullets of the one above."""
    above, below, *_ = parse_roles(f"Fitter, Udaya Castings Ltd\t2014 – 2018\n- Laid 4 km of main\n\n{line}\n").work
    assert [one.text for one in above.highlights] == ["Laid 4 km of main"]
    assert (below.title, below.employer, below.start_date) == (title, employer, start)
    assert [one.text for one in below.highlights] == told


@pytest.mark.parametrize(
    "title",
    ["Team Leader, Goods Out (from Oct 2021) - lates and some nights", "Team Leader, Goods Out (since October 2021)"],
)
def test_a_title_with_a_start_of_its_own_is_held_since_then(parse_roles: Parse, title: str) -> None:
    """Known bad: a team leader since 2019, the year in which somebody came there to drive."""
    body = (
        f"Denholm Logistics, Corby\tJune 2019 - now\n{title}\n- Looked after 18 pickers\n"
        "Driver, Goods In\tJune 2019 - Oct 2021\n- Tipped trailers\n"
    )
    first, second = parse_roles(body).work
    assert (first.title, first.start_date, first.is_current) == ("Team Leader, Goods Out", "2021-10", True)
    assert (second.employer, second.start_date) == ("Denholm Logistics", "2019-06")


@pytest.mark.parametrize(
    "remark",
    [
        "Clerk → Supervisor (from Oct 2021)",
        "Clerk / Lead (from 2021)",
        "Supervisor (from the agency)",
        "Supervisor (from 2015)",
    ],
)
def test_a_remark_that_is_no_start_of_the_title_moves_no_dates(parse_roles: Parse, remark: str) -> None:
    """The last of several titles, words, and a day before the time there."""
    (role,) = parse_roles(f"Denholm Logistics, Corby\tJune 2019 - now\n{remark}\n- Looked after 18 pickers\n").work
    assert role.start_date == "2019-06"


def test_a_remark_on_the_lead_leaves_the_dates_of_the_whole_role(parse_roles: Parse) -> None:
    (role,) = parse_roles(
        "Developer (lead from 2019), Denholm Logistics, Corby\n2014 - 2022\n- Kept the night load honest\n"
    ).work
    assert role.start_date == "2014"


def test_what_the_time_at_an_employer_leaves_is_filled_by_the_titles_there(parse_roles: Parse) -> None:
    """Known bad: no employer for "Senior Engineer, Latches", since latches may be a firm."""
    body = (
        "KESTREL BODY WORKS, Flint, MI\t2015 - Present\nGroup Manager, Closures (2019 - Present)\n- Led 14 engineers\n\n"
        "Designer, Latches (2015 - 2019)\n- Drew latches\n\nBarman, Copperline (2012 - 2014)\n- Poured\n"
    )
    roles = [(one.title, one.employer) for one in parse_roles(body).work]
    assert roles[1] == ("Designer, Latches", "Kestrel Body Works")
    assert roles[2][1] != "Kestrel Body Works"


def test_a_title_in_small_letters_below_a_dated_employer_is_no_deed(parse_roles: Parse) -> None:
    """Known bad: somebody who was a "Kettering" at a cash and carry."""
    body = (
        "Halden Cash & Carry, Kettering\t2013 - Dec 2017\nWarehouse operative then counterbalance driver\n- Did goods in\n\n"
        "Denholm Logistics, Corby\t2010 - 2013\nPicker\n- Picked\n"
    )
    assert parse_roles(body).work[0].title == "Warehouse operative then counterbalance driver"
