"""What a posting asks of the person and not of the work is known by its words."""

from __future__ import annotations

import pytest

from playbook.knowledge.conditions import of_the_body, of_the_person


@pytest.mark.parametrize(
    "text",
    [
        "Ability to stand and walk up to 12 hours a day and to lift 49 pounds",
        "Able to lift and transfer patients of up to 50 lb without help",
        "Candidates must be 18 or older",
        "Standing for long periods",
    ],
)
def test_strength_endurance_and_age_are_of_the_body(text: str) -> None:
    assert of_the_body(text)
    assert of_the_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ability to work nights, weekends, holidays and overtime in peak",
        "Willingness to relocate for every rotation",
        "Able to travel up to 25 %",
    ],
)
def test_when_and_where_somebody_can_work_is_of_the_person_alone(text: str) -> None:
    assert of_the_person(text)
    assert not of_the_body(text)


@pytest.mark.parametrize(
    "text",
    [
        "Deploy one lean operating system across all plants and lift OEE",
        "Walk the gemba with supervisors",
        "Carry a quota of 1.2 million",
        "Plan shifts for 18 nurses over three wards",
        "Ability to work with senior stakeholders",
        "Standing up a new data platform",
        "Travel policy and expenses",
    ],
)
def test_the_same_words_about_the_work_are_not(text: str) -> None:
    assert not of_the_person(text)
