"""A batch: every row of a manifest a playbook, in processes of their own, with one budget and one record of it all.

One bad row never stops the others: a row that is refused, that fails, or whose process dies is an outcome like any other.
How rows are spread is the caller's: over threads here, over Prefect's task runs in `flows.orchestrated_rows`, over machines in
`flows.distribution`.
"""

from __future__ import annotations

import contextlib
import os
import time
import uuid
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from threading import Lock

from flows.batch_budget import share_of, shares_of
from flows.batch_report import write_report
from flows.gate import Gate, Settled, check_gate, settle, status_of
from flows.manifest import Manifest, Row
from flows.row_processes import RowProcesses
from flows.row_request import Outcome, RowRequest
from playbook import __version__
from playbook.errors import PlaybookError
from playbook.knowledge.packs import load
from playbook.locations import Location, whole
from playbook.settings import Settings
from playbook.store.journal import Journal
from playbook.store.leftovers import sweep_all

Spread = Callable[[Callable[[Row], Outcome], Sequence[Row], int], None]
"""Calls a function for every row, so many at a time, and returns when all have ended."""
Told = Callable[[Outcome], None]
"""Hears what came of a row."""


@dataclass(frozen=True)
class Batch:
    """What is to be built, and how."""

    manifest: Manifest
    out: Location
    model: str
    """Of the rows that name none."""
    on: date
    budget: float | None = None
    """USD for the rows that are wanted, together: of a batch that is gone on with, what is left."""
    jobs: int | None = None
    """Rows at a time; by default one for each processor."""
    only: frozenset[str] | None = None
    """Ids of the rows that are wanted; by default all."""
    batch_id: str | None = None
    """Of the batch that this one goes on with; by default a new one."""
    again_from: str | None = None
    """Stage from which every row runs, although its artifacts are there."""
    gate: Gate = "off"
    """What becomes of the batch's expectations; with `hold`, nothing is published before they are met."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are wanted."""
        return tuple(row for row in self.manifest.rows if self.only is None or row.id in self.only)


@dataclass(frozen=True)
class Done:
    """What came of a batch; outcomes in the order of the manifest."""

    batch_id: str
    outcomes: tuple[Outcome, ...]
    unreported: str | None = None
    """Why there is no new report, where another process held the ledger or the folder cannot be written."""
    settled: Settled | None = None
    """What was decided of the batch as a whole; `None` without a gate."""

    @property
    def is_held(self) -> bool:
        """Whether nothing of it is published."""
        return self.settled is not None and self.settled.decision == "held"

    @property
    def is_delivered(self) -> bool:
        """Whether everything is in its folder: the rows that were wanted, and those that waited for them."""
        unpublished = self.settled.unpublished if self.settled else None
        return not unpublished and all(outcome.status == "delivered" for outcome in self.outcomes)

    @property
    def counts(self) -> dict[str, int]:
        """How many rows ended which way; `passed` only where some wait for the batch."""
        found = Counter(outcome.status for outcome in self.outcomes)
        waiting = {"passed": found["passed"]} if found["passed"] else {}
        return {status: found[status] for status in ("delivered", "held", "refused", "failed")} | waiting


def in_threads(build: Callable[[Row], Outcome], rows: Sequence[Row], jobs: int) -> None:
    """One thread for each process; what has not begun is dropped when the caller stops."""
    pool = ThreadPoolExecutor(jobs, thread_name_prefix="row")
    try:
        for future in as_completed([pool.submit(build, row) for row in rows]):
            future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def build_batch(
    batch: Batch,
    settings: Settings,
    *,
    told: Told = lambda _: None,
    spread: Spread = in_threads,
    processes: RowProcesses | None = None,
) -> Done:
    """Build every row that is wanted and journal what came of it. `told` hears of each row when it ends, one at a time.

    Raises `Refusal` where the gate, or the budget for a model, cannot hold. Nothing that a row does raises.
    """
    return recorded(batch, settings, partial(build_rows, settings=settings, told=told, spread=spread, processes=processes))


