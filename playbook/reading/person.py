"""What stands above the first section: name, label, place, and the years that someone states.

Contact data is recognised here so that it can be left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playbook.provenance import Fact
from playbook.reading.headers import without_place
from playbook.reading.rows import CONTACT, STREET, URL, Row, Slice
from playbook.reading.vocabulary import POST_NOMINALS, is_place, organisation_weight, title_weight

_PIECES = re.compile(r"\s*[\t|·•⋅●◆]\s*|\s+[-–—]\s+|\s{2,}")
_NAME = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?[^\W\d_][\w'’.\-]*(?: (?:[^\W\d_][\w'’.\-]*|\([^()]+\)|[\"“][^\"”]+[\"”])){1,5}$"
)
_NOT_NAME = re.compile(
    r"\b(?:resume|résumé|curriculum|vitae|cv|page|phone|email|address|profile|summary|contact|confidential)\b", re.IGNORECASE
)
_TITLE_LINE = re.compile(
    r"^(?:(?:my )?r[eé]sum[eé]|curriculum vitae|cv|(?:full )?name(?=\s*:))(?:\s*(?:of|:|[-–—])\s*)?", re.IGNORECASE
)
_CITY_STATE = re.compile(
    r"(?:^|[,|·•\t] ?)((?:[A-ZÀ-Ý][\w'’.À-ÿ-]* ?){1,3}, (?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?))(?= \d{5}|[,|·•\t]|$)"
)
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
NUMBER_WORDS = {word: number for number, word in enumerate(_WORDS.split())}
NUMBER_WORDS |= {"twenty-five": 25, "thirty": 30, "a decade": 10, "two decades": 20}
_YEARS = re.compile(
    rf"(?P<n>\b\d{{1,2}}(?:\.\d)?|\b(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\b)(?P<plus>\+|"
    rf" plus)?(?:[ -–]\d{{1,2}}\+?)?[ -]?(?P<unit>years?|yrs?\b|decades?)?",
    re.IGNORECASE,
)

_OF_EXPERIENCE = re.compile(r" of(?: [a-z-]+){0,3} experience| experience")


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
    name: Slice | None = None
    label: Slice | None = None
    place: str | None = None
    nominals: tuple[Slice, ...] = ()
    rest: list[Row] = []
    for number, row in enumerate(rows):
        if row.is_bullet or rest:
            rest.append(row)
            continue
        body = row.body
        lead = _TITLE_LINE.match(body.text)
        if lead:
            body = body.cut(lead.end())
            if not body:
                continue
        place = place or _place(body.text)
        left = [piece for piece in body.split(_PIECES) if not _is_contact(piece.text) and not is_place(piece.text)]
        if name is None and left and number < 6:  # noqa: PLR2004  a name stands at the top
            found, after = _name(left[0])
            if found is not None:
                name, nominals, left = found, after, left[1:]
        if not left:
            continue
        line, found_place = without_place(left[0].to(left[-1]))
        place = place or found_place
        words = len(line.text.split())
        if (
            label is None
            and words <= 12  # noqa: PLR2004  a length that only this rule uses
            and not line.text.endswith(".")
            and not holds(line.text)
            and (title_weight(line.text) or name is not None)
        ):
            label = line
        elif words > 3:  # noqa: PLR2004  shorter is a scrap of an address
            rest.append(row)
    return Head(name, label, place, nominals, tuple(rest))


def holds(text: str) -> bool:
    """Whether contact data stands in the words."""
    return bool(CONTACT.search(text) or STREET.search(text) or URL.search(text))


def _is_contact(text: str) -> bool:
    return holds(text) or bool(
        re.match(
            r"^(?:phone|tel|mobile|cell|e-?mail|address|linkedin|github|website|web|portfolio|born|date of birth|"
            r"nationality)\b",
            text,
            re.IGNORECASE,
        )
    )


def _place(text: str) -> str | None:
    """The city of a line of contact data, without the street."""
    text = re.sub(r"^(?:address|location|based in|lives in)\s*:?\s*", "", text, flags=re.IGNORECASE)
    for piece in re.split(r"\s*[\t|·•⋅]\s*|\s+[-–—]\s+", text):
        bare = re.sub(r" \d{5}(?:-\d{4})?$", "", piece.strip())
        if is_place(bare) and not STREET.search(bare):
            return bare
    found = _CITY_STATE.search(text)
    return found[1] if found and is_place(found[1]) else None


def _name(piece: Slice) -> tuple[Slice | None, tuple[Slice, ...]]:
    """The name at the start of a piece, and the credentials after it."""
    parts = piece.split(re.compile(r",\s*"))
    if not parts:
        return None, ()
    first, after = parts[0], parts[1:]
    if (
        len(parts) == 2  # noqa: PLR2004  a length that only this rule uses
        and not POST_NOMINALS.match(after[0].text)
        and len(first.text.split()) == 1
        and len(after[0].text.split()) <= 2  # noqa: PLR2004  a length that only this rule uses
    ):
        first, after = piece, []  # "Okafor, Amara": kept as it is printed
    elif after and not all(POST_NOMINALS.match(word) for part in after for word in part.text.split()):
        return None, ()
    words = first.split(re.compile(r"\s+"))
    while len(words) > 2 and POST_NOMINALS.match(words[-1].text) and words[-1].text.isupper() and not first.text.isupper():  # noqa: PLR2004  a length that only this rule uses
        after = [words.pop(), *after]
        first = words[0].to(words[-1])
    text = first.text
    if not _NAME.match(text.replace(",", "")) or _NOT_NAME.search(text) or organisation_weight(text):
        return None, ()
    if not all(
        word[0].isupper()
        or word.lower()
        in {"de", "da", "del", "van", "von", "der", "den", "la", "le", "di", "bin", "al", "el", "dos", "du", "y", "ter"}
        for word in re.findall(r"[^\W\d_]+", text)
    ):
        return None, ()
    if title_weight(text) == 2:  # noqa: PLR2004  a headline such as "Sales Manager"; "Amara Baker" has but one such word
        family_name = len(text.split()) == 2 and title_weight(text.split()[0]) == 0  # noqa: PLR2004  a length that only this rule uses
        if not family_name or piece.start > 200:  # noqa: PLR2004  a length that only this rule uses
            return None, ()
    return first, tuple(word for part in after for word in part.split(re.compile(r"[\s,]+")))


def stated_years(rows: Sequence[Slice]) -> tuple[float, Fact] | None:
    """The first number of years of experience that a summary states, with its sentence's words."""
    for row in rows:
        for match in _YEARS.finditer(row.text):
            number = match["n"].lower()
            if "decade" in number:
                value = float(NUMBER_WORDS[number])
            elif not match["unit"]:
                continue
            else:
                value = float(NUMBER_WORDS[number]) if number in NUMBER_WORDS else float(number)
                value *= 10 if match["unit"].lower().startswith("decade") else 1
            after = row.text[match.end() :]
            if re.match(r"[ ](?:old|ago|younger|in a row|later)\b", after) or not 0 < value <= 60:  # noqa: PLR2004  a length that only this rule uses
                continue
            rest = _OF_EXPERIENCE.match(after)
            return value, row.cut(match.start(), match.end() + (rest.end() if rest else 0)).fact
    return None
