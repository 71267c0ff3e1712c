"""A batch that waits to be judged: nothing is published before, and what passed is published whole after."""

from __future__ import annotations

from pathlib import Path

import pytest
from batch_cases import batch, manifest, row
from gate_cases import ALARM, BROKEN, GOOD, LOST, MET, found, names, waited

from flows.batch_report import REPORT
from flows.build_batch import build_batch
from flows.expectation_page import PAGE
from flows.expectations import Verdict, is_installed
from flows.gate import check_gate
from flows.publication import FILES
from flows.release import release
from flows.rerun import undelivered
from playbook.cli import main
from playbook.commands.ledger import batch_of
from playbook.errors import Refusal, StageFailure
from playbook.settings import Settings
from playbook.store.ledger import ledger

pytestmark = pytest.mark.usefixtures("rows_built_here")


def test_a_batch_that_meets_its_expectations_is_published_whole(gate_home: Settings, tmp_path: Path, says):
    says(MET)
    done = waited(gate_home, tmp_path)
    assert [one.status for one in done.outcomes] == ["delivered"] * 2
    assert sorted(names(tmp_path / "out")) == sorted((*GOOD, REPORT, PAGE))
    assert sorted(names(tmp_path / "out" / GOOD[0])) == sorted(FILES)
    state = found(gate_home, done.batch_id)
    assert (state["decision"], state["delivered"], state["passed"]) == ("met", 2, 0)


def test_nothing_appears_before_the_whole_batch_is_judged(
    gate_home: Settings, tmp_path: Path, says, monkeypatch: pytest.MonkeyPatch
):
    says(MET)
    seen: list[list[str]] = []
    monkeypatch.setattr("flows.gate.judge", lambda *_: seen.append(names(tmp_path)) or MET)
    waited(gate_home, tmp_path)
    assert "out" not in seen[0]


@pytest.mark.parametrize("verdict", [BROKEN, LOST], ids=["not met", "not judged"])
def test_a_held_batch_publishes_nothing_but_its_report_and_says_why(
    gate_home: Settings, tmp_path: Path, says, verdict: Verdict
):
    says(verdict)
    done = waited(gate_home, tmp_path)
    assert done.is_held
    assert [one.status for one in done.outcomes] == ["passed"] * 2
    assert REPORT in names(tmp_path / "out")
    assert set(names(tmp_path / "out")) <= {REPORT, PAGE}
    state = found(gate_home, done.batch_id)
    assert (state["decision"], state["why"], state["delivered"], state["passed"]) == ("held", verdict.why, 0, 2)
    assert f"held: {verdict.why}" in (tmp_path / "out" / REPORT).read_text()


def test_an_alarm_holds_nothing(gate_home: Settings, tmp_path: Path, says):
    says(ALARM)
    assert waited(gate_home, tmp_path).counts["delivered"] == 2


def test_without_hold_each_is_published_as_it_passes_and_a_critical_expectation_is_an_alarm(
    gate_home: Settings, tmp_path: Path, says
):
    says(BROKEN)
    done = build_batch(batch(manifest(tmp_path, *map(row, GOOD)), tmp_path / "out", gate="alarm"), gate_home)
    assert done.settled is not None
    assert (done.settled.decision, done.counts["delivered"], done.is_held) == ("alarm", 2, False)


@pytest.mark.parametrize(
    "error",
    [
        StageFailure("ledger.locked", found="another process", wanted="one that writes", remedy="wait"),
        ZeroDivisionError("a fault of ours"),
    ],
    ids=["locked", "broken"],
)
def test_a_ledger_that_cannot_be_asked_when_the_batch_ends_holds_it(
    gate_home: Settings, tmp_path: Path, says, monkeypatch: pytest.MonkeyPatch, error: Exception
):
    says(MET)

    def locked(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("flows.gate.ledger", locked)
        done = waited(gate_home, tmp_path)
    assert done.is_held
    assert str(error) in found(gate_home, done.batch_id)["why"]


def test_a_folder_that_cannot_be_written_keeps_its_row_alone(gate_home: Settings, tmp_path: Path, says):
    says(MET)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / GOOD[0]).write_text("a file")
    done = waited(gate_home, tmp_path)
    assert {one.id: (one.status, one.error_code) for one in done.outcomes} == {
        GOOD[0]: ("refused", "out.unwritable"),
        GOOD[1]: ("delivered", None),
    }
    state = found(gate_home, done.batch_id)
    assert (state["delivered"], state["refused"], state["passed"]) == (1, 1, 0)
    assert "out.unwritable" in (tmp_path / "out" / REPORT).read_text()
    (tmp_path / "out" / GOOD[0]).unlink()
    with ledger(gate_home) as connection:
        query = "select row_id, run_id, error_code, cached from ledger.batch_outcome where batch_id = ? and status = 'refused'"
        (listed,) = connection.execute(query, [done.batch_id]).fetchall()
        assert listed == (GOOD[0], done.outcomes[0].run_id, "out.unwritable", done.outcomes[0].cached)
        left = undelivered(connection, batch_of(connection, done.batch_id), None)
    assert build_batch(left, gate_home).settled.published == (GOOD[0],)


