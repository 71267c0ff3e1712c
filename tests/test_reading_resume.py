"""A resume as a whole: its roles, its sections, and what is none; every fact verbatim at its span."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.artifacts.document import Document
from playbook.artifacts.resume import Resume
from playbook.errors import Refusal
from playbook.intake.files import read
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge, load
from playbook.provenance import Fact, Frozen
from playbook.reading.resume import parse_resume
from playbook.settings import CHECKOUT

TODAY = date(2026, 11, 23)
SAMPLES = CHECKOUT / "datasets" / "samples"
Parse = Callable[[str], Resume]


@pytest.fixture
def parse(knowledge: Knowledge) -> Parse:
    """A resume typed as text, read as from a file."""

    def parsed(text: str) -> Resume:
        padding = "\n\nREFERENCES\n" + "Available on request from people who have worked with me for a long time. " * 4
        return parse_resume(read_bytes((text + padding).encode(), "resume", "text"), knowledge, TODAY)

    return parsed


def facts_in(value: object) -> Iterator[Fact]:
    """Every fact below an artifact."""
    if isinstance(value, Fact):
        yield value
    elif isinstance(value, Frozen):
        for name in type(value).model_fields:
            yield from facts_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from facts_in(item)


def headers(resume: Resume) -> list[tuple[str | None, str | None, str | None, str | None, str | None]]:
    """Title, employer, place and dates of each role."""
    return [
        (
            one.position.text if one.position else None,
            one.name.text if one.name else None,
            one.location,
            one.start_date,
            "now" if one.is_current else one.end_date,
        )
        for one in resume.work
    ]


@pytest.mark.parametrize("case_name", ["jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte"])
def test_every_fact_of_a_sample_stands_at_its_span(case_name: str, knowledge: Knowledge) -> None:
    """Text and span agree, and no contact data is among them."""
    document = read(SAMPLES / case_name / "resume.txt", "resume")
    resume = parse_resume(document, knowledge, TODAY)
    found = list(facts_in(resume))
    assert len(found) > 30
    assert all(document.text[fact.span.start : fact.span.end] == fact.text for fact in found)
    assert "@" not in resume.model_dump_json()
    assert "010-01" not in resume.model_dump_json()


_KNOWLEDGE = load(CHECKOUT / "datasets" / "knowledge")
_LINES = st.sampled_from(
    ["EXPERIENCE", "SKILLS", "EDUCATION", "PROJECTS", "Languages: English", "- Led 4 people", "Cook, Casa Moira\tMay 2018 - Present", "2019 - 2020",
     "Acme Inc, Austin, TX", "- ", "AWS (SQS, Lambda", "B.S., University of Ohio, 2019", "jo@example.com", "", "(", "Built x. Cut y by 3%. Led z."]
) | st.text(max_size=40)  # fmt: skip


@given(st.lists(_LINES, max_size=25))
@settings(max_examples=200, deadline=None)
def test_every_fact_of_an_arbitrary_document_stands_at_its_span(lines: list[str]) -> None:
    """Spans hold by construction, and nothing but a refusal is raised."""
    text = "\n".join(" ".join(line.split("\n")) for line in lines)
    document = Document(name="resume", format="text", sha256="0" * 64, text=text)
    try:
        resume = parse_resume(document, _KNOWLEDGE, TODAY)
    except Refusal:
        return
    assert all(text[fact.span.start : fact.span.end] == fact.text for fact in facts_in(resume))
    assert [one.id for one in sorted(resume.highlights, key=lambda one: int(one.id[1:]))] == [
        f"b{number + 1}" for number in range(len(resume.highlights))
    ]


def test_the_reference_resume_is_read_whole(knowledge: Knowledge) -> None:
    """Roles, places, dates, groups of skills, years."""
    resume = parse_resume(read(SAMPLES / "jordan-chen" / "resume.txt", "resume"), knowledge, TODAY)
    assert resume.name is not None
    assert resume.name.text == "JORDAN M. CHEN"
    assert headers(resume) == [
        ("Senior Software Engineer", "Microsoft (Azure)", "Redmond, WA", "2022-03", "now"),
        ("Software Engineer II", "Expedia Group", "Seattle, WA", "2020-06", "2022-02"),
        ("Software Engineer", "Zillow", "Seattle, WA", "2019-05", "2020-05"),
    ]
    assert [len(one.highlights) for one in resume.work] == [5, 3, 2]
    names = [skill.name for skill in resume.skills]
    assert {"AWS", "SQS", "Lambda", "CI/CD", "Jenkins", "on-call", "cross-functional collaboration"} <= set(names)
    assert {skill.group for skill in resume.skills} == {"Languages", "Cloud and data", "Practices"}
    assert (resume.years.stated, resume.years.computed) == (7, 7.6)
    assert [(one.study_type, one.area, one.institution and one.institution.text) for one in resume.education] == [
        ("B.S.", "Computer Science", "University of Washington")
    ]


def test_several_roles_at_one_employer_keep_the_employer(knowledge: Knowledge) -> None:
    """A title alone below an employer's line is another role there."""
    resume = parse_resume(read(SAMPLES / "luis-herrera" / "resume.txt", "resume"), knowledge, TODAY)
    assert [(title, employer) for title, employer, *_ in headers(resume)] == [
        ("Account Executive, Mid-Market", "Fieldglass Analytics"),
        ("Account Manager", "Fieldglass Analytics"),
        ("Sales Development Representative", "Northline Freight"),
    ]
    assert [one.name for one in resume.languages] == ["English", "Spanish"]


