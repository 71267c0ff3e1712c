"""Who is at work in a home: any number of runs at once, or one erasure alone.

A lock of the operating system, which a process that dies gives up; nothing is ever to be cleaned up by hand. It holds on
one machine, and on a shared disk that passes locks on. What is done under it is the caller's.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from playbook.errors import Refusal

LOCK = ".at-work"
"""File beside the folder of journals whose lock counts; it stays empty."""


def work(folder: Path) -> TextIO:
    """A run begins below `folder`; it ends when the file is closed. Waits for an erasure that is going on."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = folder.with_name(LOCK).open("a", encoding="utf-8")
    fcntl.flock(lock, fcntl.LOCK_SH)
    return lock


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else is at work below `folder`. Raises `Refusal` where a run or an erasure is going on."""
    folder.mkdir(parents=True, exist_ok=True)
    with folder.with_name(LOCK).open("a", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Refusal(
                "erase.busy",
                found="a build, a batch or an erasure at work in this home",
                wanted="a home in which nothing runs",
                remedy="wait until it has ended, or stop it, and ask again; nothing was removed",
            ) from error
        yield
