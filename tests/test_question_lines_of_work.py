"""A trade has lines of work and levels of its own: what one of them is asked, another is not."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from playbook.writing.choose_questions import Chooser
from playbook.writing.generate_questions import generate_questions
from playbook.writing.pen import Pen
from playbook.writing.question_lines import PostingLines, is_theme
from tests.brief_factory import Asked, Bullet, Case, brief_of, fact, stories_of

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge


def is_asked(name: str, knowledge: Knowledge, case: Case) -> bool:
    """Whether a question of the bank may be asked in a case, were it the only one."""
    question = knowledge.questions[name]
    brief = brief_of(replace(case, counts={question.type: 1}))
    return bool(generate_questions(brief, stories_of(brief), replace(knowledge, questions={name: question})).questions)


@pytest.mark.parametrize(
    ("name", "family", "own", "other"),
    [
        ("alh-clin-contrast", "allied-health", "Computed tomography with contrast", "Takes dental radiographs and bitewings"),
        ("den-tec-stage-grade", "allied-health", "Periodontal charting and scaling", "Dispensing of prescriptions"),
        ("leg-case-outside-spend", "legal", "Managing outside counsel", "Preparation of court bundles"),
        ("leg-sit-inspectors-at-door", "legal", "Competition law and merger control", "Preparation of court bundles"),
        ("swt-code-refund-cases", "software", "An engineer in test for payments", "Writes unit tests for a backend in Go"),
        ("swt-tech-flaky", "software", "Hunts down flaky tests", "Writes unit tests for a backend in Go"),
        ("swt-sd-framework", "software", "Owns the test automation framework", "Automated tests and CI/CD pipelines"),
        ("dhp-code-denominator", "data", "Knows HEDIS measures", "Retention and churn of an online shop"),
        ("dhp-tech-lag", "data", "Analysis of medical claims data", "Retention and churn of an online shop"),
        ("sec-sit-code", "security", "Restraint of patients", "Patrols of a container yard"),
        ("med-tec-artifact", "maintenance", "Service of MR and CT systems", "Repair of walk-in coolers"),
        ("hpl-sit-ceiling", "maintenance", "ICRA permits in an occupied hospital", "Repair of walk-in coolers"),
        ("clm-tec-hire", "banking", "Knowledge of credit hire", "Balancing the vault under dual control"),
        ("clm-rol-total-loss", "banking", "Motor claims from first notification on", "Clearing conditions of mortgages"),
        ("clm-beh-declined", "banking", "Motor claims from first notification on", "Clearing conditions of mortgages"),
        ("prp-cas-renewal", "general", "Renewal offers and rent growth", "Care of the grounds of a zoo"),
        ("prp-ope-bids", "general", "Solicit bids for the property", "Care of the grounds of a zoo"),
        ("cul-tec-iddsi", "culinary", "Meals for residents with dysphagia", "A wood-fired oven and a pizza station"),
        ("swk-tec-us-sud", "social-work", "Substance use counseling in the United States", "Foster care and adoption services"),
        ("ops-cas-two-sites", "operations", "Leading multiple plants", "Planning labor for a shift"),
        ("ops-tec-changeover", "operations", "Manufacturing of plastic parts", "Leads 5S in a distribution center"),
        ("ops-op-one-plan", "operations", "Sales and operations planning", "Supply chain management of two warehouses"),
        ("ops-tec-units-per-hour", "operations", "Warehouse labor planning", "Negotiates contracts with suppliers"),
        (
            "cul-cas-feedback",
            "culinary",
            "Care home catering for 60 residents",
            "Contract catering for offices, all dietary needs",
        ),
        ("cul-tec-therapeutic", "culinary", "Nursing home kitchen", "Menus for guests with dietary requirements"),
        ("cul-ope-plate-up", "culinary", "Weddings and banqueting for 300", "Runs the canteen of a school"),
        (
            "npo-tec-restricted",
            "executive",
            "Grows our nonprofit with its members",
            "Runs three plants with their profit and loss",
        ),
        (
            "con-ope-hospital",
            "construction",
            "ICRA barriers and ILSM in a working hospital",
            "Wood frame apartments over a podium",
        ),
        ("con-tec-wood-shrinks", "construction", "Wood frame apartments over a podium", "Tilt-up warehouses"),
        (
            "con-sit-cdm-change",
            "construction",
            "Review of RAMS on sites in the United Kingdom",
            "Site safety and toolbox talks",
        ),
        ("lrn-tec-access", "learning", "Storyline modules that meet WCAG 2.2 AA", "Classroom training of drivers"),
        ("lab-sit-positive-flask", "general", "Maintain cell banks under aseptic technique", "Keep the calendar of the dean"),
        ("lab-tec-just-outside", "general", "Release testing under cGMP", "Keep the calendar of the dean"),
        ("npo-cas-campaign-short", "executive", "Leads a capital campaign for a new center", "Leads sales campaigns abroad"),
    ],
)
def test_a_line_of_work_is_not_asked_about_its_neighbour(name: str, family: str, own: str, other: str, knowledge: Knowledge):
    """Known bad: a hygienist was asked about a contrast injection, and a food bank's director about three business units."""
    level = "lead" if knowledge.questions[name].levels else "mid"
    case = Case(bullets=(), asked=(), family=family, level=level)
    assert is_asked(name, knowledge, replace(case, asked=(Asked(own),)))
    assert not is_asked(name, knowledge, replace(case, asked=(Asked(other),)))


