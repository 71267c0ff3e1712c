"""Journals: what a run did, one JSON object a line, written by the run itself.

A journal grows in the home under `<run>.<attempt>.open` and is renamed to `.ndjson` when the run ends, whichever way it
ends; that of a process that was killed is ended by whoever comes next. Then it goes to the journals of the store, where that
is another place than the home. The ledger is loaded from them
(`playbook.store.ledger`), and never written by a run.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import time
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from playbook.errors import StageFailure
from playbook.locations import Location
from playbook.masking import masked
from playbook.store.leftovers import LEFT_SECONDS, unwritable
from playbook.store.objects import objects_at, reached, write_whole
from playbook.store.occupancy import work

OPEN = ".open"
"""Suffix of a journal whose run goes on, or was killed."""
CLOSED = ".ndjson"
"""Suffix of a journal that is ended."""
UNFINISHED = (OPEN, ".damaged")
"""Suffixes in the home: of one that grows or that a run left which died, and of what older versions could not load."""
_QUOTING = ("error", "samples", "degraded")
"""Columns in which words of a document may stand."""

Line = tuple[str, dict[str, Any] | None]
"""A line of a journal with its row; `None` where it is none."""


class Journal:
    """The journal of one run."""

    def __init__(self, folder: Path, run_id: str, shared: Location | None = None) -> None:
        """Opens a new file below `folder`; the name tells run and attempt, so two runs never share one.

        `shared` is where it goes when it is closed; by default it stays.
        """
        self.folder = folder
        self.shared = shared if shared is not None else folder
        self.run_id = run_id
        self.attempt = uuid.uuid4().hex[:12]
        self._began, self._ticks = datetime.now(UTC), time.monotonic()
        self._open = folder / f"{run_id}.{self.attempt}{OPEN}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._at_work = work(folder)
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
        row |= {name: _without_contacts(row[name]) for name in _QUOTING if row.get(name)}
        rest = memoryview(line_of(row).encode())
        whole = self._file.tell()
        try:
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as error:
            self._file.truncate(whole)
            self._file.seek(whole)
            raise unwritable("journal", error) from error

    def close(self) -> None:
        """End the journal: from now on the ledger may load it.

        Where the store cannot be reached, it stays in its folder, and the next command takes it along.
        """
        self._open.replace(self._open.with_suffix(CLOSED))  # before the lock goes: nobody else ends it
        self._file.close()
        with contextlib.suppress(StageFailure):
            send_closed(self.folder, self.shared)
        self._at_work.close()

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
                path.replace(path.with_suffix(CLOSED))
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


class Journals:
    """The closed journals of a store, by name; a name ends in `.ndjson`."""

    def __init__(self, root: Location) -> None:
        """A folder or a URL."""
        self.root = root
        self._objects = objects_at(root)

    def all(self) -> Iterator[tuple[str, int, datetime]]:
        """Name, bytes and time of writing of every closed journal, in no order."""
        with reached(self.root):
            for entry in self._objects.all():
                if entry.name.endswith(CLOSED) and "/" not in entry.name:
                    yield entry.name, entry.bytes, entry.modified

    def read_each(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Names and contents of these journals, those left out that are gone."""
        with reached(self.root):
            yield from self._objects.read_each(names)

    def replace(self, name: str, content: bytes) -> None:
        """Put `content` in the place of a journal's: erasure does, and nobody else."""
        with reached(self.root):
            self._objects.write(name, content)

    def delete(self, name: str) -> bool:
        """Remove a journal; whether it was there."""
        with reached(self.root):
            return self._objects.delete(name)


class Archive:
    """Every journal of a home and its store, whatever its state. Whoever rewrites one is alone in the home."""

    def __init__(self, folder: Path, shared: Location) -> None:
        """`folder` is where journals grow, `shared` where they stand once they are closed; what is closed is sent there."""
        self.folder = folder
        self._closed = Journals(shared)
        send_closed(folder, shared)

    def each(self) -> Iterator[tuple[str, list[Line]]]:
        """Names and lines, in the order of the names, those that were never closed last."""
        for name, content in self._closed.read_each(sorted(name for name, _, _ in self._closed.all())):
            yield name, _lines(content)
        for path in self.unfinished():
            yield path.name, _lines(path.read_bytes())

    def unfinished(self) -> list[Path]:
        """Those in the home that were never closed or could not be loaded."""
        return sorted(path for path in self.folder.glob("*") if path.suffix in UNFINISHED)

    def put(self, name: str, lines: Sequence[str]) -> None:
        """Put a journal with these lines in the place of the one of that name; without lines there is none."""
        content = "".join(line if line.endswith("\n") else f"{line}\n" for line in lines).encode()
        if Path(name).suffix in UNFINISHED and lines:
            write_whole(self.folder / name, content)
        elif Path(name).suffix in UNFINISHED:
            (self.folder / name).unlink(missing_ok=True)
        elif lines:
            self._closed.replace(name, content)
        else:
            self._closed.delete(name)


def line_of(row: dict[str, Any]) -> str:
    """A row as a line."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n"


def _lines(content: bytes) -> list[Line]:
    found: list[Line] = []
    for line in content.decode(errors="replace").split("\n"):
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if line.strip():
            found.append((f"{line}\n", row if isinstance(row, dict) else None))
    return found


def _without_contacts(value: Any) -> Any:  # noqa: ANN401  a text or a list of texts
    return masked(value) if isinstance(value, str) else [masked(text) for text in value]


def send_closed(folder: Path, shared: Location) -> None:
    """Put the closed journals of a folder into the store, and remove them from the folder once they are there.

    Two processes may send the same one: it is the same content under the same name. Raises `StageFailure` where the store
    cannot be reached.
    """
    if not folder.is_dir() or (isinstance(shared, Path) and shared.is_dir() and shared.samefile(folder)):
        return  # by whatever name the folder is called: what is at its place must not be removed from it
    store = Journals(shared)
    for path in sorted(folder.glob(f"*{CLOSED}")):
        try:
            content = path.read_bytes()
        except FileNotFoundError:  # another process has sent it
            continue
        store.replace(path.name, content)
        path.unlink(missing_ok=True)
