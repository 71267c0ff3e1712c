"""Why this company, and why this role: the employer's words, the candidate's evidence, and a bracket for the rest.

A fact about the employer is used only where it has a source. Who the employer is stands in `Company`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.artifacts.pitch import Answer
from playbook.provenance import Prose
from playbook.writing.pitch_person import role_with_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playbook.artifacts.company import Value
    from playbook.provenance import Fact, Line
    from playbook.writing.pen import Pen
    from playbook.writing.pitch_evidence import Evidence, EvidenceStore
    from playbook.writing.pitch_posting import Wanted

_LONGEST_QUOTE = 40


def why_company(pen: Pen, store: EvidenceStore) -> Answer:
    """A sourced fact, a value or the posting's own words, and what connects the candidate with it."""
    company = pen.brief.company
    value = _value(pen, store)
    evidence = store.of_value(value.id) if value else None
    evidence = evidence or next((one for one in store.ranked(longest=36) if one.said), None)
    words = _own_words(pen)
    if company.facts:
        fact = pen.order(company.facts, seed="fact", key=lambda line: line.text)[0]
        opening, kind = (pen.draft(_pick(pen, "pitch-company-fact")), fact), "fact"
    elif value and company.values_from == "company":
        slots = {"value": value.name, "statement": value.statement.text.rstrip(". ")}
        text = pen.pick(pen.knowledge.frames["pitch-company-value"].texts, seed="why", slots=slots)
        opening, kind = (pen.line(text, value.statement.provenance, value.statement.sources, slots=slots),), "value"
    elif words:
        slots = {"quote": words.text.rstrip(". ")}
        text = pen.pick(pen.knowledge.frames["pitch-company-words"].texts, seed="why", slots=slots)
        opening, kind = (pen.job(text, words, slots=slots),), "words"
    else:
        opening, kind = (pen.draft(_pick(pen, "pitch-company-blank"), at="why-company"),), "blank"
    personal = pen.draft(_pick(pen, "pitch-company-personal"), at="why-company")
    title = {"title": evidence.title if evidence else "", "value": value.name if value else ""}
    tip = f"pitch-tip-company-{kind if evidence else 'blank'}"
    return Answer(
        prose=pen.prose(*opening, _evidence(pen, store, evidence, "pitch-company-evidence"), personal),
        tip=_tip(pen, tip, title, evidence),
    )


def why_role(pen: Pen, store: EvidenceStore, lines: Sequence[Wanted]) -> Answer:
    """A whole line of the posting, the bullet that answers it, and a line in which there is something to learn."""
    usable = [one for one in lines if len(one.quote.split()) <= _LONGEST_QUOTE]
    asked = next((one for one in usable if one.shown), usable[0] if usable else None)
    evidence = store.of_requirement(asked.requirement.id) if asked else None
    evidence = evidence or next((one for one in store.ranked(longest=36) if one.said), None)
    if asked:
        text = pen.pick(pen.knowledge.frames["pitch-role-quote"].texts, seed="role", slots={"quote": asked.quote})
        opening = pen.job(text, asked.requirement.fact, slots={"quote": asked.quote})
    else:
        opening = pen.draft(pen.knowledge.frames["pitch-role-plain"].texts[0], slots={"a_role": role_with_article(pen)})
    growth = next((one for one in usable if one is not asked and not one.shown and one.requirement.years is None), None)
    if growth is not None:
        text = _pick(pen, "pitch-role-growth", {"quote": growth.quote})
        last = pen.line(text, "draft", [growth.requirement.fact.source], at="why-role", slots={"quote": growth.quote})
    else:
        last = pen.draft(_pick(pen, "pitch-role-growth-plain"), at="why-role")
    said = _evidence(pen, store, evidence, "pitch-role-evidence")
    tip = "pitch-tip-role" if asked and evidence else "pitch-tip-role-plain"
    return Answer(prose=pen.prose(opening, said, last), tip=_tip(pen, tip, {"title": evidence.title if evidence else ""}, evidence))


def _value(pen: Pen, store: EvidenceStore) -> Value | None:
    """The value in play that the resume shows best; none where values are only typical for the field."""
    company = pen.brief.company
    if company.values_from == "role":
        return None
    values = company.values_in_play or company.values
    return next((value for value in values if store.of_value(value.id)), values[0] if values else None)


def _own_words(pen: Pen) -> Fact | None:
    """What the posting says of the employer: its values first, else what it says about itself."""
    posting = pen.brief.posting
    options = [fact for fact in (*posting.values, *posting.about) if len(fact.text.split()) <= _LONGEST_QUOTE]
    return next(iter(options), None)


def _evidence(pen: Pen, store: EvidenceStore, one: Evidence | None, frame: str) -> Line | None:
    if one is None or not one.said:
        return None
    store.use(one)
    plain = not one.slots["employer"] or one.position.kind == "project"
    text = pen.pick(pen.knowledge.frames[f"{frame}-plain" if plain else frame].texts, seed=one.highlight.id, slots=one.slots)
    return pen.resume(text, *one.facts, slots=one.slots)


def _tip(pen: Pen, frame: str, slots: dict[str, str], evidence: Evidence | None) -> Line:
    text = pen.knowledge.frames[frame].texts[0]
    sources = [*pen.role(text.replace("{title}", "…").replace("{value}", "…").replace("{company}", "…"), entry=frame).sources]
    if evidence is not None:
        sources.append(evidence.highlight.fact.source)
    return pen.line(text, "role", sources, slots=slots)


def _pick(pen: Pen, frame: str, slots: dict[str, str] | None = None) -> str:
    return pen.pick(pen.knowledge.frames[frame].texts, seed=frame, slots=slots)
