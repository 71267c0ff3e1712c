"""What is too thin to cover a line: one everyday word, a letter, somebody else's money."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.matching.asks import asks_of
from playbook.matching.choices import choices
from tests.case_factory import make_posting, make_resume


@pytest.mark.parametrize(
    ("line", "bullet"),
    [
        ("Rostering experience and understanding of the ZORBA Award", "Wrote the fortnightly roster for 24 staff"),
        ("Budget management experience of $3 million or more", "Managed a budget of $1.9M for 14 staff"),
        (
            "Budget management experience of $3 million or more",
            "Testified twice at budget hearings (spoke for the county - state food purchase line restored at $24.5M)",
        ),
    ],
)
def test_one_common_word_or_another_s_money_covers_no_line(
    matched: Callable[[Resume, Posting], Matching], line: str, bullet: str
) -> None:
    """Known bad: an award covered by a roster, and a budget of $3M by what a state gave back to others."""
    resume = make_resume([("Team Lead", "Oakfield", "2019-01", None, [bullet])], years=7.9)
    assert matched(resume, make_posting("Team Lead", "general", required=(line,))).of("r1").status != "covered"


def test_a_letter_shows_nothing() -> None:
    """Known bad: "B&I" answered by a licence of class B."""
    (choice,) = choices("Experience of contract catering or B&I")
    assert not choice.telling(choice.things[-1])


def test_two_grades_of_one_paper_are_a_choice(knowledge: Knowledge) -> None:
    """Known bad: who holds the Green Belt lacks "Six Sigma Green or Black Belt"."""
    (ask,) = asks_of("Six Sigma Green or Black Belt", "mechanical", lexicon_of(knowledge))
    assert {way.id for way in ask.ways} == {"six-sigma", "black-belt"}


@pytest.mark.parametrize(
    ("line", "skills", "bullets", "status", "missing"),
    [
        ("Experience of managing budgets and florists", "", ("Managed budgets of two sites",), "partial", ("florists",)),
        ("Experience of managing budgets and florists", "", ("Managed budgets of two florists",), "covered", ()),
        (
            "Experience putting models into production (MLflow, Docker, Airflow)",
            "Docker",
            ("Set up the tests of a laboratory",),
            "partial",
            ("models into production",),
        ),
        ("Natural language processing on clinical notes", "XGBoost", ("Ranked antibodies with XGBoost",), "unknown", ()),
    ],
)
def test_half_of_a_line_and_its_kind_are_not_the_line(
    matched: Callable[[Resume, Posting], Matching],
    line: str,
    skills: str,
    bullets: tuple[str, ...],
    status: str,
    missing: tuple[str, ...],
) -> None:
    """Known bad: agencies covered by a budget, a deployment by Docker, and an antibody model called part of clinical notes."""
    resume = make_resume([("Analyst", "Elm", "2019-01", None, list(bullets))], skills=skills, years=7.9)
    found = matched(resume, make_posting("Data Scientist", "data", preferred=(line,))).of("r1")
    assert (found.status, found.missing_terms) == (status, missing)
