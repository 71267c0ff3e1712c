"""The header of a role: who employed whom as what, where and when, in whatever order and on however many lines.

Works on the rows of one header; which rows belong to it is for `playbook.reading.positions`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playbook.artifacts.names import says_own_account
from playbook.reading.dates import DateRange
from playbook.reading.header_dates import (
    EDGE,
    begins_within,
    dates_in_remark,
    dates_of,
    held_since,
    is_inside,
    says_again,
    says_meanwhile,
    titles_with_dates,
    without_remark,
)
from playbook.reading.header_form import NO_FORM, Form, Order
from playbook.reading.header_labels import is_label, names_nothing, said_in
from playbook.reading.header_names import on_own_account, without_count, without_note
from playbook.reading.header_pieces import likeness, parts_of, told_apart
from playbook.reading.header_places import may_be_place, without_place
from playbook.reading.rows import CONTACT, URL, Row, Slice
from playbook.reading.time_off import job_within
from playbook.reading.titles import title_weight
from playbook.reading.vocabulary import ENDS_ABBREVIATED, is_place

_STRONG = re.compile(r"\s*[\t|·•¦]\s*|\s+[⋅∙●]\s+|\s//\s")
_EMPLOYMENT = re.compile(
    r"^(?:full|part)[- ]?time$|^(?:contract|freelance|temporary|seasonal|permanent|self-employed|casual|per diem|prn|"
    r"(?:(?:evenings?|nights?|days?|weekends?)(?: ?(?:and|&|/) ?(?:evenings?|nights?|days?|weekends?))?)(?: shifts?)?|co-?op|"
    r"remote|hybrid|on-?site|fully remote)$"
    r"|^\d+\s*(?:yrs?|years?|mos?|months?)(?:\s+\d+\s*(?:mos?|months?))?$|^\d+\+?\s(?:hours?|hrs?)\b.*|^.{2,60} logo$"
    r"|^(?:about |~ ?)?(?:[\d –-]+|an?|one|two|three|four|five|every)\s(?:[\w-]+ ){0,2}?(?:hours?|hrs?|shifts?|days?|"
    r"evenings?|nights?|afternoons?|mornings?|weekends?)(?: ?/ ?| (?:a|per|each|every) )(?:week|month|year)\b.{0,20}$",
    re.IGNORECASE,
)
"""How somebody is employed, or how much of the week: "one 4 hour shift a week", "12 hours per week"."""
_BEHIND_STOP = re.compile(r"^[.;]\s+(?:[a-z]|[^.]*\d)")
"""What an employer is, in a sentence of its own behind the dates: ". 340-bed, stroke center"."""
_REMARK = re.compile(r"\((?=[^()]*\s)[^()]+\)\.?")
"""A row that is a remark in brackets: "(joined as a trainee; promoted in 2022)"."""
_STOP = re.compile(r"(?<=[A-Za-z]{4})\.$")
_EARLIER = re.compile(r"^(?:before that|previously|formerly|earlier|prior to that)\b", re.IGNORECASE)
"""Words before a title that somebody held once."""
_LEAD = re.compile(r"^(?:before|prior to|previous(?:ly)?|earlier|other|also)\b[^:,]{0,30}:\s+(?=[A-ZÀ-Ý])", re.IGNORECASE)
_ASIDE = re.compile(
    r"\([^()]*\)[\s.,]*"
    r"|[,;]?\s*(?:part|full)[- ]time\b(?: (?:while|during|alongside|around|with|in|at) (?:[a-z]+[ ,.]*){1,4})?[\s.,]*"
)
"""A remark behind the dates, such as "(site closed)", or "part time during school"."""
_TOWNS = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?(?:(?: & | and |, |/)[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?)*")
_REPORTS = re.compile(
    r"^(?:PI|principal investigator|(?:\w+ )?advis[oe]r|(?:line )?supervisor|line manager|mentor"
    r"|(?:direct(?:ly)? )?report(?:ing|s|ed) (?:directly )?(?:in)?to|supervised by)\s*:",
    re.IGNORECASE,
)
"""To whom somebody answered, behind the title: a person, and no employer."""
_FORM = re.compile(
    r"^(?:período|periodo|période|zeitraum|dates?|salary|hours(?: per week)?|series|pay plan|grade|supervisor|"
    r"okay to contact.*|may contact|location|"
    r"reason for leaving|"
    r"employment type|start date|end date|website)\s*:",
    re.IGNORECASE,
)
"""Lines of a form that say nothing of the role."""


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
    is_joint: bool = False
    """Whether its title has a comma, behind which a team stands, or the employer."""
    after: int | None = None
    """Pieces before the employer, the title aside, where only one has not the shape of a place."""
    is_lone: bool = False
    """Whether all else in it has the shape of a place, so that the employer must stand with the title."""
    parts: int = 0
    """Parts between the commas of its only piece."""
    span: DateRange | None = None
    """The whole time at the employer, where its own line tells it and the title has other dates."""
    order: Order | None = None
    """Which of the two stands first, where their words tell them apart; `None` where the order was assumed."""


def read_header(rows: Sequence[Row], *, inherits: bool, form: Form = NO_FORM) -> Header:  # noqa: C901  one pass over the rows
    """The rows of one header.

    `inherits` says that an employer stands above and that a title alone is to be expected; `form` is what the
    headers of the section have in common.
    """
    pieces: list[Slice] = []
    place: str | None = None
    dates: DateRange | None = None
    dates_at: Slice | None = None
    dated_row: int | None = None
    row_of: list[int] = []
    beside: Slice | None = None
    said, whole = said_in(rows)
    for number, row in enumerate(rows):
        if number in whole or (len(rows) > 1 and _REMARK.fullmatch(row.text) and dates_of(row) is None):
            continue
        found = dates_of(row) if dates is None and not begins_within(row, rows) else None
        parts = [row.body]
        if found is not None:
            several = titles_with_dates(row, _STRONG)
            found = several[0] if several else found
            dates, dates_at, dated_row = found, row.body.cut(found.at, found.to), number
            after = row.body.cut(found.to)
            is_note = bool(_ASIDE.fullmatch(after.text)) and not is_place(after.text.strip(EDGE))
            is_note = (
                is_note
                or says_meanwhile(after.text)
                or says_again(after.text)
                or is_inside(row.text, found)
                or (after.text[:2] == "; " and parts_of(row.body.cut(0, found.at)) > 1 and not may_be_place(after.text[2:]))
                or bool((_BEHIND_STOP.match(after.text) and not (found.at == 0 and title_weight(after.text))) or several)
            )
            parts = [_balanced(row.body.cut(0, found.at)), *([] if is_note else [_balanced(_past_stop(after))])]
            beside = _beside(row, found)
        for part in (piece for half in parts if half for piece in half.split(_STRONG)):
            piece = without_count(_without_lead(_balanced(part)))
            if (
                not piece
                or is_label(piece.text)
                or _EMPLOYMENT.match(piece.text)
                or _FORM.match(piece.text)
                or CONTACT.search(piece.text)
                or URL.fullmatch(piece.text)
                or (pieces and (_EARLIER.match(piece.text) or _REPORTS.match(piece.text)))
            ):
                continue
            if is_place(piece.text):
                place = place or piece.text
                continue
            pieces.append(piece)
            row_of.append(number)
    if place is None and beside is not None and len(pieces) > 2 and may_be_place(beside.text):  # noqa: PLR2004  title and employer remain
        at = pieces.index(beside)
        place = beside.text
        del pieces[at], row_of[at]
    remark = next((row for row in rows if dates is None and dates_in_remark(row)), None)
    if remark is not None and (within := dates_in_remark(remark)) is not None:
        dates, dates_at = within, remark.body.cut(within.at, within.to)
    if "title" in said or "employer" in said:
        return _filled_in(said, pieces, place, dates, dates_at)
    title, employer, found_place = told_apart(pieces, row_of, dated_row, inherits=inherits, form=form)
    employer, place = _named(employer, place or found_place)
    if (
        title
        and employer
        and dates
        and dated_row is not None
        and _holds(rows[dated_row].body, employer)
        and not _holds(rows[dated_row].body, title)
    ):
        since = held_since(title, dates)
        dates, dates_at = (since.dates, since.at) if since else (dates, dates_at)
        title = since.title if since else title
    title = without_remark(title) if title is not None else None
    title, employer = on_own_account(title, employer)
    title = None if title is not None and (names_nothing(title) or (employer and _EMPLOYMENT.match(title.text))) else title
    employer = None if employer is not None and names_nothing(employer) else employer
    # Whoever works so has no employer, and what stands beside it is where.
    if title is not None and employer is not None and says_own_account(title.text) and _TOWNS.fullmatch(employer.text):
        found_place, employer = found_place or employer.text, None
    return Header(
        title,
        employer,
        place or found_place,
        dates,
        dates_at,
        employer_has_row=employer is not None and (title is None or len(set(row_of)) > 1),
        is_joint=_is_joint(title, pieces),
        is_lone=_is_lone(pieces),
        after=_after(pieces, title, employer),
        parts=parts_of(pieces[0]) if len(pieces) == 1 else 0,
        order=_order(title, employer),
    )


def _holds(row: Slice, piece: Slice) -> bool:
    return row.start <= piece.start < row.end


def _filled_in(
    values: dict[str, Slice], pieces: Sequence[Slice], place: str | None, dates: DateRange | None, dates_at: Slice | None
) -> Header:
    """A header that is a form: what has no label is the half that is missing."""
    values = {kind: _balanced(value) for kind, value in values.items()}
    place = values["place"].text if "place" in values else place
    rest = next((piece for piece in pieces if not may_be_place(piece.text)), pieces[0] if pieces else None)
    title = values.get("title") or (rest if rest is not None and "employer" in values else None)
    employer = values.get("employer") or rest
    if employer is not None and employer is not title:
        employer, found = without_place(without_note(employer), may_guess=True)
        place = place or found
    return Header(title, employer if employer is not title else None, place, dates, dates_at, employer_has_row=False)


def _named(employer: Slice | None, place: str | None) -> tuple[Slice | None, str | None]:
    """An employer without what says what it is, and the place, which may stand before that: "Harrow Mill, Leeds (40 staff)"."""
    bare = without_note(employer) if employer is not None else None
    if employer is None or bare is None or bare.end == employer.end or place:
        return bare, place
    name, found = without_place(bare, may_guess=True)
    return (bare, None) if found is None or is_place(name.text) else (without_note(name), found)


def _is_joint(title: Slice | None, pieces: Sequence[Slice]) -> bool:
    """Whether something stands behind a comma in the piece that the title comes from."""
    if title is None:
        return False
    return any(piece.start <= title.start and title.end <= piece.end and parts_of(piece) > 1 for piece in pieces)


def _after(pieces: Sequence[Slice], title: Slice | None, employer: Slice | None) -> int | None:
    """The place of the employer among the pieces besides the title, where it is plain which one it is."""
    others = [piece for piece in pieces if title is None or piece.start != title.start]
    named = [at for at, piece in enumerate(others) if not may_be_place(piece.text)]
    if employer is None or len(others) < 2 or len(named) != 1:  # noqa: PLR2004  nothing to tell apart
        return None
    return named[0]


def _is_lone(pieces: Sequence[Slice]) -> bool:
    """Whether one piece alone is more than the name of a place."""
    return sum(not may_be_place(piece.text) for piece in pieces) <= 1


def _order(title: Slice | None, employer: Slice | None) -> Order | None:
    """The order of a header that words make plain: one half looks like a title, the other does not."""
    if title is None or employer is None:
        return None
    is_plain = likeness(title.text) >= 2 and likeness(employer.text) <= 0  # noqa: PLR2004  a title by its head
    return ("title" if title.start < employer.start else "employer") if is_plain else None


def _beside(row: Row, dates: DateRange) -> Slice | None:
    """What stands in one cell with the dates, behind them: often the place."""
    rest = row.body.cut(dates.to)
    cell = rest.cut(0, rest.text.index("\t")) if "\t" in rest.text else None
    return _balanced(cell) if cell and row.text[dates.to : dates.to + 1] != "\t" else None


def says_where_or_how(row: Row) -> bool:
    """Whether a row of a header names a place, a kind of contract or a field of a form, and nothing that was done."""
    text = row.text
    return bool(
        is_place(text)
        or may_be_place(text)
        or _EMPLOYMENT.match(text)
        or _FORM.match(text)
        or CONTACT.search(text)
        or URL.fullmatch(text)
        or dates_of(row) is not None
    )


def _past_stop(piece: Slice) -> Slice:
    return piece.cut(len(piece.text) - len(piece.text.lstrip(". ")))


def _without_lead(piece: Slice) -> Slice:
    """A piece from its job on: without "Before nursing:", or the time off in which somebody had it."""
    lead = _LEAD.match(piece.text)
    at = lead.end() if lead else job_within(piece.text)
    return piece.cut(at) if at else piece


def _balanced(piece: Slice) -> Slice:
    """Without separators at its ends, but with a closing bracket whose opening one is inside."""
    trimmed = piece.trimmed(EDGE)
    if _STOP.search(trimmed.text) and not ENDS_ABBREVIATED.search(trimmed.text):
        trimmed = trimmed.cut(0, len(trimmed.text) - 1)
    text = trimmed.text
    missing = text.count("(") - text.count(")")
    if missing > 0 and trimmed.end < piece.end and piece.text[trimmed.end - piece.start] == ")":
        return Slice(piece.document, trimmed.start, trimmed.end + 1)
    return trimmed
