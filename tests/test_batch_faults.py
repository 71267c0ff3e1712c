"""Batches in trouble from outside: a kill, a full disk, another batch, a model that is down. Nothing is lost, and the cause is said."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from batch_cases import manifest, row
from model_scripts import good, status
from model_server import Asked, Reply, model_server

from evals.batch.books import faults, left_behind
from evals.batch.home import FILES, Home, Ran, contents
from evals.batch.night import Night

NAME = "luis-herrera"
OTHER = "amara-okafor"
MOUNT, UMOUNT = "/bin/mount", "/bin/umount"
ON = ("--date", "2026-11-23")

pytestmark = pytest.mark.night


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home in which one row has been built."""
    folder = tmp_path_factory.mktemp("built")
    home = Home(folder / "home")
    assert home.run("batch", str(manifest(folder, row(NAME))), "--out", str(folder / "out"), *ON).code == 0
    return home


@pytest.fixture
def home(built: Home, tmp_path: Path) -> Home:
    """The same, the test's own."""
    shutil.copytree(built.folder, tmp_path / "home")
    return Home(tmp_path / "home")


def in_line(ran: Ran, code: int, said: str) -> None:
    """The command ended so, and said so in one line."""
    assert ran.code == code, ran.err
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_who_goes_on_with_a_batch_that_was_killed_delivers_the_rest(home: Home, tmp_path: Path):
    path, out = manifest(tmp_path, row(NAME), row(OTHER)), tmp_path / "out"
    with home.start("batch", str(path), "--out", str(out), *ON, "--jobs", "1") as process:
        while not (out / NAME).exists() and process.poll() is None:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    shown = home.run("runs", "--batch", "last")
    assert "did not end: it runs, or was stopped" in shown.out
    in_line(home.run("rerun", "--failed", "--batch", "last"), 0, "0 runs and 1 batches were run again")
    found = home.rows(
        "select row_id, o.status from ledger.batch_outcome o join ledger.batch_latest using (batch_id) where planned = 2"
    )
    assert sorted(found) == [(OTHER, "delivered"), (NAME, "delivered")]
    assert {name.split("/")[1] for name in contents(out)} == FILES


def test_a_row_whose_process_was_killed_is_failed_and_built_again(home: Home, tmp_path: Path):
    from evals.batch.kills import victims

    path, out = manifest(tmp_path, row(OTHER)), tmp_path / "out"
    with home.start("batch", str(path), "--out", str(out), *ON) as process:
        while not (killed := victims("row", process)) and process.poll() is None:
            time.sleep(0.01)
        time.sleep(0.2)
        os.kill(killed[0], signal.SIGKILL)
        _, err = process.communicate()
    assert process.returncode == 3
    assert "row.crashed: found a process that died (exit -9)" in err
    assert not out.joinpath(OTHER).exists()
    in_line(home.run("rerun", "--failed", "--batch", "last"), 0, "1 delivered")


def test_no_row_is_lost_with_the_process_that_forks_them(home: Home, tmp_path: Path):
    from evals.batch.kills import victims

    path, out = manifest(tmp_path, row(OTHER)), tmp_path / "out"
    with home.start("batch", str(path), "--out", str(out), *ON) as process:
        while not (killed := victims("mould", process)) and process.poll() is None:
            time.sleep(0.01)
        os.kill(killed[0], signal.SIGKILL)
        process.communicate()
    assert process.returncode == 0
    assert {name.split("/")[1] for name in contents(out)} == FILES


def test_the_processes_of_a_batch_end_with_it(home: Home, tmp_path: Path):
    from evals.batch.kills import victims

    path = manifest(tmp_path, row(OTHER))
    with home.start("batch", str(path), "--out", str(tmp_path / "out"), *ON) as process:
        while not (rows := victims("row", process)) and process.poll() is None:
            time.sleep(0.01)
        time.sleep(1.0)
        process.kill()
        process.communicate()
    deadline = time.monotonic() + 30
    while Path(f"/proc/{rows[0]}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{rows[0]}").exists()


