"""Degrees, certificates, languages, awards: the lines that name what someone holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from playbook.artifacts.resume import Education, Named
from playbook.reading.dates import DateRange, find_dates, find_ranges
from playbook.reading.rows import Row, Slice, holds_contact
from playbook.reading.vocabulary import HUMAN_LANGUAGES, is_place, organisation_weight

_DEGREE = re.compile(
    r"""(?<![\w.])(?:
        (?:(?:Associate|Bachelor|Master|Doctor|Magister|Licentiate)(?:['’]?s)?(?:[ ]Degree)?(?:[ ]of[ ](?:Science|Arts|Fine[ ]Arts|Business[ ]Administration|
          Applied[ ]Science|Applied[ ]Arts|Engineering|Education|Laws?|Nursing(?:[ ]Practice)?|Music|Architecture|Social[ ]Work|Public[ ]Health|Public[ ]Administration|
          Philosophy|Medicine|Technology|Commerce|Design|Pharmacy|Library[ ]Science|Divinity|Physical[ ]Therapy))?(?:[ ]Degree)?(?:[ ]\([A-Z][\w. ]{1,8}\))?)
      | Diploma | (?:Advanced|Graduate|Postgraduate|National|Higher[ ]National)[ ](?:Diploma|Certificate) | Certificate(?=[ ](?:in|of)\b) | High[ ]School[ ]Diploma | GED | Abitur
      | A-?Levels? | Baccalaur[ée]at | Licence | Licenciatura | Diplom(?:-\w+)? | Ingeniería | Staatsexamen | Juris[ ]Doctor | Apprenticeship | Bootcamp
      | BBA|BSN|BFA|BEng|B\.?Ed\.?|BSc|B\.Sc\.?|B\.?S\.?(?:[ ]?/[ ]?B?\.?[AS]\.?)?|B\.?A\.?|B\.?Com\.?|B\.?Tech\.?|BBS|BArch|LL\.?[BM]\.?
      | MBA|MSN|MFA|MEng|M\.?Ed\.?|MSc|M\.Sc\.?|M\.?S\.?W?\.?|M\.?A\.?T?\.?|MPH|MPA|MPhil|M\.?Tech\.?|MArch|MLIS
      | Ph\.?\s?D\.?|DNP|Ed\.?D\.?|J\.?D\.?|M\.?D\.?|Pharm\.?D\.?|D\.?D\.?S\.?|DPT|A\.?A\.?S\.?|A\.?A\.?|A\.?S\.?(?=\s)
    )(?![\w])""",  # noqa: E501  one pattern
    re.VERBOSE,
)
_SCHOOL = re.compile(
    r"\b(?:university|universit[àéä]t?|universidad|universidade|université|college|school|institute?|instituto|academy|"
    r"polytechnic|hochschule|conservatory|tech|lycée|gymnasium|bootcamp|seminary)\b",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s*[\t|·•;]\s*|,\s+|\s+[-–—]\s+|\.\s+(?=[A-Z][a-z]+ (?:University|College|School|Institute))")
_AREA = re.compile(r"^(?:degree)?\s*(?:with[ ]honou?rs[ ])?(?:in|of|:|,|-|–|—)?\s*", re.IGNORECASE)
_NOT_AREA = re.compile(r"gpa|honou?rs|cum laude|minor|dean|magna|summa|expected|graduat|\d", re.IGNORECASE)
_ENDING = re.compile(
    r"\b(?:expires?|expiring|expiration|exp\.?|valid|current|renew\w*|through|until|to)\b[^,;|]*$", re.IGNORECASE
)
_NAMED_PIECES = re.compile(r"\s*[\t|·•;]\s*|,\s+|\s+[-–—]\s+|\s*\((?=[^()]*\)\s*$)")


def read_education(rows: Sequence[Row]) -> Iterator[Education]:
    """One entry a degree, or a school where no degree is named. Bullets below are details, not entries."""
    held: list[Row] = []
    for row in rows:
        if row.is_bullet and held and not (_DEGREE.search(row.text) and _SCHOOL.search(row.text)):
            continue
        if held and _opens_entry(row, held):
            yield from _education(held)
            held = []
        held.append(row)
    if held:
        yield from _education(held)


def names_degree(text: str) -> bool:
    """Whether a line names a degree or a school."""
    return bool(_DEGREE.search(text) or _SCHOOL.search(text))


def _opens_entry(row: Row, held: Sequence[Row]) -> bool:
    """Whether a row starts over what the rows before have said already."""
    has_degree, has_school = any(_DEGREE.search(one.text) for one in held), any(_SCHOOL.search(one.text) for one in held)
    if row.is_apart and (has_degree or has_school) and (_DEGREE.search(row.text) or _SCHOOL.search(row.text)):
        return has_degree or bool(_SCHOOL.search(row.text))
    return bool((_DEGREE.search(row.text) and has_degree) or (_SCHOOL.search(row.text) and has_school))


def _education(rows: Sequence[Row]) -> Iterator[Education]:
    main = next(
        (row for row in rows if _DEGREE.search(row.text)), next((row for row in rows if _SCHOOL.search(row.text)), None)
    )
    if main is None:
        main = rows[0]
        if not find_dates(main.text) and not find_ranges(main.text):
            return
    if holds_contact(main.text):
        return
    degree = _DEGREE.search(main.text)
    institution = _institution(main, degree) or next(
        (found for row in rows if row is not main and (found := _institution(row, None))), None
    )
    dates = next((dated for row in rows if (dated := _dates(row.text))), None)
    yield Education(
        institution=institution.fact if institution else None,
        area=_area(main, degree, institution) if degree else None,
        study_type=degree[0].strip() if degree else None,
        start_date=dates.start if dates and dates.start != dates.end else None,
        end_date=dates.end if dates else None,
        fact=main.body.fact,
    )


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
        if _SCHOOL.search(piece.text) and not (
            degree and piece.start - row.body.start <= degree.start() < piece.end - row.body.start
        ):
            after = pieces[number + 1] if number + 1 < len(pieces) else None
            if (
                after
                and piece.text.startswith("University of")
                and re.fullmatch(r"[A-Z]\w+(?: [A-Z]\w+)?", after.text)
                and not is_place(after.text)
            ):
                return piece.to(after)  # "University of California, Berkeley"
            found = re.search(r"\b(?:at|from)\s+(?=[A-Z])", piece.text)
            is_lead = found is not None and not _SCHOOL.search(piece.text[: found.start()])
            return _without_dates(piece.cut(found.end()) if found and is_lead else piece)
    return None


def _without_dates(piece: Slice) -> Slice:
    dates = _dates(piece.text)
    if dates is None or not dates.at:
        return piece
    return piece.cut(0, dates.at).trimmed(" ,(–—-")


def _area(row: Row, degree: re.Match[str], institution: Slice | None) -> str | None:
    """The field of study, as the words after the degree name it."""
    stop = (
        institution.start - row.body.start
        if institution and institution.start > row.body.start + degree.end() and institution.end <= row.body.end
        else None
    )
    after = row.body.cut(degree.end(), stop).text
    again = re.match(r"\s*[-–—,(]\s*(?=[A-Z])", after)
    repeated = _DEGREE.match(after, again.end()) if again else None
    after = after[repeated.end() :] if repeated else after
    lead = _AREA.match(after)
    area = re.split(r"\s*[\t|·•;(]\s*|,\s+|\s+[-–—]\s+|\s+(?:from|at|with|minor)\s", after[lead.end() if lead else 0 :])[
        0
    ].strip(" ,.-–—")
    if not area or _NOT_AREA.search(area) or is_place(area) or _SCHOOL.search(area):
        return None
    return area


def read_named(rows: Sequence[Row]) -> Iterator[Named]:
    """Certificates, licences, awards and publications: one a line, or several short ones in a list."""
    for row in rows:
        if holds_contact(row.text):
            continue
        for body in _listed(row.body):
            yield _named(body)


def _listed(body: Slice) -> list[Slice]:
    """A line of short names alone is a list; a line with an issuer or a date is one entry."""
    pieces = body.split(re.compile(r"\s*[|;•·]\s*"))
    if (
        len(pieces) > 1
        and not any(_dates(piece.text) and len(piece.text) < 16 for piece in pieces)  # noqa: PLR2004  a length that only this rule uses
        and not any(organisation_weight(piece.text) for piece in pieces[1:])
    ):
        return pieces
    commas = body.split(re.compile(r",\s+(?:and\s+)?"))
    if (
        len(commas) > 2  # noqa: PLR2004  a length that only this rule uses
        and not _dates(body.text)
        and all(len(piece.text.split()) <= 4 and not organisation_weight(piece.text) for piece in commas)  # noqa: PLR2004  a length that only this rule uses
    ):
        return commas
    return [body]


def _named(body: Slice) -> Named:
    pieces = [piece.trimmed(" ()") for piece in body.split(_NAMED_PIECES)]
    pieces = [piece for piece in pieces if piece]
    name = _without_dates(pieces[0]).text if pieces else body.text
    issuer = next(
        (
            piece.text
            for piece in pieces[1:]
            if not _dates(piece.text) and not _ENDING.match(piece.text) and piece.text.lower() not in {"active", "in progress"}
        ),
        None,
    )
    dates = find_dates(_ENDING.sub("", body.text)) or ()
    return Named(fact=body.fact, name=name or body.text, issuer=issuer, date=dates[0].start if dates else None)


def read_languages(body: Slice) -> Iterator[Named]:
    """The human languages of a list; programming languages are none."""
    for item in body.split(re.compile(r"\s*[,;|•·\t]\s*(?![^()]*\))")):
        word = re.match(r"[^\W\d_]+", item.text)
        if word and word[0].lower() in HUMAN_LANGUAGES and not holds_contact(item.text):
            yield Named(fact=item.trimmed(" .").fact, name=word[0])


def is_language(text: str) -> bool:
    """Whether the first word names a human language."""
    word = re.match(r"[^\W\d_]+", text)
    return bool(word) and word[0].lower() in HUMAN_LANGUAGES if word else False
