"""All verbs of a clause stand in one form: those that are joined to the first follow it, and so do those that hang on it."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.writing.clause_openers import read_opener
from playbook.writing.joined_verbs import is_mixed
from tests.test_clauses import read
from tests.test_second_person import told


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        ("Moved the depot to scans, scanned 900 files", "moved the depot to scans, and scanned 900 files"),
        ("Ran the floor, fixed printers, wrote the rota", "ran the floor, fixed printers, and wrote the rota"),
        ("Ran the floor, wrote the rota, region closed at 97%", "ran the floor, wrote the rota, region closed at 97%"),
        ("Ran a floor of 12, based in York", "ran a floor of 12, based in York"),
    ],
)
def test_the_last_of_deeds_that_commas_part_gets_an_and(bullet: str, said: str) -> None:
    """Known bad: "I moved the depot to scans, scanned 900 files"."""
    assert read(bullet).said == said


@pytest.mark.parametrize(
    ("bullet", "done"),
    [
        (
            "Plan the lanes from the WMS, move people about when it backs up",
            "planned the lanes from the WMS, moved people about when it backed up",
        ),
        (
            "Check and book in orders, move cages, keep the yard tidy",
            "checked and booked in orders, moved cages, kept the yard tidy",
        ),
        ("Set up and run a breakfast club", "set up and ran a breakfast club"),
        (
            "Line manage a bank of 26; recruit, train annually and deploy",
            "line managed a bank of 26; recruited, trained annually and deployed",
        ),
        ("Expose and mount digital films", "exposed and mounted digital films"),
        ("Stand in for the supervisor when she is off", "stood in for the supervisor when she was off"),
        (
            "Coach one trainee (level 2) and work placement pupils in June",
            "coached one trainee (level 2) and work placement pupils in June",
        ),
    ],
)
def test_what_follows_a_bare_verb_is_told_in_the_past(bullet: str, done: str):
    """Known bad: "I allocated work, move people about when it backs up", "and worked experience students"."""
    assert read(bullet).done == done


@pytest.mark.parametrize(
    ("bullet", "doing"),
    [
        ("Supervise 4 cashiers and review all refunds", "supervising 4 cashiers and reviewing all refunds"),
        ("Took over the bar and got its margin up by 4%", "taking over the bar"),
        ("Contribute to and evolve the pattern library", "contributing to and evolving the pattern library"),
    ],
)
def test_a_gerund_is_followed_by_gerunds_or_by_no_verb(bullet: str, doing: str):
    """Known bad: "supervising 4 accountants and reviewed all recs", "contributing to and evolve our design system"."""
    assert read(bullet).doing == doing


@pytest.mark.parametrize(
    ("line", "mixed"),
    [
        ("Complete risk screening and develops safety plans", True),
        ("Maintain and frobnicate the wards", True),
        ("Maintain the wards and the stores", False),
        ("Work with teams to design and deliver care", False),
    ],
)
def test_a_verb_that_cannot_follow_is_seen(line: str, mixed: bool, knowledge: Knowledge):
    opener = read_opener(line, knowledge)
    assert opener is not None
    assert is_mixed(opener.gerund_rest, knowledge) == mixed


def test_what_is_said_of_oneself_is_said_back():
    """Known bad: "you ran ad hoc queries once I got read access"."""
    assert told("Ran queries for finance once I got access, on a list I drew up").endswith(
        "once you got access, on a list you drew up"
    )
    assert "type I diabetes" in told("Taught families about type I diabetes in 4 clinics")


@pytest.mark.parametrize(
    ("bullet", "title", "doing"),
    [
        (
            "Lay out and administer 6-8 timber sales a year",
            "Laying Out Timber Sales",
            "laying out and administering 6-8 timber sales a year",
        ),
        (
            "Set up and maintained the stock system",
            "Setting Up the Stock System",
            "setting up and maintaining the stock system",
        ),
        ("Took over the larder and got its margin up", "Taking Over the Larder", "taking over the larder"),
    ],
)
def test_a_second_deed_behind_a_particle_is_done_to_the_same_thing(bullet: str, title: str, doing: str) -> None:
    """Known bad: a story called "Laying Out and Administer", and one "about setting up"."""
    clause = read(bullet)
    assert (clause.title, clause.doing) == (title, doing)
