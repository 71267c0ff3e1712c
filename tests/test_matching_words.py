"""Which words of a requirement and of a resume tell something: acronyms in their letters, no idioms, no lone word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from playbook.artifacts.matching import Matching, RequirementMatch
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.knowledge.packs import Knowledge
from playbook.matching import match
from playbook.profiling import profile_company
from tests.case_factory import make_posting, make_resume
from tests.matching_cases import statuses

TODAY = date(2026, 11, 23)


def first(resume: Resume, posting: Posting, knowledge: Knowledge) -> RequirementMatch:
    """The match of the posting's first requirement, for an employer that no pack knows."""
    return match(resume, posting, profile_company("Northwind Works", posting, knowledge, TODAY), knowledge).requirements[0]


def test_an_acronym_in_other_letters_is_another_thing(knowledge: Knowledge):
    bullet = "Fitted 3 phase DBs, emergency lighting and fire alarms in 12 schools"
    resume = make_resume([("Electrician", "Parnell", "2015-04", None, [bullet])])
    posting = make_posting("Maintenance Electrician", "general", required=("Enhanced DBS clearance",))
    assert first(resume, posting, knowledge).status not in {"covered", "partial"}


def test_nobody_lacks_a_turn_of_phrase(knowledge: Knowledge):
    bullet = "Read API logs and wrote SQL queries for 40 tickets a week"
    resume = make_resume([("Support Lead", "Quillbase", "2020-01", None, [bullet])])
    posting = make_posting("Support Manager", "support", required=("Can read an API log and isn't scared of SQL",))
    assert "scared" not in first(resume, posting, knowledge).missing_terms


def test_nobody_lacks_the_employer(knowledge: Knowledge):
    resume = make_resume([("Shift Supervisor", "Copper Kettle", "2020-01", None, ["Led a team of six baristas"])])
    posting = make_posting(
        "Store Manager", "general", duties=("Leads a team of store partners to create the Starbucks Experience",)
    )
    posting = posting.model_copy(update={"hiring_organization": "Starbucks"})
    assert not any("Starbucks" in term for term in first(resume, posting, knowledge).missing_terms)


def test_one_word_of_a_certificate_is_no_evidence_of_work(knowledge: Knowledge):
    resume = make_resume(
        [("Barista", "Copper Kettle", "2020-01", None, ["Served 90 drinks an hour"])], certificates=("ServSafe Manager",)
    )
    posting = make_posting("Store Manager", "general", required=("Ability to manage multiple situations simultaneously",))
    assert not any("ServSafe" in one.fact.text for one in first(resume, posting, knowledge).evidence)


def test_redundancy_consultation_pay_deals_and_tupe_are_known_by_their_british_names(knowledge: Knowledge):
    resume = make_resume(
        [
            (
                "HR Business Partner",
                "Oakmere Foods",
                "2021-05",
                None,
                [
                    "Led consultation for closure of a packing hall: 140 roles at risk, 61 redeployed",
                    "Negotiated two year pay deal with Unite alongside ER head",
                    "35 ER cases open at any time: disciplinary, grievance, capability, TUPE in of 44 staff",
                ],
            )
        ]
    )
    posting = make_posting(
        "HR Business Partner",
        "hr",
        required=(
            "Experience with unionised environments",
            "Experience of collective consultation",
            "Strong knowledge of UK employment law",
        ),
    )
    found = match(resume, posting, profile_company("Northwind Works", posting, knowledge, TODAY), knowledge).requirements
    assert [one.status for one in found] == ["covered"] * 3


@pytest.mark.parametrize(
    ("requirement", "wanted"),
    [
        ("Trained in a sales methodology: MEDDIC, Challenger, Command of the Message, SPIN", "covered"),
        ("ACLS and BLS certification within 30 days of hire", "covered"),
        ("Experience with MEDDIC, demonstrated through one or a combination of work and/or military experience", "covered"),
        ("Bachelor's degree in a quantitative field", "covered"),
        ("MSc or BSc in CS, ML or Statistics", "covered"),
    ],
)
def test_a_line_is_not_judged_by_what_it_says_of_itself(
    matched: Callable[[Resume, Posting], Matching], requirement: str, wanted: str
) -> None:
    """Examples are ways, a deadline is no skill, and statistics is a quantitative field."""
    resume = make_resume(
        [("Account Executive", "Acme", "2018-01", None, ["MEDDPICC, forecast within 5%", "Sold software to 40 hospitals"])],
        education=("BSc Statistics, Kent State University, 2017",),
        certificates=("BLS", "ACLS"),
        years=8,
    )
    posting = make_posting("Account Executive", "sales", required=(requirement,))
    assert statuses(posting, matched(resume, posting))[requirement] == wanted


