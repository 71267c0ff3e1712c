"""What stands behind the dashes of a title: when, where, how long and for how much one works is no part of what one is."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from tests.posting_cases import DUTIES, read_posting


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Night Porter – FIFO (Northern Isles) – 8:6 roster", "Night Porter"),
        ("Night Porter - 2 weeks on / 1 week off roster", "Night Porter"),
        ("Staff Nurse - Adult Ward - Nights", "Staff Nurse - Adult Ward"),
        ("Maintenance Electrician - 2nd shift", "Maintenance Electrician"),
        ("Chef – £32,000 plus tips", "Chef"),
        ("Cook - 37.5 hours per week", "Cook"),
        ("Teacher - maternity cover", "Teacher"),
        ("Job title: Porter - Fixed term 12 months", "Porter"),
        ("Porter - Leeds/Otley", "Porter"),
        ("Staff Nurse - Adult Ward - Winter 2027 Cohort", "Staff Nurse - Adult Ward"),
        ("Engineering Intern, Summer 2027", "Engineering Intern"),
        ("Graduate Porter (2027 intake)", "Graduate Porter"),
        ("Job title: Teacher - September start", "Teacher"),
        ("Porter, Leeds, West Yorkshire", "Porter"),
        ("Night Porter (Leeds)", "Night Porter"),
        ("Porter - Laundry/Otley", "Porter - Laundry/Otley"),
        ("Day Nurse - Dialysis", "Day Nurse - Dialysis"),
        ("Shift Manager - Bakery", "Shift Manager - Bakery"),
        ("Engineer - 5G Networks", "Engineer - 5G Networks"),
    ],
)
def test_terms_of_work_behind_a_dash_are_off_the_title(line: str, title: str, knowledge: Knowledge) -> None:
    """Known bad: "the Electrical Supervisor – FIFO – 8:6 roster post" was said aloud, and towns that stand elsewhere, too."""
    assert read_posting(f"{line}\nMarrow Street Hotel\nLeeds, West Yorkshire{DUTIES}", knowledge).title == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("AREA MANAGER - North Wales", "Area Manager - North Wales"),
        ("HR MANAGER (Bakeries)", "HR Manager (Bakeries)"),
        ("NURSE - Adult Ward", "Nurse - Adult Ward"),
        ("HVAC Technician - Leeds Homes", "HVAC Technician - Leeds Homes"),
        ("QA Engineer", "QA Engineer"),
    ],
)
def test_a_title_is_not_shouted_because_its_place_is_not(line: str, title: str, knowledge: Knowledge) -> None:
    """Known bad: capitals stayed where anything behind the dash was in mixed case."""
    assert read_posting(f"{line}\nMarrow Street Hotel\nYork, North Yorkshire{DUTIES}", knowledge).title == title