def test_who_works_two_levels_below_is_not_asked_what_leaders_are(knowledge: Knowledge):
    """Known bad: a question for leads and executives was asked of the middle of a trade."""
    case = Case(bullets=(), asked=(), family="accounting")
    levels = ("entry", "mid", "senior", "lead", "executive")
    asked = [level for level in levels if is_asked("acc-cas-cost-target", knowledge, replace(case, level=level))]
    assert asked == ["senior", "lead", "executive"]


def test_a_hotel_that_has_a_restaurant_too_does_not_hire_for_it(knowledge: Knowledge):
    """Known bad: who was to lead the rooms of a hotel was asked about sesame at table six."""
    case = Case(
        bullets=(Bullet("Held Level 3 Food Safety"),),
        asked=(Asked("Lead front office, housekeeping and reservations"),),
        title="Rooms Division Manager",
        family="hospitality",
        level="lead",
        counts={"technical": 1},
    )
    brief = brief_of(case)
    house = fact("The hotel has a restaurant with front of house service and food safety awards", "job", 900)
    brief = brief.model_copy(update={"posting": brief.posting.model_copy(update={"about": (house,)})})
    bank = {name: knowledge.questions[name] for name in ("hos-tec-allergen", "hos-tec-rooms")}
    (chosen,) = generate_questions(brief, stories_of(brief), replace(knowledge, questions=bank)).questions
    assert "table six" not in chosen.question.text


def test_a_task_of_the_trade_that_one_leaves_comes_after_one_of_the_trade_that_one_enters(knowledge: Knowledge):
    """Known bad: who came from print to apps was asked about logos, since the resume names them."""
    case = Case(
        bullets=(Bullet("Redesigned the brand identity and signs of a chain of forty stores, and cleared three logos in use"),),
        asked=(Asked("User research and usability tests"),),
        family="design",
        counts={"case": 1},
    )
    brief = brief_of(case)
    bank = {name: knowledge.questions[name] for name in ("dsg-case-triage", "uxd-case-drop")}
    (chosen,) = generate_questions(brief, stories_of(brief), replace(knowledge, questions=bank)).questions
    assert "sign up" in chosen.question.text


def test_a_question_that_fits_by_many_skills_is_not_taken_for_asked_already(knowledge: Knowledge):
    """Known bad: each skill that it had in common with a chosen one counted against it, so that the widest came last."""
    wide = knowledge.questions["cul-tec-core"].model_copy(update={"levels": ()})
    narrow = knowledge.questions["cul-tec-rice"].model_copy(update={"levels": (), "topics": wide.topics})
    far = knowledge.questions["cul-tec-knife-trial"].model_copy(update={"levels": (), "topics": ("pastry",)})
    case = Case(
        bullets=(Bullet("Made the pastry of a small hotel"),),
        asked=(Asked("Food safety, HACCP and food preparation in a professional kitchen"), Asked("Catering for functions")),
        family="culinary",
        counts={"technical": 2},
    )
    brief = brief_of(case)
    bank = {one.id: one for one in (wide, narrow, far)}
    chosen = {
        line.question.text
        for line in generate_questions(brief, stories_of(brief), replace(knowledge, questions=bank)).questions
    }
    assert any("forty chickens" in text for text in chosen)
    assert any("cooked rice" in text for text in chosen)


def test_the_rules_of_a_court_are_asked_about_in_its_country(knowledge: Knowledge):
    case = Case(bullets=(), asked=(Asked("Litigation under the Civil Procedure Rules"),), family="legal")
    assert is_asked("lit-tec-part36", knowledge, case)
    assert not is_asked("lit-tec-us-68", knowledge, case)
    elsewhere = replace(case, asked=(Asked("Litigation in state and federal courts of Florida"),))
    assert is_asked("lit-tec-us-68", knowledge, elsewhere)
    assert not is_asked("lit-tec-part36", knowledge, elsewhere)


