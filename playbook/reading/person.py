"""What stands above the first section: name, label and place.

What a name is stands in `playbook.reading.person_names`; contact data is recognised so that it can be left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playbook.reading.contact import PIECES, holds, is_contact
from playbook.reading.dates import find_ranges
from playbook.reading.header_places import without_place
from playbook.reading.licences import NUMBERED
from playbook.reading.person_names import NAME_LABEL, holds_letters, name_in, name_on_two_lines
from playbook.reading.person_status import says_status
from playbook.reading.rows import STREET, Row, Slice
from playbook.reading.titles import title_weight
from playbook.reading.vocabulary import is_organisation, is_place, says_where

_TITLE_LINE = re.compile(
    r"^(?:(?:my )?r[eé]sum[eé]|curr[ií]cul(?:um|o)(?: vit(?:ae|[æa]e?))?|c\.?v\.?(?!\w)|lebenslauf|hoja de vida)(?:\s*(?:of"
    r"|von|de|:|[-–—|])(?!\w)\s*)?",
    re.IGNORECASE,
)
_CITY_STATE = re.compile(
    r"(?:^|[,|·•\t] ?)((?:[A-ZÀ-Ý][\w'’.À-ÿ-]* ?){1,3}, (?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?))(?= \d{5}|[,|·•\t]|$)"
)
_IS_CITY = re.compile(r"^[A-ZÀ-Ý][\w'’.-]+(?: [A-ZÀ-Ý][\w'’.-]+)? [A-Z]{2}$")
"""A town with its state or country, without a comma: "Charlotte NC"."""
_LICENCE = re.compile(r"\blic(?:en[cs]e)?\b\.?(?: ?#| ?no\b|:)|\bexp(?:ires?)?\b\.? ?\d", re.IGNORECASE)
"""A licence with its number or state is no headline."""
_IS_TOWN = re.compile(r"^[A-ZÀ-Ý][\w'’.-]+(?: [A-ZÀ-Ý][\w'’.-]+)?(?:, [A-ZÀ-Ý][\w'’. -]+)?$")
"""A town with its country has the shape of a headline; beside a telephone number it is the town."""
_DISTRICT = re.compile(r"^(?:[A-ZÀ-Ý][\w'’.-]+ ){1,3}(?:[A-Z]{1,2}\d{1,2}[A-Z]?(?: \d[A-Z]{2})?|N|E|SE|SW|NW|EC|WC)$")
"""A British town with its postal district: "Bristol BS5", "London SE"."""
_TOP = 6
"""Lines with words, contact data and places aside, among which a name stands."""
_NUMBERED = re.compile(
    r"^(?=[^,]*,)(?:(?i:flat|apartment|apt|unit|suite|room)\.? )?\d{1,5}[A-Za-z]?,? (?:[A-ZÀ-Ý][\w'’.-]*,? ?){2,8}(?:\d|$|, )"
)
"""A house with its number and its road, whatever the word for a road is: "7 Plas Gwyn, Bala"."""
_ADDRESS = re.compile(
    r"(?:home |postal |current |permanent )?(?:address|residence|anschrift|direcci[oó]n|adresse|endereço)\s*:\s*", re.IGNORECASE
)
"""What stands behind it is no headline: "Address: 14 Plas Gwyn, Bala"."""
_ASIDE = re.compile(r"\s*\([^()]*\)\W*$")
_REMARK = re.compile(r"\W*\([^()]*\)\W*|\W*(?:last )?(?:updated|revised)\b.{0,30}|.*\d{4}-\d{4}.*", re.IGNORECASE)
"""A line that only remarks on the document, "(updated November 2026)", or holds a number of somebody: "ORCID 0000-0001"."""
_LABEL = 12
"""Words of the longest headline, what is in brackets behind it aside."""
_PARAGRAPH = 300
"""Letters of a line that is running text."""
_SCRAP = 3
"""Fewer words are the rest of an address."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the first section."""

    name: Slice | None
    label: Slice | None
    place: str | None
    post_nominals: tuple[Slice, ...]
    rest: tuple[Row, ...]
    """The rows that are none of these: a summary without a heading, or a resume without sections."""


def read_head(rows: Sequence[Row]) -> Head:
    """Name, label and place of the first rows."""
    reader = _Reader(rows)
    for number, row in enumerate(rows):
        if row.is_bullet or reader.rest or len(row.text) > _PARAGRAPH:
            reader.rest.append(row)
        elif row is not reader.second:
            reader.take(number, row)
    return Head(reader.name, reader.label, reader.place, reader.nominals, tuple(reader.rest))


_TITLED = re.compile(r"^[^,\d]+,\s?(?:PE|MD|PA|MS|MA|ND|DC)$")
"""A name with letters behind it that are also a state's: "Dana Whitfield, PE"."""


