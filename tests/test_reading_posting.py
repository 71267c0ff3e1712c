"""The grammar of postings: title, level, requirements with their kinds, values as whole clauses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.artifacts.document import Document
from playbook.artifacts.posting import Posting
from playbook.errors import Refusal
from playbook.intake.files import read
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge, load
from playbook.reading.levels import level_of
from playbook.reading.posting import parse_posting
from playbook.reading.requirements import kind_of, years_in
from playbook.reading.resume import parse_resume
from playbook.settings import CHECKOUT

TODAY = date(2026, 11, 23)
SAMPLES = CHECKOUT / "datasets" / "samples"
CASES = ["jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte"]
Parse = Callable[[str], Posting]


@pytest.fixture
def parse(knowledge: Knowledge) -> Parse:
    """A posting typed as text, read as from a file."""

    def parsed(text: str) -> Posting:
        padding = "\n\nBENEFITS\n" + "Health insurance and a friendly place to work every day of the week. " * 4
        return parse_posting(read_bytes((text + padding).encode(), "job", "markdown"), knowledge)

    return parsed


def rows(posting: Posting) -> list[tuple[str, str]]:
    """Kind and text of each requirement."""
    return [(one.kind, one.text) for one in posting.requirements]


@pytest.mark.parametrize(
    ("case_name", "title", "level", "family", "employer", "place", "kinds"),
    [
        ("jordan-chen", "Software Development Engineer (SDE II), Search & Discovery", "mid", "software", "Amazon", "Seattle, WA", (5, 4, 5)),
        ("amara-okafor", "Registered Nurse II - Cardiovascular Intensive Care Unit (CVICU), Nights", "mid", "nursing",
         "Riverbend Children's and General Hospital", "Cincinnati, Ohio", (4, 6, 6)),
        ("luis-herrera", "Senior Account Executive, Enterprise", "senior", "sales", "Cargowise Signal",
         "Remote, United States (Central time preferred)", (6, 3, 3)),
        ("ines-duarte", "Executive Chef", "lead", "general", "Quince & Ember", "Bend, Oregon", (5, 2, 6)),
    ],
)  # fmt: skip
def test_a_sample_is_read_whole(  # noqa: PLR0913  a table
    case_name: str,
    title: str,
    level: str,
    family: str,
    employer: str,
    place: str,
    kinds: tuple[int, int, int],
    knowledge: Knowledge,
) -> None:
    """Head and requirements; each fact verbatim at its span."""
    document = read(SAMPLES / case_name / "job.txt", "job")
    posting = parse_posting(document, knowledge)
    assert (posting.title, posting.level, posting.family) == (title, level, family)
    assert (posting.hiring_organization, posting.job_location) == (employer, place)
    assert tuple(len(posting.of(kind)) for kind in ("required", "preferred", "responsibility")) == kinds
    facts = [*(one.fact for one in posting.requirements), *posting.values, *posting.about]
    assert all(document.text[fact.span.start : fact.span.end] == fact.text for fact in facts)
    assert [one.id for one in posting.requirements] == [f"r{number + 1}" for number in range(len(posting.requirements))]


def test_a_wrapped_requirement_is_one_line(knowledge: Knowledge) -> None:
    """The reference posting's last line is wrapped inside its brackets."""
    posting = parse_posting(read(SAMPLES / "jordan-chen" / "job.txt", "job"), knowledge)
    assert posting.requirements[-1].text.endswith(
        "(Customer Obsession, Ownership, Invent and Simplify, Bias for Action, Deliver Results)"
    )


@pytest.mark.parametrize(
    ("case_name", "values"),
    [
        ("amara-okafor", ["We believe that every patient is someone's whole world", "We treat each other with compassion", "we speak up for safety, every time"]),
        ("luis-herrera", ["We are honest with customers even when it costs us a deal", "we prepare harder than anyone else in the room", "we put the team's number before our own"]),
        ("ines-duarte", ["We cook what grows within an hour's drive", "we waste as little as we can", "we look after the people who cook with us"]),
        ("jordan-chen", []),
    ],
)  # fmt: skip
def test_values_are_whole_clauses(case_name: str, values: list[str], knowledge: Knowledge) -> None:
    """Never cut in half, and what the company does or wants is no value."""
    posting = parse_posting(read(SAMPLES / case_name / "job.txt", "job"), knowledge)
    assert [fact.text for fact in posting.values] == values


