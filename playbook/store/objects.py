"""Whole files by name below a location: one interface, for a folder of this machine and for what fsspec reaches by URL.

A write is seen whole or not at all. What the names and the content mean is for the modules beside this one; errors are
`OSError`, and `FileNotFoundError` where nothing stands under a name.
"""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from playbook.errors import StageFailure
from playbook.locations import Location, opened, os_errors, reason
from playbook.store.leftovers import PARTIAL, unwritable

AT_ONCE = 200
"""Files that are read side by side."""


@dataclass(frozen=True)
class Entry:
    """A file below a location."""

    name: str
    """With `/` between folders."""
    bytes: int
    modified: datetime


class Objects(Protocol):
    """Files below one location."""

    near: bool
    """Whether reading a file costs no more than asking whether it is there."""

    def read(self, name: str) -> bytes:
        """The content of a file."""

    def read_each(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Names and contents of these files; those that are not there any more are left out."""

    def write(self, name: str, content: bytes, *, lasting: bool = True) -> None:
        """Put `content` under a name, in place of what is there.

        Without `lasting` a disk is not waited for, and a power cut may leave a torn file: for what is told when it is torn
        and can be made again.
        """

    def has(self, name: str) -> bool:
        """Whether there is a file, whatever is in it."""

    def delete(self, name: str) -> bool:
        """Remove a file; whether it was there."""

    def move(self, name: str, new: str) -> None:
        """Give a file another name."""

    def all(self) -> Iterator[Entry]:
        """Every file."""

    def check(self) -> None:
        """Raise `OSError` where the location cannot be reached; that nothing is there yet is no fault."""


def objects_at(location: Location) -> Objects:
    """The files below a location."""
    return Folder(location) if isinstance(location, Path) else Bucket(location)


class Folder:
    """Files of this machine, or of a disk that machines share."""

    near = True

    def __init__(self, root: Path) -> None:
        """`root` is made at the first write."""
        self.root = root

    def read(self, name: str) -> bytes:
        """The content of a file."""
        return (self.root / name).read_bytes()

    def read_each(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Names and contents, one after the other."""
        for name in names:
            with contextlib.suppress(FileNotFoundError):
                yield name, self.read(name)

    def write(self, name: str, content: bytes, *, lasting: bool = True) -> None:
        """Write and rename."""
        write_whole(self.root / name, content, lasting=lasting)

    def has(self, name: str) -> bool:
        """Whether there is a file."""
        return (self.root / name).is_file()

    def delete(self, name: str) -> bool:
        """Remove a file; whether it was there."""
        try:
            (self.root / name).unlink()
        except FileNotFoundError:
            return False
        return True

    def move(self, name: str, new: str) -> None:
        """Rename."""
        (self.root / name).replace(self.root / new)

    def all(self) -> Iterator[Entry]:
        """Every file; those that vanish meanwhile are left out."""
        waiting = [self.root]
        while waiting:
            with contextlib.suppress(FileNotFoundError), os.scandir(waiting.pop()) as found:
                for one in found:
                    if one.is_dir():
                        waiting.append(Path(one.path))
                        continue
                    with contextlib.suppress(FileNotFoundError):
                        status = one.stat()
                        name = Path(one.path).relative_to(self.root).as_posix()
                        yield Entry(name, status.st_size, datetime.fromtimestamp(status.st_mtime, UTC))

    def check(self) -> None:
        """Whether the folder, or the first above it that is there, can be written."""
        existing = next(folder for folder in (self.root, *self.root.absolute().parents) if folder.exists())
        if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
            raise PermissionError("a file" if existing.is_file() else "no right to write")


class Bucket:
    """Objects behind a URL."""

    near = False

    def __init__(self, url: str) -> None:
        """Nothing is asked of the network yet."""
        self.url = url

    def read(self, name: str) -> bytes:
        """The content of an object, in one request."""
        with os_errors():
            system, root = opened(self.url)
            return bytes(system.cat_file(f"{root}/{name}"))

    def read_each(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Names and contents, many requests at a time."""
        for first in range(0, len(names), AT_ONCE):
            some = names[first : first + AT_ONCE]
            with os_errors():
                system, root = opened(self.url)
                paths = {f"{root}/{name}": name for name in some}
                found = system.cat(list(paths), on_error="return") if len(some) > 1 else _one(system, *paths)
                for content in found.values():
                    if isinstance(content, Exception) and not isinstance(content, FileNotFoundError):
                        raise content
            yield from ((paths[path], content) for path, content in found.items() if isinstance(content, bytes))

    def write(self, name: str, content: bytes, *, lasting: bool = True) -> None:  # noqa: ARG002  what is there lasts
        """Put an object: the storage shows it when it is whole."""
        with os_errors():
            system, root = opened(self.url)
            system.pipe_file(f"{root}/{name}", content)

    def has(self, name: str) -> bool:
        """Whether there is an object; its content is not read."""
        with os_errors():
            system, root = opened(self.url)
            try:
                return bool(system.info(f"{root}/{name}")["type"] == "file")
            except FileNotFoundError:
                return False

    def delete(self, name: str) -> bool:
        """Remove an object; whether it was there."""
        if not self.has(name):
            return False
        with os_errors():
            system, root = opened(self.url)
            with contextlib.suppress(FileNotFoundError):
                system.rm_file(f"{root}/{name}")
        return True

    def move(self, name: str, new: str) -> None:
        """Copy, and remove the old one."""
        with os_errors():
            system, root = opened(self.url)
            system.cp_file(f"{root}/{name}", f"{root}/{new}")
            system.rm_file(f"{root}/{name}")

    def all(self) -> Iterator[Entry]:
        """Every object, folder by folder, so that no listing need be held whole."""
        system, root = opened(self.url)
        for info in self._listed(system, root):
            inside = [info] if info["type"] == "file" else self._found(system, info["name"])
            for one in inside:
                name = one["name"].removeprefix(root).lstrip("/")
                yield Entry(name, one["size"], _modified(one))

    def check(self) -> None:
        """Ask for a listing."""
        self._listed(*opened(self.url))

    def _found(self, system: Any, path: str) -> list[dict[str, Any]]:  # noqa: ANN401  fsspec has no types
        with os_errors():
            return list(system.find(path, detail=True).values())

    def _listed(self, system: Any, path: str) -> list[dict[str, Any]]:  # noqa: ANN401  as above
        """What stands directly below a path; that it is not there is said of a bucket alone."""
        with os_errors():
            try:
                return list(system.ls(path, detail=True))
            except FileNotFoundError:
                bucket = path.strip("/").split("/", 1)[0]
                if _has_buckets(system) and not system.exists(bucket):
                    raise FileNotFoundError(f"there is no bucket {bucket!r}") from None
                return []


def _one(system: Any, path: str) -> dict[str, Any]:  # noqa: ANN401  as above
    """As `cat` gives many: it gives the content of one alone."""
    try:
        return {path: system.cat_file(path)}
    except FileNotFoundError as error:
        return {path: error}


def _has_buckets(system: Any) -> bool:  # noqa: ANN401  as above
    """Whether the first piece of a path is something that must be made before it is used, as in memory it is not."""
    return "memory" not in system.protocol


def _modified(info: dict[str, Any]) -> datetime:
    """When an object was written; protocols have no common name for it."""
    names = ("LastModified", "last_modified", "mtime", "updated", "created")
    value = next((info[name] for name in names if info.get(name) is not None), 0.0)
    if isinstance(value, int | float):
        return datetime.fromtimestamp(value, UTC)
    found = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


@contextmanager
def reached(location: Location) -> Iterator[None]:
    """Errors of a store as one failure, in one line."""
    try:
        yield
    except OSError as error:
        raise StageFailure(
            "store.unreachable",
            found=f"{location}: {reason(error)}",
            wanted="a store that can be read and written",
            remedy="check PLAYBOOK_STORE, the rights and the network; `playbook doctor` tries it",
        ) from error


def _opened(path: Path) -> BinaryIO:
    """A new file; its folder is made where there is none, which is rare enough to be tried second."""
    try:
        return path.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")


def write_whole(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """Write `content` so that `path` holds all of it or does not exist, also after a crash: of the machine only if `lasting`.

    Raises `StageFailure` with `store.unwritable` where it cannot be written, as on a full disk; nothing is left then.
    """
    partial = path.with_name(f"{path.name}.{uuid.uuid4().hex[:12]}{PARTIAL}")  # machines that share a disk share process ids
    try:
        with _opened(partial) as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink()  # a full disk has no room for it
        raise unwritable(path.name[:12], error) from error
