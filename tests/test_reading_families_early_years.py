"""Which trade a posting of the early years is read as: those who lead, teach and care in child care, and not who works beside them."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.reading.families import family_of


@pytest.mark.parametrize(
    "title",
    [
        "ASSISTANT DIRECTOR, CHILD CARE CENTRE",
        "Supervisor, Child Care",
        "Director of Early Learning",
        "Child Care Center Director",
        "Registered Early Childhood Educator (RECE), Infant Room",
        "RECE - Toddler Room",
        "Nursery Manager (Ofsted Outstanding)",
        "Deputy Manager - Nursery",
        "Room Leader, Babies",
        "Early Years Educator",
    ],
)
def test_titles_of_the_early_years_are_of_education(title: str, knowledge: Knowledge):
    """Known bad: "child care" in two words, and a leader's title before it, fell to the general family."""
    assert family_of(title, "", knowledge) == "education"


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Cook, Child Care Centre", "culinary"),
        ("Residential Child Care Worker", "social-work"),
        ("Accountant, Early Learning Group", "accounting"),
        ("Neonatal Nursery Nurse Manager", "nursing"),
    ],
)
def test_who_works_beside_the_early_years_is_of_another_trade(title: str, family: str, knowledge: Knowledge):
    """Known bad: a bare "child care centre" among the titles would have taken its cook for an educator."""
    assert family_of(title, "", knowledge) == family
