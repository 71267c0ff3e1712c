"""What stands at the front of a clause and is no verb: an event, a plural, a participle, a grade; and verbs of two words."""

from __future__ import annotations

import pytest

from tests.test_clauses import read


@pytest.mark.parametrize(
    ("bullet", "done"),
    [
        ("Post acquisition, merged two depots into one", "merged two depots into one"),
        ("Pre launch, wrote the runbook for the call centre", "wrote the runbook for the call centre"),
        ("Following merger, closed two depots", "closed two depots"),
        ("Post-merger, run the joint payroll of 900", "ran the joint payroll of 900"),
        ("Post invoices to the ledger, chase debtors", "posted invoices to the ledger, chased debtors"),
    ],
)
def test_an_event_before_a_deed_is_its_time(bullet: str, done: str) -> None:
    """Known bad: "I posted acquisition, ran the merge"."""
    assert read(bullet).done == done


def test_a_plural_that_opens_a_later_clause_is_no_third_person() -> None:
    """Known bad: "and broke needing manual reconciliation down from 300 a day"."""
    clause = read("Rebuilt the till feed; breaks needing a manual check down from 90 a day to under 5")
    assert clause.outcome == "breaks needing a manual check went down from 90 a day to under 5"
    assert read("Manages the depot; runs the monthly audit").done == "managed the depot; ran the monthly audit"


def test_a_gerund_before_what_changed_says_of_what_kind_it_is() -> None:
    """Known bad: "the graded turnaround dropped"."""
    clause = read("Wrote a marking script in Perl; marking turnaround dropped from 9 days to 3")
    assert clause.outcome == "the marking turnaround dropped from 9 days to 3"


def test_a_sentence_ends_before_a_figure_too() -> None:
    """Known bad: "hired, trained, reviewed 1 resignation in 6 years"."""
    clause = read("Supervise 5 clerks - hire, train, review. 2 resignations in 7 years")
    assert clause.done == "supervised 5 clerks; hired, trained, reviewed; 2 resignations in 7 years"
    assert read("Inspected boiler No. 4 and boiler No. 7").done == "inspected boiler No. 4 and boiler No. 7"


@pytest.mark.parametrize(
    "bullet",
    [
        "Care home medicines service, 5 homes",
        "Pooled book of 60 mid-size charters",
        "Mixed caseload of 45 adults and children",
        "Grade 9, 0.6 FTE since the merger",
        "Level 2 (probation)",
        "Self-supervised pretraining for sonar signals",
        "Data-driven reporting for the board",
        "Search query understanding for two languages",
        "Inventory and check-in app for the food bank",
    ],
)
def test_a_participle_a_grade_or_a_compound_is_no_deed(bullet: str) -> None:
    """Known bad: "I pooled the book", "I graded 9", "I searched query understanding"."""
    assert read(bullet).done == ""


@pytest.mark.parametrize(
    ("bullet", "done"),
    [
        ("Pooled resources of three depots", "pooled resources of three depots"),
        ("Assembled board of trustees from 3 towns", "assembled board of trustees from 3 towns"),
        ("Skippered crew of 5 on the North Sea", "skippered crew of 5 on the North Sea"),
        ("Stamped first set of drawings in May", "stamped first set of drawings in May"),
        ("Care for 20 residents on nights", "cared for 20 residents on nights"),
        ("Grade 40 essays a week", "graded 40 essays a week"),
        ("Self-published two novels", "self-published two novels"),
        ("Fine-tuned parsers for three dialects", "fine-tuned parsers for three dialects"),
        ("Search the land register for boundary disputes", "searched the land register for boundary disputes"),
    ],
)
def test_the_same_words_before_what_they_are_done_to_are_deeds(bullet: str, done: str) -> None:
    assert read(bullet).done == done