class _Reader:
    """What the rows so far have said."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.name: Slice | None = None
        self.label: Slice | None = None
        self.place: str | None = None
        self.nominals: tuple[Slice, ...] = ()
        self.rest: list[Row] = []
        self.second: Row | None = None
        """The row of the family name, where the given name has one of its own."""
        self.said = 0

    def take(self, number: int, row: Row) -> None:
        """Read one row."""
        body = row.body
        if (address := _ADDRESS.match(body.text)) is not None:
            self.place = self.place or _place(body.text[address.end() :])
            return
        lead = _TITLE_LINE.match(body.text) or NAME_LABEL.match(body.text)
        if lead:
            body = body.cut(lead.end())
        pieces = body.split(PIECES)
        is_titled = number == 0 and self.name is None and bool(pieces) and bool(_TITLED.search(pieces[0].text))
        self.place = self.place or (None if is_titled else _place(body.text))
        left = [
            piece
            for piece in pieces
            if not is_contact(piece.text) and not (_is_where(piece.text) and not (is_titled and piece is pieces[0]))
        ]
        self.said += bool(left)
        if self.name is None and left and self.said <= _TOP:
            left = self._named(number, body, left)
        elif self.name is not None and self.label is None and left and holds_letters(body.text):
            self.nominals = (*self.nominals, *body.split(re.compile(r"[\s,]+")))
            return
        if left:
            self._labelled(row, left, is_beside_contact=len(left) < len(pieces))

    def _named(self, number: int, body: Slice, left: list[Slice]) -> list[Slice]:
        """Take the name off the pieces of a row, if it is there."""
        found, after = name_in(left[0])
        below = self.rows[number + 1] if number + 1 < len(self.rows) else None
        if found is None and below and len(left) == 1 and left[0].text == body.text:
            found, after = name_on_two_lines(body, below)
            self.second = below if found else None
        if found is None:
            return left
        self.name, self.nominals = found, after
        title = left[0].cut(found.end - left[0].start).trimmed(" ,") if not after and found.end <= left[0].end else None
        return [*([title] if title and title_weight(title.text) else []), *left[1:]]

    def _labelled(self, row: Row, left: Sequence[Slice], *, is_beside_contact: bool) -> None:
        left = [piece for piece in left if not (says_status(piece.text) or _REMARK.fullmatch(piece.text))]
        if not left:
            return
        while (
            len(left) > 1 and _IS_CITY.match(left[-1].text) and title_weight(left[0].text) and not title_weight(left[-1].text)
        ):
            self.place, left = self.place or left[-1].text, left[:-1]
        whole = left[0].to(left[-1])
        line, place = without_place(whole)
        aside = _ASIDE.search(line.text)
        head = line.text[: aside.start()] if aside else ""
        if is_place(head) or (title_weight(head) and len(line.text.split()) > _LABEL):
            line = line.cut(0, len(head))
        if is_place(line.text):
            self.place = self.place or line.text
            return
        self.place = self.place or place
        words = len(line.text.split())
        is_town = (is_beside_contact and bool(_IS_TOWN.match(line.text))) or says_where(line.text) or _is_house(whole.text)
        may_be_label = (
            words <= _LABEL
            and not line.text.endswith(".")
            and not holds(line.text)
            and not (_LICENCE.search(line.text) or NUMBERED.search(line.text))
            and not find_ranges(line.text)
        )
        if may_be_label and not title_weight(line.text) and (is_organisation(line.text) or _is_house(whole.text)):
            return  # where a letter reaches somebody
        if self.label is None and may_be_label and (title_weight(line.text) or (self.name is not None and not is_town)):
            self.label = line
        elif words > _SCRAP and not (words <= _LABEL and (_LICENCE.search(line.text) or NUMBERED.search(line.text))):
            self.rest.append(row)


def _is_house(text: str) -> bool:
    return bool(_NUMBERED.match(text)) and not title_weight(text)


def _is_where(text: str) -> bool:
    return is_place(text) or bool(_DISTRICT.match(text))


def _is_city(text: str) -> bool:
    """Whether a town stands before its state without a comma: "Harrow WA"."""
    return bool(_IS_CITY.match(text)) and is_place(f"{text[:-3]}, {text[-2:]}")


def _place(text: str) -> str | None:
    """The city of a line of contact data, without the street."""
    text = re.sub(r"^(?:address|location|based in|lives in)\s*:?\s*", "", text, flags=re.IGNORECASE)
    for piece in re.split(r"\s*[\t|·•⋅]\s*|\s+[-–—]\s+", text):
        bare = re.sub(r" \d{5}(?:-\d{4})?$", "", piece.strip())
        if (_is_where(bare) or (bare != piece.strip() and _is_city(bare))) and not STREET.search(bare):
            return bare
    found = _CITY_STATE.search(text)
    return found[1] if found and is_place(found[1]) else None
