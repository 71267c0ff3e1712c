"""`parse_posting`: a document to a `Posting`. The grammars stand in their own modules; here they are put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from playbook.artifacts.document import Document, ReadingNote
from playbook.artifacts.names import printed_title
from playbook.artifacts.posting import Posting, Requirement, RequirementKind
from playbook.knowledge.countries import countries_of
from playbook.knowledge.packs import Knowledge
from playbook.reading.admission import admit_job
from playbook.reading.asked_years import needs_none, years_in
from playbook.reading.boilerplate import asks_of_body
from playbook.reading.duties import duty_verbs
from playbook.reading.families import family_of
from playbook.reading.levels import leads_people, level_of
from playbook.reading.posting_codes import uncoded
from playbook.reading.posting_flattened import unflattened
from playbook.reading.posting_found import Found
from playbook.reading.posting_grade import grade_in, years_at_top
from playbook.reading.posting_head import read_posting_head
from playbook.reading.posting_rows import read_section
from playbook.reading.posting_sections import posting_sections
from playbook.reading.rows import Slice, rows_of
from playbook.reading.sections import Section, heading_of, names_of, normalised
from playbook.reading.selection import steps_of

_NONE = ReadingNote(
    code="job.no-requirements",
    message="The posting asks for nothing that could be read; the match rests on its title. Give the whole posting as text.",
)
_TO_YOU = re.compile(r"\b(?:you|seeking|looking for)\b", re.IGNORECASE)
"""What is said of whoever comes, in a line that asks for nothing."""


def parse_posting(document: Document, knowledge: Knowledge, *, role: str | None = None, company: str | None = None) -> Posting:
    """The posting that the document holds. `role` overrides its title, `company` is the employer that the user gave.

    Raises `Refusal` with `job.not-a-job`.
    """
    names = names_of(knowledge, "job")
    flat, in_cells = unflattened(tuple(rows_of(document)), names)
    rows, marks = uncoded(flat)
    marks |= in_cells
    verbs = duty_verbs(knowledge)
    sections = posting_sections(rows, names, verbs)
    top = sections[0]
    head = read_posting_head(sections[0].rows, [row for section in sections[1:] for row in section.rows], company)
    title = role or (printed_title(head.title.text) if head.title else "this role")
    found = Found(head.title.text if head.title else "", verbs, names, marks)
    sections = tuple(map(_of_work, (Section("", None, head.rest), *sections[1:])))
    for section in sections:
        read_section(section, found)
    process = [step for section in (top, *sections[1:]) for step in steps_of(section)]
    employer = company or head.employer
    requirements = tuple(
        Requirement(id=f"r{number}", fact=piece.fact, kind=kind, years=years_in(piece.text, employer))
        for number, (piece, kind) in enumerate(_once(_without(process, found.requirements)), start=1)
    )
    resume_names = names_of(knowledge, "resume")
    admit_job(
        document,
        resume_sections=frozenset(filter(None, (heading_of(row, resume_names) for row in rows))),
        job_sections=frozenset(section.id for section in sections),
        title=found.title,
    )
    # Who lists values has said which they are: what else it says of itself is told, and no value beside them.
    values, told = (found.values, found.clauses) if found.values else (found.clauses, [])
    asked = [one.years for one in requirements if one.kind == "required" and one.years is not None]
    years = max(asked, default=None) or years_at_top(rows)
    if years is None and any(needs_none(one.text) for one in requirements if one.kind == "required"):
        years = 0.0
    of_role = [one.text for one in requirements if one.kind == "responsibility"]
    of_role += [piece.text for piece in found.about if _TO_YOU.search(piece.text)]
    leads = leads_people(of_role, (row.text for row in rows))
    return Posting(
        title=title,
        title_fact=head.title.fact if head.title else None,
        level=level_of(title, years, grade_in(rows), leads=leads),
        family=family_of(title, " ".join(one.text for one in requirements), knowledge),
        hiring_organization=head.employer or company,
        job_location=head.place,
        country=countries_of(knowledge).of(document.text, head.place),
        requirements=requirements,
        values=tuple(piece.fact for piece in sorted(values, key=lambda piece: piece.start) if piece),
        # A question leads to what is said next, and says nothing of the employer itself.
        about=tuple(
            piece.fact
            for piece in sorted((*found.about, *told), key=lambda piece: piece.start)
            if piece and not piece.text.endswith("?") and not _is_among(piece, process)
        ),
        process=tuple(step.fact for step in process),
        notes=document.notes if requirements else (*document.notes, _NONE),
    )


def _of_work(section: Section) -> Section:
    """The section without what is asked of anybody's body below a heading of its own: no resume speaks of it."""
    return replace(section, rows=tuple(row for row in section.rows if not asks_of_body(row.text, section.title)))


def _without(
    process: Sequence[Slice], requirements: Sequence[tuple[Slice, RequirementKind]]
) -> list[tuple[Slice, RequirementKind]]:
    """What is asked, without what a candidate does to be chosen: "you will teach a lesson" on the day is no duty."""
    behind = {step.start: step for step in process}
    parted = []
    for piece, kind in requirements:
        step = next((one for start, one in behind.items() if piece.start < start < piece.end), None)
        rest = Slice(piece.document, piece.start, step.start).trimmed(" \t\n-–—;,(") if step else piece
        if not _is_among(rest, process):
            parted.append((rest, kind))
    return parted


def _is_among(piece: Slice, others: Sequence[Slice]) -> bool:
    return any(piece.start < other.end and other.start < piece.end for other in others)


def _once(requirements: Sequence[tuple[Slice, RequirementKind]]) -> Iterator[tuple[Slice, RequirementKind]]:
    """In document order, each wording once."""
    seen: set[str] = set()
    for piece, kind in sorted(requirements, key=lambda pair: pair[0].start):
        key = normalised(piece.text)
        if key and key not in seen:
            seen.add(key)
            yield piece, kind
