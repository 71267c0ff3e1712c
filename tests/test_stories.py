"""Stories: what the bullet says stands in them as it is, what it leaves out is asked, and no two are built alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from brief_factory import Bullet, Case, brief_of
from text_cases import brief_of_texts

from playbook.artifacts.brief import Brief
from playbook.artifacts.stories import Stories
from playbook.grounding import issues, names, numbers
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.template import parse
from playbook.provenance import Line, Words, lines_of
from playbook.writing.draft_stories import draft_stories
from playbook.writing.story_missing import missing
from playbook.writing.story_place import with_article
from playbook.writing.story_text import sentences

SAMPLES = ("jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte")
TEXTS = ("graduate", "librarian", "teacher", "assistant")
PARTS = ("situation", "task", "action", "result")
Made = Callable[[str], tuple[Brief, Stories]]


@pytest.fixture(scope="module")
def made(knowledge: Knowledge, case: Callable[[str], Brief], tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The brief and the stories of a case, by its name."""
    done: dict[str, tuple[Brief, Stories]] = {}

    def make(name: str) -> tuple[Brief, Stories]:
        if name not in done:
            brief = case(name) if name in SAMPLES else brief_of_texts(name, tmp_path_factory.mktemp(name), knowledge)
            done[name] = (brief, draft_stories(brief, knowledge))
        return done[name]

    return make


def allowed(brief: Brief) -> list[str]:
    """What every sentence may name."""
    named = [fact.text for p in brief.resume.positions for fact in (p.name, p.position, p.dates) if fact is not None]
    return [brief.candidate, brief.company.name, brief.posting.title, *(v.name for v in brief.company.values), *named]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_full_resume_gets_eight_stories_and_no_excuse(made: Made, name: str):
    _, stories = made(name)
    assert [story.number for story in stories.stories] == list(range(1, 9))
    assert stories.fewer is None


@pytest.mark.parametrize("name", TEXTS)
def test_a_short_resume_gets_fewer_stories_and_the_page_says_so(made: Made, name: str):
    brief, stories = made(name)
    assert 0 < len(stories.stories) < 8
    assert stories.fewer is not None
    assert len(stories.stories) <= len(brief.resume.highlights)


def test_a_resume_without_bullets_gets_no_story_and_says_why(knowledge: Knowledge):
    stories = draft_stories(brief_of(Case(bullets=(Bullet("Tidy"),), asked=())), knowledge)
    assert stories.stories == ()
    assert stories.fewer is not None
    assert "no bullet" in stories.fewer.text


@pytest.mark.parametrize("name", SAMPLES + TEXTS)
def test_each_story_rests_on_one_bullet_and_quotes_it_verbatim(made: Made, name: str):
    brief, stories = made(name)
    bullets = [story.highlight for story in stories.stories]
    assert len(set(bullets)) == len(bullets)
    for story in stories.stories:
        assert story.anchor.text == brief.resume.highlight(story.highlight).text


@pytest.mark.parametrize("name", SAMPLES + TEXTS)
def test_no_sentence_states_what_no_source_has(made: Made, name: str):
    brief, stories = made(name)
    found = [
        (at, str(issue))
        for at, line in lines_of(stories)
        for issue in issues(line, [] if line.provenance == "resume" else allowed(brief))
        if line.provenance in {"resume", "draft", "job"}
    ]
    assert found == []


@pytest.mark.parametrize("name", SAMPLES + TEXTS)
def test_the_words_of_the_bullet_stand_in_the_action_or_the_result(made: Made, name: str):
    brief, stories = made(name)
    for story in stories.stories:
        told = " ".join(
            line.stated for part in ("action", "result") for line in getattr(story, part).lines if line.provenance == "resume"
        )
        bullet = brief.resume.highlight(story.highlight)
        for metric in bullet.metrics:
            assert metric.text.removeprefix("by ") in told, (story.title, metric.text)


