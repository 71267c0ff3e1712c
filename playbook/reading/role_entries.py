"""Roles in the making, and which of them are none once all of a section are known.

How the rows of a section become roles is for `playbook.reading.positions`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from playbook.reading.header_form import Form
from playbook.reading.header_groups import is_within
from playbook.reading.headers import Header
from playbook.reading.rows import Slice
from playbook.reading.time_off import is_time_off
from playbook.reading.titles import title_weight

_REMARK = re.compile(r"[a-z][a-z ]+:\s")
_SEVERAL = 2
"""Roles below a header within its time, from which on it is the roof over them."""


@dataclass(slots=True)
class Entry:
    """A role in the making."""

    header: Header
    highlights: list[Slice] = field(default_factory=list)
    summary: Slice | None = None
    has_bullets: bool = False
    is_stacked: bool = False
    """Whether its header stands right below that of another role at the same employer."""


@dataclass(slots=True)
class Reading:
    """What a section of roles holds: the roles, and the lines that name their tools."""

    entries: list[Entry] = field(default_factory=list)
    tools: list[tuple[str, Slice]] = field(default_factory=list)
    """The label of the line, empty where it has none, and what stands after it."""
    form: Form = field(default_factory=Form)
    """What its headers have in common."""
    parted: int = 0
    """Roles above the last heading within the section: none of their employers is that of a role below it."""
    is_spaced: bool = False
    """Whether empty lines part its roles."""
    lead: int | None = None
    """Rows of a header that stand above its dates, as in the first one, above which nothing else can stand."""


def with_headers(entries: list[Entry]) -> list[Entry]:
    """The roles without those that have neither title nor employer nor dates: what they tell belongs to the role above."""
    kept: list[Entry] = []
    dated = sum(entry.header.dates is not None for entry in entries)
    for number, entry in enumerate(entries):
        header = entry.header
        if _is_umbrella(entries, number):
            continue
        if header.title is None and header.employer is None and header.dates is None and len(entries) > 1:
            if kept:
                kept[-1].highlights += entry.highlights
            continue
        if is_time_off(" ".join(part.text for part in (header.title, header.employer) if part is not None)):
            continue
        if dated > 1 and not entry.highlights and _is_side_line(header):
            continue
        if header.title is None and header.dates is None and not entry.highlights and dated > 1:
            continue  # a line below the last role, such as one on references
        kept.append(entry)
    return kept


def _is_side_line(header: Header) -> bool:
    """Whether a dated line is a remark in small letters on what was done beside: "evening: preparation for the exam"."""
    words = [part.text for part in (header.title, header.employer) if part is not None]
    return len(words) == 1 and bool(_REMARK.match(words[0])) and not title_weight(words[0])


def restack(entries: Sequence[Entry]) -> None:
    """Give what stands below several titles at one employer to the newest of them: all of it may be of the last years."""
    for at in range(len(entries) - 1, 0, -1):
        lower, upper = entries[at], entries[at - 1]
        below, above = lower.header, upper.header
        if not lower.is_stacked or upper.highlights or not (above.employer and above.employer is below.employer):
            continue
        if below.dates and above.dates and (below.dates.start or "") < (above.dates.start or ""):
            upper.highlights, lower.highlights, upper.has_bullets = lower.highlights, [], lower.has_bullets


def _is_umbrella(entries: Sequence[Entry], number: int) -> bool:
    """Whether a header holds no more than the time of the roles below it, each at a client: "own company – contracts"."""
    entry = entries[number]
    header, below = entry.header, entries[number + 1 : number + 1 + _SEVERAL]
    if entry.highlights or header.dates is None or (header.title is not None and title_weight(header.title.text)):
        return False
    return len(below) == _SEVERAL and all(
        one.header.dates is not None
        and one.header.employer is not None
        and one.header.employer is not header.employer
        and is_within(one.header.dates, header.dates)
        for one in below
    )
