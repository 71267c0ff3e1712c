"""Immutable content under its hash, and content keys that point to it, in a folder or behind a URL.

A reader sees all of an artifact or nothing. What an artifact means is for its contract; when it is made is for
`tasks.stage`; how bytes are kept is for `playbook.store.objects`.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from playbook.errors import StageFailure
from playbook.locations import Location
from playbook.store.objects import objects_at, reached, write_whole

__all__ = ["BlobStore", "KeyIndex", "Ref", "write_whole"]

DAMAGED = ".damaged"
"""Suffix of content that is not what its name says: moved aside, so that it is made anew."""

KEPT, SMALL = 64, 1_000_000
"""Artifacts that are kept in memory where the store is behind a URL, and the bytes of the largest of them."""

_SHA = re.compile(r"[0-9a-f]{2}/([0-9a-f]{64})")
_KEY = re.compile(r"[^/]{2}/([^/]+)\.json")

ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(frozen=True)
class Ref(Generic[ModelT]):
    """A stored artifact by its hash; loading it is left to whoever needs its content."""

    sha: str
    kind: str
    """Name of the artifact's class, or `bytes`."""


class BlobStore:
    """Content-addressed files below one location."""

    def __init__(self, root: Location) -> None:
        """A folder, made at the first write, or a URL."""
        self.root = root
        self._objects = objects_at(root)
        self._recent: OrderedDict[str, bytes] = OrderedDict()

    def put_bytes(self, content: bytes, *, lasting: bool = True) -> str:
        """Store `content` and return its hash; what was damaged under it is whole again.

        Without `lasting` a power cut may tear it, which is seen when it is read: for what costs nothing to make again.
        Raises `StageFailure` where the store cannot be reached or written.
        """
        sha = sha256(content).hexdigest()
        with reached(self.root):
            # Over a network, to ask first costs what it costs to put a small artifact, and says nothing of its content.
            if not (self._objects.near and self.has(sha)):
                self._objects.write(_blob(sha), content, lasting=lasting)
        self._remember(sha, content)
        return sha

    def get_bytes(self, sha: str) -> bytes:
        """The content of that hash. Raises `StageFailure` where it is missing, or not what its name says.

        What is not is moved aside: the next run finds nothing there and makes it anew.
        """
        if (recent := self._recent.get(sha)) is not None:
            return recent
        with reached(self.root):
            try:
                content = self._objects.read(_blob(sha))
            except FileNotFoundError as error:
                raise _damaged(sha, "no readable file for it") from error
            if sha256(content).hexdigest() == sha:
                self._remember(sha, content)
                return content
            with contextlib.suppress(FileNotFoundError):  # another process was here first
                self._objects.move(_blob(sha), _blob(sha) + DAMAGED)
        raise _damaged(sha, "content that does not match its name")

    def put(self, artifact: ModelT, *, lasting: bool = True) -> Ref[ModelT]:
        """Store an artifact as JSON."""
        content = artifact.model_dump_json(by_alias=True).encode()
        return Ref(self.put_bytes(content, lasting=lasting), type(artifact).__name__)

    def get(self, ref: Ref[ModelT], kind: type[ModelT]) -> ModelT:
        """The artifact behind a reference."""
        return kind.model_validate_json(self.get_bytes(ref.sha))

    def has(self, sha: str) -> bool:
        """Whether the content is there.

        In a folder a damaged file counts as absent. Behind a URL damage is found when the content is read, and moved
        aside then: to look would be to download.
        """
        if not self._objects.near:
            with reached(self.root):
                return self._objects.has(_blob(sha))
        try:
            self.get_bytes(sha)
        except StageFailure as failure:
            if failure.code == MISSING:
                return False
            raise
        return True

    def peek(self, sha: str) -> bytes:
        """The bytes under that hash as they are, damaged or not; nothing where there are none."""
        with reached(self.root):
            try:
                return self._objects.read(_blob(sha))
            except FileNotFoundError:
                return b""

    def tidy(self) -> None:
        """Remove what writers that died left half written, and damaged content. Nobody else may be at work."""
        with reached(self.root):
            for entry in list(self._objects.all()):
                if entry.name.endswith((".partial", DAMAGED)):
                    self._objects.delete(entry.name)

    def delete(self, sha: str) -> bool:
        """Remove the content, and what was moved aside of it; whether anything was there."""
        self._recent.pop(sha, None)
        with reached(self.root):
            removed = [self._objects.delete(_blob(sha) + suffix) for suffix in ("", DAMAGED)]
        return any(removed)

    def all(self) -> Iterator[tuple[str, int, datetime]]:
        """Hash, bytes and time of writing of everything that is stored, in no order."""
        with reached(self.root):
            for entry in self._objects.all():
                if found := _SHA.fullmatch(entry.name):
                    yield found[1], entry.bytes, entry.modified

    def _remember(self, sha: str, content: bytes) -> None:
        """Keep small content that came over a network: the stages of one run read the same artifacts many times."""
        if self._objects.near or len(content) > SMALL:
            return
        self._recent[sha] = content
        while len(self._recent) > KEPT:
            self._recent.popitem(last=False)


class KeyIndex:
    """Content keys of finished stages, each pointing to what the stage made."""

    def __init__(self, root: Location) -> None:
        """A folder, made at the first write, or a URL."""
        self.root = root
        self._objects = objects_at(root)

    def get(self, key: str) -> dict[str, Any] | None:
        """The record under `key`, or `None`; an unreadable record is no record."""
        with reached(self.root):
            try:
                record = json.loads(self._objects.read(_record(key)))
            except (FileNotFoundError, ValueError):
                return None
        return record if isinstance(record, dict) and {"sha", "kind"} <= record.keys() else None

    def put(self, key: str, record: dict[str, Any]) -> None:
        """Remember what was made under `key`."""
        with reached(self.root):
            # A record that a power cut tears is no record, and what it pointed to is made again.
            self._objects.write(_record(key), json.dumps(record, sort_keys=True).encode(), lasting=False)

    def delete(self, key: str) -> bool:
        """Forget a key; whether it was there."""
        with reached(self.root):
            return self._objects.delete(_record(key))

    def all(self) -> Iterator[tuple[str, int, datetime]]:
        """Key, bytes and time of writing of every record, in no order."""
        with reached(self.root):
            for entry in self._objects.all():
                if found := _KEY.fullmatch(entry.name):
                    yield found[1], entry.bytes, entry.modified


MISSING = "store.damaged"
"""Code of a failure that says that an artifact is not there as it was stored."""


def _blob(sha: str) -> str:
    return f"{sha[:2]}/{sha}"


def _record(key: str) -> str:
    return f"{key[:2]}/{key}.json"


def _damaged(sha: str, found: str) -> StageFailure:
    return StageFailure(
        MISSING,
        found=f"artifact {sha[:12]}: {found}",
        wanted="the bytes that were stored",
        remedy="run the build again: what is missing is made anew",
    )
