"""Journals without what goes: rows of a run that goes are dropped or kept as sums, rows of a batch stay without the person.

Ids stay consistent: the same row of a batch has the same new name in every journal, so that counts add up as before.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING, Any

from playbook.erasure.lineage import OF_RUNS, lines_of_runs
from playbook.erasure.marks import Seeker, hashes_in
from playbook.store.erased import NOBODY, SUMS
from playbook.store.journal import CLOSED, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playbook.erasure.plan import Plan
    from playbook.store.journal import Archive, Line


LINES = 10_000
"""Rows that one journal of sums has at least, where there are so many: the ledger loads a journal at once."""


@dataclass(frozen=True)
class Rewritten:
    """How many journals are gone, and how many stay without the rows that went."""

    removed: int
    changed: int


def rewrite(plan: Plan, archive: Archive) -> Rewritten:
    """Put every journal in order that holds rows of the plan, each whole, one after the other.

    Done again, it finds nothing more to do.
    """
    removed = changed = 0
    seeker = Seeker(mark for mark in plan.marks if mark.kind != "hash")
    for name, lines in lines_of_runs(archive):
        kept = [one for line, row in lines if (one := _kept(line, row, plan, seeker)) is not None]
        if kept != [line for line, _ in lines]:
            removed, changed = removed + (not kept), changed + bool(kept)
            archive.put(name, kept)
    return Rewritten(removed, changed)


def keep_sums(plan: Plan, archive: Archive) -> None:
    """Write the sums of runs that go for their age, before anything of them goes."""
    waiting: list[str] = []
    parts = count()
    for name, lines in lines_of_runs(archive):
        if name.endswith(CLOSED):
            waiting += _sums(lines, plan)
        if len(waiting) >= LINES:
            archive.put(f"{SUMS}{plan.id}-{next(parts)}{CLOSED}", waiting)
            waiting = []
    if waiting:
        archive.put(f"{SUMS}{plan.id}-{next(parts)}{CLOSED}", waiting)


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


def _sums(lines: list[Line], plan: Plan) -> Iterator[str]:
    """The rows of runs of the plan with what they took, cost and failed of, and nobody in them."""
    for _, row in lines:
        if row and row.get("table") in OF_RUNS and row.get("run_id") in plan.runs:
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
