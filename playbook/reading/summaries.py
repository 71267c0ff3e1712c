"""The summary of a resume: which rows it has, and which of them make up the one fact that the artifact holds.

What of a summary is told and what is hoped for stands in `playbook.reading.wishes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from playbook.provenance import Fact
from playbook.reading.dates import find_ranges
from playbook.reading.rows import Row, Slice, holds_contact
from playbook.reading.sections import Section

_SCRAP = 2
"""So few words say nothing."""
_ROW = re.compile(r"\n(?:- |(?![a-z]))")
"""Where a row of a summary ends; a small letter goes on with the row above."""
_MARKS = " \t\n-"
"""What stands between two rows that follow each other."""


def summary_rows(sections: Sequence[Section], loose: Sequence[Row]) -> list[Row]:
    """The rows below headings of a summary, else those that stand loose above the first heading."""
    return [row for section in sections if section.id == "summary" for row in section.rows] or list(loose)


def says_something(row: Row) -> bool:
    """Whether a row is no scrap, and holds no contact data."""
    return not holds_contact(row.text) and len(row.text.split()) > _SCRAP


def joined(rows: Sequence[Row]) -> Slice | None:
    """The rows from the first that says something, as far as they follow each other without contact data between them."""
    found: Slice | None = None
    for row in rows:
        if found is None:
            found = row.body if says_something(row) else None
        elif holds_contact(row.text) or row.body.document.text[found.end : row.body.start].strip(_MARKS):
            break
        else:
            found = found.to(row.body)
    return found


def opening(summary: Fact) -> str:
    """The first row of a summary, which says who somebody is."""
    return _ROW.split(summary.text)[0]


def above_roles(rows: Sequence[Row]) -> Iterator[Row]:
    """The sentences of a resume without headings that stand above its roles."""
    for row in rows:
        if row.is_bullet or find_ranges(row.text):
            return
        yield row
