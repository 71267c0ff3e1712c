"""What writers leave that were killed, or for which the disk had no room: what it is called, who sweeps it, how it is said."""

from __future__ import annotations

import contextlib
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

from playbook.errors import StageFailure

if TYPE_CHECKING:
    from playbook.locations import Location
    from playbook.settings import Settings

PARTIAL = ".partial"
"""Suffix of a file that is being written."""
STAGING = ".staging"
"""Suffix of the folder that becomes the output of a build."""
LEFT_SECONDS = 3600.0
"""Age at which nobody writes it any more: writing takes milliseconds."""


def sweep_all(settings: Settings, out: Location) -> None:
    """Remove what processes that were killed have left half-written in the home, in a store that is a folder, and below `out`.

    Behind a URL nothing is half-written.
    """
    for folder in (settings.artifacts, settings.keys):
        sweep(folder, f"*/*{PARTIAL}")
    sweep(settings.compiled, f"*{PARTIAL}")
    sweep(out, f"*{PARTIAL}")
    sweep(out, f".*{STAGING}")


def sweep(folder: Location, pattern: str) -> int:
    """Remove what is left below `folder` under names of `pattern`; the number removed. What is younger than an hour stays."""
    removed = 0
    for path in folder.glob(pattern) if isinstance(folder, Path) else ():
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > LEFT_SECONDS:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
                removed += 1
    return removed


def unwritable(what: str, error: OSError) -> StageFailure:
    """What the disk did not take."""
    return StageFailure(
        "store.unwritable",
        found=f"{what}: {error.strerror or error}",
        wanted="a home that can be written, with room in it",
        remedy="make room, then the same command again: what was made is kept",
    )
