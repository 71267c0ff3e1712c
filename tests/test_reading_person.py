"""The name, the headline and the years that someone states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.document import Document
from playbook.artifacts.resume import Resume
from playbook.reading.experience import stated_years
from playbook.reading.rows import rows_of

Parse = Callable[[str], Resume]


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("Curriculum Vitae\nAna Cruz", "Ana Cruz"),
        ("Resume of Ana Cruz", "Ana Cruz"),
        ("Ana Cruz, PE\nColumbus, OH | ana@example.com", "Ana Cruz"),
        ("Ana Cruz, MD\nBoston, MA", "Ana Cruz"),
        ("Ana Cruz - Resume", "Ana Cruz"),
        ("Lebenslauf\n\nJürgen Weiß-Öztürk", "Jürgen Weiß-Öztürk"),
        ("Name: Ana Cruz\nPhone: 555-010-0199", "Ana Cruz"),
        ("Nombre y apellidos: Ana Cruz Soto", "Ana Cruz Soto"),
        ("PERSONAL INFORMATION\nName\tAna Cruz\nNationality\tGhanaian", "Ana Cruz"),
        ("Dr. Ana Cruz, PhD, FACP", "Dr. Ana Cruz"),
        ("Tom O'Dell, Jr., P.E., PMP®", "Tom O'Dell, Jr."),
        ("Ana Cruz (she/her)", "Ana Cruz"),
        ("Hyun-woo Baek\nhwbaek@example.com", "Hyun-woo Baek"),
        ("Ana Cruz, Line Cook", "Ana Cruz"),
        ("Ana Cruz / Line Cook / ana@example.com", "Ana Cruz"),
        ("Okafor, Amara", "Okafor, Amara"),
        ("ANA\nCRUZ-SOTO\nLine Cook", "ANA\nCRUZ-SOTO"),
        ("李小明 (Xiaoming Li)", "李小明 (Xiaoming Li)"),
        ("李小明", "李小明"),
        ("نور حداد (Noor Haddad)", "نور حداد (Noor Haddad)"),
        ("ana.cruz@example.com\n(512) 555-0100\nAustin, TX\n\nAna Cruz\nLine Cook", "Ana Cruz"),
        ("Contact\nacruz@example.com\n\nSkills\nKnife skills\nTeam leadership\n\nAna Cruz\nLine Cook", "Ana Cruz"),
        ("Contact\nkitchen99@example.com\n\nSkills\nKnife skills\n\nAna Cruz\nLine Cook", "Ana Cruz"),
        ("Sales Manager\nHarbor House Hotel", None),
        ("Summary\nA cook who cooks.", None),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_printed(parse: Parse, top: str, name: str | None) -> None:
    """Behind labels, on two lines, in other scripts, in another column; a headline is none."""
    resume = parse(top)
    assert (resume.name.text if resume.name else None) == name


def test_a_name_in_a_column_of_skills_is_no_skill(parse: Parse) -> None:
    """Nor is the headline below it."""
    resume = parse("Contact\nacruz@example.com\n\nSkills\nKnife skills\nTeam leadership\n\nAna Cruz\nLine Cook")
    assert [one.name for one in resume.skills] == ["Knife skills", "Team leadership"]


def test_a_town_beside_a_telephone_number_is_no_headline(parse: Parse) -> None:
    """A word of a trade is one, beside the number or not."""
    assert parse("Ana Cruz\nMérida, España | +34 600 555 012").label is None
    found = parse("Ana Cruz\nBaker | +34 600 555 012").label
    assert found is not None
    assert found.text == "Baker"


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("Cook with 12+ yrs in hotels.", 12),
        ("Fifteen years in kitchens and three in bakeries.", 15),
        ("12 years in cold-chain distribution", 12),
        ("I have worked with older people for 8 years.", 8),
        ("Manager; 20 years' experience in rail", 20),
        ("Led kitchens for over a decade", 10),
        ("Won two years in a row. Has 9 years of experience.", 9),
        ("Enfermera con más de 12 años de experiencia", 12),
        ("Cocinero desde hace 7 años", 7),
        ("Seit über 10 Jahren in der Pflege", 10),
        ("12 Jahre Berufserfahrung im Einkauf", 12),
        ("Plus de 15 ans d'expérience, 36 ans", 15),
        ("Enfermeira com mais de 8 anos de atuação", 8),
        ("Permis B, 36 ans", None),
        ("Alter: 36 Jahre", None),
        ("Ran a 3-year programme", None),
        ("Champion two years in a row", None),
        ("A company with 40 years of history", None),
        ("Spent three years in a tile factory first", None),
        ("Grew sales by 30% in two years", None),
        ("over the last 5 years", None),
        ("a 4-year-old firm", None),
    ],
)
def test_years_of_experience_are_stated_and_years_of_other_things_are_not(words: str, years: float | None) -> None:
    """In five languages; an age, a programme, a firm's history and the time that a result took are none."""
    document = Document(name="resume", format="text", sha256="0" * 64, text=words)
    found = stated_years([row.body for row in rows_of(document)])
    assert (found[0] if found else None) == years
    assert found is None or found[1].text in words


