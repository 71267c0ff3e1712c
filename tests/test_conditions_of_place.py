"""How many days somebody has to be at a place is asked of the person, and no bullet of a resume proves it."""

from __future__ import annotations

import pytest

from playbook.knowledge.conditions import of_the_person, without_conditions


@pytest.mark.parametrize(
    "text",
    [
        "Must be able to work in Leeds office 3 days a week",
        "Able to be on-site 2-3 days per week",
        "Willing to commute to our Columbus office four days a week",
        "Work from the studio 2 days a week",
        "In-office 3 days a week",
    ],
)
def test_days_in_an_office_are_a_condition(text: str) -> None:
    """Known bad: "office" of a bullet was the evidence of it."""
    assert of_the_person(text)
    assert not without_conditions(text).strip()


@pytest.mark.parametrize(
    "text",
    [
        "Run the office of a school",
        "Experience of site visits over several days",
        "Close the books within 5 days",
        "Keep the site open",
    ],
)
def test_work_in_an_office_is_none(text: str) -> None:
    """Without days of being there, an office is what is worked on."""
    assert not of_the_person(text)
