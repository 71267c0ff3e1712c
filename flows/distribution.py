"""A batch over the machines of a work pool: its shards as runs of a deployment, until each has ended.

What came of the rows comes back through the journals of the shared store, and not through Prefect, whose parameters and
results hold nothing of a person. What a shard does is in `flows.orchestrated_shards`. Imported only where Prefect is in use.
"""

from __future__ import annotations

import math
import os
import random
import time
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
from prefect import get_run_logger, runtime
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State
from prefect.deployments import run_deployment
from prefect.exceptions import ObjectNotFound, PrefectHTTPStatusError

from flows.build_batch import Batch, Told, write_outcome
from flows.manifest import Row
from flows.orchestrated_rows import FIRST_RETRY
from flows.orchestrated_shards import REFUSED
from flows.row_request import Outcome
from playbook.errors import Refusal, StageFailure
from playbook.locations import whole
from playbook.settings import Settings
from playbook.store.journal import Journal
from playbook.store.ledger import ledger

SHARD_DEPLOYMENT = "build-shard/build-shard"
SHARD = 500
"""Rows of a shard, at most: what is built again where a machine dies, and found there."""
ATTEMPTS = 3
"""How often a shard is handed out whose run crashes or fails."""
POLL = 2.0
"""Seconds between two looks at the runs."""
PATIENCE = 1800.0
"""Seconds for which the server, or the ledger, may be away."""

_ROWS = """
select b.row_id, b.recorded_at::varchar, b.status, b.run_id, b.error_code, b.error, b.executed, b.cached, b.seconds,
    b.cost_usd::double, coalesce(r.calls, 0), (
        select coalesce(sum(len(s.degraded)), 0) from ledger.stage_run s where s.run_id = r.run_id and s.attempt = r.attempt
    )
from ledger.batch_row b left join ledger.latest r using (run_id) where b.batch_id = $batch
qualify row_number() over (partition by b.row_id order by b.recorded_at desc) = 1
"""
_COLUMNS = ("id", "status", "run_id", "error_code", "error", "executed", "cached", "seconds", "cost_usd", "calls", "degraded")
_SPENT = "select row_id, cost_usd::double from ledger.batch_outcome where batch_id = $batch"


@dataclass(frozen=True)
class Spreading:
    """How a batch is spread over the workers of a pool."""

    workers: int | None
    """Shards at a time; `None` where the rows are built by the flow run itself."""
    shard_rows: int | None = None
    """Rows of a shard; by default an even part for each worker, and no more than `SHARD`."""
    deployment: str = SHARD_DEPLOYMENT

    def check(self) -> None:
        """Refuse a deployment that is not there, before anything is journalled."""
        if self.workers is None:
            return
        try:
            with get_client(sync_client=True) as client:
                client.read_deployment_by_name(self.deployment)
        except ObjectNotFound as error:
            raise Refusal(
                "deployment.unknown",
                found=f"no deployment {self.deployment!r}",
                wanted="the deployment of the shards, as flow/deployment",
                remedy="`make deploy` makes those of this project",
            ) from error

    def __post_init__(self) -> None:
        """Refuses numbers that are none."""
        for name in ("workers", "shard_rows"):
            value = getattr(self, name)
            if value is not None and value < 1:
                raise Refusal(f"{name}.invalid", found=str(value), wanted="1 or more", remedy=f"correct {name}")


@dataclass
class Shard:
    """Rows that are handed out together."""

    rows: tuple[Row, ...]
    number: int
    attempt: int = 0
    usd: float | None = None
    """What it may cost; `None` where the batch has no budget."""


