"""The English of a case: which one its documents are in, and packs whose sentences are spelled for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.artifacts.brief import Brief
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.spelling import Told, in_language, language_of, spelled
from playbook.provenance import lines_of
from playbook.rendering.english import English
from playbook.writing.draft_stories import draft_stories
from playbook.writing.generate_questions import generate_questions

WORDS = {"behavior": "behaviour", "organize": "organise"}


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("You organise the rota and coach colleagues on behaviour.", "en-GB"),
        ("You organize the schedule and coach on behavior.", "en-US"),
        ("You run the kitchen of a pub in Wales.", "en-GB"),
        ("Pay is £14.20 an hour.", "en-GB"),
        ("You run the kitchen of a diner.", "en-US"),
        ("Our London team is in the United Kingdom; you organize the color lab in Ohio and its behavior.", "en-US"),
    ],
)
def test_the_spelling_of_the_documents_decides_and_then_their_country(told: str, language: str, knowledge: Knowledge):
    assert language_of([told], knowledge) == language


def test_the_posting_decides_before_the_resume(knowledge: Knowledge):
    assert language_of(["You keep the hall tidy in Dayton, OH", "I standardised labels."], knowledge) == "en-US"
    assert language_of(["You keep the hall tidy.", "I standardised labels."], knowledge) == "en-GB"


def test_a_noun_that_both_spell_alike_gives_nothing_away(knowledge: Knowledge):
    assert language_of(["Two analyses a week, and practice in the clinic."], knowledge) == "en-US"


def test_capitals_stay_and_parts_of_words_are_left():
    assert spelled("Organize BEHAVIOR, misbehavior, {behavior_x}", WORDS) == "Organise BEHAVIOUR, misbehavior, {behavior_x}"


@given(
    st.lists(st.sampled_from(["behavior", "Organize", "misbehavior", "the {role}", "behaviour", "x.", "[why?]"]), max_size=8)
)
def test_spelling_a_text_again_changes_nothing_more_and_the_rest_stays(words: list[str]):
    once = spelled(" ".join(words), WORDS)
    assert spelled(once, WORDS) == once
    assert [word for word in once.split(" ") if "our" not in word and "ise" not in word] == [
        word for word in " ".join(words).split(" ") if word not in {"behavior", "Organize", "behaviour"}
    ]


def test_sentences_are_spelled_and_names_ids_and_cues_are_not(knowledge: Knowledge):
    british = in_language(knowledge, "en-GB")
    assert british is in_language(british, "en-GB")
    assert in_language(british, "en-US") is knowledge
    changed = [name for name in knowledge.questions if knowledge.questions[name] != british.questions[name]]
    assert changed
    for name in changed:
        before, after = knowledge.questions[name], british.questions[name]
        assert (before.id, before.type, before.topics, before.families) == (after.id, after.type, after.topics, after.families)
    assert all(knowledge.archetypes[name].cues == british.archetypes[name].cues for name in knowledge.archetypes)
    assert british.skills is knowledge.skills
    assert lexicon_of(british) is lexicon_of(knowledge)
    assert british.fingerprints["questions"] != knowledge.fingerprints["questions"]


def test_what_is_written_for_a_british_case_has_no_american_word_that_it_does_not_quote(
    case: Callable[[str], Brief], knowledge: Knowledge
):
    brief = case("amara-okafor").model_copy(update={"language": "en-GB"})
    british = in_language(knowledge, "en-GB")
    stories = draft_stories(brief, british)
    quoted = " ".join(one.text for one in (*brief.resume.highlights, *brief.posting.requirements)).casefold()
    for _, line in lines_of(generate_questions(brief, stories, british)):
        wrong = {word for word in line.text.casefold().split() if word in knowledge.spellings and word not in quoted}
        assert wrong == set(), line.text


def test_a_head_of_one_word_is_spelled_and_an_id_of_one_is_not(knowledge: Knowledge):
    """Known bad: a rubric headed "Candor" in Leeds."""
    british = in_language(knowledge, "en-GB")
    heads = {mark.h for entry in british.questions.values() for mark in (*entry.great, *entry.red)}
    assert not {head for head in heads if head.casefold() in knowledge.spellings}
    assert "Candour" in heads
    assert {one for entry in british.questions.values() for one in entry.topics} == {
        one for entry in knowledge.questions.values() for one in entry.topics
    }


def test_packs_of_one_language_are_remembered_apart_from_those_of_another(knowledge: Knowledge):
    other = replace(knowledge)
    assert in_language(other, "en-GB") is not in_language(knowledge, "en-GB")


@pytest.mark.parametrize(("tag", "kind", "verb"), [("en-US", "Behavioral", "Practice"), ("en-GB", "Behavioural", "Practise")])
def test_the_pages_own_words_follow(tag: str, kind: str, verb: str):
    english = English(tag)  # type: ignore[arg-type]  a parameter is any text
    assert (english.kind("behavioural"), english.practise, english.kind("role_play")) == (kind, verb, "Role play")


def test_a_british_reader_has_a_cv_and_what_is_quoted_stays():
    """Known bad: "a Cv", "your resume" in Leeds, and a candidate's own line put into other words."""
    words = {"resume": "CV", "resumes": "CVs"}
    assert spelled("Resumes blur it: bring a resume.", words) == "CVs blur it: bring a CV."
    said = "The resume of “resume workshops for leavers” gives no dates, Resume 2 does."
    assert English("en-GB").said(said) == "The CV of “resume workshops for leavers” gives no dates, CV 2 does."
    assert English("en-US").said(said) == said