@pytest.mark.parametrize(
    "line",
    [
        "Registration with the General Pharmaceutical Council",
        "ECE diploma and current registration in good standing with the College",
        "Clear vulnerable sector check and up-to-date immunizations",
        "0-2 years of professional software development experience",
        "You must have the right to work in the UK",
    ],
)
def test_what_is_held_or_checked_is_no_occasion_to_tell_of(line: str, knowledge: Knowledge):
    """Known bad: "your first Monday here calls for exactly this: Registration with the General Pharmaceutical Council"."""
    question = next(one for one in knowledge.questions.values() if one.id.startswith("gen-") and "{requirement}" in one.q)
    case = Case(bullets=(), asked=(Asked(line, "unknown"), Asked("Planning the work of a week for six people", evidence=())))
    lines = PostingLines(brief_of(case), knowledge)
    quoted = lines.quotable(question, Counter())
    assert quoted is not None
    assert quoted.text != line


@pytest.mark.parametrize("name", ["gen-case-requirement-build", "dat-sd-requirement"])
def test_only_what_is_yet_to_be_made_is_to_be_built_from_nothing(name: str, knowledge: Knowledge):
    """Known bad: "imagine that nobody here has it or does it yet" of a tool, of a team, and of shelves that are filled daily."""
    question = knowledge.questions[name]
    there_already = (
        "Expert in Figma, including prototyping",
        "Advanced Excel",
        "Replenish shelves and keep the stockroom clean",
        "Leading, coaching and developing a team of five analysts",
        "Define data models in Snowflake with data engineers",
        "Manage workflow so that caseloads stay at an average of 14",
    )
    asked = tuple(Asked(line, evidence=()) for line in (*there_already, "Design a demand forecasting process for the region"))
    lines = PostingLines(brief_of(Case(bullets=(), asked=asked)), knowledge)
    quoted = lines.quotable(question, Counter())
    assert quoted is not None
    assert quoted.text.startswith("Design a demand")


def test_to_whom_one_reports_is_nothing_to_talk_about(knowledge: Knowledge):
    """Known bad: "which experience made you put that in?" asked of the manager about herself."""
    asked = (Asked("You'll sit in a squad and report into Ottilie, our Group Manager"), Asked("Plan the releases of the squad"))
    mine, work = brief_of(Case(bullets=(), asked=asked)).posting.requirements
    assert not is_theme(mine, "unknown")
    assert is_theme(work, "unknown")


def test_a_task_that_the_posting_announces_comes_first(knowledge: Knowledge):
    """Known bad: the posting tells of a territory plan, and none was asked for."""
    brief = brief_of(Case(bullets=(), asked=(Asked("Selling software to finance teams"),), family="sales"))
    fact = brief.posting.requirements[0].fact.model_copy(update={"text": "Call, then a territory plan presentation to a panel"})
    brief = brief.model_copy(update={"posting": brief.posting.model_copy(update={"process": (fact,)})})
    chooser = Chooser(brief, knowledge, Pen("questions", brief, knowledge), told=frozenset())
    assert "sal-case-territory" in chooser.announced


def test_work_with_people_is_not_put_into_volumes(knowledge: Knowledge):
    """Known bad: "how many, how often, in which system" of developing a team."""
    question = knowledge.questions["acc-beh-requirement-volume"]
    people = Asked("Recruit, develop and retain a high-performing finance team")
    assert PostingLines(brief_of(Case(bullets=(), asked=(people,))), knowledge).quotable(question, Counter()) is None
    both = brief_of(Case(bullets=(), asked=(people, Asked("Close the books of five entities"))))
    quoted = PostingLines(both, knowledge).quotable(question, Counter())
    assert quoted is not None
    assert quoted.text.startswith("Close the books")


def test_a_technical_habit_is_asked_of_no_job_in_another_trade(knowledge: Knowledge):
    """Known bad: which technical habit a junior developer would bring from a coffee shop."""
    case = Case(
        bullets=(Bullet("Moved to a new till", ("adaptability",)),),
        asked=(Asked("JavaScript"),),
        title="Barista",
        family="software",
    )
    name = "sw-tech-employer-transfer"
    assert not is_asked(name, knowledge, case)
    assert is_asked(name, knowledge, replace(case, title="Software Engineer"))
