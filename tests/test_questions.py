"""Which questions a candidate is given, and what stands below each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rapidfuzz import fuzz

from playbook.grounding import issues
from playbook.provenance import Link, lines_of
from playbook.writing.ask_back import ask_back
from playbook.writing.bridge_gaps import bridge_gaps
from playbook.writing.generate_questions import generate_questions
from playbook.writing.plan_90_days import plan_90_days
from tests.brief_factory import Asked, Bullet, Case, Stated, brief_of, stories_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.questions import Questions
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import BankQuestion

NURSE = Case(
    family="nursing",
    title="Registered Nurse",
    counts={"clinical_scenario": 5, "behavioural": 4, "situational": 2, "operational": 1},
    bullets=(
        Bullet(
            "Led the CLABSI prevention workgroup, cutting infections from 1.8 to 0.6 per 1,000 line days",
            ("leadership", "quality"),
        ),
        Bullet("Precept new graduate nurses through a 16-week orientation; 5 of 5 completed it", ("mentoring",)),
        Bullet(
            "Rewrote the bedside handover checklist with two colleagues; the unit adopted it in 2023", ("process-improvement",)
        ),
        Bullet("Recognised early signs of sepsis and activated the rapid response team", ("safety", "crisis-response")),
    ),
    asked=(
        Asked("Precept new nurses and act as charge nurse when needed", kind="responsibility", evidence=(1,)),
        Asked("Take part in unit-based quality and safety projects", kind="responsibility", evidence=(0,)),
        Asked("At least 2 years of critical care experience", years=2),
    ),
    values=(Stated("Speak up for safety", ("safety", "initiative"), evidence=(3,)),),
)


def made(case: Case, knowledge: Knowledge) -> tuple[Brief, Questions]:
    """The brief of a case and its questions."""
    brief = brief_of(case)
    return brief, generate_questions(brief, stories_of(brief), knowledge)


def with_bank(knowledge: Knowledge, *bank: BankQuestion) -> Knowledge:
    """The packs with another question bank."""
    return replace(knowledge, questions={question.id: question for question in bank})


def first(knowledge: Knowledge, **changes: object) -> BankQuestion:
    """A behavioural question of the bank without family, level or topic, with changes."""
    found = next(q for q in knowledge.questions.values() if q.type == "behavioural" and not q.families and "{" not in q.q)
    return found.model_copy(update={"topics": (), "levels": (), **changes})


def test_the_mix_of_the_company_is_kept_exactly(knowledge: Knowledge) -> None:
    """Twelve questions, as many of each type as planned, and the distribution says what is there."""
    _, questions = made(NURSE, knowledge)
    assert questions.distribution == NURSE.counts
    assert Counter(question.type for question in questions.questions) == NURSE.counts
    assert [question.number for question in questions.questions] == list(range(1, 13))


def test_types_alternate(knowledge: Knowledge) -> None:
    """No three questions of one type stand in a row."""
    _, questions = made(NURSE, knowledge)
    types = [question.type for question in questions.questions]
    assert all(len(set(types[at : at + 3])) > 1 for at in range(len(types) - 2)), types


def test_no_two_questions_ask_the_same_thing(knowledge: Knowledge) -> None:
    """Neither by their words nor, in behaviour, by their competency."""
    _, questions = made(NURSE, knowledge)
    texts = [knowledge.questions[question.id].q for question in questions.questions]
    assert all(fuzz.token_sort_ratio(a, b) < 62 for i, a in enumerate(texts) for b in texts[:i])
    competencies = [knowledge.questions[q.id].competency for q in questions.questions if q.type == "behavioural"]
    assert len(set(competencies)) == len(competencies)


def test_questions_stay_in_the_family(knowledge: Knowledge) -> None:
    """A nurse is asked nothing that is another trade's."""
    _, questions = made(NURSE, knowledge)
    assert all(
        knowledge.questions[q.id].families in {(), ("nursing",)} or "nursing" in knowledge.questions[q.id].families
        for q in questions.questions
    )


def test_a_bullet_is_quoted_whole_and_only_where_it_fits(knowledge: Knowledge) -> None:
    """A question about a bullet quotes all of it; a bullet of another subject does not fill it; none serves three times."""
    texts = (
        'Your resume says "{bullet}". What changed on the unit afterwards?',
        'Who taught you how to do this: "{bullet}"?',
        '"{bullet}" is a strong line. Which part of it belongs to somebody else?',
    )
    bank = tuple(first(knowledge, id=f"made-{n}", q=text, competency="mentoring") for n, text in enumerate(texts))
    _, questions = made(replace(NURSE, counts={"behavioural": 4}), with_bank(knowledge, *bank))
    assert len(questions.questions) == 2
    for question in questions.questions:
        assert NURSE.bullets[1].text in question.question.text
    strange = first(knowledge, id="made-0", q='You wrote "{bullet}". Why?', competency="negotiation")
    assert made(replace(NURSE, counts={"behavioural": 1}), with_bank(knowledge, strange))[1].questions == ()


