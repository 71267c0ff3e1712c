"""A value that a bullet shows has a story, so that no section says "none yet" of what the score counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.writing.story_choice import MOST, choose_highlights
from tests.brief_factory import Bullet, Case, Stated, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

_WORK = ("kilns", "looms", "presses", "lathes", "pumps", "boilers", "cranes", "saws", "mills", "forges")


def test_a_value_that_only_a_weak_bullet_shows_is_told(knowledge: Knowledge) -> None:
    """Known bad: the score said "most clearly for Thrift", and the stories had none for it."""
    bullets = (*(Bullet(f"Cut the downtime of {name} from {9 + at}% to {at}% in a year") for at, name in enumerate(_WORK)),)
    frugal = Bullet("Mended the old sheds with reclaimed boards")
    values = (Stated("Thrift", evidence=(len(bullets),)),)
    chosen = choose_highlights(brief_of(Case(bullets=(*bullets, frugal), asked=(), values=values)), knowledge)
    assert len(chosen) <= MOST
    assert frugal.text in [choice.highlight.text for choice in chosen]
