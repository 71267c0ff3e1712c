"""`profile_company`: what is known of the employer, and whose words it is.

A pack speaks for an employer that it knows; else the posting's own clauses do; else what is typical of the trade,
labelled so. Facts without a source do not exist here, and stale ones are left out. How the values meet the resume
is for `playbook.matching`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from playbook.artifacts.company import Company, QuestionMix, SpecialInterviewer, Value
from playbook.artifacts.names import with_the
from playbook.artifacts.posting import Posting
from playbook.errors import PackFault
from playbook.knowledge.lexicon import Lexicon, lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.schema import CompanyEntry, FamilyEntry, SourcedText, ValueEntry
from playbook.knowledge.spelling import asked, in_language, language_of
from playbook.knowledge.template import fill, slots_of
from playbook.knowledge.tokens import tokens
from playbook.matching.careers import LEVELS
from playbook.posting_values import holds_run, values_of
from playbook.provenance import Line, Prose, Source, Span, Words

QUESTIONS = 12
_GOOD_FOR = timedelta(days=365)
"""How long a fact holds that says nothing of its expiry, from the day on which it was read."""
_LEGAL = re.compile(
    r"[\s,]+(?:incorporated|inc|llc|ltd|limited|corp|corporation|co|company|plc|gmbh|ag|s\.?a|group|holdings)\.?$",
    re.IGNORECASE,
)
_ADVISED = 2
"""Stages of the posting that are spoken of."""
_IN_PLAY_LEAST, _IN_PLAY_MOST = 3, 8
_NAMED, _CUED = 3.0, 1.0
_VALUES_LEAST = 2
"""Clauses of a posting that make a set of values."""

Slots = Mapping[str, str]


def profile_company(name: str, posting: Posting, knowledge: Knowledge, on: date) -> Company:
    """The employer called `name`, as of `on`. Raises `PackFault` where a question mix does not add up to twelve."""
    knowledge = in_language(knowledge, language_of((asked(posting),), knowledge))
    family = knowledge.family(posting.family)
    lexicon = lexicon_of(knowledge)
    entry = _entry(name, knowledge)
    nouns = family.nouns
    slots = {
        "company": with_the(name),
        "role": posting.title,
        "field": nouns.field,
        "people": nouns.people,
        "team": nouns.team,
        "work": nouns.work,
    }
    if entry is None:
        return _unprofiled(name, posting, family, lexicon, knowledge, slots)
    values = tuple(_stated(value, entry) for value in entry.values)
    special = entry.special_interviewer
    return Company(
        id=entry.id,
        name=name,
        profiled=True,
        values_from="company",
        values_label=entry.values_label,
        values=_in_play(values, {value.id: value for value in entry.values}, posting, lexicon),
        process=_process(posting, knowledge, _sourced(entry.process, entry, on) or _typical(family.process, family, slots)),
        culture=_sourced(entry.culture, entry, on) or _typical(family.culture, family, slots),
        unique=_sourced(entry.unique, entry, on) or _typical(family.unique[:1], family, slots),
        facts=tuple(_from_pack(fact, entry) for fact in entry.facts if _holds(fact, on)),
        special_interviewer=SpecialInterviewer(id=special.id, label=special.label, focus=_from_pack(special.focus, entry))
        if special
        else None,
        mix=_mix(entry, posting, family, slots, on),
    )


def _unprofiled(
    name: str, posting: Posting, family: FamilyEntry, lexicon: Lexicon, knowledge: Knowledge, slots: Slots
) -> Company:
    stated = values_of(posting, lexicon, knowledge)
    typical = tuple(
        Value(id=value.id, name=value.name, statement=_role(value.statement, family, slots), competencies=value.competencies)
        for value in family.values
    )
    from_posting = len(stated) >= _VALUES_LEAST
    return Company(
        name=name,
        profiled=False,
        values_from="job" if from_posting else "role",
        values_label="Values",
        values=stated if from_posting else _in_play(typical, {value.id: value for value in family.values}, posting, lexicon),
        process=_process(posting, knowledge, _typical(family.process, family, slots))
        if posting.process
        else Prose(lines=(_unknown(family, slots), *_typical(family.process, family, slots).lines)),
        culture=_typical(family.culture, family, slots),
        unique=_typical(family.unique[:1], family, slots),
        mix=_mix(None, posting, family, slots, date.min),
    )


def _entry(name: str, knowledge: Knowledge) -> CompanyEntry | None:
    """The pack that knows the employer by this name, whatever its case or legal form."""
    wanted = _plain(name)
    for entry in knowledge.companies.values():
        if wanted in {_plain(other) for other in (entry.name, *entry.names)}:
            return entry
    return None


def _plain(name: str) -> str:
    plain = " ".join(name.casefold().replace("’", "'").split()).rstrip(".,")
    shorter = _LEGAL.sub("", plain)
    while shorter != plain:
        plain, shorter = shorter, _LEGAL.sub("", shorter)
    return plain


def _stated(value: ValueEntry, entry: CompanyEntry) -> Value:
    source = Source(
        span=Span(document="company", start=0, end=len(value.statement), entry=entry.id),
        quote=value.statement,
        url=entry.values_source,
        checked=entry.values_checked,
    )
    statement = Line(parts=fill(value.statement, {}, place="company"), provenance="company", sources=(source,))
    return Value(id=value.id, name=value.name, statement=statement, competencies=value.competencies)


def _in_play(
    values: tuple[Value, ...], entries: Mapping[str, ValueEntry], posting: Posting, lexicon: Lexicon
) -> tuple[Value, ...]:
    """`values` with those marked that this posting draws on: by name, by cue, else by what its work calls for."""
    texts = [posting.title, *(one.text for one in (*(r.fact for r in posting.requirements), *posting.values, *posting.about))]
    runs = [tuple(token.base for token in tokens(text)) for text in texts]
    shown: dict[str, float] = {}
    for text in texts:
        for competency, sign in lexicon.shown(text).items():
            shown[competency] = shown.get(competency, 0.0) + sign
    scores: dict[str, float] = {}
    strong: set[str] = set()
    for value in values:
        named = _NAMED if any(holds_run(run, value.name) for run in runs) else 0.0
        cued = _CUED * sum(any(holds_run(run, cue) for run in runs) for cue in entries[value.id].cues)
        scores[value.id] = (
            named + cued + sum(min(1.0, shown.get(one, 0.0)) for one in value.competencies) / (2 * len(value.competencies))
        )
        if named or cued:
            strong.add(value.id)
    ranked = sorted(values, key=lambda value: -scores[value.id])
    chosen = {
        value.id
        for place, value in enumerate(ranked)
        if place < _IN_PLAY_LEAST or (place < _IN_PLAY_MOST and value.id in strong)
    }
    return tuple(value.model_copy(update={"in_play": value.id in chosen}) for value in values)


def _holds(text: SourcedText, on: date) -> bool:
    """Whether a statement still holds on that day."""
    return text.expires >= on if text.expires else text.checked + _GOOD_FOR >= on


def _sourced(texts: Iterable[SourcedText], entry: CompanyEntry, on: date) -> Prose | None:
    lines = tuple(_from_pack(text, entry) for text in texts if _holds(text, on))
    return Prose(lines=lines) if lines else None


def _from_pack(text: SourcedText, entry: CompanyEntry) -> Line:
    span = Span(document="company", start=0, end=len(text.text), entry=entry.id)
    source = Source(span=span, quote=text.text, url=text.source, checked=text.checked)
    return Line(parts=fill(text.text, {}, place="company"), provenance="company", sources=(source,))


def _typical(texts: Iterable[str], family: FamilyEntry, slots: Slots) -> Prose:
    """Texts of the family that the case can fill."""
    return Prose(lines=tuple(_role(text, family, slots) for text in texts if slots_of(text) <= set(slots)))


def _role(text: str, family: FamilyEntry, slots: Slots) -> Line:
    span = Span(document="role", start=0, end=len(text), entry=family.id)
    return Line(parts=fill(text, slots, place="company"), provenance="role", sources=(Source(span=span, quote=text),))


def _process(posting: Posting, knowledge: Knowledge, usual: Prose) -> Prose:
    """How candidates are chosen: what the posting says, what to do about the stages that it names, then what is `usual`."""
    if not posting.process:
        return usual
    quotes = ", ".join(f'"{fact.text.rstrip(". ;")}"' for fact in posting.process)
    said = Line(
        parts=(Words(text=f"The posting says what to expect: {quotes}."),),
        provenance="job",
        sources=tuple(fact.source for fact in posting.process),
    )
    return Prose(lines=(said, *_advice(posting, knowledge), *usual.lines))


def _advice(posting: Posting, knowledge: Knowledge) -> Iterable[Line]:
    """A line of the packs for each stage that the posting names, two at most."""
    known = knowledge.guidance["process-stages"]
    runs = [tuple(token.base for token in tokens(fact.text)) for fact in posting.process]
    found = [
        text
        for cues, text in zip(known.heads, known.lines, strict=True)
        if any(holds_run(run, cue) for cue in cues.split(", ") for run in runs)
    ]
    for text in found[:_ADVISED]:
        span = Span(document="role", start=0, end=len(text), entry=known.id)
        yield Line(parts=fill(text, {}, place="company"), provenance="role", sources=(Source(span=span, quote=text),))


def _unknown(family: FamilyEntry, slots: Slots) -> Line:
    return _role("What {company} does is not published here; what follows is commonly seen in {field}.", family, slots)


def _names(title: str, words: str) -> bool:
    """Whether a title holds these words, each as a word of its own."""
    return f" {words.casefold()} " in f" {' '.join(re.findall(r'[a-z0-9]+', title.casefold()))} "


def _mix(entry: CompanyEntry | None, posting: Posting, family: FamilyEntry, slots: Slots, on: date) -> QuestionMix:
    """Counts by company and family where a pack has them, else by family and level."""
    if entry is not None and family.id in entry.mix:
        counts = dict(entry.mix[family.id])
        source = entry.mix_source
        if source is not None and _holds(source, on):
            origin = _from_pack(source, entry)
        else:
            origin = _role(
                "This is the mix of questions that {company} is commonly prepared for with in {field}.", family, slots
            )
    else:
        place = LEVELS.index(posting.level)
        near = [level for level in reversed(LEVELS[: place + 1]) if level in family.mixes]
        near += [level for level in LEVELS[place + 1 :] if level in family.mixes]
        named = (branch for branch in family.branches if any(_names(posting.title, one) for one in branch.titles))
        branch = next(named, None)
        counts = dict(branch.mix if branch is not None else family.mixes[near[0]] if near else {})
        origin = _role(
            "The mix is what is commonly asked in {field} at this level; {company} may weigh it differently.", family, slots
        )
    if sum(counts.values()) != QUESTIONS:
        raise PackFault(
            "pack.mix",
            found=f"a question mix of {sum(counts.values())} for {family.id} at level {posting.level}",
            wanted=f"counts that add up to {QUESTIONS}",
            remedy="mend the mix in the company's or the family's pack",
        )
    return QuestionMix(counts={str(kind): count for kind, count in counts.items()}, origin=origin)
