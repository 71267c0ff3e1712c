"""Why this company, and why this role: the employer's words, the candidate's evidence, and a bracket for the rest.

A fact about the employer is used only where it has a source. Who the employer is stands in `Company`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.artifacts.pitch import Answer
from playbook.knowledge.tokens import is_content, tokens
from playbook.writing.pitch_person import role_with_article
from playbook.writing.posting_voice import voice_of
from playbook.writing.story_text import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playbook.artifacts.company import Value
    from playbook.provenance import Fact, Line
    from playbook.writing.pen import Pen
    from playbook.writing.pitch_evidence import Evidence, EvidenceStore
    from playbook.writing.pitch_posting import Wanted

_WE = re.compile(r"(?:we|our|here)\b", re.IGNORECASE)
_LONGEST_QUOTE = 40
_LONGEST_NAME = 9
"""Words of a value that is named and not quoted as a sentence."""


def why_company(pen: Pen, store: EvidenceStore) -> tuple[Answer, str]:
    """A value or the posting's own words, the bullet that shows it, a sourced fact; and the id of the value, or `""`."""
    value = _value(pen, store)
    evidence = _shown_by(pen, store, value) if value else None
    opening, kind = _opening(pen, value)
    said = _evidence(pen, store, evidence, "pitch-company-evidence")
    if said is None:
        said = None if kind == "blank" else _drafts(pen, "pitch-company-part" if kind == "told" else "pitch-company-stand")
    lines = [*opening, *(said or ()), *_also(pen)]
    if not any(line.blanks for line in lines):
        lines += _drafts(pen, "pitch-company-personal")
    slots = {"title": evidence.title if evidence else "", "value": value.name if value else ""}
    shown = kind if evidence or kind == "blank" else f"{kind}-open"
    return Answer(
        prose=pen.prose(*lines), tip=_tip(pen, f"pitch-tip-company-{shown}", slots, evidence)
    ), value.id if value else ""


def _opening(pen: Pen, value: Value | None) -> tuple[list[Line], str]:
    """What the employer says of itself, and whose words they are."""
    company, frames = pen.brief.company, pen.knowledge.frames
    if value is not None and company.values_from == "company":
        slots = {"value": value.name}
        text = pen.pick(frames["pitch-company-value"].texts, seed="why", slots=slots)
        return [pen.line(text, value.statement.provenance, value.statement.sources, slots=slots), value.statement], "value"
    if value is not None and not _WE.match(value.statement.text) and len(value.statement.text.split()) <= _LONGEST_NAME:
        slots = {"value": value.name}
        text = pen.pick(frames["pitch-company-named"].texts, seed="why", slots=slots)
        return [pen.line(text, value.statement.provenance, value.statement.sources, slots=slots)], "value"
    if value is not None:
        slots = {"quote": value.statement.text.rstrip(". ")}
        text = pen.pick(frames["pitch-company-words"].texts, seed="why", slots=slots)
        return [pen.line(text, value.statement.provenance, value.statement.sources, slots=slots)], "words"
    words, kind = _own_words(pen)
    if words is not None:
        slots = {"quote": words.text.rstrip(". ")}
        text = pen.pick(frames["pitch-company-words"].texts, seed="why", slots=slots)
        return [pen.job(text, words, slots=slots)], kind
    return _drafts(pen, "pitch-company-blank"), "blank"


def _also(pen: Pen) -> list[Line]:
    """A sourced fact about the employer, with room for what the candidate makes of it."""
    if not pen.brief.company.facts:
        return []
    fact = pen.order(pen.brief.company.facts, seed="fact", key=lambda line: line.text)[0]
    before, *after = _drafts(pen, "pitch-company-also")
    return [before, fact, *after]


def why_role(pen: Pen, store: EvidenceStore, lines: Sequence[Wanted]) -> Answer:
    """A whole line of the posting, the bullet that answers it, and a line in which there is something to learn."""
    usable = [one for one in lines if len(one.quote.split()) <= _LONGEST_QUOTE]
    duties = [one for one in usable if one.requirement.kind == "responsibility"] or usable
    asked = next((one for one in duties if one.shown), duties[0] if duties else None)
    if asked:
        evidence = store.of_requirement(asked.requirement.id)
    else:
        evidence = next((one for one in store.ranked(longest=36) if one.said), None)
    if asked:
        text = pen.pick(pen.knowledge.frames["pitch-role-quote"].texts, seed="role", slots={"quote": asked.quote})
        opening = pen.job(text, asked.requirement.fact, slots={"quote": asked.quote})
    else:
        opening = pen.draft(pen.knowledge.frames["pitch-role-plain"].texts[0], slots={"a_role": role_with_article(pen)})
    growth = next((one for one in usable if one is not asked and one.missing and one.deed), None)
    answers = asked is not None and evidence is not None and evidence.highlight.id in asked.answered_by
    said = _evidence(pen, store, evidence, "pitch-role-evidence" if answers else "pitch-role-near")
    if said is None and asked is not None and asked.shown:
        # What is said of a line is its own evidence or nothing: another deed would pass for the answer to it.
        said = _verbatim(pen, store.worded(asked.requirement.id))
    if growth is None:
        last = _drafts(pen, "pitch-role-growth-plain")
    else:
        last = _drafts(pen, "pitch-role-growth", {"deed": growth.deed}, growth.requirement.fact)
    tip = "pitch-tip-role" if asked and evidence else "pitch-tip-role-plain"
    return Answer(
        prose=pen.prose(opening, *(said or ()), *last),
        tip=_tip(pen, tip, {"title": evidence.title if evidence else ""}, evidence),
    )


