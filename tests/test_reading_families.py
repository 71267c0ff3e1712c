"""Which trade a posting is read as where trades lie next to each other: hotels, kitchens, maintenance, engineering and their suppliers."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.reading.families import family_of


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Night Duty Manager", "hospitality"),
        ("Commis Chef (split shifts)", "culinary"),
        ("Waiter/Waitress", "hospitality"),
        ("Conference & Banqueting Manager", "hospitality"),
        ("Commis Waiter", "hospitality"),
        ("Disability Support Worker", "social-work"),
        ("Team Leader - Supported Independent Living", "social-work"),
        ("Team Manager / Senior Practitioner - Family Help", "social-work"),
        ("Healthcare Support Worker", "nursing"),
        ("Catering Sales Manager", "hospitality"),
        ("Head Chef – Contract Catering (Healthcare)", "culinary"),
        ("Line Cook / Prep Cook", "culinary"),
        ("Director of Food and Nutrition Services", "culinary"),
        ("Kitchen Porter", "culinary"),
        ("Multi-Skilled Maintenance Engineer (Days)", "maintenance"),
        ("Maintenance Planner/Scheduler", "maintenance"),
        ("Apprentice Fitter and Turner", "maintenance"),
        ("HGV Technician", "maintenance"),
        ("Food Safety & Quality Manager", "mechanical"),
        ("Quality Control Manager - Bottling", "mechanical"),
    ],
)
def test_titles_of_several_countries_find_their_trade(title: str, family: str, knowledge: Knowledge):
    assert family_of(title, "", knowledge) == family


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Controller, Hospitality Group", "accounting"),
        ("Hotel Sales Manager", "sales"),
        ("Kitchen Designer", "design"),
        ("HVAC Design Engineer", "mechanical"),
        ("Reliability Engineer", "mechanical"),
        ("Site Reliability Engineer", "software"),
        ("Recruiter - Skilled Trades", "hr"),
    ],
)
def test_who_works_for_a_trade_is_not_of_it(title: str, family: str, knowledge: Knowledge):
    """Known bad: a bare "hospitality" among the titles took a hotel group's controller for one of the hotel's staff."""
    assert family_of(title, "", knowledge) == family


def test_a_general_manager_of_a_hotel_is_known_by_what_the_posting_names(knowledge: Knowledge):
    text = "Grow weddings and room revenue; a PMS such as Mews; HACCP; night audit and guest folios"
    assert family_of("General Manager", text, knowledge) == "hospitality"
    assert family_of("General Manager", "Lead a branch and its people", knowledge) == "general"


def test_skills_that_serve_any_trade_speak_for_none(knowledge: Knowledge):
    """Known bad: a bank's branch was of no trade, because its manager hires, plans shifts and answers complaints, too."""
    bank = "Dual control of the vault, Reg CC, BSA/AML and CTRs; consumer lending; NMLS. "
    anybody = "Hiring, performance reviews, rota planning, budgets, Microsoft Office, people management, root cause analysis."
    assert family_of("Branch Manager", bank + anybody, knowledge) == "banking"
    assert family_of("Branch Manager", anybody, knowledge) == "general"


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("SUPERINTENDENT - Ground-Up Multifamily / Healthcare", "construction"),
        ("Assistant Superintendent", "construction"),
        ("Assistant Site Manager (new build)", "construction"),
        ("Site Agent", "construction"),
        ("General Foreman", "construction"),
        ("Construction Manager", "construction"),
        ("Civil Engineer II", "civil"),
        ("Resident Engineer", "civil"),
        ("Superintendent of Schools", "education"),
        ("Assistant Superintendent for Curriculum and Instruction", "education"),
        ("Superintendent Pharmacist", "allied-health"),
        ("Maintenance Superintendent", "maintenance"),
        ("Production Superintendent", "operations"),
        ("Golf Course Superintendent", "general"),
        ("Superintendent of Public Works", "civil"),
        ("Nursing Superintendent", "nursing"),
        ("Building Superintendent", "maintenance"),
    ],
)
def test_who_runs_a_site_is_told_from_who_designs_and_from_other_superintendents(title: str, family: str, knowledge: Knowledge):
    """Known bad: a superintendent of apartments was asked for the moment of a simple beam."""
    assert family_of(title, "", knowledge) == family


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Learning Designer", "learning"),
        ("Senior Instructional Designer", "learning"),
        ("E-Learning Developer", "learning"),
        ("Training Manager", "learning"),
        ("L&D Partner", "learning"),
        ("Learning Support Assistant", "education"),
        ("Curriculum Coordinator", "education"),
        ("HR Business Partner", "hr"),
    ],
)
def test_who_designs_learning_for_work_is_told_from_who_teaches_at_school(title: str, family: str, knowledge: Knowledge):
    """Known bad: a learning designer was told never to promise a child that a secret will be kept."""
    assert family_of(title, "", knowledge) == family


def test_a_trade_that_no_family_has_is_not_taken_for_one_that_it_shares_a_few_words_with(knowledge: Knowledge):
    """Known bad: a land trust's steward of forests was asked about concrete, for easements, site conditions and timber."""
    text = (
        "Supervise crews on site; easements and right-of-way; timber; GIS data in ArcGIS. Write grant proposals. "
        "Present to the board and to county commissioners."
    )
    assert family_of("Keeper of the Estate", text, knowledge) == "general"


def test_half_of_the_telling_skills_are_enough_where_the_title_says_nothing(knowledge: Knowledge):
    text = "Trial balance, bank reconciliations, month-end close, accruals, VAT returns, audit of accounts receivable and SAP"
    assert family_of("Analyst, Group Services", text, knowledge) == "accounting"
