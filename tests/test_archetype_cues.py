"""A stray word makes no kind: cues have neighbours that speak against them, and in doubt the frames are neutral."""

from __future__ import annotations

import pytest

from playbook.artifacts.resume import Highlight
from playbook.provenance import Fact, Span
from playbook.writing.archetype_choice import choose_archetype, signs_of
from playbook.writing.draft_stories import fitting_prompts
from tests.test_clauses import KNOWLEDGE, read


@pytest.mark.parametrize(
    ("bullet", "kind"),
    [
        ("Brought down attrition from 29% to 15% through a buddy scheme and a revised confirmation policy", "compliance"),
        ("Led an audit of missed appointments - no-show rate down from 15% to 9%", "compliance"),
        ("Filed to web first on tight deadlines", "compliance"),
        ("Relief dispatch at weekends: assign loads, re-power breakdowns, book reefer repairs", "repair"),
        ("Moved the infant classes from levelled readers to synthetic phonics", "migration"),
        ("Swapped out 14 obsolete drives during two planned outages", "crisis-response"),
        ("Spotted duplicate supplier payments of £9,200 and recovered them", "negotiation"),
        ("Engaged costs draftsmen and barristers on forty files", "cost-saving"),
        ("Set up 60 tablets for the autumn term", "build"),
        ("Set up a closed group for 900 staff", "build"),
        ("Lead officer on media for the spring floods: 90 enquiries answered", "team-leadership"),
        ("Wrote award entries for two breweries", "recognition"),
        ("Target trial emulation of sepsis outcomes in claims data", "crisis-response"),
        ("Wrote the crisis communications plan and exercised it twice", "crisis-response"),
        ("Built 160 Selenium UI tests for payment flows; regression cut from 5 days to 1.5 days", "design"),
        ("Wrote SQL checks for the claims data migration, found 4 mapping errors", "migration"),
        ("Kept log of repeat app errors and sent it to IT every Friday", "quality"),
        ("Found that 9% of sepsis cases were dropped by a join on a date", "crisis-response"),
        ("Worked with theatre managers to redefine turnover time; on-time starts went from 61% to 78%", "team-leadership"),
    ],
)
def test_a_stray_word_makes_no_kind(bullet: str, kind: str) -> None:
    """Known bad: an attrition that was told as an inspection, a phonics scheme as a change of systems."""
    assert choose_archetype(bullet, read(bullet), KNOWLEDGE).id != kind


@pytest.mark.parametrize(
    ("bullet", "kind"),
    [
        ("Passed four consecutive health inspections with scores above 97", "compliance"),
        ("Repaired conveyors and gearboxes on three lines", "repair"),
        ("Migrated the monolith to Kubernetes", "migration"),
        ("Ran the evacuation during the flood emergency", "crisis-response"),
        ("Handled the press when a ransomware attack took the tills offline", "crisis-response"),
        ("Set up a booking app from scratch", "build"),
        ("Managed a team of nine technicians", "team-leadership"),
    ],
)
def test_the_kind_is_still_named_where_it_is_meant(bullet: str, kind: str) -> None:
    assert choose_archetype(bullet, read(bullet), KNOWLEDGE).id == kind


@pytest.mark.parametrize("word", ["suppliers", "closed", "terms", "signed", "pricing"])
def test_what_is_only_near_a_negotiation_is_none(word: str) -> None:
    """Known bad: "the hardest negotiation" was asked of duplicate payments, and of a course of two terms."""
    assert word not in KNOWLEDGE.competencies["negotiation"].signals
    assert fitting_prompts(KNOWLEDGE.competencies, "negotiation")


@pytest.mark.parametrize(
    ("bullet", "kind"),
    [
        ("Brought TRIR down from 5.1 to 2.2 with a daily safety talk; premium cost down $900K annually", "safety"),
        ("Pitched and won a £60K rebrand for a chain of opticians", "winning-business"),
    ],
)
def test_the_main_clause_gives_the_kind_and_not_the_trailing_one(bullet: str, kind: str) -> None:
    """Known bad: fewer injuries told as money saved, since the line ended in a cost; a pitch told as the work that it won."""
    assert choose_archetype(bullet, read(bullet), KNOWLEDGE).id == kind


