"""What the posting says of its process is not asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.knowledge.tokens import tokens
from playbook.posting_values import holds_run
from playbook.writing.ask_back import ask_back
from tests.brief_factory import Asked, Bullet, Case, brief_of
from tests.case_factory import Writer

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

CASE = Case(
    title="Account Executive",
    family="sales",
    bullets=(Bullet("Sold 40 routes to 12 shops", ("influence",)),),
    asked=(Asked("Carry a quota", kind="responsibility", evidence=(0,)),),
)
TOLD = "Our process: a call, then a mock discovery call and a presentation, then a panel."


@pytest.mark.parametrize(
    ("where", "said", "asked"),
    [("process", TOLD, "role play"), ("about", "Due to internal promotion we are seeking an executive.", "new role")],
)
def test_what_the_posting_says_of_its_process_is_not_asked(where: str, said: str, asked: str, knowledge: Knowledge) -> None:
    """Known bad: "Is there a role play or a presentation in the process?" of a posting that names both; nor why it is open."""
    brief = brief_of(CASE)
    posting = brief.posting.model_copy(update={where: (Writer("job").fact(said),)})
    told = ask_back(brief.model_copy(update={"posting": posting}), knowledge)
    run = tuple(token.base for token in tokens(said))
    answered = {one.q for one in knowledge.asks if any(holds_run(run, words) for words in one.unless)}
    assert any(asked in question for question in answered)
    assert not answered & {ask.question.text for one in told.interviewers for ask in one.asks}
