"""Limits of a model: its file, calls at a time and in a minute, patience, prices, and a provider that is down."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import dspy
import pytest
import yaml
from model_scripts import always, good, status
from model_server import Asked, Reply, Script, fields, model_server

from playbook.artifacts.brief import Brief
from playbook.errors import Refusal
from playbook.grounding.case import ground_of
from playbook.settings import Settings
from signatures.backend import backend, budget_of, connection, preflight
from signatures.budget import Budget, BudgetStop
from signatures.connection import Gate
from signatures.metering import Account
from signatures.model_settings import ModelSettings, Price, models_of, settings_of
from signatures.verify import Written, word
from signatures.writers import packs

MODEL = "openai/scripted"


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "test")


@pytest.fixture(scope="module")
def brief(case: Callable[[str], Brief]) -> Brief:
    """The account executive's case."""
    return case("luis-herrera")


@pytest.fixture
def limited(settings: Settings, tmp_path: Path) -> Callable[..., Settings]:
    """Settings with a file of models that limits the scripted one."""

    def made(base_url: str | None = None, **limits: Any) -> Settings:
        path = tmp_path / "models.yaml"
        path.write_text(yaml.safe_dump({"models": {MODEL: {"retry_wait_seconds": 0.001, **limits}}}))
        return settings.model_copy(update={"models": path, "model_api_base": base_url})

    return made


def written(stage: str, brief: Brief, settings: Settings, budget: Budget | None = None) -> Written[Any]:
    """A stage that needs the brief alone."""
    return word(stage, {"brief": brief}, model=MODEL, settings=settings, ground=ground_of(brief, packs()), budget=budget)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("models: [", "models.yaml"),
        ("- a list", "list at the top"),
        ("models: {openai/m: {concurrency: 0}}", "concurrency = 0"),
        ("models: {openai/m: {retires: 3}}", "retires"),
        ("models: {openai/m: {price: {input: -1, output: 2}}}", "price.input"),
        ("models: {openai/m: {response_format: xml}}", "response_format"),
    ],
)
def test_a_wrong_file_of_models_is_refused_with_what_was_found(content: str, named: str, tmp_path: Path):
    path = tmp_path / "models.yaml"
    path.write_text(content)
    with pytest.raises(Refusal) as refused:
        models_of(path)
    assert refused.value.code == "models.invalid"
    assert named in refused.value.found
    assert refused.value.wanted
    assert "PLAYBOOK_MODELS" in refused.value.remedy


def test_a_missing_file_of_models_is_refused(tmp_path: Path):
    with pytest.raises(Refusal, match=r"models\.invalid"):
        models_of(tmp_path / "none.yaml")


def test_a_model_that_the_file_does_not_name_has_the_defaults(limited: Callable[..., Settings]):
    chosen = limited(concurrency=3)
    assert settings_of(MODEL, chosen).concurrency == 3
    assert settings_of("openai/other", chosen) == ModelSettings()


def test_so_many_calls_are_open_at_a_time_over_all_threads(limited: Callable[..., Settings]):
    def slowly(_: Asked) -> Reply:
        return Reply(fields(echo="ready"), wait_seconds=0.03)

    with model_server(slowly) as server:
        chosen = limited(server.base_url, concurrency=3)

        def call(number: int) -> str:
            with dspy.context(**backend(MODEL, chosen)):
                return str(dspy.Predict("word -> echo")(word=str(number)).echo)

        with ThreadPoolExecutor(12) as threads:
            assert set(threads.map(call, range(12))) == {"ready"}
    assert (len(server.asked), server.busiest) == (12, 3)


def test_nothing_of_a_call_stays_in_the_process(brief: Brief, limited: Callable[..., Settings]):
    """Known bad: DSPy's trace, which keeps what ten thousand calls were made with."""
    with model_server(good) as server:
        before = len(dspy.settings.trace or ())
        assert written("assess", brief, limited(server.base_url)).calls
        assert len(dspy.settings.trace or ()) == before