@pytest.mark.parametrize("name", SAMPLES)
def test_employer_and_role_are_named_and_never_asked(made: Made, name: str):
    _, stories = made(name)
    for story in stories.stories:
        assert story.employer in story.situation.text
        questions = " ".join(blank.question for part in PARTS for line in getattr(story, part).lines for blank in line.blanks)
        assert not re.search(r"company name|your title|which (?:company|employer)", questions, re.IGNORECASE)


@pytest.mark.parametrize("name", SAMPLES + TEXTS)
def test_a_story_asks_three_to_seven_things(made: Made, name: str):
    _, stories = made(name)
    for story in stories.stories:
        blanks = [blank.id for part in PARTS for line in getattr(story, part).lines for blank in line.blanks]
        assert 3 <= len(blanks) <= 7, story.title
        assert len(set(blanks)) == len(blanks)


@pytest.mark.parametrize("name", SAMPLES + TEXTS)
def test_no_frame_prompt_check_or_question_is_used_twice(made: Made, name: str):
    _, stories = made(name)
    lines = [line for _, line in lines_of(stories.stories) if line.provenance in {"draft", "role"}]
    texts = Counter(line.text for line in lines)
    assert [text for text, count in texts.items() if count > 1] == []


@pytest.mark.parametrize("name", SAMPLES + TEXTS)
def test_titles_differ_and_are_short(made: Made, name: str):
    _, stories = made(name)
    titles = [story.title for story in stories.stories]
    assert len(set(titles)) == len(titles)
    assert all(2 <= len(title.split()) <= 9 for title in titles)


@pytest.mark.parametrize("name", SAMPLES + TEXTS)
def test_no_label_is_worn_out(made: Made, name: str):
    _, stories = made(name)
    used = Counter(label for story in stories.stories for label in story.competencies)
    assert max(used.values()) <= 3


def test_the_stories_of_the_engineer_cover_the_values_in_play(made: Made):
    brief, stories = made("jordan-chen")
    rows = {row.value: row.stories for row in stories.coverage}
    assert set(rows) == {value.name for value in brief.company.values_in_play}
    shown = {label for story in stories.stories for label in story.competencies}
    assert all(bool(numbers_) == (value in shown) for value, numbers_ in rows.items())
    assert sum(1 for numbers_ in rows.values() if numbers_) >= len(rows) - 2


def test_no_kind_is_told_more_than_twice_in_its_own_frames(made: Made):
    for name in SAMPLES:
        kinds = Counter(story.archetype for story in made(name)[1].stories)
        assert all(count <= 2 for kind, count in kinds.items() if kind != "delivery"), kinds


def test_a_second_deed_becomes_a_sentence_of_its_own(made: Made):
    _, stories = made("ines-duarte")
    story = next(story for story in stories.stories if "brigade" in story.anchor.text)
    assert story.action.lines[0].text == "I led a brigade of 14 cooks and 3 apprentices."
    assert story.action.lines[1].text == "I wrote the weekly rota."


def test_an_outcome_that_is_the_whole_bullet_stands_in_the_result(made: Made):
    _, stories = made("ines-duarte")
    story = next(story for story in stories.stories if "food cost" in story.anchor.text)
    assert "by rewriting prep lists and renegotiating with three suppliers." in story.action.lines[0].text
    assert story.result.lines[0].text == "I cut food cost from 34% to 29% in eight months."


def test_what_the_bullet_states_is_not_asked(made: Made):
    """Known bad: "Where did food cost stand before?" below "from 34% to 29%"."""
    _, stories = made("ines-duarte")
    story = next(story for story in stories.stories if "food cost" in story.anchor.text)
    assert not any("stand" in line.text for part in PARTS for line in getattr(story, part).lines if line.blanks)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_draft_of_a_story_is_the_same_each_time(made: Made, knowledge: Knowledge, name: str):
    brief, stories = made(name)
    assert draft_stories(brief, knowledge) == stories


