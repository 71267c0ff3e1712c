"""What a line only passes on its way is no gap: colleagues, markets in a list, who accredits a school; and how the rest is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.writing.gap_ground import is_beside
from playbook.writing.gap_names import core
from playbook.writing.gaps import choose_gaps
from playbook.writing.strengths import choose_strengths
from tests.brief_factory import Asked, Bullet, Case, brief_of
from tests.case_factory import make_posting

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

BULLETS = (Bullet("Tested the API of a ferry booking system before each of 40 releases", ("technical-depth",)),)


@pytest.mark.parametrize(
    ("text", "kind", "term", "known", "is_passed"),
    [
        # Known bad: "On paper I come from outside Sales", of a duty that is done together with it.
        ("Support the launch with Sales, Marketing and Legal", "responsibility", "Sales", "domain", True),
        ("Plan the season with Kitchen and Cellar", "responsibility", "Cellar", "domain", True),
        ("Own accounts in banking, forestry and utilities", "responsibility", "forestry", "domain", True),
        ("Build reports with Excel and Tableau", "responsibility", "Tableau", "tool", False),
        ("Experience with Forestry and Utilities", "required", "Forestry", "domain", False),
        ("Lead forestry work across the county", "responsibility", "forestry", "domain", False),
        # Known bad: "Is it true that you have never done CODA?"
        ("Graduate of a CODA-accredited program", "required", "CODA", "", True),
        ("Experience with CODA site visits", "required", "CODA", "", False),
        # Known bad: "my CV names no work in the AMP8 programme", which is the employer's own.
        ("Own the media plan for our AMP8 programme", "responsibility", "AMP8 programme", "", True),
        ("Own the media plan for an AMP8 programme", "responsibility", "AMP8 programme", "", False),
        ("Administer our Salesforce instance", "responsibility", "Salesforce", "tool", False),
    ],
)
def test_what_a_line_passes_on_its_way_is_no_gap(text: str, kind: str, term: str, known: str, *, is_passed: bool) -> None:
    """Nobody lacks the departments that they would work with; a tool, and what a must asks for, stay what they are."""
    requirement = make_posting("Clerk", "general", **{_FIELD[kind]: (text,)}).requirements[0]  # type: ignore[arg-type]  # a table
    assert is_beside(term, known, requirement) is is_passed


_FIELD = {"responsibility": "duties", "required": "required"}


def test_two_numbers_are_not_two_things(knowledge: Knowledge) -> None:
    """Known bad: "securing major gifts of five", of gifts of five and six figures."""
    requirement = make_posting("Clerk", "general", required=("Securing major gifts of five and six figures",)).requirements[0]
    assert core(requirement.text, requirement, knowledge) == "securing major gifts"


def test_to_be_vaccinated_is_a_paper(knowledge: Knowledge) -> None:
    """Known bad: how far a vaccination is part of one's work, and whom one would ask about it first."""
    asked = (Asked("Evidence of influenza vaccination", "unknown"), Asked("Experience with vaccination", "unknown"))
    kinds = [[gap.kind for gap in choose_gaps(brief_of(Case(bullets=BULLETS, asked=(one,))), knowledge)] for one in asked]
    assert kinds[0] == ["certificate"]
    assert "certificate" not in kinds[1]


def test_a_strength_is_shown_and_called_by_what_the_candidate_did(knowledge: Knowledge) -> None:
    """Known bad: a kitchen of the parish as the answer to a foundation, and "API Design on Your Resume" of who tests one."""
    sounds = Asked("Grants for a foundation", "partial", evidence=(0,), missing=("Grants", "foundation"))
    assert choose_strengths(brief_of(Case(bullets=BULLETS, asked=(sounds,))), knowledge, ()) == ()
    tests = Asked("Experience with API design", evidence=(0,))
    titles = [one.title for one in choose_strengths(brief_of(Case(bullets=BULLETS, asked=(tests,))), knowledge, ())]
    assert titles
    assert "API Design on Your Resume" not in titles
