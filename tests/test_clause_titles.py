"""Titles of bullets whose first clause gives none: by a later deed of the candidate, or not at all."""

from __future__ import annotations

import pytest

from tests.test_clauses import read


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ferry: reworked the timetable so it can be read on a phone in the sun", "Reworking the Timetable"),
        ("On the rota one week in five; wrote the postmortem of the October 2022 double-charge", "Writing the Postmortem"),
        (
            "Noticed that two depots counted differently, sat down and wrote a one-page definition",
            "Writing a One-Page Definition",
        ),
        ("Found that a weld toe was failing, proposed a 6 mm radius, retest went past 250k", "Proposing a Radius"),
    ],
)
def test_a_bullet_whose_first_clause_gives_no_title_is_called_by_a_later_deed(text: str, title: str):
    assert read(text).title == title


@pytest.mark.parametrize(
    "text",
    [
        "28 bedrooms: check-ins after midnight, newspapers, cooked breakfasts, keys lost and found",  # an adjective
        "On the desk two days a week; set up the consent, opt-out and quiet-hours rules",  # the first of a list
        "In front of the board twice a year, read by all of them",  # done by others
        "On the committee for a year; saved the client $3,000",  # for somebody
    ],
)
def test_what_is_no_deed_of_the_candidate_gives_no_title(text: str):
    assert not read(text).title


@pytest.mark.parametrize(
    ("text", "title", "thing"),
    [
        ("Wrote the monthly family newsletter for 1,100 readers", "Writing the Monthly Family Newsletter", "newsletter"),
        (
            "Set up the leadership team's weekly meeting and an offsite",
            "Setting Up Leadership Team's Weekly Meeting",
            "meeting",
        ),
        ("Supported the family through discharge", "Supporting the Family", "the family"),
        ("Reviewed the invoices weekly", "Reviewing the Invoices", "the invoices"),
    ],
)
def test_family_and_weekly_are_no_adverbs_before_a_thing(text: str, title: str, thing: str):
    clause = read(text)
    assert (clause.title, thing in clause.object) == (title, True)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Brought LTIR down from 3.9 to 1.2 with a weekly walk", "Bringing LTIR Down"),
        ("Brought media buying in-house, saving £90k a year", "Bringing Media Buying In-House"),
        ("Brought retry logic in line with the circular", "Retry Logic"),
        ("Got 20 tenants housed in a year", ""),
        ("Designed plant scorecard (9 KPIs) now used by all sites", "Designing the Plant Scorecard"),
        ("Reduced change orders post sign-off by 20%", "Reducing Change Orders"),
        ("Supervise store trainee (1) and summer placement students", "Supervising Store Trainee"),
    ],
)
def test_a_title_says_what_became_of_the_thing_or_only_names_it(text: str, title: str):
    """Known bad: "Bringing TRIR", "Getting Clients", "Designing the Branch Scorecard Now"."""
    assert read(text).title == title
