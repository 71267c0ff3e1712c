"""A bullet said back has the articles that its telegram style leaves out, and no other word."""

from __future__ import annotations

import pytest

from playbook.artifacts.resume import Highlight
from playbook.knowledge.packs import Knowledge
from playbook.provenance import Fact, Span
from playbook.writing.clauses import read_clause
from playbook.writing.restatements import articled, restate
from tests.brief_factory import Bullet, Case, brief_of


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        ("Own 13-week cash flow forecast", "owned the 13-week cash flow forecast"),
        ("Ran 12-bed unit at night", "ran the 12-bed unit at night"),
        ("Led 90-day retention program", "led the 90-day retention program"),
        ("Held 24/7 on-call rotation", "held 24/7 on-call rotation"),
        ("Managed 3-4 interns", "managed 3-4 interns"),
        ("Reviewed 30-day readmissions", "reviewed 30-day readmissions"),
        ("Sat on safety committee", "sat on a safety committee"),
        ("Sat second chair in four trials", "sat second chair in four trials"),
        ("Got hung up on 40 times a day", "got hung up on 40 times a day"),
        (
            "Led finance workstream of the migration ($1.4MM, 3 plants); went live two weeks late but under budget",
            "led the finance workstream of the migration ($1.4MM, 3 plants); went live two weeks late but under budget",
        ),
    ],
)
def test_a_thing_that_is_measured_has_an_article_and_one_that_is_counted_has_none(bullet: str, said: str, knowledge: Knowledge):
    fact = Fact(text=bullet, span=Span(document="resume", start=0, end=len(bullet)))
    assert articled(read_clause(Highlight(id="b1", fact=fact), knowledge)) == said


def test_a_topic_is_called_as_its_title_where_the_verb_says_nothing(knowledge: Knowledge) -> None:
    """Known bad: "shown best by taking delinquency"."""
    case = Case(bullets=(Bullet("Took delinquency from 6.8% down to 2.1% of rent"),), asked=())
    resume = brief_of(case).resume
    assert restate(resume.highlights[0], resume.work[0], knowledge).topic == "lowering delinquency"