def _verbatim(pen: Pen, one: Evidence | None) -> list[Line] | None:
    """A bullet without a verb as it stands."""
    if one is None or len(one.highlight.text.split()) > _LONGEST_QUOTE:
        return None
    text = pen.pick(pen.knowledge.frames["pitch-role-worded"].texts, seed=one.highlight.id, slots=one.slots)
    return [pen.resume(text, *one.facts, slots=one.slots)]


def _value(pen: Pen, store: EvidenceStore) -> Value | None:
    """The value in play that the resume shows best; none where values are only typical for the field."""
    company = pen.brief.company
    if company.values_from == "role":
        return None
    values = [value for value in company.values_in_play or company.values if not _is_fact(pen, value)]
    return next((value for value in values if _shown_by(pen, store, value)), values[0] if values else None)


def _is_fact(pen: Pen, value: Value) -> bool:
    """Whether what a posting says there is a fact about the firm: nobody has experience of "founded in 1931, 90 people"."""
    said = value.statement.text
    return pen.brief.company.values_from == "job" and len(said.split()) > _LONGEST_NAME and bool(re.search(r"\d", said))


def _shown_by(pen: Pen, store: EvidenceStore, value: Value) -> Evidence | None:
    """The bullet of which one can say "that is how I worked": for a posting's own words, one that shows more than a sign of it.

    A letter that was written shows that somebody communicates, and not yet that they are warm and direct.
    """
    one = store.of_value(value.id)
    if one is None or pen.brief.company.values_from != "job":
        return one
    shown = {
        name for worth in pen.brief.matching.highlights if worth.highlight == one.highlight.id for name in worth.competencies
    }
    words = _words(value.name)
    said = 2 * len(words & _words(one.highlight.text)) > len(words)
    named = len(words) == 1 and any(word in name for word in words for name in value.competencies[:1])
    return one if said or named or len(shown.intersection(value.competencies)) > 1 else None


def _words(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokens(text) if is_content(token))


def _own_words(pen: Pen) -> tuple[Fact | None, str]:
    """What the posting says of the employer, and whether one may say "so do I" to it.

    Its values, else what it stands for, else whom it serves and what it is changing; nothing where it only counts its sites.
    """
    posting = pen.brief.posting
    about = sorted(posting.about, key=lambda fact: (_WE.match(fact.text) is None, bool(re.search(r"\d", fact.text))))
    spoken = [(fact, voice) for fact in about if (voice := voice_of(fact.text)) is not None]
    ranked = [
        *((fact, "words") for fact in posting.values),
        *((fact, "words") for fact, voice in spoken if voice == "stands"),
        *((fact, "told") for fact, voice in spoken if voice == "told"),
    ]
    return next(((fact, kind) for fact, kind in ranked if len(fact.text.split()) <= _LONGEST_QUOTE), (None, "blank"))


def _evidence(pen: Pen, store: EvidenceStore, one: Evidence | None, frame: str) -> list[Line] | None:
    if one is None or not one.said:
        return None
    store.use(one)
    plain = not one.slots["employer"] or one.position.kind == "project"
    text = pen.pick(pen.knowledge.frames[f"{frame}-plain" if plain else frame].texts, seed=one.highlight.id, slots=one.slots)
    return [pen.resume(text, *one.facts, slots=one.slots)]


def _tip(pen: Pen, frame: str, slots: dict[str, str], evidence: Evidence | None) -> Line:
    text = pen.knowledge.frames[frame].texts[0]
    sources = [*pen.role(text.replace("{title}", "…").replace("{value}", "…").replace("{company}", "…"), entry=frame).sources]
    if evidence is not None:
        sources.append(evidence.highlight.fact.source)
    return pen.line(text, "role", sources, slots=slots)


def _drafts(pen: Pen, frame: str, slots: dict[str, str] | None = None, *facts: Fact) -> list[Line]:
    """A frame as its sentences."""
    text = pen.pick(pen.knowledge.frames[frame].texts, seed=frame, slots=slots)
    return [pen.draft(part, *facts, at=frame, slots=slots) for part in sentences(text)]
