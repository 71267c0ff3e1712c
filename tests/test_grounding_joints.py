"""A verb and its object stand in one sentence of the source, or the line says what nobody did."""

from __future__ import annotations

import pytest

from playbook.grounding import issues
from playbook.grounding.case import verb_classes
from playbook.grounding.claim import Ground
from playbook.knowledge.packs import load
from playbook.settings import CHECKOUT
from tests.test_grounding import line

GROUND = Ground(verbs=verb_classes(load(CHECKOUT / "datasets" / "knowledge")))
SOURCE = "Supervise 5 clerks - hire, train, review. 2 resignations in 7 years"


def kinds(text: str, *quotes: str) -> set[str]:
    """What is found in a line."""
    return {issue.kind for issue in issues(line(text, *quotes), GROUND)}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("You hired, trained, reviewed 2 resignations in 7 years.", SOURCE),
        ("I mentored clerks at the mill.", "Ran the depot and mentored. Clerks at the mill signed off"),
        ("You sorted parcels, and packed vans.", "Sorted parcels and packed; vans washed daily"),
    ],
)
def test_a_verb_with_the_object_of_another_sentence_is_found(text: str, source: str) -> None:
    """Known bad: every word stood in the source, and nothing was found."""
    assert "joint" in kinds(text, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("You hired, trained, reviewed; 2 resignations in 7 years.", SOURCE),
        ("You supervised 5 clerks.", SOURCE),
        ("You mentored clerks at the mill.", "Ran the depot and mentored\nclerks at the mill"),
        ("With the new design find time shrank.", "Tested the new design: find time shrank"),
        ("You packed vans.", "Packed; vans and lorries washed. Packed vans"),
        ("You led the design of pumps.", "Led the design of pumps. Pumps sold well"),
    ],
)
def test_what_one_sentence_says_is_left_alone(text: str, source: str) -> None:
    assert "joint" not in kinds(text, source)
