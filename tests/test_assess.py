"""Sections 1 and 2: what is said of the fit is true, honest and kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from playbook.artifacts.matching import Evidence
from playbook.grounding import issues
from playbook.provenance import Link, Words, lines_of
from playbook.writing.assess import assess
from playbook.writing.gaps import choose_gaps
from playbook.writing.restatements import restate
from playbook.writing.strengths import choose_strengths
from tests.brief_factory import Asked, Bullet, Case, brief_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.brief import Brief
    from playbook.knowledge.packs import Knowledge

CASES = ("jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte")


def without_gaps(brief: Brief) -> Brief:
    """The case as if the resume answered every line and showed every value."""
    some = next(match.evidence for match in brief.matching.requirements if match.evidence)
    requirements = tuple(
        match.model_copy(update={"status": "covered", "missing_terms": (), "evidence": match.evidence or some})
        for match in brief.matching.requirements
    )
    values = tuple(match.model_copy(update={"evidence": match.evidence or some[:1]}) for match in brief.matching.values)
    return brief.model_copy(
        update={"matching": brief.matching.model_copy(update={"requirements": requirements, "values": values})}
    )


@pytest.mark.parametrize("name", CASES)
def test_every_sentence_is_grounded(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """No line of the resume or the posting states a number or a name that its sources lack."""
    brief = case(name)
    company = brief.company
    allowed = (
        brief.candidate,
        brief.posting.title,
        company.name,
        company.values_label,
        *(value.name for value in company.values),
    )
    for at, line in lines_of(assess(brief, knowledge)):
        found = [issue for issue in issues(line, allowed) if issue.kind == "number" or line.provenance == "resume"]
        assert line.provenance not in {"resume", "job"} or not found, f"{at}: {found}"


@pytest.mark.parametrize("name", CASES)
def test_strengths_are_distinct_and_none_of_them_is_a_gap(
    name: str, case: Callable[[str], Brief], knowledge: Knowledge
) -> None:
    """Three requirements, three pieces of evidence, titles of three to six words, and no requirement that is a gap."""
    brief = case(name)
    strengths = choose_strengths(brief, knowledge, choose_gaps(brief, knowledge))
    assert len({strength.requirement.id for strength in strengths}) == len(strengths) == 3
    assert len({strength.fact.span for strength in strengths}) == 3
    assert not {strength.requirement.id for strength in strengths} & {gap.requirement for gap in choose_gaps(brief, knowledge)}
    assert all(3 <= len(strength.title.split()) <= 7 for strength in strengths)


@pytest.mark.parametrize("name", CASES)
def test_a_strength_sets_the_whole_line_of_the_posting_beside_the_resume(
    name: str, case: Callable[[str], Brief], knowledge: Knowledge
) -> None:
    """Each paragraph quotes its requirement whole, restates a fact of the resume, and marks one key phrase."""
    brief = case(name)
    for point in assess(brief, knowledge).standing.strengths:
        assert point.requirement is not None
        quote = brief.posting.requirement(point.requirement).text.rstrip(".")
        assert f'"{quote}"' in point.paragraph.text
        assert {"job", "resume"} <= {line.provenance for line in point.paragraph.lines}
        strong = [part for line in point.paragraph.lines for part in line.parts if isinstance(part, Words) and part.strong]
        assert len(strong) <= 1
        assert 2 <= len(point.paragraph.lines) <= 3


@pytest.mark.parametrize("name", CASES)
def test_each_gap_leads_to_its_script(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Section 2 names the gaps that every other section names, with a link to the script of the same number."""
    brief = case(name)
    gaps = choose_gaps(brief, knowledge)
    points = assess(brief, knowledge).standing.gaps
    assert [point.title for point in points] == [gap.title for gap in gaps]
    assert [point.link.target for point in points if point.link] == [f"bridge-{gap.number}" for gap in gaps]


