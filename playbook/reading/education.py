"""Degrees and courses: the entries of a section on education, their lines in any order.

The words of degrees and schools stand in `playbook.reading.degrees`; which rows are about education is for
`playbook.reading.credentials`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from playbook.artifacts.resume import Education
from playbook.reading.certificates import LOOKS_CERTIFIED
from playbook.reading.dates import DateRange, find_dates, find_ranges
from playbook.reading.degrees import COURSE, DEGREE, SCHOOL, find_degree, names_school
from playbook.reading.rows import Row, Slice, holds_contact
from playbook.reading.vocabulary import is_place, organisation_weight

_PIECES = re.compile(
    r"\s*[\t|·•;⋅]\s*|,\s+|\s+[-–—]{1,2}\s+|\.\s+(?=[A-Z][a-z]+ (?:University|College|School|Institute))|\s+@\s+"
    r"|(?<=\))\s+(?=(?:[A-Z][\w.’'-]* ){0,3}(?:University|College|School|Institute)\b)|:\s+(?=[a-z])"
)
_CANDIDATE = re.compile(
    r"^\s*(?:candidate|student|\((?:ABD|candidate|2[.:]\d|first|merit|distinction)\b[^()]*\))\s*", re.IGNORECASE
)
"""How far somebody is, or how well it was passed, between a degree and its field: "PhD candidate (ABD), Botany"."""
_CLASS = re.compile(
    r"[\s,]+\(?(?:2[.:][12]|2i{1,2}|[12]st|first|second|third|upper second|lower second|merit|distinction|pass)"
    r"(?:[ -]class)?(?: honou?rs)?\)?$",
    re.IGNORECASE,
)
"""The class of a degree behind its field: "Botany 2:1"."""
_AREA = re.compile(
    r"^(?:degree)?\s*(?:\(?hon(?:our)?s\.?\)?\s+|with[ ]honou?rs[ ])?(?:(?:in|of|en|em|de|für)(?!\w)|[:,–—-])?\s*",
    re.IGNORECASE,
)
_NOT_AREA = re.compile(r"gpa|honou?rs|cum laude|minor|dean|magna|summa|expected|graduat|\d", re.IGNORECASE)
_DETAIL = re.compile(
    r"^(?:gpa|cgpa|capstone|grade|grades|note|abschlussnote|mention|honou?rs|with (?:distinction|honou?rs)|first class"
    r"|second class|upper second|distinction|"
    r"dean['’]?s|magna|summa|cum laude|thesis|final thesis|dissertation|senior thesis|master['’]?s thesis|tesis|mémoire"
    r"|th[èe]se|tcc|abschlussarbeit|"
    r"(?:master|bachelor|diplom)arbeit|thema|advis[oe]r|supervisor|committee|relevant course|coursework(?! in\b)|courses?:"
    r"|modules|key modules|subjects|majors?\b|"
    r"minors?\b(?! in)|concentration|specialis|specializ|focus|schwerpunkt|activities|societies|clubs|awards?|scholarship"
    r"|credits|member of|exchange\b.*:|"
    r"related course|completed|graduated|relevant)\b",
    re.IGNORECASE,
)
_NAME = 2
"""Words of the shortest course that stands by itself; one is a word beside a date: "Expected 2027"."""
_JOINED = re.compile(r"(?<=(?:19|20)\d\d)[ )]+(?=[A-Z])")
"""Where a converter lost the line break between two entries."""
_EDGE = " \t,;|·•–—-()[]:."
_CREDITS = re.compile(r"\b\d+ (?:credits?|credit hours|ects)\b", re.IGNORECASE)
_PLAIN = re.compile(r"\b(?:ged|high school|secondary school|hiset)\b", re.IGNORECASE)
"""What has no field of study."""
_ASIDE = re.compile(r"\s*\(|:\s")
_LEVEL = re.compile(r"\blevel \d\b|\baward in\b", re.IGNORECASE)
"""What says what was learned, beside a school that is no degree's: "Level 3 Award in Sewing, Harrow Academy, 2025"."""
_OF_SCHOOL = re.compile(r"\b(?:at|from)\s+(?=[A-Z])")


def read_education(rows: Sequence[Row], *, courses: bool = False) -> Iterator[Education]:
    """One entry a degree, course or school. Bullets below an entry are details of it.

    `courses` says that the section is on courses, where a line needs no word of degrees or schools.
    """
    for entry in entries_of(rows, courses=courses):
        yield from _education(entry, courses=courses)


def names_degree(text: str) -> bool:
    """Whether a line names a degree or a school."""
    return bool(find_degree(text)) or names_school(text)


