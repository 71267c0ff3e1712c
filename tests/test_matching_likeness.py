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
