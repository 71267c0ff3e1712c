"""Texts out of foreign JSON: what has another shape than the one that is asked for is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from playbook.intake.layout import RawLine

Record = Mapping[str, Any]


def raw_lines(lines: Iterable[str]) -> list[RawLine]:
    """Lines, with the space that blank ones make."""
    found, is_apart = [], False
    for line in lines:
        for piece in line.splitlines() or [""]:
            if not piece.strip():
                is_apart = True
                continue
            found.append(RawLine(piece, is_apart=is_apart))
            is_apart = False
    return found


def records_of(record: Record, key: str) -> list[Record]:
    """The records of a list; a bare name becomes one."""
    value = record.get(key)
    entries = value if isinstance(value, list) else []
    return [
        one if isinstance(one, Mapping) else {"name": one, "title": one} for one in entries if isinstance(one, Mapping | str)
    ]


def texts_at(record: Any, key: str) -> list[str]:  # noqa: ANN401  foreign data
    """The text at a key, if any."""
    value = record.get(key) if isinstance(record, Mapping) else None
    return [" ".join(value.split())] if isinstance(value, str) and value.strip() else []


def first_of(record: Record, *keys: str) -> str:
    """The first text at one of the keys; empty where there is none."""
    return next((text for key in keys for text in texts_at(record, key)), "")


def texts_of(value: Any) -> list[str]:  # noqa: ANN401  foreign data
    """The texts of a list, or the one text."""
    if isinstance(value, str):
        return [value]
    return (
        [" ".join(item.split()) for item in value if isinstance(item, str) and item.strip()] if isinstance(value, list) else []
    )