@pytest.mark.parametrize(
    ("bullet", "kind"),
    [
        ("Improved client retention from 81% to 90%; moved depot from 7th to 2nd of 11 in margin", "migration"),
        ("Grew group EBITDA from £4M to £9M with three bolt-on acquisitions", "growth"),
    ],
)
def test_a_place_in_a_ranking_is_no_removal_and_a_purchase_no_audience(bullet: str, kind: str) -> None:
    assert choose_archetype(bullet, read(bullet), KNOWLEDGE).id != kind


def test_what_a_main_clause_leaves_open_its_result_may_say() -> None:
    bullet = "Brought in a single supplier catalogue; food cost fell 2.2 points"
    assert choose_archetype(bullet, read(bullet), KNOWLEDGE).id == "cost-saving"


@pytest.mark.parametrize(
    ("bullet", "kind"),
    [
        ("Climbed the league table: moved from 38th to 6th of 45 branches on complaints closed", "migration"),
        ("Moved on-shelf stock from 88% to 96%", "migration"),
        ("Replaced the roof trusses of a village hall", "migration"),
        ("Joined two booking portals after the acquisition of a rival chain", "transformation"),
        ("Waste per tray down from 3% to 2% with daily fridge audits", "compliance"),
    ],
)
def test_a_word_that_several_kinds_use_needs_company(bullet: str, kind: str) -> None:
    """Known bad: a rank that rose was told as a change of systems, a merged portal as the restructuring of a firm."""
    assert choose_archetype(bullet, read(bullet), KNOWLEDGE).id != kind


def test_one_word_counts_once_however_often_a_kind_lists_it() -> None:
    """Known bad: "audit" stood in two groups of cues and in two numbers, so that the one word outdid all others."""
    text = "Helped with the audit"
    fact = Fact(text=text, span=Span(document="resume", start=0, end=len(text)))
    once = signs_of(Highlight(id="b1", fact=fact), KNOWLEDGE).cues
    assert once["compliance"] <= max(cue.weight for cue in KNOWLEDGE.archetypes["compliance"].cues)


@pytest.mark.parametrize(
    ("bullet", "wrong"),
    [
        ("Convinced the director to stop the launch of the renewal form: 6 of 8 users got lost", "launch"),
        ("Trained a recommender on 30M listening events", "event"),
        ("Parent & student conferences for 120 families a year", "event"),
        ("Facilitated 7 kaizen events on the packing line", "event"),
        ('Redesigned "Care Finder" search after 18 interviews', "direct-care"),
        ("Tested video outreach, reply rate up from 2% to 7%, rolled out to team of 5", "migration"),
        ("NEWS2 escalation, cannulation and catheterisation", "crisis-response"),
    ],
)
def test_a_product_and_an_event_are_not_what_merely_has_their_words(bullet: str, wrong: str) -> None:
    """Known bad: of a launch that was stopped, the story asked how many people came on the day."""
    assert choose_archetype(bullet, read(bullet), KNOWLEDGE).id != wrong


@pytest.mark.parametrize(
    ("bullet", "kind"),
    [
        ("Launched 'Pay by Crop' credit line with a lender: 20,000 farmers onboarded in the first year", "launch"),
        ("Organised the hospice's annual gala: 300 guests, £90k raised", "event"),
        ("Weddings for up to 250 guests each summer", "event"),
        ('Won "Manager of the Year" of the group', "recognition"),
    ],
)
def test_what_is_brought_to_its_users_is_told_otherwise_than_an_event(bullet: str, kind: str) -> None:
    assert choose_archetype(bullet, read(bullet), KNOWLEDGE).id == kind
