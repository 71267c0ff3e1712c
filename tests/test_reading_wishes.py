"""What a summary hopes for is no evidence, and what it tells beside a hope is kept, word for word."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.provenance import Fact, Span
from playbook.reading.wishes import told
from tests.case_factory import make_posting, make_resume

PIECES = (
    *("Eleven years in kitchens", "I would like to run a hotel", "next I want to learn payroll", "seeking a nursing role"),
    *("where I can use my Spanish", ". ", "; ", ", ", "\n", "e.g. "),
)


def fact(text: str) -> Fact:
    """A summary that stands at place 40 of its resume."""
    return Fact(text=text, span=Span(document="resume", start=40, end=40 + len(text)))


@pytest.mark.parametrize(
    ("summary", "kept"),
    [
        (
            "I run busy dining rooms. Next I want to learn beds: I would like to bring it to a whole hotel.",
            ["I run busy dining rooms."],
        ),
        ("Engineer with 7 years of Spark, looking for a senior remote role in Oslo.", ["Engineer with 7 years of Spark"]),
        ("Seeking a position as a nurse where I can use my ICU experience.", ["where I can use my ICU experience."]),
        ("ICU nurse, 6 years; I'd love to teach.", ["ICU nurse, 6 years"]),
        ("Cook of nine years. Eager to manage a hotel.", ["Cook of nine years."]),
        ("Joiner, 9 years. Wants back into furniture design.", ["Joiner, 9 years."]),
        ("Inside seller ready to own a full territory.", ["Inside seller"]),
        ("Reporter, 9 years. Now want to tell one firm's stories.", ["Reporter, 9 years."]),
        ("Driver, 9 years. Looking to come off the road and into dispatch.", ["Driver, 9 years."]),
        ("My goal is to become a hotel manager.", []),
        ("Eager to join a team, with 8 years of ICU nursing.", ["with 8 years of ICU nursing."]),
        ("I want to bring my 10 years of ICU nursing to a clinic.", ["bring my 10 years of ICU nursing to a clinic."]),
        ("I keep 40 rooms ready to be sold by noon.", ["I keep 40 rooms ready to be sold by noon."]),
        ("Looking for trouble in systems before it finds users.", ["Looking for trouble in systems before it finds users."]),
        ("I like to keep things tidy. I plan meals for 900.", ["I like to keep things tidy.", "I plan meals for 900."]),
    ],
)
def test_a_hope_is_left_out_and_what_stands_beside_it_is_not(summary: str, kept: list[str]) -> None:
    """Summaries as people write them."""
    assert [one.text for one in told(fact(summary))] == kept


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join))
def test_what_is_told_stands_where_its_span_says(summary: str) -> None:
    """Whatever hopes and deeds are strung together."""
    for one in told(fact(summary)):
        assert summary[one.span.start - 40 : one.span.end - 40] == one.text
        assert "would like" not in one.text


def test_who_hopes_for_hotels_has_not_managed_one(matched: Callable[[Resume, Posting], Matching]) -> None:
    """The same words are evidence where they tell what somebody has done."""
    posting = make_posting("Hotel General Manager", "general", required=("Experience in hotel management",))

    def status(summary: str) -> str:
        resume = make_resume(
            [("Restaurant Manager", "Copper Fig", "2018-09", None, ["Ran a floor of 180 covers"])], summary=summary, years=8.0
        )
        return matched(resume, posting).requirements[0].status

    assert status("I have led dining rooms and hotel management for years.") == "covered"
    assert status("I have led dining rooms. I would like to move into hotel management.") != "covered"


def test_a_trade_that_somebody_turns_to_is_not_one_that_they_know() -> None:
    """Known bad: experience of imaging equipment shown by "Transitioning to field service of medical imaging equipment"."""
    summary = fact("Electronics technician, ten years at sea. Transitioning to field service of medical imaging equipment.")
    assert [one.text for one in told(summary)] == ["Electronics technician, ten years at sea."]
