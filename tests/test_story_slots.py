"""A frame names only what it can speak of: a thing that goes on, and a figure with a whole name."""

from __future__ import annotations

import pytest

from playbook.writing.draft_stories import draft_stories
from playbook.writing.story_slots import definite_noun, is_fault
from tests.brief_factory import Asked, Bullet, Case, brief_of
from tests.test_clauses import KNOWLEDGE, read


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("down", ""),
        ("seed orders from ~40/wk", "seed orders"),
        ("wilting at", ""),
        ("germination rate", "the germination rate"),
        ("complaints", "complaints"),
        ("per tray", ""),
        ("", ""),
    ],
)
def test_what_a_number_measures_is_a_whole_phrase(noun: str, said: str) -> None:
    """Known bad: "How did you measure the down", "How did you measure tickets from ~40/wk"."""
    assert definite_noun(noun) == said


@pytest.mark.parametrize(
    ("bullet", "fault"),
    [
        ("Found a leaking gland in the feed line with a dye test", True),
        ("Fixed the slow label query on the order page", True),
        ("Built a feed line for nine growers", False),
    ],
)
def test_what_was_wrong_is_no_object_of_a_frame(bullet: str, *, fault: bool) -> None:
    """Known bad: "More was being asked of the slow query than at the start"."""
    assert is_fault(read(bullet).done) is fault


def test_no_story_speaks_of_a_fault_as_of_a_thing_that_goes_on() -> None:
    bullet = "Found the slow label query on the order page and fixed it; load time went from 3.1s to 0.6s"
    (story,) = draft_stories(
        brief_of(Case(bullets=(Bullet(bullet),), asked=(Asked("Queries", evidence=(0,)),))), KNOWLEDGE
    ).stories
    framed = " ".join(line.text for part in ("situation", "task") for line in getattr(story, part).lines)
    assert "query" not in framed
