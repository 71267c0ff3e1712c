"""What an employer is by law stands at the foot of its postings, and is asked of nobody."""

from __future__ import annotations

from playbook.knowledge.packs import Knowledge
from playbook.reading.boilerplate import is_law, is_strain
from tests.posting_cases import DUTIES, HEAD, read_posting

NOTICES = (
    "Member FDIC.",
    "Equal Housing Lender.",
    "Federally insured by the NCUA.",
    "NMLS #402511",
    "Marrow Bell LLP is authorised and regulated by the Solicitors Regulation Authority.",
    "Registered charity in England and Wales, no. 1045678",
    "Company number: SC123456",
    "ABN 12 345 678 901",
)
ASKED = (
    "Ability to obtain NMLS registration",
    "Knowledge of equal housing opportunity laws",
    "Experience in a firm regulated by the FCA",
    "Nurse registered in Ireland with the NMBI",
    "Experience with VAT returns for 300 clients",
    "Knowledge of FDIC regulations",
)


def test_what_an_employer_is_by_law_is_told_from_knowing_the_law() -> None:
    """Known bad: a bank's membership of its insurer was the first thing that a candidate was found to lack."""
    assert [text for text in NOTICES if not is_law(text)] == []
    assert [text for text in ASKED if is_law(text)] == []


def test_no_heading_vouches_for_the_notices_at_the_foot(knowledge: Knowledge) -> None:
    """Known bad: below prose of a list its heading went on to the paragraph of the law, and made requirements of it."""
    foot = "Marrow Street is an equal opportunity employer. Member of the Rooms League. A driving licence is required."
    asked = "PHYSICAL REQUIREMENTS\nAbility to carry bags up two stairs at night."
    posting = read_posting(f"{HEAD}{DUTIES}\n{asked}\n\n{foot}\n", knowledge)
    assert [one.text for one in posting.of("required")] == [
        "Ability to carry bags up two stairs at night.",
        "A driving licence is required.",  # its own words ask
    ]


def test_what_a_body_has_to_bear_is_told_from_what_is_done() -> None:
    """Known bad: to stand, walk and lift 50 lbs was quoted as the pain of the role."""
    assert is_strain("Ability to stand and walk the floor for up to 10 hours, lift to 50 lbs")
    assert is_strain("Must be physically able to lift 35 lbs")
    assert not is_strain("Able to lift a team's results")
    assert not is_strain("Walk the floor and talk to every shift")
    assert not is_strain("Able to carry a lift truck licence")


def test_what_every_public_post_says_of_health_and_character_is_asked_of_nobody() -> None:
    """Known bad: "each candidate must be of good character" stood in the table of gaps, not judged."""
    for text in (
        "Health: A candidate for and any person holding the office must be fully competent to undertake its duties.",
        "Character: each candidate must be of good character.",
        "The clinical and administrative capacity to properly discharge the functions of the role",
    ):
        assert is_law(text)


def test_what_joins_or_opens_a_list_asks_for_nothing(knowledge: Knowledge) -> None:
    """Known bad: "AND" was a requirement, and the sentence above the duties was the first thing to ask a manager about."""
    asked = (
        "PRINCIPAL DUTIES\nThe position of Stock Lead encompasses both managerial and manual responsibilities which include "
        "the following:\n- Count the stock each month\n- Train new colleagues\n\nREQUIREMENTS\n- A forklift licence\nAND\n"
        "- Two years in a warehouse\n"
    )
    texts = [one.text for one in read_posting(f"{HEAD}{asked}", knowledge).requirements]
    assert "Count the stock each month" in texts
    assert not [text for text in texts if text == "AND" or text.endswith("following:")]
