"""What a posting asks of the person and not of the work is known by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.knowledge.conditions import is_condition, of_the_body, of_the_person, without_conditions
from playbook.profiling import profile_company
from playbook.scoring import score
from tests.case_factory import make_posting, make_resume
from tests.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.matching import Matching
    from playbook.artifacts.posting import Posting
    from playbook.artifacts.resume import Resume
    from playbook.knowledge.packs import Knowledge


@pytest.mark.parametrize(
    "text",
    [
        "Ability to stand and walk up to 12 hours a day and to lift 49 pounds",
        "Able to lift and transfer patients of up to 50 lb without help",
        "Candidates must be 18 or older",
        "Standing for long periods",
    ],
)
def test_strength_endurance_and_age_are_of_the_body(text: str) -> None:
    assert of_the_body(text)
    assert of_the_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ability to work nights, weekends, holidays and overtime in peak",
        "Willingness to relocate for every rotation",
        "Able to travel up to 25 %",
        "Travel approx. 15% for meetings and fairs",
        "Up to 50% overnight travel",
        "Occasional travel to other sites",
        "Flexible on hours, as peak may need more",
    ],
)
def test_when_and_where_somebody_can_work_is_of_the_person_alone(text: str) -> None:
    assert of_the_person(text)
    assert not of_the_body(text)


@pytest.mark.parametrize(
    "text",
    [
        "Deploy one lean operating system across all plants and lift OEE",
        "Walk the gemba with supervisors",
        "Carry a quota of 1.2 million",
        "Plan shifts for 18 nurses over three wards",
        "Ability to work with senior stakeholders",
        "Standing up a new data platform",
        "Travel policy and expenses",
        "Cut travel costs by 12%",
        "Physical therapy: outpatients",
        "Flexible packaging for shift lines",
    ],
)
def test_the_same_words_about_the_work_are_not(text: str) -> None:
    assert not of_the_person(text)


def test_what_is_asked_beside_a_condition_stays() -> None:
    """A condition is blanked, and no word beside it moves."""
    text = "Ability to lift 25 lb and to read a till"
    assert without_conditions(text).split() == ["Ability", "to", "and", "to", "read", "a", "till"]
    assert without_conditions(text).index("read") == text.index("read")


@pytest.mark.parametrize(
    "line",
    [
        "Physical: ability to lift 25 lb, occasional gowning for the cold room.",
        "Travel approx. 15% for meetings and fairs",
        "Flexible on hours, as peak may need overtime",
    ],
)
def test_a_condition_is_met_by_no_bullet_and_missing_from_no_resume(
    line: str, matched: Callable[[Resume, Posting], Matching]
) -> None:
    """Known bad: a lift of 25 lb was covered by launches in a cold room, and hours by a late shift."""
    bullets = ["Led 14 launches of cold room doors with gowning", "Ran the late shift at peak with overtime", "Met at 9 fairs"]
    resume = make_resume([("Lead", "Thornhill", "2018-01", None, bullets)], years=8.0)
    found = matched(resume, make_posting("Lead", "general", required=(line,))).requirements[0]
    assert (found.status, found.evidence, found.missing_terms) == ("unknown", (), ())


@pytest.mark.parametrize(
    "text",
    [
        "Must be able to work in the Leeds office 3 days a week",
        "Willing to work any five days out of seven, with early starts",
        "You must have the right to work in Ireland",
        "Two-year work commitment upon completion of the program",
        "Able to drive to work; reliable transportation",
        "Able to work nights and weekends",
    ],
)
def test_what_one_agrees_to_is_a_condition(text: str) -> None:
    assert is_condition(text)


@pytest.mark.parametrize(
    "text",
    [
        "Conduct right to work checks on new starters",
        "Ten years of commitment to the deaf community",
        "Experience of office hours and of leading 2 sessions a week",
        "Able to lift 50 lbs; forklift licence",
        "Travel agency experience required",
        "Prepare payroll 5 days a week",
    ],
)
def test_a_line_that_asks_for_work_is_no_condition(text: str) -> None:
    """Known bad, if a word were enough: the checks of others' right to work are a duty."""
    assert not is_condition(text)


def test_a_condition_is_neither_judged_nor_scored(matched: Callable[[Resume, Posting], Matching], knowledge: Knowledge) -> None:
    """Known bad: days in the office answered by a tutor's "office hours", and points lost for them."""
    resume = make_resume([("Tutor", "Oakfield", "2021-01", None, ["Held office hours 2 days a week"])], years=3.0)
    line = "Must be able to work in the Leeds office 3 days a week"
    posting = make_posting("Tutor", "general", required=(line, "Tutoring"))
    found = matched(resume, posting).of("r1")
    assert (found.status, found.evidence) == ("unknown", ())
    fit = score(
        resume, posting, profile_company("Northwind Works", posting, knowledge, TODAY), matched(resume, posting), knowledge
    )
    assert "r1" not in {row.item for row in fit.ledger}