@pytest.mark.parametrize(
    "top",
    [
        "Kofi Brandt\nApproved electrician | Bristol BS5 | 07700 900142 | kofi@example.com",
        "Kofi Brandt\nApproved electrician | Bristol BS5 | 020 7946 0142",
    ],
)
def test_a_british_telephone_and_a_postal_district_stay_out_of_the_headline(parse: Parse, top: str):
    resume = parse(top)
    assert resume.label is not None
    assert resume.label.text == "Approved electrician"
    assert resume.location == "Bristol BS5"


def test_an_associate_of_an_institute_keeps_the_name(parse: Parse):
    resume = parse("Aisha Farouk-Bennett, Assoc CIPD\nLondon | aisha@example.com")
    assert resume.name is not None
    assert resume.name.text == "Aisha Farouk-Bennett"


@pytest.mark.parametrize(
    ("top", "label"),
    [
        ("Ana Cruz\nLeeds · ana@example.com · 07700 900 733", None),
        ("Ana Cruz\nMalmö / 070-555 01 77", None),
        ("Ana Cruz, RN\nRN Lic: TN (multistate), exp 08/2027", None),
        ("Ana Cruz\nAccount Executive | Charlotte NC | ana@example.com", "Account Executive"),
        (
            "Ana Cruz\nBristol · 07700 900 733\nRegistered Physiotherapist · CSP member",
            "Registered Physiotherapist · CSP member",
        ),
    ],
)
def test_a_telephone_number_or_a_licence_is_no_headline(top: str, label: str | None, parse: Parse) -> None:
    """Known bad: "I'm Ana Cruz, a 07700 900 733"."""
    found = parse(top).label
    assert (found.text if found else None) == label


def test_an_address_is_no_headline_and_a_headline_may_have_an_aside(parse: Callable[[str], Resume]) -> None:
    """Known bad: "I'm Ana, a Leeds, West Yorkshire"."""
    for line, label, place in (
        ("Leeds, West Yorkshire (happy to travel, London 2 days)", None, "Leeds, West Yorkshire"),
        ("Address: 14 Plas Gwyn, Bala, Co. Mayo", None, None),
        ("14 Tannery Row, Halifax, West Yorkshire", None, "Halifax, West Yorkshire"),
        (
            "Bookkeeper -- CPA Candidate (FAR and AUD passed; REG in the spring, BAR after it)",
            "Bookkeeper -- CPA Candidate",
            None,
        ),
    ):
        resume = parse(f"Ana Cruz\n{line}\n")
        assert (resume.label.text if resume.label else None) == label
        assert place is None or resume.location == place


@pytest.mark.parametrize(
    "line",
    [
        "(updated November 2026)",
        "Last updated: May 2026",
        "Department of Botany, Harrow University",
        "Department of Botany, Harrow University, Chicago, IL 60611",
        "Flat 2, The Old Mill, Tetbury, Glos",
        "ORCID 0000-0000-0000-0000",
    ],
)
def test_a_remark_and_an_address_are_neither_headline_nor_summary(parse: Parse, line: str) -> None:
    """Known bad: "I'm Ana, a (updated November 2026)"."""
    resume = parse(f"Ana Cruz\n{line}\nana@example.com")
    assert (resume.label, resume.summary) == (None, None)
