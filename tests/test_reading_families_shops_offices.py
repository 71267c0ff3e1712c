"""Which trade a posting is read as where shops, customer success, offices and public affairs lie next to older trades."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.matching import careers
from playbook.reading.families import family_of


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Sales Associate", "retail"),
        ("Sales Assistant (Saturdays)", "retail"),
        ("Store Manager", "retail"),
        ("Deputy Store Manager, Leeds", "retail"),
        ("Visual Merchandiser", "retail"),
        ("Retail Area Manager", "retail"),
        ("Assistant Buyer, Menswear", "retail"),
        ("Cashier / Stocker", "retail"),
    ],
)
def test_shops_are_a_trade_from_the_floor_to_the_area(title: str, family: str, knowledge: Knowledge) -> None:
    assert family_of(title, "", knowledge) == family


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Sales Associate, SaaS", "sales"),
        ("Inside Sales Associate", "sales"),
        ("Stores Manager", "operations"),
        ("Senior Buyer", "operations"),
        ("Area Manager, Operations", "operations"),
        ("Head of Retail Banking", "banking"),
        ("Retail Security Officer", "security"),
        ("Loss Prevention Manager", "security"),
        ("Machine Shop Manager", "mechanical"),
        ("Coffee Shop Manager", "hospitality"),
        ("Retail Designer", "design"),
        ("Retail Marketing Manager", "marketing"),
    ],
)
def test_what_only_sounds_like_a_shop_is_none(title: str, family: str, knowledge: Knowledge) -> None:
    """Known bad: of two words that shops share with others, "stores" is a warehouse and "associate" sells software."""
    assert family_of(title, "", knowledge) == family


def test_an_area_of_stores_is_known_by_what_the_posting_names(knowledge: Knowledge) -> None:
    """Known bad: "Area Manager" of a grocer was no trade at all, since the title says nothing of what is in the area."""
    text = "Coach your store managers; sales, on-shelf availability, waste and shrink; new store openings; store walks"
    assert family_of("Area Manager, Fife", text, knowledge) == "retail"
    assert family_of("Area Manager, Fife", "Lead the cleaning teams of nine sites", knowledge) == "general"


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Customer Success Manager, Healthcare", "customer-success"),
        ("Senior CSM", "customer-success"),
        ("Client Onboarding Specialist", "customer-success"),
        ("Software Implementation Consultant", "customer-success"),
        ("Renewals Manager, EMEA", "customer-success"),
        ("Technical Account Manager", "customer-success"),
        ("Customer Service Representative", "support"),
        ("Customer Support Specialist", "support"),
        ("IT Service Desk Analyst", "it-operations"),
        ("Key Account Manager", "sales"),
        ("Student Success Coach", "education"),
        ("Implementation Project Manager", "product"),
        ("Scrum Master (CSM)", "product"),
    ],
)
def test_who_looks_after_accounts_is_told_from_who_answers_contacts(title: str, family: str, knowledge: Knowledge) -> None:
    """Known bad: a customer success manager was asked about forty people who cannot print."""
    assert family_of(title, "", knowledge) == family


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Systems Administrator", "it-operations"),
        ("Network Engineer II", "it-operations"),
        ("Cloud Infrastructure Engineer", "software"),
        ("Infrastructure Engineer", "it-operations"),
        ("Desktop Support Analyst II", "it-operations"),
        ("IT Help Desk Technician (contract)", "it-operations"),
        ("M365 Administrator", "it-operations"),
        ("Endpoint Engineer", "it-operations"),
        ("IT Manager", "it-operations"),
        ("IT Project Manager", "product"),
        ("Site Reliability Engineer", "software"),
        ("Technical Support Engineer (Tier 2)", "support"),
        ("Application Support Analyst", "support"),
        ("Contact Center Agent", "support"),
    ],
)
def test_who_runs_the_systems_of_a_house_writes_no_software(title: str, family: str, knowledge: Knowledge) -> None:
    """Known bad: the systems administrator of a town was told to code aloud, and a desktop analyst changed careers."""
    assert family_of(title, "", knowledge) == family


def test_no_question_of_a_desk_is_asked_of_who_looks_after_accounts(knowledge: Knowledge) -> None:
    desk = {"sup-rp-abuse", "sup-rp-third-call", "sup-tec-priority-matrix", "sup-op-monday-queue"}
    assert desk <= {one.id for one in knowledge.questions.values() if one.families == ("support",)}
    own = [one for one in knowledge.questions.values() if "customer-success" in one.families]
    assert len(own) >= 25
    assert any("renewal" in one.q for one in own)


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Business Operations Manager (Chief of Staff to the CEO)", "business-operations"),
        ("Strategy & Operations Associate", "business-operations"),
        ("Executive Business Partner", "business-operations"),
        ("Executive Assistant to the COO", "business-operations"),
        ("Office Manager", "business-operations"),
        ("PMO Analyst", "business-operations"),
        ("Operations Manager – Second Shift", "operations"),
        ("S&OP Manager", "operations"),
        ("Chief Executive Officer", "executive"),
        ("Director of Strategy", "executive"),
        ("IT Project Manager", "product"),
        ("Construction Project Manager", "civil"),
        ("Legal Administrative Assistant", "legal"),
        ("HR Administrative Assistant", "hr"),
        ("Front Office Manager", "hospitality"),
        ("Systems Administrator", "it-operations"),
    ],
)
def test_the_office_beside_the_top_is_no_plant(title: str, family: str, knowledge: Knowledge) -> None:
    """Known bad: a chief of staff was read as of a plant, since "business operations manager" stood among its titles."""
    assert family_of(title, "", knowledge) == family


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Policy and Research Manager", "public-policy"),
        ("Senior Policy Adviser, Housing", "public-policy"),
        ("Public Affairs Manager", "public-policy"),
        ("Legislative Assistant", "public-policy"),
        ("Trusts and Foundations Manager", "public-policy"),
        ("Community Fundraiser", "public-policy"),
        ("Volunteer Coordinator", "public-policy"),
        ("City Manager", "executive"),
        ("Director of Fundraising", "executive"),
        ("Grant Accountant", "accounting"),
        ("Insurance Policy Administrator", "banking"),
        ("Campaign Manager", "marketing"),
        ("Press Officer", "communications"),
        ("Community Health Worker", "social-work"),
        ("UX Researcher", "design"),
    ],
)
def test_public_affairs_are_told_from_insurance_campaigns_and_care(title: str, family: str, knowledge: Knowledge) -> None:
    """Known bad: a policy and research manager of a charity was of no trade, and a policy may be one of insurance."""
    assert family_of(title, "", knowledge) == family


@pytest.mark.parametrize("family", ["retail", "customer-success", "business-operations", "public-policy"])
def test_each_of_these_trades_has_a_bank_of_its_own(family: str, knowledge: Knowledge) -> None:
    own = [one for one in knowledge.questions.values() if family in one.families]
    assert len(own) >= 25
    assert {"behavioural", "situational", "technical", "operational", "case", "role_play", "presentation"} == {
        one.type for one in own
    }


@pytest.mark.parametrize(("topic", "family"), [("bridge-engineering", "civil"), ("high-voltage-work", "maintenance")])
def test_two_narrow_lines_of_work_have_questions_of_their_own(topic: str, family: str, knowledge: Knowledge) -> None:
    """Known bad: who rates bridges was asked about driveways, and who switches high voltage about drives."""
    assert len([one for one in knowledge.questions.values() if topic in one.topics and family in one.families]) >= 6


def test_a_store_manager_of_a_resume_is_none_of_a_warehouse(knowledge: Knowledge) -> None:
    """Known bad: eleven years of leading a store were told as "earned in another field"."""
    assert careers.family_of("Store Manager", knowledge) == "retail"
    assert careers.family_of("Stores Manager", knowledge) == "operations"


@pytest.mark.parametrize(
    "title",
    [
        "Student Services Coordinator (Student Support and Wellbeing)",
        "Exams Officer & Data Manager",
        "Pastoral Administrator / Attendance Officer",
        "Registry Officer",
        "School Secretary",
    ],
)
def test_the_office_of_a_school_does_not_teach(title: str, knowledge: Knowledge) -> None:
    """Known-bad: whoever applied to student services was told to prepare a lesson of ten minutes."""
    assert family_of(title, "", knowledge) == "general"
    assert careers.family_of(title, knowledge) == "general"


def test_those_who_teach_and_advise_still_belong_to_schools(knowledge: Knowledge) -> None:
    for title in ("Academic Advisor", "Year 6 Teacher", "Assistant Principal"):
        assert family_of(title, "", knowledge) == "education"