def entries_of(rows: Sequence[Row], *, courses: bool = False) -> list[list[Row]]:
    """The rows, entry by entry."""
    is_bulleted = bool(rows) and rows[0].is_bullet
    # Dates on a line of their own close an entry where the last line of all is one, too.
    is_closed_by_dates = bool(rows) and bool(_bare(rows[0].text)) and not _bare(rows[-1].text)
    entries: list[list[Row]] = []
    for row in (part for whole in rows for part in _parts(whole)):
        is_detail = bool(_DETAIL.match(row.text)) or (row.is_bullet and not is_bulleted and not _stands_alone(row))
        is_after_dates = is_closed_by_dates and bool(entries) and not _bare(entries[-1][-1].text) and bool(_bare(row.text))
        is_new = is_after_dates and names_degree(row.text)
        if not entries or (not is_detail and (is_new or _opens(row, _Held(entries[-1]), courses=courses))):
            entries.append([row])
        else:
            entries[-1].append(row)
    return entries


def _parts(row: Row) -> list[Row]:
    """A row, or two where an entry begins in the middle of it."""
    for match in _JOINED.finditer(row.text):
        degree = find_degree(row.text[match.end() :])
        if degree and degree.start() == 0 and _bare(row.text[: match.start()]):
            first, last = row.body.cut(0, match.start()), row.body.cut(match.end())
            return [Row(first, row.is_bullet, row.is_apart), Row(last, is_bullet=False, is_apart=False)]
    return [row]


def _stands_alone(row: Row) -> bool:
    return bool(find_degree(row.text)) and names_school(row.text)


class _Held:
    """What the rows of an entry have said so far."""

    def __init__(self, rows: Sequence[Row]) -> None:
        said = [row for row in rows if not _DETAIL.match(row.text)] or list(rows)
        self.rows = rows
        self.degree = any(find_degree(row.text) for row in said)
        self.school = any(names_school(row.text) for row in said)
        self.course = any(COURSE.search(row.text) for row in said)
        self.dates = any(_dates(row.text) for row in said)
        self.certificate = any(LOOKS_CERTIFIED.search(row.text) for row in said)
        self.words = any(_bare(row.text) for row in said)


def _opens(row: Row, held: _Held, *, courses: bool) -> bool:
    """Whether a row starts over what the rows before have said already."""
    if not _bare(row.text):
        return held.dates and held.words
    degree, school = bool(find_degree(row.text)), names_school(row.text)
    if held.dates and school and _CREDITS.search(row.text):
        return True  # somewhere else, without a degree
    if (degree and held.degree) or (school and held.school):
        return True
    if degree or school:
        return _opens_beside(row, held, may_be_other=courses and (degree or held.dates))
    if not held.words or is_place(row.text):
        return False
    return _opens_course(row, held) if courses else _opens_untold(row, held)


def _opens_beside(row: Row, held: _Held, *, may_be_other: bool) -> bool:
    """A degree below a school, or a school below a degree: they may stand apart, but two dates are two entries."""
    if not (held.degree or held.school or held.course):
        return held.words and (may_be_other or (held.certificate and held.dates))
    is_other = row.is_apart or row.is_bullet or held.course or bool(_LEVEL.search(row.text))
    return held.dates and bool(_dates(row.text)) and is_other


def _opens_course(row: Row, held: _Held) -> bool:
    """A line of a section on courses, which may be a school or a date of the line above."""
    worded = [one for one in held.rows if _bare(one.text)]
    if not _bare(held.rows[0].text) and len(worded) == 1 and not _dates(row.text) and not row.is_apart:
        return False  # a date, a course, and who gave it
    if held.school and not (held.degree or held.course or held.dates or row.is_bullet or row.is_apart):
        return False  # a school, and its course below it
    is_new = row.is_bullet or row.is_apart or held.dates or bool(COURSE.search(row.text))
    return is_new or not (_dates(row.text) or organisation_weight(row.text))


def _opens_untold(row: Row, held: _Held) -> bool:
    """A line without a word of degrees or schools."""
    is_course = bool(COURSE.search(row.text))
    is_whole = held.dates or (held.degree and held.school)
    if LOOKS_CERTIFIED.search(row.text) and (is_whole or _dates(row.text)):
        return True
    # A course with its own year, right below a degree with another, or below a course that has its own.
    is_other = held.dates and (held.degree or not (held.school or held.certificate or len(_bare(row.text).split()) < _NAME))
    return is_whole and (row.is_apart or row.is_bullet or is_course or is_other) and (is_course or bool(_dates(row.text)))


