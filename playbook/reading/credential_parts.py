"""The sections of a resume as parts of one kind each: which rows are about degrees, certificates, skills or languages.

A section holds more than its heading says: a line of languages below "Skills", a licence below "Additional". What is
read of a part is for `playbook.reading.credentials`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from playbook.reading.certificates import LOOKS_CERTIFIED
from playbook.reading.dates import find_dates, find_ranges
from playbook.reading.degrees import find_degree, names_school
from playbook.reading.languages import is_language, lists_languages, read_languages
from playbook.reading.licences import DRIVING
from playbook.reading.paper_remarks import dates_beside
from playbook.reading.role_lines import TOOLS
from playbook.reading.rows import Row, Slice
from playbook.reading.sections import Section, normalised
from playbook.reading.titles import title_weight

CERTIFIED = re.compile(
    r"certif|\bcerts\b|licen[cs]|credential|registr|ticket|\bcards?\b|permit|accredit|habilit|zertifi|zulassung|admission|colegia|permis"
    r"|carn[eé]|berechtig",
    re.IGNORECASE,
)
_EDUCATED = re.compile(
    r"educat|academic|degree|school|stud|\bformaci|formação|ausbildung|\bbildung|étud|qualification", re.IGNORECASE
)
_TAUGHT = re.compile(
    r"training|course|seminar|workshop|\blearning|development|continuing|weiterbildung|fortbildung|schulung|kurse|formation"
    r"|curso|"
    r"capacitaci|formaci|stages",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(r"qualifi[ck]|titulaci|qualifica", re.IGNORECASE)
"""Such a heading stands above skills in one country and above diplomas in another."""
_FURNITURE = re.compile(
    r"^(?:page|seite|página|p\.)? ?\d{1,2}(?: ?(?:of|/|von|de|sur) ?\d{1,2})?$|\bpage \d|\bcurriculum vitae\b", re.IGNORECASE
)
"""What a printer repeats on each page."""
_LABEL = re.compile(r"^([^:\t|,;]{2,45}?)\s*(?::|\t)\s*(?=\S)")
_RUN_ON = re.compile(r"^([^\W\d_][\w &]{2,30}?)\s*;\s")
"""A label that somebody closed with the wrong mark: "Interests; chess"."""
_CELLS = re.compile(r"\s*[;|\t]\s*|\.\s+(?=[A-Z])")
_SPOKEN = re.compile(r"^(?:languages?|mother tongue)(?: (?:known|spoken|skills|proficiency))?$", re.IGNORECASE)
_OURS = frozenset({"languages", "certificates", "education"})
_NO_SKILLS = frozenset({"interests", "references"})
"""Labels below a heading of skills whose lines name none; any other label is a group: "Training: onboarding"."""
_BAR = re.compile(r"\bbar\b|\badmitted\b", re.IGNORECASE)
_AMONG = re.compile(r"\s*[;|•·\t]\s*|,\s+(?![^()]*\))")
_SHORT = 8
"""Words of a licence to drive among other things; more are a sentence."""
_SEMICOLON, _SLASH = re.compile(r"\s*;\s*(?![^()]*\))"), re.compile(r"\s+/\s+(?![^()]*\))")
_DATED = 2
_LEFT = re.compile(r"\w{3}")
_SENTENCE = re.compile(r"\.\s+(?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one kind, below one title."""

    kind: str
    title: str
    rows: tuple[Row, ...]


def without_name(section: Section, name: Slice | None) -> Section:
    """Without the name and the headline below it, where a column of its own holds them."""
    if name is None or not section.heading:
        return section
    rows: list[Row] = []
    is_below = False
    for row in section.rows:
        is_name = row.body.start <= name.start < row.body.end or row.text.casefold() == name.text.casefold()
        if not is_name and not (is_below and title_weight(row.text) > 1):
            rows.append(row)
        is_below = is_name
    return Section(section.id, section.heading, tuple(rows))


def parts_of(section: Section, names: Mapping[str, str]) -> Iterator[Part]:
    """A section as parts of one kind each: most are one part."""
    kind, held = _kind_of(section.id, section.title), list[Row]()
    if kind == "skills" and _QUALIFIED.search(section.title) and 2 * sum(map(_is_earned, section.rows)) >= len(section.rows):
        kind = "mixed"
    # Who parts the papers of one line by semicolons does so in the next, which is no more than the list gone on.
    is_listed = any(";" in row.text and len(_one_each(row, kind)) > 1 for row in section.rows)
    ahead = [one for row in reversed(section.rows) for one in reversed(_one_each(row, kind, is_listed=is_listed))]
    while ahead:
        row = ahead.pop()
        if _FURNITURE.search(row.text) or _runs_on(row, names):
            continue
        label = _LABEL.match(row.text)
        if section.id in {"education", "certificates"} and TOOLS.match(row.text):
            yield Part("skills", section.title, (row,))
            continue
        if (label is not None and is_language(label[1])) or (section.id == "education" and lists_languages(row)):
            yield Part("languages", section.title, (row,))
            continue
        if section.id != "education" and (licence := _licence_to_drive(row, label, section.id)) is not None:
            yield Part("certificates", section.title, (Row(licence, row.is_bullet, row.is_apart),))
            ahead += reversed(_beside(row, licence))
            continue
        found = names.get(normalised(label[1])) if label else None
        if label is None or found is None or not _is_routed(found, label[1], section.id):
            held.append(row)
            continue
        body = Row(row.body.cut(label.end()), row.is_bullet, row.is_apart)
        if found == "languages" and not any(True for _ in read_languages([body])):
            held.append(row)
        elif found in _OURS:
            yield Part(_kind_of(found, label[1]), label[1], (body,))
    yield Part(kind, section.title, _with_heading(section, held))


