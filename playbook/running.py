"""The part of the command line for nights and mornings: batches, their runs, what is run again, let go or forgotten.

The rest stands in `playbook.cli`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from playbook.commands.application import day
from playbook.measuring import Json


def add_to(app: App) -> None:
    """Add the commands to the command line."""
    for command in (batch, runs, show, rerun, release, diff, erase):
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
    gate: Literal["off", "alarm", "hold"] | None = None,
    dry_run: Annotated[bool, Parameter(name="--dry-run", negative="")] = False,
    json: Json = False,
) -> int:
    """Build a playbook for every row of a manifest; one bad row never stops the others.

    Exit code 0: all are delivered; 2: the manifest is refused, and nothing ran; 3: some rows were refused, held or
    failed, the others are delivered; or the whole batch is held.

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
    gate
        What becomes of the expectations of the batch as a whole (extra `gx`): `alarm` tells of those that are not met,
        `hold` publishes nothing before the critical ones are met, `off` judges nothing. Default: PLAYBOOK_GATE, `alarm`.
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
        gate=gate,
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
        Only runs, or rows of the batch, that ended on or after this day, as YYYY-MM-DD.
    """
    from playbook.commands.ledger import list_batch, list_runs

    from_day = day(since) if since else None
    if batch is not None:
        return list_batch(batch, failed=failed, since=from_day, as_json=json)
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


def release(batch: str, *, why: str, by: str | None = None, json: Json = False) -> int:
    """Publish a held batch all the same: every playbook that passed its own checks. Who and why go into the ledger.

    Parameters
    ----------
    batch
        Id of the batch, or its first characters; `last` for the newest.
    why
        Why it may be published.
    by
        Who decides so. Default: the user of this system.
    """
    from playbook.commands.release import release_batch

    return release_batch(batch, why=why, by=by, as_json=json)


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


def erase(  # noqa: PLR0913  options of a command
    *,
    candidate: str | None = None,
    older_than: str | None = None,
    expired: Annotated[bool, Parameter(name="--expired", negative="")] = False,
    all_matches: Annotated[bool, Parameter(name="--all-matches", negative="")] = False,
    outputs: Annotated[bool, Parameter(name="--outputs", negative="")] = False,
    asked_by: str | None = None,
    dry_run: Annotated[bool, Parameter(name="--dry-run", negative="")] = False,
    json: Json = False,
) -> int:
    """Remove a person, or runs older than an age, from everything that is stored; and search whether anything is left.

    Without a person and an age it finishes what was interrupted, and removes again what came back from a copy. Exit code 0:
    nothing is left; 1: something is, and is named; 2: nothing was removed.

    Parameters
    ----------
    candidate
        The person: id of a run, a candidate's key, the file of a resume, a mail address, or a name.
    older_than
        Instead of a person, runs last heard of longer ago than this: 90d, 12w, 6m. Counts, times and costs stay in the ledger.
    expired
        The same with the days of PLAYBOOK_RETENTION_DAYS.
    all_matches
        Everybody whom --candidate may mean, where that is more than one person.
    outputs
        With an age: delivered files, too. A person's always go.
    asked_by
        Who asks for it, for the record: a role or a number, and never the person. Default: the user of the system.
    dry_run
        Remove nothing; list what would go.
    """
    from playbook.commands.erase import erase as carry_out

    return carry_out(
        candidate=candidate,
        older_than=older_than,
        is_expired=expired,
        is_all=all_matches,
        with_outputs=outputs,
        asked_by=asked_by,
        is_dry=dry_run,
        as_json=json,
    )


def rebuild(*, json: Json = False) -> int:
    """Make the ledger anew from the journals, which stay as they are."""
    from playbook.commands.ledger import rebuild_ledger

    return rebuild_ledger(as_json=json)
