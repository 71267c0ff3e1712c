"""What Prefect shows of a batch while it runs and when it has ended: artifacts of the flow run, and an event.

Every number is of the outcomes; ids and codes only, nothing of a candidate. Imported only where Prefect is in use.
"""

from __future__ import annotations

import contextvars
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self

from prefect import get_run_logger
from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.events import emit_event

from flows.batch_report import REPORT
from flows.build_batch import Batch, Done
from flows.row_request import Outcome
from playbook.locations import below, link

LISTED = 100
"""Rows that the table of those not delivered has; the ledger has all."""
DELIVERED = "playbook.batch.delivered"
UNDELIVERED = "playbook.batch.undelivered"
HELD = "playbook.batch.held"
"""What automations listen to: `automations.yaml`."""
_EVERY = 5.0
"""Seconds between two looks at the progress."""


class Progress:
    """The progress of a batch as an artifact of the flow run, and a line of its log for each row.

    A thread of its own writes the artifact: a server that is slow or away delays no row.
    """

    def __init__(self, total: int) -> None:
        """`total` is how many rows are wanted."""
        self.total, self.done = max(total, 1), 0
        self._log = get_run_logger()
        self._ended = Event()
        self._thread = Thread(target=contextvars.copy_context().run, args=(self._keep_up,), daemon=True)

    def told(self, outcome: Outcome) -> None:
        """A row has ended; not for two threads at once."""
        self.done += 1
        what = outcome.error_code or f"{outcome.executed} stages ran"
        self._log.info("%s %s %s", outcome.id, outcome.status, what)

    def __enter__(self) -> Self:
        """Makes the artifact."""
        self._artifact: Any = create_progress_artifact(0.0, key="batch-progress", description=f"{self.total} rows")
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Writes the last number."""
        self._ended.set()
        self._thread.join()

    def _keep_up(self) -> None:
        shown = 0
        while not self._ended.wait(_EVERY) or shown != self.done:
            if shown == self.done:
                continue
            shown = self.done
            try:
                update_progress_artifact(self._artifact, progress=round(100 * shown / self.total, 1))
            except Exception as error:  # noqa: BLE001  a number that is late must not cost a row
                self._log.warning("progress is not shown: %s", type(error).__name__)


def announce(batch: Batch, done: Done) -> None:
    """What came of the batch: counts, the rows that were not delivered, a link to the report, and an event."""
    missing = [one for one in done.outcomes if one.status != "delivered"]
    lines = "\n".join(f"| {status} | {n} |" for status, n in done.counts.items())
    if done.settled is not None:
        lines += f"\n\nThe batch as a whole: **{done.settled.decision}**. {done.settled.why or ''}"
    rest = f"\n\nWhy, and the rest: `playbook rerun --failed --batch {done.batch_id}`" if missing else ""
    create_markdown_artifact(
        f"| rows | of {len(done.outcomes)} |\n|---|---|\n{lines}{rest}", key="batch", description=done.batch_id
    )
    rows = [{"row": one.id, "status": one.status, "cause": one.error_code, "run": one.run_id} for one in missing[:LISTED]]
    create_table_artifact(rows, key="batch-not-delivered", description=f"{len(missing)} rows of batch {done.batch_id}")
    report = link(below(batch.out, REPORT))
    create_link_artifact(report, link_text=REPORT, key="batch-report", description=done.batch_id)
    decision = done.settled.decision if done.settled else None
    emit_event(
        HELD if decision == "held" else DELIVERED if done.is_delivered else UNDELIVERED,
        resource={"prefect.resource.id": f"playbook.batch.{done.batch_id}", "prefect.resource.name": done.batch_id},
        payload={"batch_id": done.batch_id, "planned": len(done.outcomes), **done.counts, "gate": decision, "report": report},
    )
