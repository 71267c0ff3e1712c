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
