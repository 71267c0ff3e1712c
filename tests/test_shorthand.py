"""Shorthand is said in full; names, trades' abbreviations and denials stay."""

from __future__ import annotations

import pytest

from playbook.artifacts.resume import Highlight, Position
from playbook.knowledge.shorthand import without_shorthand
from playbook.provenance import Fact, Span
from playbook.writing.restatements import restate
from tests.test_clauses import KNOWLEDGE


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("from 12% to 5% over 18 mos", "from 12% to 5% over 18 months"),
        ("reconciled medical hx at each visit", "reconciled medical history at each visit"),
        ("ran the day, inc. phone line", "ran the day, including phone line"),
        ("14 yrs w/ the dept. of works", "14 years with the department of works"),
        ("covered 9 wks for the mgr", "covered 9 weeks for the manager"),
        ("down from ~4 a week", "down from about 4 a week"),
        ("a caseload of c.60 families", "a caseload of about 60 families"),
        ("went 71% -> 93%", "went from 71% to 93%"),
        ("occupancy 61% → 74%", "occupancy from 61% to 74%"),
        ("approx. 20 a month, avg. score 9", "approximately 20 a month, average score 9"),
        ("saves ~12 hrs/wk", "saves about 12 hours a week"),
        ("$14.5M/yr of works", "$14.5M a year of works"),
        ("abt 30 accts (w/ ops dir.)", "about 30 accounts (with ops director)"),
        ("all closed w/o rework, seen w/in 2 hrs", "all closed without rework, seen within 2 hours"),
        ("ran it w/out a lost shift", "ran it without a lost shift"),
        ("6 pcs -> 2", "from 6 pcs to 2"),
        ("fell in the past yr.; held since", "fell in the past year; held since"),
        ("leaks 2.4% → .7%", "leaks from 2.4% to .7%"),
        ("the ASHE cert and filling in as asst. super", "the ASHE certification and filling in as assistant superintendent"),
        ("lead mfg eng on 9 launches", "lead manufacturing engineer on 9 launches"),
        ("renewal of $18MM asset-based revolver w/ a bank", "renewal of an $18MM asset-based revolver with a bank"),
        ("went from $800K budget to $1.2M budget", "went from an $800K budget to a $1.2M budget"),
        ("sale of an $11M book, overruns of $410K budget lines", "sale of an $11M book, overruns of $410K budget lines"),
        ("for $2M in sales with $4M budgets", "for $2M in sales with $4M budgets"),
    ],
)
def test_shorthand_is_said_in_full(written: str, said: str) -> None:
    """Known bad: "I cut downtime over 18 mos", "from ~3 a week", "the caseload of c.70"."""
    assert without_shorthand(written) == said


@pytest.mark.parametrize(
    "text",
    ["HR partner to 3 plants", "Yr 3 class", "cut over w/o 12 May", "SDR → Senior SDR", "St. Mo's clinic", "dept-wide audit"],
)
def test_what_is_no_shorthand_stays(text: str) -> None:
    assert without_shorthand(text) == text


def test_what_was_short_is_no_name_in_a_sentence():
    """Known bad: "carrying the caseload of Inpatients", a name that no source has, and the playbook was held."""
    bullet = "Carry caseload of 18-20 inpts on two wards"
    fact = Fact(text=bullet, span=Span(document="resume", start=0, end=len(bullet)))
    highlight = Highlight(id="b1", fact=fact)
    assert (
        restate(highlight, Position(id="p1", highlights=(highlight,)), KNOWLEDGE).topic == "carrying the caseload of inpatients"
    )
