"""Section 10: one page that says nothing which the other sections do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from playbook.grounding import issues
from playbook.provenance import lines_of
from playbook.writing.ask_back import ask_back
from playbook.writing.assess import assess
from playbook.writing.bridge_gaps import bridge_gaps
from playbook.writing.condense import GAP_WORDS, PITCH_WORDS, condense
from playbook.writing.draft_stories import draft_stories
from playbook.writing.generate_questions import generate_questions
from playbook.writing.pitch import pitch

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.asks import Asks
    from playbook.artifacts.assessment import Assessment
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.cheat_sheet import CheatSheet
    from playbook.artifacts.pitch import Pitch
    from playbook.artifacts.scripts import Scripts
    from playbook.artifacts.stories import Stories
    from playbook.knowledge.packs import Knowledge

CASES = ("jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte")
Parts = tuple["Assessment", "Pitch", "Stories", "Scripts", "Asks"]


def parts_of(brief: Brief, knowledge: Knowledge) -> Parts:
    """The sections that the sheet is made of."""
    stories = draft_stories(brief, knowledge)
    scripts = bridge_gaps(brief, stories, generate_questions(brief, stories, knowledge), knowledge)
    return assess(brief, knowledge), pitch(brief, knowledge), stories, scripts, ask_back(brief, knowledge)


def sheet_of(brief: Brief, knowledge: Knowledge) -> tuple[CheatSheet, Parts]:
    """The sheet and what it was made of."""
    parts = parts_of(brief, knowledge)
    return condense(brief, *parts, knowledge), parts


@pytest.mark.parametrize("name", CASES)
def test_sentences_that_are_taken_over_stay_what_they_were(
    name: str, case: Callable[[str], Brief], knowledge: Knowledge
) -> None:
    """Pitch, script, prompts and questions are the other sections' lines, provenance, sources, blanks and all."""
    sheet, (_, spoken, stories, scripts, asks) = sheet_of(case(name), knowledge)
    beats = [line for beat in spoken.thirty_seconds for line in beat.prose.lines]
    assert all(line in beats for line in sheet.pitch.lines)
    assert sheet.gap is None or all(line in scripts.bridges[0].script.lines for line in sheet.gap.prose.lines)
    assert all(banked.prompt in stories.stories[banked.story - 1].use_for for banked in sheet.stories)
    questions = [ask.question for interviewer in asks.interviewers for ask in interviewer.asks]
    assert all(ask.line in questions for ask in sheet.asks)


@pytest.mark.parametrize("name", CASES)
def test_the_page_is_short(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """A pitch of sixty words with a proof in it, a script of sixty, four selling points, four reminders."""
    sheet, (_, spoken, *_rest) = sheet_of(case(name), knowledge)
    proofs = next(beat.prose.lines for beat in spoken.thirty_seconds if beat.name == "proof")
    assert len(sheet.pitch.text.split()) <= PITCH_WORDS
    assert any(line in proofs for line in sheet.pitch.lines)
    assert sheet.gap is None or len(sheet.gap.prose.text.split()) <= GAP_WORDS
    assert (len(sheet.selling_points), len(sheet.remember)) == (4, 4)


@pytest.mark.parametrize("name", CASES)
def test_selling_points_state_what_their_bullets_state(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """No number and no name that the bullet or its employer lacks, and no bullet twice."""
    sheet, _ = sheet_of(case(name), knowledge)
    assert [issue for line in sheet.selling_points for issue in issues(line)] == []
    assert len({line.sources[0].span for line in sheet.selling_points}) == len(sheet.selling_points)


@pytest.mark.parametrize("name", CASES)
def test_one_question_for_each_interviewer(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """As many questions as interviewers, none twice."""
    sheet, (*_, asks) = sheet_of(case(name), knowledge)
    assert [ask.label for ask in sheet.asks] == [interviewer.label for interviewer in asks.interviewers]
    assert len({ask.line.text for ask in sheet.asks}) == len(sheet.asks)


def test_the_curveball_is_in_brief(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """The framework of the first curveball in the two sentences of its pack."""
    sheet, (_, _, _, scripts, _) = sheet_of(case("jordan-chen"), knowledge)
    first = scripts.curveballs[0]
    assert sheet.curveball.title == first.question.text
    assert sheet.curveball.prose.text == knowledge.curveballs[first.id].brief


def test_company_intel_keeps_its_sources(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Each line of company intel on the sheet still says where and when it was read."""
    sheet, _ = sheet_of(case("jordan-chen"), knowledge)
    intel = [line for _, line in lines_of(sheet.know) if line.provenance == "company"]
    assert intel
    assert all(source.url and source.checked for line in intel for source in line.sources)


def test_the_sheet_of_an_unknown_company_claims_no_intel(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Where no profile is at hand, nothing stands there as company intel."""
    sheet, _ = sheet_of(case("amara-okafor"), knowledge)
    assert not [line for _, line in lines_of(sheet) if line.provenance == "company"]


def test_no_gap_and_few_stories_leave_no_hole(case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Without a bridge there is no refresher; three stories make a bank of three."""
    brief = case("luis-herrera")
    assessment, spoken, stories, scripts, asks = parts_of(brief, knowledge)
    few = stories.model_copy(update={"stories": stories.stories[:3]})
    none = scripts.model_copy(update={"bridges": ()})
    sheet = condense(brief, assessment, spoken, few, none, asks, knowledge)
    assert sheet.gap is None
    assert [banked.link.target for banked in sheet.stories] == ["story-1", "story-2", "story-3"]


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        ("trained 5 cooks on the new till", "Trained 5 cooks on the new till"),
        ("iTero scans for 8 patients a day", "iTero scans for 8 patients a day"),
        ("k6 load tests of 9 services", "k6 load tests of 9 services"),
        ("Ran the late shift", "Ran the late shift"),
    ],
)
def test_a_selling_point_opens_with_a_capital_unless_a_name_has_none(bullet: str, said: str) -> None:
    """Known bad: "trained 5 new hygienists" in small letters beside points that open with a capital."""
    from playbook.writing.selling_points import _opened

    assert _opened(bullet) == said