@pytest.mark.parametrize(
    ("requirement", "wrong"),
    [
        ("Experience managing product managers", "covered"),
        ("Mentor junior designers", "covered"),
        ("Injection therapy", "partial"),
        ("Put LLMs to work, with evals to prove it", "covered"),
        ("Acupuncture / dry needling qualification", "covered"),
        ("Experience managing agencies", "covered"),
    ],
)
def test_words_that_only_sound_alike_meet_nothing(
    matched: Callable[[Resume, Posting], Matching], requirement: str, wrong: str
) -> None:
    """Known bad: a product manager who manages product managers, a junior who mentors, a therapy assistant who injects."""
    resume = make_resume(
        [
            ("Senior Product Manager", "Acme", "2021-01", None, ["Ran weekly shadow evals", "Coordinated 2 freelancers"]),
            ("Junior to mid UX designer", "Birch", "2019-01", "2021-01", ["Early mobilisation on the ward with 4 patients"]),
            ("Therapy assistant", "Mendip General", "2017-01", "2019-01", ["Helped on the ward"]),
        ],
        years=8,
    )
    posting = make_posting("Product Manager", "product", required=(requirement,))
    assert statuses(posting, matched(resume, posting))[requirement] != wrong


def test_nobody_lacks_what_all_work_of_the_kind_consists_of(knowledge: Knowledge):
    """Known bad: a hygienist was told to prepare a script on "providing care"."""
    bullet = "Went into two long-term-care homes once a month and saw about 20 residents of the dementia unit a visit"
    resume = make_resume([("Dental Hygienist", "Harrow Dental", "2020-01", None, [bullet])])
    posting = make_posting(
        "Dental Hygienist", "allied-health", duties=("Provide care to patients with dementia under general anaesthesia",)
    )
    assert "Provide care" not in first(resume, posting, knowledge).missing_terms


def test_a_module_that_is_under_way_is_half_of_its_certificate(knowledge: Knowledge):
    """Known bad: the certificate was called covered by a line on fillings."""
    resume = make_resume(
        [("Dental Hygienist", "Harrow Dental", "2020-01", None, ["Silver diamine fluoride for little ones"])],
        certificates=("Restorative dental hygiene module – in progress, exp. Spring 2027",),
    )
    posting = make_posting("Dental Hygienist", "allied-health", required=("Restorative dental hygiene certification",))
    assert first(resume, posting, knowledge).status == "partial"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Document in the electronic health record (Epic / Wisdom)", "partial"),
        ("Experience with electronic health records (Epic)", "covered"),
    ],
)
def test_brackets_that_say_which_product_it_is_are_no_example(line: str, status: str, knowledge: Knowledge):
    """Known bad: what another product shows was a strength on one page, and the product named a gap on the next."""
    bullet = "Wrote the electronic health records of 40 patients a week in Cerner"
    resume = make_resume([("Dental Hygienist", "Harrow Dental", "2020-01", None, [bullet])])
    posting = make_posting("Dental Hygienist", "allied-health", required=(line,))
    assert first(resume, posting, knowledge).status == status


@pytest.mark.parametrize(
    ("bullet", "line", "status"),
    [
        ("Acting up for the Branch Manager for 4 months, team of 6", "Experience of leading a team", "covered"),
        ("Managed a team of 8 cooks", "Experience of leading a team", "covered"),
        ("Cooked 90 covers a night", "Experience of leading a team", "unknown"),
    ],
)
def test_a_line_of_plain_words_that_name_something_together_is_judged(
    matched: Callable[[Resume, Posting], Matching], bullet: str, line: str, status: str
) -> None:
    """Known bad: whoever led teams for years was asked whether they had."""
    resume = make_resume([("Cook", "Acme", "2020-01", None, [bullet])], years=6.0)
    found = matched(resume, make_posting("Kitchen Manager", "culinary", required=(line,)))
    assert found.requirements[0].status == status
