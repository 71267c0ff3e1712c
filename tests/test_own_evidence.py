"""What stands beside a line of the posting is that line's own evidence: never another deed, a label or a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.artifacts.company import Company
from playbook.artifacts.resume import Education
from playbook.knowledge.lexicon import lexicon_of
from playbook.matching.worth import without_asides
from playbook.writing.bullets import Bullets
from playbook.writing.draft_stories import draft_stories
from playbook.writing.gap_table import gap_table
from playbook.writing.pen import Pen
from playbook.writing.pitch_answers import why_role
from playbook.writing.pitch_evidence import EvidenceStore
from playbook.writing.pitch_posting import wanted
from playbook.writing.strengths import choose_strengths
from tests.brief_factory import Asked, Bullet, Case, Stated, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

HUDDLE = Bullet("Started a Friday round for long stays; avoidable days fell from 190 to 120", ("initiative",))
COVER = Bullet("Crisis desk cover 3 shifts a month: risk screening, joint safety plans", ("safety",))


def _why(knowledge: Knowledge, *asked: Asked) -> str:
    brief = brief_of(Case(bullets=(HUDDLE, COVER), asked=asked))
    return why_role(Pen("pitch", brief, knowledge), EvidenceStore(brief, knowledge), wanted(brief, knowledge)).prose.text


def test_a_line_is_answered_in_the_words_of_its_own_evidence(knowledge: Knowledge) -> None:
    """Known bad: "the nearest thing that I have done" was the bullet that is worth most, about something else."""
    said = _why(knowledge, Asked("Complete risk screening and safety plans", kind="responsibility", evidence=(1,)))
    assert COVER.text in said
    assert "Friday" not in said


def test_a_line_without_evidence_is_answered_by_no_other_deed(knowledge: Knowledge) -> None:
    said = _why(knowledge, Asked("Write grant reports", kind="responsibility", status="gap"))
    assert "Friday" not in said
    assert "nearest thing" not in said


def test_what_stands_in_brackets_is_no_sign_of_a_competency(knowledge: Knowledge) -> None:
    """Known bad: "(no really, this is where I learned it)" showed curiosity."""
    text = "Calmed angry callers daily (honestly, this is where I learned it)"
    lexicon = lexicon_of(knowledge)
    assert "learning" in lexicon.shown(text)
    assert "learning" not in lexicon.shown(without_asides(text))
    assert without_asides("(Volunteer, two seasons)") == "(Volunteer, two seasons)"


@pytest.mark.parametrize(
    ("name", "competencies", "is_shown"),
    [("Ship small", ("delivering-results",), False), ("Accountability", ("accountability", "delivering-results"), False)],
)
def test_a_value_that_the_posting_words_is_not_shown_by_any_result(
    knowledge: Knowledge, name: str, competencies: tuple[str, ...], *, is_shown: bool
) -> None:
    """Known bad: a rebrand of $480K that was won as an example of shipping small."""
    bullets = (Bullet("Won the redesign of a chain of opticians for £300K", ("delivering-results",)),)
    brief = brief_of(Case(bullets=bullets, asked=(), values=(Stated(name, competencies, evidence=(0,)),)))
    assert (name in draft_stories(brief, knowledge).stories[0].competencies) == is_shown


@pytest.mark.parametrize(
    ("bullet", "shown", "name", "competencies"),
    [
        ("Owned the migration of two sites", "ownership", "Own it", ("ownership",)),
        ("Writing runbooks for the night desk", "communication", "Write it down", ("communication", "quality")),
        ("Set up a debrief after each incident", "learning", "Curiosity", ("learning", "curiosity")),
    ],
)
def test_its_own_words_or_its_most_specific_competency_show_it(
    knowledge: Knowledge, bullet: str, shown: str, name: str, competencies: tuple[str, ...]
) -> None:
    brief = brief_of(Case(bullets=(Bullet(bullet, (shown,)),), asked=(), values=(Stated(name, competencies, evidence=(0,)),)))
    assert name in draft_stories(brief, knowledge).stories[0].competencies


def test_an_employers_profile_is_measured_as_before(knowledge: Knowledge) -> None:
    case = Case(
        bullets=(Bullet("Won the redesign of a chain of opticians", ("delivering-results",)),),
        asked=(),
        values=(Stated("Deliver", ("delivering-results",), evidence=(0,)),),
        values_from="company",
    )
    brief = brief_of(case)
    assert isinstance(brief.company, Company)
    assert "Deliver" in draft_stories(brief, knowledge).stories[0].competencies


def test_the_strongest_fit_is_a_must_before_a_wish(knowledge: Knowledge) -> None:
    """Known bad: a course in lean of twelve years ago, since the posting would like to see one."""
    bullets = (
        Bullet("Ran lean kaizen events in a laundry; output up 20%", ("process-improvement",)),
        Bullet("Led 14 branches of a cleaning firm", ("leadership",)),
    )
    asked = (
        Asked("Lean or Six Sigma", kind="preferred", evidence=(0,)),
        Asked("Multi-site operations management", evidence=(1,)),
    )
    assert choose_strengths(brief_of(Case(bullets=bullets, asked=asked)), knowledge, ())[0].requirement.text == asked[1].text


def test_a_degree_is_no_evidence_of_years(knowledge: Knowledge) -> None:
    asked = (Asked("10+ years of leading operations", years=10.0, shown="MBA, operations"),)
    brief = brief_of(Case(bullets=(HUDDLE,), asked=asked, title="Operations Director"))
    paper = brief.matching.requirements[0].evidence[0].fact
    resume = brief.resume.model_copy(update={"education": (Education(fact=paper),)})
    brief = brief.model_copy(update={"resume": resume})
    pen = Pen("pitch", brief, knowledge)
    (row,) = gap_table(brief, knowledge, pen, Bullets(brief, knowledge))
    assert row.evidence.text.startswith("Operations Director")


@pytest.mark.parametrize(
    ("text", "shown", "hidden"),
    [
        ("Retired 26 duplicate reports after auditing usage logs", "", "integrity"),
        ("Restated 5 quarters of reporting and presented the correction to the committee", "integrity", ""),
        ("Found that 9% of the cases were dropped by a join", "curiosity", ""),
        ("Built gap-in-care lists for 71 primary care practices", "", "empathy"),
        ("Wrote SQL checks for the migration of the claims", "", "communication"),
        ("Wrote the handbook for new starters", "communication", ""),
    ],
)
def test_a_word_of_the_craft_is_no_sign_of_a_way_to_be(text: str, shown: str, hidden: str, knowledge: Knowledge) -> None:
    """Known bad: usage logs that were audited told as a day when honesty had its price."""
    signs = lexicon_of(knowledge).shown(text)
    assert not shown or shown in signs
    assert hidden not in signs
