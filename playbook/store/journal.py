"""Journals: what a run did, one JSON object a line, written by the run itself.

A journal grows under `<run>.<attempt>.open` and is renamed to `.ndjson` when the run ends, whichever way it
ends. The ledger is loaded from these files (`playbook.store.ledger`), and never written by a run.
"""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self


class Journal:
    """The journal of one run."""

    def __init__(self, folder: Path, run_id: str) -> None:
        """Opens a new file below `folder`; the name tells run and attempt, so two runs never share one."""
        folder.mkdir(parents=True, exist_ok=True)
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
        """End the journal: from now on the ledger may load it."""
        self._file.close()
        self._open.replace(self._open.with_suffix(".ndjson"))

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
