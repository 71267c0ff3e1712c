"""Licences to drive by the classes of each country, and registrations with their number, wherever a resume has them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.resume import Resume
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.reading.licences import DRIVING, NUMBERED

Parse = Callable[[str], Resume]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Current C-class licence + HR", "Current C-class licence + HR"),
        ("Manual C class driver's licence", "Manual C class driver's licence"),
        ("MC driver's licence", "MC driver's licence"),
        ("Heavy Rigid (HR) licence", "Heavy Rigid (HR) licence"),
        ("Category C+E licence", "Category C+E licence"),
        ("HGV Class 2 licence", "HGV Class 2 licence"),
        ("Class 5 driver's licence, clean", "Class 5 driver's licence"),
        ("Class G licence", "Class G licence"),
        ("CDL-A with tanker", "CDL-A"),
        ("Driving licence checks", None),
        ("HR licensing lead", None),
        ("Licence Manager", None),
    ],
)
def test_a_licence_to_drive_is_told_with_its_class(text: str, held: str | None) -> None:
    """Known bad: a heavy licence that a line of contact data named was not read."""
    found = DRIVING.search(text)
    assert (found[0] if found else None) == held


@pytest.mark.parametrize(
    ("line", "concepts"),
    [
        ("HR licence", {"hr-licence"}),
        ("Manual C class driver's licence", {"driver-licence"}),
        ("C-class licence + HR", {"driver-licence", "hr-licence"}),
        ("Experience of HR policy", {"human-resources"}),
        ("Firmware in the C language", {"c-language"}),
    ],
)
def test_the_class_of_a_licence_is_no_trade_and_no_language(knowledge: Knowledge, line: str, concepts: set[str]) -> None:
    """Known bad: a posting for an HR licence asked for human resources, and one for a C class licence for C."""
    found = {one.id for one in lexicon_of(knowledge).concepts(line)}
    assert concepts <= found
    assert not ({"human-resources", "c-language"} - concepts) & found


@pytest.mark.parametrize(
    ("text", "is_numbered"),
    [
        ("College of Dogs reg. # 6117 (in good standing)", True),
        ("GPhC 2087654", True),
        ("NMC PIN 12A3456B", True),
        ("Lic. # 3399", True),
        ("Registered charity no. 12345", False),
        ("Registered nurse with 10 years of practice", False),
    ],
)
def test_a_registration_is_told_by_its_number(text: str, is_numbered: bool) -> None:
    assert bool(NUMBERED.search(text)) is is_numbered


def test_a_registration_beside_the_address_is_held_and_is_no_headline(parse: Parse) -> None:
    """Known bad: the headline "College of ECE reg. # 61177 (in good standing)"."""
    resume = parse(
        "Ana Cruz\nGuelph, Ontario | 519-555-0182 | ana@example.ca | College of Dogs reg. # 6117 (in good standing)\n"
    )
    assert resume.label is None
    assert [one.name for one in resume.certificates] == ["College of Dogs reg."]


def test_a_licence_to_drive_among_interests_is_held(parse: Parse) -> None:
    """Known bad: lost behind a language, since it did not open the line."""
    resume = parse(
        "Ana Cruz\n\nEXPERIENCE\nCook, Elm Cafe\t2019 - present\n- Cooked\n\n"
        "INTERESTS\nChoir (bass), allotment. Yoruba (conversational). Full UK driving licence\n"
    )
    assert [one.name for one in resume.certificates] == ["Full UK driving licence"]
    assert [one.name for one in resume.languages] == ["Yoruba"]


def test_a_licence_to_drive_in_a_list_of_skills_leaves_the_others(parse: Parse) -> None:
    resume = parse("Ana Cruz\n\nSKILLS\nExcel, Sage, full UK driving licence, forklift\n")
    assert [one.name for one in resume.skills] == ["Excel", "Sage", "forklift"]
    assert [one.name for one in resume.certificates] == ["full UK driving licence"]


def test_papers_beside_the_address_are_read_one_by_one_and_without_their_number(parse: Parse) -> None:
    """Known bad: a line of a licence, a registration and a check, each a sentence, gave no certificate or one long one."""
    resume = parse(
        "Ana Cruz\nBend\nFull clean UK driving licence + own car. SWE reg no. SW10477. Enhanced DBS on the update service\n"
    )
    assert [one.name for one in resume.certificates] == [
        *("Full clean UK driving licence", "SWE reg", "Enhanced DBS on the update service"),
    ]
