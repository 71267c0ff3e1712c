"""What a story is called beside the table of the employer's values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.writing.draft_stories import draft_stories
from tests.brief_factory import Bullet, Case, Stated, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

BULLETS = (
    Bullet("Overhauled the compressor of a York chiller in four days", ("ownership", "problem-solving")),
    Bullet("Taught nine apprentices to braze", ("mentoring",)),
)


def _labels(knowledge: Knowledge, *values: Stated) -> set[str]:
    """Every label of the stories of a mechanic."""
    stories = draft_stories(brief_of(Case(bullets=BULLETS, asked=(), values=values)), knowledge)
    return {label for story in stories.stories for label in story.competencies}


def test_no_story_is_called_by_what_a_value_says_that_no_bullet_shows(knowledge: Knowledge) -> None:
    """Known bad: "Own the Outcome: none yet" in the table, beside a story that is called Ownership."""
    grow = Stated("Grow Others", ("mentoring",), evidence=(1,))
    assert "Ownership" in _labels(knowledge, grow)
    assert "Ownership" not in _labels(knowledge, grow, Stated("Own the Outcome", ("ownership", "delivering-results")))


def test_a_value_that_a_bullet_shows_is_the_label(knowledge: Knowledge) -> None:
    """Then the story carries the value by its own name."""
    assert "Own the Outcome" in _labels(knowledge, Stated("Own the Outcome", ("ownership",), evidence=(0,)))
