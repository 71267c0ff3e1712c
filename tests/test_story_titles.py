"""Which bullets become stories, what they are called, and what is asked of them: nothing twice, and no empty name."""

from __future__ import annotations

import pytest
from brief_factory import Bullet, Case, brief_of

from playbook.artifacts.stories import Stories
from playbook.knowledge.packs import Knowledge
from playbook.writing.draft_stories import draft_stories, opening_title
from playbook.writing.story_choice import choose_highlights

BULLETS = (
    "HR generalist for Plant 3; reporting to the head of HR",
    "4-5 days a week, all age groups",
    "Staff turnover 51% in 2020 down to 19% in 2023",
    "Absences reduced from 12% to 7% over two years",
    "Answered the phones and kept the files in order",
    "Laid off 2016 when the plant closed down",
    "Canteen and transport for both shifts",
    "Kept the minutes of the works council",
    "Wrote the letters to applicants",
    "Sorted the post twice a day",
)


@pytest.fixture
def stories(knowledge: Knowledge) -> Stories:
    """The stories of a resume in which results stand beside duties."""
    return draft_stories(brief_of(Case(bullets=tuple(map(Bullet, BULLETS)), asked=())), knowledge)


def test_results_are_told_before_duties_although_no_verb_opens_them(stories: Stories) -> None:
    """Known bad: "3-4 days a week" was a story and the fall of the turnover was none."""
    told = [story.anchor.text for story in stories.stories]
    assert {BULLETS[2], BULLETS[3]} <= set(told[:4])
    assert max(told.index(BULLETS[2]), told.index(BULLETS[3])) < min(told.index(one) for one in BULLETS[:2] if one in told)


def test_how_somebody_left_is_no_story(stories: Stories) -> None:
    assert not any("Laid off" in story.anchor.text for story in stories.stories)


def test_titles_are_said_once_and_say_something(stories: Stories) -> None:
    """Known bad: "Delivering What Was Needed", twice in one playbook."""
    titles = [story.title for story in stories.stories]
    assert len(titles) == len(set(titles))
    assert not any("Delivering What Was Needed" in title for title in titles)


def test_no_question_is_asked_twice_of_one_story(stories: Stories) -> None:
    """Known bad: with eight stories of the neutral kind its bank was used up, and one question came three times."""
    for story in stories.stories:
        assert len({follow.question.text for follow in story.follow_ups}) == 3
        assert len({line.text for line in story.before_you_use}) == 3


@pytest.mark.parametrize(
    ("bullet", "title"),
    [
        ("98% on time over the last 3 yrs (company record)", "98% on Time"),
        ("4-5 days a week, all age groups", "4-5 Days a Week"),
        ("Shrink from 2.4% to 1.3% of sales: cycle counts", "Shrink from 2.4% to 1.3%"),
        ("Receiving, inventory, cash office, facilities; yearly count", "Receiving, Inventory, Cash Office, Facilities"),
        ("Sourced Python, Go and data profiles for 3 clients", "Sourced Python, Go and Data Profiles"),
        ("Since June 2021: weekend dispatch for 30 vans", "Weekend Dispatch for 30 Vans"),
        ("Canteen", ""),
    ],
)
def test_where_nothing_else_is_there_a_title_is_how_the_bullet_opens(bullet: str, title: str) -> None:
    assert opening_title(bullet) == title


def test_a_change_told_by_its_two_ends_comes_before_duties(knowledge: Knowledge) -> None:
    """Known bad: the move of a whole system was left out for the keeping of a list, since it has no percentage."""
    change = "Took the stock system from one ledger with yearly counts to nine stores that share a barcode"
    duties = tuple(
        Bullet(f"{verb} the {thing} of the yard every week with the other clerks")
        for verb, thing in zip(
            ("Kept", "Sorted", "Wrote", "Checked", "Filed", "Counted", "Cleaned", "Planned"),
            ("lists", "orders", "labels", "gauges", "invoices", "pallets", "benches", "rounds"),
            strict=True,
        )
    )
    chosen = choose_highlights(brief_of(Case(bullets=(*duties, Bullet(change)), asked=())), knowledge)
    assert change in {one.highlight.text for one in chosen}


def test_two_verbs_that_open_a_title_are_both_gerunds(knowledge: Knowledge) -> None:
    """Known bad: a story called "Hiring and Trained"."""
    bullet = Bullet("Hired and trained 3 of the current team; both have since passed the exam")
    made = draft_stories(brief_of(Case(bullets=(bullet,), asked=())), knowledge)
    assert made.stories[0].title.startswith("Hiring and Training")