def test_prose_gives_requirements_and_no_small_print(parse: Parse) -> None:
    """Sentences with must, required, you will; pay, law and applications are left out."""
    posting = parse(
        "We're hiring: Middle School Math Teacher\n\nLincoln Academy is a public charter school in Denver. We are looking for a middle "
        "school math teacher to join our team in August.\n\nYou will teach four sections of seventh-grade math. You must hold a valid Colorado "
        "teaching license. A bachelor's degree in mathematics is required. At least two years of classroom experience is preferred. "
        "Experience with English learners would be a plus.\n\nWe value honesty, and we put students first. Lincoln Academy offers health "
        "insurance and a 403(b) plan. The salary range is $52,000 - $71,000. Lincoln Academy is an equal opportunity employer. Send your "
        "resume to jobs@lincoln.example.\n"
    )
    assert posting.title == "Middle School Math Teacher"
    assert posting.hiring_organization == "Lincoln Academy"
    assert rows(posting) == [
        ("responsibility", "You will teach four sections of seventh-grade math."),
        ("required", "You must hold a valid Colorado teaching license."),
        ("required", "A bachelor's degree in mathematics is required."),
        ("preferred", "At least two years of classroom experience is preferred."),
        ("preferred", "Experience with English learners would be a plus."),
    ]
    assert [fact.text for fact in posting.values] == ["We value honesty", "we put students first"]
    told = " ".join(fact.text for fact in posting.about)
    assert not any(word in told for word in ("salary", "equal", "resume", "insurance"))


def test_headings_that_hold_a_name_are_known(parse: Parse) -> None:
    """Such as "What we're looking for in you", "Bonus points if you have…", markdown, numbered lists."""
    posting = parse(
        "# Senior Accountant at Bright Foods Inc.\n**Location:** Chicago, IL (Hybrid)\n\n## What you'll be doing here:\n\n- Own the close\n\n"
        "## What we're looking for in you\n\n1. 4-6 years of accounting experience; public accounting preferred\n2. CPA required\n\n"
        "## Bonus points if you have...\n\n* NetSuite\n\n## Our values\n\n* Honesty first\n\n## Perks & benefits\n\n* Free lunch\n"
    )
    assert (posting.title, posting.hiring_organization, posting.job_location, posting.level) == (
        "Senior Accountant", "Bright Foods Inc.", "Chicago, IL (Hybrid)", "senior",
    )  # fmt: skip
    assert rows(posting) == [
        ("responsibility", "Own the close"),
        ("required", "4-6 years of accounting experience; public accounting preferred"),
        ("required", "CPA required"),
        ("preferred", "NetSuite"),
    ]
    assert posting.requirements[1].years == 4
    assert [fact.text for fact in posting.values] == ["Honesty first"]


def test_lists_without_headings_are_told_apart_by_their_words(parse: Parse) -> None:
    """A verb is a duty, years and knowledge are asked for, a dental plan is neither."""
    posting = parse(
        "Staff Data Scientist\nFinch Health\nRemote (US)\n\nFinch Health helps clinics.\n\n- Build models that predict missed appointments\n"
        "- 8+ years of experience in data science\n- PhD in statistics preferred\n- Medical, dental and vision insurance\n"
    )
    assert (posting.level, posting.job_location) == ("lead", "Remote (US)")
    assert [kind for kind, _ in rows(posting)] == ["responsibility", "required", "preferred"]


def test_capitals_close_a_list_that_they_do_not_belong_to(parse: Parse) -> None:
    """An unknown heading in capitals ends the requirements above it."""
    posting = parse(
        "Job Title: Warehouse Supervisor\nCompany: Northgate Logistics\nLocation: Memphis, TN\nPay: $27.50 - $31.00 per hour\n\n"
        "MINIMUM QUALIFICATIONS:\n- 3 years of warehouse experience\n- Must be able to lift 50 pounds\n\nSHIFT DIFFERENTIAL\n- 2:00 pm to 10:30 pm\n"
    )
    assert (posting.title, posting.hiring_organization, posting.job_location) == (
        "Warehouse Supervisor",
        "Northgate Logistics",
        "Memphis, TN",
    )
    assert [text for _, text in rows(posting)] == ["3 years of warehouse experience", "Must be able to lift 50 pounds"]


def test_the_given_role_overrides_the_title(knowledge: Knowledge) -> None:
    """And with it level and family."""
    document = read(SAMPLES / "jordan-chen" / "job.txt", "job")
    posting = parse_posting(document, knowledge, role="Senior Sales Manager", company="Acme")
    assert (posting.title, posting.family, posting.hiring_organization) == ("Senior Sales Manager", "sales", "Amazon")