@pytest.mark.parametrize(
    "header",
    [
        "Lead Cook, Harbor House\tMay 2018 - Present\nPortland, OR",
        "Lead Cook | Harbor House | Portland, OR\nMay 2018 - Present",
        "Harbor House, Portland, OR\nLead Cook\tMay 2018 - Present",
        "Lead Cook at Harbor House, Portland, OR (May 2018 - Present)",
        "Lead Cook @ Harbor House | Portland, OR | May 2018 - Present",
        "Lead Cook - Harbor House - Portland, OR\nMay 2018 - Present",
        "Lead Cook\nHarbor House\nPortland, OR | May 2018 – Present",
        "Harbor House      Portland, OR\nLead Cook      05/2018 - current",
        "May 2018 - Present   Lead Cook, Harbor House, Portland, OR",
        "HARBOR HOUSE · Portland, OR\nLead Cook (2018.05 - present)",
        "Lead Cook – Harbor House\n2018-05 to date\nPortland, OR",
    ],
)
@pytest.mark.parametrize("bullet", ["- ", "• ", ""])
def test_a_header_is_read_in_whatever_order_it_stands(parse: Parse, header: str, bullet: str) -> None:
    """Title, employer, place and dates, with and without bullets below."""
    resume = parse(f"Ana Cruz\n\nEXPERIENCE\n\n{header}\n{bullet}Led 5 cooks on the line\n{bullet}Cut waste by 20%\n")
    (found,) = headers(resume)
    assert (found[0], (found[1] or "").title(), *found[2:]) == ("Lead Cook", "Harbor House", "Portland, OR", "2018-05", "now")
    assert [one.text for one in resume.highlights] == ["Led 5 cooks on the line", "Cut waste by 20%"]


def test_prose_below_a_role_gives_its_sentences(parse: Parse) -> None:
    """A resume without bullets has highlights, too."""
    resume = parse(
        "Maria Lopez\n\nWork History\n\nStore Manager\nTarget Corporation, Dallas, TX\nJune 2018 to Present\n"
        "Managed a team of 45 employees and $12M in annual sales. Reduced shrink by 18% in two years.\n"
        "Trained 6 assistant managers who were promoted.\n"
    )
    assert headers(resume) == [("Store Manager", "Target Corporation", "Dallas, TX", "2018-06", "now")]
    assert [one.text for one in resume.highlights] == [
        "Managed a team of 45 employees and $12M in annual sales.",
        "Reduced shrink by 18% in two years.",
        "Trained 6 assistant managers who were promoted.",
    ]


def test_an_employers_line_with_its_own_dates_is_no_role(parse: Parse) -> None:
    """The time at the employer spans the roles below."""
    resume = parse(
        "Robert Singh\n\nEXPERIENCE\n\nGLOBAL FREIGHT HOLDINGS, New York, NY\t2010 - Present\n"
        "$900M logistics provider with 4,000 employees in 12 countries.\n\nChief Operating Officer (2018 - Present)\n- Lead 38 warehouses\n"
        "VP, Operations (2010 - 2018)\n- Opened 14 sites\n"
    )
    assert headers(resume) == [
        ("Chief Operating Officer", "GLOBAL FREIGHT HOLDINGS", "New York, NY", "2018", "now"),
        ("VP, Operations", "GLOBAL FREIGHT HOLDINGS", "New York, NY", "2010", "2018"),
    ]
    assert resume.work[0].summary is not None


