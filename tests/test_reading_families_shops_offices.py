"""Which trade a posting is read as where shops, customer success, offices and public affairs lie next to older trades."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.reading.families import family_of


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Sales Associate", "retail"),
        ("Sales Assistant (Saturdays)", "retail"),
        ("Store Manager", "retail"),
        ("Deputy Store Manager, Leeds", "retail"),
        ("Visual Merchandiser", "retail"),
        ("Retail Area Manager", "retail"),
        ("Assistant Buyer, Menswear", "retail"),
        ("Cashier / Stocker", "retail"),
    ],
)
def test_shops_are_a_trade_from_the_floor_to_the_area(title: str, family: str, knowledge: Knowledge):
    assert family_of(title, "", knowledge) == family


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Sales Associate, SaaS", "sales"),
        ("Inside Sales Associate", "sales"),
        ("Stores Manager", "operations"),
        ("Senior Buyer", "operations"),
        ("Area Manager, Operations", "operations"),
        ("Head of Retail Banking", "banking"),
        ("Retail Security Officer", "security"),
        ("Loss Prevention Manager", "security"),
        ("Machine Shop Manager", "mechanical"),
        ("Coffee Shop Manager", "hospitality"),
        ("Retail Designer", "design"),
        ("Retail Marketing Manager", "marketing"),
    ],
)
def test_what_only_sounds_like_a_shop_is_none(title: str, family: str, knowledge: Knowledge):
    """Known bad: of two words that shops share with others, "stores" is a warehouse and "associate" sells software."""
    assert family_of(title, "", knowledge) == family


def test_an_area_of_stores_is_known_by_what_the_posting_names(knowledge: Knowledge):
    """Known bad: "Area Manager" of a grocer was no trade at all, since the title says nothing of what is in the area."""
    text = "Coach your store managers; sales, on-shelf availability, waste and shrink; new store openings; store walks"
    assert family_of("Area Manager, Fife", text, knowledge) == "retail"
    assert family_of("Area Manager, Fife", "Lead the cleaning teams of nine sites", knowledge) == "general"
