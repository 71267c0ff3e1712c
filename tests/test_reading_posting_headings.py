"""What a heading of a posting says of the list below it, and how far down it holds."""

from __future__ import annotations

import pytest

from playbook.knowledge.packs import Knowledge
from tests.posting_cases import HEAD, read_posting

LISTED = "DUTIES\n- Carry bags to the rooms\n- Keep the log of the night\n\n{heading}\n- A first-aid certificate\n- Confident use of tills\n"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("You'll have:", "required"),
        ("You’ll have", "required"),
        ("You will have:", "required"),
        ("You'll bring:", "required"),
        ("You should have:", "required"),
        ("You've got:", "required"),
        ("What you'll bring to the role", "required"),
        ("To be successful, you'll have:", "required"),
        ("Applicants will have:", "required"),
        ("Ideally, you'll also have:", "preferred"),
        ("You may have:", "preferred"),
        ("In this role you'll:", "responsibility"),
        ("It'd be great if you also have", "preferred"),
        ("It'd be a plus if you have", "preferred"),
        ("We'd love it if you also have:", "preferred"),
        ("You might also bring", "preferred"),
        ("Extra brownie points if you've", "preferred"),
        ("It helps if you know", "preferred"),
        ("The cherry on top", "preferred"),
        ("Strong candidates may also have", "preferred"),
        ("What would be useful", "preferred"),
        ("You'll also need", "required"),
        ("You'll love this job if you have", "required"),
        ("You might be a good fit if you have", "required"),
        ("It'd be great to hear from you if you have", "required"),
    ],
)
def test_a_heading_says_in_any_of_its_forms_what_is_asked(heading: str, kind: str, knowledge: Knowledge) -> None:
    """Known bad: below "You'll have:" nine must-haves were read as duties."""
    posting = read_posting(f"{HEAD}{LISTED.format(heading=heading)}", knowledge)
    assert [one.kind for one in posting.requirements[2:]] == [kind, kind]
    assert [one.kind for one in posting.requirements[:2]] == ["responsibility"] * 2


@pytest.mark.parametrize("heading", ["You'll have access to:", "You will have the opportunity to:"])
def test_what_one_gets_is_not_asked(heading: str, knowledge: Knowledge) -> None:
    """Forms of "you have" that ask for nothing."""
    posting = read_posting(f"{HEAD}{LISTED.format(heading=heading)}", knowledge)
    assert {one.kind for one in posting.requirements} == {"responsibility"}


def test_a_list_ends_where_benefits_and_law_stand_apart_below_it(knowledge: Knowledge) -> None:
    """Known bad: "People with lived experience are encouraged to apply" was what would be nice to have."""
    below = (
        "\n\nPreferred\n- A second language\n- First aid\n\nBenefits: dental, 22 days PTO, free meals.\n\n"
        "Marrow Street is an equal opportunity employer. People with lived experience are encouraged to apply.\n\n"
        "Please submit a cover letter. Interview process: phone screen with the owner, panel of two porters.\n"
    )
    posting = read_posting(f"{HEAD}DUTIES\n- Carry bags to the rooms{below}", knowledge)
    assert [one.text for one in posting.of("preferred")] == ["A second language", "First aid"]
    assert posting.of("required") == ()
    assert [fact.text for fact in posting.process] == ["Interview process: phone screen with the owner, panel of two porters."]


def test_values_end_where_the_process_or_the_law_begins(knowledge: Knowledge) -> None:
    """Known bad: the steps of the process and "apply anyway" were values of the employer, and "No fuss" none."""
    text = (
        f"{HEAD}DUTIES\n- Carry bags to the rooms\n\nHow we work\nWe carry light. Guests over gadgets. No fuss.\n\n"
        "Our process: 20 min call with the owner, trial shift, then a chat with the porters. No tests, ever.\n\n"
        "Marrow Street is an equal opportunity employer.\nIf you do not match every line above, apply anyway.\n"
    )
    posting = read_posting(text, knowledge)
    assert [fact.text for fact in posting.values] == ["We carry light", "Guests over gadgets", "No fuss"]
    assert [fact.text for fact in posting.process] == [
        "Our process: 20 min call with the owner, trial shift, then a chat with the porters."
    ]
