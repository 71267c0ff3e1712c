"""Codes and marks of a specification are no part of what is asked, and a mark says whether it must be."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from tests.posting_cases import HEAD, read_posting


def _asked(text: str, knowledge: Knowledge) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in read_posting(HEAD + text, knowledge).requirements]


def test_codes_are_off_the_line_and_their_letters_say_what_it_is(knowledge: Knowledge) -> None:
    """Known-bad: "D4 Statistical software" asked for something named D4."""
    text = (
        "Person specification\nE1 Experience of keeping a night desk\nE2 Knowledge of fire drills\n"
        "D1 Reservation software (Opera)\nD2 Knowledge of first aid\n"
    )
    assert _asked(text, knowledge) == [
        ("required", "Experience of keeping a night desk"),
        ("required", "Knowledge of fire drills"),
        ("preferred", "Reservation software (Opera)"),
        ("preferred", "Knowledge of first aid"),
    ]


def test_codes_by_kind_leave_what_the_heading_says(knowledge: Knowledge) -> None:
    """Such as K for knowledge and S for skills, below "Desirable"."""
    text = (
        "Essential\nK1 Knowledge of fire drills\nK2 Knowledge of lifts\nS1 Skilled in calming guests\nS2 Skilled with tills\n\n"
        "Desirable\n1.1 Some years at the desk of a hotel\n1.2 A certificate in first aid from anywhere\n"
    )
    found = _asked(text, knowledge)
    assert [kind for kind, _ in found] == ["required"] * 4 + ["preferred"] * 2
    assert found[0][1] == "Knowledge of fire drills"
    assert found[-1][1] == "A certificate in first aid from anywhere"


@pytest.mark.parametrize(
    "marks", [("(E)", "(D)"), ("(E) (A/I)", "(D) (I)"), ("[Essential]", "[Desirable]"), ("- Essential", "- Desirable")]
)
def test_a_mark_behind_a_line_says_whether_it_must_be(marks: tuple[str, str], knowledge: Knowledge) -> None:
    must, nice = marks
    text = (
        f"Person specification\n- Experience of keeping a night desk {must}\n- Spoken German {nice}\n"
        f"- Knowledge of fire drills {must}\n- A certificate in first aid {nice}\n"
    )
    assert _asked(text, knowledge) == [
        ("required", "Experience of keeping a night desk"),
        ("preferred", "Spoken German"),
        ("required", "Knowledge of fire drills"),
        ("preferred", "A certificate in first aid"),
    ]


def test_levels_of_a_language_and_headings_with_numbers_are_no_codes(knowledge: Knowledge) -> None:
    """Two lines are no specification, and "1.1 Main duties" is short."""
    text = "Requirements\n- B1 German\n- B2 French\n- C licence (E)\n- Knowledge of lifts\n"
    assert [words for _, words in _asked(text, knowledge)][:3] == ["B1 German", "B2 French", "C licence (E)"]


def test_a_heading_that_bears_a_mark_stays_a_heading(knowledge: Knowledge) -> None:
    """Each part of a specification may say it above its lines."""
    text = (
        "Person specification\n\nQualifications (Essential)\n- First aid certificate\n\nSkills (Desirable)\n- Spoken German\n\n"
        "Knowledge (Essential)\n- Fire drills and lifts\n"
    )
    assert [words for _, words in _asked(text, knowledge)] == [
        "First aid certificate",
        "Spoken German",
        "Fire drills and lifts",
    ]


@pytest.mark.parametrize("assessed", ["Application form / Interview", "A/I", "Interview and test", ""])
def test_a_mark_on_the_line_below_is_of_the_criterion_above_it(assessed: str, knowledge: Knowledge) -> None:
    """Known-bad: a table that came with a cell a line asked for "Application form", and each mark was of the next criterion."""
    cells = [
        ("Experience of keeping a night desk", "Essential"),
        ("Knowledge of fire drills", "Essential"),
        ("Spoken German", "Desirable"),
        ("Personal Attributes\nCommitment to guests of every kind", "Essential"),
        ("Willingness to work at night", "Essential"),
        ("A certificate in first aid", "Desirable"),
    ]
    rows = "".join(f"{criterion}\n{mark}\n{assessed}\n" for criterion, mark in cells)
    text = f"Person specification\n\nCriteria / Essential or Desirable / How assessed\n\nQualifications\n{rows}\nWhat we offer\nA gym.\n"
    assert _asked(text, knowledge) == [
        ("required", "Experience of keeping a night desk"),
        ("required", "Knowledge of fire drills"),
        ("preferred", "Spoken German"),
        ("required", "Commitment to guests of every kind"),
        ("required", "Willingness to work at night"),
        ("preferred", "A certificate in first aid"),
    ]


def test_the_same_words_over_their_lists_still_are_headings(knowledge: Knowledge) -> None:
    text = (
        "Experience\nEssential\nKeeping a night desk for some years\nKnowledge of fire drills\n\nDesirable\nSpoken German\n\n"
        "Skills\nEssential\nExperience of calming guests\n\nDesirable\nA certificate in first aid\n"
    )
    assert _asked(text, knowledge) == [
        ("required", "Keeping a night desk for some years"),
        ("required", "Knowledge of fire drills"),
        ("preferred", "Spoken German"),
        ("required", "Experience of calming guests"),
        ("preferred", "A certificate in first aid"),
    ]
