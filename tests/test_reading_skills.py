"""Skills and tools, whatever stands between them and whatever heading they stand below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from playbook.artifacts.resume import Resume
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge
from playbook.reading.resume import parse_resume
from playbook.reading.skills import read_skills
from tests.section_rows import rows

Parse = Callable[[str], Resume]
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("knives ◦ sauces ⋄ stock · bread", ["knives", "sauces", "stock", "bread"]),
        ("KNIVES * SAUCES * STOCK", ["KNIVES", "SAUCES", "STOCK"]),
        ("Excel / Word / SAP", ["Excel", "Word", "SAP"]),
        (
            "megger. HV safety. VLAN basics, drives (ABB). Excel",
            ["megger", "HV safety", "VLAN basics", "drives (ABB)", "Excel"],
        ),
        ("Metasys (operator level, not programming), pumps", ["Metasys (operator level, not programming)", "pumps"]),
        ("MIG / stick welding", ["MIG / stick welding"]),
        ("knives - sauces - stock", ["knives", "sauces", "stock"]),
        ("Knives\tSauces\nStock\tBread", ["Knives", "Sauces", "Stock", "Bread"]),
        ("Excel: advanced\nWord - Expert\nSAP ●●●○○\nVisio 80 %", ["Excel", "Word", "SAP", "Visio"]),
        ("Access (basic), Forms (Access)", ["Access (basic)", "Forms (Access)"]),
        ("Cloud (AWS): Lambda, SQS", ["Lambda", "SQS"]),
        ("Back of house:\nKnives\nStock", ["Knives", "Stock"]),
        ("Kitchen\nKnives, sauces\nOffice\nRotas, orders", ["Knives", "sauces", "Rotas", "orders"]),
        ("NO TICKETS SINCE 2013. CLEAN RECORD AND SCREEN ON REQUEST.", []),
    ],
)
def test_a_list_of_skills_is_read_whatever_stands_between_them(lines: str, names: list[str]) -> None:
    """Marks, strokes, cells, ratings, groups."""
    assert [one.name for one in read_skills(rows(lines))] == names


def test_names_that_a_converter_ran_together_are_told_apart_by_the_packs(parse: Parse) -> None:
    """Where most of a line are names that they know."""
    resume = parse("Ana Cruz\n\nSKILLS\nPython SQL Kafka PostgreSQL Terraform (basics) Git Docker frobnik\n")
    assert [one.name for one in resume.skills] == [
        "Python",
        "SQL",
        "Kafka",
        "PostgreSQL",
        "Terraform (basics)",
        "Git",
        "Docker",
        "frobnik",
    ]


def test_tools_below_education_are_skills_and_no_certificate(parse: Parse):
    resume = parse(
        "Dee Oka\n\nEDUCATION\n\nB.S. Accounting, Ohio University, 2018\nCPA - Ohio, active\n\nTech: NetSuite, Excel (pivots)\n"
    )
    assert [one.name for one in resume.certificates] == ["CPA"]
    assert "NetSuite" in [skill.name for skill in resume.skills]


@pytest.mark.parametrize("heading", ["Tech\nKotlin · Go · Postgres", "EDUCATION\nBA Law, 2016\n\nTOOLS Kotlin, Go, Postgres"])
def test_tools_are_skills_under_a_short_heading_and_behind_a_shouted_one(parse: Parse, heading: str) -> None:
    """Known bad: the certificate "TOOLS Jira"."""
    resume = parse(f"Ana Cruz\n\n{heading}\n")
    assert [one.name for one in resume.skills] == ["Kotlin", "Go", "Postgres"]
    assert not resume.certificates


def test_a_line_of_tools_right_below_a_degree_is_a_line_of_skills(knowledge: Knowledge) -> None:
    """Known bad: the role of an "Ahrefs, GSC, GA4" at "MA Translation", in a resume without headings."""
    text = (
        "Imre Castellanos\nicastell@example.com\n\n2021 - Present\tFathomline Ltd\nSenior Content Manager\n"
        "- Grew the blog from 9k to 61k sessions a month in 20 months with 5 writers\n- Ran a newsletter with 14k readers\n"
        "2018 - 2021\tPortavel Ltd\nContent specialist\n- Wrote landing pages in English, Spanish and Portuguese\n\n"
        "MA Translation, Univ. of Porto, 2016\nAhrefs, GSC, GA4, HubSpot, Webflow, Figma\n"
    )
    resume = parse_resume(read_bytes(text.encode(), "resume", "text"), knowledge, TODAY)
    assert [one.study_type for one in resume.education] == ["MA"]
    assert [one.name for one in resume.skills][:3] == ["Ahrefs", "GSC", "GA4"]
    assert len(resume.work) == 2


def test_what_is_yet_to_be_learned_and_a_remark_of_ones_own_are_no_skills(parse: Parse) -> None:
    """Known bad: Docker as a skill of somebody who begins with it, and "I don't admin" as another."""
    resume = parse(
        "Ana Cruz\n\nSKILLS\nTools: Git, Jenkins (I run jobs, I don't admin), Jira\nLearning now: Docker, TypeScript\n"
        "Currently learning: Go\n"
    )
    assert [one.name for one in resume.skills] == ["Git", "Jenkins (I run jobs, I don't admin)", "Jira"]
