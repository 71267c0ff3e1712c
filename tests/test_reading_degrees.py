"""Degrees by the letters, classes and short names of schools of each country, and the degree that a posting asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.reading.degrees import find_degree, names_school
from playbook.reading.education import read_education
from playbook.reading.person_names import name_in
from tests.section_rows import rows

Parse = Callable[[str], Resume]


@pytest.mark.parametrize(
    ("line", "degree"),
    [
        ("B.E. Textile Engg., Elm College", "B.E."),
        ("BE Computer Science & Engg", "BE"),
        ("ME in Mining", "ME"),
        ("B.C.E., magna cum laude", "B.C.E."),
        ("M.C.A., 2011", "M.C.A."),
        ("B. Med. Rad. Sc. (Diagnostic Radiography), Elm University", "B. Med. Rad. Sc."),
        ("B. J. K. Smith, chair", None),
        ("A.S., 2020 - 2022", "A.S."),
        ("PG Dip Clinical Botany", "PG Dip"),
        ("BSME, 2011", "BSME"),
        ("Portland, ME", None),
        ("Advisor: M.K.R. Rao, chair", None),
        ("Be kind", None),
        ("Personal Licence Holder (Level 2)", None),
    ],
)
def test_the_letters_of_a_degree_are_known_in_each_country(line: str, degree: str | None) -> None:
    """Known bad: a licence to sell alcohol as a French "Licence", and no degree in "B.E."."""
    found = find_degree(line)
    assert (found[0] if found else None) == degree


@pytest.mark.parametrize(
    ("text", "is_school"),
    [
        ("UMass Lowell", True),
        ("NC State", True),
        ("Univ. of Leicester", True),
        ("UNC Wilmington, 2012", True),
        ("San Jose State", True),
        ("State of Illinois", False),
        ("Texas Instruments, Dallas", False),
    ],
)
def test_a_school_is_known_by_its_short_name(text: str, is_school: bool) -> None:
    assert names_school(text) is is_school


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        (
            "BA (Hons) Business & Sport Mgmt 2:2, Liverpool John Moores, 2009",
            ("BA", "Business & Sport Mgmt", "Liverpool John Moores"),
        ),
        ("BSc Botany First, Univ. of Elm, 2011", ("BSc", "Botany", "Univ. of Elm")),
        ("PhD candidate (ABD), Botany — UMass Lowell, 2016–2020", ("PhD", "Botany", "UMass Lowell")),
        ("MPharm (2:1) University of Northmoor 2012–2016. Project: dosing", ("MPharm", None, "University of Northmoor")),
        ("Elm Grove Community College -- A.S., 2020 - 2022", ("A.S.", None, "Elm Grove Community College")),
        (
            "MSN – Ward Leadership, Tamar State University: started Jan 2025",
            ("MSN", "Ward Leadership", "Tamar State University"),
        ),
    ],
)
def test_a_degree_keeps_its_field_and_its_school(line: str, entry: tuple[str, str | None, str]) -> None:
    """Known bad: the class of a degree took its field away, and "candidate" was one."""
    (found,) = read_education(rows(line))
    assert (found.study_type, found.area, found.institution and found.institution.text) == entry


def test_two_degrees_below_each_other_have_a_school_each() -> None:
    """Known bad: the second degree was not known, and its school was given to the first."""
    found = read_education(rows("M.S. Botany, UMass Lowell, 2019\nB.E. Textile Engg., R.V. College of Engineering, 2012"))
    assert [(one.study_type, one.institution and one.institution.text) for one in found] == [
        ("M.S.", "UMass Lowell"),
        ("B.E.", "R.V. College of Engineering"),
    ]


@pytest.mark.parametrize(
    ("line", "is_degree"),
    [
        ("A degree (2:1 or above) or equivalent experience", True),
        ("You have a degree", True),
        ("Relevant degree", True),
        ("A relevant degree or diploma", False),
        ("A high degree of autonomy", False),
        ("Master's degree or equivalent", False),
        ("Associate degree preferred", False),
        ("A degree apprenticeship", False),
    ],
)
def test_a_bare_degree_is_a_bachelor(knowledge: Knowledge, line: str, is_degree: bool) -> None:
    """Known bad: "a degree (2:1 or above)" asked for nothing."""
    assert ("bachelor-degree" in {one.id for one in lexicon_of(knowledge).concepts(line)}) is is_degree


@pytest.mark.parametrize(
    ("line", "name", "letters"),
    [
        ("Bola Adeyemi-West MPharm MRPharmS IP", "Bola Adeyemi-West", ["MPharm", "MRPharmS", "IP"]),
        ("Ann Lee Moss BSc", "Ann Lee Moss", ["BSc"]),
        ("Ann Lee Moss BEng (Hons) CEng", "Ann Lee Moss", ["BEng", "(Hons)", "CEng"]),
        ("Ann Lee McNeil", "Ann Lee McNeil", []),
        ("Ann Lee DeVito", "Ann Lee DeVito", []),
    ],
)
def test_letters_behind_a_name_are_none_of_it(parse: Parse, line: str, name: str, letters: list[str]) -> None:
    """Known bad: "MPharm MRPharmS" printed as the end of the name."""
    found = name_in(rows(line)[0].body)
    assert found[0] is not None
    assert found[0].text == name
    assert [one.text for one in found[1]] == letters
    assert parse(f"{line}\nHull\n").name is not None
