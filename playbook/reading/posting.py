"""`parse_posting`: a document to a `Posting`. The grammars stand in their own modules; here they are put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from playbook.artifacts.document import Document
from playbook.artifacts.posting import Posting, Requirement, RequirementKind
from playbook.knowledge.packs import Knowledge
from playbook.reading.admission import admit_job
from playbook.reading.families import family_of
from playbook.reading.levels import level_of
from playbook.reading.posting_head import read_posting_head
from playbook.reading.requirements import is_boilerplate, is_formal, kind_of, years_in
from playbook.reading.rows import Row, Slice, holds_contact, rows_of
from playbook.reading.sections import Section, heading_of, names_of, normalised, sections_of
from playbook.reading.sentences import opens_with_verb, sentences, verb_forms
from playbook.reading.values import value_clauses

_KINDS: dict[str, RequirementKind] = {"required": "required", "preferred": "preferred", "responsibilities": "responsibility"}
_OTHER = "other"
"""A heading in capitals that the packs do not know: what stands below it is judged by its words."""
_SILENT = frozenset({"benefits", "apply", "equal-opportunity"})
_INLINE = frozenset({"benefits", "required", "preferred", "responsibilities", "apply", "values", "about"})
_LEAD_IN = re.compile(
    r"(?:you(?:'|’)?(?:ll| will)|include|following|you(?:'|’)?ve| have| to|need|looking for|who|can)\s*:?$|:$", re.IGNORECASE
)


@dataclass(slots=True)
class _Found:
    requirements: list[tuple[Slice, RequirementKind]] = field(default_factory=list)
    values: list[Slice] = field(default_factory=list)
    about: list[Slice] = field(default_factory=list)


def parse_posting(document: Document, knowledge: Knowledge, *, role: str | None = None, company: str | None = None) -> Posting:
    """The posting that the document holds. `role` overrides its title, `company` is the employer that the user gave.

    Raises `Refusal` with `job.not-a-job`.
    """
    names = names_of(knowledge, "job")
    rows = tuple(rows_of(document))
    sections = _posting_sections(rows, names)
    head = read_posting_head(sections[0].rows, [row for section in sections[1:] for row in section.rows], company)
    verbs = verb_forms(knowledge)
    found = _Found()
    _read_section(Section("", None, head.rest), verbs, found)
    for section in sections[1:]:
        _read_section(section, verbs, found)
    requirements = tuple(
        Requirement(id=f"r{number}", fact=piece.fact, kind=kind, years=years_in(piece.text))
        for number, (piece, kind) in enumerate(_once(found.requirements), start=1)
    )
    resume_names = names_of(knowledge, "resume")
    admit_job(
        document,
        resume_sections=frozenset(filter(None, (heading_of(row, resume_names) for row in rows))),
        requirements=len(requirements),
    )
    title = role or (head.title.text if head.title else None) or "this role"
    asked = [one.years for one in requirements if one.kind == "required" and one.years is not None]
    return Posting(
        title=title,
        title_fact=head.title.fact if head.title else None,
        level=level_of(title, max(asked, default=None)),
        family=family_of(title, " ".join(one.text for one in requirements), knowledge),
        hiring_organization=head.employer or company,
        job_location=head.place,
        requirements=requirements,
        values=tuple(piece.fact for piece in found.values if piece),
        about=tuple(piece.fact for piece in found.about),
        notes=document.notes,
    )


def _posting_sections(rows: Sequence[Row], names: dict[str, str]) -> tuple[Section, ...]:
    """Sections by the packs' names; a heading that merely holds a name is known by it, too."""
    exact = sections_of(rows, names, _INLINE)
    return tuple(part for section in exact for part in _split_loosely(section, names))


def _split_loosely(section: Section, names: dict[str, str]) -> Iterator[Section]:
    current, heading, held = section.id, section.heading, list[Row]()
    for number, row in enumerate(section.rows):
        follows = section.rows[number + 1] if number + 1 < len(section.rows) else None
        found = _loose_heading(row, names, follows) if section.id or number > 0 else None
        if found is None:
            held.append(row)
            continue
        yield Section(current, heading, tuple(held))
        current, heading, held = found, row, []
    yield Section(current, heading, tuple(held))


