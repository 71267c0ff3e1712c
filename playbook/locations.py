"""Locations: a path of this machine, or a URL that fsspec knows. Whether it is the one or the other is decided here alone.

How bytes come from a location stands here too; what is kept below one, whole and by name, is for `playbook.store.objects`.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

from pydantic import PlainValidator

_MARK = "://"
_LOCAL = ("file", "local")
_OPTIONS: dict[str, dict[str, Any]] = {
    # Its own retries, with growing pauses; AWS_MAX_ATTEMPTS says how many. Ours would multiply them. What is read here is
    # small: in one request, instead of asking for the size first.
    "s3": {"max_concurrency": 1, "config_kwargs": {"retries": {"mode": "standard"}, "connect_timeout": 10, "read_timeout": 60}},
}
_OPTIONS["s3a"] = _OPTIONS["s3"]


class Unreachable(OSError):
    """What stands between us and a location, where its protocol says so by an error of its own."""


def located(text: Path | str) -> Path | str:
    """A path as `Path`, also for `file://`; a URL as it is, without the slash at its end."""
    if isinstance(text, Path) or _MARK not in text:
        return Path(text)
    if text.partition(_MARK)[0] in _LOCAL:
        return Path(unquote(urlsplit(text).path))
    scheme, _, rest = text.partition(_MARK)
    return f"{scheme}{_MARK}{rest.rstrip('/')}"


def _valid(value: object) -> Path | str:
    if not isinstance(value, Path | str) or not str(value):
        raise ValueError("neither a path nor a URL")
    return located(value)


Location = Annotated[Path | str, PlainValidator(_valid)]
"""A `Path`, or a URL as text."""


def below(location: Location, *names: str) -> Location:
    """What stands under these names below a location."""
    return location.joinpath(*names) if isinstance(location, Path) else "/".join((location, *names))


def beside(location: Location, name: str) -> Location:
    """What a file at `location` means by a name: a URL, or a path that is relative to the file.

    Raises `ValueError` for a file behind a URL that names a path of this machine or one above its bucket.
    """
    if _MARK in name:
        return located(name)
    if isinstance(location, Path):
        return location.parent / name
    scheme, _, rest = location.partition(_MARK)
    root, _, path = rest.rpartition("/")[0].partition("/")
    whole = posixpath.normpath(posixpath.join(path, name))
    if name.startswith("/") or whole.split("/", 1)[0] == "..":
        raise ValueError(name)
    return f"{scheme}{_MARK}{root}/{whole}"


def whole(location: Location) -> Location:
    """The location from everywhere: a path made absolute."""
    return location.absolute() if isinstance(location, Path) else location


def name_of(location: Location) -> str:
    """The last piece."""
    return location.name if isinstance(location, Path) else location.rpartition("/")[2]


def link(location: Location) -> str:
    """A URL for a location."""
    return location.absolute().as_uri() if isinstance(location, Path) else location


def read_at(location: Location, limit: int) -> bytes:
    """The first `limit` bytes of a file. Raises `OSError`, of the kind that a file of this machine would raise."""
    if isinstance(location, Path):
        with location.open("rb") as file:
            return file.read(limit)
    with os_errors():
        system, path = opened(location)
        if system.info(path)["size"] > limit:
            return bytes(system.cat_file(path, start=0, end=limit))
        return bytes(system.cat_file(path))


def is_file(location: Location) -> bool:
    """Whether there is a file. Raises `OSError` where nobody can tell."""
    if isinstance(location, Path):
        return location.is_file()
    with os_errors():
        system, path = opened(location)
        try:
            return bool(system.info(path)["type"] == "file")
        except FileNotFoundError:
            return False


def opened(url: str) -> tuple[Any, str]:
    """Fsspec's file system for a URL, and the path in it."""
    scheme, _, rest = url.partition(_MARK)
    system = _system(f"{scheme}{_MARK}{rest.partition('/')[0]}", os.getpid())
    return system, system._strip_protocol(url)  # noqa: SLF001  fsspec's own contract for what `url_to_fs` does


@lru_cache(maxsize=64)
def _system(root: str, _process: int) -> Any:  # noqa: ANN401  fsspec has no types
    """One for all threads of a process; no child that was forked goes on with its parent's connections.

    Listings are never kept: other machines write, too.
    """
    import fsspec

    options = _OPTIONS.get(root.partition(_MARK)[0], {})
    return fsspec.url_to_fs(root, skip_instance_cache=True, use_listings_cache=False, **options)[0]


@contextmanager
def os_errors() -> Iterator[None]:
    """Errors of protocols as `OSError`; what is one already stays as it is."""
    try:
        yield
    except OSError:
        raise
    except ImportError as error:
        raise Unreachable(f"a package for it is missing ({error.name or error}): `uv sync --extra s3` for S3") from error
    except Exception as error:
        raise Unreachable(f"{type(error).__name__}: {error}") from error


def reason(error: OSError) -> str:
    """Why, in the words of the system or of the protocol."""
    return error.strerror or str(error) or type(error).__name__
