"""The rows of a section of roles made ready to be read: cut where a line holds several, without those that tell of no role.

What a row that is left means is for `playbook.reading.role_lines`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from playbook.reading.business_names import may_name_employer, names_business
from playbook.reading.dates import DateRange, find_dates
from playbook.reading.employment_terms import states_terms
from playbook.reading.header_dates import dates_of
from playbook.reading.metrics import find_metrics
from playbook.reading.role_lines import DID, SUBHEADING, TOOLS, parts_life, without_tails
from playbook.reading.rows import Row, Slice
from playbook.reading.sentences import opens_with_verb
from playbook.reading.titles import title_weight
from playbook.reading.vocabulary import is_place

_EDGE = " \t:,–—-"
_SEMICOLON = re.compile(r"\s*;\s+")
_DOT = re.compile(r"(?<=\d\d\))\s+[•·]\s+|(?<=[a-z]\))\s+[•·]\s+")
"""Behind the dates of a role, in brackets: "Treasurer, Harrow PTA (2019–present) • Secretary, Harrow Pantry"."""
_LEAD = re.compile(r"^[A-Z][a-z]+(?: [a-z]+){0,3}:\s+")
"""What opens a line of earlier roles: "Before that: "."""
_COLON = re.compile(rf":\s+(?=[a-z]+ )|\s+[-–—]\s+(?={DID})")
_PROJECTS = re.compile(r"\bproject|\bengagements?\b|\bassignments?\b|\bclients?\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,|\t(]|\s[-–—]\s|\s(?:at|@)\s")
_NAMED = re.compile(r",\s+|\s+[-–—]\s+|\s(?:at|@)\s")
_REMARK = re.compile(r"\s*\([^()]*\)$")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_STOP = re.compile(r"(?<=\w)\.\s+|\.$")
_ITEMS = re.compile(rf"[,;]\s+|{_STOP.pattern}")
_BODY = re.compile(r"\b(?:committee|board|panel|(?:sub-?|working )group|forum|governors)\b", re.IGNORECASE)
_TITLE, _HEAD, _SUBHEAD, _FEWEST, _ITEM = 2, 14, 8, 4, 3
"""What a title by its head weighs; words of most headers, of a heading within a role; items of a list of names, their words."""
_WHOLE, _SHORT = 24, 6
"""Words of a header in one line, and of its title."""
_LONGEST = 90
"""Letters of a name between bullets: what is longer may be anything, which no pattern should be led through."""


def ready(rows: Sequence[Row], verbs: frozenset[str]) -> tuple[Row, ...]:
    """The rows of a section of roles as they are read."""
    parted = tuple(part for row in without_tails(rows) for part in _parted(row))
    return _without_subheads([row for row in parted if not states_terms(row)], verbs)


def _parted(row: Row) -> Iterator[Row]:
    """A line that holds several roles, a row each: "Secretary, Harrow Pantry 2017-; Treasurer, Harrow PTA 2014-16".

    And one whose story follows a colon: "Coordinator, Harrow Camp, 2016, 2017: hired 14 tutors".
    """
    pieces = row.body.split(_SEMICOLON)
    several = [Row(piece, is_bullet=False, is_apart=row.is_apart and not at) for at, piece in enumerate(pieces)]
    if not row.is_bullet and len(several) > 1 and any(map(_heads, several)) and all(map(_is_role, several)):
        yield from several
        return
    beside = [Row(piece, is_bullet=False, is_apart=row.is_apart and not at) for at, piece in enumerate(row.body.split(_DOT))]
    if not row.is_bullet and len(beside) > 1 and _heads(beside[0]) and all(map(_is_beside, beside[1:])):
        yield from beside
        return
    colon = _COLON.search(row.text)
    head = replace(row, body=row.body.cut(0, colon.start())) if colon else None
    if colon is None or head is None or row.is_bullet or not _heads(head) or len(head.text.split()) > _HEAD:
        yield row
        return
    yield head
    yield Row(row.body.cut(colon.end()), is_bullet=True, is_apart=False)


def _is_beside(row: Row) -> bool:
    """Whether what stands behind a dot, after a whole role, is another one: "Finance committee, Harrow School"."""
    name = row.text.rpartition(", ")[2]
    return _is_role(row) or ("," in row.text and not is_place(row.text) and may_name_employer(name))


def _heads(row: Row) -> bool:
    """Whether a row opens with a title and has dates."""
    dates = dates_of(row)
    head = _LEAD.sub("", row.text[: dates.at].strip() or row.text[dates.to :].strip(_EDGE)) if dates else ""
    return dates is not None and title_weight(_SEPARATOR.split(head, maxsplit=1)[0]) == _TITLE


def _is_role(row: Row) -> bool:
    """Whether one of several pieces of a line is a role: headed by a title, or a name that its dates close."""
    if _heads(row):
        return not _serves_body(row.text)
    dates = dates_of(row)
    name = _SEPARATOR.split(_LEAD.sub("", row.text[: dates.at] if dates else ""), maxsplit=1)[0].strip()
    return dates is not None and not row.text[dates.to :].strip(" ).") and may_name_employer(name)


def _without_subheads(rows: Sequence[Row], verbs: frozenset[str]) -> tuple[Row, ...]:
    """The rows without those that name a project, a client or a part of one role, above the bullets that tell of it.

    Below "Selected projects:" each undated row above bullets is such a name, whatever it looks like, until the next dates.
    """
    kept: list[Row] = []
    are_projects = False
    for number, row in enumerate(rows):
        is_dated = not row.is_bullet and dates_of(row) is not None
        if SUBHEADING.match(row.text) or parts_life(row):
            are_projects = bool(_PROJECTS.search(row.text)) and not parts_life(row)
        elif is_dated or (not row.is_bullet and _dated_soon(rows, number)):
            are_projects = False
        elif _stands_above_bullet(rows, number) and not opens_with_verb(row.text, verbs):
            is_name = are_projects or _is_subhead(rows, number)
            if is_name:
                continue
        kept.append(row)
    return tuple(kept)


def _stands_above_bullet(rows: Sequence[Row], number: int) -> bool:
    row = rows[number]
    return not row.is_bullet and number > 0 and number + 1 < len(rows) and rows[number + 1].is_bullet


def _dated_soon(rows: Sequence[Row], number: int) -> bool:
    """Whether a row is the first of a header, whose dates stand below it and above its bullets."""
    for row in rows[number + 1 : number + 3]:
        if row.is_bullet:
            return False
        if dates_of(row) is not None:
            return True
    return False


def _is_subhead(rows: Sequence[Row], number: int) -> bool:
    """Whether a short row between bullets names a part of the role: neither title nor employer, and nothing counted."""
    row = rows[number]
    is_short = len(row.text) <= _LONGEST and len(row.text.split()) <= _SUBHEAD
    if not is_short or row.is_apart or not rows[number - 1].is_bullet or row.text.endswith(".") or not row.text[0].isupper():
        return False
    is_name = title_weight(row.text) or names_business(row.text) or is_place(row.text) or names_role(row)
    return not is_name and not find_metrics(row.text)


def names_role(row: Row) -> bool:
    """Whether a row without dates names a title and whom it was held at: "Server, Blue Corn Cafe (college)".

    Where some year stands in it that is no range of the grammar, any name will do: "Host — Larch Tours, winters 16/17 & 2019".
    """
    text = _REMARK.sub("", row.text)
    phrase, *names = _NAMED.split(text, maxsplit=2)
    if title_weight(phrase) != _TITLE or not names or row.is_bullet or text.endswith("."):
        return False
    if find_dates(text) and len(text.split()) <= _WHOLE and len(phrase.split()) <= _SHORT:
        return may_name_employer(names[0])
    name = text.partition(", ")[2]
    is_short = len(row.text.split()) <= _HEAD
    return is_short and (names_business(name) or (phrase.lower() == "volunteer" and may_name_employer(name)))


def _serves_body(text: str) -> bool:
    """Whether what stands behind the title is a body of the place where somebody serves: "Chair, Audit Committee"."""
    return any(_BODY.search(part) for part in _SEPARATOR.split(text)[1:])


def is_later_role(row: Row, above: DateRange | None) -> bool:
    """Whether a bullet is a role by itself: a title at a named place, held since the role above had ended."""
    bare = _REMARK.sub("", row.text)
    dates = dates_of(replace(row, body=row.body.cut(0, len(bare))))
    if (
        dates is None
        or dates.start is None
        or above is None
        or above.end is None
        or dates.start <= above.end
        or _serves_body(bare)
    ):
        return False
    pieces = [piece.strip() for piece in bare[: dates.at].split(", ") if piece.strip()]
    return len(pieces) > 1 and title_weight(pieces[0]) == _TITLE and may_name_employer(pieces[1])


def tools_in(row: Row, verbs: frozenset[str]) -> list[tuple[str, Slice]]:
    """The lists of tools in a row, each with its label: "Stack: Go, SQL", or a bullet of names that tells nothing."""
    labelled = TOOLS.match(row.text)
    if labelled is not None:
        return [(labelled["group"], row.body.cut(labelled.end()))]
    return [("", piece) for piece in row.body.split(_STOP)] if _lists_names(row, verbs) else []


def _lists_names(row: Row, verbs: frozenset[str]) -> bool:
    """Whether a bullet is a list of names: "PyTorch, Spark, MLflow. HIPAA, FHIR R4"; one of them may be in small letters."""
    if not row.is_bullet or find_metrics(row.text) or opens_with_verb(row.text, verbs):
        return False
    items = [item.split() for item in _ITEMS.split(_BRACKETS.sub("", row.text)) if item]
    named = [words for words in items if all(not word[0].islower() for word in words)]
    return len(items) >= _FEWEST and len(named) >= len(items) - 1 and all(len(words) <= _ITEM for words in items)
