"""Grounding: what only looks like a number or a name that no source has does not hold a line."""

from __future__ import annotations

import pytest

from playbook.grounding import issues
from playbook.grounding.claim import Ground
from playbook.grounding.quantities import quantities
from tests.test_grounding import line

GROUND = Ground(
    employers={
        "Ran the depot": "Brightwell Agency",
        "Led play groups": "Tall Oaks, Corby (Sure Start)",
        "Sold tents": "Tarnhow",
    },
    verbs={"start": "launch"},
)


@pytest.mark.parametrize(
    ("text", "is_share"),
    [
        ("errors down from 7 a quarter to 1", False),
        ("12 new accounts a quarter", False),
        ("cut by a quarter", True),
        ("of the 40, a quarter came back", True),
        ("in 2021 a quarter of calls failed", True),
    ],
)
def test_a_count_for_each_quarter_of_a_year_is_no_share(text: str, is_share: bool) -> None:
    """Known bad: "7 a quarter", written for "7/qtr", was held as 25 percent."""
    assert ("percent" in {one.unit for one in quantities(text)}) is is_share


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Start from what is closest: you ran the depot.", False),
        ("Tarnhow had me run the depot.", True),
        ("At Brightwell Agency, not at Tarnhow, you ran the depot.", True),
    ],
)
def test_a_verb_that_opens_a_sentence_is_no_employer(text: str, held: bool) -> None:
    """Known bad: "Start" was taken for the employer "Tall Oaks, Corby (Sure Start)"."""
    assert ("employer" in {one.kind for one in issues(line(text, "Ran the depot"), GROUND)}) is held


def test_a_thing_that_is_denied_does_not_deny_the_deed_of_that_name() -> None:
    """Known bad: "zero findings in the audit" was held against "finding the cause of the leak"."""
    ground = Ground(verbs={"find": "finding out", "found": "finding out", "finding": "finding out"})
    said = line("You are known for finding the cause of the leak.", "Found the cause of the leak; zero findings in the audit")
    assert "denial" not in {one.kind for one in issues(said, ground)}
    other = line("You are known for findings in the audit.", "Ran the depot; zero findings in the audit")
    assert "denial" in {one.kind for one in issues(other, ground)}


def test_a_certificate_that_is_written_short_is_one() -> None:
    """Known bad: "certification", said for "cert", was held as a paper that nobody has."""
    told = "You trained 12 people for the pallet jack certification."
    kinds = [
        {one.kind for one in issues(line(told, f"Trained 12 people for the pallet jack {word}"), GROUND)}
        for word in ("cert", "race")
    ]
    assert ["credential" in found for found in kinds] == [False, True]


@pytest.mark.parametrize(
    "bullet", ["Mystery audit score 86 -> 93%", "Mystery audit score 86 → 93%", "Mystery audit score 86 => 93%"]
)
def test_the_start_of_an_arrow_is_measured_as_its_end(bullet: str) -> None:
    """Known bad: "from 86 to 93%" was held, since the 86 of "86 -> 93%" was no percentage."""
    assert not list(issues(line("The mystery audit score went from 86 to 93%.", bullet), GROUND))