def test_so_many_calls_begin_in_any_minute():
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    gate = Gate(4, 2, clock=lambda: now[0], sleep=sleep)
    begun = []
    for _ in range(5):
        with gate.turn():
            begun.append(now[0])
            now[0] += 1
    assert begun == [0.0, 1.0, 60.0, 61.0, 120.0]
    assert slept == [58.0, 58.0]


def test_a_provider_that_is_down_is_asked_once_and_then_left_alone(brief: Brief, limited: Callable[..., Settings]):
    with model_server(always(status(503))) as server:
        chosen = limited(server.base_url, retries=2)
        first, second = written("assess", brief, chosen), written("pitch", brief, chosen)
    assert (first.calls, second.calls, len(server.asked)) == (3, 0, 3)
    assert first.passing
    assert second.passing
    assert all("not asked again after LMServerError" in fault for fault in second.degraded)


def test_a_provider_that_came_back_is_asked_again(brief: Brief, limited: Callable[..., Settings]):
    def script(asked: Asked) -> Reply | str:
        return status(503) if asked.number <= 3 else good(asked)

    with model_server(script) as server:
        chosen = limited(server.base_url, retries=2, pause_seconds=0.0)
        assert written("assess", brief, chosen).degraded
        assert not written("assess", brief, chosen).degraded


@pytest.mark.parametrize("reply", [status(401), status(404), status(429, kind="insufficient_quota")])
def test_what_can_never_work_is_tried_once_in_a_run(reply: Reply, brief: Brief, limited: Callable[..., Settings]):
    with model_server(always(reply)) as server:
        chosen = limited(server.base_url)
        assert [written(stage, brief, chosen).calls for stage in ("assess", "pitch", "decode")] == [1, 0, 0]


def test_a_hanging_model_uses_up_the_patience_of_a_stage_and_no_more(brief: Brief, limited: Callable[..., Settings]):
    with model_server(always(Reply(hangs=True))) as server:
        chosen = limited(server.base_url, timeout_seconds=0.1, patience_seconds=0.15, retries=10)
        started = time.monotonic()
        hung = written("assess", brief, chosen)
    assert hung.calls == 2
    assert time.monotonic() - started < 5
    assert "given up after 2 tries" in hung.degraded[0]


def test_the_key_stands_in_no_degradation(brief: Brief, limited: Callable[..., Settings]):
    with model_server(always(status(401, "Incorrect API key provided: sk-secret"))) as server:
        assert "sk-secret" not in str(written("assess", brief, limited(server.base_url)).degraded)


def test_a_prompt_that_does_not_fit_is_not_sent(brief: Brief, limited: Callable[..., Settings]):
    with model_server(good) as server:
        small = written("assess", brief, limited(server.base_url, context_tokens=500))
    assert (small.calls, len(server.asked)) == (0, 0)
    assert "does not fit the window of 500" in small.degraded[0]


@pytest.mark.parametrize(
    ("chosen", "kind"), [("json_schema", "json_schema"), ("json_object", "json_object"), ("none", None), ("auto", None)]
)
def test_structured_output_is_asked_for_as_the_file_says(
    chosen: str, kind: str | None, brief: Brief, limited: Callable[..., Settings]
):
    with model_server(good) as server:
        assert not written("assess", brief, limited(server.base_url, response_format=chosen)).degraded
    sent = server.asked[0].body.get("response_format")
    assert (sent and sent["type"]) == kind
    if kind == "json_schema":
        schema = sent["json_schema"]
        assert schema["strict"]
        assert json.dumps(schema).count('"additionalProperties": false') == 2


@pytest.mark.parametrize(
    ("model", "mark"),
    [("openai/gpt-4o-mini", '"type": "json_schema"'), ("anthropic/claude-sonnet-4-5", '"cache_control"')],
)
def test_a_model_that_is_known_is_asked_in_its_own_way(
    model: str, mark: str, brief: Brief, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "test")
    path = tmp_path / "models.yaml"
    path.write_text(yaml.safe_dump({"models": {model: {"prompt_cache": True, "max_tokens": 4000, "retries": 0}}}))
    with model_server(good) as server:
        chosen = settings.model_copy(update={"models": path, "model_api_base": server.base_url})
        word("assess", {"brief": brief}, model=model, settings=chosen, ground=ground_of(brief, packs()))
    assert mark in json.dumps(dict(server.asked[0].body))


