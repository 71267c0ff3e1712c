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


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Business Operations Specialist (Adviser to the CEO)", "mid"),
        ("Executive Assistant to the Managing Director", "mid"),
        ("Senior Assistant to the Vice President", "senior"),
        ("Programme Officer, Office of the CFO", "mid"),
        ("Director of Services to Executives", "executive"),
        ("Head of Support", "lead"),
    ],
)
def test_whom_one_works_for_is_not_ones_own_level(title: str, level: str) -> None:
    """Known-bad: whoever worked for the CEO was an executive."""
    assert level_of(title, None) == level


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Area Manager - Wales", "lead"),
        ("Cluster Manager, Bakeries", "lead"),
        ("Area Manager (Entry Level)", "entry"),
        ("Assistant Director, Child Care Centre", "lead"),
        ("Store Director, Leeds", "lead"),
        ("Director of Stores", "executive"),
        ("Territory Manager", "mid"),
        ("Registered Nurse Residency", "entry"),
        ("Residency Coordinator", "mid"),
    ],
)
def test_who_runs_several_sites_leads(title: str, level: str) -> None:
    """Known-bad: an area manager of six shops was mid-level, an assistant director an executive."""
    assert level_of(title, None) == level


@pytest.mark.parametrize(
    ("duty", "level"),
    [
        ("Line manage and develop the night crew", "lead"),
        ("Manage a team of nine porters", "lead"),
        ("Supervise two coordinators", "lead"),
        ("You'll lead a team of 9 across doors, desk and kitchen", "lead"),
        ("Leads, coaches and develops a team of 6-8 porters", "lead"),
        ("Recruit, train, roster and appraise the team", "lead"),
        ("Lead and develop the night team", "lead"),
        ("Lead, coach and develop the Heads of Department in Front Office and Housekeeping", "lead"),
        ("The manager leads Front Office, Housekeeping and Maintenance: a team of around 65", "lead"),
        ("Lead a cross-functional team of 5 to the lifts", "mid"),
        ("Support and lead the team's log of the night", "mid"),
        ("Manage the guest list and lead the way to the lifts", "mid"),
        ("Work with nine people of the day crew", "mid"),
    ],
)
def test_a_manager_of_people_leads(duty: str, level: str, knowledge: Knowledge) -> None:
    """A manager of guests alone does not."""
    posting = read_posting(f"{HEAD.replace('Night Porter', 'Guest Care Manager')}DUTIES\n- {duty}\n- Keep the log", knowledge)
    assert posting.level == level


def test_direct_reports_among_the_facts_make_a_manager_lead(knowledge: Knowledge) -> None:
    """But none do not, and nobody else's title changes."""
    head = HEAD.replace("Night Porter", "Guest Care Manager").rstrip()
    assert read_posting(f"{head}\nDirect reports: Desk Officer, Night Officer{DUTIES}", knowledge).level == "lead"
    assert read_posting(f"{head}\nDirect reports: none{DUTIES}", knowledge).level == "mid"
    assert read_posting(f"{HEAD.rstrip()}\nDirect reports: Desk Officer{DUTIES}", knowledge).level == "mid"
