"""Lines of a posting that stand beside what is asked: law, facts, what to send, and what is asked below the benefits."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from tests.posting_cases import DUTIES, HEAD, read_posting

BENEFITS = "\n\nWhat we offer\nA room for the night, dinner, and more tea than anybody can drink.\n\n"


def test_the_right_to_work_is_law_where_no_heading_asks_for_it(knowledge: Knowledge) -> None:
    """Known-bad: among the closing lines it was a requirement that no resume answers."""
    closing = (
        "\n\nMarrow Street welcomes everybody. You must have the right to work in the UK. We may close this advert early.\n"
    )
    posting = read_posting(f"{HEAD}{DUTIES}{closing}", knowledge)
    assert posting.of("required") == ()
    assert not any("right to work" in fact.text or "advert" in fact.text for fact in posting.about)


def test_a_long_fact_on_top_tells_nothing_of_the_employer(knowledge: Knowledge) -> None:
    """Known-bad: hours were said to be why the role exists."""
    facts = "Contract: Permanent, full time (some 40 hours over five nights, among them some of the weekends and holidays)"
    posting = read_posting(
        f"{HEAD.rstrip()}\n{facts}\n\nABOUT US\nWe let forty rooms to people on their way.{DUTIES}", knowledge
    )
    assert [fact.text for fact in posting.about] == ["We let forty rooms to people on their way."]


def test_what_has_to_be_shown_is_asked_below_the_benefits_too(knowledge: Knowledge) -> None:
    """A line of its own; the benefits themselves ask for nothing."""
    asked = "Nights at the lake twice a month; valid driver's license needed."
    offered = "You must have been here for a year before the pension begins."
    posting = read_posting(f"{HEAD}{DUTIES}{BENEFITS}{asked}\n\n{offered}\n", knowledge)
    assert [one.text for one in posting.of("required")] == [asked]


def test_when_something_is_done_is_not_asked(knowledge: Knowledge) -> None:
    """Known-bad: "requires" made a requirement of how the shift runs."""
    posting = read_posting(
        f"{HEAD}ABOUT THE ROLE\nThe desk is quiet, but it will take a guest when the town requires.{DUTIES}", knowledge
    )
    assert posting.of("required") == ()


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("Apply with a resume and a short note on a night that nobody else wanted.", None),
        ("Please send your CV and a statement of max. 2 pages to desk@marrow.example.", "Please send your CV and a statement of max. 2 pages"),
        ("Please include your portfolio with your application.", None),
        ("Closing date: Monday 12 January. First interviews: w/c 26 January (via Teams), second interviews in person.", "First interviews: w/c 26 January (via Teams), second interviews in person."),
    ],
)  # fmt: skip
def test_what_to_write_and_when_one_is_seen_belong_to_the_process(line: str, step: str | None, knowledge: Knowledge) -> None:
    """Known-bad: thrown away with how to apply; to whom it goes still is."""
    posting = read_posting(f"{HEAD}{DUTIES}{BENEFITS}{line}\n", knowledge)
    assert [fact.text for fact in posting.process] == [step or line]


def test_interviews_among_the_facts_on_top_belong_to_the_process(knowledge: Knowledge) -> None:
    """Each cell of such a line is read by itself."""
    head = f"{HEAD.rstrip()}\nClosing date: 12 January\tInterview: w/c 26 January"
    assert [fact.text for fact in read_posting(f"{head}{DUTIES}", knowledge).process] == ["Interview: w/c 26 January"]


@pytest.mark.parametrize(
    "line", ["Send your CV to desk@marrow.example.", "Please send a CV and a covering letter.", "Call 01632 960214."]
)
def test_sending_a_file_alone_is_no_step(line: str, knowledge: Knowledge) -> None:
    assert read_posting(f"{HEAD}{DUTIES}{BENEFITS}{line}\n", knowledge).process == ()


def test_what_an_employer_is_certified_as_is_asked_of_nobody(knowledge: Knowledge) -> None:
    """Known-bad: where a line was broken before it, "B Corp certified." was the first requirement."""
    told = "We let forty rooms, and our house of 1990 has one dog.\n\nB Corp certified. You must hold a night licence."
    posting = read_posting(f"{HEAD}WHO WE ARE\n{told}{DUTIES}", knowledge)
    assert [one.text for one in posting.of("required")] == ["You must hold a night licence."]