def test_tokens_and_temperature_of_the_file_reach_the_wire(brief: Brief, limited: Callable[..., Settings]):
    with model_server(good) as server:
        written("assess", brief, limited(server.base_url, max_tokens=1234, temperature=0.5))
    body = server.asked[0].body
    assert (body.get("max_tokens") or body.get("max_completion_tokens"), body["temperature"]) == (1234, 0.5)


def test_a_model_without_a_price_costs_nobody_knows_what(brief: Brief, limited: Callable[..., Settings]):
    with model_server(good) as server:
        known = limited(server.base_url, price={"input": 1.0, "output": 1.0})
        assert written("assess", brief, known).cost_usd == pytest.approx((server.tokens_in + server.tokens_out) / 1e6)
        assert written("assess", brief, limited(server.base_url)).cost_usd is None


def test_the_list_of_prices_that_dspy_carries_is_read_offline(settings: Settings):
    price = connection("openai/gpt-4o-mini", settings).price
    assert price is not None
    assert price.output > price.input > (price.cached_input or 0) > 0


def test_tokens_in_the_provider_s_cache_cost_what_the_file_says():
    assert Price(input=2, output=10, cached_input=0.5).cost(1_000_000, 100_000, 600_000) == pytest.approx(2.1)


def test_a_cap_on_money_without_a_price_is_refused(limited: Callable[..., Settings]):
    with pytest.raises(Refusal, match=r"budget\.unpriced"):
        budget_of(MODEL, limited().model_copy(update={"budget": 1.0}))
    assert budget_of("embedded", limited().model_copy(update={"budget": 1.0})) is None


def test_a_stage_without_money_keeps_its_words_and_says_so(brief: Brief, limited: Callable[..., Settings]):
    with model_server(good) as server:
        chosen = limited(server.base_url, price={"input": 100.0, "output": 100.0})
        poor = written("assess", brief, chosen, Budget(usd=0.01))
    assert (poor.calls, len(server.asked), poor.cost_usd, poor.passing) == (0, 0, 0.0, True)
    assert "BudgetSpent: budget: $0.0000 of $0.0100 is spent" in poor.degraded[0]


def test_a_hard_cap_ends_what_scores_every_error_as_a_wrong_answer(limited: Callable[..., Settings]):
    """An optimizer's evaluation goes on after errors; it must not after the last call that was paid for."""
    account = Account(budget=Budget(calls=5, hard=True))
    examples = [dspy.Example(word=str(number), echo="ready").with_inputs("word") for number in range(40)]
    with model_server(always(fields(echo="ready"))) as server:
        with (
            dspy.context(**backend(MODEL, limited(server.base_url), account=account), disable_history=True),
            pytest.raises(BudgetStop),
        ):
            dspy.Evaluate(devset=examples, metric=lambda *_: 1.0, num_threads=4, display_progress=False)(
                dspy.Predict("word -> echo")
            )
        assert len(server.asked) <= account.calls == 5  # the last may still be under way


@pytest.mark.parametrize("name", ["openai/", ""])
def test_a_name_that_is_none_is_refused(name: str, settings: Settings):
    with pytest.raises(Refusal, match=r"model\.invalid"):
        connection(name, settings)


@pytest.mark.parametrize(
    ("script", "ok", "found"),
    [
        (always(fields(echo="ready")), True, "answers; $1 in and $2 out"),
        (always(status(401)), False, "refused the key"),
        (always("no"), False, "AdapterParseError"),
    ],
)
def test_doctor_asks_the_model_for_one_word(script: Script, ok: bool, found: str, limited: Callable[..., Settings]):
    with model_server(script) as server:
        said, good_to_go = preflight(MODEL, limited(server.base_url, price={"input": 1, "output": 2}))
    assert (good_to_go, found in said) == (ok, True), said
