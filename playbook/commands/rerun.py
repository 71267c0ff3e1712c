"""The command `rerun`: a run again, or whatever failed."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from playbook.commands.application import application, settings
from playbook.commands.batch import FAILURES, carried_out
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
    return _failed(batch, chosen, from_stage, as_json=as_json)


def _failed(batch: str | None, chosen: Settings, from_stage: str | None, *, as_json: bool) -> int:
    """Run again what was not delivered, of one batch or at all. As JSON it is one document: that of the batch, or of all."""
    again = application("flows.rerun")
    with ledger(chosen) as connection:
        singles = [] if batch else again.failed_runs(connection)
        batches = [batch_of(connection, one) for one in ([batch] if batch else again.failed_batches(connection))]
    runs: list[dict[str, Any]] = []
    rest: list[dict[str, Any]] = []
    codes = []
    try:
        runs.extend(_record_of(single, chosen, from_stage) for single in singles)
        for found in batches:
            code, record = _rest_of(found, chosen, from_stage, is_listed=not as_json)
            codes.append(code)
            rest.append(record)
    finally:  # what ended is told of, also where the next one ends the command
        if as_json and batch is None:
            print(json.dumps({"runs": runs, "batches": rest}, default=str, indent=1))
        elif as_json and rest:
            print(json.dumps(rest[0], indent=1))
    print(f"{len(singles)} runs and {len(batches)} batches were run again", file=sys.stderr)
    return 0 if all(one["delivered"] for one in runs) and not any(codes) else FAILURES


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
    if earlier.is_withheld:
        print(f"not published: batch {earlier.batch.batch_id} is held, or not judged yet", file=sys.stderr)
    elif earlier.out is not None:
        print(*(below(earlier.out, name) for name in built.rendering.files), sep="\n")
    return 0


def _record_of(
    earlier: Any,  # noqa: ANN401  of the application code
    chosen: Settings,
    from_stage: str | None,
) -> dict[str, Any]:
    """What came of a run that had failed, for machines; for people it goes to stderr."""
    try:
        built = application("flows.rerun").run_again(earlier, chosen, again_from=from_stage)
    except PlaybookError as error:
        print(f"{earlier.run_id}: {error}", file=sys.stderr)
        why = {"error_code": error.code, "error": str(error)}
        return {"run": earlier.run_id, "earlier": earlier.run_id, "delivered": False, **why}
    print(f"{earlier.run_id}: delivered, {built.executed} stages ran", file=sys.stderr)
    ran = {"executed": built.executed, "cached": built.cached, "out": earlier.out}
    return {"run": built.run_id, "earlier": earlier.run_id, "delivered": True, **ran}


def _rest_of(found: dict[str, Any], chosen: Settings, from_stage: str | None, *, is_listed: bool) -> tuple[int, dict[str, Any]]:
    """Build what is left of a batch: the exit code, and what came of it for machines."""
    try:
        with ledger(chosen) as connection:
            batch = application("flows.rerun").undelivered(connection, found, from_stage)
    except Refusal as refusal:
        print(*getattr(refusal, "faults", ()), sep="\n", file=sys.stderr)
        print(f"batch {found['batch_id']}: {refusal}", file=sys.stderr)
        return FAILURES, {"batch": found["batch_id"], "error_code": refusal.code, "error": str(refusal)}
    return carried_out(batch, is_listed=is_listed)
