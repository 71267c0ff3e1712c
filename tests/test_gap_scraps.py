"""Pieces of sentences are no names of gaps: nobody lacks half of a phrase, an adjective, or the way to an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.writing.gap_names import core, joined
from playbook.writing.gaps import choose_gaps
from tests.brief_factory import Asked, Bullet, Case, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

BULLETS = (
    Bullet("Led a team of 9 cooks through two kitchen moves", ("leadership",)),
    Bullet("Built REST services in Java for 2M users", ("technical-depth",)),
)


def _terms(knowledge: Knowledge, *asked: Asked) -> list[str]:
    return [gap.term for gap in choose_gaps(brief_of(Case(bullets=BULLETS, asked=asked)), knowledge)]


@pytest.mark.parametrize(
    ("text", "status", "missing"),
    [
        ("Good talker; able to present technical content to mixed audiences", "partial", ("technical content",)),
        ("Experience taking kites from sketch to market stall", "partial", ("sketch to market stall",)),
        ("Computer literate - Excel, Outlook", "partial", ("Computer literate",)),
        ("Current state lifeguard license and registration", "partial", ("license and registration",)),
        ("Interview process: phone screen with the talent team, panel, case", "unknown", ()),
        ("Travel approx. 15% for fairs and conferences", "unknown", ()),
        ("The Lead Optician spends about 3 days in the shop and 1 on training", "unknown", ()),
        ("Credible with growers as well as front-desk staff", "partial", ("front-desk staff",)),
        ("Report them to client account managers", "partial", ("client account",)),
        ("Communication and empathy", "gap", ("empathy",)),
        ("Data literacy: you can pull usage figures and find the pattern", "unknown", ()),
        ("Designing and running high volume systems", "partial", ("high volume",)),
    ],
)
def test_a_piece_of_a_sentence_is_no_gap(knowledge: Knowledge, text: str, status: str, missing: tuple[str, ...]) -> None:
    """Known bad: "Is it true that you have never done technical content?"."""
    assert _terms(knowledge, Asked(text, status, missing=missing)) == []  # type: ignore[arg-type]  # a column of the table


def test_a_car_is_no_gap(knowledge: Knowledge) -> None:
    """Known bad: a script about a reliable vehicle, and a minute of practice for it."""
    asked = Asked(
        "Valid driving licence, reliable vehicle and Kettleware", "partial", missing=("reliable vehicle", "Kettleware")
    )
    assert [term for term in _terms(knowledge, asked) if "vehicle" in term] == []


def test_a_list_behind_a_word_names_what_is_missing_and_not_the_word(knowledge: Knowledge) -> None:
    """Known bad: "KPIs and OTIF" beside a bullet that quotes one of the figures."""
    asked = Asked("Driving KPIs: cook times, OTIF", "partial", missing=("KPIs", "OTIF"))
    brief = brief_of(Case(bullets=BULLETS, asked=(asked,)))
    (match,) = brief.matching.requirements
    shown = match.model_copy(update={"covered_terms": ("cook times",)})
    matching = brief.matching.model_copy(update={"requirements": (shown,)})
    assert [gap.term for gap in choose_gaps(brief.model_copy(update={"matching": matching}), knowledge)] == ["OTIF"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Port / MTOFSA / supply chain security experience", "port/MTOFSA/supply chain security"),
        ("Experience of carrying out disciplinaries", "disciplinaries"),
        ("The Lead Optician spends Mondays in the shop", "Lead Optician spends Mondays"),
        ("Active Directory", "Active Directory"),
        ("Active nursing registration", "nursing registration"),
        ("Experience within a boutique or Spires & Cloisters type property", "Spires & Cloisters type property"),
    ],
)
def test_a_slash_is_no_word_and_a_noun_no_verb(knowledge: Knowledge, text: str, name: str) -> None:
    """Known bad: "Porting / MTOFSA / Supply", "Leading Optician Spends"."""
    requirement = brief_of(Case(bullets=BULLETS, asked=(Asked(text, "unknown", "responsibility"),))).posting.requirements[0]
    assert core(text, requirement, knowledge).startswith(name)


def test_alternatives_keep_the_noun_that_they_share() -> None:
    """Known bad: "Six Sigma Green Not on Your CV", of a line on a green or black belt."""
    assert joined(["Kaizen Six Sigma Green or Black Belt"]) == ("Kaizen Six Sigma Black Belt", "Kaizen Six Sigma Black Belt")
    assert joined(["Tasting Level 2 or good cellar knowledge"])[0] == "good cellar knowledge"
    assert joined(["writing monthly reviews or managing orderly queues"])[0] == "managing orderly queues"
    assert joined(["night or weekend audits"]) == ("night or weekend audits", "Night or Weekend Audits")
