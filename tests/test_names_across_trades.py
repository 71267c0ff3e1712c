"""Names that trades share: what one trade calls by them is not taken out of a longer name, or another trade's line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.knowledge.lexicon import lexicon_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge


@pytest.mark.parametrize(
    ("text", "named", "not_named"),
    [
        # Known bad: "public law" was taken out of the outline by which family courts proceed.
        ("Sound knowledge of the Public Law Outline", "public-law-outline", "administrative-law"),
        ("Two years of public law for a borough council", "administrative-law", "public-law-outline"),
        ("Support newly qualified social workers", "assessed-year", "post-qualification-experience"),
        ("Five years post qualifying in a long-term team", "post-qualification-experience", ""),
        # Known bad: whoever presents at a gate had to know waterfall, and whoever tests an interface had designed one.
        ("Present at phase gate reviews", "stage-gate", "waterfall"),
        ("Automated API testing for a wallet", "api-testing", "api-design"),
        # Known bad: whoever squares accounts between two companies of a group had consolidated it.
        ("Squared intercompany accounts of two plants", "intercompany-accounting", "consolidation"),
        # Known bad: an accountant whose reader was the CFO had sold to the board room.
        ("Prepared the month-end close for the CFO", "", "c-level-selling"),
        ("Sold to CFOs and FDs of haulage firms", "c-level-selling", ""),
        ("Safety plans of a family social worker", "social-work", "medical-social-work"),
        ("Seizures: gave buccal midazolam under the plan", "seizure-care", ""),
        ("Wrote the DPIA of a ticketing system", "data-protection-impact-assessments", ""),
        ("Checked Webster-paks in a SIL house", "dose-administration-aids", ""),
    ],
)
def test_a_name_is_its_own_trades(knowledge: Knowledge, text: str, named: str, not_named: str) -> None:
    """The longest name stands, and a name of two trades goes with what stands around it."""
    found = {one.id for one in lexicon_of(knowledge).concepts(text)}
    assert not named or named in found
    assert not_named not in found


@pytest.mark.parametrize(
    ("shown", "asked"),
    [
        ("upi-autopay", "recurring-payments"),
        ("api-testing", "api-work"),
        ("data-protection-impact-assessments", "gdpr"),
        ("home-improvement-retail", "retail"),
        ("section-47-enquiries", "childrens-legislation"),
        ("social-work-england", "social-work-qualification"),
        ("ndis-standards", "disability-services"),
    ],
)
def test_who_shows_the_narrower_thing_has_the_wider_one(knowledge: Knowledge, shown: str, asked: str) -> None:
    """And not the other way round: knowing the scheme is no proof of knowing its standards."""
    lexicon = lexicon_of(knowledge)
    assert asked in lexicon.closure([shown])
    assert shown not in lexicon.closure([asked])
