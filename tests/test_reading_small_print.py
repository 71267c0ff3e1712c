"""What stands in a posting and asks for nothing, in the countries that print it; and what only looks like it."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from playbook.reading.asked_years import years_in
from playbook.reading.boilerplate import is_catch_all, is_formal
from playbook.reading.requirements import kind_of
from tests.posting_cases import DUTIES, HEAD, read_posting


@pytest.mark.parametrize(
    "text",
    [
        "This post is subject to the Rehabilitation of Offenders Act (Exceptions Order) 1975.",
        "Certificates of sponsorship will be considered case by case.",
        "We are not able to offer sponsorship for this role.",
        "We acknowledge the traditional custodians of the land on which we work.",
        "We encourage applications from Aboriginal and Torres Strait Islander people.",
        "Marrow is committed to employment equity.",
        "Marrow never asks for money; beware of fraudulent offers.",
        "Employment is contingent on a drug screen.",
        "Other duties as assigned",
        "Undertake any other duties commensurate with the grade.",
    ],
)
def test_law_and_catch_alls_of_each_country_ask_for_nothing(text: str, knowledge: Knowledge) -> None:
    """Not even below a heading of requirements."""
    posting = read_posting(f"{HEAD}We let rooms.{DUTIES}\nREQUIREMENTS\n- A steady hand with tills\n- {text}", knowledge)
    assert is_formal(text)
    assert text not in [one.text for one in posting.requirements]


@pytest.mark.parametrize(
    "text",
    [
        "Able to travel between houses; full driving licence (reasonable adjustments will be made)",
        "Full driving licence; reasonable adjustments can be made",
        "Experience with Aboriginal and Torres Strait Islander communities",
        "Experience of detecting fraudulent claims",
        "Must be able to work without sponsorship",
        "Knowledge of the Employment Rights Act",
    ],
)
def test_a_requirement_with_a_word_of_the_law_is_kept(text: str) -> None:
    """What stands in brackets or behind a semicolon does not take the line with it."""
    assert not is_formal(text)


@pytest.mark.parametrize("text", ["Handle other duties such as stock and tills", "Coordinate additional projects for finance"])
def test_a_duty_that_says_what_it_is_is_no_catch_all(text: str) -> None:
    """Only what keeps room for anything."""
    assert not is_catch_all(text)


@pytest.mark.parametrize(
    "text",
    ["No. of openings: 2", "Notice: 60 days or less preferred", "Openings: 3 | Notice: 30 days or less preferred | CTC: 9 LPA"],
)
def test_facts_of_the_advertisement_are_no_requirements(text: str, knowledge: Knowledge) -> None:
    """How many are sought, from when and for how much."""
    posting = read_posting(f"{HEAD}{text}\n\nABOUT US\nWe let rooms.{DUTIES}", knowledge)
    assert not posting.of("required", "preferred")


def test_praise_of_the_employer_is_nobodys_experience(knowledge: Knowledge) -> None:
    """A prize four years in a row asks for no years."""
    prose = "We let rooms. Great Place to Work certified four years in a row. The house is rated Good by the council."
    posting = read_posting(f"{HEAD}ABOUT US\n{prose}{DUTIES}", knowledge)
    assert not posting.of("required", "preferred")
    assert years_in("Great Place to Work certified four years in a row.") is None
    assert years_in("Best bar for the third year running") is None


@pytest.mark.parametrize("heading", ["Working for our organisation", "About the Trust", "More on our house", "Our hotel group"])
def test_prose_below_a_heading_after_a_list_is_no_further_duty(heading: str, knowledge: Knowledge) -> None:
    """What the employer provides is told, whether its heading is known or not."""
    prose = "Marrow & Bell NHS Trust provides care to 400,000 people. The Trust is rated Good by the inspectors."
    posting = read_posting(f"{HEAD}We let rooms.{DUTIES}\n{heading}\n{prose}", knowledge)
    assert len(posting.requirements) == 3
    assert prose.split(". ", maxsplit=1)[0] in " ".join(fact.text for fact in posting.about)


def test_what_is_asked_of_the_body_below_its_own_heading_is_nobodys_gap(knowledge: Knowledge) -> None:
    """No resume says that one can sit; a licence or a test below that heading is asked all the same."""
    lines = "Must be able to sit for long periods, lift up to 20 lbs and talk.\nMust pass the lifting test of the port."
    posting = read_posting(f"{HEAD}We let rooms.{DUTIES}\nPHYSICAL REQUIREMENTS\n{lines}", knowledge)
    assert [one.text for one in posting.of("required")] == ["Must pass the lifting test of the port."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hotel experience preferred, but we will train the right person", "preferred"),
        ("A second language is an asset, though not required", "preferred"),
        ("Preferred experience with a booking system", "preferred"),
        ("First aid certificate desirable; training is given", "preferred"),
        ("Diploma preferred; two years at a desk required", "required"),
        ("Two years at a desk required; five preferred", "required"),
        ("Experience with booking systems (Opera preferred)", "required"),
    ],
)
def test_what_is_welcome_within_a_must_list_is_welcome(text: str, kind: str) -> None:
    """The word counts where it governs the whole line, wherever it stands in it."""
    assert kind_of(text, "required", opens_with_verb=False) == kind
