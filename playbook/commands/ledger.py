"""The commands `runs`, `show` and `ledger rebuild`: what the ledger knows of runs and batches."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from playbook.commands.application import settings
from playbook.errors import Refusal
from playbook.store.ledger import damaged_journals, ledger, rebuild, returned_journals

if TYPE_CHECKING:
    from datetime import date

    import duckdb

SHOWN = 3
"""Journals that a line names."""
TOKENS = "tokens_in/out"
_RUNS = """
select run_id, status, finished_at, company, role, model, cpu_seconds, tokens_in, tokens_out, calls, cost_usd, error_code,
    error, batch_id, row_id
from ledger.latest
where candidate_key <> 'erased' and (not $failed or status <> 'ok')
    and (cast($since as date) is null or finished_at >= cast($since as date))
order by finished_at desc
"""
_BATCH = """
select * from ledger.batch_latest where starts_with(batch_id, $batch) or $batch = 'last'
order by requested_at desc limit case when $batch = 'last' then 1 else 1000 end
"""
_OUTCOMES = """
select row_id, status, run_id, executed, cached, seconds, cost_usd, error_code, error from ledger.batch_outcome
where batch_id = $batch and (not $failed or status not in ('delivered', 'passed'))
    and (cast($since as date) is null or recorded_at >= cast($since as date))
order by status in ('delivered', 'passed'), row_id
"""
_STAGES = """
with made as (
    select content_key, output_sha, degraded from ledger.stage_run
    where status = 'ok' and content_key in (select content_key from ledger.stage_run where run_id = $run and attempt = $attempt)
    qualify row_number() over (partition by content_key, output_sha order by recorded_at desc) = 1
)
select s.stage, s.status, s.cpu_ms, s.calls, s.tokens_in, s.tokens_out, s.cost_usd, s.output_kind, s.output_sha, s.content_key,
    s.input_shas, s.error_code, s.error, coalesce(m.degraded, s.degraded) as degraded
