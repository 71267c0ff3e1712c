"""Immutable content under its hash, and content keys that point to it.

An artifact is written to a temporary name, synced and renamed, so that a reader sees all of it or nothing. What an
artifact means is for its contract; when it is made is for `tasks.stage`.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from playbook.errors import StageFailure

ModelT = TypeVar("ModelT", bound=BaseModel)

PARTIAL = ".partial"
"""Suffix of a file that is being written."""
LEFT_SECONDS = 3600.0
"""Age at which nobody writes it any more: writing takes milliseconds."""


@dataclass(frozen=True)
class Ref(Generic[ModelT]):
    """A stored artifact by its hash; loading it is left to whoever needs its content."""

    sha: str
    kind: str
    """Name of the artifact's class, or `bytes`."""


class BlobStore:
    """Content-addressed files below one folder."""

    def __init__(self, root: Path) -> None:
        """`root` is made at the first write."""
        self.root = root

    def put_bytes(self, content: bytes) -> str:
        """Store `content` and return its hash; what was damaged under it is whole again."""
        sha = sha256(content).hexdigest()
        if not self.has(sha):
            write_whole(self._path(sha), content)
        return sha

    def get_bytes(self, sha: str) -> bytes:
        """The content of that hash. Raises `StageFailure` where it is missing or not what its name says."""
        path = self._path(sha)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise _damaged(sha, f"no readable file for it ({error.strerror})") from error
        if sha256(content).hexdigest() != sha:
            raise _damaged(sha, "content that does not match its name")
        return content

    def put(self, artifact: ModelT) -> Ref[ModelT]:
        """Store an artifact as JSON."""
        return Ref(self.put_bytes(artifact.model_dump_json(by_alias=True).encode()), type(artifact).__name__)

    def get(self, ref: Ref[ModelT], kind: type[ModelT]) -> ModelT:
        """The artifact behind a reference."""
        return kind.model_validate_json(self.get_bytes(ref.sha))

    def has(self, sha: str) -> bool:
        """Whether the content is there; a damaged file counts as absent."""
        try:
            self.get_bytes(sha)
        except StageFailure:
            return False
        return True

    def _path(self, sha: str) -> Path:
        return self.root / sha[:2] / sha


class KeyIndex:
    """Content keys of finished stages, each pointing to what the stage made."""

    def __init__(self, root: Path) -> None:
        """`root` is made at the first write."""
        self.root = root

    def get(self, key: str) -> dict[str, Any] | None:
        """The record under `key`, or `None`; an unreadable record is no record."""
        try:
            record = json.loads(self._path(key).read_bytes())
        except (OSError, ValueError):
            return None
        return record if isinstance(record, dict) and {"sha", "kind"} <= record.keys() else None

    def put(self, key: str, record: dict[str, Any]) -> None:
        """Remember what was made under `key`."""
        write_whole(self._path(key), json.dumps(record, sort_keys=True).encode())

    def _path(self, key: str) -> Path:
        return self.root / key[:2] / f"{key}.json"


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` so that `path` holds all of it or does not exist, also after a crash.

    Raises `StageFailure` with `store.unwritable` where it cannot be written, as on a full disk; nothing is left then.
    """
    partial = path.with_name(f"{path.name}.{os.getpid()}{PARTIAL}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink()  # a full disk has no room for it
        raise unwritable(path.name[:12], error) from error


def unwritable(what: str, error: OSError) -> StageFailure:
    """What the disk did not take."""
    return StageFailure(
        "store.unwritable",
        found=f"{what}: {error.strerror or error}",
        wanted="a home that can be written, with room in it",
        remedy="make room, then the same command again: what was made is kept",
    )


def sweep(folder: Path, pattern: str) -> int:
    """Remove what writers that were killed left below `folder`; the number removed. What is younger than an hour stays."""
    removed = 0
    for path in folder.glob(pattern):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > LEFT_SECONDS:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
                removed += 1
    return removed


def _damaged(sha: str, found: str) -> StageFailure:
    return StageFailure(
        "store.damaged",
        found=f"artifact {sha[:12]}: {found}",
        wanted="the bytes that were stored",
        remedy="run the build again: what is missing is made anew",
    )
