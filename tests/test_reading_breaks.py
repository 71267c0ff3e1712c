"""What a resume says of time off is kept in its own words, and said again only where it is no matter of health."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume

Parse = Callable[[str], Resume]
LATER = "Fitter, Brodie Castings Ltd, Perth\tMar 2019 – present\n- Rebuilt two presses\n- Trained three apprentices\n\n"
EARLIER = "Halloran Transport Ltd, Cork\nYard Clerk\tJan 2010 – Dec 2013\n- Kept the gate book\n"


@pytest.mark.parametrize(
    ("note", "dates", "reason"),
    [
        ("Apr 2014 – Feb 2019: Career break — maternity leave (twins), then a move", ("2014-04", "2019-02"), "maternity leave"),
        ("Jan 2014 - Aug 2017: home with our two girls while my wife worked nights. Some odd jobs.", ("2014-01", "2017-08"), "home with our two girls"),
        ("CAREER BREAK March 2014 – June 2018\nFull time carer for my father (dementia). Kept my card.", ("2014-03", "2018-06"), "Full time carer for my father"),
        ("Not working - looking after my gran             2016", ("2016", "2016"), "looking after my gran"),
        ("** Apr 2014 - July 2015: laid off (plant closed), then an evening course **", ("2014-04", "2015-07"), "laid off"),
        ("2014-2016 Time off after leaving the navy (back surgery) and travelled round Norway in a van", ("2014", "2016"), "Time off after leaving the navy"),
        ("2014-2016 Medical leave", ("2014", "2016"), None),
        ("Career break 2014-2016 - recovering from an operation", ("2014", "2016"), None),
    ],
)  # fmt: skip
def test_the_reason_for_a_break_is_kept_as_it_is_told(
    parse_roles: Parse, note: str, dates: tuple[str, str], reason: str | None
) -> None:
    """Known bad: recognised, so that it made no role, and thrown away."""
    resume = parse_roles(f"{LATER}{note}\n\n{EARLIER}")
    (told,) = resume.time_off
    assert (told.start_date, told.end_date) == dates
    assert (told.reason.text if told.reason else None) == reason
    assert [one.title for one in resume.work] == ["Fitter", "Yard Clerk"]


def test_work_is_no_time_off(parse_roles: Parse) -> None:
    resume = parse_roles(f"{LATER}Family Leave Officer, Perth Council, 2014 – 2018\n- Wrote the rota\n\n{EARLIER}")
    assert resume.time_off == ()


@pytest.mark.parametrize(
    ("section", "note", "reason"),
    [
        ("TRAINING", "Sep 2015 – Jan 2016: unpaid leave – caring for father (kept on the register)", "unpaid leave"),
        ("OTHER", "Break Nov 2015 – Mar 2016, maternity leave", "maternity leave"),
    ],
)
def test_a_leave_below_what_was_learned_is_time_off_and_no_course(
    parse_roles: Parse, section: str, note: str, reason: str
) -> None:
    """Known bad: an unpaid leave read as a course, and no time off at all."""
    resume = parse_roles(f"{LATER}{EARLIER}\n{section}\nSafe Lifting course, 2019\n{note}\n")
    (told,) = resume.time_off
    assert told.reason is not None
    assert told.reason.text == reason
    facts = [*(one.fact for one in resume.education), *(one.fact for one in resume.certificates)]
    assert all("leave" not in one.text for one in facts)


def test_a_course_for_who_comes_back_is_no_time_off(parse_roles: Parse) -> None:
    resume = parse_roles(f"{LATER}{EARLIER}\nTRAINING\nCareer break returner programme, Elm College, 2015 - 2016\n")
    assert resume.time_off == ()


def test_who_worked_less_for_a_time_was_employed(parse_roles: Parse) -> None:
    text = "Fitter, Brodie Castings Ltd, Perth\tMar 2019 – present\n(Part of 2020: caring for a parent, worked ~10 hrs/wk)\n- Rebuilt two presses\n\n"
    assert parse_roles(f"{text}{EARLIER}").time_off == ()


def test_a_leave_within_a_job_is_no_deed_of_it(parse_roles: Parse) -> None:
    """Known bad: "(incl. mat leave Mar 2021–Feb 2022)" as the first bullet of the job."""
    text = "Fitter, Brodie Castings Ltd, Perth\tMar 2019 – present\n(incl. mat leave #1 Mar 2021–Feb 2022)\n- Rebuilt two presses\n\n"
    resume = parse_roles(f"{text}{EARLIER}")
    assert [one.fact.text for one in resume.work[0].highlights] == ["Rebuilt two presses"]
    assert [(one.start_date, one.end_date) for one in resume.time_off] == [("2021-03", "2022-02")]
