"""A judge is believed as far as it agrees with people, and no further."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from eval_cases import DEV, a_home, release, some
from model_server import Asked, ModelServer, Reply, Script, model_server

from evals.evaluate import evaluate
from evals.judging import NAME, calibrate, facts_text
from evals.labelled.release import Release
from evals.reports.terminal import console, print_summary
from evals.runs import find_run
from evals.summary import summarise
from playbook.errors import StageFailure
from playbook.settings import Settings
from playbook.store.evals import eval_store

MODEL = "openai/scripted-judge"
WRITINGS = Release(None, tuple(item for item in release().items if item.writings and item.split != "test")[:6], "9" * 64)
BAD = [one.said for item in WRITINGS.items if item.writings for one in item.writings.all if not one.good]


def says(*, usable: bool) -> str:
    """An answer of a judge."""
    return json.dumps({"reason": "because", "faults": [] if usable else ["generic"], "usable": usable})


def fair(asked: Asked) -> str:
    """Calls bad what people call bad."""
    return says(usable=not any(json.dumps(text)[1:-1] in asked.prompt or text in asked.prompt for text in BAD))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a home of the test's own."""
    return a_home(tmp_path)


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "test")


@contextmanager
def served(script: Script, settings: Settings) -> Iterator[tuple[ModelServer, Settings]]:
    """A judge, and settings that lead to it."""
    with model_server(script) as server:
        yield server, settings.model_copy(update={"model_api_base": server.base_url})


def test_a_judge_that_calls_good_and_bad_what_people_do_may_gate(settings: Settings):
    with served(fair, settings) as (server, there):
        found = calibrate(MODEL, there, WRITINGS)
    assert found.agreement is not None
    assert found.agreement.value == 1
    assert found.gates
    assert found.missed == {}
    assert found.record["calls"] == len(server.asked) == found.n == len(BAD) * 2


def test_a_judge_that_likes_everything_is_not_believed_and_its_blind_spots_are_named(settings: Settings):
    with served(lambda _: says(usable=True), settings) as (_, there):
        found = calibrate(MODEL, there, WRITINGS)
    assert not found.gates
    assert sum(found.missed.values()) >= len(BAD)


def test_a_judge_that_does_not_answer_is_refused(settings: Settings):
    with (
        served(lambda _: Reply(text="I would rather not."), settings) as (_, there),
        pytest.raises(StageFailure, match=r"judge\.no-answer"),
    ):
        calibrate(MODEL, there, WRITINGS)


def test_without_writings_there_is_no_judge(settings: Settings):
    with pytest.raises(StageFailure, match=r"judge\.no-writings"):
        calibrate(MODEL, settings, Release(None, (), "0" * 64))


def test_a_judge_s_scores_stand_beside_how_far_it_agrees(settings: Settings, capsys: Any):
    both = Release(None, (*some(DEV).items, *(item for item in WRITINGS.items if item.id != DEV)), "8" * 64)
    with served(fair, settings) as (server, there):
        found = evaluate("pitch", "dev", model="embedded", settings=there, release=both, judge=MODEL, jobs=1)
        with eval_store(there) as store:
            run = find_run(store, found.run_id)
    assert all(one.scores[NAME].value == 1 for one in found.outcomes)
    assert run.row["judge"]["model"] == MODEL
    assert run.gates(NAME) == run.row["judge"]["gates"]
    print_summary(summarise(run), console())
    assert "agrees with people on" in capsys.readouterr().out
    assert len(server.asked) == run.row["judge"]["n"] + len(found.outcomes)


def test_what_a_judge_is_shown_has_no_contact_data():
    from eval_cases import ran

    text = facts_text(ran(DEV).values["parse_resume"])
    assert "@" not in text
    assert "Ledger" in text or len(text.splitlines()) > 10
