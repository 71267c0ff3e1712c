"""Names as they are printed: never shouted, never rewritten where their owner chose the case."""

from __future__ import annotations

import pytest

from playbook.artifacts.names import (
    is_practice,
    printed_heading,
    printed_name,
    printed_title,
    spoken_name,
    spoken_title,
    without_department,
)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("JORDAN M. CHEN", "Jordan M. Chen"),
        ("SIOBHAN O'NEIL-ÅBERG", "Siobhan O'Neil-Åberg"),
        ("Ana de la Cruz", "Ana de la Cruz"),
        ("bell hooks", "bell hooks"),
        ('LUZVIMINDA "Luz" TORRALBA-HAYES', 'Luzviminda "Luz" Torralba-Hayes'),
        ("", ""),
    ],
)
def test_a_name_is_printed_without_shouting(written: str, printed: str):
    assert printed_name(written) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("HARROW LAKE CREDIT UNION", "Harrow Lake Credit Union"),
        ("US ARMY", "US Army"),
        ("WINDROSE AIR CARGO", "Windrose Air Cargo"),
        ("LAKEVIEW BRANDS GROUP, Chicago", "Lakeview Brands Group, Chicago"),
        ("BANK OF THE SOUTH", "Bank of the South"),
        ("CASTLE HOME SERVICES, INC.", "Castle Home Services, Inc."),
        ("HILL FOODS LTD (Leeds)", "Hill Foods Ltd (Leeds)"),
        ("HILL FOODS LLC", "Hill Foods LLC"),
        ("IBM", "IBM"),
        ("eBay UK", "eBay UK"),
        ("", ""),
    ],
)
def test_an_employer_is_printed_without_shouting(written: str, printed: str):
    assert printed_heading(written) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("HUMAN RESOURCES BUSINESS PARTNER — OPERATIONS", "Human Resources Business Partner — Operations"),
        ("VP OF SALES, EMEA", "VP of Sales, EMEA"),
        ("CHILD WELFARE CASEWORKER I - ONGOING / INTAKE", "Child Welfare Caseworker I - Ongoing / Intake"),
        ("BARISTA", "Barista"),
        ("RN", "RN"),
        ("iOS Engineer", "iOS Engineer"),
    ],
)
def test_the_title_of_a_job_is_not_shouted(written: str, printed: str):
    assert printed_title(written) == printed


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Associate Unit Manager (ANUM/AMUM), 0.6 FTE", "Associate Unit Manager (ANUM/AMUM)"),
        ("Teacher - 0.8 FTE", "Teacher"),
        ("Nurse, Medical 4 West", "Nurse, Medical 4 West"),
        ("Leasing Consultant (seasonal, then full time)", "Leasing Consultant"),
        ("Assistant Manager (promoted from Clerk), Harrow Court (176 units, Class A)", "Assistant Manager, Harrow Court"),
        ("WAREHOUSE LEAD (DISTRIBUTION NORTH)", "Warehouse Lead (Distribution North)"),
    ],
)
def test_a_title_is_said_without_its_hours_and_with_its_letters(written: str, said: str) -> None:
    """Known bad: "I was an Associate Unit Manager (Anum/Amum), 0.6 FTE"."""
    assert spoken_title(written) == said


def test_nobody_is_agency_shifts() -> None:
    assert is_practice("Agency & Bank shifts (casual)")
    assert not is_practice("Bank Nurse")
    assert not is_practice("Temporary Cover Supervisor")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("ASSISTANT PROPERTY MANAGER / CAM (in progress)", "Assistant Property Manager"),
        ("Staff Accountant, CPA (exam pending)", "Staff Accountant"),
        ("Clerk (CPA candidate)", "Clerk"),
        ("PhD candidate", "PhD candidate"),
        ("Nurse (36 hours), Ward 4", "Nurse, Ward 4"),
    ],
)
def test_nobody_is_what_they_are_still_studying_for(written: str, said: str) -> None:
    """Known bad: "I'm an Assistant Property Manager / CAM (in progress)"."""
    assert spoken_title(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Okonjo Lab, Department of Biology, Ash University", "Okonjo Lab, Ash University"),
        ("Ash State University, Dept of Biological Sciences", "Ash State University"),
        ("City of Ash, Department of Public Works", "City of Ash, Department of Public Works"),
        ("Department of Biology", "Department of Biology"),
    ],
)
def test_a_laboratory_is_said_without_its_department(written: str, said: str) -> None:
    """Known bad: "at Okonjo Lab, Department of Biology, Ash University" in every second sentence that is spoken."""
    assert without_department(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('Tomasz "Tom" Adeyinka-Wrona', "Tom Adeyinka-Wrona"),
        ("William (Bill) Vale", "Bill Vale"),
        ("Ana Maria “Mia” de la Cruz", "Ana Maria “Mia” de la Cruz"),
        ("Ann Vale (née Oak)", "Ann Vale (née Oak)"),
        ("Robin Vale (they/them)", "Robin Vale (they/them)"),
        ("Jordan Chen", "Jordan Chen"),
    ],
)
def test_who_goes_by_another_name_says_it(written: str, said: str) -> None:
    """Known bad: a pitch that opens with 'I'm Tomasz "Tom" Adeyinka-Wrona', which nobody can say."""
    assert spoken_name(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Disponent, later Team Leader Dispatch", "Disponent and later Team Leader Dispatch"),
        ("Clerk / then Supervisor", "Clerk and later Supervisor"),
        ("Later Years Coordinator", "Later Years Coordinator"),
        ("Coordinator, later life services", "Coordinator, later life services"),
    ],
)
def test_of_two_posts_in_one_line_both_are_said(written: str, said: str):
    """Known bad: "As a Disponent, later Team Leader Dispatch, I"."""
    assert spoken_title(written) == said
