"""Batches as Prefect flows. Imported only where Prefect is in use.

The rows are built here, or handed out as shards to the workers of a work pool. Records of task runs may be lost, the
ledger's are not. Parameters and logs hold ids and codes, and nothing of a candidate.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from prefect import flow

from flows.batch_announcement import Progress, announce
from flows.build_batch import Batch, Done, build_rows, recorded
from flows.distribution import SHARD_DEPLOYMENT, Distribution, Spreading
from flows.gate import Gate
from flows.manifest import read_manifest
from flows.orchestrated_rows import in_task_runs
from flows.rerun import undelivered
from playbook.commands.ledger import batch_of
from playbook.locations import located
from playbook.settings import Settings
from playbook.store.ledger import ledger


@flow(name="build-batch", retries=0, validate_parameters=True)
def build_batch(  # noqa: PLR0913  the interface has as many options
    manifest: str,
    out: str,
    model: str | None = None,
    budget: float | None = None,
    on: date | None = None,
    jobs: int | None = None,
    gate: Gate | None = None,
    workers: int | None = None,
    shard_rows: int | None = None,
    shard_deployment: str = SHARD_DEPLOYMENT,
) -> Done:
    """Build a playbook for every row of a manifest below `out`; rows that are not delivered do not fail the run.

    Runs when it is called or deployed as `build-batch`. Running it again executes only the stages whose inputs changed
    or that failed. With the gate `hold`, files appear when the batch as a whole has met its expectations. With `workers`, so
    many shards of `shard_rows` rows at a time are runs of `shard_deployment`, and this run builds none itself; manifest, the
    files that it names and `out` are at the same path on all of them.
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
    return _carried_out(batch, settings, Spreading(workers, shard_rows, shard_deployment))


@flow(name="rerun-batch", retries=0, validate_parameters=True)
def rerun_batch(
    batch_id: str = "last",
    from_stage: str | None = None,
    workers: int | None = None,
    shard_rows: int | None = None,
    shard_deployment: str = SHARD_DEPLOYMENT,
) -> Done:
    """Build the rows of a batch that were not delivered, from its manifest as it is now. Deployed as `rerun-batch`.

    `last` is the newest batch; `workers` and what follows are as for `build-batch`.
    """
    settings = Settings()
    with ledger(settings) as connection:
        batch = undelivered(connection, batch_of(connection, batch_id), from_stage)
    return _carried_out(batch, settings, Spreading(workers, shard_rows, shard_deployment))


def _carried_out(batch: Batch, settings: Settings, spreading: Spreading) -> Done:
    spreading.check()
    with Progress(len(batch.rows)) as progress:
        if spreading.workers is None:
            spread = partial(in_task_runs, model=batch.model)
            done = recorded(batch, settings, partial(build_rows, settings=settings, told=progress.told, spread=spread))
        else:
            build = partial(Distribution.of, settings=settings, spreading=spreading, told=progress.told)
            done = recorded(batch, settings, build)
    announce(batch, done)
    return done