@pytest.mark.parametrize("name", CASES)
def test_the_summary_is_two_sentences(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Two lines, each a single sentence."""
    lines = assess(case(name), knowledge).standing.summary.lines
    assert len(lines) == 2
    assert all(not re.search(r"[.!?]\s+[A-Z]", line.text) and line.text.endswith(".") for line in lines)


@pytest.mark.parametrize("name", CASES)
def test_counts_beside_the_bars_are_those_of_the_ledger(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """The number of qualifications is the number of rows that were judged, and those that were not are counted beside it."""
    brief = case(name)
    judged = [row for row in brief.fit.ledger if row.part == "skills" and row.status != "unknown"]
    unknown = [row for row in brief.fit.ledger if row.part == "skills" and row.status == "unknown"]
    line = assess(brief, knowledge).standing.skills.text
    stated = [int(number) for number in re.findall(r"\d+", line)]
    assert len(judged) in stated
    assert sum(stated) - len(unknown) in {len(judged), 2 * len(judged)}, line


@pytest.mark.parametrize("name", CASES)
def test_no_sentence_stands_twice_and_no_bullet_three_times(
    name: str, case: Callable[[str], Brief], knowledge: Knowledge
) -> None:
    """Within section 2 the wording varies and no bullet is worn out."""
    brief = case(name)
    lines = [line for _, line in lines_of(assess(brief, knowledge).standing)]
    texts = [line.text for line in lines]
    assert len(texts) == len(set(texts))
    for highlight in brief.resume.highlights:
        told = [line for line in lines if any(source.span == highlight.fact.span for source in line.sources)]
        assert len([line for line in told if line not in assess(brief, knowledge).standing.summary.lines]) <= 2, highlight.text


def test_a_case_without_gaps_is_told_what_to_do_instead(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """No gap, no script, no link into an empty section; still something to do first."""
    brief = without_gaps(case("amara-okafor"))
    assert not choose_gaps(brief, knowledge)
    made = assess(brief, knowledge)
    targets = {part.target for _, line in lines_of(made) for part in line.parts if isinstance(part, Link)}
    assert not made.standing.gaps
    assert not [target for target in targets if target.startswith("bridge-")]
    assert len(made.standing.priority) == 3
    assert made.snapshot.first_fix.text


def test_a_case_in_which_nothing_matches_is_still_kind(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Without any evidence there is no strength to invent; the page says where to start."""
    brief = case("ines-duarte")
    matches = tuple(match.model_copy(update={"status": "gap", "evidence": ()}) for match in brief.matching.requirements)
    fit = brief.fit.model_copy(update={"label": "long shot"})
    poor = brief.model_copy(update={"matching": brief.matching.model_copy(update={"requirements": matches}), "fit": fit})
    made = assess(poor, knowledge)
    assert made.standing.strengths == ()
    assert "unfortunately" not in made.standing.summary.text.lower()
    assert made.snapshot.strongest.text


@pytest.mark.parametrize(("status", "says_more"), [("covered", False), ("partial", True), ("unknown", True)])
def test_years_enough_are_not_called_what_was_asked_for_while_the_line_is_open(
    status: str, says_more: bool, case: Callable[[str], Brief], knowledge: Knowledge
) -> None:
    """Twelve years beside the trade are not three years of it."""
    brief = case("amara-okafor")
    asked = brief.posting.requirements[0].model_copy(update={"years": 3.0})
    posting = brief.posting.model_copy(update={"requirements": (asked,)})
    match = next(match for match in brief.matching.requirements if match.requirement == asked.id)
    matching = brief.matching.model_copy(
        update={"requirements": (match.model_copy(update={"status": status}),), "relevant_years": 12.0, "changes_career": False}
    )
    resume = brief.resume.model_copy(
        update={"years": brief.resume.years.model_copy(update={"stated": None, "stated_fact": None})}
    )
    made = assess(brief.model_copy(update={"posting": posting, "matching": matching, "resume": resume}), knowledge)
    (line,) = (line.text for _, line in lines_of(made) if "12 years" in line.text)
    assert ("than years" in line or "years alone" in line) == says_more


def test_years_in_all_are_not_told_for_years_of_what_is_asked(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Known bad: 17 years in the trades beside at least 7 of supervision, of somebody who has supervised for six."""
    brief = case("amara-okafor")
    years = brief.resume.years.model_copy(update={"stated": 17.0, "stated_fact": brief.resume.highlights[0].fact})
    asked = brief.posting.requirements[0].model_copy(update={"years": 7.0})
    match = next(match for match in brief.matching.requirements if match.requirement == asked.id)
    told = []
    for worked in (5.8, 16.4):
        matching = brief.matching.model_copy(
            update={
                "requirements": (match.model_copy(update={"status": "partial"}),),
                "relevant_years": worked,
                "changes_career": False,
            }
        )
        parts = {"posting": brief.posting.model_copy(update={"requirements": (asked,)}), "matching": matching}
        made = assess(brief.model_copy(update=parts | {"resume": brief.resume.model_copy(update={"years": years})}), knowledge)
        told.append(made.standing.experience.text)
    assert "6 years" in told[0]
    assert "17 years" not in told[0]
    assert "17 years" in told[1]


def test_what_a_summary_says_of_itself_is_no_strength(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """A strength rests on a bullet, a skill or a paper; with nothing but a summary as evidence there is none."""
    brief = case("ines-duarte")
    summary = brief.resume.summary
    assert summary is not None
    evidence = (Evidence(fact=summary, strength=1.0),)
    matches = tuple(
        match.model_copy(update={"status": "covered", "evidence": evidence}) for match in brief.matching.requirements
    )
    told = brief.model_copy(update={"matching": brief.matching.model_copy(update={"requirements": matches})})
    assert choose_strengths(told, knowledge, ()) == ()


def test_the_paths_and_the_table_cover_the_sections(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Rows 2 to 10, four steps and five, every step with somewhere to go."""
    made = assess(case("jordan-chen"), knowledge).snapshot
    assert [row.number for row in made.contents] == list(range(2, 11))
    assert (len(made.thirty_minutes), len(made.two_hours)) == (4, 5)
    assert all(any(isinstance(part, Link) for part in line.parts) for line in (*made.thirty_minutes, *made.two_hours))


@pytest.mark.parametrize("name", CASES)
def test_a_restatement_says_what_the_bullet_says(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Said in the second person, a bullet keeps its numbers and gains none."""
    brief = case(name)
    for highlight in brief.resume.highlights:
        shown = restate(highlight, brief.resume.position_of(highlight.id), knowledge)
        said = "".join(part.text for part in shown.you if isinstance(part, Words))
        assert said.startswith("you ")
        assert re.findall(r"\d[\d.,]*", said) == re.findall(r"\d[\d.,]*", highlight.text.rstrip("."))
        assert not re.search(r"\bI\b", said)


def test_a_name_of_two_words_keeps_its_capitals_within_a_sentence() -> None:
    """Known bad: "and health Home will carry most weight"."""
    from playbook.writing.restatements import _lowered

    assert _lowered("Health Home Plus Caseload", "Health Home Plus caseload of 20 adults") == "Health Home Plus caseload"
    assert _lowered("Leading a Team", "Leading a team of nine") == "leading a team"
    # Known bad: a whole playbook was held because nothing in a resume is called "Co-Chairing".
    assert _lowered("Co-Chairing the Council", "Co-chaired the council of the unit") == "co-chairing the council"


def test_years_of_a_trade_that_no_pack_knows_are_not_called_relevant(knowledge: Knowledge) -> None:
    """Known bad: two years of waiting tables were "relevant experience" for a manager of apartments."""
    case = Case(
        title="Manager",
        family="general",
        bullets=(Bullet("Waited on 12 tables a night"),),
        asked=(Asked("3+ years of managing apartments", years=3.0, evidence=(0,)),),
        relevant_years=9.0,
    )
    said = assess(brief_of(case), knowledge).standing.experience.text
    assert "9 years" in said
    assert "relevant" not in said