@pytest.mark.parametrize(
    ("title", "years", "level"),
    [
        ("Software Engineering Intern", None, "intern"),
        ("Junior Accountant", 3, "entry"),
        ("Software Engineer I", None, "entry"),
        ("Registered Nurse II", 2, "mid"),
        ("Account Executive", None, "mid"),
        ("Account Executive", 6, "senior"),
        ("Account Executive", 1, "entry"),
        ("Senior Account Executive", 5, "senior"),
        ("Sr. Product Designer", None, "senior"),
        ("Staff Nurse", 2, "mid"),
        ("Staff Software Engineer", None, "lead"),
        ("Engineering Manager", None, "lead"),
        ("Product Manager", 4, "mid"),
        ("Executive Chef", 8, "lead"),
        ("Executive Assistant", 3, "mid"),
        ("VP, Marketing", None, "executive"),
        ("Director of Nursing", None, "executive"),
        ("Chief Financial Officer", None, "executive"),
        ("Co-op Student", None, "intern"),
    ],
)
def test_the_level_follows_the_title_and_then_the_years(title: str, years: float | None, level: str) -> None:
    """Such as "Executive" in a trade's own title is no level."""
    assert level_of(title, years) == level


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("5+ years of experience", 5),
        ("3-5 years", 3),
        ("At least two years", 2),
        ("8+ years, with at least 2 as head chef", 8),
        ("18 months in a kitchen", 1.5),
        ("Must be 21 years old", None),
        ("ten (10) years", 10),
        ("3 to 5 years'", 3),
        ("a degree", None),
        ("Minimum of 1 year", 1),
    ],
)
def test_years_are_the_lower_end(text: str, years: float | None) -> None:
    """Digits, words, ranges, months; an age is none."""
    assert years_in(text) == years


def test_a_preference_inside_a_requirement_stays_required() -> None:
    """Only what the whole line prefers is preferred."""
    assert (
        kind_of("Proficiency in Java or Python (both preferred) for production systems", "required", opens_with_verb=False)
        == "required"
    )
    assert kind_of("Bachelor's degree preferred", "required", opens_with_verb=False) == "preferred"


@pytest.mark.parametrize("case_name", CASES)
def test_swapped_files_are_refused(case_name: str, knowledge: Knowledge) -> None:
    """A resume is no posting, and a posting no resume."""
    with pytest.raises(Refusal) as job:
        parse_posting(read(SAMPLES / case_name / "resume.txt", "job"), knowledge)
    with pytest.raises(Refusal) as resume:
        parse_resume(read(SAMPLES / case_name / "job.txt", "resume"), knowledge, TODAY)
    assert (job.value.code, resume.value.code) == ("job.not-a-job", "resume.not-a-resume")


def test_what_is_no_posting_is_refused(knowledge: Knowledge) -> None:
    """A recipe asks for butter, not for work."""
    text = "Melt the butter over low heat. Add flour and stir until it smells of nuts. " * 6
    with pytest.raises(Refusal) as refused:
        parse_posting(read_bytes(text.encode(), "job", "text"), knowledge)
    assert refused.value.code == "job.not-a-job"


_KNOWLEDGE = load(CHECKOUT / "datasets" / "knowledge")
_LINES = st.sampled_from(
    ["Requirements", "What you will do", "- Lead 4 people", "You will cook. We value care, and we listen.", "About us", "BENEFITS", "- 5+ years of x",
     "Cook at Casa Moira", "Company: X", "", "Must: a knife", "- ", "We are looking for a cook who cooks"]
) | st.text(max_size=40)  # fmt: skip


@given(st.lists(_LINES, max_size=25))
@settings(max_examples=200, deadline=None)
def test_every_fact_of_an_arbitrary_posting_stands_at_its_span(lines: list[str]) -> None:
    """Spans hold by construction, and nothing but a refusal is raised."""
    text = "\n".join(" ".join(line.split("\n")) for line in lines)
    document = Document(name="job", format="text", sha256="0" * 64, text=text)
    try:
        posting = parse_posting(document, _KNOWLEDGE)
    except Refusal:
        return
    facts = [*(one.fact for one in posting.requirements), *posting.values, *posting.about]
    assert all(text[fact.span.start : fact.span.end] == fact.text for fact in facts)


def test_reading_is_fast(knowledge: Knowledge) -> None:
    """A resume and a posting take a few milliseconds; the limit leaves room for a busy machine."""
    pairs = [(read(Path(SAMPLES / case / "resume.txt"), "resume"), read(SAMPLES / case / "job.txt", "job")) for case in CASES]
    times = []
    for _ in range(5):
        start = process_time()
        for resume, job in pairs:
            parse_resume(resume, knowledge, TODAY)
            parse_posting(job, knowledge)
        times.append((process_time() - start) / len(pairs))
    assert min(times) < 0.030