from ledger.stage_run s
left join made m on s.status = 'cached' and m.content_key = s.content_key and m.output_sha = s.output_sha
where s.run_id = $run and s.attempt = $attempt order by s.recorded_at
"""
"""A stage that was found has the lines that kept the embedded words when it was made, perhaps by another run."""
_CHECKS = """
select stage, rule, engine, severity, ok, n, bad, samples
from ledger.check_result where run_id = $run
qualify row_number() over (partition by stage, rule order by recorded_at desc) = 1
order by recorded_at
"""


def list_runs(*, failed: bool, since: date | None, as_json: bool) -> int:
    """Print the newest attempt of each run."""
    with ledger(settings()) as connection:
        rows = _rows(connection, _RUNS, failed=failed, since=since)
        _tell_of_damage(connection)
    if as_json:
        print(json.dumps(rows, default=str, indent=1))
        return 0
    rows = [{**row, "finished_at": f"{row['finished_at']:%Y-%m-%d %H:%M}"} for row in rows]
    shown = ("run_id", "status", "finished_at", "company", "model", "cpu_seconds", "calls", *_tokens(rows), "cost_usd", "error")
    _table("Runs", shown, rows)
    return 0


def list_batch(batch: str, *, failed: bool, since: date | None, as_json: bool) -> int:
    """Print a batch and what came of its rows last; those that ended before a day are left out.

    Raises `Refusal` for an unknown or ambiguous id.
    """
    with ledger(settings()) as connection:
        _tell_of_damage(connection)  # first: the batch itself may be in such a journal
        found = batch_of(connection, batch)
        rows = _rows(connection, _OUTCOMES, batch=found["batch_id"], failed=failed, since=since)
    if as_json:
        print(json.dumps({"batch": found, "rows": rows}, default=str, indent=1))
        return 0
    counts = ", ".join(f"{found[name] or 0} {name}" for name in ("delivered", "held", "refused", "failed"))
    state = f"ended {found['finished_at']:%Y-%m-%d %H:%M}" if found["finished_at"] else "did not end: it runs, or was stopped"
    print(f"batch {found['batch_id']} of {found['requested_at']:%Y-%m-%d %H:%M}, {state}")
    waiting = f", {found['passed']} passed and wait" if found["passed"] else ""
    print(f"{found['manifest']} -> {found['out']}, {found['planned']} planned: {counts}{waiting}")
    if (decided := gate_state(found)) is not None:
        print(decided)
    _table("Rows", ("row_id", "status", "run_id", "seconds", "error"), rows)
    return 0


def batch_of(connection: duckdb.DuckDBPyConnection, batch: str) -> dict[str, Any]:
    """The newest row of a batch. Raises `Refusal` for an unknown or ambiguous id."""
    found = _rows(connection, _BATCH, batch=batch)
    if len(found) == 1:
        return found[0]
    raise Refusal(
        "batch.unknown" if not found else "batch.ambiguous",
        found=f"{len(found)} batches for {batch!r}",
        wanted="the id of one batch, or `last`",
        remedy="`playbook runs --json` has the batch of each run",
    )


def gate_state(batch: dict[str, Any]) -> str | None:
    """What was decided of a batch as a whole, by whom and why, in one line; `None` where nothing was to be."""
    decision, why = batch["decision"], batch["why"] or ""
    if decision is None:
        return "not judged yet: what passed is published when the batch is" if batch["gate"] == "hold" else None
    on = f"{batch['decided_at']:%Y-%m-%d %H:%M}"
    if decision == "released":
        return f"released by {batch['decided_by']} on {on}: {why}"
    said = {"met": "expectations are met", "alarm": "alarm", "not judged": "expectations were not judged", "held": "held"}
    return f"{said[decision]}: {why}" if why else said[decision]


def show_run(run: str, *, as_json: bool) -> int:
    """Print one run: its stages, its checks, what was made of what. Raises `Refusal` for an unknown or ambiguous id."""
    with ledger(settings()) as connection:
        found = _rows(connection, "select * from ledger.latest where starts_with(run_id, $run)", run=run)
        if len(found) != 1:
            raise Refusal(
                "run.unknown" if not found else "run.ambiguous",
                found=f"{len(found)} runs for {run!r}",
                wanted="the id of one run",
                remedy="`playbook runs` lists them",
            )
        row = found[0]
        stages = _rows(connection, _STAGES, run=row["run_id"], attempt=row["attempt"])
        checks = _rows(connection, _CHECKS, run=row["run_id"])
        batches = _rows(connection, _BATCH, batch=row["batch_id"]) if row["batch_id"] else []
    state = gate_state(batches[0]) if len(batches) == 1 else None
    if as_json:
        print(json.dumps({"run": row, "batch": state, "stages": stages, "checks": checks}, default=str, indent=1))
        return 0
    fields = [{"field": name, "value": value} for name, value in (row | {"batch": state}).items() if value is not None]
    _table("Run", ("field", "value"), fields)
    for stage in stages:
        stage["made_of"] = " ".join(sha[:8] for sha in stage["input_shas"])
        stage["artifact"] = (stage["output_sha"] or "")[:12]
    shown = ("stage", "status", "cpu_ms", "calls", *_tokens(stages), "cost_usd", "output_kind", "artifact", "made_of", "error")
    _table("Stages", shown, stages)
    kept = [line.split(": ", 2) for stage in stages for line in stage["degraded"]]
    if kept:
        columns = ("stage", "line", "why")
        _table("Lines that kept the embedded words", columns, [dict(zip(columns, line, strict=False)) for line in kept])
    for check in checks:
        check["findings"] = "; ".join(check["samples"])
    _table("Checks", ("stage", "rule", "severity", "ok", "n", "bad", "findings"), checks)
    return 0


def rebuild_ledger(*, as_json: bool) -> int:
    """Make the ledger anew, and say from how many journals; exit code 1 where some could not be loaded."""
    chosen = settings()
    loaded = rebuild(chosen)
    with ledger(chosen) as connection:
        damaged = damaged_journals(connection)
        if as_json:
            print(json.dumps({"journals": loaded, "damaged": damaged}))
        else:
            print(f"the ledger is made anew from {loaded} {'journal' if loaded == 1 else 'journals'}")
            _tell_of_damage(connection)
    return 1 if damaged else 0


def _tell_of_damage(connection: duckdb.DuckDBPyConnection) -> None:
    """What the listing lacks, on stderr."""
    damaged, returned = damaged_journals(connection), returned_journals(connection)
    if damaged:
        names = ", ".join(damaged[:SHOWN]) + (f", and {len(damaged) - SHOWN} more" if len(damaged) > SHOWN else "")
        print(f"{len(damaged)} journals cannot be read and are left out: {names}", file=sys.stderr)
    if returned:
        print(f"{len(returned)} journals of runs that were erased came back: `playbook erase` removes them", file=sys.stderr)


def _rows(
    connection: duckdb.DuckDBPyConnection,
    query: str,
    **parameters: Any,  # noqa: ANN401  whatever DuckDB binds
) -> list[dict[str, Any]]:
    result = connection.execute(query, parameters)
    names = [column[0] for column in result.description or []]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _tokens(rows: list[dict[str, Any]]) -> tuple[str, ...]:
    """The column of tokens, filled in; none where no model was asked, for a terminal is narrow."""
    for row in rows:
        row[TOKENS] = f"{row['tokens_in']}/{row['tokens_out']}"
    return (TOKENS,) if any(row["calls"] for row in rows) else ()


def _table(title: str, columns: tuple[str, ...], rows: list[dict[str, Any]]) -> None:
    """A table on stdout, as wide as the terminal."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*("" if row.get(column) is None else str(row[column]) for column in columns))
    Console(markup=False, emoji=False).print(table)  # brackets in what was found are no markup
