"""A cap that holds over several starts: what earlier ones spent stands in a file, written before each call goes out.

The cap itself is `signatures.budget`'s, in the form that no optimizer can take for a wrong answer.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from threading import Lock

from signatures.budget import ONE_CALL, Asked, Budget, Reservation


class LastingBudget(Budget):
    """A budget that remembers."""

    def __init__(self, path: Path, usd: float | None, calls: int | None) -> None:
        """`path` holds what was spent; it is made where there is none."""
        super().__init__(usd, calls, hard=True)
        self._path, self._writing = path, Lock()
        spent = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        self.calls, self.spent_usd = int(spent.get("calls", 0)), float(spent.get("usd", 0.0))
        self.calls_before = self.calls

    def reserve(self, forecast_usd: float | None, stage: str = "", asked: Asked = ONE_CALL) -> Reservation:
        """Set a call aside, and write that down: a start that is killed has made it."""
        reservation = super().reserve(forecast_usd, stage, asked)
        self._save()
        return reservation

    def settle(self, reservation: Reservation, cost_usd: float | None) -> None:
        """The call ended."""
        super().settle(reservation, cost_usd)
        self._save()

    def _save(self) -> None:
        with self._writing:
            partial = self._path.with_suffix(f".{os.getpid()}")
            partial.write_text(json.dumps({"calls": self.calls, "usd": self.spent_usd}), encoding="utf-8")
            partial.replace(self._path)