def test_two_batches_at_once_on_one_manifest_and_one_folder_deliver_the_same(home: Home, tmp_path: Path):
    path, out = manifest(tmp_path, row(NAME), row(OTHER)), tmp_path / "out"
    command = ("batch", str(path), "--out", str(out), *ON, "--jobs", "1")
    with home.start(*command) as one, home.start(*command) as other:
        ends = [process.communicate()[1] for process in (one, other)]
    assert [one.returncode, other.returncode] == [0, 0], ends
    batches = [batch for (batch,) in home.rows("select batch_id from ledger.batch_latest where planned = 2")]
    assert len(batches) == 2
    files = contents(out)
    assert home.run(*command).code == 0
    assert contents(out) == files
    for batch in batches:
        assert list(faults(home, out, batch, [NAME, OTHER], files)) == []
    assert [path for path in left_behind(home, out) if path.suffix != ".open"] == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 32 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run([MOUNT, "-t", "tmpfs", "-o", "size=32m", "tmpfs", str(folder)], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("needs root, and the right to mount")
    try:
        yield folder
    finally:
        subprocess.run([UMOUNT, "-l", str(folder)], check=True)


def fill(path: Path, left: int) -> None:
    """Fill a disk but for so many bytes."""
    room = os.statvfs(path.parent)
    with path.open("wb") as file:
        file.write(bytes(room.f_bavail * room.f_frsize - left))


@pytest.mark.root
@pytest.mark.parametrize("left", [0, 1_200_000])  # none at all; room for what is small, and not for a PDF
def test_on_a_full_disk_nothing_is_lost_and_with_room_the_batch_goes_on(
    built: Home, small_disk: Path, tmp_path: Path, left: int
):
    home = Home(small_disk / "home")
    shutil.copytree(built.folder, home.folder)
    path, out = manifest(tmp_path, row(NAME), row(OTHER)), tmp_path / "out"
    command = ("batch", str(path), "--out", str(out), *ON, "--jobs", "1")
    fill(small_disk / "filler", left)
    ran = home.run(*command)
    in_line(ran, 3 if left else 1, "store.unwritable")
    assert "No space left on device" in ran.err
    assert not out.joinpath(OTHER).exists()
    (small_disk / "filler").unlink()
    again = ("rerun", "--failed", "--batch", "last") if left else command
    assert home.run(*again).code == 0
    assert {name.split("/")[0] for name in contents(out)} == {NAME, OTHER}
    assert left_behind(home, out) == []
    assert not list(home.settings.journals.glob("*.damaged"))


def test_rows_of_a_model_that_was_down_keep_the_embedded_words_until_it_is_up(home: Home, tmp_path: Path):
    state = {"down": True}

    def script(asked: Asked) -> Reply | str:
        return status(503) if state["down"] else good(asked)

    with model_server(script) as server, pytest.MonkeyPatch.context() as patch:
        limits = {
            "timeout_seconds": 5.0,
            "patience_seconds": 5.0,
            "retries": 1,
            "retry_wait_seconds": 0.01,
            "pause_seconds": 60.0,
        }
        models = tmp_path / "models.yaml"
        models.write_text(yaml.safe_dump({"models": {"openai/scripted": limits}}))
        patch.setenv("OPENAI_API_KEY", "test")
        ask = Home(home.folder, more={"PLAYBOOK_MODELS": str(models), "PLAYBOOK_MODEL_API_BASE": server.base_url})
        path, out = manifest(tmp_path, row(NAME, model="openai/scripted")), tmp_path / "out"
        command = ("batch", str(path), "--out", str(out), *ON, "--json")
        down = ask.run(*command)
        page = (out / "batch-report.html").read_text()
        state["down"] = False
        up, again = ask.run(*command), ask.run(*command)
    assert [ran.code for ran in (down, up, again)] == [0, 0, 0]
    degraded = [ran.report["rows"][0]["degraded"] for ran in (down, up, again)]
    assert degraded[0] > 0
    assert degraded[1:] == [0, 0]
    assert "kept the embedded words" in page.lower()
    assert again.report["rows"][0]["executed"] == 0


def test_a_night_with_poisonous_rows_delivers_the_others_and_runs_nothing_twice(tmp_path: Path):
    findings = Night(tmp_path, 14).hold()
    assert [(one.what, one.seen) for one in findings if not one.holds] == []
    assert len(findings) == 12
