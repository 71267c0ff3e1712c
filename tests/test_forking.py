"""Children that are forked from a process which has loaded their libraries: alike at work, and none is lost with it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from playbook.forking import Mould
from playbook.settings import Settings

LIMIT = 2_000_000_000
HERE = Path(__file__).parent


@pytest.fixture
def mould(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    made = Mould("forked_echo", b"loaded before")
    yield made
    made.close()


def test_children_answer_each_with_what_was_loaded_before_the_fork(mould: Mould):
    first, second = mould.child(LIMIT), mould.child(LIMIT)
    told = [json.loads((child.ask([b"hello"], 1, 30.0) or [b"{}"])[0]) for child in (first, second, first)]
    assert [answer["said"] for answer in told] == ["hello"] * 3
    assert {answer["loaded"] for answer in told} == {"loaded before"}
    assert told[0]["pid"] == told[2]["pid"] != told[1]["pid"]
    assert {answer["limit"] for answer in told} == {str(LIMIT)}
    for child in (first, second):
        child.close()


def test_a_child_that_died_has_its_exit_status_and_the_others_go_on(mould: Mould):
    dies, lives = mould.child(LIMIT), mould.child(LIMIT)
    assert dies.ask([b"exit 7"], 1, 30.0) is None
    assert dies.process.wait(30.0) == 7
    lives.process.kill()
    assert lives.process.wait(30.0) == -signal.SIGKILL
    assert mould.child(LIMIT).ask([b"hello"], 1, 30.0)


def test_a_child_that_lives_has_no_status_yet(mould: Mould):
    child = mould.child(LIMIT)
    with pytest.raises(subprocess.TimeoutExpired):
        child.process.wait(0.0)
    child.close()


def test_children_outlive_the_process_that_forked_them_and_no_more_are_had_of_it(mould: Mould):
    child = mould.child(LIMIT)
    child.ask([b"hello"], 1, 30.0)
    os.kill(mould._process.pid, signal.SIGKILL)
    mould._process.wait()
    assert child.ask([b"hello"], 1, 30.0)
    with pytest.raises(ChildProcessError):
        mould.child(LIMIT)
    child.close()


def test_a_module_that_cannot_be_loaded_gives_no_child(monkeypatch: pytest.MonkeyPatch):
    mould = Mould("no_such_module")
    with pytest.raises(ChildProcessError):
        mould.child(LIMIT)
    mould.close()


def test_nothing_is_left_of_it_when_its_parent_was_killed():
    script = (
        "from playbook.forking import Mould\nm = Mould('forked_echo')\nc = m.child(2_000_000_000)\nc.ask([b'hello'], 1, 30.0)\n"
        "print(m._process.pid, c.process.pid, flush=True)\nimport time\ntime.sleep(60)"
    )
    paths = os.pathsep.join((str(HERE.parent), str(HERE)))
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": paths})
    assert parent.stdout is not None
    pids = [int(pid) for pid in parent.stdout.readline().split()]
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert len(pids) == 2
    assert _all_end(pids, seconds=30.0)


def test_what_rows_need_is_loaded_before_the_fork_and_by_one_thread(settings: Settings):
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom flows import batch_row\nbatch_row.prepare(sys.stdin.buffer.read())\n"
        "print(len(os.listdir('/proc/self/task')) if Path('/proc/self/task').is_dir() else 1)\n"
        "print(*sys.modules)"
    )
    command = [sys.executable, "-c", script]
    env = {**os.environ, "PYTHONPATH": str(HERE.parent), "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, input=settings.model_dump_json().encode(), capture_output=True, env=env, check=True)
    threads, modules = done.stdout.decode().splitlines()
    assert threads == "1", "a lock that another thread holds stays locked in a process that is forked"
    ours = {
        path.relative_to(HERE.parent).with_suffix("")
        for folder in ("reading", "matching", "writing")
        for path in (HERE.parent / "playbook" / folder).rglob("*.py")
    }
    wanted = {".".join(path.parts) for path in ours if path.stem != "__init__"}
    assert wanted - set(modules.split()) == set()


def _all_end(pids: list[int], *, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while any(_runs(pid) for pid in pids):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
