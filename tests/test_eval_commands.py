"""The commands of the evaluation: what they print, what they refuse, and how they end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from eval_cases import DEV, a_home, release, some

from evals.evaluate import Evaluated, evaluate
from evals.scorers import SCORERS
from playbook.cli import main
from playbook.settings import CHECKOUT, Settings


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home for the runs of this file."""
    return a_home(tmp_path_factory.mktemp("evals"))


@pytest.fixture(scope="module")
def runs(home: Settings) -> tuple[Evaluated, Evaluated]:
    """Two runs of one stage over a pair."""
    one = some(DEV)
    first = evaluate("score", "dev", model="embedded", settings=home, release=one, jobs=1)
    return first, evaluate("score", "dev", model="embedded", settings=home, release=one, jobs=1)


@pytest.fixture(autouse=True)
def _at_home(home: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYBOOK_HOME", str(home.home))


def run(*arguments: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


def test_an_earlier_run_is_shown_again(runs: tuple[Evaluated, Evaluated], capsys: Any, tmp_path: Path):
    page = tmp_path / "page.html"
    assert run("eval", "--run", runs[0].run_id, "--report", str(page)) == 0
    assert "fit band" in capsys.readouterr().out
    assert page.read_text().startswith("<!doctype html>")


def test_listings_are_to_be_had_as_json(runs: tuple[Evaluated, Evaluated], capsys: Any):
    assert run("eval", "--runs", "--json") == 0
    assert [row["run_id"] for row in json.loads(capsys.readouterr().out)] == [runs[1].run_id, runs[0].run_id]
    assert run("eval", "--run", runs[0].run_id, "--json") == 0
    record = json.loads(capsys.readouterr().out)
    assert {"run", "release", "scores", "families", "costs", "errors"} <= record.keys()
    assert run("eval", "--agreement", "--json") == 0
    assert {row["label"] for row in json.loads(capsys.readouterr().out)["agreement"]} >= {"status", "fit"}
    assert run("labelled", "show", "--json") == 0
    assert json.loads(capsys.readouterr().out)["counts"]["all"]["pairs"] == len(release().items)


def test_the_number_of_a_release_is_to_be_had_as_json(capsys: Any, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("evals.labelled.release.make_release", lambda _: (release(), False))
    monkeypatch.setattr("evals.labelled.loading.load", lambda *_: None)
    assert run("labelled", "release", "--why", "none", "--json") == 0
    told = {"release": release().name, "content": release().sha, "pairs": len(release().items), "is_new": False}
    assert json.loads(capsys.readouterr().out) == told


def test_two_runs_of_the_same_differ_in_nothing(runs: tuple[Evaluated, Evaluated], capsys: Any, tmp_path: Path):
    page = tmp_path / "comparison.html"
    assert run("compare", runs[0].run_id, runs[1].run_id, "--report", str(page)) == 0
    assert "2 scorers are the same" in capsys.readouterr().out
    assert "Two eval runs" in page.read_text()
    assert run("compare", runs[0].run_id, runs[1].run_id, "--json") == 0
    assert {one["verdict"] for one in json.loads(capsys.readouterr().out)["differences"]} == {"same"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("compare", "nothing", "nowhere"), "eval-run.unknown"),
        (("eval", "--stage", "juggle"), "stage.unknown"),
        (("eval", "--split", "prod"), "split.unknown"),
        (("eval", "--stage", "pitch", "--program", "nope"), "program.unknown"),
    ],
)
def test_what_is_not_there_is_refused_in_one_line(arguments: tuple[str, ...], code: str, capsys: Any):
    assert run(*arguments) == 2
    said = capsys.readouterr().err
    assert code in said
    assert "Traceback" not in said


def test_every_scorer_stands_in_the_docs_with_what_it_measures():
    page = (CHECKOUT / "docs" / "evaluation.md").read_text()
    assert [name for name, one in SCORERS.items() if f"| `{name}` |" not in page or one.sentence not in page] == []
