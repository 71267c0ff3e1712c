"""What to ask each interviewer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rapidfuzz import fuzz

from playbook.provenance import lines_of
from playbook.writing.ask_back import ask_back
from tests.brief_factory import Asked, Bullet, Case, Stated, brief_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.brief import Brief
    from playbook.knowledge.packs import Knowledge

CASE = Case(
    title="Regional Manager",
    bullets=(Bullet("Ran 3 depots with 140 staff", ("leadership",)),),
    asked=(
        Asked("Lead the daily operation of four warehouses", kind="responsibility", evidence=(0,)),
        Asked("Coach shift managers and build a bench of successors", kind="responsibility", evidence=(0,)),
        Asked("Experience with cold storage", "gap", "preferred", missing=("cold storage",)),
    ),
    values=(Stated("Candour", ("integrity",)), Stated("Thrift", ("resourcefulness",))),
)


def test_each_interviewer_gets_a_standard_a_company_and_a_role_question(knowledge: Knowledge) -> None:
    """Recruiter, hiring manager, peer, executive."""
    asks = ask_back(brief_of(CASE), knowledge)
    assert [interviewer.id for interviewer in asks.interviewers] == ["recruiter", "hiring-manager", "peer", "executive"]
    for interviewer in asks.interviewers:
        assert [ask.kind for ask in interviewer.asks] == ["standard", "company", "role"]


def test_nothing_is_asked_twice(knowledge: Knowledge) -> None:
    """No two questions and no two reasons are alike."""
    asks = ask_back(brief_of(CASE), knowledge)
    texts = [ask.question.text for interviewer in asks.interviewers for ask in interviewer.asks]
    reasons = [ask.why.text for interviewer in asks.interviewers for ask in interviewer.asks]
    assert len(set(reasons)) == len(reasons)
    assert all(fuzz.token_sort_ratio(a, b) < 75 for i, a in enumerate(texts) for b in texts[:i])


def test_a_line_of_the_posting_is_quoted_whole_and_once(knowledge: Knowledge) -> None:
    """A line stands in one question at most, with the posting as a source."""
    asks = ask_back(brief_of(CASE), knowledge)
    questions = [ask.question for interviewer in asks.interviewers for ask in interviewer.asks]
    for asked in CASE.asked:
        assert sum(asked.text in question.text for question in questions) <= 1
    quoting = [question for question in questions if any(asked.text in question.text for asked in CASE.asked)]
    assert quoting
    assert all(any(source.span.document == "job" for source in question.sources) for question in quoting)


def test_values_that_nobody_stated_are_not_asked_about(knowledge: Knowledge) -> None:
    """Where values are only typical for the field, no question says that the employer holds them."""
    asks = ask_back(brief_of(replace(CASE, values_from="role")), knowledge)
    text = " ".join(line.text for _, line in lines_of(asks))
    assert "Candour" not in text
    assert "Thrift" not in text


def test_a_posting_without_requirements_still_gets_its_questions(knowledge: Knowledge) -> None:
    """Nothing to quote: other questions are taken."""
    assert len(ask_back(brief_of(replace(CASE, asked=(), values=())), knowledge).interviewers) == 4


@pytest.mark.parametrize("name", ["jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte"])
def test_sample_cases_know_whom_to_ask(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """The special interviewer appears where the employer has one, and nowhere else."""
    brief = case(name)
    asks = ask_back(brief, knowledge)
    assert len(asks.interviewers) == (4 if brief.company.special_interviewer is None else 5)
    assert not any("{" in line.text for _, line in lines_of(asks))
