"""What an employer is by law stands at the foot of its postings, and is asked of nobody."""

from __future__ import annotations

from playbook.knowledge.conditions import is_condition, of_the_person
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
    "The duties listed below are illustrative only and not intended to be all-inclusive.",
    "In accordance with the Immigration Reform and Control Act of 1986, all persons hired must verify identity and eligibility.",
    "Must successfully complete a twelve (12) month probationary period.",
    "OR: Any equivalent combination of education, training and experience that provides the required knowledge.",
    "A certificate program may be substituted for up to one year of the required education.",
    "Please tell us if you need any adjustments.",
    "Let us know about any accommodations that would help you at interview.",
)
ASKED = (
    "Ability to obtain NMLS registration",
    "Knowledge of equal housing opportunity laws",
    "Experience in a firm regulated by the FCA",
    "Nurse registered in Ireland with the NMBI",
    "Experience with VAT returns for 300 clients",
    "Knowledge of FDIC regulations",
    "Associate's degree or an equivalent combination of education and experience",
    "Verify identity documents of new customers",
    "Experience with immigration law",
    "Making workplace adjustments for staff",
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


def test_what_an_authority_says_in_each_posting_is_no_duty_and_no_requirement(knowledge: Knowledge) -> None:
    """Known bad: how to mend "the duties listed below are illustrative only" was asked of the candidate's peers."""
    text = (
        "CITY OF MARLOW\nWEB DEVELOPER I\n\nDESCRIPTION\nThe City values Integrity, Service, Equity and Teamwork.\n\n"
        "EXAMPLES OF DUTIES\nThe duties listed below are illustrative only. Depending on assignment, the incumbent may:\n"
        "1. Develop and test web pages.\n2. Convert PDF forms to accessible online forms.\n3. Respond to help tickets.\n"
        "4. Perform related duties as assigned. May be required to work as a Disaster Service Worker in an emergency.\n\n"
        "MINIMUM QUALIFICATIONS\nEducation: Associate's degree in computer science.\nExperience: One year of experience developing websites.\n"
        "OR: Any equivalent combination of education, training and experience that provides the required skills.\n"
        "Must pass a criminal background check (fingerprint) prior to appointment.\n"
    )
    posting = read_posting(text, knowledge)
    assert [one.text for one in posting.of("responsibility")] == [
        "Develop and test web pages.",
        "Convert PDF forms to accessible online forms.",
        "Respond to help tickets.",
    ]
    assert not any("combination" in one.text for one in posting.of("required"))
    assert [one.text for one in posting.values] == ["Integrity", "Service", "Equity", "Teamwork"]


def test_a_check_that_one_agrees_to_is_a_condition() -> None:
    """Known bad: who had never told of a background check was to ask a colleague whether they had done it together."""
    assert is_condition("Must pass a criminal background check (fingerprint) prior to appointment.")
    assert of_the_person("Must possess a valid Washington State driver's license.")
    assert not is_condition("Complete background research for investigations")


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
