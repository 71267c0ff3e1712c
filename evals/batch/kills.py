"""Whom a kill hits, and in the middle of what: processes of a batch by their part in it, and the phase that its files show."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from evals.batch.home import Home

Batch = subprocess.Popen[str]

TARGETS = ("batch", "mould", "row", "render", "everything", "committer")
"""Processes: of the batch, the one that forks, of a row, of a layout, all of them at once, and one that loads the ledger."""
SHARES = (2, 1, 3, 3, 2, 1)
AIMED = 0.35
"""Share of the kills that wait for a moment which is short: a file or a folder half-written."""
BEGUN = 0.8
"""Share of the others that wait until a row has begun."""
LONGEST = 3.0
"""Seconds after which a kill falls at the latest, where nothing is waited for."""


def victims(target: str, batch: Batch) -> list[int]:
    """Processes of a running batch that a kill may hit, by their ids."""
    if target in {"batch", "everything"}:
        return [batch.pid]
    moulds = [pid for pid in _children(batch.pid) if b"playbook.forking" in _command(pid)]
    if target == "mould":
        return moulds
    rows = [pid for mould in moulds for pid in _children(mould)]  # a fork has the command of what it was forked from
    if target == "row":
        return rows
    return [pid for row in rows for pid in _children(row) if b"playbook.rendering.pressman" in _command(pid)]


def kill(target: str, pid: int) -> None:
    """`kill -9`; of everything at once, where that is wanted."""
    with contextlib.suppress(ProcessLookupError):
        (os.killpg if target == "everything" else os.kill)(pid, signal.SIGKILL)


def wait_for_moment(home: Home, out: Path, dice: random.Random, batch: Batch, known: frozenset[str]) -> None:
    """Return at a random moment, or when something is being written; most often not before a row has begun."""
    if dice.random() < AIMED:
        seen: Callable[[], object] = dice.choice((lambda: _staged(out), lambda: _partial(home)))
        _until(lambda: seen() or batch.poll() is not None, 20 * LONGEST, 0.003)
        return
    if dice.random() < BEGUN:
        _until(lambda: _in_stage(home, known) or batch.poll() is not None, 20 * LONGEST, 0.01)
    _until(lambda: batch.poll() is not None, dice.uniform(0.0, LONGEST), 0.01)


def phase(home: Home, out: Path, batch: Batch, known: frozenset[str]) -> str:
    """What the batch is about just now; `known` are the journals from before it."""
    if _staged(out):
        return "publishing"
    if _partial(home):
        return "storing"
    if _in_stage(home, known):
        return "in a stage"
    if holds_ledger(home, batch.pid):
        return "in the ledger"
    return "between rows" if any(name.endswith(".open") for name in _fresh(home, known)) else "starting or ending"


def holds_ledger(home: Home, pid: int) -> bool:
    """Whether a process has a file of the ledger open."""
    with contextlib.suppress(OSError):
        for path in Path(f"/proc/{pid}/fd").iterdir():
            if str(path.readlink()).startswith(str(home.settings.ledger.with_suffix(""))):
                return True
    return False


def kill_committer(home: Home, dice: random.Random) -> str | None:
    """Kill a command that loads the ledger, in the middle of it; in which phase, or `None` where it was quicker."""
    command = dice.choice((("runs", "--json"), ("ledger", "rebuild")))
    with home.start(*command) as process:
        while process.poll() is None and not holds_ledger(home, process.pid):
            time.sleep(0.001)
        time.sleep(dice.uniform(0.0, 0.2))
        is_loading = holds_ledger(home, process.pid)
        is_killed = process.poll() is None
        kill("committer", process.pid)
        process.communicate()
    return None if not is_killed else "in the ledger" if is_loading else "starting or ending"


def _until(there: Callable[[], object], seconds: float, pause: float) -> None:
    deadline = time.monotonic() + seconds
    while not there() and time.monotonic() < deadline:
        time.sleep(pause)


def _in_stage(home: Home, known: frozenset[str]) -> bool:
    """Whether a row is being built: the id of a batch has hyphens, that of a run none."""
    return any(name.endswith(".open") and "-" not in name for name in _fresh(home, known))


def _fresh(home: Home, known: frozenset[str]) -> set[str]:
    return set(_names(home.settings.journals)) - known


def _staged(out: Path) -> bool:
    return any(name.endswith(".staging") for name in _names(out))


def _partial(home: Home) -> bool:
    """Whether an artifact is half-written: any of the folders that have just been touched tells."""
    root = home.folder / "artifacts"
    return any(name.endswith(".partial") for folder in _names(root) for name in _names(root / folder))


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208  thousands of times a second
    except OSError:
        return []


def _children(pid: int) -> list[int]:
    """Processes that another has started, by any of its threads."""
    found: list[int] = []
    for thread in _names(Path(f"/proc/{pid}/task")):
        with contextlib.suppress(OSError):
            found += map(int, Path(f"/proc/{pid}/task/{thread}/children").read_text(encoding="ascii").split())
    return found


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
