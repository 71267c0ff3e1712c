"""A batch: every row of a manifest a playbook, in processes of their own, with one budget and one record of it all.

One bad row never stops the others: a row that is refused, that fails, or whose process dies is an outcome like any other.
How rows are spread is the caller's: over threads here, over Prefect's task runs in `flows.orchestrated_batch`.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock
from typing import TYPE_CHECKING

from flows.batch_report import write_report
from flows.batch_row import Outcome, RowRequest
from flows.manifest import Manifest, Row
from flows.publication import STAGING
from playbook import __version__
from playbook.children import Child
from playbook.errors import PlaybookError
from playbook.knowledge.packs import load
from playbook.settings import Settings
from playbook.store.blobs import PARTIAL, sweep
from playbook.store.journal import Journal

if TYPE_CHECKING:
    from signatures.budget import BatchBudget

Spread = Callable[[Callable[[Row], Outcome], Sequence[Row], int], None]
"""Calls a function for every row, so many at a time, and returns when all have ended."""

MODULE = "flows.batch_row"
SECONDS = 1800.0
"""A row that takes longer is taken to hang: a model that is down costs minutes, not this."""
BYTES = 2_000_000_000
"""Memory of one process."""
SERVED = 500
"""Rows after which a process is replaced, so that what its libraries keep does not add up."""


@dataclass(frozen=True)
class Batch:
    """What is to be built, and how."""

    manifest: Manifest
    out: Path
    model: str
    """Of the rows that name none."""
    on: date
    budget: float | None = None
    """USD for all rows together."""
    jobs: int | None = None
    """Rows at a time; by default one for each processor."""
    only: frozenset[str] | None = None
    """Ids of the rows that are wanted; by default all."""
    batch_id: str | None = None
    """Of the batch that this one goes on with; by default a new one."""
    again_from: str | None = None
    """Stage from which every row runs, although its artifacts are there."""

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

    @property
    def counts(self) -> dict[str, int]:
        """How many rows ended which way."""
        found = Counter(outcome.status for outcome in self.outcomes)
        return {status: found[status] for status in ("delivered", "held", "refused", "failed")}


class Stopped(Exception):
    """The batch was stopped while a row was being built: nothing is known of the row."""


class Workers:
    """Processes that build rows; each thread that asks has one for as long as its row takes."""

    def __init__(self, module: str = MODULE, *, limit: int = BYTES, seconds: float = SECONDS) -> None:
        """`module` answers a `RowRequest` with an `Outcome`; `limit` is its memory in bytes, `seconds` a row's time."""
        self.module, self.limit, self.seconds = module, limit, seconds
        self._idle: SimpleQueue[Child] = SimpleQueue()
        self._all: set[Child] = set()
        self._closed = False

    def build(self, request: RowRequest) -> Outcome:
        """The outcome of a row; a process that dies or hangs fails its row, and is replaced."""
        child = self._child()
        answers = child.ask([request.model_dump_json().encode()], 1, self.seconds)
        if answers is None:
            return self._lost(child, request.row)
        outcome = Outcome.model_validate_json(answers[0])
        if outcome.ends or child.served >= SERVED:
            self._all.discard(child)
            child.close()
        else:
            self._idle.put(child)
        return outcome

    def close(self) -> None:
        """End the processes: a thread that waits for one gets `Stopped`."""
        self._closed = True
        for child in tuple(self._all):
            child.process.kill()

    def _child(self) -> Child:
        with contextlib.suppress(Empty):
            return self._idle.get_nowait()
        if self._closed:
            raise Stopped
        child = Child(self.module, self.limit)
        self._all.add(child)
        return child

    def _lost(self, child: Child, row: Row) -> Outcome:
        self._all.discard(child)
        if self._closed:
            child.close()
            raise Stopped
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.process.wait(0.0 if child.hangs else 1.0)  # its pipe is closed a moment before it is gone
        child.close()
        status = child.process.returncode
        found = f"no end after {self.seconds:g} seconds" if child.hangs else f"a process that died (exit {status})"
        code = "row.timeout" if child.hangs else "row.crashed"
        remedy = "the other rows are not touched; `playbook rerun --failed` tries it again"
        return Outcome(
            id=row.id,
            status="failed",
            error_code=code,
            error=f"{code}: found {found}; wanted a row that ends; {remedy}",
            seconds=self.seconds if child.hangs else 0.0,
            cost_usd=None,
        )


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
    told: Callable[[Outcome], None] = lambda _: None,
    spread: Spread = in_threads,
    workers: Workers | None = None,
) -> Done:
    """Build every row that is wanted and journal what came of it. `told` hears of each row when it ends, one at a time.

    Raises `Refusal` where the budget cannot hold for a model. Nothing that a row does raises.
    """
    _sweep(settings, batch.out)
    load(settings.knowledge, settings.compiled)  # once and not by every process; a fault of the packs ends here
    shares = _shares(batch, settings)
    batch_id = batch.batch_id or f"{batch.on:%Y%m%d}-{batch.manifest.sha256[:6]}-{uuid.uuid4().hex[:6]}"
    started, ticks = datetime.now(UTC), time.monotonic()
    opened = _opened(batch, batch_id, started)
    with Journal(settings.journals, batch_id) as journal:
        journal.write("batch", **opened)
    base = partial(RowRequest, settings=settings, model=batch.model, on=batch.on, out=batch.out.absolute(), batch_id=batch_id)
    workers = workers or Workers()

    found: dict[str, Outcome] = {}
    lock = Lock()
    with Journal(settings.journals, batch_id) as journal, contextlib.closing(workers):

        def build(row: Row) -> Outcome:
            with _share(shares, settings) as caps:
                outcome = workers.build(base(row=row, again_from=batch.again_from, usd=caps.usd, calls=caps.calls))
                caps.outcome = outcome
            with lock:
                found[row.id] = outcome
                journal.write("batch_row", batch_id=batch_id, **_journalled(outcome))
                told(outcome)
            return outcome

        spread(build, batch.rows, min(batch.jobs or os.cpu_count() or 1, max(len(batch.rows), 1)))
        done = Done(batch_id, tuple(found[row.id] for row in batch.rows))
        finished = started + timedelta(seconds=time.monotonic() - ticks)  # whatever was done to the clock meanwhile
        journal.write("batch", **opened, **done.counts, finished_at=finished.isoformat())
    try:
        write_report(batch_id, settings, batch.out)
    except (PlaybookError, OSError) as error:  # the playbooks are delivered all the same
        return replace(done, unreported=str(error))
    return done


