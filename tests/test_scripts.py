"""The gap table, the bridges and the curveballs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from playbook.provenance import lines_of
from playbook.writing.bridge_gaps import bridge_gaps
from playbook.writing.curveballs import choose_curveballs, situations
from playbook.writing.generate_questions import generate_questions
from playbook.writing.pen import Pen
from playbook.writing.story_text import sentences
from tests.brief_factory import Asked, Bullet, Case, Stated, brief_of, stories_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.scripts import Scripts
    from playbook.knowledge.packs import Knowledge

CHEF = Case(
    title="Executive Chef",
    bullets=(
        Bullet(
            "Cut food cost from 34% to 29% in eight months by rewriting prep lists", ("delivering-results",), "The Alder Room"
        ),
        Bullet("Lead a brigade of 14 cooks and 3 apprentices; write the weekly rota", ("leadership",), "The Alder Room"),
        Bullet("Developed a spring menu of 11 dishes around local growers", ("innovation",), "Casa Moira"),
    ),
    asked=(
        Asked("Write seasonal menus with local growers and cost every dish", kind="responsibility", evidence=(2,)),
        Asked("Work with the front of house manager on service", "gap", "responsibility", missing=("front of house service",)),
        Asked("Food safety manager certification", shown="ServSafe Manager, 2024"),
        Asked("Experience with wood-fire cooking", "gap", missing=("wood-fire cooking",)),
        Asked("Experience hiring and training cooks", "partial", missing=("hiring cooks",), evidence=(1,)),
    ),
    values=(Stated("Waste nothing", ("resourcefulness",)),),
)


def made(case: Case, knowledge: Knowledge) -> tuple[Brief, Scripts]:
    """The brief of a case and its scripts."""
    brief = brief_of(case)
    stories = stories_of(brief)
    return brief, bridge_gaps(brief, stories, generate_questions(brief, stories, knowledge), knowledge)


def test_the_table_has_every_requirement_and_the_weak_duties(knowledge: Knowledge) -> None:
    """Covered duties are left out; required lines come first; a gap says plainly that nothing names it."""
    _, scripts = made(CHEF, knowledge)
    assert [row.requirement for row in scripts.table] == ["r3", "r4", "r5", "r2"]
    assert [row.status for row in scripts.table] == ["covered", "gap", "partial", "gap"]
    assert scripts.table[0].evidence.text == "ServSafe Manager, 2024"
    assert scripts.table[1].evidence.text == "Nothing in the resume names this."
    assert scripts.table[2].evidence.provenance == "resume"


def test_the_table_is_never_longer_than_twelve_rows(knowledge: Knowledge) -> None:
    """The weightiest stay: no required line gives way to a wish."""
    asked = tuple(Asked(f"Wish number {n}", kind="preferred") for n in range(9))
    asked += tuple(Asked(f"Need number {n}", "partial", evidence=(0,), missing=(f"need {n}",)) for n in range(8))
    _, scripts = made(replace(CHEF, asked=asked), knowledge)
    assert len(scripts.table) == 12
    assert sum(row.said.text.startswith("Need") for row in scripts.table) == 8


def test_a_script_says_no_more_than_the_resume(knowledge: Knowledge) -> None:
    """What was done stands in a sentence of its own, with the bullet as its source and the bullet's words in it."""
    _, scripts = made(CHEF, knowledge)
    hiring = next(bridge for bridge in scripts.bridges if bridge.requirement == "r5")
    said = [line for line in hiring.script.lines if line.provenance == "resume"]
    assert len(said) == 1
    assert "brigade of 14 cooks" in said[0].text
    assert said[0].sources[0].quote == CHEF.bullets[1].text
    for bridge in scripts.bridges:
        for line in bridge.script.lines:
            if line.provenance == "draft":
                assert not any(character.isdigit() for character in line.stated)


def test_a_partial_requirement_is_said_to_be_met_in_part(knowledge: Knowledge) -> None:
    """The title and the script name what is missing, and the reason begins with what is there."""
    _, scripts = made(CHEF, knowledge)
    hiring = next(bridge for bridge in scripts.bridges if bridge.requirement == "r5")
    assert hiring.title == "Hiring Cooks"
    assert hiring.why.lines[0].provenance == "resume"
    assert "hiring cooks" in hiring.why.lines[1].text


def test_bridges_do_not_lean_on_one_bullet(knowledge: Knowledge) -> None:
    """No two scripts give the same evidence."""
    _, scripts = made(CHEF, knowledge)
    quotes = [
        line.sources[0].quote for bridge in scripts.bridges for line in bridge.script.lines if line.provenance == "resume"
    ]
    assert len(set(quotes)) == len(quotes)


def test_a_script_without_evidence_asks_instead_of_claiming(knowledge: Knowledge) -> None:
    """No bullet comes near: every sentence of the script is a draft, and the candidate is asked."""
    case = replace(CHEF, asked=(Asked("Fluency in Hungarian", "gap", missing=("Hungarian",)),), values=())
    _, scripts = made(case, knowledge)
    (bridge,) = scripts.bridges
    assert {line.provenance for line in bridge.script.lines} == {"draft"}
    assert any(line.blanks for line in bridge.script.lines)


def test_every_kind_of_gap_has_words_of_its_own(knowledge: Knowledge) -> None:
    """The last bridge serves what no other is made for; every field has a choice of four."""
    assert list(knowledge.bridges)[-1] == "general"
    assert len(knowledge.bridges) >= 14
    for entry in knowledge.bridges.values():
        for field in ("worry", "acknowledge", "pivot_with_evidence", "pivot_without", "close", "verify"):
            assert len(getattr(entry, field)) >= 4, (entry.id, field)
        assert any("{employer}" not in text for text in entry.pivot_with_evidence), entry.id
        assert all("{done}" in text for text in entry.pivot_with_evidence), entry.id
    named = {kind for entry in knowledge.bridges.values() for kind in entry.kinds}
    assert named == {"tool", "method", "domain", "soft", "language", "degree", "licence", "certificate", "years"}