def test_a_batch_is_not_delivered_while_a_row_that_waited_for_it_is_not_in_its_folder(
    gate_home: Settings, tmp_path: Path, says
):
    says(BROKEN)
    held = waited(gate_home, tmp_path)
    (tmp_path / "out" / GOOD[0]).write_text("a file")
    says(MET)
    with ledger(gate_home) as connection:
        left = undelivered(connection, batch_of(connection, held.batch_id), None)
    done = build_batch(left, gate_home)
    assert (done.outcomes, done.settled.published) == ((), (GOOD[1],))
    assert not done.is_delivered
    state = found(gate_home, held.batch_id)
    assert (state["delivered"], state["refused"], state["passed"]) == (1, 1, 0)


def test_a_batch_that_was_killed_publishes_nothing_and_everything_when_it_is_run_again(
    gate_home: Settings, tmp_path: Path, says
):
    says(MET)

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    path = manifest(tmp_path, *map(row, GOOD))
    with pytest.raises(KeyboardInterrupt):
        build_batch(batch(path, tmp_path / "out", gate="hold", jobs=1, batch_id="killed"), gate_home, told=stop)
    assert not (tmp_path / "out").exists()
    state = found(gate_home, "killed")
    assert (state["decision"], state["delivered"]) == (None, 0)
    with pytest.raises(Refusal, match=r"release\.not-held.*not judged"):
        release(state, gate_home, by="Ann", why="mine")
    with ledger(gate_home) as connection:
        left = undelivered(connection, state, None)
    done = build_batch(left, gate_home)
    assert done.settled is not None
    assert sorted(done.settled.published) == sorted(GOOD)
    assert sum(one.executed for one in done.outcomes) == 0
    assert sorted(names(tmp_path / "out")) == sorted((*GOOD, REPORT, PAGE))


def test_holding_without_the_library_is_refused_before_anything_runs(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("flows.gate.is_installed", lambda: False)
    with pytest.raises(
        Refusal, match=r"gate\.unavailable: found no great_expectations.*wanted the extra `gx`.*uv sync --extra gx"
    ):
        waited(settings, tmp_path)
    assert not settings.journals.exists()


def test_an_alarm_without_the_library_says_so_in_one_line_and_keeps_the_figures(
    gate_home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("flows.gate.is_installed", lambda: False)
    monkeypatch.setenv("PLAYBOOK_HOME", str(gate_home.home))
    with pytest.raises(SystemExit) as ended:
        main(["batch", str(manifest(tmp_path, row(GOOD[0]))), "--out", str(tmp_path / "out"), "--date", "2026-11-23"])
    assert ended.value.code == 0
    said = capsys.readouterr().err
    assert "expectations were not judged: great_expectations is not installed: uv sync --extra gx" in said
    with ledger(gate_home) as connection:
        ((figures,),) = connection.execute(
            "select count(*) from ledger.batch_figure where batch_id = (select batch_id from ledger.batch_latest "
            "order by requested_at desc limit 1)"
        ).fetchall()
    assert figures > 10


@pytest.mark.gx
@pytest.mark.skipif(not is_installed(), reason="needs the extra `gx`: make test-gx")
def test_with_the_library_a_batch_is_held_by_what_it_finds(gate_home: Settings, tmp_path: Path):
    done = waited(gate_home, tmp_path, row(GOOD[0], resume="poem.txt"))
    assert done.is_held
    assert done.settled is not None
    assert "playbooks-made" in (done.settled.why or "")
    page = (tmp_path / "out" / PAGE).read_text()
    assert "playbooks-made" in page
    assert GOOD[0] not in page
    assert "http" not in page
    done = waited(gate_home, tmp_path / "good")
    assert (done.settled.decision, done.counts["delivered"]) == ("met", 2)


@pytest.mark.parametrize("gate", ["off", "alarm"])
def test_a_gate_that_does_not_hold_needs_no_library(settings: Settings, gate: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("flows.gate.is_installed", lambda: False)
    assert (check_gate(gate, settings) is None) == (gate == "off")  # type: ignore[arg-type]
