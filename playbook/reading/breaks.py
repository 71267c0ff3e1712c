"""What a resume says of time in which its owner was not employed: the lines, their dates, and the words that can be said again.

Which rows these are is told by `playbook.reading.time_off`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from playbook.artifacts.resume import TimeOff
from playbook.provenance import Fact
from playbook.reading.dates import DateRange, find_dates, find_ranges
from playbook.reading.rows import Row, Slice, holds_contact
from playbook.reading.time_off import is_loose_time_off, opens_with_time_off, rows_of_time_off

_PARTS = re.compile(r"\s*\([^()]*\)?[\s.,;:]*|\s*[:;\t|*]+\s*|\.\s+|\.$|\s+[-–—]+\s+|^[-–—,\s\[]+|[-–—,\s\]]+$")
_WHILE = re.compile(r",?\s+(?:while|when|because|until|so that)\s")
_LABEL = re.compile(
    r"(?:(?:a )?(?:planned |short |long )?(?:career|family|employment)? ?(?:break|gap|pause)"
    r"|time (?:off|out)|gap year|years? (?:off|out)"
    r"|not working|sabbatical|unemployed|out of work)\W*",
    re.IGNORECASE,
)
"""Says that there was such a time, and not why."""
_HEALTH = re.compile(
    r"\b(?:health|medical\w*|sick\w*|ill(?:ness)?|injur\w+|surg\w+|operation|rehab\w*|recover\w*|treatment|therapy|cancer|chemo\w*|"
    r"depress\w+|anxiety|burn-?out|stress|diagnos\w+|disab\w+|hospital\w*|stroke|pregnan\w+|miscarriage|bereave\w*|death|died|"
    r"krank\w*|maladie|enfermedad|doença)\b",
    re.IGNORECASE,
)
_LONGEST = 16
"""Words of a reason; more are a story, which is for its owner to tell."""


def breaks_in(rows: Sequence[Row]) -> Iterator[TimeOff]:
    """The times off of a section of roles, in document order; rows one below the other are one."""
    off = rows_of_time_off(rows)
    held: list[Row] = []
    for number, row in enumerate(rows):
        is_off = number in off or (not row.is_bullet and bool(_dated(row.text)) and opens_with_time_off(row.text))
        if held and (not is_off or row.is_apart):
            yield _break(held)
            held = []
        if is_off and not holds_contact(row.text):
            held.append(row)
    if held:
        yield _break(held)


def loose_breaks(rows: Sequence[Row]) -> Iterator[TimeOff]:
    """The times off that a section tells of which holds no roles: a leave below the courses."""
    yield from (_break([row]) for row in rows if is_loose_time_off(row) and not holds_contact(row.text))


def _break(rows: Sequence[Row]) -> TimeOff:
    dates = next((found[0] for row in rows if (found := find_ranges(row.text) or find_dates(row.text))), None)
    return TimeOff(
        fact=rows[0].body.to(rows[-1].body).fact,
        reason=_reason(rows),
        start_date=dates.start if dates else None,
        end_date=dates.end if dates else None,
    )


def _reason(rows: Sequence[Row]) -> Fact | None:
    """The first words that say why; those for the time itself where there are no others."""
    pieces = [piece for row in rows for part in _undated(row.body) for piece in part.split(_PARTS) if len(piece.text) > 2]  # noqa: PLR2004  a mark
    told = [piece for piece in pieces if not _LABEL.fullmatch(piece.text)] or pieces
    if not told or _HEALTH.search(told[0].text) or len(told[0].text.split()) > _LONGEST:
        return None
    return told[0].split(_WHILE)[0].fact


def _undated(body: Slice) -> Iterator[Slice]:
    at = 0
    for dates in _dated(body.text):
        yield body.cut(at, dates.at)
        at = dates.to
    yield body.cut(at)


def _dated(text: str) -> Sequence[DateRange]:
    return find_ranges(text) or find_dates(text)
