"""Programs that are made from labelled pairs: capped, resumable, the same for the same seed, and refused where they do not fit."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import dspy
import pytest
from model_server import Asked, answer, fields, model_server

from evals.examples import examples_of
from evals.labelled.release import current
from evals.optimize import optimize as optimizing
from evals.optimize.optimizers import OPTIMIZERS, Material, _labeled
from evals.optimize.request import Request
from evals.optimize.spending import LastingBudget
from playbook.errors import PlaybookError, Refusal, StageFailure
from playbook.settings import Settings
from signatures.backend import backend
from signatures.budget import BudgetStop
from signatures.programs import PROGRAMS, program, signature_sha
from signatures.promotion import Program, Promotion, chosen, keep, program_id, promote, roll_back, standing

STAGE = "plan_90_days"
"""A written stage of few sentences."""
BETTER = "keep every number"


@pytest.fixture
def home(settings: Settings, tmp_path: Path) -> Settings:
    """Settings with a home of their own."""
    return settings.model_copy(update={"home": tmp_path / "home"})


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "test")


@pytest.fixture(scope="module")
def pairs_of(request: pytest.FixtureRequest) -> dict[str, list[Any]]:
    """Three labelled pairs a split: enough for plumbing."""
    release = current()
    return {split: list(release.of(split)[:3]) for split in ("train", "dev")}


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch, pairs_of: dict[str, list[Any]]) -> None:
    """Optimisations that learn from the few."""
    made: dict[tuple[str, str], list[dspy.Example]] = {}

    def examples(stage: str, split: str, *, settings: Settings) -> list[dspy.Example]:
        if (stage, split) not in made:
            made[stage, split] = [one for item in pairs_of[split] for one in examples_of(item, stage, settings)]
        return made[stage, split]

    monkeypatch.setattr(optimizing, "examples", examples)


def script(asked: Asked) -> str:
    """Words all lines once the instruction says so, half of them before; proposes that instruction when it is asked."""
    if asked.lines:
        lines = [{"id": line["id"], "text": line["text"]} for line in asked.lines]
        return answer(lines if BETTER in asked.prompt else lines[::2])
    if asked.wants:
        return fields(**dict.fromkeys(asked.wants, f"Word each sentence plainly and {BETTER}."))
    return f"```\nWord each sentence plainly and {BETTER}.\n```"


def asked_for(optimizer: str, calls: int = 200, **others: Any) -> Request:
    """A request on the scripted provider."""
    given = {"stage": STAGE, "model": "openai/scripted", "prompt_model": None, "usd": None, "seed": 0}
    return Request(optimizer=optimizer, calls=calls, **(given | others))


def run(home: Settings, request: Request) -> tuple[Any, int]:
    """An optimisation against a server of its own: what was made, and what the server was asked."""
    with model_server(script) as server:
        made = optimizing.optimize(request, home.model_copy(update={"model_api_base": server.base_url}))
    return made, len(server.asked)


@pytest.mark.parametrize("optimizer", ["mipro", "gepa"])
@pytest.mark.usefixtures("few")
def test_an_optimizer_of_instructions_finds_the_better_one_and_the_same_seed_finds_it_again(
    optimizer: str, home: Settings, tmp_path: Path
):
    pytest.importorskip("optuna", reason="the extra `optimize` is not installed")
    first, calls = run(home, asked_for(optimizer))
    again, _ = run(home.model_copy(update={"home": tmp_path / "other"}), asked_for(optimizer))
    kept = json.loads((home.programs / f"{first.program}.json").read_text())
    assert BETTER in json.dumps(kept["state"])
    assert again.program == first.program
    assert first.calls == calls <= 200
    assert kept["optimizer"] == optimizer


@pytest.mark.parametrize("optimizer", ["mipro", "gepa"])
@pytest.mark.usefixtures("few")
def test_what_is_stopped_by_its_cap_is_gone_on_with_and_pays_for_nothing_twice(
    optimizer: str, home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    pytest.importorskip("optuna", reason="the extra `optimize` is not installed")
    whole, calls = run(home.model_copy(update={"home": tmp_path / "whole"}), asked_for(optimizer, calls=60))
    cap = calls // 2
    with monkeypatch.context() as patched:
        patched.setattr(LastingBudget, "_passed", lambda self, *_: "enough" if self.calls >= cap else "")
        with pytest.raises(StageFailure, match=r"budget\.spent"):
            run(home, asked_for(optimizer, calls=60))
    made, rest = run(home, asked_for(optimizer, calls=60))
    assert made.program == whole.program
    assert made.calls_before == cap
    assert made.calls == cap + rest
    assert made.calls == calls <= 60


@pytest.mark.usefixtures("few")
def test_what_is_told_to_have_been_spent_is_of_all_starts(home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    started = []

    def compiled(material: Material) -> tuple[dspy.Module, dict[str, Any]]:
        started.append(1)
        for example in material.train[: len(started)]:
            material.student(**example.inputs())
        if len(started) == 1:
            message = "enough"
            raise BudgetStop(message)
        return material.student, {}

    monkeypatch.setitem(OPTIMIZERS, "gepa", replace(OPTIMIZERS["gepa"], compile=compiled))
    limits = tmp_path / "models.yaml"
    limits.write_text(json.dumps({"models": {"openai/scripted": {"price": {"input": 2.0, "output": 10.0}}}}))
    with model_server(script) as server:
        chosen = home.model_copy(update={"model_api_base": server.base_url, "models": limits})
        with pytest.raises(StageFailure, match=r"budget\.spent"):
            optimizing.optimize(asked_for("gepa", usd=1.0), chosen)
        made = optimizing.optimize(asked_for("gepa", usd=1.0), chosen)
    assert 0 < made.calls_before < made.calls == len(server.asked)
    assert made.cost_usd == pytest.approx((server.tokens_in * 2.0 + server.tokens_out * 10.0) / 1e6)


@pytest.mark.usefixtures("few")
def test_what_models_without_a_price_cost_is_not_known_although_this_start_asked_none(
    home: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(OPTIMIZERS, "gepa", replace(OPTIMIZERS["gepa"], compile=lambda material: (material.student, {})))
    asked = asked_for("gepa")
    spent = asked.folder(home, current()) / "spent.json"
    spent.parent.mkdir(parents=True)
    spent.write_text(json.dumps({"calls": 7, "usd": 0.0}))
    assert optimizing.optimize(asked, home).cost_usd is None
    spent.write_text(json.dumps({"calls": 0, "usd": 0.0}))
    assert optimizing.optimize(asked, home).cost_usd == 0.0


def test_a_cap_outlives_the_process_that_spent_it(tmp_path: Path):
    path = tmp_path / "spent.json"
    first = LastingBudget(path, usd=None, calls=3)
    first.settle(first.reserve(None), 0.25)
    first.reserve(None)  # and killed before the answer came
    second = LastingBudget(path, usd=None, calls=3)
    assert (second.calls, second.spent_usd) == (2, 0.25)
    second.reserve(None)
    with pytest.raises(BudgetStop):
        second.reserve(None)


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (asked_for("mipro", stage="render"), "stage.no-program"),
        (asked_for("guesswork"), "optimizer.unknown"),
        (asked_for("gepa", model="embedded"), "optimizer.needs-model"),
        (asked_for("labeled", model="embedded"), "optimizer.needs-model"),
        (asked_for("mipro", calls=5), "budget.too-small"),
        (asked_for("gepa", usd=1.0), "budget.unpriced"),
        (asked_for("gepa", usd=1.0, model="openai/gpt-4o-mini", prompt_model="openai/scripted"), "budget.unpriced"),
    ],
)
def test_what_cannot_work_is_refused_before_it_costs_anything(request_: Request, code: str, settings: Settings):
    with pytest.raises(Refusal, match=code.replace(".", r"\.")):
        request_.check(settings)


DECIDED = [("match", "lines"), ("choose_archetypes", "bullets")]
"""Stages that the embedded engine decides by demos, with what is decided."""


@pytest.mark.parametrize(("stage", "things"), DECIDED)
@pytest.mark.usefixtures("few")
def test_the_embedded_engine_learns_from_demos_and_the_same_seed_picks_the_same(stage: str, things: str, home: Settings):
    material = optimizing._material(
        asked_for("labeled", stage=stage, model="embedded"),
        home,
        current(),
        optimizing.Account(),
    )
    with dspy.context(**backend("embedded", home)):
        made, params = _labeled(material)
        again, _ = _labeled(material)
    assert made.dump_state() == again.dump_state()
    (predictor,) = made.predictors()
    assert len(predictor.demos) == params["demos"] > 0
    # What a program keeps says nothing in anybody's words.
    assert all(thing.text == "" for demo in predictor.demos for thing in demo[things])


@pytest.mark.parametrize("optimizer", ["bootstrap", "random-search"])
@pytest.mark.usefixtures("few")
def test_optimizers_that_pick_demos_need_no_model(optimizer: str, home: Settings):
    material: Material = optimizing._material(
        asked_for(optimizer, stage="match", model="embedded", calls=120),
        home,
        current(),
        optimizing.Account(),
    )
    with dspy.context(**backend("embedded", home)):
        made, _ = OPTIMIZERS[optimizer].compile(material)
    tried = [one["program"] for one in getattr(made, "candidate_programs", ())] or [made]
    assert any(one.judge.demos for one in tried)  # of three pairs it may be that none is learned from


def stored(home: Settings, **others: Any) -> Program:
    """A program in the home."""
    state = PROGRAMS["match"]().dump_state()
    given = {
        "program": program_id("match", signature_sha("match"), {**state, "n": len(others)}),
        "stage": "match",
        "model": "embedded",
        "signature_sha": signature_sha("match"),
        "state": state,
        "optimizer": "labeled",
        "release": "r",
    }
    made = Program.model_validate(given | others)
    keep(made, home)
    return made


def test_what_is_promoted_stands_and_what_stood_before_comes_back(home: Settings):
    shipped = standing("match", "embedded", home).program
    one = stored(home)
    promote(Promotion(program=one.program), "match", "embedded", home)
    assert chosen("match", "embedded", home) == one.program
    assert program("match", "embedded", home).name == one.program
    assert roll_back("match", "embedded", home).program == shipped
    with pytest.raises(Refusal, match=r"program\.nothing-promoted"):
        roll_back("match", "embedded", home)


def test_a_canary_is_taken_by_its_share_of_the_runs_and_always_by_the_same_ones(home: Settings):
    one = stored(home)
    promote(Promotion(program=None, canary=one.program, percent=5), "match", "embedded", home)
    takes = [run for run in map(str, range(4000)) if chosen("match", "embedded", home, run) == one.program]
    assert 0.03 < len(takes) / 4000 < 0.07
    assert all(chosen("match", "embedded", home, run) == one.program for run in takes)


def test_a_program_for_other_fields_is_not_loaded_and_the_build_says_so(home: Settings):
    other = stored(home, signature_sha="0" * 16)
    promote(Promotion(program=other.program), "match", "embedded", home)
    found = program("match", "embedded", home)
    assert found.name is None
    assert "program.other-signature" in found.refusal


def test_a_file_of_promotions_that_is_damaged_is_named(home: Settings):
    home.programs.mkdir(parents=True)
    (home.programs / "promoted.json").write_text("{")
    with pytest.raises(PlaybookError, match=r"programs\.unreadable"):
        standing("match", "embedded", home)


@pytest.mark.parametrize("stage", [stage for stage, _ in DECIDED])
def test_the_program_that_ships_fits_its_signature(stage: str, settings: Settings):
    shipped = standing(stage, "embedded", settings)
    assert shipped.program
    assert program(stage, "embedded", settings).name == shipped.program
