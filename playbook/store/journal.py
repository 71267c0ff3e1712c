"""Journals: what a run did, one JSON object a line, written by the run itself.

A journal grows under `<run>.<attempt>.open` and is renamed to `.ndjson` when the run ends, whichever way it
ends; that of a process that was killed is ended by whoever comes next. The ledger is loaded from these files
(`playbook.store.ledger`), and never written by a run.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import time
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from playbook.store.blobs import LEFT_SECONDS, unwritable

OPEN = ".open"
"""Suffix of a journal whose run goes on, or was killed."""
ENDED = ".ndjson"


class Journal:
    """The journal of one run."""

    def __init__(self, folder: Path, run_id: str) -> None:
        """Opens a new file below `folder`; the name tells run and attempt, so two runs never share one."""
        self.run_id = run_id
        self.attempt = uuid.uuid4().hex[:12]
        self._began, self._ticks = datetime.now(UTC), time.monotonic()
        self._open = folder / f"{run_id}.{self.attempt}{OPEN}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = self._open.open("wb", buffering=0)
        except OSError as error:
            raise unwritable("journal", error) from error
        with contextlib.suppress(OSError):  # where a file system has no locks, nobody ends the journals of the dead
            fcntl.flock(self._file, fcntl.LOCK_EX)

    def now(self) -> datetime:
        """The time by the clock at which the journal began: a clock that is set meanwhile makes no span longer or shorter."""
        return self._began + timedelta(seconds=time.monotonic() - self._ticks)

    def write(self, table: str, **row: Any) -> None:  # noqa: ANN401  a row holds whatever its table has
        """Append a row for `table`, stamped with attempt, time, and the run unless the row names another.

        Raises `StageFailure` with `store.unwritable` where the disk does not take it; the rows before stay whole.
        """
        stamp = {"table": table, "attempt": self.attempt, "recorded_at": self.now().isoformat()}
        row = {"run_id": self.run_id} | row | stamp
        rest = memoryview((json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n").encode())
        whole = self._file.tell()
        try:
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as error:
            self._file.truncate(whole)
            self._file.seek(whole)
            raise unwritable("journal", error) from error

    def close(self) -> None:
        """End the journal: from now on the ledger may load it."""
        self._open.replace(self._open.with_suffix(ENDED))  # before the lock goes: nobody else ends it
        self._file.close()

    def __enter__(self) -> Self:
        """The journal itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Closes the journal whatever happened in the run."""
        self.close()


def end_abandoned(folder: Path) -> None:
    """End the journals of processes that are gone, at their last whole line: what they did, and what it cost, is not lost."""
    for path in sorted(folder.glob(f"*{OPEN}")):
        with contextlib.suppress(OSError), path.open("rb+") as file:  # locked by its run, or ended by another
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            whole = file.read().rfind(b"\n") + 1
            if whole:
                file.truncate(whole)
                path.replace(path.with_suffix(ENDED))
            elif time.time() - path.stat().st_mtime > LEFT_SECONDS:  # else its run may be about to lock it
                path.unlink()


class Silent(Journal):
    """A journal that keeps nothing, for runs that only look."""

    def __init__(self) -> None:
        """It has neither folder nor file."""
        self.run_id = self.attempt = ""
        self._began, self._ticks = datetime.now(UTC), time.monotonic()

    def write(self, table: str, **row: Any) -> None:  # noqa: ANN401  as above
        """Forget the row."""

    def close(self) -> None:
        """There is nothing to end."""
