"""A line about people is read as one, and what a trade asks of things is not behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.writing.probes import Probes
from playbook.writing.terms import competencies_in
from tests.brief_factory import Asked, Case, brief_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge


def test_leading_people_is_probed_as_leading_people(knowledge: Knowledge) -> None:
    """Known bad: "leading and coaching a team, setting standards" was read as a dispute about two numbers."""
    for family, line in (
        ("data", "Leading, coaching and developing a team of four analysts, setting priorities and standards"),
        ("allied-health", "Lead, coach and schedule a team of 5 hygienists and 2 assistants"),
    ):
        probes = Probes(brief_of(Case(bullets=(), asked=(Asked(line),), family=family)), knowledge)
        found = probes.of(line, competencies_in(line, knowledge))
        assert all({"leadership", "mentoring"} & set(probe.entry.competencies) for probe in found), line


def test_a_tool_that_is_in_use_is_no_sign_of_a_change(knowledge: Knowledge) -> None:
    """Known bad: a warehouse that the posting merely names meant that a migration was under way."""
    hidden = {entry.title: entry for name in ("data", "accounting") for entry in knowledge.family(name).hidden}
    assert "snowflake" not in hidden["A migration is under way"].cues
    assert "auditors" not in hidden["An audit left marks"].cues