def _education(rows: Sequence[Row], *, courses: bool) -> Iterator[Education]:
    main = _main(rows, courses=courses)
    if main is None or holds_contact(main.text):
        return
    degree = find_degree(main.text)
    institution = _institution(main, degree) or next(
        (found for row in rows if row is not main and not _DETAIL.match(row.text) and (found := _institution(row, None))), None
    )
    dates = next((dated for row in rows if not _DETAIL.match(row.text) and (dated := _dates(row.text))), None)
    yield Education(
        institution=institution.fact if institution else None,
        area=_area(main, degree, institution) if degree and not _PLAIN.search(degree[0]) else None,
        study_type=degree[0].strip() if degree else None,
        start_date=dates.start if dates and dates.start != dates.end else None,
        end_date=dates.end if dates else None,
        fact=main.body.fact,
    )


def _main(rows: Sequence[Row], *, courses: bool) -> Row | None:
    """The row that says what was studied; else the school's; else what stands with a date."""
    said = [row for row in rows if not _DETAIL.match(row.text)]
    for row in said:
        if find_degree(row.text):
            return row
    school = next((row for row in said if names_school(row.text)), None)
    if school:
        # What was studied is called as its school does: above it, or beside the dates.
        told = (row for row in said if row is not school and _bare(row.text) and not is_place(_bare(row.text)))
        return next((row for row in told if row is said[0] or _dates(row.text) or COURSE.search(row.text)), school)
    course = next((row for row in said if COURSE.search(row.text)), None)
    if course:
        return course
    worded = next((row for row in said if _bare(row.text)), None)
    if worded and (courses or any(_dates(row.text) for row in said)):
        return worded
    return None


def _bare(text: str) -> str:
    """The words without dates: empty for a line of dates alone."""
    for one in reversed(find_ranges(text) or find_dates(text)):
        text = text[: one.at] + text[one.to :]
    return text.strip(_EDGE)


def _dates(text: str) -> DateRange | None:
    ranges = find_ranges(text)
    if ranges:
        return ranges[-1]
    singles = find_dates(text)
    return singles[-1] if singles else None


def _institution(row: Row, degree: re.Match[str] | None) -> Slice | None:
    """The piece that names a school; else the first that is neither degree, date nor place."""
    pieces = [piece.trimmed(" ()") for piece in row.body.split(_PIECES)]
    for number, piece in enumerate(pieces):
        at = piece.start - row.body.start
        if not SCHOOL.search(piece.text) or (degree and at <= degree.start() < piece.end - row.body.start):
            continue
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if (
            after
            and piece.text.startswith("University of")
            and re.fullmatch(r"[A-Z]\w+(?: [A-Z]\w+)?", after.text)
            and not is_place(after.text)
            and after.text not in piece.text  # "University of Hull, Hull"
        ):
            return piece.to(after)  # "University of California, Berkeley"
        return _lead_cut(piece)
    if degree:
        # "B.A. in Music at Marlowe University": one piece names both.
        found = _OF_SCHOOL.search(row.text, degree.end())
        if found and SCHOOL.search(row.text, found.end()):
            return _lead_cut(row.body.cut(found.start()).split(_PIECES)[0])
    return None


def _lead_cut(piece: Slice) -> Slice:
    found = _OF_SCHOOL.search(piece.text)
    is_lead = found is not None and not SCHOOL.search(piece.text[: found.start()])
    return _without_dates(piece.cut(found.end()) if found and is_lead else piece)


def _without_dates(piece: Slice) -> Slice:
    aside = _ASIDE.search(piece.text)
    piece = piece.cut(0, aside.start()) if aside and aside.start() else piece
    dates = _dates(piece.text)
    if dates is None:
        return piece
    return (piece.cut(0, dates.at) if dates.at else piece.cut(dates.to)).trimmed(" ,:(–—-") or piece


def _area(row: Row, degree: re.Match[str], institution: Slice | None) -> str | None:
    """The field of study, as the words after the degree name it."""
    stop = (
        institution.start - row.body.start
        if institution and institution.start > row.body.start + degree.end() and institution.end <= row.body.end
        else None
    )
    after = row.body.cut(degree.end(), stop).text
    again = re.match(r"\s*[-–—,(]\s*(?=[A-Z])", after)
    repeated = DEGREE.match(after, again.end()) if again else None
    after = after[repeated.end() :] if repeated else after
    while (more := _CANDIDATE.match(after)) is not None and more.end():
        after = after[more.end() :]
    lead = _AREA.match(after)
    area = re.split(r"\s*[\t|·•;(]\s*|,\s+|\s+[-–—]\s+|\s+(?:from|at|with|minor)\s", after[lead.end() if lead else 0 :])[
        0
    ].strip(" ,.-–—")
    area = _CLASS.sub("", area)
    if not area or _NOT_AREA.search(area) or is_place(area) or SCHOOL.search(area):
        return None
    return area
