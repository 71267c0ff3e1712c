"""An ending that the resume tells of is asked about, and nobody who steps up is called overqualified."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playbook.artifacts.brief import Brief
from playbook.artifacts.resume import Education
from playbook.reading.levels import level_of
from playbook.writing.curveballs import situations
from playbook.writing.pitch_pivot import pivot_frame
from tests.brief_factory import Asked, Bullet, Case, brief_of, fact

BASE = Case(bullets=(Bullet("Repaired 30 pumps in a season"),), asked=(Asked("Repairing pumps", evidence=(0,), years=3.0),))


def ended(dates: str, start: str, end: str | None, title: str = "Pump Fitter") -> Brief:
    """A case whose only job went from `start` to `end`."""
    brief = brief_of(replace(BASE, title=title))
    job = brief.resume.work[0].model_copy(
        update={"dates": fact(dates), "start_date": start, "end_date": end, "is_current": end is None}
    )
    return brief.model_copy(update={"resume": brief.resume.model_copy(update={"work": (job,)})})


@pytest.mark.parametrize(
    ("brief", "asked"),
    [
        (ended("Mar 2021 to May 2024; laid off with the night shift", "2021-03", "2024-05"), True),
        (ended("Aug 2023 to Mar 2024", "2023-08", "2024-03"), True),
        (ended("Aug 2023 to now", "2023-08", None), False),
        (ended("Aug 2021 to Mar 2024", "2021-08", "2024-03"), False),
        (ended("2023 to 2024", "2023", "2024"), False),
        (ended("June to Aug 2023", "2023-06", "2023-08", "Summer Intern"), False),
    ],
)
def test_why_the_last_job_ended_is_asked_where_it_was_cut_or_short(brief: Brief, *, asked: bool) -> None:
    """Known bad: a lay-off that the resume states, and not one question on it."""
    assert ("last-job-ended" in situations(brief)) is asked


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("PhD candidate (ABD), Soil Science, 2015-2019", True),
        ("BSc Geography, not completed, 2011-2012", True),
        ("BSc Geography, expected 2027", False),
        ("BSc Geography, 2012", False),
    ],
)
def test_a_degree_that_was_left_is_asked_about_and_one_under_way_is_not(line: str, *, asked: bool) -> None:
    brief = brief_of(BASE)
    course = Education(institution=fact("Mossvale University"), fact=fact(line))
    brief = brief.model_copy(update={"resume": brief.resume.model_copy(update={"education": (course,)})})
    assert ("degree-unfinished" in situations(brief)) is asked


@pytest.mark.parametrize(
    ("summary", "above"),
    [
        ("Fitter with 20 years on pumps. Now looking for my first regional role.", False),
        ("Fitter with 20 years on pumps, keen to step up.", False),
        ("Fitter with 20 years on pumps. First aid at work.", True),
    ],
)
def test_somebody_who_wants_a_first_role_of_the_kind_is_not_overqualified(summary: str, *, above: bool) -> None:
    """Known bad: "Are you not overqualified?" of a person whose summary calls it their first such role."""
    brief = brief_of(replace(BASE, relevant_years=20.0))
    brief = brief.model_copy(update={"resume": brief.resume.model_copy(update={"summary": fact(summary)})})
    assert ("far-above-years" in situations(brief)) is above


@pytest.mark.parametrize(
    ("now", "wanted", "above"),
    [
        ("Lead Service Technician / Working Foreman", "Facilities Engineering Supervisor", False),
        ("Assistant Store Manager", "Store Manager", False),
        ("Maintenance Supervisor", "Maintenance Manager", False),
        ("Facilities Manager", "Maintenance Supervisor", True),
        ("Facilities Supervisor", "Facilities Supervisor", True),
        ("Pump Fitter", "Pump Fitter", True),
    ],
)
def test_who_is_to_stand_a_rung_higher_is_not_overqualified(now: str, wanted: str, *, above: bool) -> None:
    """Known bad: a working foreman and a supervisor are both leads, and the foreman was asked why they step down."""
    brief = brief_of(replace(BASE, title=now, relevant_years=20.0, level="lead"))
    brief = brief.model_copy(
        update={"posting": brief.posting.model_copy(update={"title": wanted, "level": level_of(wanted, None)})}
    )
    assert ("far-above-years" in situations(brief)) is above


def _told(brief: Brief, **update: object) -> Brief:
    return brief.model_copy(update={"resume": brief.resume.model_copy(update=update)})


@pytest.mark.parametrize(
    ("brief", "leaves"),
    [
        (ended("Aug 2021 to now", "2021-08", None), True),
        (ended("Aug 2021 to now", "2021-08", None, "Self-employed Pump Fitter"), False),
        (ended("Aug 2021 to Mar 2024", "2021-08", "2024-03"), False),
        (ended("Aug 2021 to now; contract ends Dec 2026", "2021-08", None), False),
        (_told(ended("2021 to now", "2021", None), summary=fact("Fitter separating Dec 2026 after ten years")), False),
        (_told(ended("2021 to now", "2021", None), summary=fact("Skilled at separating oil and water")), True),
    ],
)
def test_only_who_has_an_employer_that_does_not_know_is_told_to_mind_it(brief: Brief, *, leaves: bool) -> None:
    """Known bad: "so that your present employer could hear it", to somebody who has left or whose last day is known."""
    assert (pivot_frame(brief) == "pitch-pivot") is leaves
