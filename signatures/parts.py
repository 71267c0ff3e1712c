"""A draft in parts: what one call asks for.

A call for all eight stories has an answer that takes a minute, that a small model loses count in, and that is lost whole where
it is cut off. Parts are asked for side by side. What is done with their answers is for `verify`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby

from playbook.provenance import Line

_ITEM = re.compile(r"(?:/[^/\d][^/]*)*/\d+(?=/|$)")
"""Where an item of a list stands, such as a story, in the pointer of one of its lines."""


def parts_of(lines: Mapping[str, Line], size: int, most: int | None = None) -> tuple[dict[str, Line], ...]:
    """The lines in parts of about `size`, in order: an item of a list stays whole, and a short one has others beside it.

    `most` is how many parts there may be, at least one: where they would be more, each is larger.
    """
    if len(lines) <= size:
        return (dict(lines),)
    items = [dict(item) for _, item in groupby(lines.items(), key=lambda row: _item(row[0]))]
    while True:
        parts: list[dict[str, Line]] = []
        for item in items:
            if parts and len(parts[-1]) + len(item) <= size:
                parts[-1] |= item
            else:
                parts.append(dict(item))
        if most is None or len(parts) <= max(most, 1):
            return tuple(parts)
        size += 1


def _item(at: str) -> str:
    found = _ITEM.match(at)
    return found[0] if found else at
