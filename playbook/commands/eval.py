"""The commands `eval` and `labelled`: how good a stage or the pipeline is, on which text, and whether labellers agree."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from playbook.commands.application import application, settings
from playbook.store.evals import eval_store

if TYPE_CHECKING:
    from pathlib import Path


def evaluate_split(  # noqa: PLR0913  the options of the command
    *,
    stage: str | None,
    split: str,
    model: str | None,
    program: str | None,
    judge: str | None,
    jobs: int | None,
    report: Path | None,
    as_json: bool,
) -> int:
    """Run, store and print; exit code 1 where an example failed."""
    from rich.progress import Progress

    chosen = settings()
    name = model or chosen.model
    with Progress(transient=True, disable=not sys.stderr.isatty(), console=_to_stderr()) as bar:
        task = bar.add_task(f"{stage or 'the pipeline'} on {split}", total=None)

        def told(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)
            if not sys.stderr.isatty() and (done == total or done % 10 == 0):
                print(f"playbook: {done} of {total} pairs", file=sys.stderr)

        found = application("evals.evaluate").evaluate(
            stage, split, model=name, settings=chosen, program=program, judge=judge, jobs=jobs, progress=told
        )
    return show_run(found.run_id, report=report, as_json=as_json)


def show_run(run: str, *, report: Path | None, as_json: bool) -> int:
    """Print a run of the store; exit code 1 where an example failed."""
    runs, summary = application("evals.runs"), application("evals.summary")
    with eval_store(settings()) as store:
        found = summary.summarise(runs.find_run(store, run))
    if report:
        application("evals.reports.page").write_summary(found, report)
        print(f"playbook: {report}", file=sys.stderr)
    if as_json:
        print(json.dumps(application("evals.reports.records").summary(found), ensure_ascii=False, indent=1))
    else:
        terminal = application("evals.reports.terminal")
        terminal.print_summary(found, terminal.console())
    return 1 if found.errors else 0


def list_runs(*, as_json: bool) -> int:
    """Print every eval run, newest first."""
    with eval_store(settings()) as store:
        rows = application("evals.runs").all_runs(store)
    if as_json:
        print(json.dumps(rows, default=str, indent=1))
        return 0
    terminal = application("evals.reports.terminal")
    columns = (
        "run_id",
        "stage",
        "split",
        "release",
        "model",
        "program",
        "status",
        "started_at",
        "examples",
        "failed",
        "cost_usd",
    )
    shown = [tuple(_cell(row[column]) for column in columns) for row in rows]
    terminal.console().print(terminal.table("Eval runs", [name.replace("_", " ") for name in columns], shown, left=8))
    return 0


def show_agreement(*, as_json: bool) -> int:
    """Print how far labellers agree, on the text as it stands."""
    release = application("evals.labelled.release").current()
    found = application("evals.agreement").agreement(release)
    if as_json:
        print(json.dumps(application("evals.reports.records").agreements(release, found), ensure_ascii=False, indent=1))
        return 0
    terminal = application("evals.reports.terminal")
    to = terminal.console()
    to.print(f"{release.name}, {sum(item.second is not None for item in release.items)} of {len(release.items)} pairs\n")
    terminal.print_agreement(found, to)
    return 0


def show_writings(*, as_json: bool) -> int:
    """Print which faults of bad writings the free checks catch."""
    release = application("evals.labelled.release").current()
    found = application("evals.calibration").calibrate(release, settings())
    if as_json:
        print(json.dumps(application("evals.reports.records").writings(release, found), ensure_ascii=False, indent=1))
        return 0
    terminal = application("evals.reports.terminal")
    terminal.print_writings(found, terminal.console())
    return 0


def make_release(note: str, *, as_json: bool) -> int:
    """Number the text of the labelled set as it stands, and load it."""
    release, is_new = application("evals.labelled.release").make_release(note)
    with eval_store(settings()) as store:
        application("evals.labelled.loading").load(store, release)
    if as_json:
        print(json.dumps({"release": release.name, "content": release.sha, "pairs": len(release.items), "is_new": is_new}))
        return 0
    print(f"{release.name}: {len(release.items)} pairs, {release.sha[:12]}{'' if is_new else ', unchanged'}")
    return 0


def show_labelled(*, as_json: bool) -> int:
    """Print the releases, and what the text of today holds."""
    module = application("evals.labelled.release")
    release = module.current()
    record = application("evals.reports.records").labelled(release, module.recorded())
    if as_json:
        print(json.dumps(record, ensure_ascii=False, indent=1))
        return 0
    terminal = application("evals.reports.terminal")
    to = terminal.console()
    rows = [(str(one["release"]), one["content"][:12], str(one["joined"]), one["note"]) for one in record["releases"]]
    to.print(terminal.table("Releases", ("number", "content", "pairs joined", "note"), rows, left=4))
    to.print(f"\ntext of today: {release.name}\n")
    to.print(terminal.table("Pairs", ("split", *record["counts"]["train"]), _counts(record["counts"])))
    return 0


def _counts(counts: dict[str, dict[str, int]]) -> list[tuple[str, ...]]:
    return [(split, *(f"{count:,}" for count in row.values())) for split, row in counts.items()]


def _cell(value: Any) -> str:  # noqa: ANN401  whatever a column holds
    return "" if value is None else f"{value:%Y-%m-%d %H:%M}" if hasattr(value, "hour") else str(value)[:36]


def _to_stderr() -> Any:  # noqa: ANN401  rich is imported where it is used
    from rich.console import Console

    return Console(stderr=True)
