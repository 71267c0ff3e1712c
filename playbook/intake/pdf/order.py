"""The order in which the columns of a document are read, from page to page.

A side bar goes on in its own column; text that runs through equal columns goes on in the first of the next page.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from playbook.intake.pdf.columns import NEAR, TITLE, Column, Zone
from playbook.intake.pdf.words import TextLine


def in_order(pages: Sequence[Sequence[Zone]]) -> list[list[TextLine]]:
    """The lines of all pages in reading order, a list for each column that is read in one go."""
    streams: list[list[TextLine]] = []
    held: list[Column] = []
    last: Zone | None = None
    for zones in pages:
        for number, zone in enumerate(zones):
            if held and last is not None and number == 0 and _flows_on(held, zone):
                for column, more in zip(held, zone.columns, strict=True):
                    column.lines += more.lines
            elif held and not zone.is_split and last is not None and zone.page != last.page and _goes_below(held):
                _below(held, zone).lines += zone.columns[0].lines
                continue  # the columns stay open: the next page may have both again
            else:
                streams += _flushed(held, is_first=not streams)
                held = [Column(list(column.lines)) for column in zone.columns]
            last = zone
    streams += _flushed(held, is_first=not streams)
    return [stream for stream in streams if stream]


def _flushed(held: Sequence[Column], *, is_first: bool) -> list[list[TextLine]]:
    """The columns from left to right; at the start of a document the one that bears its title goes first."""
    columns = list(held)
    if is_first and len(columns) > 1:
        heights = [max(line.height for line in column.lines[:4]) for column in columns]
        best = heights.index(max(heights))
        if heights[best] > TITLE * heights[0]:
            columns.insert(0, columns.pop(best))
    return [column.lines for column in columns]


def _flows_on(held: Sequence[Column], zone: Zone) -> bool:
    """Whether the columns of the page before go on in this zone, each in its own.

    They do not where text runs through all of them, page by page, as in a newspaper of equal columns.
    """
    if len(held) < 2 or len(held) != len(zone.columns):  # noqa: PLR2004  one column goes on anyway
        return False
    if any(abs(column.left - more.left) > NEAR for column, more in zip(held, zone.columns, strict=True)):
        return False
    return _are_apart(held)


def _are_apart(held: Sequence[Column]) -> bool:
    """Whether columns are of different kinds, such as a side bar: not equal ones through which one text runs."""
    widths = [column.width for column in held]
    return max(widths) > 1.25 * min(widths) or _opens_with_heading(held[1])


def _opens_with_heading(column: Column) -> bool:
    return column.lines[0].text.isupper() or column.lines[0].height > 1.12 * median(line.height for line in column.lines)


def _goes_below(held: Sequence[Column]) -> bool:
    """Whether a single column on the next page goes on below one of several.

    Where one text runs through equal columns the last of them goes on, and it comes next anyway.
    """
    return len(held) > 1 and _are_apart(held)


def _below(held: Sequence[Column], zone: Zone) -> Column:
    """The column that a single one on the next page goes on from.

    It is one at its place and of its width, else the widest, as where a side bar stands on the first page only.
    """
    more = zone.columns[0]
    same = [column for column in held if abs(column.left - more.left) <= NEAR and more.width <= 1.3 * column.width]
    return same[0] if same else max(held, key=lambda column: column.width)
