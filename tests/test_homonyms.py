"""Names of several senses: letters are told by what stands between them, trades by what stands around."""

from __future__ import annotations

import pytest

from playbook.knowledge.lexicon import Lexicon, lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.recognition import is_lettered


@pytest.fixture(scope="module")
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon of the checkout's packs."""
    return lexicon_of(knowledge)


@pytest.mark.parametrize(
    ("text", "has", "lacks"),
    [
        ("Exposure to M&A", "mergers-and-acquisitions", "master-degree"),
        ("M.A., History, 2010", "master-degree", "mergers-and-acquisitions"),
        ("M. A., History, 2010", "master-degree", "mergers-and-acquisitions"),
        ("A.A.B., Banking, 2019", "associate-degree", "bachelor-degree"),
        ("A.A.S., Networks, 2013", "associate-degree", "bachelor-degree"),
        ("B.A., Drama, 2013", "bachelor-degree", "associate-degree"),
        ("Studied vitamin B. A second course followed", "", "bachelor-degree"),
        ("AP and A/P aging", "accounts-payable", ""),
        ("Courses: A&P I, microbiology", "", "accounts-payable"),
        ("Able to read a P&L", "profit-and-loss-responsibility", "accounts-payable"),
        ("P/L control account recs", "", "profit-and-loss-responsibility"),
        ("Full P/L responsibility", "profit-and-loss-responsibility", ""),
    ],
)
def test_letters_are_told_by_what_stands_between(lexicon: Lexicon, text: str, has: str, lacks: str) -> None:
    """Known bad: mergers read as a master's degree, anatomy as payables, the purchase ledger as profit and loss."""
    found = {one.id for one in lexicon.concepts(text)}
    assert not has or has in found
    assert lacks not in found


@pytest.mark.parametrize(
    ("words", "lettered"), [("M.A.", True), ("A/P", True), ("P & L", True), ("Ph.D.", False), ("C++", False), ("S&OP", False)]
)
def test_only_single_letters_are_lettered(words: str, lettered: bool) -> None:
    """Longer pieces tell themselves."""
    assert is_lettered(words) == lettered


@pytest.mark.parametrize(
    ("text", "concept", "named"),
    [
        ("Knowledge of C-TPAT, PIP and FAST", "performance-improvement-plans", False),
        ("Appraisals, succession planning and PIP cases", "performance-improvement-plans", True),
        ("PIP", "performance-improvement-plans", True),
        ("Dispatch of cross-border loads, freight forwarding", "international-management", False),
        ("Strong F&B knowledge", "food-and-beverage", True),
        ("Line supervisor at a food & beverage plant", "food-and-beverage", False),
        ("Help desk of 4, SLA from 90% to 97%", "service-level-objectives", False),
        ("Help desk of 4, SLA from 90% to 97%", "service-level-agreements", True),
        ("Kept the 485 plan of care", "oasis-assessment", False),
        ("Charted in Homecare Homebase", "oasis-assessment", False),
        ("Explains numbers in plain English", "english", False),
        ("Higher Certificate, Sligo IT", "information-technology", False),
    ],
)
def test_a_name_of_several_trades_is_told_by_its_neighbours(lexicon: Lexicon, text: str, concept: str, named: bool) -> None:
    """Known bad: a customs programme read as a plan for weak staff, a product and a form read as an assessment."""
    assert (concept in {one.id for one in lexicon.concepts(text)}) == named


def test_special_consideration_is_a_claim_of_students_among_students_alone(lexicon: Lexicon) -> None:
    """Known bad: a general phrase of other trades was taken for extenuating circumstances."""
    alone = "Handled special consideration requests in accounts payable, procurement and month-end close"
    beside = "Handled special consideration requests, exam entries and results days of the school"
    assert "extenuating-circumstances" not in {one.id for one in lexicon.concepts(alone)}
    assert "extenuating-circumstances" in {one.id for one in lexicon.concepts(beside)}
