"""Names that look alike, or that a longer name bears in it, are told apart; what satisfies the same line is one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge
from tests.case_factory import make_posting, make_resume
from tests.matching_cases import statuses

PARALEGAL: tuple[str, str, str, None, list[str]] = (
    "Paralegal",
    "Hale & Byrne",
    "2020-01",
    None,
    ["Drafted witness statements"],
)


def _reached(text: str, knowledge: Knowledge) -> frozenset[str]:
    lexicon = lexicon_of(knowledge)
    return lexicon.closure(found.id for found in lexicon.concepts(text))


@pytest.mark.parametrize(
    "education",
    [
        "LLB (Hons), University of Leeds, 2019",
        "LLB, University College Cork, 2016",
        "BA LLB, National Law School, 2018",
        "J.D., Tulane University, 2017",
        "BA in Law, University of Oxford, 2015",
    ],
)
def test_whoever_has_studied_law_has_a_law_degree(matched: Callable[[Resume, Posting], Matching], education: str) -> None:
    """Known bad: only a Juris Doctor counted, so that every graduate of law outside of the United States lacked one."""
    resume = make_resume(
        [("Paralegal", "Hale & Byrne", "2020-01", None, ["Drafted witness statements"])], education=(education,)
    )
    posting = make_posting("Paralegal", "legal", required=("Law degree", "Degree in law or equivalent"))
    assert statuses(posting, matched(resume, posting))["Law degree"] == "covered"


def test_a_law_degree_is_no_juris_doctor_and_another_degree_is_no_law_degree(
    matched: Callable[[Resume, Posting], Matching],
) -> None:
    posting = make_posting("Attorney", "legal", required=("Juris Doctor", "Law degree"))
    of_law = make_resume([PARALEGAL], education=("LLB, University College Cork, 2016",))
    of_history = make_resume([PARALEGAL], education=("B.A. in History, Reed College, 2015",))
    assert statuses(posting, matched(of_law, posting))["Juris Doctor"] != "covered"
    assert statuses(posting, matched(of_history, posting))["Law degree"] != "covered"


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("At least 5 years in security operations", "security-work", "securities-operations"),
        ("At least 5 years in securities operations", "securities-operations", "security-work"),
        ("Analyst in a Security Operations Center, SIEM and Splunk", "siem", "security-work"),
        ("Engaged costs draftsmen for the assessment", "costs-specialists", "costs-of-litigation"),
        ("Claims in the County Court", "civil-claims-tracks", "business-and-property-courts"),
        ("Claims in the High Court", "high-court-litigation", "business-and-property-courts"),
        ("Claims in the Business & Property Courts", "high-court-litigation", "civil-claims-tracks"),
        ("Disclosure under PD 57AD", "e-disclosure", "evidence-practice-direction"),
        ("Bundles in line with PD 32", "civil-procedure-rules", "disclosure-practice-direction"),
        ("Motivated a team of nine riggers", "", "initiative"),
        ("Highly motivated and reliable", "initiative", ""),
    ],
)
def test_names_that_look_alike_are_told_apart(knowledge: Knowledge, text: str, wanted: str, unwanted: str) -> None:
    """Known bad: guarding read as the settlement of trades, and who engaged a specialist did the specialist's work."""
    reached = _reached(text, knowledge)
    assert not wanted or wanted in reached
    assert unwanted not in reached


@pytest.mark.parametrize(
    ("shown", "asked"),
    [
        ("Adult and child prophy, ten a day", "dental-hygiene-practice"),
        ("SRP and perio maint for recall patients", "periodontal-care"),
        ("Scaling & root planing by quadrant", "dental-hygiene-practice"),
        ("Took FMX and BWX on phosphor plates", "dental-radiographs"),
        ("Bitewings as prescribed", "radiographs"),
        ("Plain film and portable X-rays on the wards", "radiographs"),
        ("Logged plate waste after each meal", "food-waste-reduction"),
        ("Chaired the residents' food committee", "resident-meetings"),
        ("Kept recipes in Kitchen CUT", "recipe-costing-software"),
        ("KPI reports for the board of a plant", "report-writing"),
        ("Exposed and mounted digital BWs, PAs and pans", "dental-radiographs"),
        ("Reconciled medical hx at each visit", "history-taking"),
        ("Saw residents of two long-term-care homes", "geriatrics"),
        ("Minuted safeguarding and behaviour panels", "committee-servicing"),
        ("Led the move of pupil records from SIMS to Arbor", "student-information-system"),
        ("JCQ inspections with no actions", "exam-administration"),
        ("Prepared briefs of evidence for the police", "report-writing"),
        ("Wrote up incident reports at shift end", "report-writing"),
        ("Client reports each month", "report-writing"),
    ],
)
def test_what_a_trade_says_in_short_is_known(knowledge: Knowledge, shown: str, asked: str) -> None:
    """Known bad: a hygienist who wrote "prophy" and "SRP" was shown as lacking cleanings."""
    assert asked in _reached(shown, knowledge)


@pytest.mark.parametrize(
    ("text", "competency"),
    [
        ("Debt Recovery Executive for trade accounts", "crisis-response"),
        ("Complaints down from 12 a week to 3", "conflict"),
        ("Own hygiene time and open chairs of two hygienists", "safety"),
        ("Took over the recall system from paper cards", "crisis-response"),
        ("Maintained access control at three gates", "compliance"),
        ("Engaged costs draftsmen for bills of costs", "resourcefulness"),
        ("Found compliant at the yearly visit", "initiative"),
        ("Found compliant at the yearly visit", "leadership"),
        ("Found 40 wrong prices in the catalogue", "initiative"),
    ],
)
def test_one_word_of_another_sense_shows_no_behaviour(knowledge: Knowledge, text: str, competency: str) -> None:
    """Known bad: the title of a debt collector as a crisis, and a finding of an inspector as the founding of something."""
    assert competency not in lexicon_of(knowledge).shown(text)


@pytest.mark.parametrize(
    ("text", "competency"),
    [
        ("Led the recovery from a warehouse flood", "crisis-response"),
        ("Handled complaints of guests at the desk", "conflict"),
        ("Kept food hygiene records for four kitchens", "safety"),
        ("Tested internal controls over payments", "compliance"),
        ("Cut food cost by a fifth", "resourcefulness"),
        ("Founded a choir of sixty", "initiative"),
        ("Founded a choir of sixty", "leadership"),
    ],
)
def test_the_behaviour_is_still_shown_where_it_is_meant(knowledge: Knowledge, text: str, competency: str) -> None:
    assert competency in lexicon_of(knowledge).shown(text)


@pytest.mark.parametrize(("text", "is_degree"), [("FDA", False), ("FdA", True), ("FdA Hospitality Management", True)])
def test_an_authority_is_no_foundation_degree(text: str, is_degree: bool, knowledge: Knowledge) -> None:
    """Known bad: "inspections (FDA, EMA)" asked for a degree, and a thesis answered half of it."""
    assert ("diploma" in _reached(text, knowledge)) is is_degree
