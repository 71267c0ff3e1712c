"""What a reader of the playbook should know of how a resume was read, and what it leaves out.

A thin resume is served with what it has: here it is told what is missing, so that nothing has to be invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from playbook.artifacts.document import Document, ReadingNote
from playbook.artifacts.resume import Education, Position, Skill, Years
from playbook.reading.experience import field_stated
from playbook.reading.rows import Slice

_YEARS_END = re.compile(r"\b(?:years?|yrs?|decades?)\b", re.IGNORECASE)
_NEAR = 80
"""Letters behind a number of years that may name their kind."""
_WORDS = 120
"""Words below which a resume is thin."""
_BULLETS = 4
"""Bullets below which it is: half as many stories as a playbook holds."""


def notes_on(
    document: Document,
    name: Slice | None,
    positions: Sequence[Position],
    years: Years,
    others: tuple[Sequence[Skill], Sequence[Education]],
) -> Iterator[ReadingNote]:
    """The notes, each with its code; `others` are the skills and the degrees."""
    work = [one for one in positions if one.kind == "work"]
    if name is None:
        yield ReadingNote(code="resume.no-name", message="No name was found at the top of the resume; give it with --name.")
    if not work:
        yield ReadingNote(code="resume.no-work", message="No role was found in the resume.")
    elif not any(one.highlights for one in work):
        yield ReadingNote(code="resume.no-highlights", message="The roles of the resume say nothing of what was done in them.")
    if any(one.start_date is None for one in work):
        yield ReadingNote(code="resume.undated-role", message="A role of the resume has no dates; its time is not counted.")
    if years.stated is not None and years.computed and _differ(years.stated, years, document):
        yield ReadingNote(
            code="resume.years-differ",
            message=f"The resume states {years.stated:g} years; its dates add up to {years.computed:g}.",
        )
    yield from _thin(document, positions, others)


def notes_on_unknown(headings: Iterable[str]) -> Iterator[ReadingNote]:
    """What was read below headings that no pack knows, and not as roles: nothing may be lost unsaid."""
    for heading in headings:
        yield ReadingNote(
            code="resume.unknown-heading",
            message=f"The heading “{heading}” is not known: its lines were kept as evidence, not as roles, papers or skills.",
        )


def _differ(stated: float, years: Years, document: Document) -> bool:
    """Whether the years that are stated are not those of the dates; in one line of work they may be fewer, and not more."""
    fact = years.stated_fact
    if stated < years.computed and fact is not None:
        at = re.search(_YEARS_END, document.text[fact.span.start : fact.span.end])
        behind = fact.span.start + at.end() if at else fact.span.end
        if field_stated(" ".join(document.text[behind : behind + _NEAR].split("\n"))):
            return False
    return abs(stated - years.computed) > 1


def _thin(
    document: Document, positions: Sequence[Position], others: tuple[Sequence[Skill], Sequence[Education]]
) -> Iterator[ReadingNote]:  # fmt: skip
    bullets = [bullet for one in positions for bullet in one.highlights]
    if len(document.text.split()) >= _WORDS and len(bullets) >= _BULLETS:
        return
    skills, education = others
    wanted = {
        "what you did in each role": len(bullets) >= _BULLETS,
        "numbers": any(bullet.metrics for bullet in bullets),
        "your skills": bool(skills),
        "your education": bool(education),
        "the dates of your roles": bool(positions) and all(one.dates for one in positions),
    }
    missing = [what for what, is_there in wanted.items() if not is_there]
    roles = f"{len(positions)} role{'s' if len(positions) != 1 else ''}"
    said = f"{len(bullets)} line{'s' if len(bullets) != 1 else ''} on what was done"
    remedy = f"; it leaves out {', '.join(missing)}" if missing else ""
    yield ReadingNote(
        code="resume.thin", message=f"The resume gives little to work with ({roles}, {said}){remedy}. Add it and build again."
    )
