"""Which evidence stands first: what carries the requirement, and another piece only where it carries as much."""

from __future__ import annotations

from collections.abc import Callable

from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from tests.case_factory import make_posting, make_resume

Match = Callable[[Resume, Posting], Matching]


def leads(posting: Posting, matching: Matching) -> dict[str, str]:
    """Requirement text to the first piece of evidence."""
    pairs = ((requirement.text, matching.of(requirement.id).evidence) for requirement in posting.requirements)
    return {text: evidence[0].fact.text for text, evidence in pairs if evidence}


def test_a_bullet_gives_way_only_to_one_that_carries_as_much(matched: Match) -> None:
    """Known bad: "Experience of FDA inspections" led by an OSHA inspection, because the FDA bullet led a row above."""
    told = "FDA inspections: led two as site host, both closed without a 483"
    resume = make_resume(
        [("Quality Manager", "Pellwood Foods", "2019-01", None, [told, "OSHA inspections x 3, no citations"])], years=7.9
    )
    posting = make_posting(
        "Quality Manager", "general", required=("Host FDA inspections without a 483", "Experience of FDA inspections")
    )
    assert set(leads(posting, matched(resume, posting)).values()) == {told}


def test_rows_that_are_shown_alike_by_two_bullets_quote_one_each(matched: Match) -> None:
    """Two budgets of the same kind: the second row is led by the second."""
    bullets = ["Managed an annual budget of $2M", "Managed an annual budget of $3M at the second site"]
    resume = make_resume([("Site Manager", "Pellwood Foods", "2019-01", None, bullets)], years=7.9)
    posting = make_posting("Site Manager", "general", required=("Budget management", "Managing an annual budget"))
    assert len(set(leads(posting, matched(resume, posting)).values())) == 2


def test_what_somebody_wants_is_no_evidence(matched: Match) -> None:
    """Known bad: years of furniture design shown by "Wants back into furniture design"."""
    resume = make_resume(
        [("Joiner", "Alder & Oak", "2012-01", None, ["Built 40 fitted kitchens a year"])],
        summary="Joiner with 14 years in workshops. Wants back into furniture design.",
        years=14.9,
        stated=14.0,
    )
    posting = make_posting("Furniture Designer", "general", required=(("7+ years of furniture design experience", 7.0),))
    found = matched(resume, posting).of("r1")
    assert found.status != "covered"
    assert not any("Wants" in evidence.fact.text for evidence in found.evidence)


def test_ones_own_deed_leads_what_others_did(matched: Match) -> None:
    """Known bad: a quota history led by "buddy for five new reps, 4 of 5 hit full quota"."""
    bullets = [
        "Onboarding buddy for five new reps, 4 of 5 hit full quota",
        "FY24: 131% of a $780K quota; FY25: 112% after a change of patch with two vacancies in the pod",
    ]
    resume = make_resume([("Account Executive", "Tallow", "2019-01", None, bullets)], years=7.9)
    posting = make_posting("Account Executive", "sales", required=("History of meeting or exceeding quota",))
    assert list(leads(posting, matched(resume, posting)).values()) == [bullets[1]]


def test_what_was_given_up_does_not_lead(matched: Match) -> None:
    """Known bad: "Advanced Excel" led by the model that replaced the Excel workbooks."""
    bullets = ["Built a Power BI model that replaced 23 Excel workbooks", "Scorecards for 140 vendors in Excel"]
    resume = make_resume([("Analyst", "Grand", "2019-01", None, bullets)], years=7.9)
    posting = make_posting("Data Analyst", "data", required=("Advanced Excel",))
    assert list(leads(posting, matched(resume, posting)).values()) == [bullets[1]]


def test_a_title_gives_way_to_a_bullet_that_says_it(matched: Match) -> None:
    """Known bad: sales goals led by the title "Sales Associate", for "sales goal" is another name than "sales"."""
    told = "Finished the year at 118% of the individual sales goal"
    resume = make_resume([("Sales Associate", "Pellwood", "2019-01", None, ["Answered phones", told])], years=7.9)
    posting = make_posting("Banker", "general", required=("Success in exceeding individual sales and referral goals",))
    assert list(leads(posting, matched(resume, posting)).values()) == [told]


def test_the_team_of_a_manager_is_led_by_them(matched: Match) -> None:
    """Known bad: "Team of 22: reception, concierge" under a manager's title was no sign of people managed."""
    posting = make_posting("Rooms Division Manager", "hospitality", required=("Strong people manager",))
    found = {
        title: matched(make_resume([(title, "Calder Row", "2021-03", None, ["Team of 22: reception, concierge"])]), posting)
        for title in ("Front Office Manager", "Account Manager", "Receptionist")
    }
    assert [one.of("r1").status == "covered" for one in found.values()] == [True, False, False]


def test_complaints_that_escalate_are_shown_beside_the_scores(matched: Match) -> None:
    """Known bad: a line on guest satisfaction and escalated complaints was shown by the score alone."""
    bullets = ["Raised guest satisfaction from 81 to 88", "Handle all escalated complaints, written and in person"]
    posting = make_posting("Manager", "hospitality", duties=("Deliver guest satisfaction and deal with escalated complaints",))
    found = matched(make_resume([("Front Office Manager", "Calder Row", "2021-03", None, bullets)]), posting).of("r1")
    assert {evidence.fact.text for evidence in found.evidence} == set(bullets)


def test_what_was_rebuilt_shows_no_calm(matched: Match) -> None:
    """Known bad: "Calm under pressure" shown by rebuilt procedures, beside evacuations."""
    bullets = ["Rebuilt reception SOPs for contactless check-in", "Duty Manager 3 shifts a week, incl. fire evacuations"]
    posting = make_posting("Manager", "hospitality", required=("Calm under pressure",))
    assert (
        list(leads(posting, matched(make_resume([("Manager", "Calder Row", "2021-03", None, bullets)]), posting)).values())
        == bullets[1:]
    )


def test_a_line_is_led_by_the_deed_that_it_opens_with(matched: Match) -> None:
    """Known bad: "Train junior analysts on assays" answered by assays that were run, before students who were trained."""
    bullets = [
        "Ran 20 ELISA plates a week; cut failures from 12% to 3%",
        "Supervise 4 students per semester: train them on assays",
    ]
    posting = make_posting("QC Analyst", "general", duties=("Train junior analysts on assays",))
    assert (
        list(leads(posting, matched(make_resume([("Associate", "Okonjo Lab", "2021-03", None, bullets)]), posting)).values())
        == bullets[1:]
    )


def test_what_only_rests_on_a_thing_leads_no_line_about_it(matched: Match) -> None:
    """Known bad: advanced SQL led by reports of a tool that were retired, because the bullets on SQL led rows above."""
    bullets = ["Wrote the nightly SQL extract", "Retired 26 duplicate SSRS reports after reading their logs"]
    resume = make_resume([("Data Analyst", "Pellwood Foods", "2019-01", None, bullets)], years=7.9)
    posting = make_posting("Data Analyst", "data", required=("SQL for nightly extracts", "Advanced SQL"))
    assert set(leads(posting, matched(resume, posting)).values()) == {bullets[0]}
