"""Requirements against evidence, in several trades. A met requirement that is called a gap is the worst error."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.brief import Brief
from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.matching_cases import KEEPER, KEEPER_POSTING, MECHANIC, MECHANIC_POSTING, PAIRS, statuses


@pytest.mark.parametrize("pair", PAIRS)
def test_no_met_requirement_is_called_a_gap(matched: Callable[[Resume, Posting], Matching], pair: str) -> None:
    """Cvent is registration software, DFMEA is failure analysis, and a trade without a pack is not judged at all."""
    resume, posting, unmet = PAIRS[pair]
    found = statuses(posting, matched(resume, posting))
    assert {text for text, status in found.items() if status == "gap"} <= unmet


@pytest.mark.parametrize(
    ("pair", "text"),
    [
        ("events", "Experience with event registration software"),
        ("events", "CMP certification"),
        ("events", "Bachelor's degree or equivalent experience"),
        ("events", "Project management tools such as Asana or Smartsheet"),
        ("mechanical", "Bachelor's degree in Mechanical Engineering"),
        ("mechanical", "Proficiency in 3D CAD (SolidWorks, Creo or NX)"),
        ("mechanical", "Experience with failure mode and effects analysis"),
        ("mechanical", "Command of geometric dimensioning and tolerancing"),
        ("mechanical", "Finite element analysis"),
        ("mechanical", "5+ years of mechanical design experience"),
        ("teacher", "Bachelor's degree"),
        ("teacher", "Bilingual in Spanish"),
        ("teacher", "Experience with Google Classroom or Canvas"),
    ],
)
def test_what_is_shown_by_another_name_is_covered(matched: Callable[[Resume, Posting], Matching], pair: str, text: str) -> None:
    """The chains of the packs reach from what resumes write to what postings ask."""
    resume, posting, _ = PAIRS[pair]
    assert statuses(posting, matched(resume, posting))[text] == "covered"


def test_a_true_gap_is_called_one(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Honesty in the other direction: a licence that is nowhere is missing."""
    matching = matched(MECHANIC, MECHANIC_POSTING)
    requirement = MECHANIC_POSTING.requirements[-1]
    assert matching.of(requirement.id).status == "gap"
    assert matching.of(requirement.id).reason.provenance == "job"
    assert matching.of(requirement.id).evidence == ()


def test_the_reference_case_has_the_gaps_that_a_coach_sees(case: Callable[[str], Brief]) -> None:
    """Algorithms, leading across teams and the principles are short; everything technical is covered."""
    brief = case("jordan-chen")
    found = {requirement.text[:40]: brief.matching.of(requirement.id).status for requirement in brief.posting.requirements}
    partial = {text for text, status in found.items() if status == "partial"}
    assert "gap" not in found.values()
    assert {
        "Strong understanding of data structures,"[:40],
        "Experience leading technical projects or"[:40],
        "Alignment with the Amazon Leadership Pri"[:40],
    } <= partial
    for start in (
        "Proficiency in Java",
        "Experience with SQL",
        "Search technologies",
        "5+ years",
        "Experience designing",
        "Experience with AWS",
    ):
        assert next(status for text, status in found.items() if text.startswith(start)) == "covered", start


def test_an_unknown_trade_is_left_unjudged(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Where the packs know neither side, nothing is called a gap and somebody has to look."""
    found = statuses(KEEPER_POSTING, matched(KEEPER, KEEPER_POSTING))
    assert "gap" not in found.values()
    assert "unknown" in found.values()
