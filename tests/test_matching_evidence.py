"""What a judgement rests on: evidence, reasons and missing terms that are true to their sources, and what each bullet is worth."""

from __future__ import annotations

import re
from collections.abc import Callable

from playbook.artifacts.brief import Brief
from playbook.artifacts.matching import Matching
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Resume
from playbook.grounding import issues
from playbook.knowledge.packs import Knowledge
from playbook.matching import match
from playbook.profiling import profile_company
from tests.case_factory import make_posting, make_resume
from tests.conftest import TODAY

SAMPLES = ("jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte")


def test_missing_terms_are_the_postings_words_and_absent_from_the_resume(case: Callable[[str], Brief]) -> None:
    """What is called missing can be searched for in the resume and is not there."""
    for name in SAMPLES:
        brief = case(name)
        text = brief.resume.model_dump_json()
        for requirement in brief.posting.requirements:
            for term in brief.matching.of(requirement.id).missing_terms:
                assert term in requirement.text
                assert not re.search(rf"\b{re.escape(term)}\b", text, re.IGNORECASE)


def test_reasons_are_true_to_their_sources(case: Callable[[str], Brief]) -> None:
    """No number and no name in a reason that the quoted facts lack; every quote is a whole fact."""
    for name in SAMPLES:
        for found in case(name).matching.requirements:
            assert issues(found.reason) == ()
            assert found.reason.sources
            if found.reason.provenance == "resume":
                assert all(source.span.document == "resume" for source in found.reason.sources)
                assert all(source.quote.rstrip(".;,") in found.reason.text for source in found.reason.sources)


def test_evidence_belongs_to_the_status(case: Callable[[str], Brief]) -> None:
    """Best first, none for a gap, and under half known nothing is judged."""
    for name in SAMPLES:
        for found in case(name).matching.requirements:
            strengths = [evidence.strength for evidence in found.evidence]
            assert strengths == sorted(strengths, reverse=True)
            assert not found.evidence or found.status in {"covered", "partial"}
            assert found.status == "unknown" or found.known_share >= 0.5


def test_every_bullet_has_a_worth_and_results_come_first(case: Callable[[str], Brief]) -> None:
    """What has a number and a direction outranks what has none."""
    for name in SAMPLES:
        brief = case(name)
        ranked = [worth.highlight for worth in brief.matching.highlights]
        assert sorted(ranked) == sorted(highlight.id for highlight in brief.resume.highlights)
        worths = [worth.worth for worth in brief.matching.highlights]
        assert worths == sorted(worths, reverse=True)
    assert case("jordan-chen").matching.highlights[0].highlight == "b1"


def test_a_bullet_speaks_for_two_values_at_most(case: Callable[[str], Brief]) -> None:
    """One bullet stretched over every principle would prove none."""
    for name in SAMPLES:
        assert all(len(worth.values) <= 2 for worth in case(name).matching.highlights)


def test_a_value_is_shown_by_its_second_competency_too(knowledge: Knowledge) -> None:
    """Known bad: "Learning and teaching" shown by nothing, of who trained eight colleagues: mentoring is its second word."""
    bullet = "Trained 5 new hygienists and 3 assistants in charting"
    resume = make_resume([("Hygienist", "Oakfield", "2019-01", None, [bullet])], years=7.9)
    posting = make_posting("Dental Hygienist", "allied-health", required=("Charting",))
    company = profile_company("Oakfield Dental", posting, knowledge, TODAY)
    found = match(resume, posting, company, knowledge).values
    names = {value.id: value.name for value in company.values}
    assert {names[one.value] for one in found if one.evidence} >= {"Learning and teaching"}


def test_the_deed_is_quoted_before_the_setting_in_which_it_is_asked_for(matched: Callable[[Resume, Posting], Matching]) -> None:
    """Known bad: a caseload was quoted for leading a team, since both were of claims."""
    bullets = ["Ran a caseload of 140 open motor claims", "Managed a team of 11 and held their reviews"]
    resume = make_resume([("Motor Claims Handler", "Acme", "2020-01", None, bullets)], years=6.0)
    line = "Experience of managing a team in a claims or contact centre environment"
    found = matched(resume, make_posting("Claims Team Manager", "banking", required=(line,))).requirements[0]
    assert found.evidence[0].fact.text == bullets[1]
