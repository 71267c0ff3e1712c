"""What counts as a strength: craft, results and leading, answered by what really answers the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.writing.strengths import choose_strengths, is_working_pattern
from tests.brief_factory import Asked, Bullet, Case, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

BULLETS = (
    Bullet("Launched a harvest newsletter and grew it to 18,400 readers", ("influence",)),
    Bullet("Led a crew of 5 on the night shift of a mill", ("leadership",)),
    Bullet("Repaired 40 gearboxes a month with a failure rate under 1%", ("technical-depth",)),
)


def met(knowledge: Knowledge, *asked: Asked) -> list[str]:
    """The lines of the posting that are called strengths."""
    return [
        strength.requirement.text for strength in choose_strengths(brief_of(Case(bullets=BULLETS, asked=asked)), knowledge, ())
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Able to work off-shift, weekends and holidays as needed",
        "Able to lift 50 lbs and climb ladders",
        "Right to work in Canada",
        "Hours: 22:00 to 06:00",
    ],
)
def test_what_is_asked_of_the_person_is_no_strength(knowledge: Knowledge, text: str) -> None:
    """Known-bad: a night shift that was led as the answer to being free at weekends."""
    assert met(knowledge, Asked(text, evidence=(1,)), Asked("Repairing gearboxes", evidence=(2,))) == ["Repairing gearboxes"]


@pytest.mark.parametrize(
    "text", ["Degree or diploma in journalism", "An approved teaching qualification", "Current registration with the board"]
)
def test_a_paper_is_not_answered_by_work(knowledge: Knowledge, text: str) -> None:
    """Known-bad: the launch of a newsletter as the answer to a degree. The degree itself is one."""
    assert met(knowledge, Asked(text, evidence=(0,))) == []


def test_a_line_about_manners_comes_after_one_about_the_craft(knowledge: Knowledge) -> None:
    """A craft that is wished for is worth more than written communication that is required."""
    soft = Asked("Strong written communication skills", evidence=(0,))
    assert met(knowledge, soft, Asked("Gearbox repair", kind="preferred", evidence=(0,)))[0] == "Gearbox repair"


@pytest.mark.parametrize(
    ("text", "is_pattern"),
    [
        ("3-4 days a week, all year groups; cover for colleagues", True),
        ("Part-time during my studies", True),
        ("2 days p/w in the clinic", True),
        ("12 hr shifts on a busy ward", True),
        ("3 engineers and an inspector supervised", False),
        ("Cut the turnaround from 5 days to 2", False),
        ("90-day plans written for 12 new starters", False),
    ],
)
def test_a_working_pattern_is_no_selling_point(text: str, *, is_pattern: bool) -> None:
    """When somebody worked says nothing of what they did."""
    assert is_working_pattern(text) == is_pattern


def test_work_with_the_thing_comes_before_what_only_rests_on_it(knowledge: Knowledge) -> None:
    """Known bad: reports that were retired as the first answer to advanced SQL."""
    bullets = (
        Bullet("Retired duplicate SSRS reports after reading their logs", ("simplification",)),
        Bullet("Rewrote the nightly extract as set-based SQL", ("simplification",)),
    )
    brief = brief_of(Case(bullets=bullets, asked=(Asked("Advanced SQL", evidence=(0, 1)),)))
    assert choose_strengths(brief, knowledge, ())[0].fact.text.startswith("Rewrote")
