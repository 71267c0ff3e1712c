"""Who did what a bullet tells: no honour is a deed of whoever had it, no noun a deed, and no post or topic is left out."""

from __future__ import annotations

import pytest

from playbook.knowledge.shorthand import without_shorthand
from playbook.reading.metrics import find_metrics
from playbook.writing.story_known import asks_known
from playbook.writing.story_strength import stood_in
from tests.test_clauses import read


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        ('Recognized w/ the "Lantern Award" in 2023', 'was recognized with the "Lantern Award" in 2023'),
        ("Trained with the night crew on the new press", "trained with the night crew on the new press"),
        (
            "Acting DSM for 9 weeks: ran the rota, trained 3 starters",
            "was acting DSM for 9 weeks: ran the rota, and trained 3 starters",
        ),
        (
            "Broke the story of the dyke - picked up by two weeklies",
            "broke the story of the dyke, and it was picked up by two weeklies",
        ),
        ("Moved the desk; slipped by two days", "moved the desk, and slipped by two days"),
        (
            "Supervise 2 clerks, including stock take and budget $90k",
            "supervised 2 clerks, including stock take and budget $90k",
        ),
        ("Run the shop, including payroll and oversee the rota", "ran the shop, including payroll and oversaw the rota"),
        ("Passed 2 audits under the Sr. Engineer", "passed 2 audits under the Sr. Engineer"),
        ("Told the nurse of the rash -> sent for the doctor", "told the nurse of the rash: sent for the doctor"),
        (
            "Moved 28 desks over a weekend - back up & running by Tuesday",
            "moved 28 desks over a weekend; back up & running by Tuesday",
        ),
        ("Led the roll-out; build time from 90 min to 25", "led the roll-out; build time went from 90 min to 25"),
        ("Turned in $3.2M of excess", "turned in $3.2M of excess"),
        (
            "Moved the board to tablets: saved approx. €22k a year",
            "moved the board to tablets: saved approximately €22k a year",
        ),
        ("Own the returns desk: cleared a backlog of 40", "owned the returns desk: cleared a backlog of 40"),
    ],
)
def test_what_is_told_is_what_its_author_did(bullet: str, said: str) -> None:
    """Known bad: "I recognized with an award", "and budgeted $90k", "I broke the story, and picked up by two"."""
    assert read(bullet).said == said


def test_a_post_that_was_held_for_a_time_counts_however_it_is_called() -> None:
    """Known bad: an abbreviation of the post that is applied for was none, and neither was "acted as" with a time."""
    for text in ("Acting DSM for 9 weeks: ran the rota", "Ran the lab. Acted as Shift Manager for 4 mths leave cover"):
        assert stood_in(text)
    for text in ("Acting on complaints, changed the menu", "Acted as mentor for new staff"):
        assert not stood_in(text)


@pytest.mark.parametrize(
    ("bullet", "outcome"),
    [
        ("Cannula audit, rate 0.8% -> 0.2% after a new checklist", "the rate went from 0.8% to 0.2% after a new checklist"),
        ("Frost line: got thaw-to-serve from 30 to 18 min by moving a fridge", "I got thaw-to-serve from 30 to 18 min"),
        ("Wrote a test bank: 18 papers, cut marking time by 2 hours", "I cut marking time by 2 hours"),
        ("Own the recall file: cleared open cases from 41 old notes to 6; spend up 5%", "spend went up 5%"),
        ("Wrote the manual, passed with zero findings", ""),
    ],
)
def test_a_result_is_seen_behind_a_label_an_arrow_and_a_comma(bullet: str, outcome: str) -> None:
    """Known bad: "what changed?" of a line that says it; "rated from 0.8%"; "I wrote the manual, passed. I did it with zero"."""
    assert read(bullet).outcome == outcome


def test_what_deeds_were_done_for_is_kept_beside_them() -> None:
    assert read("Harbour licence 2019: wrote 30 procedures & the manual").topic == "Harbour licence 2019"
    assert read("Wrote a bank: 18 papers").topic == ""


def test_a_bound_and_a_verb_with_its_up_are_no_change() -> None:
    """Known bad: "overrides up to $10,000" and "set up 3 clinics" counted as something that rose."""
    for text in ("Approved overrides up to $10,000", "Set up 3 clinics in schools"):
        assert {one.direction for one in find_metrics(text)} == {"none"}
    assert find_metrics("Grew sales by up to 40%")[0].direction == "up"


def test_where_it_stood_is_not_asked_of_a_line_that_says_it() -> None:
    for line in ("Cut over/shorts from $1,140 a quarter to $210 by counts", "Hand-in rate 58% → 83%"):
        assert asks_known("[Where did the rate stand at the start, and how long did the change take?]", line)


def test_an_arrow_is_a_change_and_a_sign_of_equality_is_said() -> None:
    assert [(one.before, one.value) for one in find_metrics("Hand-in rate 58% → 83%")] == [(58.0, 83.0)]
    assert without_shorthand("down to 3.1% ≈ $40k") == "down to 3.1%, about $40k"


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        ("Ran the huddle, built the rota, approved overrides", "ran the huddle, built the rota, and approved overrides"),
        ("Prepared branch for the yearly audit", "prepared the branch for the yearly audit"),
        (
            "Cleaned 3 tables with SQL; wrote data dictionary used by 6 labs",
            "cleaned 3 tables with SQL, and wrote a data dictionary used by 6 labs",
        ),
    ],
)
def test_what_is_said_has_the_words_that_resumes_leave_out(bullet: str, said: str) -> None:
    """Known bad: "I also ran the huddle, built the rota, approved overrides", "I prepared a branch"."""
    assert read(bullet).said == said
