"""Bullets whose first words are nouns, or of which others did something: nobody is told to have done what he has not."""

from __future__ import annotations

import pytest

from playbook.knowledge.shorthand import without_shorthand
from playbook.writing.articles import indefinite
from tests.test_clauses import read


@pytest.mark.parametrize(
    "bullet",
    [
        "Inventory observations, bank confirmations, tests of controls",
        "Trade customers, promotions, seasonal ranges",
        "Audits and reviews of private schools and clubs",
        "Forecast accuracy within 9% in the last year",
        "Partner-sourced = 31% of the pipeline",
        "4-handed, sterilising, pouring models",
        "Used by 6 site teams",
        "Fixed page launched two weeks later with the help desk",
    ],
)
def test_a_noun_at_the_head_is_no_deed(bullet: str) -> None:
    """Known bad: "I inventoried observations", "I audited and reviews of", "I 4-handed", "I used by 6 site teams"."""
    assert read(bullet).done == ""


@pytest.mark.parametrize(
    ("bullet", "done"),
    [
        ("Staff events, rotate crews, pay the band", "staffed events, rotated crews, paid the band"),
        ("Train and review work of two clerks", "trained and reviewed work of two clerks"),
        ("Redrew 12 old plans", "redrew 12 old plans"),
        ("Sunset the points club", "sunset the points club"),
        ("Clinical educator for 4 students", "was a clinical educator for 4 students"),
        ("Loan form: took it from 8 pages to 3", "took Loan form from 8 pages to 3"),
        ("Taught by example for 2 years", "taught by example for 2 years"),
        ("Cut waste below 3%", "cut waste below 3%"),
    ],
)
def test_a_verb_at_the_head_is_told(bullet: str, done: str) -> None:
    """Known bad: "trained and review", and no deed at all of "redrew" and of what was done to "it"."""
    assert read(bullet).done == done


@pytest.mark.parametrize(
    ("bullet", "outcome"),
    [
        ("Started Alder, our style guide. Now used by 4 teams", "it is now used by 4 teams"),
        ("Wrote 3 guides – adopted by all wards", "they were adopted by all wards"),
        (
            "Held the launch. Fixed page opened a month later and pleased the board",
            "Fixed page opened a month later and pleased the board",
        ),
        ("Tested letters (A4) - reply rate up from 2% to 5%", "the reply rate went up from 2% to 5%"),
        ("Tested short forms, completion rate +12 pts", "the completion rate went up 12 points"),
        ("Moved bills to scans, bills paid late went from 20% to 5%", "the bills paid late went from 20% to 5%"),
        (
            "Built a bed board; waits fell from 9% to 4%; ward staff see it as one of the reasons",
            "waits fell from 9% to 4%; ward staff see it as one of the reasons",
        ),
        ("Waits model (in R). Ran in 2 clinics: no-show rate down from 9% to 7%", "the no-show rate went down from 9% to 7%"),
        ("Cut setup from 20 to 12 min - worth about $90K a yr", "I cut the setup from 20 to 12 min, worth about $90K a year"),
        ("Closed the largest deal: £90k a year; 7 buyers, ran a pilot", "I closed the largest deal: £90k a year"),
    ],
)
def test_what_came_of_it_is_said_of_the_thing(bullet: str, outcome: str) -> None:
    """Known bad: "I used by 4 teams", "I fixed page opened", "7 buyers, ran a pilot", and a result without its own hedge."""
    assert read(bullet).outcome == outcome


def test_shorthand_of_meetings_and_years_is_said() -> None:
    """Known bad: "in yr 1", "the weekly mtg", "an HUD grant"."""
    assert without_shorthand("in yr 1, weekly mtg on 3 opps") == "in year 1, weekly meeting on 3 opportunities"
    assert without_shorthand("pass rate 64% > 79%") == "pass rate from 64% to 79%"
    assert indefinite("HUD grant") == "a"
