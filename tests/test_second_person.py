"""A bullet said back to the candidate speaks of "your", and a title is a whole thing."""

from __future__ import annotations

import pytest

from tests.test_clauses import read
from tests.test_noun_heads import told


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        ("Planned my own round for the depot", "you planned your own round for the depot"),
        ("Carried own caseload under a senior nurse", "you carried your own caseload under a senior nurse"),
        ("Taught a course that I designed for our starters", "you taught a course that you designed for your starters"),
    ],
)
def test_what_is_mine_is_told_as_yours(bullet: str, said: str) -> None:
    """Known bad: "you planned my own stop sequence", "you carried the own caseload"."""
    assert told(bullet) == said


def test_who_us_is_only_the_candidate_can_say() -> None:
    """Of the reader, "you moved us" would be said; the bullet is quoted."""
    assert told("Moved us to a new till system in 2022") == ""


@pytest.mark.parametrize(
    ("bullet", "title"),
    [
        ("Led groups of up to 12 on winter walks", "Leading Groups"),
        ("Managed a caseload of c.60 clients", "Managing a Caseload"),
        ("Phone triage of self referrals x 2 sessions a week", "Phone Triage of Self Referrals"),
        ("Pump station No. 7 upgrade, $2.1M", "Pump Station"),
        ("Seconded to Stores Feb-May 2020: stock count", "Seconded to Stores"),
        ("Sourced Python, Go and data profiles for 3 clients", ""),
        ("Moved 20 clients from paper onto Sage before the deadline", "Moving Clients onto Sage"),
        ("Won Alberta & Saskatchewan Regional Small Press Assoc. award", "Winning Regional Small Press Assoc. Award"),
        ("Carried own list of 40 tenants", "Carrying the List"),
        ("Told mgmt about the leak; rebuilt the valve schedule", "Rebuilding the Valve Schedule"),
    ],
)
def test_a_title_is_not_cut_in_its_middle(bullet: str, title: str) -> None:
    """Known bad: "Leading Groups of Up", "Station No.", "Sourcing Java", "Winning Yukon … Award", "Telling the Mgmt"."""
    assert read(bullet).title == title


@pytest.mark.parametrize(
    "bullet", ["Trained 1 apprentice on the lathe", "Filed to web first", "Went through 6 audits", "Drove for a co-op"]
)
def test_who_or_where_is_nothing_that_was_worked_on(bullet: str) -> None:
    """Known bad: "I prepared for the 1 apprentice", "I broke the web first down into parts"."""
    assert read(bullet).object == ""
