"""`playbook.json`: the playbook for machines, under the names that the interface promises.

Fields are added here, never renamed. Inside `sections` a line or a paragraph is its plain text; where each
sentence comes from stands in `claims`. A claim's `at` is a JSON pointer below `sections`; where it goes past a
text (into a paragraph's sentence, or a rubric's line), the text that it reaches contains the sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from playbook.artifacts.brief import Brief
from playbook.artifacts.document import Document
from playbook.artifacts.playbook import Playbook
from playbook.artifacts.questions import Mark
from playbook.artifacts.resume import Position, Resume
from playbook.masking import masked
from playbook.provenance import Claim, Fact, Line, Prose, Source, lines_of
from playbook.rendering.faces import says
from playbook.rendering.html import unprintable

SCHEMA_VERSION = 1


def record(playbook: Playbook, documents: Mapping[str, Document]) -> dict[str, Any]:
    """The playbook as plain data: dicts, lists, strings and numbers."""
    brief = playbook.brief
    claims = playbook.claims
    return {
        "schema_version": SCHEMA_VERSION,
        "generated_on": brief.on.isoformat(),
        "candidate": _candidate(brief),
        "job": _job(brief),
        "company": _company(brief),
        "matches": _matches(brief),
        "fit": brief.fit.model_dump(mode="json"),
        "sections": plain(playbook.sections),
        "claims": [_claim(claim) for claim in claims],
        "blanks": blanks(playbook),
        "documents": {name: _document(document, claims) for name, document in sorted(documents.items())},
        "checks": plain(playbook.inspection.checks) if playbook.inspection else [],
        "notes": {
            "resume": plain(brief.resume.notes),
            "job": plain(brief.posting.notes),
            "answers": plain(playbook.notes),
            "document": _of_the_pages(playbook),
        },
        "run": playbook.run.model_dump(mode="json"),
    }


def as_json(data: dict[str, Any]) -> bytes:
    """`data` as indented UTF-8; the same data gives the same bytes."""
    return to_json(data, indent=1) + b"\n"


def plain(value: object) -> Any:  # noqa: ANN401  JSON is of any type
    """`value` with each line and paragraph as its text, and each rubric mark as `Head: text`."""
    if isinstance(value, Line | Prose):
        return value.text
    if isinstance(value, Mark):
        return f"{value.head}: {value.line.text}"
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def blanks(playbook: Playbook) -> list[dict[str, str]]:
    """Every question that only the candidate can answer, each id once, in document order."""
    found: dict[str, dict[str, str]] = {}
    for section, value in playbook.sections.items():
        for at, line in lines_of(value, f"/{section}"):
            for blank in line.blanks:
                found.setdefault(blank.id, {"id": blank.id, "question": blank.question, "at": at})
    return list(found.values())


def _candidate(brief: Brief) -> dict[str, Any]:
    resume = brief.resume
    return {
        "name": brief.candidate,
        "label": _text(resume.label),
        "years_experience": resume.years.best,
        "summary": _text(resume.summary),
        "location": resume.location,
        "work": [_position(position) for position in resume.work],
        "volunteer": [_position(position) for position in resume.volunteer],
        "projects": [_position(position) for position in resume.projects],
        **_learning(resume),
        "relevant_years": brief.matching.relevant_years,
    }


def _learning(resume: Resume) -> dict[str, Any]:
    return {
        "education": [
            {
                "institution": _text(item.institution),
                "area": item.area,
                "studyType": item.study_type,
                "startDate": item.start_date,
                "endDate": item.end_date,
                "text": item.fact.text,
            }
            for item in resume.education
        ],
        "skills": [{"name": skill.name, "group": skill.group} for skill in resume.skills],
        **{
            kind: [{"name": item.name, "issuer": item.issuer, "date": item.date} for item in getattr(resume, kind)]
            for kind in ("certificates", "languages", "awards", "publications")
        },
    }


def _position(position: Position) -> dict[str, Any]:
    return {
        "name": _text(position.name),
        "position": _text(position.position),
        "location": position.location,
        "startDate": position.start_date,
        "endDate": position.end_date,
        "summary": _text(position.summary),
        "highlights": [highlight.text for highlight in position.highlights],
    }


def _job(brief: Brief) -> dict[str, Any]:
    posting = brief.posting
    return {
        "title": posting.title,
        "hiringOrganization": posting.hiring_organization or brief.company.name,
        "jobLocation": posting.job_location,
        "level": posting.level,
        "family": posting.family,
        "requirements": [
            {"id": item.id, "text": item.text, "kind": item.kind, "years": item.years} for item in posting.requirements
        ],
        "values": [fact.text for fact in posting.values],
        "about": [fact.text for fact in posting.about],
    }


def _company(brief: Brief) -> dict[str, Any]:
    company = brief.company
    return {
        "name": company.name,
        "id": company.id,
        "profiled": company.profiled,
        "values_from": company.values_from,
        "values_label": company.values_label,
        "values": [
            {"name": value.name, "in_play": value.in_play, "id": value.id, "statement": value.statement.text}
            for value in company.values
        ],
        "process": company.process.text,
        "culture": company.culture.text,
        "unique": company.unique.text,
        "facts": [{"text": line.text, "sources": [_source(source) for source in line.sources]} for line in company.facts],
        "special_interviewer": plain(company.special_interviewer),
        "mix": plain(company.mix),
    }


def _matches(brief: Brief) -> list[dict[str, Any]]:
    said = {requirement.id: requirement.text for requirement in brief.posting.requirements}
    return [
        {
            "requirement": match.requirement,
            "text": said.get(match.requirement, ""),
            "status": match.status,
            "evidence": [evidence.fact.text for evidence in match.evidence],
            "reason": match.reason.text,
            "covered_terms": list(match.covered_terms),
            "missing_terms": list(match.missing_terms),
            "known_share": match.known_share,
        }
        for match in brief.matching.requirements
    ]


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "section": claim.section,
        "at": claim.at,
        "text": claim.text,
        "provenance": claim.provenance,
        "sources": [_source(source) for source in claim.sources],
    }


def _source(source: Source) -> dict[str, Any]:
    span = source.span
    optional = {"entry": span.entry, "url": source.url, "checked": source.checked.isoformat() if source.checked else None}
    return {
        "document": span.document,
        "start": span.start,
        "end": span.end,
        "quote": source.quote,
        **{name: value for name, value in optional.items() if value is not None},
    }


def _document(document: Document, claims: tuple[Claim, ...]) -> dict[str, Any]:
    """The folded text, so that offsets can be checked, without the contact data that nothing rests on."""
    spans = (source.span for claim in claims for source in claim.sources)
    kept = [(span.start, span.end) for span in spans if span.document == document.name and span.entry is None]
    return {
        "sha256": document.sha256,
        "format": document.format,
        "text": masked(document.text, kept),
        "notes": plain(document.notes),
    }


def _of_the_pages(playbook: Playbook) -> list[dict[str, str]]:
    """What the PDFs cannot show."""
    absent = unprintable(playbook)
    return [{"code": "document.characters", "message": says(absent)}] if absent else []


def _text(fact: Fact | None) -> str | None:
    return None if fact is None else fact.text
