"""Copies of artifacts with something in them changed, for tests of what is then caught."""

from __future__ import annotations

from typing import Any


def changed(artifact: Any, **fields: Any) -> Any:
    """A copy with some fields replaced; dotted paths reach inside, numbers into tuples."""
    for path, value in fields.items():
        artifact = _put(artifact, path.split("__"), value)
    return artifact


def _put(artifact: Any, path: list[str], value: Any) -> Any:
    head, *rest = path
    if head.isdigit():
        items = list(artifact)
        items[int(head)] = _put(items[int(head)], rest, value) if rest else value
        return tuple(items)
    inner = _put(getattr(artifact, head), rest, value) if rest else value
    return artifact.model_copy(update={head: inner})
