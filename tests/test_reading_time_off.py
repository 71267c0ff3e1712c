"""Time off is no role, feeds none, and takes none away; a job in a year out is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume
from playbook.reading.time_off import is_time_off, opens_with_time_off

Parse = Callable[[str], Resume]
LATER = "Fitter, Brodie Castings Ltd, Perth\tMar 2019 – present\n- Rebuilt two presses\n- Trained three apprentices\n\n"
EARLIER = "Halloran Transport Ltd, Cork\nYard Clerk\tJan 2010 – Dec 2013\n- Kept the gate book\n"


@pytest.mark.parametrize(
    "note",
    [
        "Career break – full time parent\tJan 2014 – end 2018\nVolunteered meanwhile: kinder committee 2016-17; reading helper;\nRefresher: return to practice course done; 40 hours 2018",
        "Career break, 2014 - mid 2018: full-time care of a parent",
        "Feb 2014 - Feb 2019   Career break: caring for my mother, and some travel (cut short!)",
        "Gap Sept 2014 - July 2015 - travelling & working in Chile (ski season, clinic volunteer, Wanda RFC)",
        "Laid off 2014 (plant lost its one customer). Picked apples at harvest, looked after my dad.",
        "Stay-at-home dad Sep 2014–Jul 2018",
        "Maternity leave 2014 – 2016",
        "Made redundant 2014",
    ],
)
def test_time_off_is_no_role_and_nothing_of_the_roles_beside_it(parse_roles: Parse, note: str) -> None:
    """Known bad: "Refresher: return to practice course done" as a job; the harvest as a bullet of the foundry."""
    work = parse_roles(f"{LATER}{note}\n\n{EARLIER}").work
    assert [(one.title, one.employer) for one in work] == [
        ("Fitter", "Brodie Castings Ltd"),
        ("Yard Clerk", "Halloran Transport Ltd"),
    ]
    assert [bullet.text for one in work for bullet in one.highlights] == [
        "Rebuilt two presses",
        "Trained three apprentices",
        "Kept the gate book",
    ]


def test_without_empty_lines_time_off_is_one_line(parse_roles: Parse) -> None:
    """Known bad: the role below it gone with it."""
    work = parse_roles("Career break 2014 – 2018\nYard Clerk, Halloran Transport Ltd, 2010 – 2013\n- Kept the gate book\n").work
    assert [(one.title, one.employer) for one in work] == [("Yard Clerk", "Halloran Transport Ltd")]


def test_a_job_in_a_year_out_is_a_role(parse_roles: Parse) -> None:
    work = parse_roles(
        f"{LATER}2015\tYear out – Banff, AB. Front desk agent at a ski lodge (R. Ardal Lodges), some bar work.\n\n{EARLIER}"
    ).work
    (out,) = [one for one in work if one.start_date == "2015"]
    assert (out.title, out.employer) == ("Front desk agent", "R. Ardal Lodges")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Carer, Sunnyhill Care Home Ltd, 2014 – 2018", "Carer"),
        ("Teacher, Larkhill School, 2014 – 2018 (maternity leave 2016-17)", "Teacher"),
        ("Midwife, Larkhill Hospital, 2014 – 2018 (on sick leave from March to May '16)", "Midwife"),
        ("Family Leave Officer, Perth Council, 2014 – 2018", "Family Leave Officer"),
    ],
)
def test_work_that_speaks_of_care_or_leave_is_work(parse_roles: Parse, head: str, title: str) -> None:
    work = parse_roles(f"{LATER}{head}\n- Wrote the rota\n").work
    assert [(one.title, one.start_date, one.end_date) for one in work][1:] == [(title, "2014", "2018")]


def test_a_remark_in_brackets_has_not_the_dates_of_the_role(parse_roles: Parse) -> None:
    """Known bad: a lead of eight years since 2021, and a deputy in the year of a leave."""
    body = (
        "Brodie Castings Ltd, Perth\tAug 2016 – present\nFitter, 2nd shift (chargehand since Feb 2021)\n- Rebuilt two presses\n\n"
        "ARBROATH GAZETTE, Arbroath\nReporter, Courts / acting Deputy (mat. leave cover Sept 2012–Aug 2013)\n2010–2016\n- Filed\n\n"
        "Larkhill Dental\nREGISTERED HYGIENIST  (informal lead since '09)\tJune 2008 – Jan 2010\n- Cleaned\n"
    )
    found = [(one.title, one.start_date, one.end_date) for one in parse_roles(body).work]
    assert found == [
        ("Fitter, 2nd shift", "2016-08", None),
        ("Reporter, Courts / acting Deputy", "2010", "2016"),
        ("Registered Hygienist", "2008-06", "2010-01"),
    ]


@pytest.mark.parametrize("dates", ["(part-time, 2014 – 2018)", "(maternity cover 2014 – 2018)"])
def test_dates_in_brackets_are_the_roles_where_it_has_no_others(parse_roles: Parse, dates: str) -> None:
    (role,) = parse_roles(f"Yard Clerk, Halloran Transport Ltd {dates}\n- Kept the gate book\n").work
    assert (role.start_date, role.end_date) == ("2014", "2018")


@pytest.mark.parametrize(
    ("note", "dates"),
    [
        ("Career break — caregiver for a parent, Sept 2014 – Feb 2016", ("2014-09", "2016-02")),
        ("[Aug 2014–early 2016: travelled & full-time dad]", ("2014-08", "2016")),
        ("[Position eliminated, site closing - 60 people. Took care of my aunt Feb–Aug 2014 while job hunting.]", ("2014-02", "2014-08")),
        ("Covid: Mar 2014 to Feb 2016, on PUP; cooked for the shelter", ("2014-03", "2016-02")),
    ],
)  # fmt: skip
def test_a_gap_that_is_told_takes_no_employer_from_the_role_below(
    parse_roles: Parse, note: str, dates: tuple[str, str]
) -> None:
    """Known bad: a parent as an employer, the school's job given to the foundry above, the hotel's to nobody."""
    resume = parse_roles(f"{LATER}{note}\n\nLarkhill Schools, New Haven\nArt Teacher — 2010 to 2013\n- Taught five classes\n")
    assert [one.employer for one in resume.work] == ["Brodie Castings Ltd", "Larkhill Schools"]
    assert [len(one.highlights) for one in resume.work] == [2, 1]
    assert [(one.start_date, one.end_date) for one in resume.time_off] == [dates]


def test_a_relative_employs_nobody_and_a_household_may() -> None:
    """Known bad: work for a private household as a gap, and a job that the pandemic made."""
    for off in ("Caregiver for parent, 2015 - 2016", "Full-time carer for my elderly mother 2015", "Lockdown: 2020 - 2021"):
        assert opens_with_time_off(off)
    for work in (
        "Caregiver for a private family, 2015 - 2018",
        "Carer for children's home, 2015 - 2018",
        "COVID-19 Tracer, Leeds Council, 2020",
    ):
        assert not opens_with_time_off(work)
    assert not is_time_off("Project Lead, Covid")


def test_a_time_at_school_is_no_post(parse_roles: Parse) -> None:
    """Known bad: a role at "full time graduate school", in the table of posts."""
    note = "Jul 2014 - Feb 2016: full time graduate school (see education) and caring for a parent"
    resume = parse_roles(f"{LATER}{note}\n\nArt Teacher, Larkhill Schools, New Haven\t2010 - 2013\n- Taught five classes\n")
    assert [one.employer for one in resume.work] == ["Brodie Castings Ltd", "Larkhill Schools"]
    assert [(one.start_date, one.end_date) for one in resume.time_off] == [("2014-07", "2016-02")]
    assert not opens_with_time_off("Full-time School Nurse, 2015 - 2016")
