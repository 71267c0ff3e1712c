"""Finished files to their final names: all of them or none.

Files are written to a sibling of the output folder, which becomes it; where there is one, they replace those in it one by one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from hashlib import sha256
from itertools import count
from pathlib import Path

from playbook.artifacts.rendering import Rendering
from playbook.errors import Refusal
from playbook.intake.answers import read_answers
from playbook.settings import Settings
from playbook.store.blobs import BlobStore

FILES = ("playbook.pdf", "playbook.html", "handout.pdf", "cheat-sheet.pdf", "playbook.json", "answers.yaml")
"""What a build leaves, in the order of the interface."""
EDITABLE = "playbook.docx"
"""What it leaves besides with `--docx`."""
STAGING = ".staging"
"""Suffix of the folder that becomes the output."""
EDITED = (EDITABLE, "answers.yaml")
"""What people write in: an edited one is moved aside and not replaced."""


def check_folder(out: Path) -> None:
    """Refuse an output folder that cannot be written, before any work is done for it."""
    existing = next(folder for folder in (out, *out.absolute().parents) if folder.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        raise _unwritable(out, "a file" if existing.is_file() else "no right to write")


def publish(rendering: Rendering, settings: Settings, out: Path) -> list[Path]:
    """Put the files of a rendering into `out`; their paths, in the order of the interface."""
    store = BlobStore(settings.artifacts)
    out = out.absolute()
    staging = out.with_name(f".{out.name[:100]}.{uuid.uuid4().hex[:12]}{STAGING}")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        staging.mkdir()
    except OSError as error:
        raise _unwritable(out, error.strerror or str(error)) from error
    try:
        for name, sha in rendering.files.items():
            (staging / name).write_bytes(store.get_bytes(sha))
        if not out.exists():
            with contextlib.suppress(OSError):  # another run may have been quicker
                staging.rename(out)
                return _paths(rendering, out)
        for name in EDITED:
            if name in rendering.files:
                _keep_edits(out / name, staging / name, store)
        for name in rendering.files:
            (staging / name).replace(out / name)
    except OSError as error:
        raise _unwritable(out, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return _paths(rendering, out)


def _paths(rendering: Rendering, out: Path) -> list[Path]:
    return [out / name for name in (*FILES, EDITABLE) if name in rendering.files]


def _keep_edits(path: Path, new: Path, store: BlobStore) -> None:
    """Move a file aside that is none of ours, for somebody has worked on it; not where the new one has taken the work over."""
    if not path.is_file() or store.has(sha256(path.read_bytes()).hexdigest()) or _has_taken_over(new, path):
        return
    numbers = (path.with_name(f"{path.stem}.edited-{number}{path.suffix}") for number in count(1))
    path.replace(next(kept for kept in numbers if not kept.exists()))


def _has_taken_over(new: Path, path: Path) -> bool:
    """Whether every answer of a file stands in the new one."""
    if path.suffix != ".yaml":
        return False
    try:
        given, now = (set(read_answers(file).answers) for file in (path, new))
    except Refusal:
        return False
    return given <= now


def _unwritable(out: Path, found: str) -> Refusal:
    return Refusal(
        "out.unwritable", found=f"{out.name}: {found}", wanted="a folder that can be written", remedy="choose another --out"
    )