def test_pivots_keep_what_was_done_in_a_sentence_of_its_own(knowledge: Knowledge) -> None:
    """The sentence with `{done}` names neither the company nor the gap: the resume says neither."""
    for entry in knowledge.bridges.values():
        for text in entry.pivot_with_evidence:
            (said,) = [sentence for sentence in sentences(text) if "{done}" in sentence]
            assert "{gap}" not in said, said
            assert "{company}" not in said, said
            assert "[" not in said, said


def test_who_estimates_nothing_is_not_asked_to_guess_a_number(knowledge: Knowledge) -> None:
    """Known bad: a hygienist and a chef were asked how many hours a town waits in line."""
    guess = knowledge.curveballs["estimate-something"]
    assert {"culinary", "allied-health", "legal", "social-work", "security"}.isdisjoint(guess.families)
    brief = brief_of(CHEF)
    questions = generate_questions(brief, stories_of(brief), knowledge)
    only = replace(knowledge, curveballs={guess.id: guess})
    assert choose_curveballs(brief, questions, only, Pen("scripts", brief, only)) == ()
    everybody = replace(knowledge, curveballs={guess.id: guess.model_copy(update={"families": ()})})
    assert choose_curveballs(brief, questions, everybody, Pen("scripts", brief, everybody)) != ()


def test_who_leaves_a_university_is_asked_about_it_in_every_room(knowledge: Knowledge) -> None:
    """Known bad: questions on results kept out the one that everybody asks a researcher."""
    brief = brief_of(CHEF)
    work = brief.resume.work[0]
    assert work.position is not None
    assert work.name is not None
    moved = work.model_copy(
        update={
            "position": work.position.model_copy(update={"text": "Research Associate"}),
            "name": work.name.model_copy(update={"text": "Ilmen University"}),
        }
    )
    brief = brief.model_copy(update={"resume": brief.resume.model_copy(update={"work": (moved, *brief.resume.work[1:])})})
    chosen = choose_curveballs(
        brief, generate_questions(brief, stories_of(brief), knowledge), knowledge, Pen("scripts", brief, knowledge)
    )
    assert "from-university-to-work-outside" in {one.id for one in chosen}


def test_curveballs_do_not_repeat_a_question(knowledge: Knowledge) -> None:
    """Three, each about something else, none that the twelve questions ask already."""
    brief = brief_of(CHEF)
    stories = stories_of(brief)
    questions = generate_questions(brief, stories, knowledge)
    scripts = bridge_gaps(brief, stories, questions, knowledge)
    tested = {knowledge.questions[question.id].competency for question in questions.questions if question.type == "behavioural"}
    firsts = [knowledge.curveballs[ball.id].competencies[:1] for ball in scripts.curveballs]
    assert len({ball.id for ball in scripts.curveballs}) == 3
    assert len(set(firsts)) == 3
    assert not tested.intersection(name for names in firsts for name in names)


def test_years_that_are_missing_or_far_above_are_told_from_the_posting() -> None:
    """Short of what is asked, or twice as many."""
    short = replace(CHEF, asked=(Asked("8+ years in kitchens", "partial", years=8),), relevant_years=3.0)
    assert "short-of-years" in situations(brief_of(short))
    above = replace(CHEF, asked=(Asked("2+ years in kitchens", years=2),), relevant_years=11.0)
    assert situations(brief_of(above)) >= {"far-above-years"}


@pytest.mark.parametrize("name", ["jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte"])
def test_sample_cases_have_whole_scripts(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Every sentence is filled, and every line of the resume rests on the resume."""
    brief = case(name)
    stories = stories_of(brief)
    scripts = bridge_gaps(brief, stories, generate_questions(brief, stories, knowledge), knowledge)
    assert 1 <= len(scripts.table) <= 12
    for _, line in lines_of(scripts):
        assert "{" not in line.text
        if line.provenance == "resume":
            assert line.sources
            assert all(source.span.document == "resume" for source in line.sources)


@pytest.mark.parametrize("part", ["acknowledge", "pivot_with_evidence", "pivot_without", "close"])
def test_every_text_of_the_packs_can_be_said(part: str, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one whose blank has two sentences: a text is taken apart outside of brackets only."""
    brief = brief_of(CHEF)
    stories = stories_of(brief)
    questions = generate_questions(brief, stories, knowledge)
    for entry in knowledge.bridges.values():
        for text in getattr(entry, part):
            narrowed = entry.model_copy(update={part: (text,)})
            monkeypatch.setattr("playbook.writing.bridge_gaps.bridge_for", lambda *_, narrowed=narrowed: narrowed)
            said = [bridge.script.text for bridge in bridge_gaps(brief, stories, questions, knowledge).bridges]
            assert all(one.count("[") == one.count("]") for one in said)


def test_a_licence_in_the_table_is_not_cut_at_its_abbreviation(knowledge: Knowledge) -> None:
    """Known bad: "Certified Public Accountant, State of Ohio, lic" as the evidence, its number left out."""
    held = "Certified Public Accountant, State of Ohio, lic. CPA.44712 — active since 2014"
    _, scripts = made(replace(CHEF, asked=(Asked("CPA (active), Certified Public Accountant", shown=held),)), knowledge)
    (row,) = scripts.table
    assert row.evidence.text == held
