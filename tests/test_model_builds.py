"""Whole playbooks with a model at fault: delivered every time, with what fell back named and what it cost counted."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import COMPANIES, SAMPLES, TODAY
from model_scripts import FAULTS, good, status
from model_server import Asked, ModelServer, Reply, model_server

from flows.build_playbook import Built, build
from flows.intake import received
from playbook.settings import Settings
from playbook.store.blobs import BlobStore
from playbook.store.ledger import ledger
from signatures.budget import KEPT_LONGEST, LINES
from signatures.writers import packs

CASE = "luis-herrera"
INVENTED = ("Initech", "Zenith", "4711")
LIMITS: dict[str, Any] = {
    "timeout_seconds": 0.2,
    "retries": 2,
    "retry_wait_seconds": 0.001,
    "pause_seconds": 0.0,
    "price": {"input": 2.0, "output": 10.0},
}
_numbers = count(1)


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "test")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all tests: what no model words is made once, and the packs were compiled by the writers already."""
    packs()
    made = tmp_path_factory.mktemp("builds")
    (made / "compiled").symlink_to(Settings(_env_file=None).compiled.absolute())
    return made


@pytest.fixture
def settings(home: Path) -> Settings:
    """Settings of that home."""
    return Settings(home=home, _env_file=None)


@pytest.fixture
def built_by(settings: Settings, tmp_path: Path) -> Callable[..., Built]:
    """Build the playbook of the account executive with the model of a server; a new model for each test."""
    model = f"openai/scripted-{next(_numbers)}"

    def made(server: ModelServer, *, budget: float | None = None, **limits: Any) -> Built:
        path = tmp_path / "models.yaml"
        path.write_text(yaml.safe_dump({"models": {model: {**LIMITS, **limits}}}))
        chosen = settings.model_copy(update={"models": path, "model_api_base": server.base_url, "budget": budget})
        files = (SAMPLES / CASE / "resume.txt", SAMPLES / CASE / "job.txt")
        case = received(*files, company=COMPANIES[CASE], role=None, name=None, settings=chosen)
        return build(case, chosen, model=model, on=TODAY)

    return made


def row(settings: Settings, built: Built, query: str) -> tuple[Any, ...]:
    """What the ledger says of a run."""
    with ledger(settings) as connection:
        return tuple(connection.execute(f"{query} where run_id = ?", [built.run_id]).fetchall()[0])


def record(settings: Settings, built: Built) -> dict[str, Any]:
    """The `playbook.json` of a build."""
    return dict(json.loads(BlobStore(settings.artifacts).get_bytes(built.rendering.files["playbook.json"])))


@pytest.mark.parametrize("fault", ["truncated, and said so", "obeyed injection"])
def test_a_playbook_is_delivered_and_tells_what_fell_back_and_what_it_cost(
    fault: str, built_by: Callable[..., Built], settings: Settings
):
    with model_server(FAULTS[fault]()) as server:
        built = built_by(server)
    made = record(settings, built)
    assert not any(word in json.dumps(made["sections"]) for word in INVENTED)
    assert {one.split(": ", 1)[0] for one in built.degraded} >= {"pitch", "draft_stories", "bridge_gaps"}
    assert made["run"]["degraded"] == sorted(built.degraded)
    assert (made["run"]["tokens_in"], made["run"]["tokens_out"]) == (server.tokens_in, server.tokens_out)
    calls, cost = row(settings, built, "select calls, cost_usd from ledger.latest")
    assert calls == built.calls == len(server.asked)
    assert float(cost) == pytest.approx((server.tokens_in * 2.0 + server.tokens_out * 10.0) / 1e6, abs=1e-6)
    stage_calls, stage_cost = row(settings, built, "select sum(calls), sum(cost_usd) from ledger.stage_run")
    assert (stage_calls, float(stage_cost)) == (calls, pytest.approx(float(cost), abs=1e-5))


def test_after_an_outage_the_next_build_asks_again_and_the_one_after_that_costs_nothing(
    built_by: Callable[..., Built], settings: Settings
):
    state = {"down": True}

    def script(asked: Asked) -> Reply | str:
        return status(503) if state["down"] else good(asked)

    whole = {"price": None, "lines_a_call": 200}  # a call a stage
    with model_server(script) as server:
        down = built_by(server, **whole)
        state["down"] = False
        up, again = built_by(server, **whole), built_by(server, **whole)
    assert down.degraded
    assert not up.degraded
    fell_back = {one.split(": ", 1)[0] for one in down.degraded}
    assert len(fell_back) > 5  # of nine: some have no line of this case to word
    assert (up.calls, again.calls, again.executed) == (len(fell_back), 0, 0)
    costs = row(settings, up, "select list(cost_usd order by finished_at) from ledger.run")
    assert costs == ([0, None, 0],)  # no answer costs nothing, an unknown price is no price of zero
    assert record(settings, again) == record(settings, up)
    assert record(settings, up)["run"]["degraded"] == []


def test_with_little_money_the_model_words_what_matters_most(built_by: Callable[..., Built]):
    cap = 0.15
    with model_server(good) as server:
        built = built_by(server, budget=cap)
    assert built.cost_usd is not None
    assert 0 < built.cost_usd <= cap
    paid = [stage for stage in KEPT_LONGEST if LINES[stage]]
    without = {one.split(": ", 1)[0] for one in built.degraded}.intersection(paid)  # for a line or two nothing is set aside
    assert without == set(paid[len(paid) - len(without) :])
    assert not without & {"draft_stories", "pitch"}
    assert all("BudgetSpent" in one for one in built.degraded)
