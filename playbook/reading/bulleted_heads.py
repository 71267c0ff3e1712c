"""Resumes that mark the head of a role with a bullet and tell below it what was done, with other bullets or none.

Which rows of a section head a role is for `playbook.reading.positions`; here a mark is taken away that would hide it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from playbook.reading.dates import ends_in_range
from playbook.reading.header_dates import dates_of
from playbook.reading.header_labels import has_label
from playbook.reading.rows import Row
from playbook.reading.titles import title_weight

_PIECES = re.compile(r"[,|\t(]|\s[-–—]\s|\s(?:at|@)\s")
_LONGEST = 24
"""Words beyond which a dated line tells something."""
_SURE = 2
"""Such rows that a document must have: one alone may be a bullet on a secondment."""


def without_bullets(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, those that head a role without their bullet.

    Employers that are numbered stand apart above a row with title and dates; else no other row of the document may head a role.
    """
    rows = [replace(row, is_bullet=False) if _is_numbered(rows, number) else row for number, row in enumerate(rows)]
    heads = [number for number, row in enumerate(rows) if row.is_bullet and _heads(row)]
    is_told = all(number + 1 < len(rows) and number + 1 not in heads for number in heads)
    if len(heads) < _SURE or not is_told or any(_heads(row) for row in rows if not row.is_bullet):
        return tuple(rows)
    headed: list[Row] = []
    is_below = False
    for number, row in enumerate(rows):
        if number in heads:
            headed.append(replace(row, is_bullet=False, is_apart=True))
        else:
            is_below = is_below and not row.is_apart
            # Plain lines right below such a head tell what was done.
            headed.append(replace(row, is_bullet=True) if is_below else row)
        is_below = is_below or number in heads
    return tuple(headed)


def _is_numbered(rows: Sequence[Row], number: int) -> bool:
    """Whether a row with a bullet, apart from the bullets above, heads a role whose own bullets follow without a gap."""
    row = rows[number]
    below = rows[number + 1] if number + 1 < len(rows) else None
    if not (row.is_bullet and row.is_apart and below is not None and not below.is_apart) or len(row.text.split()) > _LONGEST:
        return False
    if below.is_bullet:
        return _is_dated(row) and _names_title(row.text)
    return has_label(below) or (dates_of(below) is not None and _names_title(below.text) and not row.text.endswith("."))


def _names_title(text: str) -> bool:
    return any(title_weight(piece) == 2 for piece in _PIECES.split(text))  # noqa: PLR2004  a title by its head


def _heads(row: Row) -> bool:
    """Whether a row opens with a title and closes with dates."""
    phrase = _PIECES.split(row.text, maxsplit=1)[0]
    is_title = title_weight(phrase) == 2  # noqa: PLR2004  a title by its head
    return is_title and _is_dated(row) and len(row.text.split()) <= _LONGEST


def _is_dated(row: Row) -> bool:
    """Whether dates close a row."""
    dates = dates_of(row)
    return ends_in_range(row.text) or (dates is not None and dates.to == len(row.text))