def test_a_question_whose_topic_nobody_names_is_left_out(knowledge: Knowledge) -> None:
    """Topics have to stand in the posting or the resume."""
    topical = first(knowledge, id="made-1", topics=("java",))
    assert made(replace(NURSE, counts={"behavioural": 1}), with_bank(knowledge, topical))[1].questions == ()


def test_a_thin_bank_is_admitted(knowledge: Knowledge) -> None:
    """Where a type runs out, others take its place, and the page says both distributions."""
    _, questions = made(replace(NURSE, counts={"portfolio": 3, "behavioural": 9}), knowledge)
    assert len(questions.questions) == 12
    assert sum(questions.distribution.values()) == 12
    assert "portfolio" not in questions.distribution
    assert "3 portfolio" in questions.how[-1].text


def test_values_that_nobody_stated_are_not_put_into_questions(knowledge: Knowledge) -> None:
    """`{value}` is filled only with what the employer says of itself."""
    valued = first(knowledge, id="made-1", q="How do you show {value}?", competency="safety")
    one = replace(NURSE, counts={"behavioural": 1})
    assert "Speak up for safety" in made(one, with_bank(knowledge, valued))[1].questions[0].question.text
    assert made(replace(one, values_from="role"), with_bank(knowledge, valued))[1].questions == ()


def test_prep_links_to_the_stories_that_it_names(knowledge: Knowledge) -> None:
    """Every story number has a link with the story's title, and behavioural questions have a story or say that none fits."""
    brief, questions = made(NURSE, knowledge)
    titles = {story.number: story.title for story in stories_of(brief).stories}
    assert any(question.stories for question in questions.questions)
    for question in questions.questions:
        links = [part for line in question.prep.lines for part in line.parts if isinstance(part, Link)]
        assert {link.target for link in links} == {f"story-{number}" for number in question.stories}
        assert all(titles[int(link.target.removeprefix("story-"))] in link.text for link in links)
        if question.type == "behavioural" and not question.stories:
            assert any(line.blanks for line in question.prep.lines)


def test_a_line_of_the_posting_is_quoted_where_the_question_comes_from_it(knowledge: Knowledge) -> None:
    """`from_job` is a whole line, never a number of years."""
    _, questions = made(NURSE, knowledge)
    lines = [question.from_job.text for question in questions.questions if question.from_job is not None]
    assert lines
    assert set(lines) <= {asked.text for asked in NURSE.asked if asked.years is None}


@pytest.mark.parametrize("name", ["jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte"])
def test_sample_cases_get_twelve(name: str, case: Callable[[str], Brief], knowledge: Knowledge) -> None:
    """Every sample case has twelve questions, at most two of them about one bullet, and no slot is left."""
    brief = case(name)
    questions = generate_questions(brief, stories_of(brief), knowledge)
    assert len(questions.questions) == 12
    quoted = Counter(
        h.id for h in brief.resume.highlights for q in questions.questions if h.text.rstrip(".") in q.question.text
    )
    assert all(count <= 2 for count in quoted.values())
    assert not any("{" in line.text for _, line in lines_of(questions))


def test_every_family_and_level_gets_what_it_plans(knowledge: Knowledge) -> None:
    """Even a bare resume and a bare posting leave enough questions of every planned type."""
    bare = Case(bullets=(), asked=())
    for family in knowledge.families.values():
        for level, counts in family.mixes.items():
            planned = {str(name): count for name, count in counts.items()}
            _, questions = made(replace(bare, family=family.id, level=level, counts=planned), knowledge)
            assert questions.distribution == planned, (family.id, level)


@pytest.mark.parametrize("name", ["jordan-chen", "amara-okafor", "luis-herrera", "ines-duarte"])
def test_sample_cases_state_nothing_that_no_source_has(
    name: str,
    case: Callable[[str], Brief],
    knowledge: Knowledge,
) -> None:
    """Numbers and names of sections 6 to 9 stand in the sources of their lines."""
    brief = case(name)
    stories = stories_of(brief)
    questions = generate_questions(brief, stories, knowledge)
    scripts = bridge_gaps(brief, stories, questions, knowledge)
    values = (value.name for value in brief.company.values)
    allowed = (brief.candidate, brief.company.name, brief.posting.title, *values)
    for section in (questions, scripts, ask_back(brief, knowledge), plan_90_days(brief, knowledge)):
        for at, line in lines_of(section):
            assert not issues(line, allowed), at


def test_what_one_has_is_not_called_work_of_a_monday(knowledge: Knowledge) -> None:
    """Known bad: "your first Monday here calls for exactly this: Track record of exceeding quota"."""
    had = "Track record of safe work in critical care"
    careful = "Strong attention to detail and ability to follow written procedures"
    case = replace(NURSE, asked=(Asked(had), Asked(careful), *NURSE.asked))
    monday = knowledge.questions["gen-sit-requirement-tomorrow"]
    _, questions = made(case, with_bank(knowledge, *knowledge.questions.values()))
    alone = made(replace(case, counts={"situational": 12}), with_bank(knowledge, monday))[1]
    assert not any(line in question.question.text for question in alone.questions for line in (had, careful))
    assert len(questions.questions) == 12
