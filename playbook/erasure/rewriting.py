"""Journals without what goes: rows of a run that goes are dropped or kept as sums, rows of a batch stay without the person.

Ids stay consistent: the same row of a batch has the same new name in every journal, so that counts add up as before.
"""

from __future__ import annotations

import contextlib
import re
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
    pen = _Pen(plan)
    for name, lines in lines_of_runs(archive):
        kept = [one for line, row in lines if (one := pen.kept(line, row)) is not None]
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


class _Pen:
    """What stays of the lines of journals."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.batches = plan, plan.batches
        self.ids = {row_id for _, row_id in plan.rows} | plan.runs
        self.seeker = Seeker(mark for mark in plan.marks if mark.kind != "hash")

    def kept(self, line: str, row: dict[str, Any] | None) -> str | None:
        """What stays of a line; `None` for nothing."""
        if row is None:
            return None if hashes_in(line) & self.plan.runs or self.seeker.found_in(line) else line
        run_id, where = row.get("run_id"), (row.get("batch_id"), row.get("row_id"))
        if run_id in self.plan.runs and row.get("table") in OF_RUNS:
            return None
        if where[1] is not None and (run_id in self.plan.runs or (run_id is None and where in self.plan.rows)):
            names = {"row_id": self.plan.alias(*map(str, where)), "run_id": self.plan.alias(run_id) if run_id else None}
            return line_of(row | names | ({"error": None} if "error" in row else {}))
        is_batchs = row.get("batch_id") in self.batches and (run_id is None or row.get("table") not in OF_RUNS)
        return line_of(self._scrubbed(row)) if is_batchs else line

    def _scrubbed(self, row: dict[str, Any]) -> dict[str, Any]:
        """A batch's own row: what quotes the person is replaced as a whole, or an id of theirs."""
        texts = {name: row[name] for name in ("manifest", "out", "why") if row.get(name) and self._is_theirs(str(row[name]))}
        samples = [NOBODY if self._is_theirs(text) or self._has_id(text) else text for text in row.get("samples") or ()]
        return row | dict.fromkeys(texts, NOBODY) | ({"samples": samples} if "samples" in row else {})

    def _is_theirs(self, text: str) -> bool:
        return bool(self.seeker.found_in(text))

    def _has_id(self, text: str) -> bool:
        return not self.ids.isdisjoint(re.split(r"[^\w.-]+", text))


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
