"""What a script may deny, what it says of what nobody could judge, and the deed that it puts beside either."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.writing.bridge_gaps import bridge_for, bridge_gaps
from playbook.writing.gap_ground import is_alternative, is_lacking
from playbook.writing.gaps import choose_gaps
from playbook.writing.generate_questions import generate_questions
from tests.brief_factory import Asked, Bullet, Case, brief_of, stories_of

if TYPE_CHECKING:
    from playbook.artifacts.scripts import Bridge
    from playbook.knowledge.packs import Knowledge
    from playbook.writing.gaps import Gap

POTTER = (
    Bullet("Designed visual identities and glaze charts for two kilns", ("creativity",)),
    Bullet("Looked after 18 pickers on the late shift", ("leadership",)),
)


def _gap(knowledge: Knowledge, asked: Asked, bullets: tuple[Bullet, ...] = POTTER, skills: tuple[str, ...] = ()) -> Gap:
    (gap,) = choose_gaps(brief_of(Case(bullets=bullets, asked=(asked,), skills=skills)), knowledge)
    return gap


@pytest.mark.parametrize(
    ("missing", "skills", "lacks"),
    [
        ("wheel throwing and glaze chart design", (), False),  # no pack knows it, and half of it is there
        ("basket weaving", (), False),  # no pack knows it: nobody can say
        ("visual and interaction design", ("UX design",), False),  # its kin is there
        ("Snowflake", (), True),
        ("MTOFSA", (), True),
        ("PMP", (), True),
    ],
)
def test_only_what_is_known_and_has_no_kin_on_the_resume_is_denied(
    knowledge: Knowledge, missing: str, skills: tuple[str, ...], lacks: bool
) -> None:
    """Known bad: a designer made to say that the resume does not show visual and interaction design."""
    asked = Asked(f"Experience with {missing}", "gap", missing=(missing,))
    brief = brief_of(Case(bullets=POTTER, asked=(asked,), skills=skills))
    assert is_lacking(missing, brief.posting.requirements[0], brief.resume, knowledge) == lacks
    (gap,) = choose_gaps(brief, knowledge)
    assert (gap.status == "gap") == lacks
    assert bridge_for(gap, knowledge).id.startswith("unclear") != lacks


@pytest.mark.parametrize(
    ("text", "bridge"),
    [("Fluent Hungarian", "unclear-language"), ("LPC or SQE", "unclear-paper"), ("Beekeeping licence", "unclear-paper")],
)
def test_a_paper_and_a_language_are_asked_about_as_such(knowledge: Knowledge, text: str, bridge: str) -> None:
    """Known bad: "Have you done Spanish under another name?"."""
    assert bridge_for(_gap(knowledge, Asked(text, "unknown")), knowledge).id == bridge


def test_the_product_that_the_house_uses_is_the_gap(knowledge: Knowledge) -> None:
    """Known bad: "planning & ordering", a piece of "menu planning & ordering", in place of the product."""
    text = "Good computer skills, we use Kettleware for menu planning & ordering"
    asked = Asked(text, "partial", missing=("planning & ordering",))
    gap = _gap(knowledge, asked)
    assert (gap.term, gap.status) == ("Kettleware", "partial")


def test_what_is_surely_missing_comes_before_a_wish_that_nobody_could_judge(knowledge: Knowledge) -> None:
    """A duty whose thing the packs know, and the resume has nothing of, is worth more preparing."""
    asked = (
        Asked("Experience of canal dredging", "unknown", "preferred"),
        Asked("Own the pipelines in Snowflake and Java", "partial", "responsibility", missing=("Snowflake",)),
    )
    gaps = choose_gaps(brief_of(Case(bullets=POTTER, asked=asked)), knowledge)
    assert [gap.term for gap in gaps] == ["Snowflake", "canal dredging"]


def _bridge(knowledge: Knowledge, asked: Asked) -> Bridge:
    brief = brief_of(Case(bullets=POTTER, asked=(asked,)))
    stories = stories_of(brief)
    (bridge,) = bridge_gaps(brief, stories, generate_questions(brief, stories, knowledge), knowledge).bridges
    return bridge


def test_a_deed_of_another_kind_does_not_stand_in_for_what_is_missing(knowledge: Knowledge) -> None:
    """Known bad: "I looked after 18 pickers" as the nearest work to Snowflake, of a line that lists much."""
    asked = Asked("Systems: Snowflake, rota tools, leadership of pickers", "partial", missing=("Snowflake",), evidence=(1,))
    said = " ".join(line.text for line in _bridge(knowledge, asked).script.lines)
    assert "pickers" not in said


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        ("Pottery, weaving or ambulance background", True),
        ("Pottery or weaving, with ambulance experience", False),
        ("Pottery and ambulance experience", False),
    ],
)
def test_of_alternatives_one_is_enough(knowledge: Knowledge, text: str, enough: bool) -> None:
    """Known bad: "emergency services" of a soldier, where the line asks for military, police or emergency services."""
    brief = brief_of(Case(bullets=POTTER, asked=(Asked(text, "partial", missing=("ambulance",)),)))
    assert is_alternative("ambulance", brief.posting.requirements[0], ("Pottery",)) == enough
