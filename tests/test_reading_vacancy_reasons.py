"""Why a post is open is no demand, and neither is an award the reason for it."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.reading.requirements import is_praise
from playbook.reading.vacancy_reasons import tells_why
from tests.posting_cases import told

RETIRED = "Following the retirement of our longest porter, you will have a mandate to run the night as you see fit."


def test_a_reason_is_told_from_who_the_employer_is() -> None:
    """Known bad: the founding and an award were said to be why the role exists."""
    reasons = (
        RETIRED,
        "Due to internal promotion we are now seeking a porter.",
        "We're looking for a porter for a new house of forty rooms breaking ground this spring.",
        "More guests come than we have keys, and we are looking for a porter to help change that.",
        "We are opening two houses in the north.",
        "This position was created because of a second house that opens in 2027.",
    )
    assert [text for text in reasons if not tells_why(text)] == []
    others = ("The house was founded in 1974.", "Hotel Weekly has named us one of the best houses four times.", "We let rooms.")
    assert [text for text in others if tells_why(text)] == []
    assert is_praise(others[1])
    assert not is_praise(others[0])


@pytest.mark.parametrize(
    ("line", "asked"),
    [(RETIRED, False), ("Due to growth, you will need 2 years of night work.", True), ("You will have a night licence.", True)],
)
def test_a_sentence_that_opens_with_the_reason_asks_for_nothing(line: str, *, asked: bool, knowledge: Knowledge) -> None:
    """Known bad: a mandate was a skill that the resume had to show; years are asked for wherever they stand."""
    posting = told(line, knowledge, heading="ABOUT THE ROLE")
    assert (line in [one.text for one in posting.of("required")]) is asked
    assert (line in [fact.text for fact in posting.about]) is not asked
