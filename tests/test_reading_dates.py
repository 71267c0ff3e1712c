"""Dates and ranges of dates as resumes write them, and the years that they add up to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.artifacts.resume import Position
from playbook.reading.dates import find_dates, find_ranges
from playbook.reading.years import computed_years

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Mar 2022 - Present", "2022-03", None),
        ("2019.03 - 2023.08", "2019-03", "2023-08"),
        ("03/2019 to date", "2019-03", None),
        ("2017-2019", "2017", "2019"),
        ("2017–19", "2017", "2019"),
        ("Aug '21 – Present", "2021-08", None),
        ("Jan ’17 - Jul ’21", "2017-01", "2021-07"),
        ("Jun - Aug 2021", "2021-06", "2021-08"),
        ("since 2019", "2019", None),
        ("(January 2019—now)", "2019-01", None),
        ("05/18 - 07/21", "2018-05", "2021-07"),
        ("(5/17–1/20)", "2017-05", "2020-01"),
        ("2/20 to present", "2020-02", None),
        ("12/01/2019 - 03/31/2021", "2019-12", "2021-03"),
        ("2019-03 to present", "2019-03", None),
        ("Fall 2018 - Spring 2020", "2018-09", "2020-05"),
        ("Q3 2020 - Q1 2021", "2020-07", "2021-03"),
        ("summers 2011 and 2012", "2011-06", "2012-08"),
        ("summers 2012-13", "2012-06", "2013-08"),
        ("summers 2012/13", "2012-06", "2013-08"),
        ("Summer 2015 & 2016", "2015-06", "2016-08"),
        ("winters of 2009, 2010 and 2011", "2009-12", "2011-12"),
        ("summer '12 and '13", "2012-06", "2013-08"),
        ("Summer 2015 - 2016", "2015-06", "2016"),
        ("2008 to end 2013", "2008", "2013"),
        ("mid-2016 – early 2018", "2016", "2018"),
        ("late March 2014 to end of 2019", "2014-03", "2019"),
        ("Apr 2019 – Till date", "2019-04", None),
        ("Apr 2019 till now", "2019-04", None),
        ("Mar–July '20", "2020-03", "2020-07"),
        ("March 5, 2020 - April 2, 2021", "2020-03", "2021-04"),
        ("Sept. 2018 – Feb. 2020", "2018-09", "2020-02"),
        ("'16 – '20", "2016", "2020"),
        ("2014 Sep - 2022 Mar", "2014-09", "2022-03"),
        ("marzo 2018 - actualidad", "2018-03", None),
        ("Okt. 2015 bis Dezember 2017", "2015-10", "2017-12"),
    ],
)
def test_a_range_of_dates_is_read_in_every_usual_spelling(words: str, start: str, end: str | None) -> None:
    """And its words are found where they stand."""
    line = f"Cook, Casa Moira  {words}"
    (found,) = find_ranges(line)
    assert (found.start, found.end, found.is_current) == (start, end, end is None)
    assert line[found.at : found.to].strip("()") in words


@pytest.mark.parametrize(
    "words",
    [
        "from 94 to 71 days",
        "2,000-2,500 users",
        "ISO 9001-2015",
        "2021 - 2019",
        "555-010-0142",
        "v2.2019.1",
        "3-4 patients",
        "7/10 to 9/10",
        "3/20 to 9/20 sites",
    ],
)
def test_what_is_no_range_of_dates_is_none(words: str) -> None:
    """Numbers, norms, phones, versions and time that runs backwards."""
    assert find_ranges(words) == ()


def test_a_season_is_three_months() -> None:
    """Such as "Summer 2019" has a start and an end."""
    (found,) = find_dates("Intern, Summer 2019")
    assert (found.start, found.end) == ("2019-06", "2019-08")


@given(st.dates(date(1960, 1, 1), date(2040, 1, 1)), st.dates(date(1960, 1, 1), date(2040, 1, 1)), st.sampled_from(["%b %Y", "%B %Y", "%m/%Y", "%Y-%m", "%Y.%m"]), st.sampled_from([" - ", " – ", " to ", "-"]))  # fmt: skip
def test_any_two_months_are_read_back(one: date, other: date, spelling: str, dash: str) -> None:
    """Whatever the spelling, the months come back."""
    first, last = sorted([one, other])
    if dash == "-" and spelling.startswith(("%Y", "%m")):
        dash = " - "
    (found,) = find_ranges(f"{first.strftime(spelling)}{dash}{last.strftime(spelling)}")
    assert (found.start, found.end) == (f"{first:%Y-%m}", f"{last:%Y-%m}")


def test_years_count_overlaps_once_and_gaps_never() -> None:
    """Months are whole at both ends; a bare year is its middle."""

    def role(start: str, end: str | None) -> Position:
        return Position(id="p", start_date=start, end_date=end, is_current=end is None)

    assert computed_years([role("2020-01", "2020-12"), role("2020-06", "2021-06")], TODAY) == 1.5
    assert computed_years([role("2017", "2019")], TODAY) == 2.0
    assert computed_years([role("2010-01", "2010-12"), role("2020-01", "2020-12")], TODAY) == 2.0
    assert computed_years([role("2025-12", None)], TODAY) == 1.0
    assert computed_years([], TODAY) == 0


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Aug 2014 / 2016\tCommis", [("2014-08", "2016")]),
        ("Commis, 03/2014 / 11/2016", [("2014-03", "2016-11")]),
        ("Knows GAAP 2014 / 2016 and more", []),
        ("Co-op, Summer + fall 2011", [("2011-06", "2011-11")]),
        ("Winter/Spring '12", [("2012-01", "2012-05")]),
        ("Fall - Spring 2012", []),
    ],
)
def test_a_slash_between_dates_and_two_seasons_of_a_year_are_a_range(text: str, ends: list[tuple[str, str]]) -> None:
    """Known bad: two years in a kitchen as one month, a co-op without its summer."""
    assert [(one.start, one.end) for one in find_ranges(text)] == ends
