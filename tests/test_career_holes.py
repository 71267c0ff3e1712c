"""A hole in a career is told from dates, in the candidate's favour; a long one is asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from playbook.artifacts.resume import Education, Highlight, Position, TimeOff
from playbook.writing.bridge_gaps import bridge_gaps
from playbook.writing.career_holes import longest_hole, time_off_told
from playbook.writing.curveballs import situations
from playbook.writing.generate_questions import generate_questions
from tests.brief_factory import Asked, Bullet, Case, brief_of, fact, stories_of

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.knowledge.packs import Knowledge

CASE = Case(
    bullets=(Bullet("Led 9 cooks through two kitchen moves", ("leadership",)), Bullet("Wrote 40 recipes for the canteen")),
    asked=(Asked("Leading a kitchen brigade", evidence=(0,)), Asked("Writing recipes", evidence=(1,))),
)


def brief_with(*spans: tuple[str | None, str | None], study: tuple[str | None, str] | None = None, line: str = "") -> Brief:
    """The case with these dates of work, newest first; the newest without an end is current. `line` is a bullet."""
    brief = brief_of(CASE)
    bullets = (*brief.resume.highlights, Highlight(id="b9", fact=fact(line, start=900))) if line else brief.resume.highlights
    work = tuple(
        Position(id=f"p{n}", start_date=start, end_date=end, is_current=end is None, highlights=() if n else bullets)
        for n, (start, end) in enumerate(spans)
    )
    education = (Education(start_date=study[0], end_date=study[1], fact=fact("Diploma in brewing")),) if study else ()
    return brief.model_copy(
        update={"resume": brief.resume.model_copy(update={"work": work, "education": education})},
    )


@pytest.mark.parametrize(
    ("spans", "hole"),
    [
        ((("2022-03", None), ("2019-05", "2022-02")), False),
        ((("2022-03", None), ("2019-05", "2021-02")), True),
        ((("2019-05", "2025-01"),), True),
        ((("2015-01", None), ("2019-05", "2020-01")), False),
        ((("2022", None), ("2010", "2021")), False),
        ((("2021-02", None), ("2016", "2020-12"), ("2012-06", "2015-11")), False),
        ((("2021-02", None), ("2019", "2019"), ("2012-06", "2018-12")), True),
        ((("2024-02", None), (None, "2022-12"), ("2012-06", "2018-12")), False),
    ],
)
def test_a_year_without_a_month_is_a_whole_one(spans: tuple[tuple[str | None, str | None], ...], *, hole: bool) -> None:
    """Known-bad: a job from 2016 to December 2020 was dropped for want of a month, and a hole of five years was seen."""
    assert ("employment-gap" in situations(brief_with(*spans))) == hole


def test_who_studied_has_no_hole() -> None:
    """A course fills the time; one of which only the end is stated is taken to have lasted two years."""
    spans = (("2022-03", None), ("2012-05", "2020-10"))
    assert longest_hole(brief_with(*spans)) > 12
    assert longest_hole(brief_with(*spans, study=(None, "2022"))) == 0


def test_a_short_course_parts_no_hole_into_two() -> None:
    """Known-bad: a course of 45 hours in the middle of a leave made two short holes of a long one."""
    spans = (("2022-03", None), ("2012-05", "2020-01"))
    assert longest_hole(brief_with(*spans, study=("2021-03", "2021-05"))) == longest_hole(brief_with(*spans))
    assert longest_hole(brief_with(*spans, study=("2020-09", "2021-06"))) < longest_hole(brief_with(*spans))


def test_a_leave_without_an_end_accounts_for_the_time_until_today() -> None:
    """Known-bad: a leave "July 2024 – present" counted as one month of the hole."""
    brief = brief_with(("2015-01", "2024-06"))
    away = TimeOff(fact=fact("Parental leave, July 2024 – present"), reason=fact("Parental leave"), start_date="2024-07")
    told = brief.model_copy(update={"on": date(2026, 1, 15), "resume": brief.resume.model_copy(update={"time_off": (away,)})})
    assert time_off_told(told) == away


def test_a_year_that_a_line_tells_of_is_not_empty() -> None:
    """What the reading did not take for a job still stands on the resume; a stated break is a hole all the same."""
    spans = (("2022-03", None), ("2012-05", "2019-02"))
    assert longest_hole(brief_with(*spans, line="2020: a season as deckhand on a ferry")) == 0
    assert longest_hole(brief_with(*spans, line="Career break in 2020 and 2021")) > 12


def test_what_is_done_beside_the_work_fills_no_hole() -> None:
    """Known-bad: a green belt and a course of three days counted as two years of study each, and a hole was not seen."""
    brief = brief_with(("2022-03", None), ("2012-05", "2020-10"))
    for course, hole in (
        ("Six Sigma Green Belt, in-house, 2022", True),
        ("Moulding Essentials (3 day), 2022", True),
        ("Diploma, in-house refresher, 2022", True),
        ("Cert IV in Disability, 2022", False),
        ("B.S. Physics, 2022", False),
    ):
        education = (Education(end_date="2022", fact=fact(course)),)
        told = brief.model_copy(update={"resume": brief.resume.model_copy(update={"education": education})})
        assert bool(longest_hole(told)) == hole, course


def test_a_time_at_school_that_the_resume_tells_of_is_no_hole() -> None:
    """Known bad: "I see a gap in your resume" of a year at graduate school."""
    reason = fact("full time graduate school")
    away = TimeOff(fact=reason, reason=reason, start_date="2018-08", end_date="2019-01")
    brief = brief_with(("2019-01", None), ("2015-07", "2018-07"))
    brief = brief.model_copy(update={"resume": brief.resume.model_copy(update={"time_off": (away,)})})
    assert "employment-gap" not in situations(brief)


def test_a_stated_time_off_is_asked_about_and_a_leave_from_a_job_is_not() -> None:
    """Known-bad: a break of nine months was read, and the candidate was not prepared for the question."""
    away = TimeOff(fact=fact("Career break"), reason=fact("Career break"), start_date="2018-08", end_date="2019-04")
    for spans, asked in (
        ((("2019-05", None), ("2015-07", "2018-07")), True),
        ((("2015-07", None),), False),
    ):
        brief = brief_with(*spans)
        brief = brief.model_copy(update={"resume": brief.resume.model_copy(update={"time_off": (away,)})})
        assert ("employment-gap" in situations(brief)) == asked
        assert time_off_told(brief) == (away if asked else None)


def test_who_works_for_themselves_leaves_no_present_job() -> None:
    brief = brief_with(("2019-05", None))
    own = brief.resume.work[0].model_copy(update={"name": fact("Self-employed")})
    brief = brief.model_copy(update={"resume": brief.resume.model_copy(update={"work": (own,)})})
    assert "employed" not in situations(brief)


def test_what_lies_long_ago_is_not_asked_about() -> None:
    """Nobody asks about a year before a job of eleven years."""
    assert longest_hole(brief_with(("2015-01", None), ("2010-05", "2013-02"))) == 0


def test_a_long_hole_is_always_asked_about(knowledge: Knowledge) -> None:
    """Whatever the twelve questions test. Known-bad: a hole of five years was outvoted by what is asked already."""
    brief = brief_with(("2025-01", None), ("2012-05", "2019-12"))
    brief = brief.model_copy(update={"company": brief_of(replace(CASE, counts={"behavioural": 12})).company})
    stories = stories_of(brief)
    scripts = bridge_gaps(brief, stories, generate_questions(brief, stories, knowledge), knowledge)
    assert scripts.curveballs[0].id == "gap-in-employment"


def test_the_reason_is_the_one_that_the_resume_gives(knowledge: Knowledge) -> None:
    """For the hole that it tells of. Known-bad: the reason stood in the resume, and the candidate was told to find one."""
    away = TimeOff(fact=fact("2020-2024 Full-time carer"), reason=fact("Full-time carer"), start_date="2020", end_date="2024")
    brief = brief_with(("2025-01", None), ("2012-05", "2019-12"))
    for told, first in (
        (away, "“Full-time carer”"),
        (away.model_copy(update={"start_date": "2010", "end_date": "2011"}), "as you wish"),
    ):
        case = brief.model_copy(update={"resume": brief.resume.model_copy(update={"time_off": (told,)})})
        stories = stories_of(case)
        scripts = bridge_gaps(case, stories, generate_questions(case, stories, knowledge), knowledge)
        (gap,) = (one for one in scripts.curveballs if one.id == "gap-in-employment")
        assert gap.framework[0].text.endswith(first)