def _loose_heading(row: Row, names: dict[str, str], follows: Row | None) -> str | None:
    """The section that a short line without a full stop opens by the longest name in it."""
    text = row.text
    if row.is_bullet or len(text) > 70 or (text.endswith((".", ",", ";")) and not text.endswith("...")) or follows is None:  # noqa: PLR2004  longer is a sentence
        return None
    looks = (
        text.endswith((":", "?", "!", "…", "...")) or (follows.is_bullet and row.is_apart) or (text.isupper() and row.is_apart)
    )
    if not looks:
        return None
    words = f" {normalised(text)} "
    best = max(
        (name for name in names if f" {name} " in words and (len(name) > 4 or names[name] != "preferred")),  # noqa: PLR2004  a length that only this rule uses
        key=len,
        default=None,
    )
    if best is None:
        return _OTHER if text.isupper() and len(text.split()) <= 6 and not any(map(str.isdigit, text)) else None  # noqa: PLR2004  a heading's length
    return names[best]


def _read_section(section: Section, verbs: frozenset[str], found: _Found) -> None:
    if section.id in _SILENT:
        return
    heading = _KINDS.get(section.id)
    lead: RequirementKind | None = None
    above: Row | None = None
    for row in section.rows:
        text = row.text
        if above is not None and above.is_bullet and not row.is_bullet and row.is_apart:
            heading = lead = None  # what stands apart below a list is no longer under its heading
        above = row
        if row.is_bullet and (holds_contact(text) or is_formal(text)):
            continue
        if row.is_bullet:
            _read_bullet(row, heading or lead, section.id, verbs, found)
        elif _LEAD_IN.search(text) and len(text.split()) <= 14:  # noqa: PLR2004  a lead-in, such as "You will:"
            lead = kind_of(text, None, opens_with_verb=False)
        else:
            _read_prose(row, heading, section.id, verbs, found)


def _read_bullet(row: Row, kind: RequirementKind | None, section_id: str, verbs: frozenset[str], found: _Found) -> None:
    """A bullet is one requirement; below a heading about values it is a value."""
    if section_id == "values":
        found.values.append(row.body.trimmed(" ."))
        return
    if kind is None and is_boilerplate(row.text):
        return
    read = kind_of(row.text, kind, opens_with_verb=opens_with_verb(row.text, verbs))
    if read is not None:
        found.requirements.append((row.body, read))
    elif section_id == "about":
        found.about.append(row.body)


def _read_prose(row: Row, heading: RequirementKind | None, section_id: str, verbs: frozenset[str], found: _Found) -> None:
    """Sentences: what is asked, what is valued, and what is told."""
    for sentence in sentences(row.body):
        text = sentence.text
        if holds_contact(text) or (is_boilerplate(text) and (heading is None or is_formal(text))):
            continue
        values = (
            [piece for piece in value_clauses(sentence, in_values=section_id == "values") if piece] if heading is None else []
        )
        if values:
            found.values.extend(values)
            continue
        opens = opens_with_verb(text, verbs) and section_id != "about" and not text.lower().startswith(("we ", "i "))
        kind = kind_of(text, heading, opens_with_verb=opens and bool(section_id))
        is_ours = re.match(r"(?:we|our|us)\b", text, re.IGNORECASE) and heading is None
        if kind is not None and (
            not is_ours or kind == "responsibility" or re.search(r"someone|candidate|you\b|people who", text)
        ):
            found.requirements.append((sentence, kind))
        elif len(text.split()) > 3:  # noqa: PLR2004  a scrap
            found.about.append(sentence)


def _once(requirements: Sequence[tuple[Slice, RequirementKind]]) -> Iterator[tuple[Slice, RequirementKind]]:
    """In document order, each wording once."""
    seen: set[str] = set()
    for piece, kind in sorted(requirements, key=lambda pair: pair[0].start):
        key = normalised(piece.text)
        if key and key not in seen:
            seen.add(key)
            yield piece, kind
