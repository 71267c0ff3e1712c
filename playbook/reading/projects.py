"""Projects: a name and what was done, on header lines with bullets or in one bullet each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playbook.reading.header_dates import dates_of
from playbook.reading.headers import Header
from playbook.reading.positions import read_positions
from playbook.reading.role_entries import Entry, Reading
from playbook.reading.role_lines import TOOLS
from playbook.reading.rows import URL, Row, Slice, holds_contact
from playbook.reading.sentences import opens_with_verb

_NAME = re.compile(r"^(?P<name>[^:.]{2,60}?)\s*(?::\s+|\s+[-–—]\s+)(?=\S)")
_EDGE = " \t,;|·•–—-("
_PIECES = re.compile(r"\s*[\t|·•]\s*|\s+[-–—]\s+(?![^()]*\))")
_DATED_ASIDE = re.compile(r"^[A-ZÀ-Ý\d][^():.]{1,50}\s\((?=[^()]*\b(?:19|20)\d\d\b)[^()]*\)$")
"""A project whose only date stands in brackets behind its name: "Bus Buddy (2nd place, Oct 2023)"."""


def read_projects(rows: Sequence[Row], verbs: frozenset[str]) -> Reading:
    """The projects of a section. Their headers name a project, not a title and an employer."""
    reading = Reading()
    for run in _runs([row for row in rows if not _is_link(row)], verbs):
        if (own := _own(run, verbs)) is not None:
            reading.entries.append(own[0])
            reading.tools += own[1]
            continue
        part = read_positions(run, verbs)
        reading.entries += part.entries
        reading.tools += part.tools
    by_start = {row.body.start: row for row in rows}
    entries: list[Entry] = []
    for entry in reading.entries:
        header = entry.header
        if header.title is None and header.employer is None and header.dates is None:
            entries.extend(_single(piece) for piece in entry.highlights)
            continue
        first = min((piece for piece in (header.title, header.employer) if piece), key=lambda piece: piece.start, default=None)
        if first is not None:
            row = by_start.get(first.start)
            first = _name_of(row) if row else first
        entries.append(
            Entry(
                Header(None, first, header.place, header.dates, header.dates_at),
                entry.highlights,
                entry.summary,
                entry.has_bullets,
            )
        )
    reading.entries = [entry for entry in entries if not (entry.header.employer and holds_contact(entry.header.employer.text))]
    reading.entries = [_named_by_line(entry, verbs) for entry in reading.entries]
    return reading


def _runs(rows: Sequence[Row], verbs: frozenset[str]) -> list[list[Row]]:
    """Rows cut before each line that is a project by itself: "Trail Finder: an app that …"."""
    runs: list[list[Row]] = [[]]
    for row in rows:
        if not row.is_bullet and _DATED_ASIDE.match(row.text) and not opens_with_verb(row.text, verbs):
            runs.append([row])
            continue
        match = None if row.is_bullet or dates_of(row) else _NAME.match(row.text)
        if (
            match is not None
            and len(match["name"].split()) <= 7  # noqa: PLR2004  a length that only this rule uses
            and not opens_with_verb(row.text, verbs)
            and not TOOLS.match(row.text)
        ):
            runs.append([Row(row.body, is_bullet=True, is_apart=True)])
        elif row.is_apart and not row.is_bullet and runs[-1] and _is_named(runs[-1]):
            runs.append([row])  # an empty line ends what is told of the project above
        else:
            runs[-1].append(row)
    return runs


def _is_named(run: Sequence[Row]) -> bool:
    """Whether a run opens with the name of a project that was taken for a bullet, and goes on with bullets."""
    return (
        run[0].is_bullet and run[0].is_apart and _NAME.match(run[0].text) is not None and any(row.is_bullet for row in run[1:])
    )


def _own(run: Sequence[Row], verbs: frozenset[str]) -> tuple[Entry, list[tuple[str, Slice]]] | None:
    """One project whose name and what it is stand in a line above its bullets, and what it was made with between them."""
    if not run or not _is_named(run) or any(row.is_apart for row in run[1:]):
        return None
    single = _single(run[0].body)
    if single.header.employer is None:
        return None
    tools: list[tuple[str, Slice]] = []
    highlights: list[Slice] = []
    for row in run[1:]:
        if row.is_bullet or opens_with_verb(row.text, verbs):
            highlights.append(row.body)
        else:
            tools.append(("", row.body.trimmed(" .")))
    entry = Entry(single.header, highlights, single.highlights[0] if single.highlights else None, has_bullets=True)
    return entry, tools


def _is_link(row: Row) -> bool:
    return not row.is_bullet and bool(URL.fullmatch(row.text))


def _name_of(row: Row) -> Slice:
    """The first piece of a header, without its dates."""
    dates = dates_of(row)
    body = row.body
    if dates is not None:
        body = body.cut(0, dates.at) if dates.at else body.cut(dates.to)
    pieces = [piece.trimmed(_EDGE) for piece in body.split(_PIECES)]
    return next((piece for piece in pieces if piece), row.body)


def _single(piece: Slice) -> Entry:
    """A bullet that is a project by itself: "Trail Finder: an app that …"."""
    match = _NAME.match(piece.text)
    if match is None or len(match["name"].split()) > 7:  # noqa: PLR2004  a sentence, not a name
        return Entry(Header(), [piece], None, has_bullets=True)
    return Entry(Header(None, piece.cut(0, match.end("name"))), [piece.cut(match.end())], None, has_bullets=True)


def _named_by_line(entry: Entry, verbs: frozenset[str]) -> Entry:
    """A project whose only line is prose: the line is what was done."""
    if not entry.highlights and entry.summary is not None and opens_with_verb(entry.summary.text, verbs):
        return Entry(entry.header, [entry.summary], None, has_bullets=False)
    return entry
