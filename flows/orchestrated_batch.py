"""Batches as Prefect flows: a flow run a shard, in it a task run a playbook. Imported only where Prefect is in use.

What a row does is the same function as without Prefect, in the same processes; records of task runs may be lost, the
ledger's are not. Parameters and logs hold ids and codes, and nothing of a candidate.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.futures import wait
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.states import Completed, Failed
from prefect.task_runners import ThreadPoolTaskRunner

from flows.batch_report import REPORT
from flows.batch_row import Outcome
from flows.build_batch import Batch, Done
from flows.build_batch import build_batch as build_rows
from flows.gate import Gate
from flows.manifest import Row, read_manifest
from flows.rerun import undelivered
from playbook.commands.ledger import batch_of
from playbook.locations import below, link, located
from playbook.settings import Settings
from playbook.store.ledger import ledger

SHARD = 500
"""Rows of a flow run."""
LISTED = 100
"""Rows that the table of those not delivered has; the ledger has all."""


@flow(name="build-batch", retries=0, validate_parameters=True)
def build_batch(  # noqa: PLR0913  parameters of a deployment
    manifest: str,
    out: str,
    model: str | None = None,
    budget: float | None = None,
    on: date | None = None,
    jobs: int | None = None,
    gate: Gate | None = None,
) -> Done:
    """Build a playbook for every row of a manifest below `out`; rows that are not delivered do not fail the run.

    Runs when it is called or deployed as `build-batch`. Running it again executes only the stages whose inputs changed
    or that failed. With the gate `hold`, files appear when the batch as a whole has met its expectations.
    """
    settings = Settings()
    batch = Batch(
        manifest=read_manifest(located(manifest)),
        out=located(out),
        model=model or settings.model,
        on=on or date.today(),  # noqa: DTZ011  the user's day
        budget=budget,
        jobs=jobs,
        gate=gate or settings.gate,
    )
    return _carried_out(batch, settings)


@flow(name="rerun-batch", retries=0, validate_parameters=True)
def rerun_batch(batch_id: str, from_stage: str | None = None) -> Done:
    """Build the rows of a batch that were not delivered, from its manifest as it is now. Deployed as `rerun-batch`."""
    settings = Settings()
    with ledger(settings) as connection:
        batch = undelivered(connection, batch_of(connection, batch_id), from_stage)
    return _carried_out(batch, settings)


def _carried_out(batch: Batch, settings: Settings) -> Done:
    log = get_run_logger()

    def told(outcome: Outcome) -> None:
        log.info("%s %s %s", outcome.id, outcome.status, outcome.error_code or f"{outcome.executed} stages ran")

    done = build_rows(batch, settings, told=told, spread=in_task_runs)
    _announce(batch, done)
    return done


def in_task_runs(build: Callable[[Row], Outcome], rows: Sequence[Row], jobs: int) -> None:
    """A flow run for each shard, whose task runs take the rows, so many at a time.

    Neither takes parameters: rows name people, and Prefect would keep them.
    """

    @task(name="build-row", cache_policy=NO_CACHE, persist_result=False)
    def build_row(position: int) -> State[Any]:
        outcome = build(rows[position])
        if outcome.status in ("delivered", "passed"):
            return Completed(message=f"{outcome.id}: {outcome.executed} stages ran")
        return Failed(message=f"{outcome.id}: {outcome.status}, {outcome.error_code}")

    runner: Any = ThreadPoolTaskRunner(max_workers=jobs)  # its type is not the one that the decorator asks for

    @flow(name="build-shard", persist_result=False, task_runner=runner)
    def build_shard(first: int, count: int) -> None:
        wait([build_row.submit(position) for position in range(first, first + count)])

    # A heartbeat costs each of these runs a second; the run around them has one.
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        for first in range(0, len(rows), SHARD):
            build_shard(first, min(SHARD, len(rows) - first))


def _announce(batch: Batch, done: Done) -> None:
    """What came of the batch, as artifacts of the flow run."""
    lines = "\n".join(f"| {status} | {n} |" for status, n in done.counts.items())
    if done.settled is not None:
        lines += f"\n\nThe batch as a whole: **{done.settled.decision}**. {done.settled.why or ''}"
    create_markdown_artifact(f"| rows | of {len(done.outcomes)} |\n|---|---|\n{lines}", key="batch", description=done.batch_id)
    rows = [
        {"row": one.id, "status": one.status, "cause": one.error_code, "run": one.run_id}
        for one in done.outcomes
        if one.status != "delivered"
    ]
    create_table_artifact(rows[:LISTED], key="batch-not-delivered", description=f"{len(rows)} rows of batch {done.batch_id}")
    report = link(below(batch.out, REPORT))
    create_link_artifact(report, link_text=REPORT, key="batch-report", description=done.batch_id)
