"""What stands at the top of a posting: title, employer, place, with labels or without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playbook.reading.rows import Row, Slice, holds_contact
from playbook.reading.vocabulary import is_place, organisation_weight, title_weight

_LABEL = re.compile(
    r"^(?P<label>job title|title|position(?: title)?|role|job|company|employer|organi[sz]ation|hiring organi[sz]ation|"
    r"location|place|where|"
    r"work location|city|department|team|reports to|job type|employment type|type|schedule|posted|job id|"
    r"req(?:uisition)?(?: id)?|start date)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_TITLES = {"job title", "title", "position", "position title", "role", "job"}
_EMPLOYERS = {"company", "employer", "organization", "organisation", "hiring organization", "hiring organisation"}
_PLACES = {"location", "place", "where", "work location", "city"}
_PIECES = re.compile(r"\s*[\t|·•]\s*")
_AT = re.compile(r"\s+(?:at|@)\s+(?=[A-Z\d])")
_DASH = re.compile(r"\s+[-–—]\s+")
_WANTED = re.compile(
    r"\b(?:looking for|seeking|seeks|hiring|is hiring|needs?|recruiting|join us as|opening for|"
    r"search(?:ing)? for)\s+(?:(?:an?|our (?:next|new|first)|the|another)\s+)"
    r"(?P<title>[^,.;:()]{3,60}?)\s*(?=[,.;:()]|\s(?:to|who|with|for|in|at|that|on|and join|based|responsible)\b|$)",
    re.IGNORECASE,
)
_AS = re.compile(
    r"\b(?:as|being) (?:an?|our(?: next| new)?|the) (?P<title>[^,.;:()]{3,50}?),? (?:you|with us|at [A-Z])", re.IGNORECASE
)
_NAMED_BY = re.compile(
    r"^(?P<name>(?:[A-Z][\w'’&.-]*)(?:\s(?:[A-Z][\w'’&.-]*|&|and|of|the)){0,5})\s+(?:is (?:an?|the|one of|looking|"
    r"hiring|seeking)\b|gives|helps|makes|builds|provides|serves|operates)"
)
_SENTENCE = re.compile(r"(?<!Inc)(?<!Ltd)(?<!Co)(?<!Corp)[.!]$")
_LEAD = re.compile(
    r"^(?:we(?:'|’)?re|we are|now)?\s*(?:hiring|seeking|wanted|vacancy|job opening|opening|help wanted)\s*(?:an?\s+|[:–—-]\s*)",
    re.IGNORECASE,
)
_LONG = 14
"""A row of more words is a sentence."""
_PRONOUNS = {"we", "our", "you", "your", "this", "the", "it", "they", "i", "who", "what", "join", "about", "as"}
_NOISE = re.compile(
    r"^(?:job (?:description|posting|ad)|we(?:'|’)?re hiring!?|now hiring!?|apply now|posted .*|full[- ]time|"
    r"part[- ]time|save|share|back to .*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PostingHead:
    """Title, employer and place, and the rows that are none of these."""

    title: Slice | None
    employer: str | None
    place: str | None
    rest: tuple[Row, ...]


def read_posting_head(rows: Sequence[Row], following: Sequence[Row], company: str | None) -> PostingHead:  # noqa: C901, PLR0912  one grammar, read top to bottom
    """The head in the rows above the first section; `following` are the rows after, for a title within prose."""
    labelled: dict[str, Slice] = {}
    pieces: list[Slice] = []
    rest: list[Row] = []
    for number, row in enumerate(rows):
        label = _LABEL.match(row.text)
        if label is not None and not row.is_bullet:
            labelled.setdefault(label["label"].lower(), row.body.cut(label.end()))
        elif _NOISE.match(row.text) or (holds_contact(row.text) and len(row.text.split()) <= _LONG):
            continue
        elif (
            row.is_bullet
            or len(row.text.split()) > _LONG
            or (_SENTENCE.search(row.text) and len(row.text.split()) > 4)  # noqa: PLR2004  a length that only this rule uses
            or number > 7  # noqa: PLR2004  a length that only this rule uses
        ):
            rest.append(row)
        else:
            pieces.extend(row.body.split(_PIECES))
    title = next((piece for label, piece in labelled.items() if label in _TITLES), None)
    employer = next((piece.text for label, piece in labelled.items() if label in _EMPLOYERS), None)
    place = next((piece.text for label, piece in labelled.items() if label in _PLACES), None)
    others: list[Slice] = []
    for piece in pieces:
        if _is_place(piece.text):
            place = place or piece.text
        else:
            others.append(piece)
    if title is None and others:
        weights = [_title_likeness(one.text, company) for one in others]
        best = max(range(len(others)), key=lambda at: (weights[at], -at))
        if weights[best] > 0:
            title = others.pop(best)
        elif len(others) > 1 and not employer:
            title = others.pop(1 if _is_named(others[0].text, company) or organisation_weight(others[0].text) else 0)
    title, employer = _without_employer(title, employer)
    sentences = [*rest, *following]
    if title is None:
        title = _wanted(sentences)
    if employer is None:
        employer, found = _employer(others, company, sentences)
        place = place or found
    return PostingHead(title, employer, place, tuple(rest))


def _title_likeness(text: str, company: str | None) -> int:
    """How much a piece looks like the title, an employer after "at" aside."""
    halves = _AT.split(text)
    if len(halves) == 2 and title_weight(halves[0]):  # noqa: PLR2004  title and employer
        return 2 * title_weight(halves[0])
    return 2 * title_weight(text) - 2 * organisation_weight(text) - 3 * _is_named(text, company)


def _is_place(text: str) -> bool:
    return is_place(text) or is_place(re.sub(r"\s*\([^()]*\)$", "", text))


def _is_named(text: str, company: str | None) -> bool:
    """Whether the words name the employer that the user gave."""
    return bool(company) and str(company).lower() in text.lower()


def _without_employer(title: Slice | None, employer: str | None) -> tuple[Slice | None, str | None]:
    """Words such as "Registered Nurse at Riverbend" without the employer; a place after a dash goes, too."""
    if title is None:
        return None, employer
    lead = _LEAD.match(title.text)
    if lead:
        title = title.cut(lead.end()).trimmed(" !.")
    halves = title.split(_AT)
    if len(halves) == 2 and title_weight(halves[0].text):  # noqa: PLR2004  title and employer
        return halves[0], employer or halves[1].text
    dashes = title.split(_DASH)
    if len(dashes) > 1 and is_place(dashes[-1].text):
        return dashes[0].to(dashes[-2]), employer
    return title, employer


def _wanted(rows: Sequence[Row]) -> Slice | None:
    """The title within prose: "We are looking for a line cook to …", "As a line cook you will …"."""
    for pattern in (_WANTED, _AS):
        for row in rows:
            for match in pattern.finditer(row.text):
                if title_weight(match["title"]):
                    return row.body.cut(*match.span("title"))
    return None


def _employer(others: Sequence[Slice], company: str | None, rows: Sequence[Row]) -> tuple[str | None, str | None]:
    """The employer among the pieces at the top, with the place that a comma parts; else the name in the prose."""
    for piece in sorted(others, key=lambda one: (-_is_named(one.text, company), -organisation_weight(one.text))):
        parts = piece.split(re.compile(r",\s+"))
        for at in range(1, len(parts)):
            place = parts[at].to(parts[-1]).text
            if is_place(place):
                return parts[0].to(parts[at - 1]).text, place
        return piece.text, None
    if company:
        return company, None
    for row in rows:
        match = _NAMED_BY.match(row.text)
        if match and match["name"].split()[0].lower() not in _PRONOUNS:
            return match["name"], None
    return None, None
