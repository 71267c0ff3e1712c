"""Blocks of header lines cut into one header each: by their dates, and by employers whose dates span several roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from playbook.reading.dates import DateRange, find_ranges
from playbook.reading.header_dates import begins_within, dates_of
from playbook.reading.headers import Header
from playbook.reading.rows import Row, Slice
from playbook.reading.titles import title_weight
from playbook.reading.vocabulary import is_place

_ACTED = re.compile(r"(?:acting|seconded|secondment|deputi[sz]ed|deputi[sz]ing|stood in|stepped up)\b", re.IGNORECASE)


def acted_below(rows: Sequence[Row]) -> list[Row]:
    """The rows that say what somebody stood in as for a part of the role above: "Acting Senior Fitter: Mar-Jul 2023".

    What is told below them is told of the whole role.
    """
    found: list[Row] = []
    for number, row in enumerate(rows):
        within = find_ranges(row.text)
        above = next((dates for one in reversed(rows[:number]) if one not in found and (dates := dates_of(one))), None)
        if above and within and _ACTED.match(row.text) and all(is_within(one, above) for one in within):
            found.append(row)
    return found


def groups_of(rows: Sequence[Row]) -> Iterable[Sequence[Row]]:
    """A block cut into headers: one for each row with dates."""
    cut = next((number for number in range(1, len(rows)) if _on_one_line(rows[number - 1], rows[number])), 0)
    if cut:
        return [*groups_of(rows[:cut]), *groups_of(rows[cut:])]
    dated = [number for number, row in enumerate(rows) if dates_of(row) is not None and not begins_within(row, rows)]
    if len(dated) < 2:  # noqa: PLR2004  one header
        return [rows]
    if _spans_roles(rows, dated):
        # The employer's row carries the dates of the whole time there; each title below has its own.
        first, rest = rows[: dated[1] + 1], rows[dated[1] + 1 :]
        outer = _without_dates(rows[dated[0]])
        undated = [*rows[: dated[0]], *([outer] if outer else []), *rows[dated[0] + 1 : dated[1] + 1]]
        return [undated, *(groups_of(rest) if rest else ())] if first else [rows]
    if _roofs_roles(rows, dated):
        return [rows[:1], *groups_of(rows[1:])]
    groups: list[list[Row]] = []
    if dated[0] == 0:
        is_begun = False
        for number, row in enumerate(rows):
            opens_next = _opens_next(rows, number, dated)
            if opens_next or (number in dated and not is_begun):
                groups.append([])
            is_begun = opens_next or (is_begun and number not in dated)
            groups[-1].append(row)
        return groups
    groups.append([])
    for number, row in enumerate(rows):
        is_closed = any(at < number for at in dated) and any(dates_of(held) for held in groups[-1])
        if is_closed and not is_place(row.text):
            groups.append([])
        groups[-1].append(row)
    return groups


def _on_one_line(row: Row, other: Row) -> bool:
    """Whether two rows were parted that stand in one line, each with a role of its own."""
    return "\n" not in row.body.document.text[row.body.end : other.body.start]


def described(headers: Sequence[Sequence[Row]], about: Sequence[Row]) -> Iterable[tuple[Sequence[Row], Slice | None]]:
    """The headers of a block, each with the first row of `about` that stands in it or below it: what the employer is."""
    ends = [header[0].body.start for header in headers[1:] if header]
    rest = [row.body for row in about]
    for number, header in enumerate(headers):
        own = [one for one in rest if number >= len(ends) or one.start < ends[number]]
        rest = rest[len(own) :]
        yield header, own[0] if own else None


def span_of(header: Header, rows: Sequence[Row]) -> DateRange | None:
    """The dates on the line of the employer, where those of the role are other ones."""
    employer = header.employer
    line = next((row for row in rows if employer and row.body.start <= employer.start < row.body.end), None)
    dates = dates_of(line) if line else None
    is_other = (
        dates is not None and header.dates is not None and (dates.start, dates.end) != (header.dates.start, header.dates.end)
    )
    return dates if is_other else None


def _opens_next(rows: Sequence[Row], number: int, dated: Sequence[int]) -> bool:
    """Whether a row behind an empty line is the first of the next role: the one above it has all that a role has."""
    above = max((at for at in dated if at < number), default=None)
    below = next((at for at in dated if at > number), None)
    if number in dated or not rows[number].is_apart or above is None or below is None:
        return False
    return bool(title_weight(rows[above].text)) and not any(row.is_apart for row in rows[number + 1 : below + 1])


def _spans_roles(rows: Sequence[Row], dated: Sequence[int]) -> bool:
    outer, inner = dates_of(rows[dated[0]]), dates_of(rows[dated[1]])
    if outer is None or inner is None or title_weight(rows[dated[0]].text) or not title_weight(rows[dated[1]].text):
        return False
    return is_within(inner, outer)


def _roofs_roles(rows: Sequence[Row], dated: Sequence[int]) -> bool:
    """Whether the first row is the whole time with an employer, and each role below names the unit that it was held in.

    As those who served write it: "US NAVY  2016 - present", and behind an empty line a title above "USS Harrow  2019 - 2023".
    """
    outer, inner = dates_of(rows[dated[0]]), dates_of(rows[dated[1]])
    between = rows[1 : dated[1]]
    if (
        dated[0]
        or not between
        or outer is None
        or inner is None
        or title_weight(rows[0].text)
        or title_weight(rows[dated[1]].text)
    ):
        return False
    is_parted = between[0].is_apart and not any(row.is_apart for row in rows[2 : dated[1] + 1])
    return is_parted and bool(title_weight(between[0].text)) and is_within(inner, outer)


def is_within(inner: DateRange, outer: DateRange) -> bool:
    """Whether one time lies in another, as far as their dates tell."""
    starts = (outer.start or "") <= (inner.start or "")
    ends = outer.is_current or (not inner.is_current and (inner.end or "")[:4] <= (outer.end or "9")[:4])
    return starts and ends


def _without_dates(row: Row) -> Row | None:
    """The row up to its dates; `None` where it holds nothing else."""
    dates = dates_of(row)
    if dates is None:
        return row
    before = row.body.cut(0, dates.at).trimmed(" \t,|·–—-(")
    return Row(before, row.is_bullet, row.is_apart) if before else None
