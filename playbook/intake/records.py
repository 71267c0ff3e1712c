"""JSON to canonical text: JSON Resume. Postings are for `playbook.intake.job_records`.

A record is written out as the text that a person would have typed, so that one grammar reads every format. Old
spellings of JSON Resume (`company`, `website`) are taken too; what is no text is left out.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from playbook.intake import refusals
from playbook.intake.folding import fold
from playbook.intake.job_records import job_text, posting_in
from playbook.intake.json_fields import Record, first_of, raw_lines, records_of, texts_at, texts_of
from playbook.intake.refusals import DocumentName

_BREAK = re.compile(r"<(?:br|/?p|/?div|/?li|/?ul|/?ol)\b[^<>]{0,80}>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:a|b|i|u|em|strong|span|sup|sub|small|code|h[1-6])\b[^<>]{0,300}>", re.IGNORECASE)
_DEEP = 8
"""Levels of a record that hold values of a JSON Resume."""


def record_text(text: str, name: DocumentName) -> str:
    """The folded text of a JSON file. Raises `Refusal` for JSON of another shape."""
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise refusals.unreadable(name, f"JSON with a fault: {error}") from error
    if name == "resume":
        if isinstance(value, Mapping) and any(
            isinstance(value.get(key), Mapping | list) for key in ("basics", "work", "education", "skills")
        ):
            return resume_text(value)
        raise refusals.unreadable(name, "JSON that is no JSON Resume (no basics, work, education or skills)")
    posting = posting_in(value) or (value if isinstance(value, Mapping) and value.get("title") else None)
    if posting is None:
        raise refusals.unreadable(name, "JSON that is no job posting (no JobPosting, no title)")
    return job_text(posting)


def resume_text(record: Record) -> str:
    """A JSON Resume as text."""
    record = {key: _typed(value, _DEEP) for key, value in record.items()}
    basics = record.get("basics") if isinstance(record.get("basics"), Mapping) else {}
    place = basics.get("location") if isinstance(basics, Mapping) else None
    lines: list[str] = [*texts_at(basics, "name"), *texts_at(basics, "label")]
    if isinstance(place, Mapping):
        lines.append(", ".join([*texts_at(place, "city"), *(texts_at(place, "region") or texts_at(place, "countryCode"))]))
    lines += _section("SUMMARY", texts_at(basics, "summary"))
    lines += _section("EXPERIENCE", _roles(records_of(record, "work"), ("position", "title"), ("name", "company")))
    lines += _section("PROJECTS", _projects(records_of(record, "projects")))
    lines += _section("VOLUNTEERING", _roles(records_of(record, "volunteer"), ("position",), ("organization",)))
    lines += _section("EDUCATION", _joined(_degree(one) for one in records_of(record, "education")))
    lines += _section("CERTIFICATES", _named(record, "certificates", "name", "issuer"))
    lines += _section("SKILLS", _skills(records_of(record, "skills")))
    lines += _section("LANGUAGES", [", ".join(_language(one) for one in records_of(record, "languages"))])
    lines += _section("AWARDS", _named(record, "awards", "title", "awarder"))
    lines += _section("PUBLICATIONS", _named(record, "publications", "name", "publisher"))
    return fold(raw_lines(lines), wraps=False)


def _roles(entries: Iterable[Record], title: tuple[str, ...], employer: tuple[str, ...]) -> Iterator[str]:
    for entry in entries:
        yield ""
        yield " | ".join(
            part for part in (first_of(entry, *title), first_of(entry, *employer), first_of(entry, "location")) if part
        )
        yield _dates(entry)
        yield from texts_at(entry, "summary")
        yield from (f"• {text}" for text in texts_of(entry.get("highlights")))


def _projects(entries: Iterable[Record]) -> Iterator[str]:
    for entry in entries:
        yield ""
        yield first_of(entry, "name")
        yield _dates(entry)
        yield from (f"• {text}" for text in [*texts_at(entry, "description"), *texts_of(entry.get("highlights"))])


def _degree(entry: Record) -> str:
    study = " in ".join([*texts_at(entry, "studyType"), *texts_at(entry, "area")])
    return ", ".join(part for part in (study, first_of(entry, "institution"), _dates(entry)) if part)


def _dates(entry: Record) -> str:
    start, end = first_of(entry, "startDate")[:7], first_of(entry, "endDate")[:7]
    if start:
        return f"{start} - {end or 'Present'}"
    return end


def _named(record: Record, key: str, name: str, issuer: str) -> list[str]:
    return [
        ", ".join(
            part
            for part in (
                first_of(one, name, "name"),
                first_of(one, issuer),
                first_of(one, "date", "startDate", "releaseDate")[:7],
                _until(first_of(one, "expires", "expirationDate", "endDate", "validUntil")[:7]),
            )
            if part
        )
        for one in records_of(record, key)
    ]


def _until(day: str) -> str:
    return f"valid until {day}" if day else ""


def _skills(entries: Iterable[Record]) -> Iterator[str]:
    for entry in entries:
        name, keywords = first_of(entry, "name"), ", ".join(texts_of(entry.get("keywords")))
        yield f"{name}: {keywords}" if name and keywords else name or keywords


def _language(entry: Record) -> str:
    name, fluency = first_of(entry, "language", "name"), first_of(entry, "fluency")
    return f"{name} ({fluency})" if fluency else name


def _section(heading: str, body: Iterable[str]) -> list[str]:
    lines = list(body)
    return ["", heading, *lines] if any(line.strip() for line in lines) else []


def _joined(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if line]


def _typed(value: Any, levels: int) -> Any:  # noqa: ANN401  foreign data
    """A value as a person would have typed it: many exports hold the entities and tags of a web page."""
    if isinstance(value, str):
        return _TAG.sub("", _BREAK.sub(" ", html.unescape(value) if "&" in value else value))
    if levels and isinstance(value, Mapping):
        return {key: _typed(one, levels - 1) for key, one in value.items()}
    if levels and isinstance(value, list):
        return [_typed(one, levels - 1) for one in value]
    return value
