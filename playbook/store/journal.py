"""Journals: what a run did, one JSON object a line, written by the run itself.

A journal grows in the home under `<run>.<attempt>.open` and is renamed to `.ndjson` when the run ends, whichever way it
ends. Then it goes to the journals of the store, where that is another place than the home. The ledger is loaded from them
(`playbook.store.ledger`), and never written by a run.
"""

from __future__ import annotations

import contextlib
import json
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from playbook.errors import StageFailure
from playbook.locations import Location
from playbook.store.objects import objects_at, reached

CLOSED = ".ndjson"
"""Suffix of a journal that is ended."""


class Journal:
    """The journal of one run."""

    def __init__(self, folder: Path, run_id: str, shared: Location | None = None) -> None:
        """Opens a new file below `folder`; the name tells run and attempt, so two runs never share one.

        `shared` is where it goes when it is closed; by default it stays.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.shared = shared if shared is not None else folder
        self.run_id = run_id
        self.attempt = uuid.uuid4().hex[:12]
        self._open = folder / f"{run_id}.{self.attempt}.open"
        self._file = self._open.open("w", encoding="utf-8")

    def write(self, table: str, **row: Any) -> None:  # noqa: ANN401  a row holds whatever its table has
        """Append a row for `table`, stamped with attempt, time, and the run unless the row names another."""
        stamp = {"table": table, "attempt": self.attempt, "recorded_at": datetime.now(UTC).isoformat()}
        row = {"run_id": self.run_id} | row | stamp
        self._file.write(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n")
        self._file.flush()

    def close(self) -> None:
        """End the journal: from now on the ledger may load it.

        Where the store cannot be reached, it stays in its folder, and the next command takes it along.
        """
        self._file.close()
        self._open.replace(self._open.with_suffix(CLOSED))
        with contextlib.suppress(StageFailure):
            send_closed(self.folder, self.shared)

    def __enter__(self) -> Self:
        """The journal itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Closes the journal whatever happened in the run."""
        self.close()


class Silent(Journal):
    """A journal that keeps nothing, for runs that only look."""

    def __init__(self) -> None:
        """It has neither folder nor file."""
        self.run_id = self.attempt = ""

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
