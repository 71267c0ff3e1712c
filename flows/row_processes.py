"""The processes in which the rows of a batch are built: forked from one that has loaded what all of them need.

A process that dies, hangs or eats memory fails the row that it had, and no other: the next row has a new one. What a row does
in its process stands in `flows.batch_row`.
"""

from __future__ import annotations

import contextlib
import subprocess
from queue import Empty, SimpleQueue
from threading import Lock

from flows.manifest import Row
from flows.row_request import Outcome, RowRequest
from playbook.children import Child
from playbook.forking import Mould
from playbook.settings import ROW_SECONDS

MODULE = "flows.batch_row"
BYTES = 2_000_000_000
"""Memory of one process."""
SERVED = 100
"""Rows after which a process is replaced: what it remembers of sentences grows with every row for hundreds of them, and what a
new process costs is a hundredth of so many rows."""


class Stopped(Exception):
    """The batch was stopped while a row was being built: nothing is known of the row."""


class RowProcesses:
    """Processes that build rows; each thread that asks has one for as long as its row takes."""

    def __init__(self, module: str = MODULE, *, limit: int = BYTES, seconds: float = ROW_SECONDS) -> None:
        """`module` answers a `RowRequest` with an `Outcome`; `limit` is its memory in bytes, `seconds` a row's time."""
        self.module, self.limit, self.seconds = module, limit, seconds
        self._idle: SimpleQueue[Child] = SimpleQueue()
        self._all: set[Child] = set()
        self._mould: Mould | None = None
        self._moulding = Lock()
        self._closed = False

    def build(self, request: RowRequest) -> Outcome:
        """The outcome of a row; a process that dies or hangs fails its row, and is replaced."""
        child = self._child(request)
        answers = child.ask([request.model_dump_json().encode()], 1, self.seconds) if child else None
        if child is None or answers is None:
            return self._lost(child, request.row)
        outcome = Outcome.model_validate_json(answers[0])
        if outcome.ends or child.served >= SERVED:
            self._all.discard(child)
            child.close()
        else:
            self._idle.put(child)
        return outcome

    def close(self) -> None:
        """End the processes: a thread that waits for one gets `Stopped`."""
        self._closed = True
        for child in tuple(self._all):
            child.process.kill()
        if (mould := self._mould) is not None:
            mould.close()

    def _child(self, request: RowRequest) -> Child | None:
        """A process for a row; `None` where none can be had."""
        with contextlib.suppress(Empty):
            return self._idle.get_nowait()
        for _ in range(2):  # the process that forks them may have been killed: a second one is started once
            with self._moulding:
                if self._closed:
                    raise Stopped
                mould = self._mould = self._mould or Mould(self.module, request.settings.model_dump_json().encode())
                try:
                    child = mould.child(self.limit)
                except ChildProcessError:
                    self._mould = None
                    mould.close()
                else:
                    self._all.add(child)
                    return child
        return None

    def _lost(self, child: Child | None, row: Row) -> Outcome:
        if child is not None:
            self._all.discard(child)
            if not self._closed:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.process.wait(0.0 if child.hangs else 1.0)  # its pipe is closed a moment before it is gone
            child.close()
        if self._closed:
            raise Stopped
        hangs = child is not None and child.hangs
        status = child.process.returncode if child is not None else None
        died = f"a process that died (exit {status})" if status is not None else "a process that died"
        found = f"no end after {self.seconds:g} seconds" if hangs else died
        remedy = "the other rows are not touched; `playbook rerun --failed` tries it again"
        if hangs:
            remedy += ", for longer with PLAYBOOK_ROW_SECONDS"
        code = "row.timeout" if hangs else "row.crashed"
        return Outcome(
            id=row.id,
            status="failed",
            error_code=code,
            error=f"{code}: found {found}; wanted a row that ends; {remedy}",
            seconds=self.seconds if hangs else 0.0,
            cost_usd=None,
        )