@pytest.mark.parametrize(
    ("bullet", "done", "title"),
    [
        ("Line manage 3 clerks", "line managed 3 clerks", "Line Managing Clerks"),
        ("Load rated 12 footbridges", "load rated 12 footbridges", "Load Rating Footbridges"),
        ("Cross trained 9 packers", "cross trained 9 packers", "Cross Training Packers"),
        ("Project managed the depot move", "project managed the depot move", "Project Managing the Depot Move"),
        ("Install + commission 30 odd pump skids", "installed and commissioned some 30 pump skids", ""),
    ],
)
def test_two_words_may_be_one_verb_and_a_plus_joins_two(bullet: str, done: str, title: str) -> None:
    """Known bad: "I installed a + commission", and the title "Line Manage"."""
    clause = read(bullet)
    assert clause.done == done
    assert not title or clause.title == title


@pytest.mark.parametrize(
    ("bullet", "done"),
    [
        ("Hardship grants: analysed claims by ward, found that 2 had none", "analysed claims by ward, found that 2 had none"),
        ("Report automation: built 12 macros", "built 12 macros"),
        ("Product lines: baked goods and preserves", ""),
        ("Managed a team: hired 4, trained 6", "managed a team: hired 4, trained 6"),
    ],
)
def test_behind_a_thing_and_a_colon_stand_the_deeds(bullet: str, done: str) -> None:
    assert read(bullet).done == done


def test_a_number_below_is_not_spoken() -> None:
    assert read("Filed the design as patent #3 below").said == "filed the design as patent"
    assert read("Wrote two reports (see below) for the trust").said == "wrote two reports for the trust"


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        ("Negotiated new pay pattern with the union", "negotiated the new pay pattern with the union"),
        ("Planned annual staff party and customer day", "planned the annual staff party and customer day"),
        ("Led team of 5 clerks and 2 drivers", "led the team of 5 clerks and 2 drivers"),
        ("Reviewed tenant and landlord disputes", "reviewed tenant and landlord disputes"),
        ("Audited 4 sites incl. HQ", "audited 4 sites including HQ"),
    ],
)
def test_an_article_stands_where_a_person_would_say_one(bullet: str, said: str) -> None:
    assert read(bullet).said == said


def test_who_opens_the_store_every_week_founds_none() -> None:
    """Known bad: "I opened a store 4 mornings a week"."""
    assert read("Opened store 3 mornings a week").said == "opened the store 3 mornings a week"
    assert read("Opened store in Dundee").said == "opened a store in Dundee"


def test_what_belongs_to_a_post_is_its_own() -> None:
    """Known bad: "I drafted CEO's remarks"."""
    assert read("Drafted CEO's remarks for the town hall").said == "drafted the CEO's remarks for the town hall"
    assert read("Drafted Siobhan's remarks for the town hall").said == "drafted Siobhan's remarks for the town hall"


@pytest.mark.parametrize(
    ("bullet", "title"),
    [
        ("Built a usage board for the mill", "Building a Usage Board"),
        ("Found an N+1 query in the till", "Finding an N+1 Query"),
        ('Built a usage "red list" in Excel', 'Building a Usage "Red List"'),
        ("Wrote the first group-wide travel & expense policy", "Writing the Travel and Expense Policy"),
    ],
)
def test_a_title_has_the_article_the_capitals_and_the_whole_of_its_thing(bullet: str, title: str) -> None:
    """Known bad: "an Usage", "a N+1 Query", "Usage "red List"", "Writing the First Company-Wide Travel"."""
    assert read(bullet).title == title


def test_about_so_many_are_named_by_what_they_are() -> None:
    """Known bad: the title "Install and Commission Some 60 Wellhead"."""
    assert read("Installed some 40 pump skids").title == "Installing Pump Skids"
    assert read("Pulled approximately 9 km of cable").title == "Pulling the Cable"


def test_a_near_miss_is_a_thing_and_no_place() -> None:
    """Known bad: "I cut near the miss rate from 31 to 12", as if a miss were near something."""
    assert read("Cut near miss rate from 31 to 12 a month").done == "cut near-miss rate from 31 to 12 a month"
    assert read("Worked near the coast with six crews").done == "worked near the coast with six crews"
