"""The command `batch`: many rows, their progress, and what came of them."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from playbook.commands.application import amount, application, settings
from playbook.errors import Refusal
from playbook.locations import Location, below

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

FAILURES = 3
"""Exit code of a batch some of whose rows were not delivered."""


def build_rows(  # noqa: PLR0913  the options of the command
    manifest: Location,
    *,
    out: Location,
    model: str | None,
    on: date,
    budget: float | None,
    jobs: int | None,
    gate: str | None,
    is_dry: bool,
    as_json: bool,
) -> int:
    """Build every row of a manifest, or foresee it."""
    chosen = settings()
    if jobs is not None and jobs < 1:
        raise Refusal("jobs.invalid", found=str(jobs), wanted="1 or more", remedy="correct --jobs")
    application("flows.publication").check_folder(out)
    batch = application("flows.build_batch").Batch(
        manifest=_rows_of(manifest),
        out=out,
        model=model or chosen.model,
        on=on,
        budget=amount(budget) if budget is not None else None,
        jobs=jobs,
        gate=gate or chosen.gate,
    )
    if is_dry:
        return foresee(batch, as_json=as_json)
    return carry_out(batch, as_json=as_json)


def carry_out(batch: Any, *, as_json: bool) -> int:  # noqa: ANN401  a batch of the application code
    """Build a batch and print what came of it; exit code 3 where a row was not delivered or the batch is held."""
    code, record = carried_out(batch, is_listed=not as_json)
    if as_json:
        print(json.dumps(record, indent=1))
    return code


def carried_out(batch: Any, *, is_listed: bool) -> tuple[int, dict[str, Any]]:  # noqa: ANN401  as above
    """Build a batch and tell of it on stderr: the exit code, and what came of it for machines.

    `is_listed` prints the folders that were published.
    """
    chosen = settings()
    if chosen.prefect_api():
        done = _as_flow_run(batch)
    else:
        with progress(len(batch.rows)) as told:
            done = application("flows.build_batch").build_batch(batch, chosen, told=told)
    delivered = [outcome.id for outcome in done.outcomes if outcome.status == "delivered"]
    # with a row that was mended, those are published that waited for it
    waited = [row_id for row_id in (done.settled.published if done.settled else ()) if row_id not in delivered]
    if is_listed:
        for row_id in dict.fromkeys((*delivered, *waited)):
            print(below(batch.out, row_id))
    ran, found = (sum(getattr(outcome, name) for outcome in done.outcomes) for name in ("executed", "cached"))
    counts = ", ".join(f"{n} {status}" for status, n in done.counts.items() if n or status == "delivered")
    print(f"batch {done.batch_id}: {counts}; {ran} stages ran, {found} were there already", file=sys.stderr)
    if waited:
        print(f"{len(waited)} that waited for the batch {'is' if len(waited) == 1 else 'are'} published", file=sys.stderr)
    if done.unreported:
        print(f"no report: {done.unreported}", file=sys.stderr)
    _tell_of_gate(done)
    if done.is_delivered and not done.is_held:
        return 0, _record(done)
    print(f"why: playbook runs --failed --batch {done.batch_id}", file=sys.stderr)
    return FAILURES, _record(done)


def _record(done: Any) -> dict[str, Any]:  # noqa: ANN401  as above
    """What came of a batch, for machines."""
    rows = [outcome.model_dump(exclude={"ends"}) for outcome in done.outcomes]
    gate = {"decision": done.settled.decision, "why": done.settled.why} if done.settled else None
    return {"batch": done.batch_id, "planned": len(rows), **done.counts, "gate": gate, "rows": rows}


def _tell_of_gate(done: Any) -> None:  # noqa: ANN401  as above
    """What was decided of the batch as a whole, on stderr; nothing where its expectations are met."""
    settled = done.settled
    if settled is None or settled.decision == "met":
        return
    if settled.decision == "held":
        print(f"held, what passed is not published: {settled.why}", file=sys.stderr)
        print(f"to publish it all the same: playbook release {done.batch_id} --why TEXT", file=sys.stderr)
    elif settled.decision == "alarm":
        print(f"alarm: {settled.why}", file=sys.stderr)
    else:
        print(f"expectations were not judged: {settled.why}", file=sys.stderr)


def _as_flow_run(batch: Any) -> Any:  # noqa: ANN401  as above
    """What came of a batch that Prefect keeps a record of."""
    flows = application("flows.orchestrated_batch")
    if batch.batch_id is not None:
        return flows.rerun_batch(batch.batch_id, from_stage=batch.again_from)
    files = str(batch.manifest.path), str(batch.out)
    return flows.build_batch(*files, model=batch.model, budget=batch.budget, on=batch.on, jobs=batch.jobs, gate=batch.gate)


@contextmanager
def progress(total: int) -> Iterator[Callable[[Any], None]]:
    """What is to be told of each row: a bar with rate and remaining time on a terminal, a line a row elsewhere."""
    if not sys.stderr.isatty():
        done = 0

        def line(outcome: Any) -> None:  # noqa: ANN401  an outcome of the application code
            nonlocal done
            done += 1
            why = f": {outcome.error}" if outcome.error else f", {outcome.executed} stages ran"
            print(f"{done}/{total} {outcome.id} {outcome.status}{why}", file=sys.stderr, flush=True)

        yield line
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[troubled]} not delivered"),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("rows", total=total, rate="", troubled=0)
        troubled = 0

        def advance(outcome: Any) -> None:  # noqa: ANN401  as above
            nonlocal troubled
            if outcome.error:
                troubled += 1
                bar.console.print(f"{outcome.id} {outcome.status}: {outcome.error}", markup=False, highlight=False)
            bar.advance(task)
            speed = bar.tasks[0].speed
            bar.update(task, troubled=troubled, rate=f"{speed * 60:.1f} a minute" if speed else "")

        yield advance


def foresee(batch: Any, *, as_json: bool) -> int:  # noqa: ANN401  as above
    """Print what a batch would do."""
    chosen = settings()
    forecast = application("flows.forecast").forecast(batch, chosen)
    if as_json:
        print(json.dumps(forecast.as_dict(), indent=1))
        return 0
    for row in forecast.rows:
        print(row)
    print(forecast)
    return 0


def _rows_of(path: Location) -> Any:  # noqa: ANN401  as above
    """The rows of a manifest; all its faults go to stderr before it is refused."""
    manifests = application("flows.manifest")
    try:
        return manifests.read_manifest(path)
    except manifests.ManifestInvalid as invalid:
        print(*invalid.faults, sep="\n", file=sys.stderr)
        raise