def recorded(batch: Batch, settings: Settings, build: Callable[[Batch], Mapping[str, Outcome]]) -> Done:
    """Journal a batch around `build`, which takes it with its id and gives the outcomes by the id of the row.

    Then the batch is judged as a whole, where it has a gate, and reported. Raises as `build_batch` does.
    """
    wanted = check_gate(batch.gate, settings)
    sweep_all(settings, batch.out)
    load(settings.knowledge, settings.compiled)  # once and not by every process; a fault of the packs ends here
    shares_of(batch, settings)
    batch_id = batch.batch_id or f"{batch.on:%Y%m%d}-{batch.manifest.sha256[:6]}-{uuid.uuid4().hex[:6]}"
    started, ticks = datetime.now(UTC), time.monotonic()
    opened = _opened(batch, batch_id, started)
    with Journal(settings.journals, batch_id, settings.shared_journals) as journal:
        journal.write("batch", **opened)
    found = build(replace(batch, batch_id=batch_id))
    done = Done(batch_id, tuple(found[row.id] for row in batch.rows))
    finished = started + timedelta(seconds=time.monotonic() - ticks)  # whatever was done to the clock meanwhile
    with Journal(settings.journals, batch_id, settings.shared_journals) as journal:
        journal.write("batch", **opened, **done.counts, finished_at=finished.isoformat())
    try:
        if wanted is not None:
            done = _judged(done, settle(batch_id, batch.gate, whole(batch.out), settings, wanted))
        write_report(batch_id, settings, batch.out)
    except (PlaybookError, OSError) as error:  # what is delivered stays so, and what waits goes on waiting
        return replace(done, unreported=str(error))
    return done


def build_rows(
    batch: Batch,
    settings: Settings,
    *,
    told: Told = lambda _: None,
    spread: Spread = in_threads,
    processes: RowProcesses | None = None,
) -> dict[str, Outcome]:
    """Build and journal the rows of a batch, or of a shard, that has an id. Raises `Refusal` where the budget cannot hold."""
    assert batch.batch_id is not None  # noqa: S101  the caller's promise
    shares = shares_of(batch, settings)
    base = partial(
        RowRequest,
        settings=settings,
        model=batch.model,
        on=batch.on,
        out=whole(batch.out),
        batch_id=batch.batch_id,
        again_from=batch.again_from,
        publishes=batch.gate != "hold",
    )
    processes = processes or RowProcesses(seconds=settings.row_seconds)
    found: dict[str, Outcome] = {}
    lock = Lock()
    with Journal(settings.journals, batch.batch_id, settings.shared_journals) as journal, contextlib.closing(processes):

        def build(row: Row) -> Outcome:
            with share_of(shares, settings) as caps:
                outcome = processes.build(base(row=row, usd=caps.usd, calls=caps.calls))
                caps.outcome = outcome
            with lock:
                found[row.id] = outcome
                write_outcome(journal, outcome, batch.batch_id)
                told(outcome)
            return outcome

        spread(build, batch.rows, min(batch.jobs or os.cpu_count() or 1, max(len(batch.rows), 1)))
    return found


def write_outcome(journal: Journal, outcome: Outcome, batch_id: str | None) -> None:
    """Journal what came of a row."""
    columns = ("run_id", "status", "error_code", "error", "executed", "cached", "seconds", "cost_usd")
    values = {name: getattr(outcome, name) for name in columns}
    journal.write("batch_row", batch_id=batch_id, row_id=outcome.id, **values)


def _judged(done: Done, settled: Settled) -> Done:
    """What came of the rows after the batch was judged: those that waited are published, or why not."""
    outcomes = []
    for outcome in done.outcomes:
        error = (settled.unpublished or {}).get(outcome.id)
        if outcome.id in settled.published:
            outcomes.append(outcome.model_copy(update={"status": "delivered"}))
        elif error is not None:
            why = {"status": status_of(error), "error_code": error.code, "error": str(error)}
            outcomes.append(outcome.model_copy(update=why))
        else:
            outcomes.append(outcome)
    return replace(done, outcomes=tuple(outcomes), settled=settled)


def _opened(batch: Batch, batch_id: str, started: datetime) -> dict[str, object]:
    """The columns of the batch's row that are known at its start."""
    return {
        "batch_id": batch_id,
        "requested_at": started.isoformat(),
        "manifest": str(batch.manifest.path),
        "manifest_sha": batch.manifest.sha256,
        "out": str(whole(batch.out)),
        "model": batch.model,
        "made_for": batch.on.isoformat(),
        "version": __version__,
        "budget_usd": batch.budget,
        "gate": batch.gate,
        "planned": len(batch.rows),
    }
