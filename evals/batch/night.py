"""A night with poisonous rows, run thrice as a user runs it: `python -m evals.batch.night [--rows 200]`.

The first run delivers every good row and gives each other one its cause; the second executes no stage; after three rows
were mended, the third executes exactly theirs. Prints each of these with what was found; exit code 1 where one does not hold.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.batch.home import FILES, Home, Ran, contents
from evals.batch.rows import Wanted, broken_packs, good, poisonous, write_manifest

ON = "2026-11-01"
FAILURES = 3
"""Exit code of a batch some of whose rows were not delivered."""
_EXECUTED = """
select r.row_id, s.content_key from ledger.run r join ledger.stage_run s using (run_id, attempt)
where r.batch_id = ? and s.status = 'ok'
"""
_FOUND = _EXECUTED.replace("'ok'", "'cached'")


@dataclass(frozen=True)
class Finding:
    """Something that must hold, whether it does, and what was seen."""

    what: str
    holds: bool
    seen: str


class Night:
    """A manifest, and the home and the folder that it is run in."""

    def __init__(self, folder: Path, rows: int) -> None:
        """Makes the manifest of so many rows below `folder`."""
        distinct = max(rows // 4, 2)
        bad = poisonous(folder / "files")
        self.rows = [*good(rows - len(bad), distinct), *bad]
        self.distinct = distinct
        self.out = folder / "out"
        self.home = Home(folder / "home", broken_packs(folder / "packs"))
        self.manifest = write_manifest(folder / "night.csv", self.rows)
        self.findings: list[Finding] = []

    def hold(self) -> Sequence[Finding]:
        """Run the three batches; what was found."""
        first, before = self._first()
        self._second(before)
        self._third(first, before)
        return self.findings

    def _first(self) -> tuple[Ran, dict[str, str]]:
        ran = self._batch("first run", vanishing=True)
        self._as_wanted("first run", ran, self.rows)
        files = contents(self.out)
        folders = {
            row.id: frozenset(name.split("/")[1] for name in files if name.startswith(f"{row.id}/")) for row in self.rows
        }
        odd = [row.id for row in self.rows if folders[row.id] != (FILES if row.status == "delivered" else frozenset())]
        self._find("six files of each delivered row, none of any other", not odd, ", ".join(odd) or f"{len(files)} files")
        batch = ran.report["batch"]
        listed = self.home.run("runs", "--failed", "--batch", batch, "--json").report["rows"]
        told = {row["row_id"]: row["error_code"] for row in listed}
        wanted = {row.id: row.codes for row in self.rows if row.status != "delivered"}
        is_told = told.keys() == wanted.keys() and all(told[name] in codes for name, codes in wanted.items())
        self._find("`playbook runs --failed` lists each bad row with its cause", is_told, str(told))
        return ran, files

    def _second(self, before: dict[str, str]) -> None:
        ran = self._batch("second run", vanishing=True)
        self._as_wanted("second run", ran, self.rows)
        executed = self.home.rows(_EXECUTED, ran.report["batch"])
        self._find("second run: no stage is executed", not executed, f"{len(executed)} stages")
        self._find("second run: the files are the same, byte by byte", contents(self.out) == before, f"{len(before)} files")

    def _third(self, first: Ran, before: dict[str, str]) -> None:
        mended = [row for row in self.rows if row.mended_by is not None]
        for row in mended:
            shutil.copy(row.mended_by or row.resume, row.resume)
        ran = self._batch("third run", vanishing=False)
        rows = [replace(row, status="delivered", codes=frozenset({None})) if row in mended else row for row in self.rows]
        self._as_wanted("third run", ran, rows)
        executed = Counter(row_id for row_id, _ in self.home.rows(_EXECUTED, ran.report["batch"]))
        whole = max(row["executed"] for row in first.report["rows"])
        # A row that was refused when its resume had been read has read its posting, too: that stands.
        known = set(self.home.rows(_EXECUTED, first.report["batch"]))
        found = self.home.rows(_FOUND, ran.report["batch"])
        stand = Counter(row_id for row_id, key in found if (row_id, key) in known)
        wanted = {row.id: whole - stand[row.id] for row in mended}
        holds = executed == wanted and all(stand[row.id] <= 1 for row in mended)
        self._find(
            f"third run: exactly the {whole} stages of each mended row are executed, less a posting read before",
            holds,
            str(dict(executed)),
        )
        after = {name: sha for name, sha in contents(self.out).items() if name.split("/")[0] not in wanted}
        self._find("third run: the files of the other rows are the same", after == before, f"{len(after)} files")

    def _batch(self, title: str, *, vanishing: bool) -> Ran:
        """Run the batch. A file that vanishes is there when the manifest is read, and gone when its row is built."""
        gone = next(row for row in self.rows if row.id == "gone")
        if vanishing:
            shutil.copy(gone.mended_by or gone.resume, gone.resume)
        known = set(self.home.settings.journals.glob("*"))
        started = time.monotonic()
        with self.home.start("batch", str(self.manifest), "--out", str(self.out), "--date", ON, "--json") as process:
            if vanishing:
                _wait(lambda: process.poll() is not None or set(self.home.settings.journals.glob("*.ndjson")) - known)
                gone.resume.unlink()
            out, err = process.communicate()
        ran = Ran(process.returncode, out, err)
        seconds = time.monotonic() - started
        self._find(f"{title}: it ends with {FAILURES}, no traceback", _is_clean(ran), f"{ran.code} after {seconds:.0f} s")
        return ran

    def _as_wanted(self, title: str, ran: Ran, rows: Sequence[Wanted]) -> None:
        found = {row["id"]: (row["status"], row["error_code"]) for row in ran.report["rows"]}
        odd = {
            row.id: found.get(row.id)
            for row in rows
            if row.id not in found or found[row.id][0] != row.status or found[row.id][1] not in row.codes
        }
        counts = Counter(status for status, _ in found.values())
        seen = ", ".join(f"{n} {status}" for status, n in sorted(counts.items()))
        wanted = f"{title}: each good row is delivered, each bad one refused or held with its cause"
        self._find(wanted, not odd and len(found) == len(rows), str(odd) if odd else seen)

    def _find(self, what: str, holds: bool, seen: str) -> None:  # noqa: FBT001  it is what is found
        self.findings.append(Finding(what, holds, seen))


def _is_clean(ran: Ran) -> bool:
    return ran.code == FAILURES and "Traceback" not in ran.err


def _wait(there: Callable[[], object], seconds: float = 60.0) -> None:
    deadline = time.monotonic() + seconds
    while not there() and time.monotonic() < deadline:
        time.sleep(0.02)


def main() -> int:
    """Run the night and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        night = Night(Path(scratch), options.rows)
        findings = night.hold()
    console = Console(width=150)
    bad = sum(row.status != "delivered" for row in night.rows)
    table = Table(title=f"{len(night.rows)} rows: {night.distinct} cases for up to four employers each, and {bad} bad rows")
    for name in ("what must hold", "", "seen"):
        table.add_column(name, overflow="fold")
    for one in findings:
        table.add_row(one.what, "PASS" if one.holds else "FAIL", one.seen)
    console.print(table)
    failed = sum(not one.holds for one in findings)
    console.print("Everything holds." if not failed else f"{failed} do not hold.")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
