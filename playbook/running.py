"""The part of the command line for nights and mornings: `batch`, `runs`, `show`, `rerun`, `diff`, `ledger`.

The rest stands in `playbook.cli`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from playbook.commands.application import day
from playbook.measuring import Json


def add_to(app: App) -> None:
    """Add the commands to the command line."""
    for command in (batch, runs, show, rerun, diff):
        app.command(command)
    ledger = App(name="ledger", help="The ledger: an index over the journals of every run.")
    ledger.command(rebuild)
    app.command(ledger)


def batch(  # noqa: PLR0913  options of a command
    manifest: str,
    *,
    out: str,
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
        A .csv, .jsonl or .parquet, or the URL of one, with the columns id, resume, job, company and, optionally, role, name,
        answers, model.
    out
        Folder or URL for the playbooks, each in a folder named by its id.
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
    from playbook.locations import located

    return build_rows(
        located(manifest),
        out=located(out),
        model=model,
        on=day(on),
        budget=budget,
        jobs=jobs,
        is_dry=dry_run,
        as_json=json,
    )


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


def rerun(
    run: str | None = None,
    *,
    failed: Annotated[bool, Parameter(name="--failed", negative="")] = False,
    batch: str | None = None,
    from_stage: Annotated[str | None, Parameter(name="--from")] = None,
    json: Json = False,
) -> int:
    """Run again: exactly the stages that failed, or whose inputs, code, packs or program changed.

    Parameters
    ----------
    run
        Id of a run, or its first characters: it is built again from what it was asked for.
    failed
        Instead of one run, all that were refused, held or failed; rows of a batch from its manifest, as it is now.
    batch
        Only the rows of this batch; `last` for the newest.
    from_stage
        A stage that runs again, and with it what depends on it, although nothing changed.
    """
    from playbook.commands.rerun import run_again

    return run_again(run, failed=failed, batch=batch, from_stage=from_stage, as_json=json)


def diff(a: Path, b: Path, *, json: Json = False) -> int:
    """Show what changed between two versions of a playbook: fit, requirements, stories, questions, sentences, checks.

    Parameters
    ----------
    a
        A `playbook.json`, the `playbook.pdf` that has it attached, or the folder of a build.
    b
        The same of the other version.
    """
    from playbook.commands.diff import compare_playbooks

    return compare_playbooks(a, b, as_json=json)


def rebuild(*, json: Json = False) -> int:
    """Make the ledger anew from the journals, which stay as they are."""
    from playbook.commands.ledger import rebuild_ledger

    return rebuild_ledger(as_json=json)