def test_pay_and_hours_behind_a_title_do_not_hide_it(parse: Parse):
    posting = parse(
        "Maintenance Electrician (Days, Mon-Fri, 38 hrs) - £41,500 + standby\nWexcombe Estates Services Ltd, Bath\n\n"
        "The role:\n- planned and reactive maintenance of electrical systems\n- fixed wire testing and remedial works\n"
        "- monthly emergency lighting tests\n- work under Permit to Work\n- complete job sheets\n- take part in the rota\n\n"
        "You must have:\n- 18th Edition\n\nNice to have:\n- IPAF\n\nBenefits: 27 days holiday and a staff gym.\n"
        "Enhanced DBS clearance required.\n"
    )
    assert posting.title == "Maintenance Electrician"
    kinds = {text: kind for kind, text in rows(posting)}
    assert kinds["fixed wire testing and remedial works"] == "responsibility"
    assert kinds["Enhanced DBS clearance required."] == "required"
    assert kinds["IPAF"] == "preferred"


def test_what_top_candidates_have_is_preferred_and_a_subheading_asks_for_nothing(parse: Parse):
    posting = parse(
        "Design Engineer\nWhat you need\nExperiences & Qualifications\n- Five years of product design\n"
        "- Proficiency in CAD\n\nTop candidates will also have:\n- Knowledge of hydraulics\n- Familiarity with PPAP\n"
    )
    assert ("preferred", "Knowledge of hydraulics") in rows(posting)
    assert "Experiences & Qualifications" not in [text for _, text in rows(posting)]


def test_a_list_whose_hyphens_touch_their_words_is_a_list(parse: Parse):
    posting = parse("Civil Engineer\n\nQUALIFICATIONS\n-B.S. in Civil Engineering\n-8-15 years experience\n-Strong writing\n")
    assert [text for _, text in rows(posting)] == ["B.S. in Civil Engineering", "8-15 years experience", "Strong writing"]


def test_who_answers_for_a_whole_is_an_executive(parse: Parse):
    posting = parse(
        "Executive Vice President, Services\n\nKEY RESPONSIBILITIES\n- Lead the warehouse, inventory and logistics teams\n"
    )
    assert (posting.family, posting.level) == ("executive", "executive")


def test_a_head_of_a_school_leads(parse: Parse):
    assert level_of("Assistant Headteacher (KS2 Phase Leader)", None) == "lead"


def test_what_only_leads_to_a_list_or_speaks_of_convictions_asks_for_nothing(parse: Parse) -> None:
    """Known bad: the requirements "You will:", "Weekly.", "We want you on our team!" and "The Home team owns ..."."""
    posting = parse(
        "# Senior Designer\n\n## Who you are\n\nYou believe good design is for the many people.\n\n"
        "To be successful in this role you have:\n\n- Strong skills in Figma and prototyping\n- Fluency in English\n\n"
        "We'd also love it if you have\n\n- An understanding of React\n\n## What you'll do\n\n"
        "The Home team owns how people order a kitchen. You will:\n\n- Map journeys across web and store\n\n"
        "Test landing pages with the team. Weekly.\n\nWe want you on our team!"
    )
    assert rows(posting) == [
        ("required", "Strong skills in Figma and prototyping"),
        ("required", "Fluency in English"),
        ("preferred", "An understanding of React"),
        ("responsibility", "Map journeys across web and store"),
        ("responsibility", "Test landing pages with the team."),
    ]


def test_how_one_works_is_no_employer(parse: Parse) -> None:
    """Known bad: the employer "Manchester / Hybrid (2 days)"."""
    posting = parse(
        "# Backend Engineer\n\nManchester / Hybrid (2 days) · Full time\n\n## What we're looking for\n\n- Experience with Kotlin"
    )
    assert "Hybrid" not in (posting.hiring_organization or "")


def test_pay_and_its_law_below_qualifications_ask_for_nothing(parse: Parse) -> None:
    """Known bad: the requirements "Exemption status: Nonexempt." and "$31.50 - $47.20 / hour"."""
    posting = parse(
        "# CT Technologist\n\n## Qualifications\n\nMust maintain BLS. Must be ARRT registered.\n\nExemption status: Nonexempt. $31.50 - $47.20 / hour"
    )
    assert [text for _, text in rows(posting)] == ["Must maintain BLS.", "Must be ARRT registered."]
