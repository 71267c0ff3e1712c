"""Finished files to their final names: all of them or none.

Files are written to a sibling of the output folder and renamed, so that nobody ever sees half a playbook.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from playbook.artifacts.rendering import Rendering
from playbook.errors import Refusal
from playbook.settings import Settings
from playbook.store.blobs import BlobStore

FILES = ("playbook.pdf", "playbook.html", "handout.pdf", "cheat-sheet.pdf", "playbook.json", "answers.yaml")
"""What a build leaves, in the order of the interface."""


def check_folder(out: Path) -> None:
    """Refuse an output folder that cannot be written, before any work is done for it."""
    existing = next(folder for folder in (out, *out.absolute().parents) if folder.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        raise _unwritable(out, "a file" if existing.is_file() else "no right to write")


def publish(rendering: Rendering, settings: Settings, out: Path) -> list[Path]:
    """Put the files of a rendering into `out`; their paths, in the order of the interface."""
    store = BlobStore(settings.artifacts)
    out = out.absolute()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    except OSError as error:
        raise _unwritable(out, error.strerror or str(error)) from error
    try:
        for name, sha in rendering.files.items():
            (staging / name).write_bytes(store.get_bytes(sha))
        out.mkdir(exist_ok=True)
        for name in rendering.files:
            (staging / name).replace(out / name)
    except OSError as error:
        raise _unwritable(out, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return [out / name for name in FILES]


def _unwritable(out: Path, found: str) -> Refusal:
    return Refusal(
        "out.unwritable", found=f"{out.name}: {found}", wanted="a folder that can be written", remedy="choose another --out"
    )
