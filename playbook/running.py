"""The part of the command line for nights and mornings: `batch`, `runs`, `show`. The rest stands in `playbook.cli`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from playbook.commands.application import day
from playbook.measuring import Json


def add_to(app: App) -> None:
    """Add the commands to the command line."""
    for command in (batch, runs, show):
        app.command(command)


def batch(  # noqa: PLR0913  options of a command
    manifest: Path,
    *,
    out: Path,
    model: str | None = None,
    on: Annotated[str | None, Parameter(name="--date")] = None,
    budget: float | None = None,
    jobs: int | None = None,
    dry_run: Annotated[bool, Parameter(name="--dry-run", negative="")] = False,
    json: Json = False,
) -> int:
    """Build a playbook for every row of a manifest; one bad row never stops the others.

    Exit code 0: all are delivered; 2: the manifest is refused, and nothing ran; 3: some rows were refused, held or
    failed, the others are delivered.

    Parameters
    ----------
    manifest
        A .csv, .jsonl or .parquet with the columns id, resume, job, company and, optionally, role, name, answers, model.
    out
        Folder for the playbooks, each in a folder named by its id.
    model
        Of the rows that name none: `embedded`, or any name that `dspy.LM` takes. Default: PLAYBOOK_MODEL.
    on
        Day for which the playbooks are made, as YYYY-MM-DD. Default: today.
    budget
        USD that the model may cost for all rows together.
    jobs
        Rows at a time. Default: one for each processor.
    dry_run
        Build nothing; show what would run, what is there already, and what it may take and cost.
    """
    from playbook.commands.batch import build_rows

    return build_rows(manifest, out=out, model=model, on=day(on), budget=budget, jobs=jobs, is_dry=dry_run, as_json=json)


def runs(*, failed: bool = False, batch: str | None = None, since: str | None = None, json: Json = False) -> int:
    """List what ran, what it cost, what failed and why.

    Parameters
    ----------
    failed
        Only runs that were refused, held or failed.
    batch
        Only the rows of this batch, by its id or the first characters of it; `last` for the newest.
    since
        Only runs that ended on or after this day, as YYYY-MM-DD.
    """
    from playbook.commands.ledger import list_batch, list_runs

    from_day = day(since) if since else None
    if batch is not None:
        return list_batch(batch, failed=failed, as_json=json)
    return list_runs(failed=failed, since=from_day, as_json=json)


def show(run: str, *, json: Json = False) -> int:
    """Show one run: stages, checks, artifacts, lineage.

    Parameters
    ----------
    run
        Id of the run, or its first characters.
    """
    from playbook.commands.ledger import show_run

    return show_run(run, as_json=json)
