"""Journals without what goes: rows of a run that goes are dropped or kept as sums, rows of a batch stay without the person.

Ids stay consistent: the same row of a batch has the same new name in every journal, so that counts add up as before.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from playbook.erasure.lineage import OF_RUNS, journals_of_runs
from playbook.erasure.marks import Seeker, hashes_in
from playbook.store.erased import NOBODY, SUMS
from playbook.store.journal import RETURNED, line_of, lines_of, write_journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playbook.erasure.plan import Plan


@dataclass(frozen=True)
class Rewritten:
    """How many journals are gone, and how many stay without the rows that went."""

    removed: int
    changed: int


def rewrite(plan: Plan, folder: Path) -> Rewritten:
    """Put every journal in order that holds rows of the plan, each whole, one after the other.

    Of a retention the sums are written before anything goes. Done again, it finds nothing more to do.
    """
    sums = folder / f"{SUMS}{plan.id}.ndjson"
    if plan.kind == "age" and not sums.exists():
        write_journal(sums, _sums(plan, folder))
    removed = changed = 0
    seeker = Seeker(mark for mark in plan.marks if mark.kind != "hash")
    for path in journals_of_runs(folder):
        lines = list(lines_of(path))
        kept = [one for line, row in lines if (one := _kept(line, row, plan, seeker)) is not None]
        if kept != [line for line, _ in lines]:
            removed, changed = removed + (not kept), changed + bool(kept)
            write_journal(path, kept)
        if path.suffix == RETURNED and kept:
            path.replace(path.with_suffix(".ndjson"))  # what is left in it is nobody's who was erased
    return Rewritten(removed, changed)


def _kept(line: str, row: dict[str, Any] | None, plan: Plan, seeker: Seeker) -> str | None:
    """What stays of a line; `None` for nothing."""
    if row is None:
        return None if hashes_in(line) & plan.runs or seeker.found_in(line) else line
    table, run_id = row.get("table"), row.get("run_id")
    if table in OF_RUNS and run_id in plan.runs:
        return None
    where = (row.get("batch_id"), row.get("row_id"))
    if table == "batch_row" and (run_id in plan.runs or (run_id is None and where in plan.rows)):
        nameless = plan.alias(run_id) if plan.kind == "age" and run_id else None
        return line_of(row | {"row_id": plan.alias(*map(str, where)), "run_id": nameless, "error": None})
    if table == "batch" and row.get("batch_id") in plan.batches:
        named = {column for column in ("manifest", "out") if seeker.found_in(str(row.get(column)))}
        return line_of(row | dict.fromkeys(named, NOBODY)) if named else line
    return line


def _sums(plan: Plan, folder: Path) -> Iterator[str]:
    """The rows of runs that go for their age, with what they took, cost and failed of, and nobody in them."""
    for path in journals_of_runs(folder):
        for _, row in lines_of(path):
            if path.suffix == ".ndjson" and row and row.get("table") in OF_RUNS and row.get("run_id") in plan.runs:
                with contextlib.suppress(KeyError, ValueError, TypeError):  # a row that the ledger would not take either
                    yield line_of(_nameless(row, plan))


def _nameless(row: dict[str, Any], plan: Plan) -> dict[str, Any]:
    """A row of a run without the person: what is counted stays, what names, words or links it goes, and so does the hour."""
    bare = row | {"run_id": plan.alias(row["run_id"]), "recorded_at": _day(row["recorded_at"])}
    if row["table"] == "check_result":
        return bare | {"samples": []}
    if row["table"] == "stage_run":
        lost: dict[str, Any] = {"content_key": NOBODY, "input_shas": [], "output_sha": None, "error": None, "worker": NOBODY}
        return bare | lost | {"degraded": [NOBODY] * len(row.get("degraded") or ())}
    started, finished = row["started_at"], row["finished_at"]
    took = datetime.fromisoformat(finished) - datetime.fromisoformat(started)
    where = (row.get("batch_id"), row.get("row_id"))
    lost = {"candidate_key": NOBODY, "company": NOBODY, "role": None, "request_sha": None, "out": None, "error": None}
    return (
        bare
        | lost
        | {
            "row_id": plan.alias(*map(str, where)) if all(where) else None,
            "started_at": _day(started),
            "finished_at": (datetime.fromisoformat(_day(started)) + took).isoformat(),
        }
    )


def _day(at: str) -> str:
    """The first moment of a day."""
    return datetime.fromisoformat(at).replace(hour=0, minute=0, second=0, microsecond=0).isoformat()
