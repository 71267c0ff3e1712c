"""Prints HTML in a process of its own, with limits of time and memory: what a text can do to the layout stays in there.

One process a document at a time, as many as there are cores, each started when it is first needed and kept: its styles
and fonts are parsed once. It is replaced after `_SERVED` documents.
"""

from __future__ import annotations

import atexit
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import BoundedSemaphore, Lock
from typing import Any

from playbook.children import Child
from playbook.errors import PlaybookError, StageFailure
from playbook.rendering.pdf import Made

_MODULE = "playbook.rendering.pressman"
_SECONDS = 120.0
"""A full playbook takes three on an idle core."""
_PATIENCE = 10.0
"""Times as long where the machine is busy with other things."""
_BYTES = 1_500_000_000
"""A full playbook takes a tenth of it."""
_SERVED = 200
"""A guard, since native libraries cannot be looked into: what was found to be lost of each document is not lost any more
(`mends`), and a fresh process costs as much as half a document."""


@dataclass(frozen=True)
class Printed:
    """What came of an attempt: its pages, and the file, unless it has more pages than were asked for."""

    pages: int
    pdf: bytes | None


_IDLE: list[Child] = []
_LOCK = Lock()
_PRESSES = BoundedSemaphore(os.cpu_count() or 1)


def printed(
    html: str,
    paper: str,
    made: Made,
    *,
    attached: Mapping[str, bytes] | None = None,
    pictures: frozenset[str] = frozenset(),
    most_pages: int | None = None,
) -> Printed:
    """`html` as a PDF; where it takes more than `most_pages`, only how many it takes.

    Raises `StageFailure` where the limits are broken, `PlaybookError` with the code `system.pango` where the system
    cannot set type.
    """
    files = dict(attached or {})
    request = {
        "paper": paper,
        "on": made.on.isoformat(),
        "identifier": made.identifier.hex(),
        "pictures": sorted(pictures),
        "attached": list(files),
        "most_pages": most_pages,
    }
    with _press() as press:
        sent = json.dumps(request).encode(), html.encode(), *files.values()
        answers = press.ask(sent, 2, _SECONDS, patience=_PATIENCE)
        if answers is None:
            what = f"takes more than {_SECONDS:g} seconds to lay out" if press.hangs else "breaks layout"
            raise StageFailure(
                "render.limits",
                found=f"a document that {what}",
                wanted=f"pages within {_SECONDS:g} seconds and {_BYTES // 1_000_000} MB",
                remedy="look for a very long or damaged passage in the resume or the posting, and build again",
            )
    head: dict[str, Any] = json.loads(answers[0])
    if "error" in head:
        raise PlaybookError(**head["error"])
    if "fault" in head:
        raise StageFailure(
            "render.failed",
            found=head["fault"],
            wanted="a document that is laid out",
            remedy="this is a bug: please report it, with the two files if you may share them",
        )
    return Printed(pages=head["pages"], pdf=answers[1] or None)


def warm() -> None:
    """Start a process while there is still other work to do."""
    with _press():
        pass


@contextmanager
def _press() -> Iterator[Child]:
    """A press for one document; given back unless it failed, served long enough, or belongs to a parent process."""
    with _PRESSES:
        with _LOCK:
            press = _IDLE.pop() if _IDLE else None
        if press is None or press.owner != os.getpid():
            press = Child(_MODULE, _BYTES)
        kept = False
        try:
            yield press
            kept = press.served < _SERVED
        finally:
            if kept:
                with _LOCK:
                    _IDLE.append(press)
            else:
                press.close()


@atexit.register
def close() -> None:
    """End the processes; the next document starts a new one."""
    with _LOCK:
        while _IDLE:
            press = _IDLE.pop()
            if press.owner == os.getpid():
                press.close()
