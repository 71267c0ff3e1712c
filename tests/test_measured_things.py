"""A thing that was measured is no deed of anybody: what changed is said with "went" or "was", and the title is the thing."""

from __future__ import annotations

import pytest

from tests.test_clauses import read


@pytest.mark.parametrize(
    ("bullet", "outcome"),
    [
        ("Scrap on the 16-cav cap tool 5.4% to 2.1% (DOE)", "scrap on the 16-cav cap tool went from 5.4% to 2.1% (DOE)"),
        (
            "Unplanned line stops down from 31 to 9 after the new PM card",
            "unplanned line stops went down from 31 to 9 after the new PM card",
        ),
        ("Missed calls down 40% with a second desk at noon", "missed calls went down 40% with a second desk at noon"),
        (
            "Forecast error (WAPE) on B-items improved from 44% to 29% with weekly reviews",
            "the forecast error (WAPE) on B-items improved from 44% to 29% with weekly reviews",
        ),
        ("Lead time reduced from 9 days to 4", "lead time was reduced from 9 days to 4"),
        ("Portion cost brought from €4.10 to €3.65 per cover", "portion cost was brought from €4.10 to €3.65 per cover"),
        ("60 calls a day, new opener: call-to-demo from 3% to 7%", "the call-to-demo went from 3% to 7%"),
        (
            "Fire drills x 2. Evacuation of 300 people down from 9 min to 5:20",
            "evacuation of 300 people went down from 9 min to 5:20",
        ),
        ("Put-away accuracy was 97.4 when I came now it is 99.2", "put-away accuracy was 97.4 when I came now it is 99.2"),
        ("Debt recovery: £118,000 recovered in 2023, up from £90k", "£118,000 was recovered in 2023, up from £90k"),
        ("Count accuracy 90% -> 98%; shrink down to 0.7%", "count accuracy went from 90% to 98%, and shrink went down to 0.7%"),
        ("Average call time 5:40 to 4:10", "average call time went from 5:40 to 4:10"),
        ("Safety walks on the yard; near misses up 15%", "near misses went up 15%"),
    ],
)
def test_a_line_that_is_a_measure_has_its_result_and_no_deed(bullet: str, outcome: str):
    """Known bad: "I scrapped on the luer connector", "I unscheduled hygiene time", "I forecast accuracy"; a blank for the result."""
    clause = read(bullet)
    assert (clause.done, clause.outcome) == ("", outcome)


@pytest.mark.parametrize(
    "bullet",
    [
        "Code Amber / Code White response, two wards and the day unit",
        "Training videos for the till, in three languages",
        "Onboarding screens for the tracker (Android) - ran 6 tests, dropped two steps",
        "Ordering - two suppliers and the local dairy",
        "upsell (covers) 3rd in the region of 18",
        "Calls re rent arrears and repairs",
        "Coach, under-12 rowing",
        "Split of my week: half code, half people",
        "Night shifts from 10 to 6 in the cold store",
        "Weddings up to 240, bars",
        "Projects from $2M to $15M in two states",
        "Uniformed, unarmed post at the north gate",
    ],
)
def test_things_are_quoted_and_neither_done_nor_changed(bullet: str):
    """Known bad: "I coded Grey", "I onboarded screens", "And I ordered; sysco", "projects went from $2M to $15M"."""
    clause = read(bullet)
    assert (clause.done, clause.outcome) == ("", "")


@pytest.mark.parametrize(
    ("bullet", "done"),
    [
        ("Cut scrap on the press from 6% to 2%", "cut scrap on the press from 6% to 2%"),
        (
            "Work with the planners to bring stock down from 41 days to 29",
            "worked with the planners to bring stock down from 41 days to 29",
        ),
        ("Bring overtime down by 12% with a new rota", "brought overtime down by 12% with a new rota"),
        ("Onboarding new clients and their staff", "onboarded new clients and their staff"),
        ("Set prices with the chef each Monday", "set prices with the chef each Monday"),
        ("Unloaded 40 trailers a night", "unloaded 40 trailers a night"),
        ("Hit 97% on-time delivery for a year", "hit 97% on-time delivery for a year"),
        ("Carry a caseload of 22 adults", "carried a caseload of 22 adults"),
    ],
)
def test_what_was_done_to_a_figure_stays_a_deed(bullet: str, done: str):
    assert read(bullet).done == done


@pytest.mark.parametrize(
    ("bullet", "outcome"),
    [
        ("Facilitated 6 events; SMED event cut changeover 80 -> 35 min", "the SMED event cut changeover from 80 to 35 min"),
        (
            "Led the move of five sites; average integration cut from 200 days to 90",
            "average integration was cut from 200 days to 90",
        ),
        ("Ran redlines with legal on 7 deals; avg discount 9% vs team 16%", "the average discount was 9% versus team 16%"),
        ("Ran the larder and got margin on it from 58% to 66%", "I got margin on it from 58% to 66%"),
        ("Worked with police on a theft ring, $61k of stock recovered", "$61k of stock was recovered"),
        ("Managed the depot; moved it from 8th to 3rd of 12", "I moved it from 8th to 3rd of 12"),
        (
            "Rebuilt the booking page. Online bookings went up 24% in spring; calls to the front desk down 9%",
            "online bookings went up 24% in spring, and calls to the front desk went down 9%",
        ),
    ],
)
def test_a_result_in_the_bullet_is_the_result_of_the_story(bullet: str, outcome: str):
    """Known bad: blanks for these, "the SMED event cut changeover went from", "the average integration cut went from"."""
    assert read(bullet).outcome == outcome
