"""Running again: from what was asked for, exactly what failed or is wanted; a batch from its manifest, as it is now."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from batch_cases import ON, batch, manifest, row
from conftest import COMPANIES, SAMPLES

from flows import build_playbook
from flows.build_batch import Batch, build_batch, recorded
from flows.build_playbook import BatchRow, Built, build
from flows.intake import received
from flows.publication import FILES, publish
from flows.rerun import Earlier, check_stage, earlier_run, failed_batches, failed_runs, run_again, undelivered
from flows.row_request import Outcome
from playbook.commands.ledger import batch_of
from playbook.commands.rerun import run_again as command
from playbook.errors import Refusal, StageFailure
from playbook.settings import Settings
from playbook.store.journal import Journal
from playbook.store.ledger import ledger

NAME = "luis-herrera"
RESUME, JOB = SAMPLES / NAME / "resume.txt", SAMPLES / NAME / "job.txt"


def built(settings: Settings, out: Path, **options: str | None) -> Built:
    """One build, published."""
    wanted = {"company": COMPANIES[NAME], "role": None, "name": None} | options
    case = received(RESUME, JOB, settings=settings, **wanted)  # type: ignore[arg-type]
    return build(case, settings, model="embedded", on=ON, out=out, deliver=lambda rendering: publish(rendering, settings, out))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Path, Built]:
    """A home with one run, its folder, and what it made."""
    folder = tmp_path_factory.mktemp("rerun")
    settings = Settings(home=folder / "home", _env_file=None)
    return settings, folder / "out", built(settings, folder / "out")


def again(settings: Settings, run: str, stage: str | None = None) -> Built:
    """That run, once more."""
    with ledger(settings) as connection:
        found = earlier_run(connection, run)
    return run_again(found, settings, again_from=stage)


def killed(settings: Settings, batch_id: str | None, usd: float) -> None:
    """The journal of a run of that batch that was killed after a stage which cost so much."""
    span = dict.fromkeys(("started_at", "finished_at"), "2026-11-23T00:00:01+00:00")
    made = {"model": "embedded", "version": "0", "candidate_key": "c", "company": "Acme", "status": "failed"}
    nothing = dict.fromkeys(("cpu_seconds", "tokens_in", "tokens_out", "cost_usd"), 0)
    stage = {
        "stage": "pitch",
        "content_key": "k",
        "input_shas": [],
        "status": "ok",
        "degraded": [],
        "worker": "w",
        "cpu_ms": 1.0,
    }
    with Journal(settings.journals, "run1") as journal:
        journal.write("run", batch_id=batch_id, row_id=NAME, **made, **span, **nothing)
        journal.write("stage_run", **stage, tokens_in=0, tokens_out=0, cost_usd=usd)


def test_a_run_is_built_again_from_the_ledger_alone_and_gives_the_same_bytes(first: tuple[Settings, Path, Built]):
    settings, out, made = first
    before = {name: (out / name).read_bytes() for name in FILES}
    (out / "playbook.pdf").unlink()
    found = again(settings, made.run_id[:6])
    assert (found.run_id, found.executed) == (made.run_id, 0)
    assert {name: (out / name).read_bytes() for name in FILES} == before


def test_a_damaged_file_of_a_playbook_is_made_anew_by_its_stage_alone(first: tuple[Settings, Path, Built]):
    settings, out, made = first
    before = (out / "playbook.pdf").read_bytes()
    sha = made.rendering.files["playbook.pdf"]
    (settings.artifacts / sha[:2] / sha).write_bytes(before[:-1])
    assert again(settings, made.run_id).executed == 1
    assert (out / "playbook.pdf").read_bytes() == before


@pytest.mark.parametrize(
    ("stage", "executed"),
    [("render", ["render"]), ("condense", ["condense", "assemble", "inspect", "render"]), ("inspect", ["inspect", "render"])],
)
def test_from_a_stage_it_runs_with_what_depends_on_it_and_nothing_else(
    first: tuple[Settings, Path, Built], stage: str, executed: list[str]
):
    settings, _, made = first
    assert again(settings, made.run_id, stage).executed == len(executed)
    with ledger(settings) as connection:
        ran = connection.execute(
            "select stage from ledger.stage_run where status = 'ok' and attempt = (select attempt from ledger.latest "
            "where run_id = ?) order by recorded_at",
            [made.run_id],
        ).fetchall()
    assert [name for (name,) in ran] == executed


def test_a_run_has_the_cpu_time_that_it_took_and_not_that_of_its_process(first: tuple[Settings, Path, Built]):
    settings, _, made = first
    before = time.process_time()
    again(settings, made.run_id)
    used = time.process_time() - before
    with ledger(settings) as connection:
        ((seconds,),) = connection.execute("select cpu_seconds from ledger.latest where run_id = ?", [made.run_id]).fetchall()
    assert 0 < seconds <= used


def test_the_stage_that_fills_a_section_in_can_be_run_again(first: tuple[Settings, Path, Built], tmp_path: Path):
    settings, out, _ = first
    filled = yaml.safe_load((out / "answers.yaml").read_text())
    next(one for one in filled["answers"] if "Story 1 " in one["where"])["answer"] = "the night shift"
    (tmp_path / "filled.yaml").write_text(yaml.safe_dump(filled))
    case = received(
        RESUME, JOB, company=COMPANIES[NAME], role=None, name=None, settings=settings, answers=tmp_path / "filled.yaml"
    )
    made = build(case, settings, model="embedded", on=ON)
    check_stage("answer_stories")
    assert again(settings, made.run_id, "answer_stories").executed == len(("answer_stories", "assemble", "inspect", "render"))


def test_of_a_run_that_failed_exactly_the_failed_stage_runs_again(
    first: tuple[Settings, Path, Built], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    settings = first[0]

    def breaks(*_: object) -> None:
        message = "no paper"
        raise RuntimeError(message)

    whole = build_playbook.render
    with monkeypatch.context() as patch:
        patch.setattr(build_playbook, "render", replace(whole, function=breaks))
        with pytest.raises(StageFailure, match=r"render\.failed"):
            built(settings, tmp_path / "out", name="Luis H.")
    with ledger(settings) as connection:
        assert len(failed_runs(connection)) == 1
    monkeypatch.setenv("PLAYBOOK_HOME", str(settings.home))
    assert command(None, failed=True, batch=None, from_stage=None, as_json=False) == 0
    assert "delivered, 1 stages ran" in capsys.readouterr().err
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == sorted(FILES)
    with ledger(settings) as connection:
        assert failed_runs(connection) == []


def test_a_run_that_was_stopped_before_its_files_were_there_is_not_done(settings: Settings):
    def killed(_: object) -> None:
        raise KeyboardInterrupt

    case = received(RESUME, JOB, company=COMPANIES[NAME], role=None, name=None, settings=settings)
    with pytest.raises(KeyboardInterrupt):
        build(case, settings, model="embedded", on=ON, batch=BatchRow("night", NAME), deliver=killed)
    with ledger(settings) as connection:
        found = connection.execute("select row_id, status, error_code from ledger.batch_outcome").fetchall()
    assert found == [(NAME, "failed", "run.stopped")]


def test_what_a_killed_run_has_cost_is_not_there_for_the_rest_of_its_batch(settings: Settings, tmp_path: Path):
    at = {"requested_at": "2026-11-23T00:00:00+00:00", "made_for": "2026-11-23"}
    asked = {"manifest": str(manifest(tmp_path, row(NAME))), "manifest_sha": "m", "out": str(tmp_path / "out")}
    made = {"model": "embedded", "version": "0"}
    with Journal(settings.journals, "night") as journal:
        journal.write("batch", batch_id="night", **at, **asked, **made, budget_usd=1.0, planned=1)
    killed(settings, "night", 0.25)
    with ledger(settings) as connection:
        left = undelivered(connection, batch_of(connection, "night"), None)
    assert (left.budget, left.only) == (0.75, {NAME})


def test_every_re_run_of_a_batch_has_what_all_before_it_left_of_its_budget(settings: Settings, tmp_path: Path):
    def costing(usd: float) -> Callable[[Batch], dict[str, Outcome]]:
        def build_rows(opened: Batch) -> dict[str, Outcome]:
            killed(settings, opened.batch_id, usd)
            return {NAME: Outcome(id=NAME, status="failed", error_code="row.crashed", cost_usd=None)}

        return build_rows

    left = batch(manifest(tmp_path, row(NAME)), tmp_path / "out", budget=50.0)
    budgets = []
    for usd in (30.0, 5.0):
        batch_id = recorded(left, settings, costing(usd)).batch_id
        with ledger(settings) as connection:
            found = batch_of(connection, batch_id)
            left = undelivered(connection, found, None)
        budgets.append((found["budget_usd"], left.budget))
    assert budgets == [(50, 20), (50, 15)]


def test_a_folder_that_cannot_be_written_is_the_cause_in_the_ledger(first: tuple[Settings, Path, Built], tmp_path: Path):
    settings = first[0]
    (tmp_path / "out").write_text("a file")
    with pytest.raises(Refusal, match=r"out\.unwritable"):
        built(settings, tmp_path / "out", role="Analyst of Old Files")
    with ledger(settings) as connection:
        found = connection.execute("select status, error_code from ledger.latest where role like '%Old Files'").fetchall()
    assert found == [("refused", "out.unwritable")]


def test_of_a_batch_only_what_was_not_delivered_runs_and_a_mended_row_is_read_anew(
    first: tuple[Settings, Path, Built], tmp_path: Path
):
    settings = first[0]
    (tmp_path / "verse.txt").write_text("Violets are blue.")
    path = manifest(tmp_path, row(NAME), row(NAME, id="mended", resume="poem.txt"), row(NAME, id="poem", resume="verse.txt"))
    done = build_batch(batch(path, tmp_path / "out", jobs=1), settings)
    assert [one.status for one in done.outcomes] == ["delivered", "refused", "refused"]
    (tmp_path / "poem.txt").write_bytes(RESUME.read_bytes())
    with ledger(settings) as connection:
        assert done.batch_id in failed_batches(connection)
        left = undelivered(connection, batch_of(connection, done.batch_id), None)
    found = build_batch(left, settings)
    assert [(one.id, one.status, one.executed) for one in found.outcomes] == [
        ("mended", "delivered", 0),
        ("poem", "refused", 1),
    ]
    with ledger(settings) as connection:
        row_now = batch_of(connection, done.batch_id)
    assert (row_now["planned"], row_now["delivered"], row_now["refused"]) == (3, 2, 1)


def test_a_batch_whose_manifest_is_gone_is_said_so_and_stops_no_other(
    first: tuple[Settings, Path, Built], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    settings = first[0]
    path = manifest(tmp_path, row(NAME, resume="poem.txt"))
    done = build_batch(batch(path, tmp_path / "out", jobs=1), settings)
    path.unlink()
    monkeypatch.setenv("PLAYBOOK_HOME", str(settings.home))
    assert command(None, failed=True, batch=done.batch_id, from_stage=None, as_json=False) == 3
    assert f"batch {done.batch_id}: manifest.missing" in capsys.readouterr().err


def test_all_that_failed_is_run_again_as_one_json_document(
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    rows_built_here: None,
):
    def again_or_not(earlier: Earlier, *_: object, **__: object) -> SimpleNamespace:
        if earlier.run_id == "shut":
            raise Refusal("out.unwritable", found="a file", wanted="a folder", remedy="choose another --out")
        return SimpleNamespace(run_id="newer", executed=2, cached=19)

    runs = [Earlier(run_id, BatchRow(None, None), "sha", tmp_path / run_id) for run_id in ("open", "shut")]
    monkeypatch.setattr("flows.rerun.failed_runs", lambda _: runs)
    monkeypatch.setattr("flows.rerun.run_again", again_or_not)
    monkeypatch.setenv("PLAYBOOK_HOME", str(settings.home))
    monday, tuesday = (
        build_batch(batch(manifest(tmp_path / name, row(NAME, resume="poem.txt")), tmp_path / f"{name}-out", jobs=1), settings)
        for name in ("monday", "tuesday")
    )
    (tmp_path / "tuesday" / "night.csv").unlink()
    assert command(None, failed=True, batch=None, from_stage=None, as_json=True) == 3
    done = json.loads(capsys.readouterr().out)
    delivered, refused = done["runs"]
    assert delivered == {
        "run": "newer",
        "earlier": "open",
        "delivered": True,
        "executed": 2,
        "cached": 19,
        "out": str(tmp_path / "open"),
    }
    assert (refused["run"], refused["delivered"], refused["error_code"]) == ("shut", False, "out.unwritable")
    first, second = done["batches"]
    assert (first["batch"], first["refused"], first["rows"][0]["error_code"]) == (monday.batch_id, 1, "resume.too-short")
    assert (second["batch"], second["error_code"]) == (tuesday.batch_id, "manifest.missing")
    assert command(None, failed=True, batch=monday.batch_id, from_stage=None, as_json=True) == 3
    assert json.loads(capsys.readouterr().out) | {"rows": []} == first | {"rows": []}


def test_what_was_run_again_is_told_although_the_next_batch_cannot_run(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("playbook.commands.rerun._record_of", lambda *_: {"run": "a", "delivered": True})
    monkeypatch.setattr("flows.rerun.failed_runs", lambda _: ["a"])
    monkeypatch.setattr("flows.rerun.failed_batches", lambda _: ["last"])
    monkeypatch.setattr("playbook.commands.rerun.batch_of", lambda *_: {"batch_id": "b"})
    refusal = Refusal("gate.unavailable", found="nothing", wanted="the extra", remedy="install it")

    def refused(*_: object, **__: object) -> None:
        raise refusal

    monkeypatch.setattr("playbook.commands.rerun._rest_of", refused)
    monkeypatch.setenv("PLAYBOOK_HOME", str(settings.home))
    with pytest.raises(Refusal, match=r"gate\.unavailable"):
        command(None, failed=True, batch=None, from_stage=None, as_json=True)
    assert json.loads(capsys.readouterr().out) == {"runs": [{"run": "a", "delivered": True}], "batches": []}


def test_what_cannot_be_run_again_is_refused(first: tuple[Settings, Path, Built]):
    settings = first[0]
    with ledger(settings) as connection, pytest.raises(Refusal, match=r"run\.unknown"):
        earlier_run(connection, "none")
    with pytest.raises(Refusal, match=r"stage\.unknown.*draft_stories"):
        check_stage("draft")
    for run, failed, batch_id in ((None, False, None), ("a", True, None), ("a", False, "b")):
        with pytest.raises(Refusal, match=r"rerun\.ambiguous"):
            command(run, failed=failed, batch=batch_id, from_stage=None, as_json=False)


def test_the_ledger_holds_no_name_of_the_candidate(first: tuple[Settings, Path, Built]):
    settings, _, _ = first
    words = "".join(path.read_text() for path in settings.journals.glob("*.ndjson"))
    assert any(json.loads(line).get("request_sha") for line in words.splitlines())
    assert "Luis H." not in words
