"""A question fits its case: the country, the figure, the line that it comes from, and what is confidential."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from playbook.artifacts.resume import Highlight
from playbook.reading.metrics import find_metrics
from playbook.writing.clauses import read_clause
from playbook.writing.figures import result_figure
from playbook.writing.generate_questions import generate_questions
from playbook.writing.jurisdiction import fits_country
from tests.brief_factory import Asked, Bullet, Case, brief_of, fact, stories_of
from tests.posting_cases import DUTIES, HEAD, read_posting

if TYPE_CHECKING:
    from playbook.artifacts.posting import Posting
    from playbook.artifacts.questions import Questions
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import BankQuestion

LAW = "A manager in the United States wants to put a coordinator on salary. What do you explain?"


def posting(*lines: str, place: str | None = None) -> Posting:
    """A posting with these lines."""
    made = brief_of(Case(bullets=(), asked=tuple(Asked(line) for line in lines))).posting
    return made.model_copy(update={"job_location": place})


@pytest.mark.parametrize(
    "line",
    [
        "Strong knowledge of UK employment law",
        "Current full VIT registration",
        "You analyse NAPLAN results",
        "The trust is rated good by the CQC",
        "Millbank Tiles Ltd makes roof tiles",
        "Salary A$92,000 plus super",
        "CTC 18-24 LPA",
        "Five GCSEs at grade C",
        "Experience with Fáilte Ireland standards",
        "GST returns and reconciliations",
    ],
)
def test_the_law_of_one_country_is_not_asked_about_in_another(line: str, knowledge: Knowledge) -> None:
    """Papers, bodies, money and forms of companies tell the country where no place does."""
    assert not fits_country(LAW, posting(line), knowledge)
    assert fits_country("What do you explain to a manager?", posting(line), knowledge)


def test_of_countries_joined_by_or_one_is_enough(knowledge: Knowledge) -> None:
    """Known bad: a question for Canada or Australia was asked in neither."""
    either = "A center in Canada or Australia wants to begin. What do you do?"
    assert fits_country(either, posting("Leading a team", place="Milton, ON"), knowledge)
    assert fits_country(either, posting("Leading a team", place="Geelong VIC 3220"), knowledge)
    assert not fits_country(either, posting("Leading a team", place="Columbus, OH"), knowledge)
    assert not fits_country(either.replace(" or ", " and "), posting("Leading a team", place="Milton, ON"), knowledge)


@pytest.mark.parametrize("place", ["Milton, ON", "Oughterard, Co. Galway", "Geelong VIC 3220", "Calgary, Alberta"])
def test_a_place_tells_the_country(place: str, knowledge: Knowledge) -> None:
    """Provinces and counties too."""
    assert not fits_country(LAW, posting("Leading a team", place=place), knowledge)


@pytest.mark.parametrize(
    ("told", "country"),
    [
        ("Salary: £28,000 - £33,000. Offers are subject to DBS checks.", "gb"),
        ("We support CILEX and SQE routes, and offer 25 days plus bank holidays.", "gb"),
        ("Applicants must have the right to work in Ireland.", "ie"),
        ("Millbank Tiles Ltd offers 25 days plus bank holidays.", "elsewhere"),
        ("401(k) with a match. We sell to shops in Canada and the UK. We use E-Verify.", "us"),
        ("Two days a week in Macon, Georgia.", "us"),
        ("We let rooms to people who come late.", None),
    ],
)
def test_the_whole_posting_tells_its_country(told: str, country: str | None, knowledge: Knowledge) -> None:
    """Known bad: a clerk in Manchester was asked about Federal Rules, for pay and checks are no requirements."""
    read = read_posting(f"{HEAD.replace('Leeds, West Yorkshire', 'Manchester')}We let rooms.{DUTIES}\n{told}", knowledge)
    assert read.country == country
    assert fits_country(LAW, read, knowledge) is (country in {"us", None})


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ((), None),
        ((), "Columbus, OH"),
        (("PLC troubleshooting",), "Waterloo, Iowa (on site)"),
        (("You sell to clients in Canada",), "Tampa, Florida"),
        (("Knowledge of Canadian and US Hours of Service regulations",), "Milton, ON"),
    ],
)
def test_who_works_by_the_rules_of_a_country_is_asked_about_them(
    lines: tuple[str, ...], place: str | None, knowledge: Knowledge
) -> None:
    """At home, where nothing is said, and where a posting of elsewhere names the rules."""
    assert fits_country(LAW, posting(*lines, place=place), knowledge)


@pytest.mark.parametrize(
    ("law", "line", "place", "fits"),
    [
        (
            "Under the law of England and Wales, when does time begin to run?",
            "Two years in a litigation team",
            "Leeds, UK",
            True,
        ),
        ("Under the law of England and Wales, when does time begin to run?", "Salary £29,500", None, True),
        (
            "Under the law of England and Wales, when does time begin to run?",
            "Two years in a litigation team",
            "Tampa, FL",
            False,
        ),
        ("Under the law of England and Wales, when does time begin to run?", "Two years in a litigation team", None, False),
        ("In Ireland, whom do you tell?", "You work with HIQA inspectors", None, True),
        ("In Ireland, whom do you tell?", "You work with inspectors", "Belfast, Northern Ireland", False),
        ("In Australia, who may search a bag?", "Current NSW licence, class 1A", None, True),
        ("In Australia, who may search a bag?", "Current licence", "Wolverhampton, United Kingdom", False),
        ("Under Canadian employment law, who is paid overtime?", "Leading a team", "Milton, ON", True),
        ("Under Canadian employment law, who is paid overtime?", "Leading a team", "Leeds, UK", False),
        ("Under Canadian employment law, who is paid overtime?", "Clients in Canada", "Dayton, Ohio", False),
        ("In Ontario, who is paid overtime?", "Leading a team", None, False),
        ("In Ontario, who is paid overtime?", "Canadian tax and payroll", "Buffalo, New York", True),
        ("In India, when is gratuity due?", "Salary 18-24 LPA", None, True),
        ("In India, when is gratuity due?", "An office in Pune", "Dublin, Ireland", False),
    ],
)
def test_the_law_of_another_country_is_asked_only_where_the_posting_is_of_it(
    law: str, line: str, place: str | None, knowledge: Knowledge, *, fits: bool
) -> None:
    """Known bad: what speaks for no country let the rules of every court be asked about."""
    assert fits_country(law, posting(line, place=place), knowledge) == fits


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Covered for the planner (2 days p/w): commentary for 5 cost centres", ""),
        ("Pulled into the relief team for 11 weeks, filing 230 forms", ""),
        ("Told managers about unbilled hours at 2 Chicago depots", ""),
        ("Supervise 3 engineers and 1 inspector", ""),
        ("Cut late deliveries from 14% to 6% within a year", "14%"),
        ("Rewrote the freight contract, which saved about $31,000 a year", "$31,000"),
    ],
)
def test_only_a_result_is_called_a_figure(text: str, figure: str, knowledge: Knowledge) -> None:
    """Known-bad: "One line of your resume gives a figure, "2 days". How was it measured?"."""
    highlight = Highlight(id="b1", fact=fact(text), metrics=find_metrics(text))
    assert figure in result_figure(highlight, read_clause(highlight, knowledge))
    assert bool(figure) == bool(result_figure(highlight, read_clause(highlight, knowledge)))


def made(case: Case, knowledge: Knowledge, *bank: BankQuestion) -> Questions:
    """The questions of a case from these of the bank."""
    brief = brief_of(case)
    return generate_questions(brief, stories_of(brief), replace(knowledge, questions={one.id: one for one in bank}))


def test_nobody_is_asked_whom_they_won_over_for_an_investigation(knowledge: Knowledge) -> None:
    """What must not be told is not asked about, though it is the best bullet; another one is."""
    bank = knowledge.questions["beh-influence-bullet"]
    secret = Bullet("Persuaded three branches to file SARs, with 40 AML investigations closed", ("influence",))
    other = Bullet("Persuaded nine growers to share one warehouse", ("influence",))
    case = Case(bullets=(secret, other), asked=(Asked("Influencing others", evidence=(0,)),), counts={"behavioural": 1})
    assert [one.question.text for one in made(case, knowledge, bank).questions if "growers" in one.question.text]
    assert not made(replace(case, bullets=(secret,)), knowledge, bank).questions


def test_a_line_stands_beside_a_question_only_where_a_reader_sees_why(knowledge: Knowledge) -> None:
    """A topic that both have in common is not enough: they share a word, or name the same tool."""
    bank = next(
        one for one in knowledge.questions.values() if one.type == "coding" and "sql" in one.topics and "SQL" not in one.q
    )
    bank = bank.model_copy(
        update={"families": (), "levels": (), "topics": ("sql",), "q": "Return the latest order of each customer."}
    )
    case = Case(bullets=(), asked=(Asked("Window functions in SQL"),), counts={"coding": 1})
    (far,) = made(case, knowledge, bank).questions
    assert far.from_job is None
    (near,) = made(case, knowledge, bank.model_copy(update={"q": "Which functions number rows within a window?"})).questions
    assert near.from_job is not None


def test_how_something_was_measured_is_asked_of_a_line_that_states_a_result(knowledge: Knowledge) -> None:
    """Known bad: "How was that measured?", of a line on who sits in which meeting."""
    bullets = (
        Bullet("Sat on the seed committee with the growers", ("delivering-results",)),
        Bullet("Wrote the minutes of the seed committee", ("delivering-results",)),
    )
    brief = brief_of(Case(bullets=bullets, asked=(Asked("Deliver results on time", evidence=(0, 1)),), company="Northgate"))
    asked = generate_questions(brief, stories_of(brief), knowledge)
    assert not any("measured" in one.question.text and "committee" in one.question.text for one in asked.questions)


def test_who_buys_and_who_teaches_on_a_maternity_ward_are_asked_about_their_own_work(knowledge: Knowledge) -> None:
    """Known bad: a category manager was asked about late trailers, and a midwives' educator about cardiac surgery alone."""
    buyer = Case(
        bullets=(Bullet("Negotiated framework contracts with 45 suppliers", ("negotiation",)),),
        asked=(Asked("Category strategies and price escalation formulas"), Asked("On-time delivery of the category")),
        title="Category Manager",
        family="operations",
        level="senior",
        counts={"case": 2, "technical": 1, "operational": 1},
    )
    asked = [one.question.text for one in made(buyer, knowledge, *knowledge.questions.values()).questions]
    assert [text for text in asked if "supplier" in text]
    assert not [text for text in asked if "trailers" in text]
    educator = Case(
        bullets=(Bullet("Set up a preceptor network of 26 midwives in the birth suite", ("mentoring",)),),
        asked=(Asked("Obstetric emergency training in maternity care"), Asked("Support preceptors and students")),
        title="Clinical Nurse Educator",
        family="nursing",
        level="senior",
        counts={"clinical_scenario": 1, "operational": 1},
    )
    asked = [one.question.text for one in made(educator, knowledge, *knowledge.questions.values()).questions]
    assert [text for text in asked if "birth" in text or "head is born" in text]
    assert [text for text in asked if "training day" in text]
