"""A bullet that opens with a post, or was asked for, says who its author was; a post is never made a verb."""

from __future__ import annotations

import pytest

from tests.test_clauses import read


@pytest.mark.parametrize(
    ("bullet", "done"),
    [
        ("Lead designer for a footbridge over the canal", "was lead designer for a footbridge over the canal"),
        ("Incident commander on the March outage", "was incident commander on the March outage"),
        ("Leading hand of a gang of 7 on the night shut", "was a leading hand of a gang of 7 on the night shut"),
        ("Teaching assistant for first-year statics", "was a teaching assistant for first-year statics"),
        ("Co-owner of the release calendar", "was co-owner of the release calendar"),
        ("Link nurse for tissue viability", "was a link nurse for tissue viability"),
        ("HR partner to two plants", "was an HR partner to two plants"),
        ("PMO lead for the move of two depots", "was PMO lead for the move of two depots"),
    ],
)
def test_a_post_with_what_it_was_for_is_said_as_one(bullet: str, done: str) -> None:
    """Known bad: "I led the hand of crew", and the strongest bullets of a resume, which were never told."""
    assert read(bullet).done == done


def test_a_story_of_a_post_is_called_by_it() -> None:
    assert read("Incident commander on the March outage; wrote the review").title == "Incident Commander on the March Outage"


@pytest.mark.parametrize(
    "bullet",
    [
        "Log parser for the mail servers",
        "Scheduler for 40 nightly jobs",
        "Teacher of the Year 2019",
        "Leading hand, nights",
        "Nursing assistant, ward 4",
        "Steering committee, twice a year",
        "Interviewing panel, about 40 candidates",
    ],
)
def test_a_thing_a_prize_or_a_post_alone_is_no_deed(bullet: str) -> None:
    assert read(bullet).done == ""


@pytest.mark.parametrize(
    ("bullet", "done"),
    [
        ("Supporting director with diaries and travel", "supported director with diaries and travel"),
        ("Serve as relief charge nurse for 18 staff", "served as relief charge nurse for 18 staff"),
        ("Lead forecasting for three depots", "led forecasting for three depots"),
        ("Lead a crew of 9", "led a crew of 9"),
    ],
)
def test_a_deed_before_a_person_or_an_activity_is_still_one(bullet: str, done: str) -> None:
    assert read(bullet).done == done


@pytest.mark.parametrize(
    ("bullet", "said", "title"),
    [
        (
            "Asked by the ward manager to run the rota",
            "was asked by the ward manager to run the rota",
            "Running the Rota",
        ),
        (
            "Invited by CFO to join the pricing group",
            "was invited by the CFO to join the pricing group",
            "Joining the Pricing Group",
        ),
        (
            "Chosen by Nadia Brandt to open the Leeds site",
            "was chosen by Nadia Brandt to open the Leeds site",
            "Opening the Leeds Site",
        ),
    ],
)
def test_whoever_was_asked_to_do_something_is_told_so(bullet: str, said: str, title: str) -> None:
    """Known bad: the title "Asking by Area Mgr", and "I asked by the nurse manager"."""
    clause = read(bullet)
    assert (clause.said, clause.title) == (said, title)