def _one_each(row: Row, kind: str, *, is_listed: bool = False) -> list[Row]:
    """A row, or the papers that it lists: "ADR 2012, expired / LkSG officer 2023", where two at least have their date."""
    between = _SEMICOLON if ";" in row.text else _SLASH
    pieces = row.body.split(between) if kind == "courses" else []
    is_list = len(pieces) >= _DATED and sum(bool(dates_beside(piece.text)) for piece in pieces) >= _DATED
    if not is_list and not (is_listed and ";" in row.text and len(pieces) > 1):
        return [row]
    return [Row(piece, is_bullet=True, is_apart=False) for piece in pieces]


def _runs_on(row: Row, names: Mapping[str, str]) -> bool:
    """Whether a line is of interests or references, closed into the section above by a wrong mark."""
    label = _RUN_ON.match(row.text)
    return label is not None and names.get(normalised(label[1])) in _NO_SKILLS


def _beside(row: Row, licence: Slice) -> list[Row]:
    """What else a line says in which a licence to drive stands; a line that opens with it is about it."""
    if DRIVING.match(row.text):
        return []
    left = [row.body.cut(0, licence.start - row.body.start), row.body.cut(licence.end - row.body.start)]
    return [Row(rest, row.is_bullet, row.is_apart) for rest in left if _LEFT.search(rest.text)]


def _licence_to_drive(row: Row, label: re.Match[str] | None, section_id: str) -> Slice | None:
    """The licence to drive that opens a line, or stands in it among other things: "Chess. Full UK driving licence"."""
    if DRIVING.match(row.text):
        again = label is not None and bool(DRIVING.match(row.text, label.end()))
        return row.body.cut(label.end() if label and again else 0).split(_SENTENCE)[0]
    if not DRIVING.search(row.text) or section_id == "certificates":
        return None
    pieces = [piece for one in row.body.split(_SENTENCE) for piece in one.split(_AMONG)]
    found = [piece for piece in pieces if DRIVING.search(piece.text) and len(piece.text.split()) <= _SHORT]
    return found[0].trimmed(" .") if len(pieces) > 1 and found else None


def _with_heading(section: Section, rows: list[Row]) -> tuple[Row, ...]:
    """The rows below "Bar admissions", where the heading alone says what they are: states and courts."""
    heading = section.heading
    if heading is None or not rows or rows[0].is_bullet or not _BAR.search(section.title) or _BAR.search(rows[0].text):
        return tuple(rows)
    return (Row(heading.body.to(rows[0].body), rows[0].is_bullet, rows[0].is_apart), *rows[1:])


def _is_earned(row: Row) -> bool:
    is_dated = bool(find_dates(row.text) or find_ranges(row.text)) and not row.text.endswith(".")
    return bool(find_degree(row.text) or LOOKS_CERTIFIED.search(row.text)) or names_school(row.text) or is_dated


def labelled_languages(rows: Iterable[Row]) -> Iterator[Row]:
    """Languages in a line of several labels: "Born 1990; Languages: Tamil, Hindi; Married"."""
    for row in rows:
        for piece in row.body.split(_CELLS):
            label = _LABEL.match(piece.text)
            if label is not None and _SPOKEN.match(label[1]):
                yield Row(piece.cut(label.end()), is_bullet=False, is_apart=False)


def _is_routed(found: str, label: str, section_id: str) -> bool:
    """Whether a labelled line leaves its section for another."""
    if section_id in {"languages", "certificates"} and found in _NO_SKILLS:
        return True
    if section_id == "skills":
        is_sure = found == "languages" or (found in _OURS and bool(CERTIFIED.search(label) or _EDUCATED.search(label)))
        return is_sure or (found in _NO_SKILLS and normalised(label) != "personal")
    return found == "languages" or (found in _OURS and found != section_id)


def _kind_of(section_id: str, title: str) -> str:
    """`courses` for a heading that speaks of training alone, `mixed` for one that names both degrees and certificates."""
    if section_id not in {"education", "certificates"}:
        return section_id
    certified, educated, taught = (bool(pattern.search(title)) for pattern in (CERTIFIED, _EDUCATED, _TAUGHT))
    if section_id == "certificates" and taught and not certified:
        return "courses"
    if educated and (certified or section_id == "certificates"):
        return "mixed"
    return section_id
