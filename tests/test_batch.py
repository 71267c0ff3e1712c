"""A batch: the good rows are delivered whatever the others do, nothing runs twice, and the ledger knows it all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from batch_cases import batch, manifest, row
from gate_cases import Here

from flows import build_playbook
from flows.build_batch import Done, build_batch
from flows.forecast import forecast
from flows.publication import FILES
from flows.row_processes import RowProcesses
from playbook.errors import Refusal, StageFailure
from playbook.settings import Settings
from playbook.store.journal import Journal
from playbook.store.ledger import ledger
from tasks.run import Run

GOOD = ("luis-herrera", "amara-okafor")


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Path, Path, Done]:
    """Settings, manifest, folder and what came of it: two good rows, and poisonous ones."""
    folder = tmp_path_factory.mktemp("night")
    path = manifest(
        folder,
        row(GOOD[0]),
        row(GOOD[0], id="dies", company="Dies"),
        row(GOOD[0], id="poem", resume="poem.txt"),
        row(GOOD[0], id="swells", company="Swells"),
        row(GOOD[1]),
    )
    settings = Settings(home=folder / "home", _env_file=None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(__file__).parent))
        done = build_batch(batch(path, folder / "out", jobs=2), settings, processes=RowProcesses("dying_worker"))
    return settings, path, folder / "out", done


def test_the_good_rows_are_delivered_and_each_bad_one_has_its_cause(night: tuple[Settings, Path, Path, Done]):
    _, _, out, done = night
    assert {outcome.id: (outcome.status, outcome.error_code) for outcome in done.outcomes} == {
        "luis-herrera": ("delivered", None),
        "dies": ("failed", "row.crashed"),
        "poem": ("refused", "resume.too-short"),
        "swells": ("failed", "row.failed"),
        "amara-okafor": ("delivered", None),
    }
    assert sorted(folder.name for folder in out.iterdir()) == sorted((*GOOD, "batch-report.html"))
    for name in GOOD:
        assert sorted(file.name for file in (out / name).iterdir()) == sorted(FILES)


def test_the_ledger_has_every_row_with_its_run_and_its_cause(night: tuple[Settings, Path, Path, Done]):
    settings, path, _, done = night
    with ledger(settings) as connection:
        counts = connection.execute(
            "select planned, delivered, held, refused, failed, manifest from ledger.batch_latest where batch_id = ?",
            [done.batch_id],
        ).fetchall()
        runs = connection.execute(
            "select o.row_id, r.status from ledger.batch_outcome o join ledger.latest r using (run_id) where o.batch_id = ?",
            [done.batch_id],
        ).fetchall()
    assert counts == [(5, 2, 0, 1, 2, str(path))]
    assert sorted(runs) == [("amara-okafor", "ok"), ("luis-herrera", "ok"), ("poem", "refused")]


def test_a_batch_that_was_stopped_shows_what_its_runs_came_to(night: tuple[Settings, Path, Path, Done], tmp_path: Path):
    settings, path, _, _ = night

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_batch(batch(path, tmp_path / "out", only=frozenset(GOOD), jobs=1, batch_id="stopped"), settings, told=stop)
    with ledger(settings) as connection:
        query = "select finished_at, planned, delivered from ledger.batch_latest where batch_id = 'stopped'"
        ((finished, planned, delivered),) = connection.execute(query).fetchall()
    assert (finished, planned) == (None, 2)
    assert delivered >= 1


def test_the_same_manifest_again_executes_no_stage_and_gives_the_same_bytes(
    night: tuple[Settings, Path, Path, Done], tmp_path: Path
):
    settings, path, out, _ = night
    done = build_batch(batch(path, tmp_path, only=frozenset(GOOD), jobs=1), settings)
    assert [(outcome.status, outcome.executed) for outcome in done.outcomes] == [("delivered", 0)] * 2
    for name in (f"{folder}/{file}" for folder in GOOD for file in FILES):
        assert (tmp_path / name).read_bytes() == (out / name).read_bytes(), name


def test_a_ledger_that_cannot_be_opened_costs_the_report_and_no_playbook(
    night: tuple[Settings, Path, Path, Done], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    settings, path, _, _ = night

    def locked(*_: object) -> None:
        raise StageFailure("ledger.locked", found="another process", wanted="one that writes", remedy="wait")

    monkeypatch.setattr("flows.build_batch.write_report", locked)
    done = build_batch(batch(path, tmp_path, only=frozenset(GOOD[:1]), jobs=1), settings)
    assert done.counts["delivered"] == 1
    assert done.unreported is not None
    assert done.unreported.startswith("ledger.locked")


def test_a_row_that_hangs_fails_alone(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    path = manifest(tmp_path, row(GOOD[0], id="hangs", company="Hangs"))
    done = build_batch(batch(path, tmp_path / "out"), settings, processes=RowProcesses("dying_worker", seconds=0.5))
    assert [outcome.error_code for outcome in done.outcomes] == ["row.timeout"]


def test_a_row_may_take_as_long_as_the_setting_says(tmp_path: Path, settings: Settings):
    short = settings.model_copy(update={"row_seconds": 0.05})  # a process of its own takes longer to start
    done = build_batch(batch(manifest(tmp_path, row(GOOD[0])), tmp_path / "out"), short)
    (outcome,) = done.outcomes
    assert outcome.error_code == "row.timeout"
    assert "no end after 0.05 seconds" in (outcome.error or "")
    assert "PLAYBOOK_ROW_SECONDS" in (outcome.error or "")
    assert not (tmp_path / "out" / GOOD[0]).exists()


@pytest.mark.parametrize("cost", [0.25, None], ids=["priced", "unpriced"])
def test_what_a_row_that_failed_has_cost_is_known_without_a_budget_too(
    gate_home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cost: float | None
):
    def paid(run: Run, *_: object) -> None:
        run.pending.calls, run.pending.cost_usd = 3, cost
        message = "no answer that can be used"
        raise RuntimeError(message)

    monkeypatch.setattr(build_playbook, "pitch", replace(build_playbook.pitch, function=paid))
    asked = batch(manifest(tmp_path, row(GOOD[0])), tmp_path / "out", again_from="pitch", jobs=1)
    done = build_batch(asked, gate_home, processes=Here())  # type: ignore[arg-type]
    (one,) = done.outcomes
    assert (one.error_code, one.executed, one.calls, one.cost_usd) == ("pitch.failed", 1, 3, cost)
    assert one.cached > 0
    with ledger(gate_home) as connection:
        query = "select executed, cost_usd::double from ledger.batch_outcome where batch_id = ?"
        assert connection.execute(query, [done.batch_id]).fetchall() == [(1, cost)]


def test_a_dry_run_says_what_is_there_and_what_would_run_and_stores_nothing(
    night: tuple[Settings, Path, Path, Done], tmp_path: Path
):
    settings, _, _, _ = night
    path = manifest(tmp_path, row(GOOD[0]), row(GOOD[1], role="Charge Nurse"), row("ines-duarte"))
    before = sorted(settings.artifacts.rglob("*"))
    found = forecast(batch(path, tmp_path / "out", jobs=1), settings)
    assert [(one.state, one.first) for one in found.rows] == [("cached", None), ("runs", "parse_posting"), ("runs", "read")]
    assert found.seconds is not None
    assert found.usd == 0.0
    assert found.runs == 2
    assert sorted(settings.artifacts.rglob("*")) == before
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("costs", "foreseen"), [((0.3, None), 0.3), ((0.3, 0.5), 0.4), ((None,), None)])
def test_a_forecast_goes_by_the_runs_whose_price_is_known(
    settings: Settings, tmp_path: Path, costs: tuple[float | None, ...], foreseen: float | None
):
    span = dict.fromkeys(("started_at", "finished_at"), "2026-11-23T00:00:01+00:00")
    nothing = dict.fromkeys(("tokens_in", "tokens_out"), 0)
    for number, cost in enumerate(costs):
        with Journal(settings.journals, f"run{number}") as journal:
            stage = {"stage": "pitch", "content_key": "k", "input_shas": [], "status": "ok", "degraded": [], "worker": "w"}
            journal.write("stage_run", **stage, **nothing, cpu_ms=1.0, cost_usd=cost)
            made = {"candidate_key": "c", "company": "Acme", "model": "embedded", "version": "0", "status": "ok"}
            journal.write("run", **made, **span, **nothing, cpu_seconds=1.0, cost_usd=cost)
    found = forecast(batch(manifest(tmp_path, row(GOOD[0])), tmp_path / "out", jobs=1), settings)
    assert found.runs == len(costs)
    assert found.usd == (None if foreseen is None else pytest.approx(foreseen))


def test_without_history_there_is_no_forecast(settings: Settings, tmp_path: Path):
    found = forecast(batch(manifest(tmp_path, row(GOOD[0])), tmp_path / "out"), settings)
    assert found.seconds is None
    assert "no whole run with embedded" in str(found)


def test_a_budget_for_a_model_without_a_price_is_refused_before_anything_runs(settings: Settings, tmp_path: Path):
    path = manifest(tmp_path, row(GOOD[0], model="nobody/knows-this"))
    with pytest.raises(Refusal, match=r"budget\.unpriced"):
        build_batch(batch(path, tmp_path / "out", budget=1.0), settings)
    assert not settings.journals.exists()


def test_a_dry_run_is_refused_where_the_batch_would_be(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("flows.gate.is_installed", lambda: False)
    path = manifest(tmp_path, row(GOOD[0], model="nobody/knows-this"))
    with pytest.raises(Refusal, match=r"budget\.unpriced"):
        forecast(batch(path, tmp_path / "out", budget=1.0), settings)
    with pytest.raises(Refusal, match=r"gate\.unavailable"):
        forecast(batch(path, tmp_path / "out", gate="hold"), settings)


def test_a_dry_run_names_the_rows_whose_model_has_no_price_for_the_cap_of_the_settings(settings: Settings, tmp_path: Path):
    path = manifest(tmp_path, row(GOOD[0]), row(GOOD[0], id="unpriced", model="nobody/knows-this"))
    found = forecast(batch(path, tmp_path / "out"), settings.model_copy(update={"budget": 1.0}))
    assert [one.state for one in found.rows] == ["runs", "refused"]
    assert "budget.unpriced" in (found.rows[1].error or "")


def test_the_command_ends_with_3_where_a_row_was_not_delivered(night: tuple[Settings, Path, Path, Done], tmp_path: Path):
    settings = night[0]
    path = manifest(tmp_path, row(GOOD[0]), row(GOOD[0], id="poem", resume="poem.txt"))
    finished = playbook(settings, "batch", str(path), "--out", str(tmp_path / "out"), "--date", "2026-11-23", "--json")
    assert finished.returncode == 3
    report = json.loads(finished.stdout)
    assert (report["planned"], report["delivered"], report["refused"]) == (2, 1, 1)
    assert "2/2" in finished.stderr
    listed = playbook(settings, "runs", "--failed", "--batch", report["batch"], "--json")
    assert [one["row_id"] for one in json.loads(listed.stdout)["rows"]] == ["poem"]


def test_a_bad_manifest_ends_with_2_and_every_fault_of_it(settings: Settings, tmp_path: Path):
    path = manifest(tmp_path, row(GOOD[0], company=""), row(GOOD[0], job="none.txt"))
    finished = playbook(settings, "batch", str(path), "--out", str(tmp_path / "out"))
    assert finished.returncode == 2
    assert len(finished.stderr.splitlines()) == 5
    assert "manifest.invalid: found 4 faults" in finished.stderr
    assert not settings.journals.exists()


def playbook(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the home of these settings."""
    env = {**os.environ, "PLAYBOOK_HOME": str(settings.home), "COLUMNS": "200"}
    command = [sys.executable, "-m", "playbook.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False, timeout=120)
