"""A row of a batch on its way: what its process is asked for, and what comes back. No pipeline is imported for either."""

from __future__ import annotations

from datetime import date
from typing import Literal

from flows.manifest import Row
from playbook.locations import Location, below
from playbook.provenance import Frozen
from playbook.settings import Settings

Status = Literal["delivered", "passed", "failed", "held", "refused"]
"""`passed`: made, and not published, for its batch is to be judged first."""
HELD = "held."
"""What the code of a playbook begins with that was made and may not be published."""


class RowRequest(Frozen):
    """A row, and how it is to be built."""

    row: Row
    settings: Settings
    model: str
    """Of the batch; a row may name its own."""
    on: date
    out: Location
    """Folder of the batch: the row's own is below it, named by its id."""
    batch_id: str
    usd: float | None = None
    """The row's share of the batch's budget; `None` where the batch has none."""
    calls: int | None = None
    again_from: str | None = None
    publishes: bool = True
    """Whether the files go to their folder as soon as the playbook has passed its checks."""

    @property
    def folder(self) -> Location:
        """Where the files of the row go."""
        return below(self.out, self.row.id)


class Outcome(Frozen):
    """What came of a row."""

    id: str
    status: Status
    run_id: str | None = None
    """`None` where the row ended before it was a run."""
    error_code: str | None = None
    error: str | None = None
    executed: int = 0
    cached: int = 0
    calls: int = 0
    cost_usd: float | None = 0.0
    """`None` where a price is not known."""
    degraded: int = 0
    """Lines that the model was to write and did not."""
    seconds: float = 0.0
    """Wall time of the row."""
    ends: bool = False
    """Whether the process is not to be asked again."""
