"""Between a model and the page: good words are kept, everything else falls back to the draft and is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from model_scripts import good
from model_server import Asked, Script, answer, model_server

from playbook.artifacts.brief import Brief
from playbook.grounding.case import ground_of
from playbook.provenance import Blank, Line, Words, lines_of, with_lines
from playbook.settings import Settings
from signatures.backend import WireAdapter
from signatures.drafts import draft_of
from signatures.match import Match
from signatures.programs import SIGNATURES
from signatures.reply import rows_of
from signatures.verify import Written, word
from signatures.wording import decode, encode, wordable
from signatures.writers import WRITERS, compose, packs, task_of

STAGE = "assess"


@pytest.fixture(scope="module")
def brief(case: Callable[[str], Brief]) -> Brief:
    """The account executive's case."""
    return case("luis-herrera")


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test asks its own server, with a key of its own and without patience."""
    import dspy

    monkeypatch.setenv("OPENAI_API_KEY", "test")
    dspy.configure_cache(enable_disk_cache=False, enable_memory_cache=False)


def ask(brief: Brief, script: Script, settings: Settings) -> tuple[Written[Any], list[str]]:
    """The stage worded by a scripted server, and what the server was asked."""
    with model_server(script) as server:
        served = settings.model_copy(update={"model_api_base": server.base_url})
        written = word(STAGE, {"brief": brief}, model="openai/scripted", settings=served, ground=ground_of(brief, packs()))
    return written, server.prompts


def texts(artifact: Any) -> list[str]:
    """Every sentence of an artifact."""
    return [line.text for _, line in lines_of(artifact)]


def test_the_embedded_model_gives_the_writer_s_own_words(brief: Brief, settings: Settings):
    written = word(STAGE, {"brief": brief}, model="embedded", settings=settings, ground=ground_of(brief, packs()))
    assert written.artifact == compose("Assess", {"brief": brief})
    assert written.degraded == ()
    assert (written.tokens_in, written.tokens_out) == (0, 0)


def test_the_embedded_engine_is_handed_the_draft_as_every_model_is_and_leaves_it(brief: Brief, settings: Settings):
    inputs = {"brief": brief, "stories": compose("DraftStories", {"brief": brief})}
    (message,) = WireAdapter().format(SIGNATURES["generate_questions"], [], inputs)
    lines = draft_of("GenerateQuestions", inputs).lines
    assert json.loads(message["content"])["draft"] == [{"id": at, "text": encode(line)} for at, line in lines.items()]
    ground = ground_of(brief, packs())
    written = word("generate_questions", inputs, model="embedded", settings=settings, ground=ground)
    assert written.artifact == compose("GenerateQuestions", inputs)


def test_demos_are_written_out_once_for_a_program_and_never_taken_for_those_of_another():
    adapter, lines = WireAdapter(), {"lines": []}
    one, other = [{"lines": [], "statuses": ["gap"]}], [{"lines": [], "statuses": ["covered"]}]
    said = [adapter.format(Match, demos, lines)[0]["content"] for demos in (one, other, one)]
    assert [json.loads(text)[0]["statuses"] for text in said] == [["gap"], ["covered"], ["gap"]]
    assert said[0] is said[2]


def test_good_words_of_a_model_reach_the_page_with_the_draft_s_provenance(brief: Brief, settings: Settings):
    written, prompts = ask(brief, good, settings)
    draft = dict(lines_of(compose("Assess", {"brief": brief})))
    worded = dict(lines_of(written.artifact))
    changed = [at for at in draft if worded[at].text != draft[at].text]
    assert changed
    assert written.degraded == ()
    assert all(worded[at].provenance == draft[at].provenance and worded[at].sources == draft[at].sources for at in draft)
    assert written.tokens_in > written.tokens_out > 0
    assert len(prompts) == 1


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda text: f"{text} You saved 4711 hours.", "number '4,711'"),
        (lambda text: f"{text} So said Initech.", "name 'Initech'"),
        (lambda _: "word " * 200, "too long"),
        (lambda text: f"{text} [your name]", "brackets or markup"),
        (lambda text: f"{text} <<b-99>>", "is not in the draft"),
        (lambda _: "", "an empty sentence"),
    ],
)
def test_a_bad_sentence_falls_back_alone_and_is_named(
    spoil: Callable[[str], str], reason: str, brief: Brief, settings: Settings
):
    def script(asked: Asked) -> str:
        first, *rest = asked.lines
        return answer(
            [{"id": first["id"], "text": spoil(first["text"])}, *({"id": row["id"], "text": row["text"]} for row in rest)]
        )

    written, prompts = ask(brief, script, settings)
    assert texts(written.artifact) == texts(compose("Assess", {"brief": brief}))
    (fault,) = written.degraded
    assert reason in fault
    assert len(prompts) == 2


@pytest.mark.parametrize(
    "said",
    [
        "",
        "I cannot help with that.",
        '{"lines": [{"id": "/x"',
        '{"lines": "none"}',
        answer([]),
        answer([{"id": "/no", "text": "x"}]),
    ],
)
def test_an_answer_that_is_no_answer_leaves_the_whole_draft(said: str, brief: Brief, settings: Settings):
    written, _ = ask(brief, lambda _: said, settings)
    draft = compose("Assess", {"brief": brief})
    assert texts(written.artifact) == texts(draft)
    assert len(written.degraded) == len(wordable(draft))


def test_no_contact_data_stands_in_a_prompt(brief: Brief, settings: Settings):
    _, prompts = ask(brief, lambda _: answer([]), settings)
    for secret in ("luis.herrera@example.com", "010-0139"):
        assert all(secret not in prompt for prompt in prompts)


def test_a_line_survives_the_way_out_and_back():
    blank = Blank(id="stories-1a2b3c4d", question="How many?")
    line = Line(parts=(Words(text="It took "), blank, Words(text=" weeks.")), provenance="draft")
    assert decode(encode(line), line) == line.parts


def test_only_the_lines_that_were_asked_for_change(brief: Brief):
    draft = compose("Assess", {"brief": brief})
    at, line = next(iter(wordable(draft).items()))
    other = line.model_copy(update={"parts": (Words(text="Other words."),)})
    changed = with_lines(draft, {at: other})
    assert [pointer for (pointer, new), (_, old) in zip(lines_of(changed), lines_of(draft), strict=True) if new != old] == [at]


def test_every_line_of_every_section_can_be_changed(brief: Brief):
    for task in ("Assess", "Decode", "Pitch", "DraftStories", "Plan90Days"):
        draft = compose(task, {"brief": brief})
        others = {at: Line(parts=(Words(text=f"Other words at {at}."),), provenance="draft") for at, _ in lines_of(draft)}
        assert dict(lines_of(with_lines(draft, others))) == others
        assert with_lines(draft, {}) is draft


@pytest.mark.parametrize("end", ["]}", "", '{"id": "c", "te', ' {"id": "c"}, 7]', "] and so on"])
def test_what_came_whole_of_a_list_is_kept_however_it_ends(end: str):
    rows = '{"id": "a", "text": "One."}, {"id": "b", "text": "Two\\n."},'
    found = rows_of('Here: {"lines": [' + (rows.rstrip(",") if end.startswith("]") else rows) + end)
    assert found is not None
    assert [(row.id, row.text) for row in found] == [("a", "One."), ("b", "Two\n.")]


def test_every_written_stage_has_a_writer_and_a_signature_of_one_name():
    from signatures.programs import SIGNATURES

    assert sorted(signature.__name__ for signature in SIGNATURES.values()) == sorted(WRITERS)
    for stage, signature in SIGNATURES.items():
        assert list(signature.input_fields) == list(WRITERS[signature.__name__].inputs), stage
        assert list(signature.output_fields) == ["lines"]


def test_a_program_of_other_instructions_is_still_of_its_stage():
    for signature in SIGNATURES.values():
        assert task_of(signature) == task_of(signature.with_instructions("Other words.")) == signature.__name__


def test_the_embedded_engine_serves_a_program_that_was_loaded(brief: Brief, settings: Settings):
    import dspy

    from signatures.backend import backend
    from signatures.programs import WritingProgram

    loaded = WritingProgram(STAGE)
    loaded.load_state(WritingProgram(STAGE).dump_state())
    with dspy.context(**backend("embedded", settings)):
        assert len(loaded(brief=brief).lines) == len(wordable(compose("Assess", {"brief": brief})))


def test_an_unknown_task_fails():
    with pytest.raises(KeyError):
        compose("NoSuchTask", {})


def test_a_program_s_state_holds_no_model():
    from signatures.programs import PROGRAMS

    assert json.loads(json.dumps(PROGRAMS[STAGE]().dump_state()))["word"]["lm"] is None
