"""Results that stand at the end of a bullet: found, given their own subject, and said with a verb."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.writing.story_missing import missing
from tests.test_clauses import read


@pytest.mark.parametrize(
    ("bullet", "outcome"),
    [
        ("Led an audit of missed visits - no-show rate down from 16% to 9%", "the no-show rate went down from 16% to 9%"),
        ("Ran the huddle with the aides at 0600. falls on the ward dropped by a third", "falls on the ward dropped by a third"),
        ("Tutored 12 pupils (Tier 2): 9 of the 12 moved up two levels", "9 of the 12 moved up two levels"),
        ("Sat on the safety group since 2019. Zero recordables on my shift", "there were zero recordables on my shift"),
        ("Set up a deposit rule, no-shows on groups went from 20 to 6", "no-shows on groups went from 20 to 6"),
        ("Redid the help pages; SLA 91% -> 97%", "SLA went from 91% to 97%"),
        (
            "Took over pricing with the owner: RevPAR €64 (2020) to €88 (2023); GOPPAR €20 → €26",
            "RevPAR went from €64 (2020) to €88 (2023), and GOPPAR went from €20 to €26",
        ),
    ],
)
def test_a_result_is_seen_wherever_it_stands(bullet: str, outcome: str) -> None:
    """Known bad: it stood in the action, and the result of the story was blank."""
    assert read(bullet).outcome == outcome


@pytest.mark.parametrize(
    "bullet",
    [
        "Own the arts beat: 4 to 6 pieces a week",
        "Used Meditech, later moved to Epic with the hospital",
        "Serve on the comm. since 2020 for the plant",
    ],
)
def test_what_only_goes_on_is_no_result(bullet: str) -> None:
    assert read(bullet).outcome == ""


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        (
            "Launched the members' letter; grew from 0 to 4,100 readers",
            "launched the members' letter, and it grew from 0 to 4,100 readers",
        ),
        (
            "Sat on the team for the wage deal - settled in 4 months without a strike",
            "sat on the team for the wage deal, and it was settled in 4 months without a strike",
        ),
    ],
)
def test_what_a_thing_did_is_not_said_of_its_author(bullet: str, said: str) -> None:
    """Known bad: "and I grew from 0 to 18,400 subscribers", "I settled in 5 months"."""
    assert read(bullet).said == said


@pytest.mark.parametrize(
    ("bullet", "done"),
    [
        (
            "Pre-screen loans: collect payslips and bank letters, and hand complete files to the desk",
            "pre-screened loans: collected payslips and bank letters, and handed complete files to the desk",
        ),
        ("Bring up 2 apprentices, sign off their hours", "brought up 2 apprentices, signed off their hours"),
        ("Work with teams to design and deliver the menus", "worked with teams to design and deliver the menus"),
        ("Maintain tools that track and monitor stock", "maintained tools that track and monitor stock"),
    ],
)
def test_verbs_behind_the_first_change_with_it(bullet: str, done: str) -> None:
    """But not those that hang on "to" or "that". Known bad: "led a crew; Hand out work orders, did the turnover"."""
    assert read(bullet).done == done


def test_where_it_began_is_said_with_thousands_too(knowledge: Knowledge) -> None:
    """Known bad: "not where it began" of a bullet that says "from £212k to £38k"."""
    kinds = [kind for kind in knowledge.archetypes.values() if "baseline" in kind.missing]
    assert kinds
    for kind in kinds:
        assert "baseline" not in [*missing("Cut overdue queries from £190k to £41k in a year", kind)]
        assert "baseline" in [*missing("Cut overdue queries by £41k in a year", kind)]


@pytest.mark.parametrize(
    "bullet",
    [
        "Mismatches down from ~900/day to under 60/day with a new matching rule",
        "Moved the depot from 8th to 3rd of 12",
        "Raised attendance from an average of 14 to nearly 40",
        "Refused claims down from 9% to almost none",
        "Answered 96% of letters in time, up from 71%",
        "Closed 48 files (was 20) in the quarter",
    ],
)
def test_a_start_that_the_bullet_states_is_not_missing(bullet: str, knowledge: Knowledge) -> None:
    """Known bad: a figure had to stand right behind the "to"."""
    asks = knowledge.archetypes["performance"].model_copy(update={"missing": ("baseline",)})
    assert not list(missing(bullet, asks))


def test_a_start_that_no_bullet_states_is_missing(knowledge: Knowledge) -> None:
    asks = knowledge.archetypes["performance"].model_copy(update={"missing": ("baseline",)})
    assert list(missing("Handled 300 calls a week from two desks", asks)) == ["baseline"]


@pytest.mark.parametrize(
    ("bullet", "outcome"),
    [
        ("Replaced 8 seals & trips went from 4 a week to nil", "trips went from 4 a week to nil"),
        ("Rewrote the cache; p95 checkout 1.4s > 310ms", "the p95 checkout went from 1.4s to 310ms"),
        ("Renewal rate in my segment: 91% (team: 86%)", "the renewal rate in my segment was 91% (team: 86%)"),
        ("Store sales +5.2% YTD v. region +2.4%", "store sales went up 5.2% YTD versus region up 2.4%"),
        ("Kept the weekly plan for the merger. 40 of 44 milestones hit on time", "40 of 44 milestones hit on time"),
        ("Room hire & events grew from £30k to £95k", "room hire & events grew from £30k to £95k"),
        (
            "Introduced a release checklist; escaped defects 31 in 2022 -> 12 in 2024",
            "escaped defects went from 31 in 2022 to 12 in 2024",
        ),
        ("Set up a call-back queue; missed calls from 12% to 3%", "missed calls went from 12% to 3%"),
        ("Automated the monthly packet in Python; saves ~12 analyst hours a month", "it saves about 12 analyst hours a month"),
        ("Caught a bug before release - would have hit ~3,400 ledgers", "it would have hit about 3,400 ledgers"),
        ("Waste: 27% less after a month", ""),
        ("Champion of the Year runner up 2011", ""),
    ],
)
def test_a_result_in_signs_is_said_in_words(bullet: str, outcome: str) -> None:
    """Known bad: these were left out, "the runner went up 2010" was said, and "31 in from 2022 to 12 in 2024"."""
    assert read(bullet).outcome == outcome


def test_a_deed_and_a_thing_that_moved_inside_a_reason_stay_together() -> None:
    assert read("Moved the desk so that errors and returns fell by 9%").outcome == ""


def test_a_thing_with_a_verb_of_its_own_is_no_deed() -> None:
    """Known bad: "plotted waitlist form gets about 30 sign-ups", of a form for plots of a garden."""
    said = read("Moved the site to WordPress with a custom theme; plot waitlist form gets ~30 sign-ups per season").said
    assert "plotted" not in said
    assert "; plot waitlist form gets" in said
    assert read("Led the team; train new hires on the till").said == "led the team, and trained new hires on the till"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Got 3 bids on every job. Rebid two contracts, saving $31K/yr", "this saved $31K a year"),
        ("Ran the desk; wrote a guide, cutting calls by 20%", "this cut calls by 20%"),
        ("Intake to closing for four clients; averaged 96% against a target of 90", "I averaged 96% against a target of 90"),
        ("Kept the ledger; trained two clerks", ""),
        ("Front desk of a clinic; saw 40 patients a day", ""),
    ],
)
def test_what_a_later_deed_brought_is_the_outcome(text: str, outcome: str) -> None:
    """Known bad: a story asked what had come of it, beside a line that says it."""
    assert read(text).outcome == outcome
