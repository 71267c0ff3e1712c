"""Banking, media and communications are trades of their own, and near enough to others that years count."""

from __future__ import annotations

import pytest

from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.matching.careers import family_of as trade_of_position
from playbook.reading.families import family_of


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Part-Time Teller", "banking"),
        ("Mortgage Loan Processor I/II", "banking"),
        ("Senior KYC Analyst", "banking"),
        ("Motor Claims Handler", "banking"),
        ("Home Lending Specialist", "banking"),
        ("Senior Reporter, Courts", "media"),
        ("Deputy Chief Sub-Editor", "media"),
        ("Internal Communications Officer", "communications"),
        ("Media and Communications Manager", "communications"),
        ("Senior Press Officer", "communications"),
        ("PR Account Executive", "communications"),
        ("Public Affairs Officer", "communications"),
        ("Corporate Communications Director", "communications"),
        ("Senior Content Strategist", "media"),
        ("Content and Communications Officer", "media"),
        ("Content Marketing Manager", "marketing"),
        ("Marketing Communications Manager", "marketing"),
        ("Accounts Payable Clerk", "accounting"),
        ("Treasury Analyst", "accounting"),
        ("Insurance Sales Agent", "sales"),
        ("Court Reporter", "legal"),
    ],
)
def test_a_title_finds_its_trade_in_postings_and_resumes_alike(title: str, family: str, knowledge: Knowledge):
    """Known bad: a teller was asked about the monthly close, and a reporter stood in no trade at all."""
    assert family_of(title, "", knowledge) == family
    assert trade_of_position(title, knowledge) == family


def test_years_count_between_neighbours(knowledge: Knowledge):
    assert "media" in knowledge.family("marketing").neighbours
    assert "marketing" in knowledge.family("media").neighbours
    assert "communications" in knowledge.family("marketing").neighbours
    assert {"media", "marketing"} == set(knowledge.family("communications").neighbours)
    assert "banking" in knowledge.family("accounting").neighbours
    assert "accounting" in knowledge.family("banking").neighbours


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("banking", "accounting"),
        ("banking", "support"),
        ("media", "marketing"),
        ("media", "design"),
        ("communications", "media"),
        ("communications", "marketing"),
        ("communications", "public-policy"),
        ("communications", "executive"),
    ],
)
def test_no_title_is_listed_by_two_trades_of_money_or_media(left: str, right: str, knowledge: Knowledge):
    """A title that two families list belongs to whichever is read first."""
    assert not set(knowledge.family(left).titles) & set(knowledge.family(right).titles)


@pytest.mark.parametrize(
    ("text", "shown", "not_shown"),
    [
        ("Answered media enquiries within two hours with a service contact list", "media-enquiries", "media-contacts"),
        ("Answered media enquiries within two hours with a service contact list", "media-enquiries", "media-pitching"),
        ("Strong network of media contacts, regional and national", "media-contacts", "media-enquiries"),
        ("Pitching stories to trade titles", "media-pitching", "media-contacts"),
    ],
)
def test_answering_the_press_is_no_network_and_no_pitch(text: str, shown: str, not_shown: str, knowledge: Knowledge):
    """Known bad: a council's list of service contacts answered for a network of media contacts."""
    lexicon = lexicon_of(knowledge)
    closure = lexicon.closure([found.id for found in lexicon.concepts(text)])
    assert shown in closure
    assert not_shown not in closure


def test_who_was_trained_in_a_rule_has_not_issued_what_it_orders(knowledge: Knowledge):
    """Known bad: "TRID (training only)" answered for issuing Closing Disclosures."""
    lexicon = lexicon_of(knowledge)
    assert {found.id for found in lexicon.concepts("TRID (training only)")} == {"trid-rules"}
    assert "mortgage-disclosures" not in lexicon.closure(["trid-rules"])