def test_a_word_that_both_write_gives_no_english_away(knowledge: Knowledge):
    """Known bad: a posting in Perth that asks for a resume was taken for American."""
    assert language_of(["Send your resume.", "We organise the rota."], knowledge) == "en-GB"
    assert language_of(["We stay in touch afterwards.", "You organize the color lab."], knowledge) == "en-US"


def test_a_medicine_has_the_name_of_the_reader_s_country_and_tells_no_english(knowledge: Knowledge):
    """Known bad: a radiographer in Australia was asked for epinephrine."""
    assert "epinephrine" in in_language(knowledge, "en-US").questions["alh-clin-contrast"].tests
    british = in_language(knowledge, "en-GB").questions["alh-clin-contrast"]
    assert "adrenaline" in british.tests
    assert british.great[2].h == "Adrenaline early"
    assert language_of(["You know where adrenaline and paracetamol are kept."], knowledge) == "en-US"


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("Oshawa, ON\nYou organize the schedule and coach on behavior.", "en-CA"),
        (Told("You organise the schedule and coach on behaviour.", "ca"), "en-CA"),
        (Told("You organise the schedule for clients in Ontario and Quebec.", "gb"), "en-GB"),
        ("You keep the WHMIS binder of the clinic in Ontario and standardise its labels.", "en-CA"),
        ("Dayton, OH\nYou organize the schedule and coach on behavior; clients in Canada.", "en-US"),
        ("You organise the rota for clients in Canada.", "en-GB"),
    ],
)
def test_a_posting_of_canada_is_told_by_where_it_is_and_not_by_its_words(told: str, language: str, knowledge: Knowledge):
    """Known bad: a posting of Ontario answered in American spelling, and one of Dayton in none but its own."""
    assert language_of([told], knowledge) == language


def test_canada_has_the_colour_of_britain_and_the_size_of_america(knowledge: Knowledge):
    """Neither table as it stands: "behaviour" and "centre", "organize" and "pediatric"; and nobody there has a CV for it."""
    canadian = in_language(knowledge, "en-CA")
    said = " ".join(str(one.model_dump()) for one in (*canadian.questions.values(), *canadian.frames.values()))
    for word in ("behaviour", "organize", "licence", "centre"):
        assert word in said, word
    for word in ("organise", "behavior ", "paediatric", " CV "):
        assert word not in said, word
    english = English("en-CA")
    assert (english.practise, english.kind("behavioural")) == ("Practise", "Behavioural")
    assert english.said("Your resume says it.") == "Your resume says it."
