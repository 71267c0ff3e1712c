"""What one call asks for: whole items, nothing twice, nothing lost, and no more calls than there may be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from model_scripts import at_first, good
from model_server import Asked, Reply, Script, answer, model_server

from playbook.artifacts.brief import Brief
from playbook.grounding.case import ground_of
from playbook.provenance import Line, Words, lines_of
from playbook.settings import Settings
from signatures.budget import Budget
from signatures.drafts import draft_of
from signatures.parts import parts_of
from signatures.verify import Written, word
from signatures.writers import packs

LINE = Line(parts=(Words(text="I ran it."),), provenance="draft")
POINTERS = st.lists(
    st.builds(
        "/{}/{}/{}/{}".format,
        st.sampled_from(["stories", "table"]),
        *[st.integers(0, 5)] * 1,
        st.just("text"),
        st.integers(0, 9),
    ),
    unique=True,
    min_size=1,
).map(sorted)


@pytest.fixture(scope="module")
def brief(case: Callable[[str], Brief]) -> Brief:
    """The nurse's case."""
    return case("amara-okafor")


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "test")


def stories(brief: Brief, script: Script, settings: Settings, budget: Budget | None = None) -> tuple[Written, list[Asked]]:
    """The stories worded by a scripted server, and what it was asked."""
    with model_server(script) as server:
        served = settings.model_copy(update={"model_api_base": server.base_url})
        ground = ground_of(brief, packs())
        written = word(
            "draft_stories", {"brief": brief}, model="openai/scripted", settings=served, ground=ground, budget=budget
        )
    return written, server.asked


@given(POINTERS, st.integers(1, 30), st.none() | st.integers(0, 8))
def test_parts_hold_every_line_once_and_in_order_and_no_item_is_cut(pointers: list[str], size: int, most: int | None):
    parts = parts_of(dict.fromkeys(pointers, LINE), size, most)
    assert [at for part in parts for at in part] == pointers
    assert most is None or len(parts) <= max(most, 1)
    places = [{at.rsplit("/", 2)[0] for at in part} for part in parts]
    assert sum(map(len, places)) == len(set().union(*places))
    if most is None:
        assert all(len(part) <= size or len(items) == 1 for part, items in zip(parts, places, strict=True))


def test_lines_that_stand_in_no_list_are_items_of_their_own():
    assert len(parts_of(dict.fromkeys(("/summary", "/pitch/text", "/pitch/close"), LINE), 1)) == 3


def test_each_story_is_asked_for_by_a_call_of_its_own(brief: Brief, settings: Settings):
    written, asked = stories(brief, good, settings)
    assert written.degraded == ()
    told = [{row["id"].split("/")[2] for row in one.lines} for one in asked]
    assert sorted(told, key=min) == [{str(number)} for number in range(8)]
    assert sum(len(one.lines) for one in asked) == len(draft_of("DraftStories", {"brief": brief}).lines)


def test_what_is_wrong_with_one_story_leaves_the_others_their_words(brief: Brief, settings: Settings):
    def script(asked: Asked) -> Reply | str:
        return Reply(status=400) if asked.lines[0]["id"].startswith("/stories/3/") else good(asked)

    written, asked = stories(brief, script, settings)
    assert {fault.split("/")[2] for fault in written.degraded} == {"3"}
    assert len(asked) == written.calls == 8
    assert written.passing
    before, after = dict(lines_of(draft_of("DraftStories", {"brief": brief}).artifact)), dict(lines_of(written.artifact))
    assert {at.split("/")[2] for at in before if before[at].text != after[at].text} == set("01245678") - {"8"}


def test_only_the_stories_that_failed_are_asked_for_again(brief: Brief, settings: Settings):
    def script(asked: Asked) -> str:
        cut = asked.number <= 8 and asked.lines[0]["id"].startswith(("/stories/1/", "/stories/6/"))
        return answer(asked.lines[:1]) if cut else good(asked)

    written, asked = stories(brief, script, settings)
    assert written.degraded == ()
    again = asked[8:]
    told = [{row["id"].split("/")[2] for row in one.lines} for one in again]
    assert sorted(map(sorted, told)) == [["1"], ["6"]]  # in whichever order they come
    assert all("missing in the answer" in one.prompt for one in again)


def test_a_cap_on_calls_makes_the_parts_larger_and_leaves_no_story_out(brief: Brief, settings: Settings):
    written, asked = stories(brief, good, settings, Budget(calls=12))
    assert written.degraded == ()
    assert len(asked) == 5  # of twelve: one for itself again, two for each of the three stages that come later
    assert sum(len(one.lines) for one in asked) == len(draft_of("DraftStories", {"brief": brief}).lines)


def test_a_story_that_was_cut_off_is_the_only_one_that_is_said_to_be(brief: Brief, settings: Settings):
    def script(asked: Asked) -> Reply | str:
        is_second = asked.lines[0]["id"].startswith("/stories/1/")
        return Reply(answer(asked.lines[:2]), finish_reason="length") if is_second else good(asked)

    written, asked = stories(brief, script, settings)
    assert {(fault.split("/")[2], fault.split(": ", 1)[1]) for fault in written.degraded} == {("1", "the answer was cut off")}
    assert len(asked) == 9


def test_money_that_is_enough_for_the_calls_one_by_one_words_every_story(brief: Brief, settings: Settings, tmp_path: Path):
    path = tmp_path / "models.yaml"
    path.write_text(
        yaml.safe_dump({"models": {"openai/scripted": {"price": {"input": 2.0, "output": 10.0}, "max_tokens": 8000}}})
    )
    priced = settings.model_copy(update={"models": path})
    budget = Budget(usd=0.2)  # two calls could cost this much
    written, asked = stories(brief, good, priced, budget)
    assert (written.degraded, len(asked), budget.refused) == ((), 8, 0)
    assert written.cost_usd == pytest.approx(budget.spent_usd)


def test_calls_that_wait_for_each_other_share_the_patience_of_the_stage(brief: Brief, settings: Settings, tmp_path: Path):
    path = tmp_path / "models.yaml"
    limits = {"concurrency": 1, "patience_seconds": 0.8, "timeout_seconds": 0.05, "retries": 10, "retry_wait_seconds": 0.04}
    path.write_text(yaml.safe_dump({"models": {"openai/scripted": {**limits, "pause_seconds": 0.0}}}))
    impatient = settings.model_copy(update={"models": path})
    written, asked = stories(brief, lambda _: Reply(hangs=True), impatient)
    assert len(asked) < 24  # three tries of each would be the patience of the stage many times over
    assert len({fault.split("/")[2] for fault in written.degraded}) == 8


def test_calls_that_pass_after_a_while_are_counted_one_by_one(brief: Brief, settings: Settings):
    served = at_first(Reply(status=503, headers={"Retry-After": "0"}), 3)
    written, asked = stories(brief, served, settings)
    assert written.degraded == ()
    assert written.calls == len(asked) == 11


def test_calls_of_a_stage_are_out_side_by_side(brief: Brief, settings: Settings):
    with model_server(lambda asked: Reply(good(asked), wait_seconds=0.05)) as server:
        served = settings.model_copy(update={"model_api_base": server.base_url})
        word("draft_stories", {"brief": brief}, model="openai/scripted", settings=served, ground=ground_of(brief, packs()))
    assert server.busiest > 1
