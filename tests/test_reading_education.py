"""Degrees, schools and courses, in whatever order and language a resume writes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume
from playbook.reading.degrees import find_degree, names_school
from playbook.reading.education import read_education
from tests.section_rows import rows

Parse = Callable[[str], Resume]


@pytest.mark.parametrize(
    ("line", "degree"),
    [
        ("Licenciatura en Historia", "Licenciatura"),
        ("Grado en Derecho", "Grado"),
        ("Máster en Logística", "Máster"),
        ("Técnico em Eletrônica", "Técnico"),
        ("Tecnólogo em Gestão", "Tecnólogo"),
        ("Bacharelado em Física", "Bacharelado"),
        ("Diplom-Kauffrau", "Diplom-Kauffrau"),
        ("Zweites Staatsexamen", "Zweites Staatsexamen"),
        ("Tischlermeister", "Tischlermeister"),
        ("Ausbildung zur Köchin", "Ausbildung"),
        ("DUT Chimie", "DUT"),
        ("BTS Tourisme", "BTS"),
        ("Licence Lettres modernes", "Licence"),
        ("Master 2 Droit public", "Master"),
        ("M.Phil. in Music", "M.Phil."),
        ("9 GCSEs including Maths", "9 GCSEs"),
        ("A-levels: Art, German", "A-levels"),
        ("O levels in six subjects", "O levels"),
        ("PGCE Primary", "PGCE"),
        ("Certificate, Welding", "Certificate"),
        ("Minor in Dance", "Minor"),
        ("Boston, MA", None),
        ("ASE Master Technician", None),
        ("Associate of the Royal Society", None),
        ("as a cook", None),
    ],
)
def test_a_degree_is_known_in_five_languages(line: str, degree: str | None) -> None:
    """And a state, a title or a small word is none."""
    found = find_degree(line)
    assert (found[0] if found else None) == degree


def test_the_school_of_a_school_diploma_is_no_school() -> None:
    """So that its own school may follow on the next line."""
    assert not names_school("High School Diploma, 2010")
    assert names_school("High School Diploma, Elm Grove High School")


@pytest.mark.parametrize(
    "lines",
    [
        "BSc Zoology\nElm Grove University\n2010 - 2013\nHigh School Diploma\nMoss Side High School\n2010",
        "Elm Grove University\t2010 - 2013\nBSc Zoology\nMoss Side High School\t2010\nHigh School Diploma",
        "2010 - 2013\nBSc Zoology\nElm Grove University\n2010\nHigh School Diploma\nMoss Side High School",
        "2010 - 2013\tBSc Zoology\n\nElm Grove University\n\n2010\tHigh School Diploma\n\nMoss Side High School",
        "- BSc Zoology, Elm Grove University, 2010 - 2013\n- High School Diploma, Moss Side High School, 2010",
        "BSc Zoology, Elm Grove University, 2010 - 2013\nGPA: 3.8\nThesis: On Slugs, University of Slime, 2012\n- Chess club\nHigh School Diploma, Moss Side High School, 2010",
        "BSc Zoology, Elm Grove University, 2010 - 2013 High School Diploma, Moss Side High School, 2010",
    ],
)
def test_an_entry_of_education_is_read_in_whatever_order_its_lines_stand(lines: str) -> None:
    """Degree, school and dates, above or below each other; details make no entry."""
    found = [(one.study_type, one.institution and one.institution.text, one.end_date) for one in read_education(rows(lines))]
    assert found == [
        ("BSc", "Elm Grove University", "2013"),
        ("High School Diploma", "Moss Side High School", "2010"),
    ]


def test_courses_are_education_and_cards_are_certificates(parse: Parse) -> None:
    """Also below one heading, and a course without its school."""
    resume = parse(
        "Ana Cruz\n\nTRAINING\nJoinery Apprenticeship, Elm Grove College, 2012\nOSHA 10\nSpray Finishing Course, 2014\n"
    )
    assert [one.fact.text for one in resume.education] == [
        "Joinery Apprenticeship, Elm Grove College, 2012",
        "Spray Finishing Course, 2014",
    ]
    assert [one.name for one in resume.certificates] == ["OSHA 10"]


def test_qualifications_are_diplomas_where_diplomas_stand_below(parse: Parse) -> None:
    """And skills where skills do."""
    resume = parse("Ana Cruz\n\nQUALIFICATIONS\nNVQ Level 2 Catering, Elm Grove College, 2012\nFood hygiene certified, 2014\n")
    assert [one.study_type for one in resume.education] == ["NVQ"]
    assert [one.date for one in resume.certificates] == ["2014"]
    resume = parse("Ana Cruz\n\nQUALIFICATIONS\nKnife skills\nStock rotation\n")
    assert [one.name for one in resume.skills] == ["Knife skills", "Stock rotation"]


def test_a_field_of_study_that_begins_with_in_keeps_its_letters(parse: Parse) -> None:
    """Known bad: the field "teraction Design"."""
    found = parse("Ana Cruz\n\nEDUCATION\nBA Interaction Design, Malmö University, 2020\n").education
    assert [one.area for one in found] == ["Interaction Design"]


def test_honours_stand_between_a_degree_and_its_field(parse: Parse) -> None:
    """Known bad: a degree without a field, and "degree" called missing."""
    found = parse("Ana Cruz\n\nEDUCATION\nBSc (Hons) Adult Nursing, Hallamgate University, 2011\n").education
    assert [one.area for one in found] == ["Adult Nursing"]


def test_a_course_with_its_own_year_below_a_degree_is_read(parse: Parse) -> None:
    """What was learned later stands beside the degree and not in it."""
    found = parse(
        "Ana Cruz\n\nEDUCATION\nBSc Physiotherapy, UWE Bristol 2021\nAcupuncture foundation 2023; McKenzie Part A 2024\n"
    ).education
    assert [one.fact.text for one in found][1:] == ["Acupuncture foundation 2023; McKenzie Part A 2024"]


def test_an_associate_of_a_certificate_is_no_degree(parse: Callable[[str], Resume]) -> None:
    """Known bad: "Data Analyst Associate" was a degree; the certificate is none, and keeps its entry from the degree's."""
    resume = parse(
        "Ana Cruz\n\nEDUCATION\nBSc Zoology, Elm Grove University, 2013\nPL-300 Power BI Data Analyst Associate, 2023\n"
    )
    assert [(one.study_type, one.end_date) for one in resume.education] == [("BSc", "2013")]
    assert [one.date for one in resume.certificates] == ["2023"]
    assert find_degree("Associate of Arts") is not None


def test_an_award_at_a_level_is_a_course_of_its_own_below_a_diploma(parse: Parse) -> None:
    """Known bad: it was swallowed as the school of the diploma above."""
    resume = parse(
        "EDUCATION\nDiploma in Sewing, two of six units passed, next sitting\nUnit 5 May 2027\n"
        "ABC Level 3 Award in Team Leading - in-house, Harrow Academy, 2025\nA Levels: Art (B) - Harrow College 2013\n"
    )
    assert [one.fact.text.split(" ")[0] for one in resume.education] == ["Diploma", "ABC", "A"]
