"""`parse_resume`: a document to a `Resume`. The grammars stand in their own modules; here they are put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count

from playbook.artifacts.document import Document
from playbook.artifacts.resume import Highlight, Named, Position, Resume, Skill, TimeOff, Years
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.provenance import Fact
from playbook.reading.admission import admit_parts, admit_resume
from playbook.reading.breaks import breaks_in, loose_breaks
from playbook.reading.bulleted_heads import without_bullets
from playbook.reading.certificates import read_named
from playbook.reading.credentials import Person, languages_among, read_credentials
from playbook.reading.dates import DateRange
from playbook.reading.experience import stated_years
from playbook.reading.header_form import Order
from playbook.reading.headers import Header
from playbook.reading.headless import by_content, implied_sections
from playbook.reading.metrics import find_metrics
from playbook.reading.person import read_head
from playbook.reading.person_names import find_name
from playbook.reading.positions import read_positions
from playbook.reading.practice_sections import headed
from playbook.reading.projects import read_projects
from playbook.reading.resume_notes import notes_on, notes_on_unknown
from playbook.reading.role_entries import Entry, Reading
from playbook.reading.rows import Slice, rows_of
from playbook.reading.sections import UNKNOWN, Section, heading_of, names_of, sections_of
from playbook.reading.sentences import verb_forms
from playbook.reading.skills import skills_in
from playbook.reading.stray_roles import stray_roles, without_stray_roles
from playbook.reading.summaries import above_roles, joined, says_something, summary_rows
from playbook.reading.validity import notes_on_lapsed, on_day
from playbook.reading.years import computed_years

_OTHERS = frozenset({UNKNOWN, "additional", "summary", "contact", "memberships", "skills", "interests"})
"""Sections below which roles may stand whose own heading is not known."""
_LEARNED = frozenset({"certificates", "education", "additional", "interests"})
"""Sections among whose lines a leave may stand."""
_KEPT = frozenset({UNKNOWN, "memberships"})
"""Sections that nothing else reads: their lines are evidence all the same."""
_REFUSED = re.compile(
    r"\b(?:not|never) (?:funded|awarded|successful|granted|accepted)\b|\bun(?:funded|successful)\b", re.IGNORECASE
)
"""What was asked for and not given is no award."""
_INLINE = frozenset(
    {"skills", "languages", "certificates", "interests", "education", "summary", "volunteer", "awards", "projects"}
)


def parse_resume(document: Document, knowledge: Knowledge, on: date) -> Resume:
    """The resume that the document holds; `on` is the day that "Present" means.

    Raises `Refusal` with `resume.not-a-resume` or `resume.placeholder`. Contact data stays behind.
    """
    names = names_of(knowledge, "resume")
    verbs = verb_forms(knowledge)
    rows = without_bullets(tuple(rows_of(document)))
    headed = sections_of(rows, names, _INLINE)
    sections = tuple(map(by_content, implied_sections(headed)))
    head = read_head(sections[0].rows)
    name = find_name(rows, sections, head.name)
    readings, unread = _readings(sections, verbs)
    loose = head.rest
    if not any(kind == "work" for kind, _ in readings):
        found = read_positions(loose, verbs)
        if any(entry.header.dates for entry in found.entries):
            # A resume without headings: the roles stand right below the name.
            readings.insert(0, ("work", found))
            loose = ()
    positions = _numbered(readings)
    roles = [one for one in positions if one.position or one.name or one.highlights]
    work = _newest_first([one for one in positions if one.kind == "work"])
    job_names = names_of(knowledge, "job")
    admit_resume(
        document,
        sections=len(headed) - 1,
        roles=sum(1 for one in positions if one.start_date),
        job_sections=frozenset(filter(None, (heading_of(row, job_names) for row in rows))),
    )
    told = summary_rows(sections, loose if len(headed) > 1 else list(above_roles(loose)))
    summary = joined(told)
    highlights = [row for section in _of(sections, "achievements") for row in section.rows]
    tells = [*filter(says_something, [*told, *highlights]), *above_roles(head.rest)]
    stated = stated_years([*([head.label] if head.label else []), *(row.body for row in tells)])
    prose = [row for section in sections if section.id == "summary" for row in section.rows] or head.rest
    lexicon = lexicon_of(knowledge)
    credentials = read_credentials(
        sections,
        names,
        Person(name, head.post_nominals),
        prose,
        lambda text: ((one.start, one.end) for one in lexicon.concepts(text)),
    )
    skills = _skills(credentials.skills, readings)
    certificates = on_day(credentials.certificates, on)
    languages = [*credentials.languages, *languages_among(skills)]
    years = Years(
        stated=stated[0] if stated else None, stated_fact=stated[1] if stated else None, computed=computed_years(work, on)
    )
    resume = Resume(
        name=name.fact if name else None,
        label=head.label.fact if head.label else None,
        summary=summary.fact if summary else None,
        location=head.place,
        work=work,
        volunteer=tuple(one for one in positions if one.kind == "volunteer"),
        projects=tuple(one for one in positions if one.kind == "project"),
        time_off=tuple(_times_off(sections)),
        education=credentials.education,
        skills=skills,
        certificates=certificates,
        languages=_once_each(languages),
        awards=tuple(one for one in _named(_of(sections, "awards")) if not _REFUSED.search(one.fact.text)),
        publications=_named(without_stray_roles(_of(sections, "publications"))),
        years=years,
        notes=(
            *document.notes,
            *notes_on(
                document,
                name,
                roles,
                years,
                (skills, credentials.education),
            ),
            *notes_on_unknown(section.title for section in _of(sections, UNKNOWN) if section in unread),
            *notes_on_lapsed(certificates),
        ),
    )
    admit_parts(document, resume)
    return resume


def _readings(sections: Sequence[Section], verbs: frozenset[str]) -> tuple[list[tuple[str, Reading]], list[Section]]:
    """The sections of roles, each with what it holds, and those that nothing else reads.

    The order of title and employer at work holds for the others.

    Where no section of work is known by its name, one that holds dated roles is it.
    """
    kinds = {"work", "volunteer", "projects", "achievements"}
    named = [section for section in sections[1:] if section.id in kinds] or []
    works = [section for section in named if section.id == "work"]
    if not works:
        unnamed = [section for section in sections[1:] if section.id in _OTHERS]
        roles = {section: read_positions(section.rows, verbs) for section in unnamed}
        works = [section for section, reading in roles.items() if _holds_roles(reading)]
    usual: Order | None = None
    found: dict[Section, Reading] = {}
    for section in works:
        found[section] = headed(section, read_positions(section.rows, verbs, usual))
        usual = usual or found[section].form.order
    readings, unread = list[tuple[str, Reading]](), list[Section]()
    for section in sections:
        if section in found:
            readings.append(("work", found[section]))
        elif section in named:
            readings.append((section.id, _positions(section, verbs, usual)))
        elif section.id in _KEPT and (rest := joined(section.rows)):
            unread.append(section)
            readings.append((section.id, Reading([Entry(Header(), summary=rest)])))
    for kind, row in stray_roles(section for section in sections if section not in found):
        readings.append((kind, read_positions([row], verbs)))
    return readings, unread


def _holds_roles(reading: Reading) -> bool:
    """Whether what was read are roles: dated, titled, with something that was done."""
    roles = [entry for entry in reading.entries if entry.header.dates and entry.header.title and entry.highlights]
    return bool(roles) and len(roles) * 2 >= len(reading.entries)


def _of(sections: Iterable[Section], section_id: str) -> Iterator[Section]:
    return (section for section in sections if section.id == section_id)


def _times_off(sections: Iterable[Section]) -> Iterator[TimeOff]:
    for section in sections:
        if section.id in _LEARNED:
            yield from loose_breaks(section.rows)
        elif section.id == "work":
            yield from breaks_in(section.rows)


def _positions(section: Section, verbs: frozenset[str], usual: Order | None) -> Reading:
    return read_projects(section.rows, verbs) if section.id == "projects" else read_positions(section.rows, verbs, usual)


def _numbered(readings: Sequence[tuple[str, Reading]]) -> tuple[Position, ...]:
    """Positions and highlights with their ids, in document order."""
    kinds = {"work": "work", "volunteer": "volunteer", "memberships": "volunteer"}
    bullets, numbers = count(1), count(1)
    positions = []
    for section_id, reading in readings:
        for entry in reading.entries:
            if section_id == "achievements" and not entry.highlights:
                continue
            positions.append(_position(entry, f"p{next(numbers)}", kinds.get(section_id, "project"), bullets))
    return tuple(positions)


def _position(entry: Entry, position_id: str, kind: str, bullets: Iterator[int]) -> Position:
    header = entry.header
    dates = header.dates or DateRange(None, None, is_current=False, at=0, to=0)
    return Position(
        id=position_id,
        kind=kind,
        name=_worded(header.employer),
        position=_worded(header.title),
        location=header.place,
        start_date=dates.start,
        end_date=dates.end,
        is_current=dates.is_current,
        dates=header.dates_at.fact if header.dates_at else None,
        summary=entry.summary.fact if entry.summary else None,
        highlights=tuple(
            Highlight(id=f"b{next(bullets)}", fact=piece.fact, metrics=find_metrics(piece.text))
            for piece in entry.highlights
            if piece
        ),
    )


def _worded(piece: Slice | None) -> Fact | None:
    """What has letters; in "Mission of Mercy 2018, 2022" no year is an employer."""
    return piece.fact if piece and any(map(str.isalpha, piece.text)) else None


def _newest_first(work: Sequence[Position]) -> tuple[Position, ...]:
    """In the order of the resume, unless every role has dates and they say otherwise.

    Of several roles that are held today, a resume which opens with one names the chief one first.
    """
    if not all(one.start_date for one in work):
        return tuple(work)
    keeps = bool(work) and work[0].is_current
    return tuple(
        sorted(
            work,
            key=lambda one: (one.is_current, one.end_date or "", "" if keeps and one.is_current else one.start_date or ""),
            reverse=True,
        )
    )


def _skills(listed: Sequence[Skill], readings: Sequence[tuple[str, Reading]]) -> tuple[Skill, ...]:
    """Skills in document order, each spelling once; those of a role's line of tools among them."""
    tools = [skill for _, reading in readings for group, body in reading.tools for skill in skills_in(body, group or None)]
    return _once([*listed, *tools])


def _once_each(languages: Iterable[Named]) -> tuple[Named, ...]:
    kept: dict[str, Named] = {}
    for language in languages:
        kept.setdefault(language.name.lower(), language)
    return tuple(kept.values())


def _once(skills: Iterable[Skill]) -> tuple[Skill, ...]:
    kept: dict[tuple[str, str | None], Skill] = {}
    for skill in skills:
        kept.setdefault((skill.name.lower(), skill.group), skill)
    return tuple(sorted(kept.values(), key=lambda skill: skill.fact.span.start))


def _named(sections: Iterable[Section]) -> tuple[Named, ...]:
    return tuple(one for section in sections for one in read_named(section.rows))
