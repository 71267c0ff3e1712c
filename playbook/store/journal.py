"""Journals: what a run did, one JSON object a line, written by the run itself.

A journal grows under `<run>.<attempt>.open` and is renamed to `.ndjson` when the run ends, whichever way it
ends. The ledger is loaded from these files (`playbook.store.ledger`), and never written by a run.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from playbook.masking import masked
from playbook.store.occupancy import work

DAMAGED = ".damaged"
"""Suffix of a journal that could not be loaded."""
RETURNED = ".erased"
"""Suffix of a journal that came back, from a copy, after its run had been erased."""
SUFFIXES = (".ndjson", ".open", DAMAGED, RETURNED)
"""Of journals; `.open` is one that grows, or that a run left which died."""
_QUOTING = ("error", "samples", "degraded")
"""Columns in which words of a document may stand."""


class Journal:
    """The journal of one run."""

    def __init__(self, folder: Path, run_id: str) -> None:
        """Opens a new file below `folder`; the name tells run and attempt, so two runs never share one."""
        self._at_work = work(folder)
        self.run_id = run_id
        self.attempt = uuid.uuid4().hex[:12]
        self._open = folder / f"{run_id}.{self.attempt}.open"
        self._file = self._open.open("w", encoding="utf-8")

    def write(self, table: str, **row: Any) -> None:  # noqa: ANN401  a row holds whatever its table has
        """Append a row for `table`, stamped with attempt, time, and the run unless the row names another."""
        stamp = {"table": table, "attempt": self.attempt, "recorded_at": datetime.now(UTC).isoformat()}
        row = {"run_id": self.run_id} | row | stamp
        row |= {name: _without_contacts(row[name]) for name in _QUOTING if row.get(name)}
        self._file.write(line_of(row))
        self._file.flush()

    def close(self) -> None:
        """End the journal: from now on the ledger may load it."""
        self._file.close()
        self._open.replace(self._open.with_suffix(".ndjson"))
        self._at_work.close()

    def __enter__(self) -> Self:
        """The journal itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Closes the journal whatever happened in the run."""
        self.close()


def journal_files(folder: Path) -> list[Path]:
    """Every journal below `folder`, whatever its state, in the order of their names."""
    return sorted(path for path in folder.glob("*") if path.suffix in SUFFIXES) if folder.is_dir() else []


def lines_of(path: Path) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """The lines of a journal with the row that each is; `None` where it is none."""
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            if line.strip():
                yield line, row if isinstance(row, dict) else None


def write_journal(path: Path, lines: Iterable[str]) -> None:
    """Put a whole journal in the place of `path`; without lines there is none."""
    partial = path.with_name(f"{path.name}.partial")
    with partial.open("w", encoding="utf-8") as file:
        size = sum(file.write(line) for line in lines)
        file.flush()
        os.fsync(file.fileno())
    if size:
        partial.replace(path)
    else:
        path.unlink(missing_ok=True)
        partial.unlink()


def line_of(row: dict[str, Any]) -> str:
    """A row as a line."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n"


def _without_contacts(value: Any) -> Any:  # noqa: ANN401  a text or a list of texts
    return masked(value) if isinstance(value, str) else [masked(text) for text in value]


class Silent(Journal):
    """A journal that keeps nothing, for runs that only look."""

    def __init__(self) -> None:
        """It has neither folder nor file."""
        self.run_id = self.attempt = ""

    def write(self, table: str, **row: Any) -> None:  # noqa: ANN401  as above
        """Forget the row."""

    def close(self) -> None:
        """There is nothing to end."""
