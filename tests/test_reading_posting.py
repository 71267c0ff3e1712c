"""A posting as a whole: title, employer, place, requirements with their kinds, and what is none; every fact verbatim at its span."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.artifacts.document import Document
from playbook.artifacts.posting import Posting
from playbook.errors import Refusal
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge, load
from playbook.reading.posting import parse_posting
from playbook.settings import CHECKOUT

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


def test_how_long_the_employer_has_been_at_it_is_not_asked_of_anybody(parse: Parse) -> None:
    posting = parse(
        "Cook\nOld Mill\n\nWho is Old Mill?\nFor 31 years we have baked bread for the valley. For over 20 years, Old Mill has run a "
        "café.\n\nRequirements\n- 3 years of experience as a cook\n"
    )
    assert [requirement.text for requirement in posting.requirements] == ["3 years of experience as a cook"]


def test_a_question_says_nothing_of_the_employer(parse: Parse) -> None:
    """A heading in the form of one would be quoted as what the posting tells of itself."""
    posting = parse(
        "Hotel General Manager\nHilton\n\nAbout us\nHilton welcomes guests in thousands of hotels.\n\n"
        "What are we looking for?\n* Proven full P&L responsibility\n* Fluent English\n\n"
        "What will it be like to work for us?\nCompetitive pay, and a career that can take you round the world.\n"
    )
    assert [fact.text for fact in posting.about if "?" in fact.text] == []
    assert any("thousands of hotels" in fact.text for fact in posting.about)


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
