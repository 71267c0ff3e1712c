"""Foreign files are opened in a process of their own, with limits of time and memory.

A parser that hangs, crashes or eats memory on a hostile file costs that file, not the night. The process is started
when the first such file comes and kept, since its libraries are slow to load; files that only this project's own code
reads need none.
"""

from __future__ import annotations

import atexit
import json
import os
from threading import Lock
from typing import Any

from playbook.artifacts.document import Document, Format
from playbook.children import Child
from playbook.errors import Refusal, StageFailure
from playbook.intake import refusals
from playbook.intake.read import format_of, read_bytes
from playbook.intake.refusals import DocumentName

_MODULE = "playbook.intake.child"
_FOREIGN = frozenset({"pdf", "docx", "html"})
"""Formats that libraries parse."""
_SECONDS = 30.0
_SECONDS_OCR = 300.0
"""Recognising takes seconds a page, and a file may have forty."""
_PATIENCE = 10.0
"""Times as long where the machine is busy with other things."""
_BYTES = 1_000_000_000
_BYTES_OCR = 3_000_000_000
_SERVED = 500
"""Files after which the process is replaced, so that what its libraries keep does not add up."""
_LOCK = Lock()
_CHILDREN: dict[int, Child] = {}
"""The process for each limit of memory."""


def read_guarded(content: bytes, name: DocumentName, expected: Format | None = None, *, ocr: bool = False) -> Document:
    """As `read_bytes`, behind the limits. A file that breaks them is refused as unreadable."""
    if len(content) > refusals.BYTES or format_of(content, name, expected) not in _FOREIGN:
        return read_bytes(content, name, expected)
    limit, seconds = (_BYTES_OCR, _SECONDS_OCR) if ocr else (_BYTES, _SECONDS)
    answer = _asked({"name": name, "expected": expected, "ocr": ocr}, content, limit=limit, seconds=seconds)
    if "broken" in answer:
        raise refusals.unreadable(name, answer["broken"])
    return Document.model_validate(answer["document"])


def form_guarded(content: bytes) -> dict[str, Any]:
    """As `playbook.intake.filled.form_of`, behind the limits. A file that breaks them is refused as unreadable."""
    answer = _asked({"form": True}, content, limit=_BYTES, seconds=_SECONDS)
    if "broken" in answer:
        raise refusals.unreadable_form(answer["broken"])
    form: dict[str, Any] = answer["form"]
    return form


def _asked(request: dict[str, Any], content: bytes, *, limit: int, seconds: float) -> dict[str, Any]:
    """What the child makes of a file; `broken` says how a file broke the limits. Raises what the child raised."""
    with _LOCK:
        child = _child(limit)
        answers = child.ask((json.dumps(request).encode(), content), 1, seconds, patience=_PATIENCE)
        if answers is None:
            _CHILDREN.pop(limit).close()
            slow = f"a file that takes more than {seconds:g} seconds to read"
            return {"broken": slow if child.hangs else "a file that breaks its reader"}
        answer: dict[str, Any] = json.loads(answers[0])
        if answer.get("ends") or child.served >= _SERVED:
            _CHILDREN.pop(limit).close()
    if "refusal" in answer:
        raise Refusal(**answer["refusal"])
    if "fault" in answer:
        raise StageFailure(
            "read.failed",
            found=answer["fault"],
            wanted="a file that is read or refused",
            remedy="this is a bug: please report it, with the file if you may share it",
        )
    return answer


def _child(limit: int) -> Child:
    """The running process; a new one where there is none, or where this process was forked from its owner."""
    child = _CHILDREN.get(limit)
    if child is None or child.owner != os.getpid():
        child = _CHILDREN[limit] = Child(_MODULE, limit)
    return child


@atexit.register
def close() -> None:
    """End the processes; the next file starts a new one."""
    with _LOCK:
        while _CHILDREN:
            child = _CHILDREN.popitem()[1]
            if child.owner == os.getpid():
                child.close()
