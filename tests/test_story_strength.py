"""Which bullets are told goes by the strength of what came of it, and not by the word that a line opens with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.artifacts.matching import HighlightWorth
from playbook.artifacts.resume import Highlight
from playbook.provenance import Fact, Span
from playbook.writing.draft_stories import draft_stories
from playbook.writing.story_choice import choose_highlights
from playbook.writing.story_strength import is_counted, is_list, stood_in, strength, tells_event, tells_nothing, was_measured
from tests.brief_factory import Asked, Bullet, Case, Stated, brief_of
from tests.test_clauses import KNOWLEDGE, read

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge


def highlight(text: str) -> Highlight:
    return Highlight(id="b1", fact=Fact(text=text, span=Span(document="resume", start=0, end=len(text))))


def weighed(text: str, *asked: str) -> float:
    return strength(highlight(text), read(text), HighlightWorth(highlight="b1", worth=1.0, competencies=(), requirements=asked))


@pytest.mark.parametrize(
    "text",
    [
        "Point of contact for the Bramley merger: 47 of 50 handover steps done by the date",
        "Churn in my region: 4% in the spring season (team: 7%)",
        "Lead for the frost warning model; recall 0.81 vs 0.66 for the old rule",
        "Harvest share sold fresh 62% to 81% in two seasons",
    ],
)
def test_a_result_beside_what_it_is_measured_by_counts_whatever_the_line_opens_with(text: str) -> None:
    """Known bad: the strongest line of a resume was left out, since it opens with a noun."""
    assert is_counted(highlight(text), read(text))
    assert weighed(text) > weighed("Kept the archive of the parish")


def test_what_the_posting_asks_for_costs_less_to_be_quoted() -> None:
    text = "Point of contact for the tenants of the north estate"
    assert weighed(text, "r1") > weighed(text)


@pytest.mark.parametrize(
    "text",
    [
        "£3m turnover, 41 colleagues, 4 direct reports (1 deputy, 3 leads)",
        "Sage, Xero, QuickBooks, Dext",
        "Switchboard, mail, supplies, new starter packs.",
    ],
)
def test_a_line_that_only_lists_what_there_was_is_no_story(text: str) -> None:
    """Known bad: a headcount told as a deed, with a question on how the number was reached."""
    assert is_list(text, read(text))
    bullets = tuple(
        Bullet(one)
        for one in (
            text,
            "Built a seed store for nine growers",
            "Trained five pickers in grafting",
            "Repaired 30 pumps in a season",
        )
    )
    chosen = choose_highlights(brief_of(Case(bullets=bullets, asked=(Asked("Repairing pumps", evidence=(3,)),))), KNOWLEDGE)
    assert text not in [choice.highlight.text for choice in chosen]


def test_a_list_with_a_result_is_a_story() -> None:
    text = "Absence 6% to 4%, turnover 48% against 60%, overtime 9%"
    assert not is_list(text, read(text))


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("Took four months of parental leave in 2012", True),
        ("(family maker of garden gates; 300 people, 2 works)", True),
        ("Covered the paralegal's maternity leave for seven months", False),
        ("Took over the rota (14 staff)", False),
    ],
)
def test_a_time_away_and_an_aside_on_the_employer_are_no_story(text: str, *, nothing: bool) -> None:
    assert tells_nothing(text) is nothing


def test_no_story_is_tagged_with_a_value_that_the_ledger_calls_not_shown(knowledge: Knowledge) -> None:
    """Known bad: "Fairness: not shown" in the score, and a story of fairness three pages on."""
    bullets = (
        Bullet("Trained five pickers in grafting and kept three", ("mentoring", "leadership")),
        Bullet("Built a seed store for nine growers", ("ownership",)),
    )
    values = (
        Stated("Nurture", ("mentoring",), evidence=()),
        Stated("Roots", ("ownership",), evidence=(1,)),
    )
    brief = brief_of(Case(bullets=bullets, asked=(Asked("Grafting", evidence=(0,)),), values=values, values_from="company"))
    stories = draft_stories(brief, knowledge)
    told = {name for story in stories.stories for name in story.competencies}
    assert "Nurture" not in told
    assert "Roots" in told


@pytest.mark.parametrize(
    "text",
    [
        "Served as Interim Director for four months during a medical leave: chaired the weekly meeting and signed off payroll",
        "Acting Assistant Team Manager Feb-Aug (maternity cover): supervised four workers",
        "Stepped up for the Team Leader, six weeks, two houses",
        "6-month placement as relief Head Chef in a nursing home",
        "Covered Head Housekeeper's post for 4 months (16 room attendants)",
        "Covered for the shop manager for six weeks",
    ],
)
def test_a_post_held_above_ones_own_is_worth_more_than_a_counted_line(text: str) -> None:
    """Known bad: five months as interim head were left out as a duty without a figure."""
    assert weighed(text) > weighed("Cut waste from 9% to 6% in a year")


def test_what_only_has_its_words_is_no_such_post() -> None:
    for text in (
        "Relief dispatch at weekends: assign loads",
        "Food for hunger relief agencies of the county",
        "Covered the reception desk for two weeks",
        "Covered 3 wards for 4 months",
        "Interim reports",
    ):
        assert not stood_in(text)


def test_a_bare_line_is_weaker_than_one_that_says_more() -> None:
    """Known bad: "wrote survey" was told, and the figure beside it was left out; a year counted as a result."""
    assert weighed("Wrote survey in Qualtrics") < weighed(
        "Wrote and ran the yearly survey of our members with two interns in May"
    )
    assert not is_counted(
        highlight("Won Best Inn (Northland) 2023 with the team"), read("Won Best Inn (Northland) 2023 with the team")
    )


@pytest.mark.parametrize(
    "event",
    [
        "Caught a forged prescription at the counter; filed the report with the police",
        "Wrote the flood plan (adopted by the board in 2022) and ran it twice",
        "Broke the story of the dyke - led to a prosecution of the owner",
        "Handled all calls when a ransomware attack took the till offline",
        "Prepared the branch for two audits; no repeat findings",
        "Averaged 3.4 lines per new household account vs regional target of 2.2",
    ],
)
def test_an_event_with_what_came_of_it_is_told_before_a_duty(event: str) -> None:
    """Known bad: a scam that was caught and a plan that was adopted were left out for "balanced the vault daily"."""
    for duty in (
        "Balanced vault of up to $300K and 2 machines daily; ordered cash under limits",
        "Open and service accounts, deposits and loans for all that walk in",
        "Wrote award entries for 4 clients",
    ):
        assert weighed(event) > weighed(duty) + 0.5


def test_a_subject_of_research_is_no_emergency_that_was_met() -> None:
    assert not tells_event("Trial emulation of sepsis outcomes in claims data", read("Trial emulation of sepsis outcomes"))


def test_a_prize_at_the_end_of_a_list_makes_no_story_of_it() -> None:
    """Known bad: "complaints, telephone. Team of the Quarter x2" was told before what its author had set up."""
    assert is_list("complaints, telephone. Team of the Quarter x2", read("complaints, telephone. Team of the Quarter x2"))


def test_what_somebody_began_is_more_than_a_duty() -> None:
    begun = weighed("Set up a drop-in at lunch with the counsellor for students worried about their exams")
    assert begun > weighed("Attended the drop-in at lunch with the counsellor for students worried about their exams")


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Run a caseload of 140 claims with authority up to £15,000", False),
        ("Cut the cost of repairs by £15,000", True),
        ("Set reserves within 48 hours; 97% reserve accuracy", True),
    ],
)
def test_nobody_is_asked_how_a_limit_was_measured(text: str, measured: bool) -> None:
    """Known bad: "£15,000: how was it measured, what was it before?" of what somebody may sign."""
    assert was_measured(highlight(text), read(text)) is measured
