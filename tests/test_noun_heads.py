"""Bullets that open with a noun, and clauses without a verb: nobody is told to have done what they did not say."""

from __future__ import annotations

import pytest

from playbook.artifacts.resume import Highlight, Position
from playbook.provenance import Fact, Span
from playbook.writing.restatements import restate
from tests.test_clauses import KNOWLEDGE, read


def told(bullet: str) -> str:
    """The bullet said back to the candidate."""
    fact = Fact(text=bullet, span=Span(document="resume", start=0, end=len(bullet)))
    highlight = Highlight(id="b1", fact=fact)
    return "".join(
        getattr(part, "text", "") for part in restate(highlight, Position(id="p1", highlights=(highlight,)), KNOWLEDGE).you
    )


@pytest.mark.parametrize(
    "bullet",
    [
        "Feature store (Feast on BigQuery), removed train/serve skew in 3 models",
        "Service blueprint for lost property with station staff",
        "Falls committee: hourly rounding audit, falls from 4.1 to 2.6",
        "Weekly email (18k list): open rate 17 to 26%",
        "Quarterly roadmap & OKRs to the steering committee",
        "Pricing test on refill tiers; revenue per user +$1.80",
        "STarT Back tool on every new patient; audit presented at the department",
        "Triage (ESI) and care for 4-5 patients",
        "FAST exam teaching for residents",
        "Design tokens + Storybook with 2 designers, used by 3 teams",
        "Feature flags & canary deploys",
        "Test coverage from nothing to 70%",
        "Screen reader support for checkout",
        "call 1 weekend a month",
    ],
)
def test_a_noun_that_is_spelled_like_a_verb_is_no_deed(bullet: str) -> None:
    """Known bad: "you fell the committee", "you weekly emailed", "you featured the store"."""
    assert read(bullet).done == ""


@pytest.mark.parametrize(
    ("bullet", "done"),
    [
        ("Service vehicles and log the hours", "serviced vehicles and logged the hours"),
        ("Audit charts for 3 clinics", "audited charts for 3 clinics"),
        ("Triage patients on arrival", "triaged patients on arrival"),
        ("Train 2 junior analysts", "trained 2 junior analysts"),
        ("Pricing catering jobs for 40 clients", "priced catering jobs for 40 clients"),
        ("Review completed applications", "reviewed completed applications"),
        ("Interview juniors, run FE guild fortnightly", "interviewed juniors, ran FE guild fortnightly"),
        ("Titrate drips, assist with intubation", "titrated drips, assisted with intubation"),
    ],
)
def test_a_verb_before_what_it_acts_on_is_one(bullet: str, done: str) -> None:
    """What looks like a noun alone is a deed where something follows that it was done to."""
    assert read(bullet).done == done


def test_what_went_up_is_not_deployed_by_its_author() -> None:
    """Known bad: "and deployed went from fortnightly to daily"."""
    clause = read("Took test suite from 47 min to 11 min; deploys went from fortnightly to daily")
    assert clause.outcome == "deploys went from fortnightly to daily"
    assert clause.title == "Test Suite"


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        (
            "Ran 40 interviews w/ nurses; completion up from 54% to 71%",
            "ran 40 interviews with nurses, and completion went up from 54% to 71%",
        ),
        ("Launched the map; calls fell 27%", "launched the map, and calls fell 27%"),
        ("Automated monthly KPI deck -- 3 days to 4 hrs", "automated the monthly KPI deck; 3 days to 4 hours"),
        ("Rewrote 22 pages for SEO (schema) - visits up 46%", "rewrote 22 pages for SEO (schema), and visits went up 46%"),
        ("Wrote pages in 3 languages - sign ups +17%", "wrote pages in 3 languages, and sign ups went up 17%"),
        ("Cut over 38 carriers w/o a maintenance window", "cut over 38 carriers without a maintenance window"),
    ],
)
def test_a_clause_without_a_verb_stands_behind_a_semicolon(bullet: str, said: str) -> None:
    """What went up went up. Known bad: "and completion up from 54% to 71%", "the monthly KPI deck -- in order", "worked the w/ actuarial"."""
    assert told(bullet).removeprefix("you ") == said


@pytest.mark.parametrize(
    ("bullet", "title"),
    [
        ("Built quote & bind APIs for home insurance", "Building Quote and Bind APIs"),
        ("Designed & read out an A/B test on letters", "Reading Out an A/B Test"),
        ("Split the label service out of a monolith", "Splitting the Label Service"),
        ("Worked w/ finance on the budget of 4 sites", "Working with Finance"),
        ("Caseload of approx 55 patients, spinal and knee", ""),
        ("Kafka consumers were reprocessing on every rebalance", "Kafka Consumers"),
    ],
)
def test_a_title_ends_where_its_thing_ends(bullet: str, title: str) -> None:
    """Known bad: "Building the Quote", "Designing Out an A/B Test", "Caseload of Approx"."""
    assert read(bullet).title == title


def test_articles_of_what_is_said_are_those_of_what_was_done() -> None:
    """A comma that parts deed and outcome does not cost the article."""
    bullet = "Built component library in Figma with tokens: 60+ components, adopted by 4 squads"
    assert told(bullet).startswith("you built a component library in Figma")


@pytest.mark.parametrize(
    "bullet",
    [
        "In-charge on six engagements, budgets and staff reviews",
        "Win-back programme for lapsed boxes brought in $1.9M",
        "Pricing and no-show models for freight capacity, refreshed nightly",
        "Operating income 3.8% to 8.1% of sales in four years, scrap from 4.2 to 1.6%",
        "Problem-solving on the line with two fitters",
        "Console certification checklist testing, 400+ bugs in Jira",
    ],
)
def test_a_compound_is_a_thing_although_it_ends_like_a_deed(bullet: str):
    """Known bad: "I in-charged on six engagements", "you operated the income", "I no-showed models"."""
    assert not read(bullet).done


def test_who_consoles_people_does_so() -> None:
    assert read("Console grieving families at the bedside").done == "consoled grieving families at the bedside"
