"""One general word that ends the names of different things makes no two lines alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.case_factory import make_posting, make_resume

Match = Callable[[Resume, Posting], Matching]


@pytest.mark.parametrize(
    ("bullet", "is_shown"),
    [
        ("Patrolled a shopping centre by night", False),
        ("Kept the cost centre of the yard within its limits", True),
    ],
)
def test_a_general_last_word_alone_is_no_evidence(matched: Match, bullet: str, *, is_shown: bool) -> None:
    """Known bad: "a cost centre" shown by nights in a "shopping centre"."""
    resume = make_resume([("Yard Lead", "Oakfield", "2019-01", None, [bullet, "Painted the fence twice"])], years=7.9)
    posting = make_posting("Yard Lead", "general", required=("Responsible for a cost centre",))
    found = matched(resume, posting).of("r1")
    quoted = {one.fact.text for one in found.evidence}
    assert (bullet in quoted) is is_shown


@pytest.mark.parametrize(
    ("line", "unfit"),
    [
        ("Sit with the Gold/Silver command in a flood", "Won a silver award for the newsletter"),
        ("Experience advising and challenging senior leaders", "Senior reporter on the night desk"),
    ],
)
def test_a_grade_alone_is_like_nothing(matched: Callable[[Resume, Posting], Matching], line: str, unfit: str) -> None:
    """Known bad: "silver command" shown by a silver award, and senior leaders by a senior reporter."""
    resume = make_resume([("Officer", "Elm", "2019-01", None, [unfit])], years=7.9)
    found = matched(resume, make_posting("Officer", "general", required=(line,))).of("r1")
    assert not found.evidence
    assert not {"Gold", "Silver", "senior"} & set(found.covered_terms)


def test_a_language_at_work_shows_no_work(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: "Own the jobsite" led by "Spanish - jobsite conversational"."""
    resume = make_resume(
        [("Foreman", "Elm", "2019-01", None, ["Answered phones"])], languages=("Spanish (jobsite conversational)",), years=7.9
    )
    posting = make_posting("Superintendent", "civil", duties=("Own the jobsite",), required=("Conversational Spanish",))
    found = matched(resume, posting)
    assert not found.of("r1").evidence
    assert found.of("r2").status == "covered"


def test_a_field_is_not_the_deed_in_it(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: "Represent the hotel at wedding fairs" covered by weddings that were coordinated in a hotel."""
    resume = make_resume([("Events", "Elm", "2019-01", None, ["Coordinated 38 weddings in a hotel"])], years=7.9)
    line = "Represent the hotel at wedding fairs, showcases and familiarisation trips"
    posting = make_posting("Manager", "hospitality", duties=(line,))
    assert matched(resume, posting).of("r1").status == "partial"
