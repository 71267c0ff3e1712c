"""What stands over several roles, or says what an employer is, is no role; who is not at the employer above is somewhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume

Parse = Callable[[str], Resume]


def test_a_line_over_the_roles_at_clients_is_no_role(parse_roles: Parse) -> None:
    """Known bad: a role as "contract engagements"."""
    body = (
        "Ruiz Software Ltd (own limited company) - contract engagements\t2018 - Sept 2022\n\n"
        "Harrow Courts programme, via Tallow Consulting\tJan 2021 - Aug 2022\nLead Developer (contract)\n- Built 4 services\n\n"
        "Yarrow Building Society, York\tOct 2020 - Jun 2021\nBackend Consultant\n- Designed 2 services\n"
    )
    assert [one.title for one in parse_roles(body).work] == ["Lead Developer", "Backend Consultant"]


def test_a_role_whose_time_holds_that_of_others_is_a_role(parse_roles: Parse) -> None:
    body = (
        "Shop Owner, Ruiz Cycles Ltd, York\t2015 - 2022\n\n"
        "Mechanic, Harrow Cycles, York\t2018 - 2020\n- Built 40 bikes\n\nTrainer, Tallow Cycles, York\t2016 - 2017\n- Taught 12\n"
    )
    assert "Shop Owner" in [one.title for one in parse_roles(body).work]


def test_a_remark_in_brackets_below_an_employer_says_what_it_is(parse_roles: Parse) -> None:
    """Known bad: a role without a title, current and the first of all, with the remark as what was done in it."""
    body = (
        "HARROW INDUSTRIES, INC. - Lisle, IL\tJune 2004 - Present\n"
        "(privately held maker of conveyor belts & packaging lines; 1,900 people, 6 plants in Illinois, Wisconsin and Ohio)\n\n"
        "Executive Assistant\tMarch 2018 - present\n- Prepared 9 boards\n\nReceptionist\t2004 - Mar 2018\n- Answered 200 calls\n"
    )
    roles = parse_roles(body).work
    assert [one.title for one in roles] == ["Executive Assistant", "Receptionist"]
    assert roles[0].summary is not None
    assert roles[0].summary.text.startswith("privately held maker")


def test_a_name_behind_a_title_that_is_not_held_above_is_its_employer(parse_roles: Parse) -> None:
    """Known bad: the title "Barista / Shift Lead, Cup A Joe", without an employer."""
    body = (
        "Teaching Assistant\tAug 2023 - present\nHarrow State University\n- Led a lab of 28\n\n"
        "Barista / Shift Lead, Cup A Joe\t2018-2020\n- Trained 7 people\n"
    )
    second = parse_roles(body).work[1]
    assert (second.title, second.employer) == ("Barista / Shift Lead", "Cup A Joe")


def test_who_served_held_each_title_in_the_unit_below_it(parse_roles: Parse) -> None:
    """Known bad: the newest title held for the whole service, its unit and the next one without a title."""
    body = (
        "UNITED STATES NAVY\tNov 2016 - Present\n\n"
        "Leading Petty Officer (LPO), Electronics Division - ET1 (E-6)\n"
        "Southwest Regional Maintenance Center (SWRMC), San Diego, CA\tOCT 2023 - PRESENT\n- Completed 212 repair jobs\n\n"
        "Work Center Supervisor, ET2 (E-5), promoted to ET1 Aug 2022\n"
        "USS Harlan Pike (DDG-139), Everett, WA\tJUL 2019 - SEP 2023\n- Supervised 6 technicians\n"
    )
    assert [(one.title, one.employer, one.start_date) for one in parse_roles(body).work] == [
        ("Leading Petty Officer (LPO), Electronics Division", "Southwest Regional Maintenance Center (SWRMC)", "2023-10"),
        ("Work Center Supervisor", "USS Harlan Pike", "2019-07"),
    ]


def test_a_title_right_below_an_employer_is_held_there_whoever_follows(parse_roles: Parse) -> None:
    """A firm's own line with its time is no roof over the title that stands against it."""
    body = "HARROW WORKS\t2016 - Present\nFitter\n- Mended 40 presses\n\nWelder\nTallow Steel\t2012 - 2015\n- Welded 12 tanks\n"
    assert next((one.title, one.employer) for one in parse_roles(body).work) == ("Fitter", "Harrow Works")


@pytest.mark.parametrize(
    ("header", "employer"),
    [
        ("QA Tester (contract, via Harrow Staffing)\tNov 2018 - Apr 2019\nDesert Bloom Games\n", "Desert Bloom Games"),
        ("QA Tester (via Harrow Staffing), Desert Bloom Games\tNov 2018 - Apr 2019\n", "Desert Bloom Games"),
        ("QA Tester (temp, via Harrow Staffing)\tNov 2018 - Apr 2019\n", "Harrow Staffing"),
    ],
)
def test_an_agency_in_the_brackets_of_a_title_is_not_where_the_work_was(parse_roles: Parse, header: str, employer: str) -> None:
    """Known bad: "at Harrow Staffing)", with the bracket, in every sentence on that role."""
    roles = parse_roles(f"{header}- Ran 40 smoke tests\n\nCook, Alder Inn, York\t2015 - 2016\n- Cooked for 80\n").work
    assert [(one.title, one.employer) for one in roles] == [("QA Tester", employer), ("Cook", "Alder Inn")]
