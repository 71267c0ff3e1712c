"""The header of a role: who employed whom as what, where and when, in whatever order and on however many lines.

Works on the rows of one header; which rows belong to it is for `playbook.reading.positions`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playbook.reading.dates import DateRange, ends_in_range, find_dates, find_ranges
from playbook.reading.rows import CONTACT, URL, Row, Slice
from playbook.reading.vocabulary import is_place, is_state, may_be_city, organisation_weight, title_weight

_STRONG = re.compile(r"\s*[\t|·•¦]\s*|\s+[⋅∙●]\s+|\s//\s")
_AT = re.compile(r"\s+(?:at|@)\s+(?=[A-Z\d])|\s*@\s*(?=[A-Z])")
_DASH = re.compile(r"\s+[-–—]\s+")
_COMMA = re.compile(r",\s+")
_EDGE = " \t,;|·•–—-()[]:"
_EMPLOYMENT = re.compile(
    r"^(?:full|part)[- ]?time$|^(?:contract|freelance|temporary|seasonal|permanent|self-employed|casual|per diem|prn)$"
    r"|^\d+\s*(?:yrs?|years?|mos?|months?)(?:\s+\d+\s*(?:mos?|months?))?$",
    re.IGNORECASE,
)
_PART_OF_NAME = re.compile(
    r"\b(?:division|department|dept|team|office|practice|programme?|branch|campus|region|ward|unit|floor)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the rows of a header say; `None` where they say nothing."""

    title: Slice | None = None
    employer: Slice | None = None
    place: str | None = None
    dates: DateRange | None = None
    dates_at: Slice | None = None
    employer_has_row: bool = False
    """Whether the employer stands on a line of its own, above its titles."""


def dates_of(row: Row) -> DateRange | None:
    """The dates that a row of a header carries: its last range, or a single date at one of its ends."""
    ranges = find_ranges(row.text)
    if ranges:
        return ranges[-1] if ends_in_range(row.text) or len(row.text.split()) <= 16 else None  # noqa: PLR2004  longer is prose
    for one in reversed(find_dates(row.text)):
        if not row.text[one.to :].strip(_EDGE) or not row.text[: one.at].strip(_EDGE):
            return one
    return None


def read_header(rows: Sequence[Row], *, inherits: bool) -> Header:
    """The rows of one header.

    `inherits` says that an employer stands above and that a title alone is to be expected.
    """
    pieces: list[Slice] = []
    place: str | None = None
    dates: DateRange | None = None
    dates_at: Slice | None = None
    dated_row: int | None = None
    row_of: list[int] = []
    for number, row in enumerate(rows):
        found = dates_of(row) if dates is None else None
        parts = [row.body]
        if found is not None:
            dates, dates_at, dated_row = found, row.body.cut(found.at, found.to), number
            parts = [_balanced(row.body.cut(0, found.at)), _balanced(row.body.cut(found.to))]
        for part in (piece for half in parts if half for piece in half.split(_STRONG)):
            piece = _balanced(part)
            if not piece or _EMPLOYMENT.match(piece.text) or CONTACT.search(piece.text) or URL.fullmatch(piece.text):
                continue
            if is_place(piece.text):
                place = place or piece.text
                continue
            pieces.append(piece)
            row_of.append(number)
    title, employer, found_place = _told_apart(pieces, row_of, dated_row, inherits=inherits)
    has_row = employer is not None and (title is None or len(set(row_of)) > 1)
    return Header(title, employer, place or found_place, dates, dates_at, employer_has_row=has_row)


def _balanced(piece: Slice) -> Slice:
    """Without separators at its ends, but with a closing bracket whose opening one is inside."""
    trimmed = piece.trimmed(_EDGE)
    text = trimmed.text
    missing = text.count("(") - text.count(")")
    if missing > 0 and trimmed.end < piece.end and piece.text[trimmed.end - piece.start] == ")":
        return Slice(piece.document, trimmed.start, trimmed.end + 1)
    return trimmed


