"""A posting as a record to text: schema.org's JobPosting and JSON Resume's job schema.

Title, employer and place stand below labels; each list stands below a heading that the grammar of postings knows. What a
field has no text for is left out.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from playbook.intake.folding import fold
from playbook.intake.html import lines_of_html
from playbook.intake.json_fields import Record, first_of, raw_lines, texts_at, texts_of
from playbook.intake.layout import RawLine

_PARTS = (
    ("Responsibilities", "responsibilities"),
    ("Qualifications", "qualifications"),
    ("Requirements", "experienceRequirements"),
    ("Education and experience", "educationRequirements"),
    ("Requirements", "requirements"),
    ("Skills and experience", "skills"),
    ("Physical requirements", "physicalRequirement"),
    ("Requirements", "sensoryRequirement"),
    ("Requirements", "securityClearanceRequirement"),
    ("Requirements", "eligibilityToWorkRequirement"),
    ("Benefits", "jobBenefits"),
)
_MONTHS = 12
_DEPTH = 6
"""Nesting of foreign data beyond which no posting is looked for."""


def posting_in(value: Any, depth: int = 0) -> Record | None:  # noqa: ANN401  foreign data
    """The first JobPosting in a value of JSON-LD; `None` where there is none."""
    if depth > _DEPTH:
        return None
    if isinstance(value, list):
        return next((found for item in value if (found := posting_in(item, depth + 1)) is not None), None)
    if not isinstance(value, Mapping):
        return None
    kinds = value.get("@type")
    if "JobPosting" in [str(kind).rsplit("/", 1)[-1] for kind in (kinds if isinstance(kinds, list) else [kinds])]:
        return value
    return next(
        (found for key in ("@graph", "mainEntity", "item") if (found := posting_in(value.get(key), depth + 1)) is not None),
        None,
    )


def resolved(record: Record, nodes: Mapping[str, Record]) -> dict[str, Any]:
    """The record with the nodes in it that it only refers to by their `@id`."""
    found = dict(record)
    for key in ("hiringOrganization", "jobLocation"):
        value = found.get(key)
        if isinstance(value, Mapping) and set(value) <= {"@id", "@type"}:
            found[key] = nodes.get(str(value.get("@id")), value)
    return found


def nodes_in(value: Any, depth: int = 0) -> Iterator[tuple[str, Record]]:  # noqa: ANN401  foreign data
    """The named nodes of a value of JSON-LD."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from nodes_in(item, depth + 1)
    elif isinstance(value, Mapping):
        if isinstance(value.get("@id"), str) and len(value) > 1:
            yield value["@id"], value
        yield from nodes_in(value.get("@graph"), depth + 1)


def job_text(record: Record) -> str:
    """A posting as text."""
    lines = [*head_lines(record), *_prose(record.get("description"))]
    seen = {_plain(line.text) for line in lines}
    heading = ""
    for name, key in _PARTS:
        body = [line for line in _items(record.get(key)) if _plain(line.text) not in seen]
        if not body:
            continue
        if name != heading:
            lines.append(RawLine(name, is_apart=True))
        lines += body
        heading = name
        seen |= {_plain(line.text) for line in body}
    return fold(lines, wraps=False)


def head_lines(record: Record) -> list[RawLine]:
    """Title, employer and place below their labels."""
    return [
        RawLine(f"{label}: {' '.join(value.split())}")
        for label, value in (("Job title", _title(record)), ("Company", _organisation(record)), ("Location", _location(record)))
        if value.strip()
    ]


def _plain(text: str) -> str:
    return " ".join(text.lstrip("•").casefold().split()).rstrip(".;")


def _title(record: Record) -> str:
    return html.unescape(first_of(record, "title", "name"))


def _prose(value: Any) -> list[RawLine]:  # noqa: ANN401  foreign data
    """A text that may be HTML, or HTML that was escaped once or twice."""
    if not isinstance(value, str) or not value.strip():
        return []
    for _ in range(2):
        if "<" not in value and ("&lt;" in value or "&amp;" in value):
            value = html.unescape(value)
    if "<" in value and ">" in value:
        found = lines_of_html(value)
    else:
        found = raw_lines(html.unescape(value).replace("\\n", "\n").splitlines())
    return [RawLine(found[0].text, is_apart=True), *found[1:]] if found else []


def _items(value: Any) -> list[RawLine]:  # noqa: ANN401  foreign data
    """A list of texts, a text, or a record that describes itself."""
    if isinstance(value, str):
        return _prose(value)
    if isinstance(value, Mapping):
        text = _described(value)
        return [RawLine(f"• {text}")] if text else []
    if isinstance(value, Sequence):
        return [
            RawLine(line.text if line.text.startswith("• ") else f"• {line.text}") for item in value for line in _items(item)
        ]
    return []


def _described(value: Record) -> str:
    """What a record says of itself: a description before numbers, a name before keywords."""
    months = str(value.get("monthsOfExperience") or "")
    told = first_of(value, "description")
    if told:
        return told
    if months.isdigit() and int(months) >= _MONTHS:
        return f"{int(months) // _MONTHS}+ years of experience"
    keywords = ", ".join(texts_of(value.get("keywords")))
    return ": ".join(part for part in (first_of(value, "name"), keywords) if part) or first_of(value, "credentialCategory")


def _organisation(record: Record) -> str:
    value = record.get("hiringOrganization", record.get("company"))
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        return html.unescape(first_of(value, "name", "legalName"))
    return html.unescape(value) if isinstance(value, str) and not value.startswith(("http", "#")) else ""


def _location(record: Record) -> str:
    value = record.get("jobLocation", record.get("location"))
    value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, Mapping):
        address = value.get("address", value)
        address = address[0] if isinstance(address, list) and address else address
        if isinstance(address, Mapping):
            region = first_of(address, "addressRegion", "region")
            country = address.get("addressCountry", address.get("countryCode"))
            land = first_of(country, "name") if isinstance(country, Mapping) else country if isinstance(country, str) else ""
            town = first_of(address, "addressLocality", "city")
            return ", ".join(dict.fromkeys(part for part in (town, region or land) if part)) or _remote(record)
        return address if isinstance(address, str) else ""
    return value if isinstance(value, str) else _remote(record)


def _remote(record: Record) -> str:
    return (
        "Remote" if "TELECOMMUTE" in texts_at(record, "jobLocationType") or first_of(record, "remote").lower() == "full" else ""
    )