def test_sections_go_by_many_names(parse: Parse) -> None:
    """Projects, volunteering, licences, awards, languages, and two names in one heading."""
    resume = parse(
        "Grace Kim\nPROJECTS\nBaja Car\tSep 2025 - Present\n- Designed the rear suspension\nGreenhouse: a system that waters 40 plants\n\n"
        "COMMUNITY SERVICE\nTutor, Boys & Girls Club, 2023 - 2024\n- Tutored 8 students\n\nCERTIFICATIONS & EDUCATION\nCPA, Texas, 2018\n"
        "BBA, Rice University, 2016\n\nHONORS\nDean's List, 2015\n\nLANGUAGES\nKorean (native), English\n"
    )
    assert [(one.name and one.name.text, len(one.highlights)) for one in resume.projects] == [
        ("Baja Car", 1),
        ("Greenhouse", 1),
    ]
    assert [(one.position and one.position.text, one.name and one.name.text) for one in resume.volunteer] == [
        ("Tutor", "Boys & Girls Club")
    ]
    assert [one.name for one in resume.certificates] == ["CPA"]
    assert [one.institution and one.institution.text for one in resume.education] == ["Rice University"]
    assert [one.fact.text for one in resume.awards] == ["Dean's List, 2015"]
    assert [one.name for one in resume.languages] == ["Korean", "English"]


def test_letters_after_a_name_are_credentials_and_contact_stays_out(parse: Parse) -> None:
    """And the city is kept without the street."""
    resume = parse(
        "Denise Walker, M.Ed., CPA\n48 Elm Street, Springfield, MA 01103 | (413) 555-0110 | dw@school.org\n\nEXPERIENCE\n"
        "Teacher, Springfield Schools, 2015 - 2020\n- Taught 120 students\n- Call me at (413) 555-0110\n"
    )
    assert resume.name is not None
    assert resume.name.text == "Denise Walker"
    assert [one.name for one in resume.certificates] == ["M.Ed.", "CPA"]
    assert resume.location == "Springfield, MA"
    assert not any(word in resume.model_dump_json() for word in ("Elm", "555-0110", "school.org", "01103"))


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("with 7 years of experience", 7),
        ("with nine years in kitchens", 9),
        ("over 12+ years", 12),
        ("more than a decade of work", 10),
        ("aged 30 years old", None),
        ("an eager graduate", None),
    ],
)
def test_stated_years_are_kept_beside_computed_ones(parse: Parse, words: str, years: float | None) -> None:
    """Numbers, words and decades."""
    resume = parse(
        f"Ana Cruz\n\nSUMMARY\nA cook {words} who likes it.\n\nEXPERIENCE\nCook, Casa Moira, 2018 - 2020\n- Cooked\n"
    )
    assert resume.years.stated == years
    assert resume.years.computed == 2.0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ana Cruz\n\nEXPERIENCE\n[Job Title], [Company Name], 2018 - 2020\n- Lorem ipsum dolor sit amet\n" * 6, "resume.placeholder"),
        ("Line cook\n\nAbout us\nWe are looking for a cook. You will run the grill.\n\nRequirements\n- 2 years\n\nTo apply, call us.\n" + "Nice to have: a knife. " * 20, "resume.not-a-resume"),
        ("Melt the butter over low heat. Add flour and stir. " * 12, "resume.not-a-resume"),
    ],
)  # fmt: skip
def test_what_is_no_resume_is_refused(text: str, code: str, knowledge: Knowledge) -> None:
    """Template text, a posting, a recipe."""
    with pytest.raises(Refusal) as refused:
        parse_resume(read_bytes(text.encode(), "resume", "text"), knowledge, TODAY)
    assert refused.value.code == code


def test_a_manual_is_no_resume_although_it_has_headings_and_a_licence(knowledge: Knowledge) -> None:
    """The readme of this project, whose licence is read as a certificate."""
    with pytest.raises(Refusal) as refused:
        parse_resume(read_bytes((CHECKOUT / "README.md").read_bytes(), "resume", "markdown"), knowledge, TODAY)
    assert refused.value.code == "resume.not-a-resume"


def test_a_thin_resume_is_served(knowledge: Knowledge) -> None:
    """No headings, no dates, no bullets: still a resume."""
    text = (
        "Sam Lee\nsamlee@mail.com\nI worked at Joe's Diner as a server for two years and at the car wash before that. I am friendly with\n"
        "customers and on time. I can handle cash. I finished high school in 2022 and want a job in retail near my home.\n"
    )
    resume = parse_resume(read_bytes(text.encode(), "resume", "text"), knowledge, TODAY)
    assert resume.summary is not None
    assert [note.code for note in resume.notes] == ["resume.no-work", "resume.thin"]
    assert "what you did in each role" in resume.notes[1].message
