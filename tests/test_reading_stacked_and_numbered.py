"""Employers that are counted, and titles that stand one above the other: what was done goes to the role that it is of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume

Parse = Callable[[str], Resume]

FIRST = "1. Kestrel Systems Pvt Ltd, Pune\tJul 2021 – Till date\n   Lead Analyst\t(Jul 2021 – Mar 2022)\n   • Own a backlog of 300 items\n\n"


@pytest.mark.parametrize(
    "body",
    [
        "2. Marlin Consulting India, Pune       Senior Analyst       Dec 2017 - June 2021\n   {told}\n   - Trained 3 analysts\n",
        "2. Marlin Consulting India, Pune — Senior Analyst       Dec 2017 to June 2021\n   {told}\n   Trained 3 analysts\n",
        "2) Marlin Consulting India, Senior Analyst, Dec 2017 - June 2021\n   {told}\n   Trained 3 analysts\n",
    ],
    ids=["columns", "a dash", "commas"],
)
@pytest.mark.parametrize(
    "told", ["Client: a building society and later a card issuer", "Manual testing of loan systems at two banks"]
)
def test_a_number_before_an_employer_is_no_bullet(parse_roles: Parse, body: str, told: str) -> None:
    """Known bad: the second employer's header and all that was done there among the bullets of the first."""
    first, second = parse_roles(FIRST + body.format(told=told)).work
    assert (first.employer, len(first.highlights)) == ("Kestrel Systems Pvt Ltd", 1)
    assert (second.title, second.employer, second.start_date) == ("Senior Analyst", "Marlin Consulting India", "2017-12")
    assert second.highlights[-1].text == "Trained 3 analysts"


@pytest.mark.parametrize("deed", ["Moved 14 depots to the new system from May 2019 to June 2020", "Kept the stock list honest"])
def test_a_number_before_what_was_done_is_a_bullet(parse_roles: Parse, deed: str) -> None:
    (role,) = parse_roles(f"Orrin Tile, York\nBuyer\t2014 – 2021\n\n1. Cut spend by 12% in two years\n\n2. {deed}\n").work
    assert [one.text for one in role.highlights] == ["Cut spend by 12% in two years", deed]


STACK = "Kestrel Systems, Leeds\n{first}\n{second}\n- Own the roadmap for 320 clients\n- Launched autopay in 8 months\n"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("Product Owner\tApr 2022 – present", "Lead Analyst\tJul 2021 – Mar 2022", [2, 0]),
        ("Lead Analyst\tJul 2021 – Mar 2022", "Product Owner\tApr 2022 – present", [2, 0]),
        ("Product Owner\tApr 2022 – present", "\nLead Analyst\tJul 2021 – Mar 2022", [0, 2]),
    ],
    ids=["the newest first", "the newest last", "apart"],
)
def test_what_stands_below_titles_in_a_stack_is_of_the_newest(
    parse_roles: Parse, first: str, second: str, told: list[int]
) -> None:
    """Known bad: all that somebody does today told of the years before."""
    roles = parse_roles(STACK.format(first=first, second=second)).work
    assert [one.title for one in roles] == ["Product Owner", "Lead Analyst"]
    assert {one.employer for one in roles} == {"Kestrel Systems"}
    assert [len(one.highlights) for one in roles] == told


def test_a_stack_of_other_employers_keeps_what_stands_below_the_last(parse_roles: Parse) -> None:
    body = "Buyer, Orrin Tile Ltd, 2018 – 2021\nCook, Harrow Grill Ltd, 2014 – 2018\n- Fed 80 guests a night\n"
    assert [(one.title, len(one.highlights)) for one in parse_roles(body).work] == [("Buyer", 0), ("Cook", 1)]


def test_an_award_in_quotes_is_no_role(parse_roles: Parse) -> None:
    """Known bad: a role at the employer "Star of the Quarter"."""
    body = 'Orrin Tile — Buyer\t2014 – 2018\nRan 40 tenders a year with two suppliers each\n"Star of the Quarter" Q3 2016\n'
    assert [one.employer for one in parse_roles(body).work] == ["Orrin Tile"]
