"""Degrees, certificates and skills: what a resume says that someone has learned and holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.artifacts.document import Document
from playbook.artifacts.resume import Resume
from playbook.intake.read import read_bytes
from playbook.intake.records import resume_text
from playbook.knowledge.packs import Knowledge
from playbook.reading.certificates import read_named
from playbook.reading.degrees import find_degree, names_school
from playbook.reading.education import read_education
from playbook.reading.languages import read_languages, spoken_languages
from playbook.reading.resume import parse_resume
from playbook.reading.rows import Row, rows_of
from playbook.reading.skills import read_skills

TODAY = date(2026, 11, 23)
Parse = Callable[[str], Resume]


@pytest.fixture
def parse(knowledge: Knowledge) -> Parse:
    """A resume typed as text, read as from a file."""

    def parsed(text: str) -> Resume:
        padding = (
            "\n\nEXPERIENCE\n\nCook, Casa Moira, 2018 - 2020\n- Cooked for 80 guests a night on a line of four\n\nREFERENCES\n"
        )
        padding += "Available on request from people who have worked with me for a long time. " * 4
        return parse_resume(read_bytes((text + padding).encode(), "resume", "text"), knowledge, TODAY)

    return parsed


def rows(text: str) -> list[Row]:
    """The lines of a section."""
    return list(rows_of(Document(name="resume", format="text", sha256="0" * 64, text=text)))


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


@pytest.mark.parametrize(
    ("line", "name", "issuer", "given", "expires"),
    [
        ("BLS (exp. 04/2027)", "BLS", None, None, "2027-04"),
        ("ACLS, Heart Guild, valid until May 2026", "ACLS", "Heart Guild", None, "2026-05"),
        ("AWS D1.1 (expired 2021)", "AWS D1.1", None, None, "2021"),
        ("CDL CLASS B - EXP 06/2028", "CDL CLASS B", None, None, "2028-06"),
        ("Soporte vital, vigente hasta 2027", "Soporte vital", None, None, "2027"),
        ("Staplerschein, gültig bis 12/2026", "Staplerschein", None, None, "2026-12"),
        ("NR-35, válido até 08/2027", "NR-35", None, None, "2027-08"),
        ("First Aid, Red Lantern, 2019 - 2022", "First Aid", "Red Lantern", "2019", "2022"),
        ("Registered Nurse, licence #RN-4411, renewal due 04/30/2028", "Registered Nurse", None, None, "2028-04"),
        ("Scrum Trainer (CST), 2020", "Scrum Trainer (CST)", None, "2020", None),
        ("Rigging Level 1\tLift Board\t2021", "Rigging Level 1", "Lift Board", "2021", None),
        ("Rigging Level 1\nIssued Mar 2021 · Expires Mar 2024\nCredential ID RG-77", "Rigging Level 1", None, "2021-03", "2024-03"),
    ],
)  # fmt: skip
def test_a_certificate_has_its_issuer_its_date_and_its_end(
    line: str, name: str, issuer: str | None, given: str | None, expires: str | None
) -> None:
    """In one line, or in the lines below its name."""
    (found,) = read_named(rows(line))
    assert (found.name, found.issuer, found.date, found.expires) == (name, issuer, given, expires)


def test_lines_of_certificates_are_put_together_and_taken_apart() -> None:
    """A name that a narrow column broke, an issuer below each name, a list in one line."""
    assert [one.name for one in read_named(rows("Master Certified Crane\nTechnician\nLeadership in\nYards"))] == [
        "Master Certified Crane Technician",
        "Leadership in Yards",
    ]
    pairs = read_named(rows("Low Voltage Level 2\nSpark Board, 2019\nHarness Use\nRope Guild, 2020"))
    assert [(one.name, one.issuer, one.date) for one in pairs] == [
        ("Low Voltage Level 2", "Spark Board", "2019"),
        ("Harness Use", "Rope Guild", "2020"),
    ]
    assert [one.name for one in read_named(rows("RN, BLS, ACLS"))] == ["RN", "BLS", "ACLS"]
    assert [one.name for one in read_named(rows("PMP candidate; CSM (2020)"))] == ["PMP candidate", "CSM"]


def test_a_driving_licence_and_a_licence_number_are_held_wherever_they_stand(parse: Parse) -> None:
    """Beside the address, below "Additional", as a label; and the sentence after it stays out."""
    resume = parse(
        "Ana Cruz\nRegistered Nurse (RN), license #RN-4411, active, renewal due 04/30/2028\n12 Elm Street | Permis B\n\n"
        "ADDITIONAL INFORMATION\nDriver's license: C\nNice to dogs and to people.\n"
    )
    assert [(one.fact.text, one.expires) for one in resume.certificates] == [
        ("Registered Nurse (RN), license #RN-4411, active, renewal due 04/30/2028", "2028-04"),
        ("Permis B", None),
        ("Driver's license: C", None),
    ]


def test_the_letters_of_a_degree_after_the_name_are_no_certificate(parse: Parse) -> None:
    """Where the degree is listed; letters of a listed certificate are not repeated either."""
    resume = parse(
        "Ana Cruz, PhD, RN, CCRN\n\nEDUCATION\nPhD Nursing, Elm Grove University, 2012\n\nLICENSES\nRegistered Nurse, Ohio\n"
    )
    assert [one.name for one in resume.certificates] == ["CCRN", "Registered Nurse"]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("knives ◦ sauces ⋄ stock · bread", ["knives", "sauces", "stock", "bread"]),
        ("KNIVES * SAUCES * STOCK", ["KNIVES", "SAUCES", "STOCK"]),
        ("Excel / Word / SAP", ["Excel", "Word", "SAP"]),
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
        ("SKILLS (selected)", "skills"), ("Fremdsprachen", "languages"), ("Langues", "languages"), ("Mother tongue", "languages"), ("Língua materna", "languages"),
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


def test_a_record_of_json_is_read_without_entities_and_tags() -> None:
    """As exports of web pages hold them; a certificate keeps its end."""
    text = resume_text(
        {
            "basics": {"name": "Ana Cruz", "summary": "Cook &amp; baker.<br>Likes <b>owls</b>, 2 < 3."},
            "certificates": [{"name": "BLS", "issuer": "Heart Guild", "date": "2024-01-02", "expires": "2026-01-02"}],
        }
    )
    assert "Cook & baker. Likes owls, 2 < 3." in text
    assert "BLS, Heart Guild, 2024-01, valid until 2026-01" in text


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


def test_licences_of_several_states_on_a_line_are_one_each(parse: Parse):
    resume = parse("Tom Lind\n\nLICENSES\n\nPE Idaho (2017), PE Oregon (2019)\n")
    assert [(one.name, one.date) for one in resume.certificates] == [("PE Idaho", "2017"), ("PE Oregon", "2019")]


def test_bars_are_told_with_the_heading_that_says_what_they_are(parse: Parse):
    resume = parse("Cat Rourke\n\nBAR ADMISSIONS\nColorado (2018); U.S. District Court, D. Colo.; Wyoming (2021)\n")
    assert [one.date for one in resume.certificates] == ["2018", None, "2021"]
    assert resume.certificates[0].fact.text.split() == ["BAR", "ADMISSIONS", "Colorado", "(2018)"]


def test_tools_below_education_are_skills_and_no_certificate(parse: Parse):
    resume = parse(
        "Dee Oka\n\nEDUCATION\n\nB.S. Accounting, Ohio University, 2018\nCPA - Ohio, active\n\nTech: NetSuite, Excel (pivots)\n"
    )
    assert [one.name for one in resume.certificates] == ["CPA"]
    assert "NetSuite" in [skill.name for skill in resume.skills]


def test_a_qualification_in_progress_below_degrees_is_kept(parse: Parse):
    resume = parse("Ros Ach\n\nEDUCATION\nBA (Hons) English, Sheffield Hallam, 2017\nNPQLTD (in progress)\n")
    assert [one.fact.text for one in resume.certificates] == ["NPQLTD (in progress)"]


def test_a_field_of_study_that_begins_with_in_keeps_its_letters(parse: Parse) -> None:
    """Known bad: the field "teraction Design"."""
    found = parse("Ana Cruz\n\nEDUCATION\nBA Interaction Design, Malmö University, 2020\n").education
    assert [one.area for one in found] == ["Interaction Design"]


def test_a_course_with_its_own_year_below_a_degree_is_read(parse: Parse) -> None:
    """What was learned later stands beside the degree and not in it."""
    found = parse(
        "Ana Cruz\n\nEDUCATION\nBSc Physiotherapy, UWE Bristol 2021\nAcupuncture foundation 2023; McKenzie Part A 2024\n"
    ).education
    assert [one.fact.text for one in found][1:] == ["Acupuncture foundation 2023; McKenzie Part A 2024"]


def test_of_all_that_is_left_over_only_what_is_certified_is_a_certificate(parse: Parse) -> None:
    """Known bad: the certificates "Other: match-day cover" and "weekends. Full driving licence"."""
    text = "Ana Cruz\n\nEDUCATION\nBSc Physiotherapy, UWE Bristol 2021\n\nOther: match-day cover, Vale RFC, weekends. Full UK driving licence.\n"
    assert [one.name for one in parse(text).certificates] == ["Full UK driving licence"]


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
