"""The level of a role, from its title and then from the years that are asked for."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.reading.levels import level_of
from tests.posting_cases import DUTIES, HEAD, read_posting


@pytest.mark.parametrize(
    ("title", "years", "level"),
    [
        ("Software Engineering Intern", None, "intern"),
        ("Junior Accountant", 3, "entry"),
        ("Software Engineer I", None, "entry"),
        ("Registered Nurse II", 2, "mid"),
        ("Account Executive", None, "mid"),
        ("Account Executive", 6, "senior"),
        ("Account Executive", 1, "entry"),
        ("Senior Account Executive", 5, "senior"),
        ("Sr. Product Designer", None, "senior"),
        ("Staff Nurse", 2, "mid"),
        ("Staff Software Engineer", None, "lead"),
        ("Engineering Manager", None, "lead"),
        ("Product Manager", 4, "mid"),
        ("Executive Chef", 8, "lead"),
        ("Executive Assistant", 3, "mid"),
        ("VP, Marketing", None, "executive"),
        ("Director of Nursing", None, "executive"),
        ("Chief Financial Officer", None, "executive"),
        ("Co-op Student", None, "intern"),
    ],
)
def test_the_level_follows_the_title_and_then_the_years(title: str, years: float | None, level: str) -> None:
    """Such as "Executive" in a trade's own title is no level."""
    assert level_of(title, years) == level


def test_a_head_of_a_school_leads():
    assert level_of("Assistant Headteacher (KS2 Phase Leader)", None) == "lead"


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Teamleiterin Versand", "lead"),
        ("Jefe de obra", "lead"),
        ("Responsable de magasin", "lead"),
        ("Geschäftsführerin", "executive"),
        ("Werkstudentin Vertrieb", "intern"),
        ("Stagiaire en cuisine", "intern"),
        ("Auszubildender Koch", "entry"),
        ("Analista de dados pleno", "mid"),
        ("Construction Superintendent", "lead"),
        ("Superintendent of Schools", "executive"),
    ],
)
def test_levels_are_known_in_other_languages(title: str, level: str) -> None:
    """By the words that titles use there."""
    assert level_of(title, None) == level


@pytest.mark.parametrize(
    ("grade", "level"),
    [
        ("Grade: NHS AfC: Band 6", "mid"),
        ("Band 7", "senior"),
        ("Salary: Band 8a, £55,000", "lead"),
        ("Band 3 (37.5 hours)", "entry"),
        ("Pay plan: GS-12", "senior"),
        ("Grade VII, permanent", "senior"),
        ("Band 5", "entry"),
        ("Experience: 6-9 yrs | Shift: nights", "senior"),
        ("Would suit a Band 7 who wants to step back, or one who has worked in another trust", "entry"),
    ],
)
def test_a_grade_of_a_public_scale_says_more_than_the_months_that_are_asked_for(
    grade: str, level: str, knowledge: Knowledge
) -> None:
    """Twelve months in a field are no entry to a trade; a sentence may speak of another's grade."""
    asked = "- Minimum of 12 months at a desk of the NHS" if "yrs" not in grade else "- A steady hand"
    posting = read_posting(f"{HEAD}{grade}\n\nABOUT US\nWe let rooms.{DUTIES}\nESSENTIAL\n{asked}", knowledge)
    assert posting.level == level


def test_a_title_says_its_level_before_its_grade() -> None:
    """What it is called says more than what it is paid."""
    assert level_of("Senior Porter", 1.0, "mid") == "senior"
    assert level_of("Porter", 1.0, "mid") == "mid"
