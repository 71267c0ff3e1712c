"""What stands at the top of a posting: title, employer and place, with labels or without.

Names in the prose are for `playbook.reading.posting_names`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from playbook.reading.posting_labels import LABELS, NOISE, labelled
from playbook.reading.posting_names import names_in, place_in, wanted_title
from playbook.reading.posting_places import (
    COMMA,
    NO_TOWN,
    POSTAL,
    are_places,
    employer_and_place,
    ends_in_place,
    is_organised,
    is_posting_place,
    labelled_place,
    may_be_place,
    without_place,
)
from playbook.reading.posting_titles import AT, LEAD, TAIL, TERMS, is_named_by, title_among
from playbook.reading.rows import Row, Slice, holds_contact
from playbook.reading.sentences import sentences
from playbook.reading.titles import title_weight
from playbook.reading.vocabulary import is_place, may_be_city, organisation_weight

_PIECES = re.compile(r"\s*[\t|·•›»]\s*|\s>\s")
_CRUMBS = re.compile(r"\s+/\s+")
_DASH = re.compile(r"\s+[-–—]\s+")
_SENTENCE = re.compile(r"(?<!Inc)(?<!Ltd)(?<!Co)(?<!Corp)(?<!No)[.!]$")
_WANTED = re.compile(r"(?P<title>[^,.;:()]{3,45}?)\s+(?:wanted|needed|gesucht)\b[!:,. –-]*(?P<rest>[^.;]{0,70})", re.IGNORECASE)
"""An advertisement in one paragraph: "Line cook wanted, Pepper Jack's Diner, ..."."""
_BEHIND = re.compile(r"(?:,|\s[-–—])\s+(?P<town>[A-ZÀ-Ý][\w'’-]+(?:[ -][A-ZÀ-Ý][\w'’-]+){0,2})(?:\s*\(\w{2,3}\))?$")
_MODE = re.compile(r"(?:fully )?(?:remote|hybrid|on-?site)\b", re.IGNORECASE)
_WORKED = re.compile(r"[/(,]\s*(?:fully )?(?:remote|hybrid|on-?site)\b|\b(?:hybrid|on-?site)\s*\(", re.IGNORECASE)
"""How one works, behind a place: "Manchester / Hybrid (2 days)"."""
_DIVISION = re.compile(r"(?:the )?(?:department|division|office|bureau|branch|faculty|school of|dept)\b", re.IGNORECASE)
"""A part of an employer, where the whole is named, too."""
_PAID = re.compile(r"\s+[-–—]\s+(?:up to |from |c\. ?)?[$€£]\s?\d[^|·•]{0,60}$")
"""The pay behind a title."""
_LONG = 14
"""A row of more words is a sentence."""
_ROWS = 12
_NAME = 8
"""Words of the longest name of an employer."""
_TITLE = 2
"""The weight of a title for certain."""


@dataclass(frozen=True, slots=True)
class PostingHead:
    """Title, employer and place, and the rows that are none of these."""

    title: Slice | None
    employer: str | None
    place: str | None
    rest: tuple[Row, ...]


@dataclass(slots=True)
class _Head:
    """The head in the making."""

    company: str | None
    title: Slice | None = None
    is_labelled: bool = False
    """Whether a label names the title, which then stands as it is."""
    employer: str | None = None
    place: str | None = None
    pieces: list[Slice] = field(default_factory=list)
    rest: list[Row] = field(default_factory=list)

    def label(self, kind: str, value: Slice) -> None:
        """What a label names, the first time."""
        if kind == "title" and self.title is None:
            self.title, self.is_labelled = value, True
        elif kind == "subject":
            self.pieces.append(value)
        elif kind == "employer" and self.employer is None:
            self.employer = value.text
        elif kind == "place" and (self.place is None or is_organised(self.place)):
            self.place = labelled_place(value) or self.place  # a town says more than a house


def read_posting_head(rows: Sequence[Row], following: Sequence[Row], company: str | None) -> PostingHead:
    """The head in the rows above the first section; `following` are the rows after, for names within prose."""
    head = _Head(company)
    _take_rows(rows, head)
    pieces = [piece for whole in head.pieces for piece in _parted(whole, head)]
    others = _without_places(pieces, head)
    if head.title is None:
        head.title = title_among(others, company, is_named=bool(head.employer), is_placed=bool(head.place))
    titled = head.title.text.casefold() if head.title else ""
    others = [piece for piece in others if piece.text.casefold() != titled]
    _clean_title(head)
    prose = [*rows, *following]
    if head.title is None:
        head.title = wanted_title([*rows, *following])
    for row in following:
        if not row.is_bullet:
            for kind, value in labelled(row.body):
                if kind == "employer" or (kind == "place" and (is_posting_place(value.text) or may_be_place(value.text))):
                    head.label(kind, value)
    _name_employer(head, others, prose)
    _find_place(head, others, [*rows, *following])
    title = without_place(head.title, head.place) if head.title and head.place else head.title
    return PostingHead(title, head.employer, head.place, tuple(head.rest))


def _take_rows(rows: Sequence[Row], head: _Head) -> None:
    """Labels to what they name, short lines to pieces, the rest to the rest."""
    pending: str | None = None
    for number, row in enumerate(rows):
        body = _without_pay(row)
        text = body.text
        labels = [] if row.is_bullet else labelled(row.body)
        if pending is not None and len(text.split()) <= _LONG and not labels:
            head.label(pending, row.body)
            pending = None
        elif labels:
            for kind, value in labels:
                head.label(kind, value)
        elif text.lower().rstrip(":") in LABELS and LABELS[text.lower().rstrip(":")] and not row.is_bullet:
            pending = LABELS[text.lower().rstrip(":")]
        elif (
            not row.is_bullet
            and len(text.split()) <= _LONG
            and ((NOISE.fullmatch(text) and not _PIECES.search(text)) or holds_contact(text))
        ):
            continue
        elif row.is_bullet or number > _ROWS or _is_prose(text):
            head.rest.append(row)
            first = sentences(row.body)[0]
            wanted = _WANTED.match(text) if number == 0 else None
            if wanted is not None and title_weight(wanted["title"]):
                head.title = head.title or row.body.cut(0, wanted.end("title"))
                rest = row.body.cut(wanted.start("rest"), wanted.end("rest"))
                head.pieces += (
                    (rest.split(COMMA)[:1] if holds_contact(rest.text) or not ends_in_place(rest.text) else [rest])
                    if rest
                    else []
                )
            elif number == 0 and len(first.text.split()) <= _LONG and first.end < row.body.end and not row.is_bullet:
                head.pieces.append(first.trimmed(" ."))
        else:
            head.pieces.append(body)


def _without_pay(row: Row) -> Slice:
    """A title without the pay behind it: "Electrician (Days) - £41,500 + standby"."""
    paid = None if row.is_bullet else _PAID.search(row.text)
    return row.body.cut(0, paid.start()) if paid and title_weight(row.text[: paid.start()]) == _TITLE else row.body


def _is_prose(text: str) -> bool:
    words = len(text.split())
    if len(_PIECES.findall(text)) > 1 and words <= 2 * _LONG:
        return False  # a line of facts
    return words > _LONG or (bool(_SENTENCE.search(text)) and words > 4 and not is_place(text.split(", ", 1)[-1]))  # noqa: PLR2004  "Acme Inc." has fewer


def _parted(whole: Slice, head: _Head) -> list[Slice]:
    """The pieces of a line, without what says nothing of title, employer or place."""
    found = whole.split(_PIECES)
    is_at = are_places(whole.text) or employer_and_place(whole)[0] is not None
    if len(found) == 1 and len(_CRUMBS.findall(whole.text)) > 1 and not is_at:
        found = whole.split(_CRUMBS)
    found = [part for piece in found for part in _parted_by_dashes(piece, head)]
    return [piece for piece in found if not NOISE.fullmatch(piece.text)]


def _parted_by_dashes(piece: Slice, head: _Head) -> list[Slice]:
    """A line such as "Diesel mechanic wanted - Rusk Road Trailer, Ladysmith WI": dashes part only where each part is known."""
    parts = piece.split(_DASH)
    if len(parts) == 1:
        return [piece]
    # A field such as "Animal Health" looks like an organisation; where another line names one it is none.
    is_named_elsewhere = any(organisation_weight(other.text) for other in head.pieces if other.start != piece.start)
    known = [
        is_posting_place(part.text)
        or bool(NOISE.fullmatch(part.text))
        or is_named_by(part.text, head.company)
        or ends_in_place(part.text)
        or (is_organised(part.text) and not is_named_elsewhere)
        for part in parts
    ]
    if (
        known[-1]
        and title_weight(parts[0].text)
        and (title_weight(parts[-1].text) < _TITLE or is_named_by(parts[-1].text, head.company))
    ):
        return [parts[0].to(parts[-2]), parts[-1]]
    if known[0] and title_weight(parts[-1].text) and not title_weight(parts[0].text):
        return [parts[0], parts[1].to(parts[-1])]
    return [piece] if not all(known) else parts


def _without_places(pieces: Sequence[Slice], head: _Head) -> list[Slice]:
    """The pieces that are no place; an employer before a place is parted from it."""
    others: list[Slice] = []
    places: list[str] = []
    for piece in pieces:
        named, place = employer_and_place(piece)
        if place is not None and named is not None:
            places.append(place)
            others.append(named)
        elif is_posting_place(piece.text):
            places.append(POSTAL.sub("", piece.text.rstrip(".")))
        else:
            others.append(piece)
    # "Remote" says how, a town says where.
    head.place = head.place or next((place for place in places if not _MODE.match(place)), places[0] if places else None)
    return others


def _clean_title(head: _Head) -> None:
    """Words such as "Hiring: Registered Nurse at Riverbend (full-time)" without the lead, the employer and the tail."""
    if head.title is not None:
        head.title = _without_terms(head.title)
    if head.title is None or head.is_labelled:
        return
    title = head.title
    lead = LEAD.match(title.text)
    if lead:
        title = title.cut(lead.end()).trimmed(" !.")
    halves = title.split(AT)
    if len(halves) == 2 and title_weight(halves[0].text):  # noqa: PLR2004  title and employer
        title, named = halves
        employer, place = employer_and_place(named)
        head.employer = head.employer or (employer or named).text
        head.place = head.place or place
    tail = TAIL.search(title.text)
    if tail and tail.start() > 0:
        title = title.cut(0, tail.start()).trimmed(" ,-–")
    dashes = title.split(_DASH)
    if len(dashes) > 1 and (is_posting_place(dashes[-1].text) or NOISE.fullmatch(dashes[-1].text)):
        head.place = head.place or (dashes[-1].text if is_posting_place(dashes[-1].text) else None)
        title = dashes[0].to(dashes[-2])
    head.title = _without_terms(title.trimmed(" !.")) or None


def _without_terms(title: Slice) -> Slice:
    """A title without the roster, the hours or the pay behind its dashes: "Electrician – FIFO – 8:6 roster"."""
    parts = title.split(_DASH)
    while len(parts) > 1 and TERMS.fullmatch(parts[-1].text):
        parts.pop()
    return parts[0].to(parts[-1]) if parts else title


def _name_employer(head: _Head, others: Sequence[Slice], prose: Sequence[Row]) -> None:
    """The employer among the pieces at the top, best one that the prose names, too; else the name in the prose."""
    if head.employer is not None:
        return
    titled = head.title.text.casefold() if head.title else ""
    names = [name for name in dict.fromkeys(names_in(prose)) if name.casefold() not in titled]
    counties = {piece.text for piece in others if may_be_place(piece.text) and ", " in piece.text and names}
    likely = [
        piece
        for piece in others
        if piece.text[:1].isupper()
        and len(piece.text.split()) <= _NAME
        and not piece.text.endswith((":", "?", "!"))
        and not _WORKED.search(piece.text)
        and piece.text not in counties
    ]
    told = {name.casefold().removeprefix("the ") for name in names}

    def rank(piece: Slice) -> tuple[bool, bool, bool, int]:
        is_told = any(name in piece.text.casefold() or piece.text.casefold() in name for name in told)
        is_part = bool(_DIVISION.match(piece.text)) and len(likely) > 1
        return (is_named_by(piece.text, head.company), not is_part, is_told, int(is_organised(piece.text)))

    best = max(likely, key=rank, default=None)
    if best is not None and (any(rank(best)[at] for at in (0, 2, 3)) or not names):
        head.employer = best.text
    elif head.company:
        head.employer = head.company
    elif names:
        head.employer = names[0]


def _find_place(head: _Head, others: Sequence[Slice], rows: Sequence[Row]) -> None:
    """A town of a line of its own, or behind the employer; else the place in the prose."""
    if head.place is not None:
        return
    employed = head.employer or ""
    alone = [one.text for one in others if may_be_place(one.text) and one.text.casefold() not in employed.casefold()]
    head.place = alone[0] if alone else None
    match = _BEHIND.search(employed)
    if head.place is None and match is not None and may_be_city(match["town"]) and not NO_TOWN.match(match["town"]):
        head.employer, head.place = employed[: match.start()], match["town"]
    head.place = head.place or place_in(rows)