def _told_apart(
    pieces: list[Slice], row_of: list[int], dated_row: int | None, *, inherits: bool
) -> tuple[Slice | None, Slice | None, str | None]:
    """Title, employer and place of the pieces of a header."""
    if not pieces:
        return None, None, None
    for number, piece in enumerate(pieces):
        halves = piece.split(_AT)
        if len(halves) == 2 and title_weight(halves[0].text):  # noqa: PLR2004  title and employer
            employer, place = without_place(halves[1], may_guess=True)
            cities = [other.text for at, other in enumerate(pieces) if at != number and may_be_city(other.text)]
            return halves[0], employer, place or (cities[0] if cities else None)
    if len(pieces) == 1:
        return _one_piece(pieces[0], inherits=inherits)
    weights = [2 * title_weight(piece.text) - organisation_weight(piece.text) for piece in pieces]
    best = max(range(len(pieces)), key=lambda at: (weights[at], -at))
    if (
        weights.count(weights[best]) == len(pieces)
        and row_of[0] != row_of[-1]
        and dated_row is not None
        and row_of[0] != dated_row
    ):
        best = next(
            (at for at, row in enumerate(row_of) if row == dated_row), 1
        )  # the employer above, the title with its dates
    others = [piece for at, piece in enumerate(pieces) if at != best]
    ranked = sorted(others, key=lambda piece: -organisation_weight(piece.text))
    employer, place = without_place(ranked[0], may_guess=False)
    if place is None:
        place = next((piece.text for piece in others if piece is not ranked[0] and may_be_city(piece.text)), None)
    if weights[best] <= 0 and inherits and len(pieces) > 1 and weights[0] > 0:
        return pieces[0], None, place
    return pieces[best], employer, place


def _one_piece(piece: Slice, *, inherits: bool) -> tuple[Slice | None, Slice | None, str | None]:
    """A header whose only separators are dashes and commas."""
    for pattern in (_DASH, _COMMA):
        parts = piece.split(pattern)
        if len(parts) < 2:  # noqa: PLR2004  nothing to tell apart
            continue
        titles = [at for at, part in enumerate(parts) if title_weight(part.text) == 2] or [  # noqa: PLR2004  a title by its head
            at for at, part in enumerate(parts) if title_weight(part.text)
        ]
        titles = [at for at in titles if not organisation_weight(parts[at].text)] or titles
        if not titles:
            continue
        if inherits and not any(organisation_weight(part.text) for at, part in enumerate(parts) if at not in titles):
            return piece, None, None
        at = titles[0]
        if at == 0:
            rest = parts[1].to(parts[-1])
            if is_place(rest.text):
                return parts[0], None, rest.text
            employer, place = without_place(rest, may_guess=pattern is _COMMA)
            return parts[0], employer, place
        title, rest = parts[at].to(parts[-1]), parts[0].to(parts[at - 1])
        employer, place = without_place(rest, may_guess=False)
        return title, employer, place
    remaining, place = without_place(piece, may_guess=False)
    if title_weight(remaining.text) > organisation_weight(remaining.text):
        return remaining, None, place
    return None, remaining, place


def without_place(piece: Slice, *, may_guess: bool = False) -> tuple[Slice, str | None]:
    """The piece without the place at its end. `may_guess` takes a last capitalised word for a city."""
    parts = piece.split(_COMMA)
    for count in (3, 2, 1):
        if len(parts) > count:
            place = parts[-count].to(parts[-1]).text
            if is_place(place) and (count > 1 or not is_state(place) or len(parts) == 2):  # noqa: PLR2004  "Acme, Ohio"
                return parts[0].to(parts[-count - 1]), place
    if not parts:
        return piece, None
    last = parts[-1].text
    dashes = piece.split(_DASH)
    if len(dashes) == 2 and is_place(dashes[1].text):  # noqa: PLR2004  "Memorial Hermann – Houston, TX"
        return dashes[0], dashes[1].text
    keeps = piece.text.startswith("University of") or _PART_OF_NAME.search(last) or organisation_weight(last)
    if may_guess and len(parts) > 1 and may_be_city(last) and not keeps:
        return parts[0].to(parts[-2]), last
    return piece, None
