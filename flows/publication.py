"""Finished files to their final names: all of them or none.

In a folder, files are written to a sibling, which becomes it once they are on the disk; where there is one, they replace those
in it one by one. Behind a URL each is put whole, when all of them are at hand, as the last thing that a build does.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import uuid
from hashlib import sha256
from itertools import count
from pathlib import Path

from playbook.artifacts.rendering import Rendering
from playbook.errors import Refusal
from playbook.intake.answers import answers_in
from playbook.locations import Location, below, name_of, reason, whole
from playbook.settings import Settings
from playbook.store.blobs import BlobStore
from playbook.store.leftovers import STAGING
from playbook.store.objects import Objects, objects_at

FILES = ("playbook.pdf", "playbook.html", "handout.pdf", "cheat-sheet.pdf", "playbook.json", "answers.yaml")
"""What a build leaves, in the order of the interface."""
EDITABLE = "playbook.docx"
"""What it leaves besides with `--docx`."""
EDITED = (EDITABLE, "answers.yaml")
"""What people write in: an edited one is moved aside and not replaced."""


def check_folder(out: Location) -> None:
    """Refuse an output folder that cannot be written, before any work is done for it."""
    try:
        objects_at(out).check()
    except OSError as error:
        raise _unwritable(out, reason(error)) from error


def publish(rendering: Rendering, settings: Settings, out: Location) -> list[Location]:
    """Put the files of a rendering into `out`; where they are, in the order of the interface."""
    store = BlobStore(settings.artifacts)
    out = whole(out)
    try:
        if isinstance(out, Path):
            _into_folder(rendering, store, out)
        else:
            _behind_url(rendering, store, out)
    except OSError as error:
        raise _unwritable(out, reason(error)) from error
    return [below(out, name) for name in (*FILES, EDITABLE) if name in rendering.files]


def _into_folder(rendering: Rendering, store: BlobStore, out: Path) -> None:
    if _is_there(rendering, out):
        _to_disk(out)  # whoever wrote them may have been stopped before
        _to_disk(out.parent)
        return
    staging = out.with_name(f".{out.name[:100]}.{uuid.uuid4().hex[:12]}{STAGING}")
    staging.mkdir(parents=True)
    try:
        for name, sha in rendering.files.items():
            (staging / name).write_bytes(store.get_bytes(sha))
            _to_disk(staging / name)
        _to_disk(staging)
        if not _became(staging, out):
            out.mkdir(exist_ok=True)
            _keep_edits(rendering, store, objects_at(out))
            for name in rendering.files:
                (staging / name).replace(out / name)
            _to_disk(out)
        _to_disk(out.parent)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _is_there(rendering: Rendering, out: Path) -> bool:
    """Whether the folder has these very files, as after a night in which nothing changed."""
    try:
        return all(sha256((out / name).read_bytes()).hexdigest() == sha for name, sha in rendering.files.items())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _became(staging: Path, out: Path) -> bool:
    """Whether the folder was given its final name; not where there is one of that name."""
    if not out.exists():
        with contextlib.suppress(OSError):  # another run may have been quicker
            staging.rename(out)
            return True
    return False


def _to_disk(path: Path) -> None:
    """Wait until the content of a file, or the names in a folder, are on the disk.

    Before they get their final names: else a power cut may leave an empty file under one. After: what is called delivered is.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # of a folder, on a file system that writes names at once or offers no way to wait
            raise
    finally:
        os.close(descriptor)


def _behind_url(rendering: Rendering, store: BlobStore, out: str) -> None:
    contents = {name: store.get_bytes(sha) for name, sha in rendering.files.items()}
    target = objects_at(out)
    _keep_edits(rendering, store, target)
    for name, content in contents.items():
        target.write(name, content)


def _keep_edits(rendering: Rendering, store: BlobStore, target: Objects) -> None:
    """Move a file aside that is none of ours, for somebody has worked on it; not where the new one has taken the work over."""
    for name in EDITED:
        if name not in rendering.files:
            continue
        try:
            content = target.read(name)
        except (FileNotFoundError, IsADirectoryError):
            continue
        if store.has(sha256(content).hexdigest()):
            continue
        if name.endswith(".yaml") and _has_taken_over(store.get_bytes(rendering.files[name]), content):
            continue
        stem, _, suffix = name.rpartition(".")
        numbers = (f"{stem}.edited-{number}.{suffix}" for number in count(1))
        target.move(name, next(kept for kept in numbers if not target.has(kept)))


def _has_taken_over(new: bytes, old: bytes) -> bool:
    """Whether every answer of a file stands in the new one."""
    try:
        given, now = (set(answers_in(content).answers) for content in (old, new))
    except Refusal:
        return False
    return given <= now


def _unwritable(out: Location, found: str) -> Refusal:
    return Refusal(
        "out.unwritable", found=f"{name_of(out)}: {found}", wanted="a folder that can be written", remedy="choose another --out"
    )