class Distribution:
    """The shards of one batch: which wait, which run, and what came of their rows."""

    def __init__(self, batch: Batch, settings: Settings, spreading: Spreading, told: Told) -> None:
        """`batch` has an id; `told` hears of each row when its shard has ended."""
        self.batch, self.settings, self.spreading, self.told = batch, settings, spreading, told
        self.workers = spreading.workers or 1
        size = spreading.shard_rows or min(SHARD, max(math.ceil(len(batch.rows) / self.workers), 1))
        rows = batch.rows
        self.waiting = deque(Shard(rows[at : at + size], at // size + 1) for at in range(0, len(rows), size))
        self.running: dict[UUID, Shard] = {}
        self.found: dict[str, Outcome] = {}
        self._usd = batch.budget
        self._positions = {row.id: at for at, row in enumerate(batch.manifest.rows)}
        self._known = {row_id: stamp for row_id, stamp, *_ in self._read(_ROWS)}
        """Outcomes of an earlier attempt: those of this one have another time."""
        self._log = get_run_logger()

    @classmethod
    def of(cls, batch: Batch, settings: Settings, spreading: Spreading, told: Told) -> dict[str, Outcome]:
        """Build a batch on the workers of a pool; outcomes by the id of the row."""
        return cls(batch, settings, spreading, told).carry_out()

    def carry_out(self) -> dict[str, Outcome]:
        """Hand out every shard, and again those whose run was lost; returns when all have ended.

        Raises what Prefect or the ledger raises where they are away for longer than `PATIENCE`.
        """
        heard = time.monotonic()
        while self.waiting or self.running:
            try:
                while self.waiting and len(self.running) < self.workers:
                    self._hand_out(self.waiting[0])
                    self.waiting.popleft()
                self._settle_ended()
                heard = time.monotonic()
            except (httpx.HTTPError, PrefectHTTPStatusError, StageFailure) as error:
                if time.monotonic() - heard > PATIENCE:
                    raise
                self._log.warning("the batch waits: %s", type(error).__name__)
            if self.running or self.waiting:
                time.sleep(POLL)
        return self.found

    def _hand_out(self, shard: Shard) -> None:
        """Make a run of the deployment; where the answer is lost, the same run is found again by its key."""
        batch = self.batch
        share = self._share(shard)
        parameters = {
            "manifest": str(batch.manifest.path),
            "manifest_sha": batch.manifest.sha256,
            "out": str(whole(batch.out)),
            "batch_id": batch.batch_id,
            "positions": [self._positions[row.id] for row in shard.rows],
            "model": batch.model,
            "on": batch.on.isoformat(),
            "budget": share,
            "jobs": batch.jobs,
            "again_from": batch.again_from,
            "gate": batch.gate,
        }
        name = f"{batch.batch_id} shard {shard.number}" + (f", attempt {shard.attempt + 1}" if shard.attempt else "")
        run: Any = run_deployment(  # its type allows for a caller that awaits it
            self.spreading.deployment,
            parameters=parameters,
            flow_run_name=name,
            scheduled_time=_when(shard.attempt),
            timeout=0,
            idempotency_key=f"{runtime.flow_run.id}-{shard.number}-{shard.attempt}",
        )
        if self._usd is not None:
            self._usd -= share or 0.0
        shard.usd, shard.attempt = share, shard.attempt + 1
        self.running[run.id] = shard

    def _settle_ended(self) -> None:
        """Take in what the runs made that have ended, and line up again what was lost.

        A shard leaves `running` last: one whose outcomes could not be journalled is settled again at the next look.
        """
        for run_id, shard in list(self.running.items()):
            state = _state(run_id)
            if state is not None and not state.is_final():
                continue
            fresh = self._fresh()
            spent = self._spent(shard)
            is_whole = all(row.id in fresh for row in shard.rows)
            if is_whole or shard.attempt >= ATTEMPTS or (state is not None and (state.name == REFUSED or state.is_cancelled())):
                self._take(shard, fresh, state)
            else:
                ended = state.name if state else "its run is deleted"
                self._log.warning("shard %s (%s) is handed out again", shard.number, ended)
                self.waiting.append(shard)
            del self.running[run_id]
            if self._usd is not None:
                self._usd += (shard.usd or 0.0) - spent

    def _take(self, shard: Shard, fresh: dict[str, Outcome], state: State[Any] | None) -> None:
        """The outcomes of a shard; a row that has none failed with its shard, and is journalled here."""
        lost = [row for row in shard.rows if row.id not in fresh]
        if lost:
            self._log.error("shard %s: %s of %s rows have no outcome", shard.number, len(lost), len(shard.rows))
            with Journal(self.settings.journals, self.batch.batch_id or "", self.settings.shared_journals) as journal:
                for row in lost:
                    fresh[row.id] = _lost(row, state)
                    write_outcome(journal, fresh[row.id], self.batch.batch_id)
        for row in shard.rows:
            self.found[row.id] = fresh[row.id]
            self.told(fresh[row.id])

    def _fresh(self) -> dict[str, Outcome]:
        """Rows of the batch with an outcome of this attempt."""
        rows = self._read(_ROWS)
        new = [row for row in rows if self._known.get(row[0]) != row[1]]
        return {row[0]: Outcome(**dict(zip(_COLUMNS, (row[0], *row[2:]), strict=True))) for row in new}

    def _share(self, shard: Shard) -> float | None:
        """An even part of what is left; what a shard leaves goes to those after it."""
        if self._usd is None:
            return None
        return max(self._usd, 0.0) * len(shard.rows) / sum(len(one.rows) for one in self.waiting)

    def _spent(self, shard: Shard) -> float:
        """What a shard cost. A row whose cost is not known counts with its share.

        Of a shard that was lost, so do as many rows without an end as are built at a time.
        """
        if shard.usd is None:
            return 0.0
        costs = dict(self._read(_SPENT))
        each = shard.usd / len(shard.rows)
        ended = [costs[row.id] for row in shard.rows if row.id in costs]
        in_flight = min(len(shard.rows) - len(ended), self.batch.jobs or os.cpu_count() or 1)
        return sum(each if cost is None else cost for cost in ended) + each * in_flight

    def _read(self, query: str) -> list[tuple[Any, ...]]:
        with ledger(self.settings) as connection:
            return connection.execute(query, {"batch": self.batch.batch_id}).fetchall()


def _when(attempt: int) -> datetime:
    """Now; a shard that was lost after a while that doubles, stretched at random so that many do not come back at once."""
    wait = FIRST_RETRY * 2 ** (attempt - 1) * random.uniform(1, 1.5) if attempt else 0.0  # noqa: S311  no secret
    return datetime.now(UTC) + timedelta(seconds=wait)


def _state(run_id: UUID) -> State[Any] | None:
    """Where a run stands; `None` where somebody deleted it."""
    try:
        with get_client(sync_client=True) as client:
            return client.read_flow_run(run_id).state
    except ObjectNotFound:
        return None


def _lost(row: Row, state: State[Any] | None) -> Outcome:
    """The outcome of a row that ended with its shard."""
    found = f"a shard that ended as {state.name}" if state is not None else "a shard whose run was deleted"
    if state is not None and state.name == REFUSED and state.message:
        found += f" ({state.message[:200]})"
    remedy = "`playbook rerun --failed` tries it again"
    error = f"shard.lost: found {found}; wanted one that ends; {remedy}"
    return Outcome(id=row.id, status="failed", error_code="shard.lost", error=error, cost_usd=None)