def _sweep(settings: Settings, out: Path) -> None:
    """Remove what processes that were killed have left half-written."""
    for folder in (settings.artifacts, settings.home / "keys"):
        sweep(folder, f"*/*{PARTIAL}")
    sweep(settings.compiled, f"*{PARTIAL}")
    sweep(out, f"*{PARTIAL}")
    sweep(out, f".*{STAGING}")


@dataclass
class _Caps:
    """What a row may use, and what came of it."""

    usd: float | None = None
    calls: int | None = None
    outcome: Outcome | None = None


@contextmanager
def _share(shares: BatchBudget | None, settings: Settings) -> Iterator[_Caps]:
    """The row's share of the batch's budget. What it leaves goes to the others; an unknown cost counts as all of it."""
    if shares is None:
        yield _Caps()
        return
    with shares.playbook(settings.budget, settings.budget_calls) as budget:
        caps = _Caps(budget.usd, budget.cap_calls)
        yield caps
        known = caps.outcome.cost_usd if caps.outcome else None
        budget.spent_usd = known if known is not None else budget.usd or 0.0
        budget.calls = caps.outcome.calls if caps.outcome else 0


def _shares(batch: Batch, settings: Settings) -> BatchBudget | None:
    """The budget of the batch; checked for every model before anything runs."""
    if batch.budget is None:
        return None
    from signatures.backend import budget_of
    from signatures.budget import BatchBudget

    capped = settings.model_copy(update={"budget": batch.budget})
    for model in sorted({row.model or batch.model for row in batch.rows}):
        budget_of(model, capped)
    return BatchBudget(batch.budget, len(batch.rows))


def _opened(batch: Batch, batch_id: str, started: datetime) -> dict[str, object]:
    """The columns of the batch's row that are known at its start."""
    return {
        "batch_id": batch_id,
        "requested_at": started.isoformat(),
        "manifest": str(batch.manifest.path),
        "manifest_sha": batch.manifest.sha256,
        "out": str(batch.out.absolute()),
        "model": batch.model,
        "made_for": batch.on.isoformat(),
        "version": __version__,
        "budget_usd": batch.budget,
        "planned": len(batch.rows),
    }


def _journalled(outcome: Outcome) -> dict[str, object]:
    columns = ("run_id", "status", "error_code", "error", "executed", "cached", "seconds", "cost_usd")
    return {"row_id": outcome.id} | {name: getattr(outcome, name) for name in columns}
