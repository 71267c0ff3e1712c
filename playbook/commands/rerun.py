"""The command `rerun`: a run again, or whatever failed."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from playbook.commands.application import application, settings
from playbook.commands.batch import FAILURES, carry_out
from playbook.commands.ledger import batch_of
from playbook.errors import PlaybookError, Refusal
from playbook.locations import below
from playbook.store.ledger import ledger

if TYPE_CHECKING:
    from playbook.settings import Settings


def run_again(run: str | None, *, failed: bool, batch: str | None, from_stage: str | None, as_json: bool) -> int:
    """Run one run again, or everything that was not delivered; exit code 3 where some of it still is not."""
    if (run is None) != failed or (batch is not None and not failed):
        raise Refusal(
            "rerun.ambiguous",
            found=f"run {run!r}" if run else "no run" + (" and --batch without --failed" if batch else ""),
            wanted="the id of a run, or --failed, with --batch for one batch",
            remedy="`playbook runs --failed` lists what failed",
        )
    again = application("flows.rerun")
    if from_stage is not None:
        again.check_stage(from_stage)
    chosen = settings()
    if run is not None:
        return _one(run, chosen, from_stage, as_json=as_json)
    with ledger(chosen) as connection:
        singles = [] if batch else again.failed_runs(connection)
        batches = [batch_of(connection, one) for one in ([batch] if batch else again.failed_batches(connection))]
    still = sum(not _delivered(single, chosen, from_stage) for single in singles)
    for found in batches:
        still += _rest_of(found, chosen, from_stage, as_json=as_json)
    print(f"{len(singles)} runs and {len(batches)} batches were run again", file=sys.stderr)
    return FAILURES if still else 0


def _one(run: str, chosen: Settings, from_stage: str | None, *, as_json: bool) -> int:
    again = application("flows.rerun")
    with ledger(chosen) as connection:
        earlier = again.earlier_run(connection, run)
    built = again.run_again(earlier, chosen, again_from=from_stage)
    total = built.executed + built.cached
    if as_json:
        print(
            json.dumps(
                {"run": built.run_id, "executed": built.executed, "cached": built.cached, "out": earlier.out}, default=str
            )
        )
        return 0
    print(f"run {built.run_id}: {built.executed} of {total} stages ran", file=sys.stderr)
    if earlier.out is not None:
        print(*(below(earlier.out, name) for name in built.rendering.files), sep="\n")
    return 0


def _delivered(earlier: Any, chosen: Settings, from_stage: str | None) -> bool:  # noqa: ANN401  of the application code
    """Whether a run that had failed is delivered now; why not goes to stderr."""
    try:
        built = application("flows.rerun").run_again(earlier, chosen, again_from=from_stage)
    except PlaybookError as error:
        print(f"{earlier.run_id}: {error}", file=sys.stderr)
        return False
    print(f"{earlier.run_id}: delivered, {built.executed} stages ran", file=sys.stderr)
    return True


def _rest_of(found: dict[str, Any], chosen: Settings, from_stage: str | None, *, as_json: bool) -> bool:
    """Build what is left of a batch; whether some of it still is not delivered."""
    try:
        with ledger(chosen) as connection:
            batch = application("flows.rerun").undelivered(connection, found, from_stage)
    except Refusal as refusal:
        print(*getattr(refusal, "faults", ()), sep="\n", file=sys.stderr)
        print(f"batch {found['batch_id']}: {refusal}", file=sys.stderr)
        return True
    return bool(carry_out(batch, as_json=as_json))
