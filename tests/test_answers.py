"""Answers: the candidate's words where the questions stood, theirs from then on, and flagged where the resume says otherwise."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.answering import completeness, disagreements, fill_in
from playbook.artifacts.answers import LONGEST, Answer, Answers
from playbook.artifacts.brief import Brief
from playbook.artifacts.stories import Stories
from playbook.errors import Refusal
from playbook.grounding.case import ground_of
from playbook.intake.answers import read_answers
from playbook.knowledge.packs import Knowledge
from playbook.provenance import Blank, Line, Words, lines_of
from playbook.writing.draft_stories import draft_stories


@pytest.fixture(scope="module")
def brief(case: Callable[[str], Brief]) -> Brief:
    """The reference case."""
    return case("jordan-chen")


@pytest.fixture(scope="module")
def stories(brief: Brief, knowledge: Knowledge) -> Stories:
    """Its stories, with every blank open."""
    return draft_stories(brief, knowledge)


def blanks(artifact: object) -> list[Blank]:
    """Every blank of an artifact."""
    return [blank for _, line in lines_of(artifact) for blank in line.blanks]


def answered(text: str, *asked: Blank) -> Answers:
    """The same answer to each blank."""
    return Answers(answers=tuple(Answer(id=blank.id, text=text) for blank in asked))


def test_a_blank_becomes_the_candidate_s_words_and_the_line_is_theirs(stories: Stories):
    first = blanks(stories.stories[0])[0]
    made = fill_in(stories, answered("the batch jobs ran until noon", first))
    (line,) = (line for _, line in lines_of(made) if any(source.span.document == "answers" for source in line.sources))
    assert line.provenance == "candidate"
    assert "he batch jobs ran until noon" in line.text
    assert first.id not in {blank.id for blank in blanks(made)}


def test_a_story_is_theirs_when_nothing_is_left_to_fill_in(stories: Stories):
    paragraphs = ("situation", "task", "action", "result")
    asked = [blank for name in paragraphs for blank in blanks(getattr(stories.stories[0], name))]
    half = fill_in(stories, answered("I did it myself", *asked[:-1]))
    whole = fill_in(stories, answered("I did it myself", *asked))
    assert half.stories[0].marker == "draft"
    assert (whole.stories[0].marker, whole.stories[1].marker) == ("yours", "draft")
    reached = completeness({"stories": whole})
    assert (reached.answered, reached.yours) == (len({blank.id for blank in asked}), 1)


def test_answers_of_another_playbook_change_nothing(stories: Stories):
    assert fill_in(stories, Answers(answers=(Answer(id="stories-00000000", text="Lost"),))) is stories


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("", "", "We lost a customer."),
        ("It took ", ".", "It took we lost a customer."),
        ("Nobody knew. ", "", "Nobody knew. We lost a customer."),
    ],
)
def test_an_answer_reads_as_part_of_its_sentence(before: str, after: str, said: str):
    parts = (
        *([Words(text=before)] if before else []),
        Blank(id="b-1", question="Why?"),
        *([Words(text=after)] if after else []),
    )
    line = Line(parts=parts, provenance="draft")
    assert fill_in(_holder(line), Answers(answers=(Answer(id="b-1", text="we lost a customer"),))).how[0].text == said


@pytest.mark.parametrize(
    ("answer", "found", "has"),
    [
        ("We were 12 engineers", "12 engineers", "8 engineers"),
        ("This was at Expedia Group", "Expedia Group", "Microsoft (Azure)"),
        ("It began in 2009", "2009", "2022 to 2026"),
    ],
)
def test_an_answer_that_says_otherwise_than_the_resume_is_flagged_and_kept(
    answer: str, found: str, has: str, stories: Stories, brief: Brief, knowledge: Knowledge
):
    story = next(story for story in stories.stories if "8 engineers" in story.anchor.text)
    made = fill_in(stories, answered(answer, blanks(story.situation)[0] if blanks(story.situation) else blanks(story)[0]))
    notes = disagreements({"stories": made}, brief, ground_of(brief, knowledge))
    assert [note.code for note in notes] == ["answers.disagrees"]
    assert found in notes[0].message
    assert has in notes[0].message
    assert answer.split(" ", 1)[1] in "\n".join(line.text for _, line in lines_of(made))


def test_an_answer_that_adds_to_the_resume_is_not_flagged(stories: Stories, brief: Brief, knowledge: Knowledge):
    adding = answered("Two customers had complained in 2023, and 40 reports came in", *blanks(stories.stories[0]))
    made = fill_in(stories, adding)
    assert disagreements({"stories": made}, brief, ground_of(brief, knowledge)) == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            'answers:\n  - {id: "a-1", question: "Why?", answer: "  Because\n    it was late "}\n  - {id: "a-2", answer: ""}\n',
            ["Because it was late"],
        ),
        ("answers: {a-1: 12, a-2: null}\n", ["12"]),
        ("a-1: Because\n", ["Because"]),
        ("answers: []\n", []),
        ('{\n\t"answers": [{"id": "a-1", "answer": "Be\\u0000cause\\n\\u0007"}]\n}', ["Because"]),
    ],
)
def test_answers_are_read_as_people_leave_them(content: str, expected: list[str], tmp_path: Path):
    (tmp_path / "answers.yaml").write_text(content)
    assert [answer.text for answer in read_answers(tmp_path / "answers.yaml").answers] == expected


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "answers.missing"),
        (b"answers: [", "answers.unreadable"),
        (b"\xff\xfe\x00", "answers.unreadable"),
        (b"just words", "answers.invalid"),
        (b"answers:\n  - {answer: x}\n", "answers.invalid"),
        (b"answers:\n  - {id: a, answer: [x]}\n", "answers.invalid"),
        (f"answers:\n  - {{id: a, answer: {'x' * (LONGEST + 1)}}}\n".encode(), "answers.too-long"),
    ],
)
def test_a_file_of_answers_that_cannot_be_used_is_refused(content: bytes | None, code: str, tmp_path: Path):
    if content is not None:
        (tmp_path / "answers.yaml").write_bytes(content)
    with pytest.raises(Refusal, match=code):
        read_answers(tmp_path / "answers.yaml")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_answers_or_a_refusal(tmp_path_factory: pytest.TempPathFactory, content: bytes):
    path = tmp_path_factory.mktemp("answers") / "answers.yaml"
    path.write_bytes(content)
    with suppress(Refusal):
        assert isinstance(read_answers(path), Answers)


def _holder(line: Line) -> Stories:
    """An artifact that holds the line."""
    from playbook_factory import make_playbook

    return make_playbook().stories.model_copy(update={"how": (line,)})
