"""What a line leaves to choose, and what it asks for besides: one side is enough, a second figure is a part of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.matching.asks import asks_of
from tests.case_factory import make_posting, make_resume

Match = Callable[[Resume, Posting], Matching]


def judged(
    matched: Match, resume: Resume, line: str | tuple[str, float], family: str = "general"
) -> tuple[str, tuple[str, ...]]:
    """The status of a required line, and what is called missing."""
    found = matched(resume, make_posting("Team Lead", family, required=(line,))).of("r1")
    return found.status, found.missing_terms


@pytest.mark.parametrize(
    ("line", "bullet", "wanted"),
    [
        ("Experience in a care home or contract catering setting", "Cooked for 90 residents of a care home", "covered"),
        ("Naval, coastguard or emergency services background", "Nine years as a coastguard watch officer", "covered"),
        ("Naval, coastguard or emergency services background", "Nine years as a bank cashier", "unknown"),
    ],
)
def test_one_side_of_a_choice_is_enough(matched: Match, line: str, bullet: str, wanted: str) -> None:
    """Known bad: "care home or contract catering" called partial of a care home's cook, for no pack knows care homes."""
    resume = make_resume([("Team Lead", "Oakfield", "2019-01", None, [bullet])], years=7.9)
    status, missing = judged(matched, resume, line)
    assert status == wanted
    assert not missing


def test_a_noun_that_two_names_share_belongs_to_both(knowledge: Knowledge) -> None:
    """Known bad: "a data or business analysis role" read as a role in business analysis alone."""
    (ask,) = asks_of("Experience in a data or business analysis role", "data", lexicon_of(knowledge))
    assert {way.id for way in ask.ways} == {"data-analysis", "business-analysis"}


def test_an_or_in_brackets_is_a_choice(matched: Match) -> None:
    """Known bad: "a certificate in X (or a diploma of Y)" called partial of who holds the certificate."""
    resume = make_resume(
        [("Guard", "Oakfield", "2019-01", None, ["Patrolled a port"])],
        certificates=("Certificate IV in Security Management, 2023",),
        years=7.9,
    )
    line = "Certificate IV in Security Management (or Diploma of Security Risk Management)"
    assert judged(matched, resume, line) == ("covered", ())


def test_a_name_made_of_names_that_are_shown_is_not_missing(matched: Match) -> None:
    """Known bad: "B2B SaaS sales experience" partial, with nothing missing, of who sold and worked in SaaS."""
    resume = make_resume(
        [("Account Executive", "Tallow", "2019-01", None, ["B2B SaaS for 90 accounts", "New sales at 112% of quota"])],
        years=7.9,
    )
    assert judged(matched, resume, "B2B SaaS sales experience", "sales") == ("covered", ())


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("P&L responsibility of $40M or more", "covered"),
        ("P&L responsibility of $90M or more", "partial"),
        ("Led 30+ branches with full P&L", "covered"),
        ("Led 60+ branches with full P&L", "partial"),
    ],
)
def test_a_figure_in_a_line_is_a_part_of_it(matched: Match, line: str, wanted: str) -> None:
    """Known bad: "P&L of $90M or more" covered by a P&L of $46M, for the P&L is the same."""
    resume = make_resume(
        [("Regional Director", "Castle", "2012-01", None, ["Full P&L of $46M across 41 branches, led by six managers"])],
        years=14.9,
    )
    assert judged(matched, resume, line, "operations")[0] == wanted


@pytest.mark.parametrize(("title", "wanted"), [("Maintenance Supervisor", "covered"), ("Maintenance Fitter", "partial")])
def test_years_in_a_post_are_counted_beside_those_of_the_trade(matched: Match, title: str, wanted: str) -> None:
    """Known bad: "5 years in maintenance with 2+ years in a supervisory role" judged by the five years alone."""
    resume = make_resume([(title, "Oakfield", "2016-01", None, ["Maintenance of 40 pumps and motors"])], years=10.9)
    line = ("At least 5 years in maintenance with 2+ years in a supervisory role", 5.0)
    assert judged(matched, resume, line)[0] == wanted


def test_an_abbreviation_names_one_thing(matched: Match) -> None:
    """Known bad: "Experience of HIQA inspections" partial, with nothing missing, of who passed one."""
    resume = make_resume(
        [("Cook", "Oakfield", "2019-01", None, ["HIQA inspection in May: kitchen found compliant"])], years=7.9
    )
    assert judged(matched, resume, "Experience of HIQA inspections") == ("covered", ())


@pytest.mark.parametrize(
    ("bullet", "is_shown"),
    [
        ("Six direct reports (4 District Managers, a finance partner); 41 managers indirect", True),
        ("Manage nine: six designers, two writers, one researcher", False),
    ],
)
def test_who_counts_managers_below_them_leads_leaders(matched: Match, bullet: str, is_shown: bool) -> None:
    """Known bad: nobody could judge "leading leaders" of somebody with four district managers."""
    resume = make_resume([("Regional Director", "Castle", "2012-01", None, [bullet])], years=14.9)
    assert (judged(matched, resume, "Experience leading leaders", "executive")[0] == "covered") is is_shown


def test_an_abbreviation_is_not_the_name_that_goes_on_behind_it(matched: Match) -> None:
    """Known bad: "IOSH Managing Safely" covered by "IOSH Working Safely", for the letters are the same."""
    role = ("Team Lead", "Oakfield", "2019-01", None, ["Allocated work at the start of the shift"])
    resume = make_resume([role], certificates=("IOSH Working Safely",), years=7.9)
    assert judged(matched, resume, "IOSH Managing Safely or willing to work towards it")[0] != "covered"


def test_of_a_long_choice_the_side_that_is_shown_is_called_covered(matched: Match) -> None:
    """Known bad: "Fintech" called covered of somebody who knows an ERP, for it stands first in the line."""
    role = ("Account Executive", "Tallow", "2019-01", None, ["Quoted 30 orders a day in the ERP"])
    posting = make_posting("Seller", "sales", preferred=("Fintech, AP automation, ERP or procurement software background",))
    assert matched(make_resume([role], years=7.9), posting).of("r1").covered_terms == ("ERP",)


@pytest.mark.parametrize(
    ("line", "ways"),
    [
        ("Experience in a healthcare or contract catering setting", {"care-catering", "contract-catering"}),
        ("Experience in a data or business analysis environment", {"data-analysis", "business-analysis"}),
    ],
)
def test_a_shared_noun_may_stand_before_a_word_for_places(knowledge: Knowledge, line: str, ways: set[str]) -> None:
    """Known bad: "contract catering" called missing of a cook in healthcare, for the line ends in "setting"."""
    found = [{way.id for way in ask.ways} for ask in asks_of(line, "culinary", lexicon_of(knowledge))]
    assert ways in found


def test_what_shares_its_noun_with_the_next_thing_is_offered_behind_a_deed_too(matched: Match) -> None:
    """Known bad: electro-mechanical systems missing where "troubleshooting electronic or electro-mechanical systems" is asked."""
    resume = make_resume(
        [("Electronics Technician", "USS Harrow", "2017-01", None, ["Repaired radar repeaters to the circuit-card level"])],
        years=9.9,
    )
    line = ("2+ years of experience troubleshooting electronic or electro-mechanical systems", 2.0)
    status, missing = judged(matched, resume, line, "maintenance")
    assert status != "gap"
    assert not missing
