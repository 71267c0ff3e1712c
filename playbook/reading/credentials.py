"""What someone has learned and holds: which rows of a resume are about degrees, certificates, skills and languages.

Each of these has a grammar of its own; here the rows are handed out. A section holds more than its heading says: a line
of languages below "Skills", a licence below "Education", courses below "Certificates", a licence beside the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from playbook.artifacts.resume import Education, Named, Skill
from playbook.reading.certificates import BELONGS, LOOKS_CERTIFIED, read_named
from playbook.reading.credential_parts import CERTIFIED, Part, labelled_languages, parts_of, without_name
from playbook.reading.dates import find_ranges
from playbook.reading.degrees import COURSE, LETTERS, find_degree, names_school
from playbook.reading.education import entries_of, read_education
from playbook.reading.languages import is_language, languages_in, read_languages, spoken_languages
from playbook.reading.licences import DRIVING, NUMBERED, is_licensed, licences_in, said_apart, without_number
from playbook.reading.paper_remarks import dates_beside
from playbook.reading.rows import Row, Slice, holds_contact
from playbook.reading.sections import Section
from playbook.reading.skills import Known, nothing_known, read_skills
from playbook.reading.stray_roles import serves
from playbook.reading.time_off import is_loose_time_off
from playbook.reading.titles import title_weight

_SIDE_BY_SIDE = re.compile(r"\s*[|·•\t]\s*|\s+\+\s+(?=[a-z])|\s+[-–—]\s+|;\s+|,\s+")
_CELLS, _WHOLE = re.compile(r"\s*[|·•\t]\s*"), re.compile(r"(?!)")
_FEW = 12
"""More words than this are a sentence."""
_ROUTED = frozenset({"skills", "languages", "certificates", "education", "additional", "interests"})
_LOOSE = frozenset({"interests", "additional"})
"""Sections in which a line of languages has lost its heading."""
_SERVED = frozenset({"volunteer", "awards", "memberships"})
"""Sections of what was done, among whose lines a certificate or a language may stand."""
_CERTIFIED_ASIDE = re.compile(r"\bcertified (?!volunteers?\b)[A-Z]|\bcertification\b", re.IGNORECASE)
_GRADE = 2
_GRADES = frozenset({"Assoc", "Hons"})
"""Words among the letters after a name that are none themselves: "Assoc CIPD"."""
_LEVELS = (
    ("doctor", r"\bph\.?\s?d|\bdoctor|\bd\.?phil|\bm\.?d\b|\bdnp\b|\bed\.?d\b|\bj\.?d\b|pharm\.?d|doutor|promotion"),
    (
        "master",
        r"\bm\.?(?:sc?|a|ed|eng|phil|res|arch|f\.?a|s\.?w|b\.?a|p\.?[ha]|s\.?n)\b|\bmaster|\bm[áa]ster|mestrado|maestr|diplom",
    ),
    ("bachelor", r"\bb\.?(?:sc?|a|ed|eng|f\.?a|s\.?n|b\.?a|tech|com|arch)\b|\bbachelor|licenci|bachar|grado"),
)
_MEMBER = re.compile(r"^(?:[\w&-]+ ){1,6}member(?:ship)?\b(?! (?:training|course))|.* [–-] (?:\w+ )?member$", re.IGNORECASE)
"""Whoever belongs to a body learned nothing there: "ACME member since 2018"."""
_LEFT_OVER = re.compile(r"^(?:other|additional|also|misc(?:ellaneous)?|further)\s*:\s*(?=\S)", re.IGNORECASE)
_AT_HOME = re.compile(
    r"^(?:happily )?(?:married|single|divorced|widowed|engaged)\b"
    r"|\b(?:one|two|three|four|\d) (?:kids|children|daughters|sons|cats|dogs)\b",
    re.IGNORECASE,
)
"""Somebody's family is no certificate."""
_SENTENCES = re.compile(r"\.\s+(?=[A-Z])|;\s+")
_AMONG = re.compile(r"\.\s+(?=[A-Z])|;\s+|,\s+(?![^()]*\))")
_NOT = re.compile(r"\b(?:not|no|un)[ -]?(?:a )?certified\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the sections say of learning, in document order."""

    education: tuple[Education, ...]
    certificates: tuple[Named, ...]
    skills: tuple[Skill, ...]
    languages: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Who holds them: the name, which may stand among them, and the letters after it."""

    name: Slice | None
    post_nominals: tuple[Slice, ...] = ()


def read_credentials(
    sections: Sequence[Section], names: Mapping[str, str], person: Person, prose: Sequence[Row], known: Known = nothing_known
) -> Credentials:
    """The credentials of a resume. `prose` are the rows of its summary; `names` are those of its sections."""
    sections = [_without_time_off(without_name(section, person.name)) for section in sections]
    parts = [part for section in sections if section.id in _ROUTED for part in parts_of(section, names)]
    education = tuple(entry for part in parts for entry in _education(part))
    certificates = [
        *_beside_address(sections),
        *read_named([row for section in sections if section.id in _SERVED for row in section.rows if _is_certified_aside(row)]),
        *(one for part in parts for one in read_named(_certified(part))),
    ]
    skills = [skill for part in parts for skill in _skills(part, known)]
    languages = [one for part in parts if part.kind == "languages" for one in read_languages(part.rows)]
    languages += read_languages(
        [said for part in parts if part.kind in _LOOSE for row in part.rows for said in languages_in(row)]
    )
    languages += read_languages(
        [said for section in sections if section.id in _SERVED for row in section.rows for said in languages_in(row)]
    )
    languages += read_languages(
        [*labelled_languages(row for section in sections if section.id in {"contact", *_LOOSE} for row in section.rows)]
    )
    spoken = [row for part in parts if part.kind not in {"skills", "languages"} for row in part.rows]
    languages += spoken_languages([*prose, *spoken])
    return Credentials(
        education=education,
        certificates=(*_after_name(person.post_nominals, certificates, education), *_distinct(certificates)),
        skills=tuple(skills),
        languages=tuple(languages),
    )


def _without_time_off(section: Section) -> Section:
    """A leave that stands among what was learned is no course."""
    if section.id not in _ROUTED:
        return section
    return Section(section.id, section.heading, tuple(row for row in section.rows if not is_loose_time_off(row)))


def _education(part: Part) -> Iterator[Education]:
    is_on_courses = part.kind == "courses"
    for entry in _entries(part):
        if _is_learned(entry, part.kind) and not any(serves(row) for row in entry):
            yield from read_education(entry, courses=is_on_courses)


def _entries(part: Part) -> list[list[Row]]:
    if part.kind not in {"education", "courses", "mixed"}:
        return []
    return entries_of(part.rows, courses=part.kind != "education")


def _is_learned(entry: Sequence[Row], kind: str) -> bool:
    """Whether an entry is a degree or a course, as against a certificate."""
    words = " \t ".join(row.text for row in entry)
    if any(find_degree(row.text) for row in entry):
        return True
    if BELONGS.match(words) or _MEMBER.match(words):
        return False
    if any(names_school(row.text) for row in entry):
        return True
    return not LOOKS_CERTIFIED.search(words) and (kind != "mixed" or bool(COURSE.search(words)))


def _certified(part: Part) -> tuple[Row, ...]:
    """The rows on certificates."""
    if part.kind in {"education", "courses", "mixed"}:
        return tuple(
            said
            for entry in _entries(part)
            if not _is_learned(entry, part.kind)
            for row in entry
            if not _is_prose(row) and (said := _certified_of(row)) is not None
        )
    if part.kind == "certificates":
        return tuple(row for row in part.rows if not _is_prose(row))
    if part.kind == "skills" and CERTIFIED.search(part.title):
        return tuple(row for row in part.rows if _is_card(row))
    if part.kind not in {"languages", "additional"}:
        return ()
    between = _SENTENCES if part.kind == "additional" else _AMONG
    sentences = [Row(one, row.is_bullet, row.is_apart) for row in part.rows for one in row.body.split(between)]
    return tuple(row for row in sentences if _is_card(row))


def _certified_of(row: Row) -> Row | None:
    """The row; of a line on all that is left, "Other: match-day cover, weekends. Full driving licence", what is certified."""
    lead = _LEFT_OVER.match(row.text)
    if lead is None:
        return row
    held = [one for one in row.body.cut(lead.end()).split(_SENTENCES) if LOOKS_CERTIFIED.search(one.text)]
    return Row(held[0].trimmed(" ."), is_bullet=False, is_apart=row.is_apart) if held else None


def _is_card(row: Row) -> bool:
    is_named = bool(LOOKS_CERTIFIED.search(_NOT.sub("", row.text)))
    return is_named and len(row.text.split()) <= _FEW and not _is_prose(row)


def _is_certified_aside(row: Row) -> bool:
    """Whether a line among activities and awards names a certificate and nothing that was done for somebody."""
    is_short = len(row.text.split()) <= _FEW and not row.text.endswith(".")
    return is_short and bool(_CERTIFIED_ASIDE.search(row.text)) and not find_ranges(row.text)


def _is_prose(row: Row) -> bool:
    """A sentence about something else, or the header of a role that another column left here."""
    if LOOKS_CERTIFIED.search(row.text) or DRIVING.search(row.text):
        return False
    if _AT_HOME.search(row.text):
        return True
    if any(True for _ in spoken_languages([row])):
        return True
    longest = max(len(piece.text.split()) for piece in row.body.split(_CELLS))
    return (longest > _FEW and not dates_beside(row.text)) or _is_role(row)


def _is_role(row: Row) -> bool:
    return bool(find_ranges(row.text)) and title_weight(row.text) > 1


def _skills(part: Part, known: Known) -> Iterator[Skill]:
    """The skills of a section; those below "Languages" where these are programming languages."""
    if part.kind == "languages" and not any(True for _ in read_languages(part.rows)):
        yield from read_skills(part.rows, known)
    if part.kind == "skills":
        is_certified = bool(CERTIFIED.search(part.title))
        yield from read_skills([row for row in part.rows if not (_is_role(row) or (is_certified and _is_card(row)))], known)


def languages_among(skills: Iterable[Skill]) -> Iterator[Named]:
    """The human languages that a list of skills names."""
    for skill in skills:
        if is_language(skill.name):
            for word in re.findall(r"(?:[^\W\d_]+ )?[Ss]ign [Ll]anguage|[^\W\d_]+", skill.name):
                if is_language(word):
                    yield Named(fact=skill.fact, name=word)


def _beside_address(sections: Sequence[Section]) -> Iterator[Named]:
    """Licences that stand with the contact data or right below the name."""
    for section in sections:
        if section.id not in {"", "contact", "summary"}:
            continue
        for row in section.rows:
            if find_ranges(row.text) and not NUMBERED.search(row.text):
                break
            is_line = section.id != "summary" and not row.is_bullet
            for piece in said_apart(row.body) if is_line else [row.body]:
                yield from read_named(_held_beside(Row(piece, row.is_bullet, row.is_apart), is_line=is_line))


def _held_beside(row: Row, *, is_line: bool) -> list[Row]:
    """The pieces of a line that name what is held."""
    if is_line and not NUMBERED.search(row.text) and is_licensed(row.text):
        return [Row(piece, is_bullet=False, is_apart=False) for piece in licences_in(row.body)]
    if NUMBERED.search(row.text) and not row.is_bullet:
        return _cells(row, NUMBERED, _CELLS if holds_contact(row.text) else _WHOLE)
    return _cells(row, DRIVING, _SIDE_BY_SIDE) if DRIVING.search(row.text) else []


def _cells(row: Row, sought: re.Pattern[str], between: re.Pattern[str]) -> list[Row]:
    """The pieces of a line of contact data in which `sought` is found; a sentence is none."""
    return [
        Row(without_number(piece), is_bullet=False, is_apart=False)
        for piece in row.body.split(between)
        if sought.search(piece.text) and len(piece.text.split()) <= _FEW and not holds_contact(piece.text)
    ]


def _after_name(
    post_nominals: Sequence[Slice], certificates: Sequence[Named], education: Sequence[Education]
) -> Iterator[Named]:
    """The letters after the name that no section repeats. A degree's letters are its entry's."""
    words = {word.strip(",.()") for one in certificates for word in one.fact.text.split()}
    initials = " ".join("".join(re.findall(r"\b[^\W\d_]", one.fact.text)) for one in certificates).upper()
    learned = ["".join(re.findall(r"\b[^\W\d_]", entry.fact.text)).upper() for entry in education]
    degrees = {_level(entry.fact.text) for entry in education}
    for piece in post_nominals:
        letters = re.sub(r"\W", "", piece.text)
        if letters in _GRADES:
            continue
        if piece.text.strip(",.()") in words or (len(letters) > 1 and letters.upper() in initials):
            continue
        if LETTERS.match(piece.text) and _level(piece.text) in degrees:
            continue
        if len(letters) > _GRADE and any(one.startswith(letters.upper()) for one in learned):
            continue  # "BSDH" of a "B.S. Dental Hygiene"
        yield Named(fact=piece.fact, name=piece.text)


def _level(text: str) -> str:
    return next((name for name, pattern in _LEVELS if re.search(pattern, text, re.IGNORECASE)), "")


def _distinct(found: Sequence[Named]) -> Iterator[Named]:
    """Each place of the document once."""
    seen: set[int] = set()
    for one in found:
        if one.fact.span.start not in seen:
            seen.add(one.fact.span.start)
            yield one
