"""Immutable content under its hash, and content keys that point to it.

An artifact is written to a temporary name, synced and renamed, so that a reader sees all of it or nothing. What an
artifact means is for its contract; when it is made is for `tasks.stage`.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from playbook.errors import StageFailure

ModelT = TypeVar("ModelT", bound=BaseModel)
_SHA = re.compile(r"[0-9a-f]{64}")


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
        """Store `content` and return its hash."""
        sha = sha256(content).hexdigest()
        path = self._path(sha)
        if not path.exists():
            write_whole(path, content)
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

    def peek(self, sha: str) -> bytes:
        """The bytes under that hash as they are, damaged or not; nothing where there are none."""
        try:
            return self._path(sha).read_bytes()
        except OSError:
            return b""

    def all(self) -> Iterator[str]:
        """The hash of everything that is stored, damaged or not."""
        return (path.name for path in self.root.glob("??/*") if _SHA.fullmatch(path.name))

    def delete(self, sha: str) -> None:
        """Remove the content of that hash, and what was left of it half written; nothing where it is not there."""
        _remove(self._path(sha))

    def is_at(self, path: Path) -> bool:
        """Whether a file stands where its name as a hash belongs."""
        return bool(_SHA.fullmatch(path.name)) and path == self._path(path.name)

    def tidy(self) -> None:
        """Remove what writers that died left half written. Nobody else may be at work."""
        for partial in self.root.glob("??/*.partial"):
            partial.unlink(missing_ok=True)

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

    def all(self) -> Iterator[str]:
        """Every key that has a record, readable or not."""
        return (path.stem for path in self.root.glob("??/*.json") if self.is_at(path))

    def peek(self, key: str) -> bytes:
        """The bytes of the record under `key` as they are; nothing where there are none."""
        try:
            return self._path(key).read_bytes()
        except OSError:
            return b""

    def is_at(self, path: Path) -> bool:
        """Whether a file stands where the record of its name as a key belongs."""
        return path == self._path(path.stem)

    def delete(self, key: str) -> None:
        """Forget what was made under `key`, if anything."""
        _remove(self._path(key))

    def _path(self, key: str) -> Path:
        return self.root / key[:2] / f"{key}.json"


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` so that `path` holds all of it or does not exist, also after a crash."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    with partial.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def _remove(path: Path) -> None:
    """Remove a file and its half-written brothers."""
    path.unlink(missing_ok=True)
    for partial in path.parent.glob(f"{path.name}.*.partial"):
        partial.unlink(missing_ok=True)


def _damaged(sha: str, found: str) -> StageFailure:
    return StageFailure(
        "store.damaged",
        found=f"artifact {sha[:12]}: {found}",
        wanted="the bytes that were stored",
        remedy="run the build again: what is missing is made anew",
    )
