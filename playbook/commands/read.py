"""The command `read`: one file as it is understood, before anything is made of it. The first thing to look at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from playbook.commands.application import settings
from playbook.masking import masked

if TYPE_CHECKING:
    from pathlib import Path

    from playbook.artifacts.document import Document
    from playbook.artifacts.posting import Posting
    from playbook.artifacts.resume import Position, Resume
    from playbook.provenance import Fact

_SHOWN = 160
"""Characters of hidden words that are shown."""


def read_file(file: Path, *, is_job: bool, ocr: bool, on: date, as_json: bool) -> int:
    """Print what was read of a resume or a posting. Raises `Refusal` as a build does."""
    from playbook.intake.files import read
    from playbook.knowledge.packs import load

    chosen = settings()
    document = read(file, "job" if is_job else "resume", ocr=ocr)
    knowledge = load(chosen.knowledge, chosen.compiled)
    parsed: Resume | Posting
    if is_job:
        from playbook.reading.posting import parse_posting

        parsed = parse_posting(document, knowledge)
    else:
        from playbook.reading.resume import parse_resume

        parsed = parse_resume(document, knowledge, on)
    if as_json:
        print(json.dumps(_record(document, parsed), ensure_ascii=False, indent=1))
        return 0
    print(*_head(file, document, parsed), sep="\n")
    print(*(_posting(parsed) if is_job else _resume(parsed)), sep="\n")  # type: ignore[arg-type]  # told apart by `is_job`
    return 0


def _record(document: Document, parsed: Resume | Posting) -> dict[str, Any]:
    fields = document.model_dump(mode="json", exclude={"text", "notes"})
    return {
        "document": fields | {"text": masked(document.text)},
        "notes": [note.model_dump() for note in parsed.notes],
        document.name: parsed.model_dump(mode="json", by_alias=True, exclude={"notes"}),
    }


def _head(file: Path, document: Document, parsed: Resume | Posting) -> Iterator[str]:
    """The file, what is noted of it, and what was left out."""
    shape: list[str] = [document.format]
    if document.pages:
        shape.append(f"{document.pages} page{'s' if document.pages > 1 else ''}")
    if document.columns > 1:
        shape.append(f"{document.columns} columns")
    yield f"{file.name}: {', '.join(shape)}, {len(document.text.split())} words"
    for note in parsed.notes:
        yield f"note  {note.code}: {note.message}"
    for one in document.hidden:
        where = f", page {one.page}" if one.page else ""
        text = one.text if len(one.text) <= _SHOWN else f"{one.text[:_SHOWN]}…"
        yield f"hidden ({one.reason}{where}): {masked(text)}"


def _resume(resume: Resume) -> Iterator[str]:
    yield f"\nname        {_of(resume.name)}"
    yield f"label       {_of(resume.label)}"
    yield f"place       {resume.location or '-'}"
    stated = f"{resume.years.stated:g} stated, " if resume.years.stated is not None else ""
    yield f"years       {stated}{resume.years.computed:g} by the dates"
    yield f"summary     {_of(resume.summary)}"
    for heading, positions in (("work", resume.work), ("projects", resume.projects), ("volunteering", resume.volunteer)):
        yield f"\n{heading}: {len(positions)}"
        for position in positions:
            yield from _position(position)
    yield f"\neducation: {len(resume.education)}"
    yield from (f"  {one.fact.text}" for one in resume.education)
    for heading, named in (
        ("certificates", resume.certificates),
        ("languages", resume.languages),
        ("awards", resume.awards),
        ("publications", resume.publications),
    ):
        yield f"{heading}: {len(named)}"
        yield from (f"  {one.fact.text}" for one in named)
    yield f"skills: {len(resume.skills)}"
    if resume.skills:
        yield f"  {'; '.join(skill.name for skill in resume.skills)}"


def _position(position: Position) -> Iterator[str]:
    end = "today" if position.is_current else position.end_date or "?"
    dates = f"{position.start_date or '?'} to {end}" if position.dates else "no dates"
    yield f"  {_of(position.position)} at {_of(position.name)}{f', {position.location}' if position.location else ''} ({dates})"
    for highlight in position.highlights:
        metrics = "; ".join(metric.text for metric in highlight.metrics)
        yield f"    - {highlight.text}{f'  [{metrics}]' if metrics else ''}"


def _posting(posting: Posting) -> Iterator[str]:
    yield f"\ntitle       {posting.title} ({posting.level}, {posting.family})"
    yield f"employer    {posting.hiring_organization or '-'}"
    yield f"place       {posting.job_location or '-'}"
    for kind in ("required", "preferred", "responsibility"):
        rows = posting.of(kind)
        yield f"\n{kind}: {len(rows)}"
        for row in rows:
            years = f"  [{row.years:g} years]" if row.years is not None else ""
            yield f"  - {row.text}{years}"
    yield f"\nvalues: {len(posting.values)}"
    yield from (f"  - {fact.text}" for fact in posting.values)
    yield f"about: {len(posting.about)}"
    yield from (f"  - {fact.text}" for fact in posting.about)
    yield f"process: {len(posting.process)}"
    yield from (f"  - {fact.text}" for fact in posting.process)


def _of(fact: Fact | None) -> str:
    return fact.text if fact is not None else "-"
