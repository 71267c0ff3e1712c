"""Duties in parts under headings of their own, and what only tells of a team: neither benefits, nor values, nor requirements."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.reading.requirements import kind_in_prose
from tests.posting_cases import HEAD, read_posting

PARTS = (
    "Essential Responsibilities\n\nNight Desk\n- Open the doors to guests after midnight\n\nMoney\n"
    "- Manage the annual budget of the night\n- Count the till with the day manager ($10,000+)\n\nPeople & Culture\n"
    "- Coach two junior porters\n\nRooms\n- Carry bags to the rooms\n\nWhat we give\n- Free meals\n- Paid leave\n"
)


def test_duties_under_headings_of_their_own_stay_duties(knowledge: Knowledge) -> None:
    """Known bad: a budget and a sum made benefits of a part, the parts below it were lost, and "culture" made values of one."""
    posting = read_posting(f"{HEAD}{PARTS}", knowledge)
    assert [one.kind for one in posting.requirements] == ["responsibility"] * 5
    assert posting.values == ()
    assert not any("Essential" in fact.text for fact in posting.about)


def test_values_and_benefits_below_duties_are_no_part_of_them(knowledge: Knowledge) -> None:
    """A name that can only be that of the section opens it, even over lines that begin with verbs."""
    for heading in ("Our values", "Core values", "Benefits", "Culture"):
        posting = read_posting(f"{HEAD}Duties\n- Carry bags\n\n{heading}\n- Lead with kindness\n- Keep learning\n", knowledge)
        assert [one.text for one in posting.requirements] == ["Carry bags"], heading


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Last spring the inspectors found that our houses 'require improvement', and we have a plan.", None),
        ("We're growing and we need someone who can help our manager run two houses.", None),
        ("We need someone who can drive a van.", "required"),
        ("You'll sit in a team with six porters and report to Ines, our Night Manager.", None),
        ("It's hands-on: about half of your time will be spent at the desk.", None),
        ("You lead a team of 7 (two porters, five cleaners).", "responsibility"),
    ],
)
def test_what_is_told_of_employer_team_and_hours_is_not_asked(text: str, kind: str | None) -> None:
    """Known bad: an inspection and a squad were requirements; whom one leads was told."""
    assert kind_in_prose(text, None, opens_with_verb=False) == kind
