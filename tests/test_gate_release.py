"""A batch that was held: somebody releases it, or its rows are built again and all are judged anew."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from batch_cases import manifest, row
from gate_cases import BROKEN, GOOD, MET, found, names, waited

from flows.batch_report import REPORT
from flows.build_batch import build_batch
from flows.expectation_page import PAGE
from flows.gate import passed_of, rendering_of
from flows.publication import FILES
from flows.release import release
from flows.rerun import earlier_run, run_again, undelivered
from playbook.cli import main
from playbook.commands.ledger import batch_of
from playbook.errors import Refusal
from playbook.settings import Settings
from playbook.store.ledger import ledger

pytestmark = pytest.mark.usefixtures("rows_built_here")


def test_a_release_publishes_what_passed_and_the_ledger_knows_who_why_and_when(gate_home: Settings, tmp_path: Path, says):
    says(BROKEN)
    done = waited(gate_home, tmp_path, row(GOOD[0]), row(GOOD[0], id="poem", resume="poem.txt"))
    published, unpublished = release(found(gate_home, done.batch_id), gate_home, by="Ann Weld", why="two files were mine")
    assert (published, unpublished) == ((GOOD[0],), {})
    assert sorted(names(tmp_path / "out" / GOOD[0])) == sorted(FILES)
    assert not (tmp_path / "out" / "poem").exists()
    state = found(gate_home, done.batch_id)
    assert (state["decision"], state["decided_by"], state["why"]) == ("released", "Ann Weld", "two files were mine")
    assert (state["delivered"], state["refused"], state["passed"]) == (1, 1, 0)
    assert state["decided_at"] is not None


def test_what_is_not_to_be_released_is_refused(gate_home: Settings, tmp_path: Path, says):
    says(BROKEN)
    held = waited(gate_home, tmp_path / "held").batch_id
    with pytest.raises(Refusal, match=r"release\.unexplained"):
        release(found(gate_home, held), gate_home, by="Ann", why=" ")
    release(found(gate_home, held), gate_home, by="Ann", why="mine")
    with pytest.raises(Refusal, match=r"release\.not-held.*released by Ann on"):
        release(found(gate_home, held), gate_home, by="Ann", why="mine")
    with pytest.raises(Refusal, match=r"batch\.unknown"):
        found(gate_home, "none")
    none = waited(gate_home, tmp_path / "none", row(GOOD[0], resume="poem.txt")).batch_id
    with pytest.raises(Refusal, match=r"release\.nothing"):
        release(found(gate_home, none), gate_home, by="Ann", why="mine")
    says(MET)
    published = waited(gate_home, tmp_path / "met").batch_id
    with pytest.raises(Refusal, match=r"release\.not-held.*published"):
        release(found(gate_home, published), gate_home, by="Ann", why="mine")


def test_a_release_with_a_file_missing_publishes_nothing_until_the_run_made_it_anew(gate_home: Settings, tmp_path: Path, says):
    settings = Settings(home=tmp_path / "home", _env_file=None)
    shutil.copytree(gate_home.home, settings.home)
    says(BROKEN)
    held = waited(settings, tmp_path)
    out = tmp_path / "out"
    with ledger(settings) as connection:
        passed = passed_of(connection, held.batch_id)
    lost = rendering_of(passed[0], settings).files["playbook.pdf"]
    (settings.artifacts / lost[:2] / lost).unlink()
    with pytest.raises(Refusal, match=r"release\.artifacts-missing: found 1 of 2") as refused:
        release(found(settings, held.batch_id), settings, by="Ann", why="mine")
    assert set(names(out)) <= {REPORT, PAGE}
    assert passed[0].run_id in str(refused.value)
    with ledger(settings) as connection:
        earlier = earlier_run(connection, passed[0].run_id)
    run_again(earlier, settings, again_from="render")
    assert set(names(out)) <= {REPORT, PAGE}
    assert len(release(found(settings, held.batch_id), settings, by="Ann", why="mine")[0]) == 2


def test_a_run_of_a_held_batch_is_built_again_and_not_published(gate_home: Settings, tmp_path: Path, says):
    says(BROKEN)
    done = waited(gate_home, tmp_path)
    with ledger(gate_home) as connection:
        earlier = earlier_run(connection, done.outcomes[0].run_id or "")
    assert earlier.is_withheld
    run_again(earlier, gate_home)
    assert not (tmp_path / "out" / GOOD[0]).exists()
    assert found(gate_home, done.batch_id)["passed"] == 2


def test_rerun_of_a_held_batch_builds_what_failed_judges_all_and_publishes_all(gate_home: Settings, tmp_path: Path, says):
    says(BROKEN)
    done = waited(gate_home, tmp_path, row(GOOD[0]), row(GOOD[1], resume="poem.txt"))
    assert done.counts == {"delivered": 0, "held": 0, "refused": 1, "failed": 0, "passed": 1}
    (tmp_path / "poem.txt").write_bytes(Path(row(GOOD[1])["resume"]).read_bytes())
    says(MET)
    with ledger(gate_home) as connection:
        left = undelivered(connection, batch_of(connection, done.batch_id), None)
    assert (left.gate, left.only) == ("hold", frozenset({GOOD[1]}))
    again = build_batch(left, gate_home)
    assert again.settled is not None
    assert sorted(again.settled.published) == sorted(GOOD)
    state = found(gate_home, done.batch_id)
    assert (state["decision"], state["delivered"], state["refused"]) == ("met", 2, 0)


def test_a_rerun_of_a_held_batch_says_how_many_that_waited_it_has_published(
    gate_home: Settings, tmp_path: Path, says, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    says(BROKEN)
    done = waited(gate_home, tmp_path)
    monkeypatch.setenv("PLAYBOOK_HOME", str(gate_home.home))
    says(MET)
    with pytest.raises(SystemExit) as ended:
        main(("rerun", "--failed", "--batch", done.batch_id))
    out, err = capsys.readouterr()
    assert ended.value.code == 0
    assert out.split() == [str(tmp_path / "out" / name) for name in sorted(GOOD)]
    assert "0 delivered; 0 stages ran, 0 were there already\n2 that waited for the batch are published" in err


def test_the_command_ends_with_3_where_the_batch_is_held_and_release_publishes_it(
    gate_home: Settings, tmp_path: Path, says, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    says(BROKEN)
    monkeypatch.setenv("PLAYBOOK_HOME", str(gate_home.home))
    arguments = [str(manifest(tmp_path, row(GOOD[0]))), "--out", str(tmp_path / "out"), "--date", "2026-11-23"]

    def ends(*words: str) -> tuple[object, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(words)
        return ended.value.code, *capsys.readouterr()

    code, out, err = ends("batch", *arguments, "--gate", "hold")
    assert (code, out) == (3, "")
    assert "failures-few: 2 of 32" in err
    assert "playbook release" in err
    code, out, _ = ends("runs", "--batch", "last")
    assert "held: failures-few: 2 of 32" in out
    assert "1 passed and wait" in out
    code, out, err = ends("release", "last", "--why", "looked at it", "--by", "Ann", "--json")
    assert (code, json.loads(out)["rows"], json.loads(out)["released_by"]) == (0, [GOOD[0]], "Ann")
    _, out, _ = ends("runs", "--batch", "last", "--json")
    listed = json.loads(out)
    _, out, _ = ends("show", listed["rows"][0]["run_id"], "--json")
    assert "released by Ann" in json.loads(out)["batch"]
    assert ends("release", "last", "--why", "again")[0] == 2
    assert "released by Ann" in (tmp_path / "out" / REPORT).read_text()
