"""Roles that are held together, years that are listed one by one, and years that are stated of one kind of work."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume
from playbook.reading.experience import kind_stated

Parse = Callable[[str], Resume]
BULLET = "• Cut the waiting list from 60 to 22 families in one year"


def test_roles_of_today_stand_as_the_resume_names_them(parse_roles: Parse) -> None:
    """Known bad: a side job of two evenings led the resume, for it had begun last."""
    roles = parse_roles(
        f"Speech Therapist, Larkfield Clinic\t08/2019 – present\n{BULLET}\n"
        f"Therapist, Orrin Schools\t2022 – present\n{BULLET}\nAssistant, Pardoe Centre\t2015 – 2019\n{BULLET}\n"
    ).work
    assert [one.employer for one in roles] == ["Larkfield Clinic", "Orrin Schools", "Pardoe Centre"]


def test_a_resume_that_goes_forward_in_time_ends_with_its_newest_role(parse_roles: Parse) -> None:
    """What opens with the oldest role names the role of today last."""
    roles = parse_roles(
        f"Assistant, Pardoe Centre\t2015 – 2019\n{BULLET}\n"
        f"Therapist, Orrin Schools\t2019 – present\n{BULLET}\nSpeech Therapist, Larkfield Clinic\t2022 – present\n{BULLET}\n"
    ).work
    assert [one.employer for one in roles] == ["Larkfield Clinic", "Orrin Schools", "Pardoe Centre"]


@pytest.mark.parametrize(
    ("dates", "start", "end"),
    [("2017, 2021, 2022", "2021", "2022"), ("2020, 2021, 2022", "2020", "2022"), ("2011, 2012", "2011", "2012")],
)
def test_no_listed_year_belongs_to_a_name(parse: Parse, dates: str, start: str, end: str) -> None:
    """Known bad: volunteer at "Puffin Bay Beach Clean 2017", from 2021 to 2022."""
    resume = parse(
        f"Ines Falk\n\nEXPERIENCE\nTherapist, Orrin Schools\t2019 – present\n{BULLET}\n\n"
        f"VOLUNTEERING\nSteward, Puffin Bay Beach Clean\t{dates}\n{BULLET}\n"
    )
    (one,) = resume.volunteer
    assert "20" not in one.title + one.employer
    assert (one.start_date, one.end_date) == (start, end)
    assert one.dates is not None
    assert one.dates.text == dates


@pytest.mark.parametrize(
    ("summary", "alarms"),
    [
        ("Careful clerk with five years' bench support behind me.", False),
        ("Careful clerk with five years of experience.", True),
        ("Careful clerk with 5+ yrs in chambers and courts.", False),
        ("Careful clerk with five years of experience in chambers.", False),
        ("Careful clerk with thirty years in chambers.", True),
        ("Careful clerk with thirty years' bench support behind me.", True),
    ],
)
def test_years_of_one_kind_of_work_may_be_fewer_than_those_of_all(parse: Parse, summary: str, *, alarms: bool) -> None:
    """Known bad: "The resume states 5 years; its dates add up to 11" of five years of one kind of work."""
    resume = parse(
        f"Ines Falk\n\nPROFILE\n{summary}\n\nEXPERIENCE\nClerk, Orrin Chambers\tJan 2021 – present\n{BULLET}\n"
        f"Adviser, Pardoe Homes\tJan 2015 – Dec 2020\n{BULLET}\n"
    )
    assert ("resume.years-differ" in {note.code for note in resume.notes}) is alarms


@pytest.mark.parametrize(
    ("behind", "kind"),
    [
        ("' bench support behind me", "bench support"),
        (" of nursing experience", "nursing"),
        (" of experience in bakeries", ""),
        ("' experience", ""),
        (" of hands-on experience", ""),
        (" of relevant professional experience", ""),
        (" in kitchens", ""),
        (" as a cook", ""),
    ],
)
def test_what_stands_behind_years_may_name_their_kind(behind: str, kind: str) -> None:
    """What is said of all experience, and where it was made, is no kind."""
    assert kind_stated(behind) == kind
