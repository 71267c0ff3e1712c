"""A shard of a batch as a flow: some rows of a manifest, on whichever machine takes the run.

It is the same function as for a whole batch, on fewer rows. Who hands shards out, and what becomes of one that is lost, is
for `flows.distribution`. Imported only where Prefect is in use.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from prefect import flow, get_run_logger
from prefect.client.schemas.objects import State
from prefect.states import Failed

from flows.build_batch import Batch, build_rows
from flows.gate import Gate
from flows.manifest import Manifest, read_manifest
from flows.orchestrated_rows import in_task_runs
from flows.row_request import Outcome
from playbook.collecting import collect_seldom
from playbook.errors import Refusal
from playbook.locations import Location, located
from playbook.settings import Settings

REFUSED = "Refused"
"""State of a shard that this machine cannot build, and no other can that sees the same files."""


@flow(name="build-shard", retries=0, validate_parameters=True)
def build_shard(  # noqa: PLR0913  what a shard is
    manifest: str,
    manifest_sha: str,
    out: str,
    batch_id: str,
    positions: list[int],
    model: str,
    on: date,
    budget: float | None = None,
    jobs: int | None = None,
    again_from: str | None = None,
    gate: Gate = "off",
) -> State[Any] | None:
    """Build the rows at these positions of a manifest, counted from 0. Deployed as `build-shard`, started by `build-batch`.

    Rows that are not delivered do not fail the run; with the gate `hold` they wait in the store, and the batch publishes them.
    It ends as `Refused` where this machine does not see the manifest that the batch was started with.
    """
    collect_seldom()
    settings = Settings()
    try:
        read = _unchanged(located(manifest), manifest_sha)
        only = frozenset(read.rows[position].id for position in positions)
        batch = Batch(read, located(out), model, on, budget, jobs, only, batch_id, again_from, gate)
        log = get_run_logger()

        def told(outcome: Outcome) -> None:
            log.info("%s %s %s", outcome.id, outcome.status, outcome.error_code or f"{outcome.executed} stages ran")

        build_rows(batch, settings, told=told, spread=partial(in_task_runs, model=model))
    except Refusal as refusal:
        return Failed(name=REFUSED, message=str(refusal))
    return None


def _unchanged(path: Location, sha256: str) -> Manifest:
    """The manifest that the batch was started with: in another one, the positions are of other rows."""
    read = read_manifest(path)
    if read.sha256 != sha256:
        raise Refusal(
            "manifest.changed",
            found=f"{path}: {read.sha256[:12]}",
            wanted=f"{sha256[:12]}, as when the batch was started",
            remedy="start the batch again",
        )
    return read
