"""The grammar of resumes: dates, metrics, headers, sections; every fact verbatim at its span."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.artifacts.document import Document
from playbook.artifacts.resume import Position, Resume
from playbook.errors import Refusal
from playbook.intake.files import read
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge, load
from playbook.provenance import Fact, Frozen
from playbook.reading.dates import find_dates, find_ranges
from playbook.reading.metrics import find_metrics
from playbook.reading.resume import parse_resume
from playbook.reading.years import computed_years
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


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Mar 2022 - Present", "2022-03", None),
        ("2019.03 - 2023.08", "2019-03", "2023-08"),
        ("03/2019 to date", "2019-03", None),
        ("2017-2019", "2017", "2019"),
        ("2017–19", "2017", "2019"),
        ("Aug '21 – Present", "2021-08", None),
        ("Jan ’17 - Jul ’21", "2017-01", "2021-07"),
        ("Jun - Aug 2021", "2021-06", "2021-08"),
        ("since 2019", "2019", None),
        ("(January 2019—now)", "2019-01", None),
        ("05/18 - 07/21", "2018-05", "2021-07"),
        ("12/01/2019 - 03/31/2021", "2019-12", "2021-03"),
        ("2019-03 to present", "2019-03", None),
        ("Fall 2018 - Spring 2020", "2018-09", "2020-05"),
        ("Q3 2020 - Q1 2021", "2020-07", "2021-03"),
        ("March 5, 2020 - April 2, 2021", "2020-03", "2021-04"),
        ("Sept. 2018 – Feb. 2020", "2018-09", "2020-02"),
        ("'16 – '20", "2016", "2020"),
        ("2014 Sep - 2022 Mar", "2014-09", "2022-03"),
        ("marzo 2018 - actualidad", "2018-03", None),
        ("Okt. 2015 bis Dezember 2017", "2015-10", "2017-12"),
    ],
)
def test_a_range_of_dates_is_read_in_every_usual_spelling(words: str, start: str, end: str | None) -> None:
    """And its words are found where they stand."""
    line = f"Cook, Casa Moira  {words}"
    (found,) = find_ranges(line)
    assert (found.start, found.end, found.is_current) == (start, end, end is None)
    assert line[found.at : found.to].strip("()") in words


@pytest.mark.parametrize(
    "words",
    ["from 94 to 71 days", "2,000-2,500 users", "ISO 9001-2015", "2021 - 2019", "555-010-0142", "v2.2019.1", "3-4 patients"],
)
def test_what_is_no_range_of_dates_is_none(words: str) -> None:
    """Numbers, norms, phones, versions and time that runs backwards."""
    assert find_ranges(words) == ()


def test_a_season_is_three_months() -> None:
    """Such as "Summer 2019" has a start and an end."""
    (found,) = find_dates("Intern, Summer 2019")
    assert (found.start, found.end) == ("2019-06", "2019-08")


@given(st.dates(date(1960, 1, 1), date(2040, 1, 1)), st.dates(date(1960, 1, 1), date(2040, 1, 1)), st.sampled_from(["%b %Y", "%B %Y", "%m/%Y", "%Y-%m", "%Y.%m"]), st.sampled_from([" - ", " – ", " to ", "-"]))  # fmt: skip
def test_any_two_months_are_read_back(one: date, other: date, spelling: str, dash: str) -> None:
    """Whatever the spelling, the months come back."""
    first, last = sorted([one, other])
    if dash == "-" and spelling.startswith(("%Y", "%m")):
        dash = " - "
    (found,) = find_ranges(f"{first.strftime(spelling)}{dash}{last.strftime(spelling)}")
    assert (found.start, found.end) == (f"{first:%Y-%m}", f"{last:%Y-%m}")


@pytest.mark.parametrize(
    ("line", "text", "value", "unit", "noun", "direction", "before"),
    [
        ("reducing p99 latency by 38%", "38%", 38, "%", "p99 latency", "down", None),
        ("handling 500K+ requests/second using Java", "500K+ requests/second", 500_000, "requests/second", "", "none", None),
        ("processing 2B+ events per day", "2B+ events per day", 2e9, "events per day", "", "none", None),
        ("reduced MTTD from 14 minutes to 4 minutes through", "from 14 minutes to 4 minutes", 4, "minutes", "MTTD", "down", 14),
        ("Closed $2.4M in new ARR", "$2.4M", 2_400_000, "$", "new ARR", "none", None),
        ("127% of quota, ranking", "127% of quota", 127, "%", "quota", "none", None),
        ("Cut food cost from 34% to 29% in", "from 34% to 29%", 29, "%", "food cost", "down", 34),
        ("cutting infections from 1.8 to 0.6 per 1,000 line days", "from 1.8 to 0.6 per 1,000 line days", 0.6, "per 1,000 line days", "infections", "down", 1.8),
        ("Shortened the average sales cycle from 94 to 71 days by", "from 94 to 71 days", 71, "days", "average sales cycle", "down", 94),
        ("a nurse to patient ratio of 1:6", "1:6", 0.1667, "ratio", "", "none", None),
        ("Reduced vegetable waste by a third by", "by a third", 33.33, "%", "vegetable waste", "down", None),
        ("in a 24-bed cardiac ICU", "24-bed", 24, "bed", "", "none", None),
        ("falls on the unit dropped by 30% in one year", "30%", 30, "%", "falls on the unit", "down", None),
        ("Grew revenue from $1.2M to $2.4M", "from $1.2M to $2.4M", 2_400_000, "$", "revenue", "up", 1_200_000),
        ("achieved 95% test coverage across", "95%", 95, "%", "test coverage", "none", None),
        ("Delivered 3x throughput", "3x", 3, "x", "throughput", "none", None),
        ("Managed 2000 users", "2000 users", 2000, "users", "", "none", None),
        ("Managed a budget of $1.5 million", "$1.5 million", 1_500_000, "$", "budget", "none", None),
    ],
)  # fmt: skip
def test_a_metric_has_value_unit_noun_and_direction(  # noqa: PLR0913  a table
    line: str, text: str, value: float, unit: str, noun: str, direction: str, before: float | None
) -> None:
    """The first metric of a line."""
    found = find_metrics(line)[0]
    assert (found.text, found.value, found.unit, found.noun, found.direction, found.before) == (
        text,
        value,
        unit,
        noun,
        direction,
        before,
    )


@pytest.mark.parametrize(
    "line",
    [
        "Upgraded to Python 3.11 and Angular 12",
        "Certified to ISO 9001 and SOC 2",
        "Handled 24/7 on-call",
        "Set up the 401(k) plan for B2B teams",
        "The unit adopted it in 2023",
        "Joined in March 2021, promoted in FY2022",
        "Reduced p99 on S3 and EC2",
        "Taught grade 5 in room 12",
        "Met the board at 10:30",
        "Ran version 2.4 to the end",
    ],
)
def test_dates_versions_and_names_are_no_metrics(line: str) -> None:
    """A digit is not yet a result."""
    assert find_metrics(line) == ()


@given(st.text(alphabet=st.sampled_from(list("abc DEF 0123456789.,%$KM+-:/()'\t")), max_size=80))
@settings(max_examples=400)
def test_a_metric_is_always_words_of_its_line(line: str) -> None:
    """Verbatim, with a finite value, whatever the line."""
    for metric in find_metrics(line):
        assert metric.text in line
        assert metric.noun in line
        assert metric.value >= 0


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


def test_years_count_overlaps_once_and_gaps_never() -> None:
    """Months are whole at both ends; a bare year is its middle."""

    def role(start: str, end: str | None) -> Position:
        return Position(id="p", start_date=start, end_date=end, is_current=end is None)

    assert computed_years([role("2020-01", "2020-12"), role("2020-06", "2021-06")], TODAY) == 1.5
    assert computed_years([role("2017", "2019")], TODAY) == 2.0
    assert computed_years([role("2010-01", "2010-12"), role("2020-01", "2020-12")], TODAY) == 2.0
    assert computed_years([role("2025-12", None)], TODAY) == 1.0
    assert computed_years([], TODAY) == 0


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
