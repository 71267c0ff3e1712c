"""Which section a line belongs to: by the names of headings, by labels, in cells, and where no heading says it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.artifacts.resume import Resume
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge
from playbook.reading.certificates import read_named
from playbook.reading.education import read_education
from playbook.reading.languages import read_languages, spoken_languages
from playbook.reading.resume import parse_resume
from playbook.reading.skills import read_skills
from tests.section_rows import rows

Parse = Callable[[str], Resume]
TODAY = date(2026, 11, 23)


def test_a_heading_in_a_cell_opens_its_section_and_a_label_another(parse: Parse) -> None:
    """Lines of languages and certificates below skills go where they belong; other labels are groups."""
    resume = parse(
        "Ana Cruz\n\nSKILLS\tKnives, Sauces\nEDUCATION\tBSc Zoology, Elm Grove University, 2013\n\nKEY SKILLS\nOther: Stock\n"
        "Certifications: ServSafe Manager; CPR (2020)\nLanguages: Twi (native), English\nInterests: owls\n"
    )
    assert [(one.name, one.group) for one in resume.skills] == [("Knives", None), ("Sauces", None), ("Stock", "Other")]
    assert [one.study_type for one in resume.education] == ["BSc"]
    assert [one.name for one in resume.certificates] == ["ServSafe Manager", "CPR"]
    assert [one.name for one in resume.languages] == ["Twi", "English"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Tickets", "certificates"), ("Certificats et habilitations", "certificates"), ("Cursos y carnés", "certificates"), ("Registration", "certificates"),
        ("Zertifikate", "certificates"), ("Personal skills", "skills"), ("Top Skills", "skills"), ("EDV-Kenntnisse", "skills"), ("Informática", "skills"),
        ("CHECKS & TICKETS", "certificates"), ("CERTIFICATIONS / EXAMS", "certificates"), ("SKILLS (selected)", "skills"), ("Fremdsprachen", "languages"), ("Langues", "languages"), ("Mother tongue", "languages"), ("Língua materna", "languages"),
    ],
)  # fmt: skip
def test_sections_of_credentials_go_by_many_names(parse: Parse, heading: str, kind: str) -> None:
    """In five languages, with an aside, and two in one."""
    resume = parse(f"Ana Cruz\n\n{heading}\nTwi\n")
    assert [one.fact.text for one in getattr(resume, kind)] == ["Twi"]


def test_the_last_blocks_of_a_resume_without_headings_are_read_by_what_they_hold(knowledge: Knowledge) -> None:
    """Degrees, a list of skills, languages; the roles above stay roles."""
    text = (
        "Ana Cruz\nana@example.com\n\nHarbour kitchen cook with over 12 years of experience in hotels.\n\nHarbor House, Bend\nLine Cook\nFeb 2021 - Jun 2024\n"
        "- Ran the grill for 120 covers a night with two commis\n- Cut waste by 20% by weighing every bin\n\nDiploma in Cookery, Elm Grove College, 2016\n\n"
        "Knives, sauces, stock, rotas\n\nEnglish, Twi (native)\n"
    )
    resume = parse_resume(read_bytes(text.encode(), "resume", "text"), knowledge, TODAY)
    assert [one.study_type for one in resume.education] == ["Diploma"]
    assert [one.name for one in resume.skills] == ["Knives", "sauces", "stock", "rotas"]
    assert [one.name for one in resume.languages] == ["English", "Twi"]
    assert resume.work[-1].position is not None
    assert resume.work[-1].position.text == "Line Cook"
    assert resume.years.stated == 12


_HOSTILE = st.text(alphabet=st.sampled_from(list("ab A-.,;:/|\t()[]●○#2019–&'éß中ع")), max_size=120)


@given(st.lists(_HOSTILE, max_size=8))
@settings(max_examples=200, deadline=None)
def test_every_fact_of_an_arbitrary_section_stands_at_its_span(lines: list[str]) -> None:
    """Whatever the lines, each grammar gives words of the document."""
    text = "\n".join(lines)
    found = rows(text)
    facts = [one.fact for one in read_named(found)] + [one.fact for one in read_languages(found)]
    facts += [one.fact for one in read_skills(found)] + [one.fact for one in read_education(found)]
    facts += [one.fact for one in read_education(found, courses=True)] + [one.fact for one in spoken_languages(found)]
    assert all(text[fact.span.start : fact.span.end] == fact.text for fact in facts)


def test_headings_in_capitals_end_a_list_of_skills_and_a_declaration_ends_all(parse: Parse) -> None:
    """Known bad: "OTHER" and what stood below it became skills, and the place of a declaration something achieved."""
    resume = parse(
        "Ana Cruz\n\nSKILLS\nKnives, sauces\nLANGUAGES English, Twi, a bit of Greek\n\nOTHER\nRowing; choir\n\n"
        "SELECTED PROJECT\n- Moved the kitchen to induction in three weeks\nDeclaration: I hereby declare that this is true.\nPlace: Bend\n"
    )
    assert [one.name for one in resume.skills] == ["Knives", "sauces"]
    assert [one.name for one in resume.languages] == ["English", "Twi", "Greek"]
    assert [one.text for one in resume.highlights][-1] == "Moved the kitchen to induction in three weeks"


def test_headings_in_plain_words_open_their_sections(parse: Parse) -> None:
    """Known bad: a toolbox in the summary, no skill at all, and what is done on the side among the certificates."""
    resume = parse(
        "Ana Cruz\n\nWHAT I DO\nAnalyst who turns messy tables into plain answers for ward managers.\n\n"
        "TOOLBOX\nSQL, Tableau, Excel\n\nCERTIFICATES\nServSafe Manager\n\n"
        "SIDE STUFF\nVolunteer data lead, Harrow Food Pantry\n"
    )
    assert [one.name for one in resume.skills] == ["SQL", "Tableau", "Excel"]
    assert [one.name for one in resume.certificates] == ["ServSafe Manager"]
    assert resume.summary is not None
    assert resume.summary.text.startswith("Analyst who turns")


def test_a_project_among_odds_and_ends_is_a_project(parse: Parse) -> None:
    """Known bad: the only work with a tool that the posting names was lost, and the tool was called missing."""
    resume = parse(
        "Ana Cruz\n\nOther\nSide project: price-watch - Playwright tests against a demo shop, 34 tests\nFluent: English, Yoruba\n"
    )
    assert [one.name.text for one in resume.projects if one.name] == ["price-watch"]
    assert any("Playwright tests" in one.text for project in resume.projects for one in project.highlights)