def test_prompts_are_not_for_failures(made: Made):
    for name in SAMPLES:
        prompts = [line.text for story in made(name)[1].stories for line in story.use_for]
        assert not any(re.search(r"\b(?:fail|failed|mistake|regret|missed)\b", prompt) for prompt in prompts)


def test_the_form_asks_for_all_four_parts(made: Made):
    _, stories = made("amara-okafor")
    assert tuple(stories.builder.prompts) == ("title", *PARTS)
    assert all(line.blanks for line in stories.builder.prompts.values())
    assert "Riverbend" in stories.builder.stress_test.text


def test_frames_hold_no_number_and_no_name_of_their_own(knowledge: Knowledge):
    for archetype in knowledge.archetypes.values():
        for text in (*archetype.situation, *archetype.task, *archetype.action, *archetype.result):
            stated = "".join(part.text for part in parse(text) if isinstance(part, Words))
            assert not numbers(stated), (archetype.id, text)
            assert not names(stated), (archetype.id, text)


def test_every_kind_has_enough_frames(knowledge: Knowledge):
    assert len(knowledge.archetypes) >= 18
    for archetype in knowledge.archetypes.values():
        assert min(len(archetype.situation), len(archetype.task), len(archetype.action)) >= 6, archetype.id
        assert min(len(archetype.result), len(archetype.before_you_use) - 1, len(archetype.follow_ups) - 1) >= 4, archetype.id
        assert all(competency in knowledge.competencies for competency in archetype.competencies), archetype.id


def test_every_situation_frame_asks_something(knowledge: Knowledge):
    for archetype in knowledge.archetypes.values():
        assert all("[" in text for text in archetype.situation), archetype.id


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Account Executive, Mid-Market", "an Account Executive (Mid-Market)"),
        ("RN", "an RN"),
        ("University Lecturer", "a University Lecturer"),
        ("Sous Chef", "a Sous Chef"),
        ("Hourly Aide", "an Hourly Aide"),
        ("Usher", "an Usher"),
        ("QA Engineer", "a QA Engineer"),
        ("SEO Specialist", "an SEO Specialist"),
    ],
)
def test_a_title_takes_the_article_of_its_first_sound(title: str, said: str):

    assert with_article(title) == said


def test_sentences_are_parted_outside_of_brackets_only():
    assert sentences("It was late. [Who knew? Who did not?] We went on. [Why?]") == (
        "It was late.",
        "[Who knew? Who did not?]",
        "We went on.",
        "[Why?]",
    )


def test_a_bullet_about_people_is_not_spoken_of_as_a_thing(knowledge: Knowledge):
    bullet = Bullet("Supported customers and delivery drivers by phone on weekends", employer="Alder Works")
    stories = draft_stories(brief_of(Case(bullets=(bullet,), asked=())), knowledge)
    drafts = [line for part in PARTS for line in getattr(stories.stories[0], part).lines if line.provenance == "draft"]
    assert drafts
    assert all(isinstance(line, Line) and "the customers" not in line.text for line in drafts)


def test_the_text_cases_are_read_as_they_are_meant(knowledge: Knowledge, tmp_path: Path):
    brief = brief_of_texts("teacher", tmp_path, knowledge)
    assert brief.matching.changes_career


@pytest.mark.parametrize(
    "bullet",
    ["Cut close from 11 business days to 6", "CSAT 88 -> 94 in 12 months", "Absence 7.8% → 5.1%", "Waste went from 6% to 3.5%"],
)
def test_a_bullet_that_says_how_things_stood_before_is_not_asked_for_it(knowledge: Knowledge, bullet: str):
    archetype = next(one for one in knowledge.archetypes.values() if "baseline" in one.missing)
    assert "baseline" not in set(missing(bullet, archetype))
    assert "baseline" in set(missing("Cut the close to 6 days", archetype))
