"""Kinds of accomplishments: by rule without experience, by experience the kind whose expected harm is least."""

from __future__ import annotations

from collections.abc import Callable

import dspy
import pytest

from playbook.artifacts.archetypes import NEUTRAL, Archetypes, Signs
from playbook.artifacts.brief import Brief
from playbook.knowledge.packs import Knowledge
from playbook.settings import Settings
from playbook.writing.archetype_choice import choose_archetype, choose_archetypes, signs_of
from playbook.writing.archetype_learned import BLAND, WRONG, Experience, choose, harm_of
from playbook.writing.clauses import read_clause
from playbook.writing.draft_stories import draft_stories
from signatures.backend import backend
from signatures.choose_archetypes import ChooseArchetypesProgram, decide_of

SAMPLES = ("jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte")
SEEN = Experience(
    (
        *(Signs(rule=NEUTRAL, verb_class="teach", stems=("apprentic", "train", str(n))) for n in range(4)),
        *(Signs(rule=NEUTRAL, verb_class="repair", stems=("pump", "valv", str(n))) for n in range(4)),
    ),
    ("mentoring",) * 4 + ("repair",) * 4,
)
"""Four bullets of each of two kinds, for which no cue speaks."""


def bullet(*stems: str, verb_class: str = "", rule: str = NEUTRAL, **cues: float) -> Signs:
    """Signs made by hand."""
    return Signs(rule=rule, verb_class=verb_class, stems=stems, cues=cues)


def test_without_experience_the_kind_is_the_one_by_rule():
    assert choose([bullet("pump", rule="quality")], Experience((), ())) == ("quality",)


def test_a_bullet_is_of_the_kind_of_those_that_it_is_like():
    asked = [bullet("apprentic", "train", verb_class="teach"), bullet("pump", "valv", verb_class="repair")]
    assert choose(asked, SEEN) == ("mentoring", "repair")


def test_a_bullet_that_could_be_of_either_kind_is_told_with_the_neutral_frames():
    even = Experience(SEEN.bullets * 2, ("mentoring", "repair", "quality", "design") * 4)
    assert choose([bullet("apprentic", "pump")], even) == (NEUTRAL,)


def test_strong_cues_stand_against_a_few_bullets_that_sound_alike():
    assert choose([bullet("pump", verb_class="repair", quality=6.0)], SEEN) == ("quality",)


def test_a_wrong_kind_costs_more_than_a_bland_one_and_the_right_one_nothing():
    assert harm_of("quality", "quality") == 0
    assert 0 < harm_of("quality", NEUTRAL) == BLAND < harm_of("quality", "design") == WRONG
    assert harm_of(NEUTRAL, "design") == WRONG


@pytest.mark.parametrize("name", SAMPLES)
def test_a_program_without_demos_chooses_as_the_rules_do(
    name: str, case: Callable[[str], Brief], knowledge: Knowledge, settings: Settings
):
    resume = case(name).resume
    decide = decide_of(ChooseArchetypesProgram(), "embedded", settings)
    chosen = choose_archetypes(resume, knowledge, decide)
    rules = {one.id: choose_archetype(one.text, read_clause(one, knowledge), knowledge).id for one in resume.highlights}
    assert chosen.kinds == rules


def test_the_program_that_ships_finds_kinds_for_which_no_cue_is_clearly_ahead(
    case: Callable[[str], Brief], knowledge: Knowledge, settings: Settings
):
    from signatures.programs import program

    resume = case("ines-duarte").resume
    taught = decide_of(program("choose_archetypes", "embedded", settings).module, "embedded", settings)
    (trained,) = (one for one in resume.highlights if one.text.startswith("Trained 6 commis chefs"))
    assert choose_archetypes(resume, knowledge).of(trained.id) == NEUTRAL
    assert choose_archetypes(resume, knowledge, taught).of(trained.id) == "mentoring"


def test_a_kind_that_the_packs_do_not_have_is_not_taken(case: Callable[[str], Brief], knowledge: Knowledge):
    resume = case("jordan-chen").resume
    chosen = choose_archetypes(resume, knowledge, lambda bullets: ["moonlighting"] * len(bullets))
    assert chosen == choose_archetypes(resume, knowledge)


def test_signs_keep_no_number_and_no_more_than_a_few_kinds(case: Callable[[str], Brief], knowledge: Knowledge):
    for one in case("jordan-chen").resume.highlights:
        signs = signs_of(one, knowledge)
        assert not any(stem[0].isdigit() for stem in signs.stems)
        assert len(signs.cues) <= 6


def test_stories_are_told_as_of_the_kinds_that_were_chosen(case: Callable[[str], Brief], knowledge: Knowledge):
    brief: Brief = case("jordan-chen")
    first = brief.resume.highlights[0].id
    told = draft_stories(brief.model_copy(update={"archetypes": Archetypes(kinds={first: "quality"})}), knowledge)
    assert {story.highlight: story.archetype for story in told.stories} == {
        story.highlight: "quality" if story.highlight == first else NEUTRAL for story in told.stories
    }


def test_demos_make_the_embedded_engine_choose_by_experience(settings: Settings):
    program = ChooseArchetypesProgram()
    program.choose.demos = [dspy.Example(bullets=list(SEEN.bullets), archetypes=list(SEEN.kinds))]
    with dspy.context(**backend("embedded", settings)):
        said = program(bullets=[bullet("apprentic", "train", verb_class="teach")])
    assert said.archetypes == ["mentoring"]
