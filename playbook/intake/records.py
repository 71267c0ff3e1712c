"""JSON to canonical text: JSON Resume, schema.org's JobPosting, JSON Resume's job schema.

A record is written out as the text that a person would have typed, so that one grammar reads every format. Old
spellings of JSON Resume (`company`, `website`) are taken too; what is no text is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from playbook.intake import refusals
from playbook.intake.folding import fold
from playbook.intake.html import lines_of_html
from playbook.intake.layout import RawLine
from playbook.intake.refusals import DocumentName

Record = Mapping[str, Any]


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


def posting_in(value: Any) -> Record | None:  # noqa: ANN401  foreign data
    """The first JobPosting in a value of JSON-LD; `None` where there is none."""
    if isinstance(value, list):
        return next((found for item in value if (found := posting_in(item)) is not None), None)
    if isinstance(value, Mapping):
        kinds = value.get("@type")
        if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
            return value
        return posting_in(value["@graph"]) if isinstance(value.get("@graph"), list) else None
    return None


def resume_text(record: Record) -> str:
    """A JSON Resume as text."""
    basics = record.get("basics") if isinstance(record.get("basics"), Mapping) else {}
    place = basics.get("location") if isinstance(basics, Mapping) else None
    lines: list[str] = [*_texts(basics, "name"), *_texts(basics, "label")]
    if isinstance(place, Mapping):
        lines.append(", ".join([*_texts(place, "city"), *(_texts(place, "region") or _texts(place, "countryCode"))]))
    lines += _section("SUMMARY", _texts(basics, "summary"))
    lines += _section("EXPERIENCE", _roles(_list(record, "work"), ("position", "title"), ("name", "company")))
    lines += _section("PROJECTS", _projects(_list(record, "projects")))
    lines += _section("VOLUNTEERING", _roles(_list(record, "volunteer"), ("position",), ("organization",)))
    lines += _section("EDUCATION", _joined(_degree(one) for one in _list(record, "education")))
    lines += _section("CERTIFICATES", _named(record, "certificates", "name", "issuer"))
    lines += _section("SKILLS", _skills(_list(record, "skills")))
    lines += _section("LANGUAGES", [", ".join(_language(one) for one in _list(record, "languages"))])
    lines += _section("AWARDS", _named(record, "awards", "title", "awarder"))
    lines += _section("PUBLICATIONS", _named(record, "publications", "name", "publisher"))
    return fold(_raw(lines), wraps=False)


def job_text(record: Record) -> str:
    """A posting as text, its title, employer and place below labels."""
    lines: list[RawLine] = []
    for label, value in (
        ("Job title", record.get("title")),
        ("Company", _organisation(record)),
        ("Location", _location(record)),
    ):
        if isinstance(value, str) and value.strip():
            lines.append(RawLine(f"{label}: {value.strip()}"))
    lines += _prose(record.get("description"), apart=True)
    for heading, key in (
        ("Responsibilities", "responsibilities"),
        ("Qualifications", "qualifications"),
        ("Requirements", "experienceRequirements"),
        ("Education and experience", "educationRequirements"),
        ("Skills and experience", "skills"),
        ("Benefits", "jobBenefits"),
    ):
        body = _items(record.get(key))
        seen = " ".join(line.text for line in lines)
        body = [line for line in body if line.text.lstrip("• ") not in seen]
        if body:
            lines += [RawLine(heading, is_apart=True), *body]
    return fold(lines, wraps=False)


def _prose(value: Any, *, apart: bool = False) -> list[RawLine]:  # noqa: ANN401  foreign data
    """A text that may be HTML."""
    if not isinstance(value, str) or not value.strip():
        return []
    if "<" in value and ">" in value:
        found = lines_of_html(value)
    elif "&lt;" in value:
        import html

        found = lines_of_html(html.unescape(value))
    else:
        found = _raw(value.splitlines())
    if found and apart:
        found[0] = RawLine(found[0].text, is_apart=True)
    return found


def _items(value: Any) -> list[RawLine]:  # noqa: ANN401  foreign data
    """A list of texts, a text, or a record that describes itself."""
    if isinstance(value, str):
        return _prose(value)
    if isinstance(value, Mapping):
        if value.get("monthsOfExperience"):
            months = value["monthsOfExperience"]
            return (
                [RawLine(f"• {int(months) // 12}+ years of experience")] if str(months).isdigit() and int(months) >= 12 else []  # noqa: PLR2004  a length that only this rule uses
            )
        words = [*_texts(value, "name"), *_texts(value, "description")]
        keywords = ", ".join(_list_of_texts(value.get("keywords")))
        text = ": ".join(word for word in (words[0] if words else "", keywords) if word) or _first(value, "credentialCategory")
        return [RawLine(f"• {text}")] if text else []
    if isinstance(value, Sequence):
        return [
            RawLine(line.text if line.text.startswith("• ") else f"• {line.text}") for item in value for line in _items(item)
        ]
    return []


def _organisation(record: Record) -> str:
    value = record.get("hiringOrganization", record.get("company"))
    return _first(value, "name", "legalName") if isinstance(value, Mapping) else value if isinstance(value, str) else ""


def _location(record: Record) -> str:
    value = record.get("jobLocation", record.get("location"))
    value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, Mapping):
        address = value.get("address", value)
        if isinstance(address, Mapping):
            parts = [
                _first(address, "addressLocality", "city"),
                _first(address, "addressRegion", "region") or _first(address, "addressCountry", "countryCode"),
            ]
            return ", ".join(part for part in parts if part)
        return address if isinstance(address, str) else ""
    if isinstance(value, str):
        return value
    return "Remote" if record.get("jobLocationType") == "TELECOMMUTE" else ""


def _roles(entries: Iterable[Record], title: tuple[str, ...], employer: tuple[str, ...]) -> Iterator[str]:
    for entry in entries:
        yield ""
        yield " | ".join(part for part in (_first(entry, *title), _first(entry, *employer), _first(entry, "location")) if part)
        yield _dates(entry)
        yield from _texts(entry, "summary")
        yield from (f"• {text}" for text in _list_of_texts(entry.get("highlights")))


def _projects(entries: Iterable[Record]) -> Iterator[str]:
    for entry in entries:
        yield ""
        yield _first(entry, "name")
        yield _dates(entry)
        yield from (f"• {text}" for text in [*_texts(entry, "description"), *_list_of_texts(entry.get("highlights"))])


def _degree(entry: Record) -> str:
    study = " in ".join([*_texts(entry, "studyType"), *_texts(entry, "area")])
    return ", ".join(part for part in (study, _first(entry, "institution"), _dates(entry)) if part)


def _dates(entry: Record) -> str:
    start, end = _first(entry, "startDate")[:7], _first(entry, "endDate")[:7]
    if start:
        return f"{start} - {end or 'Present'}"
    return end


def _named(record: Record, key: str, name: str, issuer: str) -> list[str]:
    entries = _list(record, key)
    return [
        ", ".join(
            part for part in (_first(one, name, "name"), _first(one, issuer), _first(one, "date", "releaseDate")[:7]) if part
        )
        for one in entries
    ]


def _skills(entries: Iterable[Record]) -> Iterator[str]:
    for entry in entries:
        name, keywords = _first(entry, "name"), ", ".join(_list_of_texts(entry.get("keywords")))
        yield f"{name}: {keywords}" if name and keywords else name or keywords


def _language(entry: Record) -> str:
    name, fluency = _first(entry, "language", "name"), _first(entry, "fluency")
    return f"{name} ({fluency})" if fluency else name


def _section(heading: str, body: Iterable[str]) -> list[str]:
    lines = list(body)
    return ["", heading, *lines] if any(line.strip() for line in lines) else []


def _joined(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if line]


def _raw(lines: Iterable[str]) -> list[RawLine]:
    found, is_apart = [], False
    for line in lines:
        for piece in line.splitlines() or [""]:
            if not piece.strip():
                is_apart = True
                continue
            found.append(RawLine(piece, is_apart=is_apart))
            is_apart = False
    return found


def _list(record: Record, key: str) -> list[Record]:
    value = record.get(key)
    entries = value if isinstance(value, list) else []
    return [
        one if isinstance(one, Mapping) else {"name": one, "title": one} for one in entries if isinstance(one, Mapping | str)
    ]


def _texts(record: Any, key: str) -> list[str]:  # noqa: ANN401  foreign data
    value = record.get(key) if isinstance(record, Mapping) else None
    return [" ".join(value.split())] if isinstance(value, str) and value.strip() else []


def _first(record: Record, *keys: str) -> str:
    return next((text for key in keys for text in _texts(record, key)), "")


def _list_of_texts(value: Any) -> list[str]:  # noqa: ANN401  foreign data
    if isinstance(value, str):
        return [value]
    return (
        [" ".join(item.split()) for item in value if isinstance(item, str) and item.strip()] if isinstance(value, list) else []
    )
