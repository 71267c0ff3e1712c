"""Kills at random moments of batches: `python -m evals.batch.chaos [--kills 200] [--seed 1]`.

A batch is run once undisturbed. Then, over and over, part of what it stored and delivered is taken away and it is run again;
meanwhile its processes are killed (`kills` says which), and whoever is left goes on as the runbook says, until every row is
delivered. Nothing may be lost, doubled, damaged or other than in the undisturbed run. Prints the kills by target and phase;
exit code 1 where anything is wrong.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.batch import kills
from evals.batch.books import faults, left_behind
from evals.batch.home import Home, contents
from evals.batch.rows import good, write_manifest

ON = "2026-11-01"
PAIRS = 5
TRIES = 3
EXPECTED = {0, 1, 3, -9}
"""How a command may end: everything is delivered, the disk or the ledger was in the way, rows are left, it was killed."""


class Chaos:
    """A batch, its undisturbed outcome, and the home in which it is disturbed."""

    def __init__(self, folder: Path, rows: int, seed: int) -> None:
        """Runs the batch undisturbed below `folder`."""
        self.dice = random.Random(seed)  # noqa: S311  no secret
        self.hits: Counter[tuple[str, str]] = Counter()
        self.found: list[str] = []
        self.batches = self.resumed = self.left = 0
        self.home, self.out = Home(folder / "home"), folder / "out"
        wanted = good(rows, min(PAIRS, rows), short=True)
        self.ids = [row.id for row in wanted]
        manifest = write_manifest(folder / "night.csv", wanted)
        self.command = ("batch", str(manifest), "--out", str(self.out), "--date", ON)
        ran = self.home.run(*self.command)
        for _ in range(TRIES):  # a machine that is busy enough breaks limits of time
            if ran.code:
                ran = self.home.run("rerun", "--failed", "--batch", "last")
        if ran.code:
            message = f"the undisturbed batch is not delivered: {ran.err}"
            raise RuntimeError(message)
        self.wanted = contents(self.out)

    def go_on(self, most: int) -> None:
        """One batch with so many kills, to its end, and a look at everything."""
        self._take_away()
        self._age()
        command: tuple[str, ...] = self.command
        killed, batch = 0, None
        while True:
            known = frozenset(path.name for path in self.home.settings.journals.glob("*"))
            with self.home.start(*command) as process:
                while killed < most and process.poll() is None:
                    killed += self._kill_one(process, known)
                out, err = process.communicate()
            if process.returncode not in EXPECTED or "Traceback" in out + err:
                self.found.append(f"{command[0]} ended with {process.returncode}: {(out + err)[-2000:]}")
            batch = batch or self._batch_since(known)
            if batch is not None and process.returncode == 0:
                break
            self.resumed += 1
            command = ("rerun", "--failed", "--batch", batch) if batch else self.command
        self.batches += 1
        self.left += len(left_behind(self.home, self.out))
        self.found += [f"batch {self.batches}: {fault}" for fault in faults(self.home, self.out, batch, self.ids, self.wanted)]

    def sweep(self) -> None:
        """One more batch, after an hour: nothing of what the killed left is there any more."""
        self._age()
        self.home.run(*self.command)
        self.found += [f"left behind: {path.name}" for path in left_behind(self.home, self.out)]

    def _kill_one(self, process: kills.Batch, known: frozenset[str]) -> int:
        """Kill somebody at some moment; whether that succeeded."""
        (target,) = self.dice.choices(kills.TARGETS, kills.SHARES)
        if target == "committer":
            phase = kills.kill_committer(self.home, self.dice)
        else:
            kills.wait_for_moment(self.home, self.out, self.dice, process, known)
            phase = self._hit(target, process, known)
        if phase is None:
            return 0
        self.hits[target, phase] += 1
        return 1

    def _hit(self, target: str, process: kills.Batch, known: frozenset[str]) -> str | None:
        deadline = time.monotonic() + kills.LONGEST
        while process.poll() is None and time.monotonic() < deadline:
            if alive := kills.victims(target, process):
                phase = kills.phase(self.home, self.out, process, known)
                kills.kill(target, self.dice.choice(alive))
                if target in {"batch", "everything"}:
                    process.wait()
                return phase
            time.sleep(0.005)
        return None

    def _batch_since(self, known: frozenset[str]) -> str | None:
        """Id of the batch that has a journal now and had none before."""
        fresh = {path.name for path in self.home.settings.journals.glob("*-*")} - known
        return next(iter({name.split(".")[0] for name in fresh}), None)

    def _take_away(self) -> None:
        """Keys of stages, so that there is work, and folders that were delivered."""
        for path in sorted((self.home.folder / "keys").glob("*/*.json")):
            is_render = b'"stage": "render"' in path.read_bytes()
            if self.dice.random() < (0.5 if is_render else 0.1):
                path.unlink()
        for row in self.ids:
            if self.dice.random() < 0.5:  # noqa: PLR2004  half of them
                shutil.rmtree(self.out / row, ignore_errors=True)

    def _age(self) -> None:
        """Make what the killed left as old as it is when nobody writes it any more."""
        before = time.time() - 2 * 3600
        for path in left_behind(self.home, self.out):
            os.utime(path, (before, before))


def main() -> int:
    """Kill, look, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--rows", type=int, default=20)
    parser.add_argument("--each", type=int, default=12, help="kills a batch")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        chaos = Chaos(Path(scratch), options.rows, options.seed)
        with contextlib.suppress(KeyboardInterrupt):  # what was found until then is printed
            while (left := options.kills - chaos.hits.total()) > 0 and not chaos.found:
                chaos.go_on(min(options.each, left))
                said = f"{chaos.hits.total()} kills in {chaos.batches} batches, {len(chaos.found)} faults"
                print(said, file=sys.stderr, flush=True)
            chaos.sweep()
    console = Console(width=120)
    phases = sorted({phase for _, phase in chaos.hits})
    table = Table(title=f"{chaos.hits.total()} kills in {chaos.batches} batches of {options.rows} rows, seed {options.seed}")
    for name in ("killed", *phases, "sum"):
        table.add_column(name, justify="left" if name == "killed" else "right")
    for target in kills.TARGETS:
        numbers = [chaos.hits[target, phase] for phase in phases]
        table.add_row(target, *map(str, numbers), str(sum(numbers)))
    console.print(table)
    console.print(
        f"{chaos.resumed} times a batch was gone on with; {chaos.left} half-written files and journals were left and swept."
    )
    for fault in chaos.found:
        console.print(fault, markup=False, highlight=False)
    whole = "Nothing lost, nothing double, every file as without kills."
    console.print(whole if not chaos.found else f"{len(chaos.found)} faults.")
    return int(bool(chaos.found))


if __name__ == "__main__":
    sys.exit(main())
