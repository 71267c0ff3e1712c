"""What is known of the bank of questions whatever the case: looked up once, for every case that follows.

Which questions a case is asked is for `playbook.writing.choose_questions`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from playbook.keeping import kept
from playbook.knowledge.template import slots_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import BankQuestion


@lru_cache(maxsize=32)
def questions_of(family: str, knowledge: Knowledge) -> tuple[BankQuestion, ...]:
    """The questions of the bank that are for a family, or for everyone."""
    return tuple(question for question in knowledge.questions.values() if not question.families or family in question.families)


@kept(most=4096)  # more than the bank has
def every_slot(question: BankQuestion) -> frozenset[str]:
    """What the texts of a question of the bank are to be filled with."""
    marks = (mark.t for mark in (*question.great, *question.red))
    return frozenset().union(*map(slots_of, (question.q, question.tests, question.prep, question.practice, *marks)))
