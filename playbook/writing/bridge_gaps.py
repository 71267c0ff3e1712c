"""Section 7: what to say where the resume is thin, and when a question comes from nowhere.

Which gaps is for `gaps`, the words are those of the packs. A script never says more than the resume does: what was
done stands in a sentence of its own, and what only the candidate knows is a blank.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.artifacts.scripts import Bridge, Scripts, Step
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.template import slots_of
from playbook.provenance import Source, Span
from playbook.writing.bullets import Bullets
from playbook.writing.curveballs import choose_curveballs
from playbook.writing.gap_table import gap_table
from playbook.writing.gaps import choose_gaps
from playbook.writing.pen import Pen
from playbook.writing.story_text import sentences
from playbook.writing.terms import skills_in, stemmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.questions import Questions
    from playbook.artifacts.resume import Highlight
    from playbook.artifacts.stories import Stories
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import BridgeEntry
    from playbook.provenance import Fact, Line, Prose
    from playbook.writing.gaps import Gap

_LAST = "general"
"""The bridge that serves every gap that no other one is made for."""
_UNCLEAR = "unclear"
"""The bridge for what could not be judged: it says only that the resume does not name it."""
_UNCLEAR_OF = {"language": "unclear-language"} | dict.fromkeys(("licence", "certificate", "degree"), "unclear-paper")
"""The same for kinds that are not done but held or spoken."""
_BY_KIND_FIRST = frozenset({"licence", "certificate", "degree", "language", "years"})
"""Kinds that say more about how to speak than the words of the requirement do."""
_ANY_BULLET = frozenset({"years", "degree", "scale"})
"""Bridges to which the strongest piece of work answers, whatever it is about."""
_SENTENCE = 4
"""Words of a fact that can be quoted on its own; a skill from a list cannot."""
_LISTS = re.compile(r"[,;:/]|(?:\S+\s+){14}")
"""A line that lists things, or speaks of many."""
_TABLED = 2
"""Rows of the table from which a bullet is known well enough: its script tells it once more, and nothing else does."""


def bridge_gaps(brief: Brief, stories: Stories, questions: Questions, knowledge: Knowledge) -> Scripts:
    """The gap table, a script for each gap, and what to do about the questions that nobody can prepare."""
    del stories  # The scripts rest on bullets; the stories are named where the questions are.
    pen = Pen("scripts", brief, knowledge)
    gaps = choose_gaps(brief, knowledge)
    tabled, bullets = Bullets(brief, knowledge), Bullets(brief, knowledge, most=1)
    guidance = knowledge.guidance
    steps = zip(guidance["scripts-recovery"].heads, guidance["scripts-recovery"].lines, strict=True)
    return Scripts(
        table=gap_table(brief, knowledge, pen, tabled),
        bridges=tuple(_bridge(gap, brief, knowledge, pen, bullets, tabled) for gap in gaps),
        recovery=tuple(Step(name=head, line=pen.role(text, entry="scripts-recovery", at=head)) for head, text in steps),
        avoid=_guidance("scripts-avoid", knowledge, pen),
        phrases=_guidance("scripts-phrases", knowledge, pen),
        curveballs=choose_curveballs(brief, questions, knowledge, pen),
        graceful_bridge=pen.prose(*_guidance("scripts-graceful", knowledge, pen)),
    )


def _bridge(gap: Gap, brief: Brief, knowledge: Knowledge, pen: Pen, bullets: Bullets, tabled: Bullets) -> Bridge:
    """One script: acknowledge, pivot, close. `tabled` are the bullets that the table above shows."""
    entry = bridge_for(gap, knowledge)
    seed = f"bridge-{gap.number}"
    slots = {"gap": gap.term}
    near = _nearest(gap, entry, brief, knowledge, bullets)
    filling = {**slots, **bullets.slots(bullets.take(near))} if near is not None else slots
    pivots = entry.pivot_with_evidence if near is not None else entry.pivot_without

    def spoken(texts: tuple[str, ...], part: str) -> Iterator[Line]:
        text = pen.pick(texts, seed=f"{seed}:{part}", slots=filling)
        for index, sentence in enumerate(sentences(text)):
            at = f"{seed}:{part}-{index}"
            if near is not None and "done" in slots_of(sentence):
                yield pen.resume(sentence, *_facts_of(near, brief), at=at, slots=filling)
            else:
                yield pen.line(sentence, "draft", gap.about.sources, at=at, slots=filling)

    chosen = pen.order(entry.verify, seed=f"{seed}:verify", key=str)[:3]
    practice = pen.pick(knowledge.frames["scripts-practice"].texts, seed=f"{seed}:practice", slots=slots)
    return Bridge(
        number=gap.number,
        title=gap.title,
        requirement=gap.requirement,
        about=gap.about,
        why=_why(gap, entry, brief, pen, tabled),
        script=pen.prose(*spoken(entry.acknowledge, "acknowledge"), *spoken(pivots, "pivot"), *spoken(entry.close, "close")),
        verify=tuple(_role(text, entry.id, gap, pen, f"{seed}:verify") for text in entry.verify if text in chosen),
        practice_prompt=_role(practice, "scripts-practice", gap, pen, f"{seed}:practice"),
    )


def _why(gap: Gap, entry: BridgeEntry, brief: Brief, pen: Pen, tabled: Bullets) -> Prose:
    """Why they will ask; of a requirement that is met in part first what they have seen, unless the table wears it out."""
    slots = {"gap": gap.term}
    seed = f"bridge-{gap.number}:why"
    lines: list[Line] = []
    match = brief.matching.of(gap.requirement) if gap.requirement is not None else None
    frames = pen.knowledge.frames
    told = [
        piece.fact
        for piece in (match.evidence if match is not None else ())
        if len(piece.fact.text.split()) >= _SENTENCE and (piece.highlight is None or tabled.used(piece.highlight) < _TABLED)
    ]
    if match is not None and match.status == "partial" and told and gap.requirement is not None:
        shown = told[0]
        quoting = {"quote": shown.text.rstrip(".")}
        first = pen.pick(frames["scripts-why-shown"].texts, seed=seed, slots=quoting)
        then = pen.pick(frames["scripts-why-open"].texts, seed=seed, slots=slots)
        lines.append(pen.resume(first, shown, at=f"{seed}-shown", slots=quoting))
        lines.append(pen.job(then, brief.posting.requirement(gap.requirement).fact, at=f"{seed}-open", slots=slots))
    worry = pen.pick(entry.worry, seed=seed, slots=slots)
    lines.append(_role(worry, entry.id, gap, pen, seed))
    return pen.prose(*lines)


def _role(text: str, entry: str, gap: Gap, pen: Pen, at: str) -> Line:
    """A sentence of the packs that names the gap: it rests on the entry, and on whoever asks for what is missing."""
    own = Source(span=Span(document="role", start=0, end=len(text), entry=entry), quote=text)
    return pen.line(text, "role", (own, *gap.about.sources), at=at, slots={"gap": gap.term})


def bridge_for(gap: Gap, knowledge: Knowledge) -> BridgeEntry:
    """The way to speak about a gap: by what kind of thing is missing, by the words for it, or the one for all others."""
    bridges = knowledge.bridges
    if gap.status == "unknown":
        return bridges[_UNCLEAR_OF.get(gap.kind, _UNCLEAR)]
    by_kind = next((entry for entry in bridges.values() if gap.kind in entry.kinds), None)
    if gap.kind in bridges and by_kind is None:
        return bridges[gap.kind]
    if by_kind is not None and gap.kind in _BY_KIND_FIRST:
        return by_kind
    words = stemmed(gap.term)
    cued = [
        (len(cue), entry.id)
        for entry in bridges.values()
        for cue in entry.cues
        # "Earned value" and "culture media" are no value that an employer states.
        if stemmed(cue) in words and entry.id != "value" and not set(entry.kinds) & _BY_KIND_FIRST
    ]
    if cued:
        return bridges[max(cued)[1]]
    return by_kind or bridges[_LAST]


def _nearest(gap: Gap, entry: BridgeEntry, brief: Brief, knowledge: Knowledge, bullets: Bullets) -> Highlight | None:
    """The piece of work that comes nearest to what is missing; `None` where nothing comes near."""
    if entry.id in _ANY_BULLET:
        return _said(bullets.best(), bullets)
    if gap.value is not None:
        competencies = next((value.competencies for value in brief.company.values if value.id == gap.value), ())
        return _said(bullets.nearest(competencies=competencies), bullets)
    skills = _kin(gap.term, knowledge)
    text = brief.posting.requirement(gap.requirement).text if gap.requirement is not None else gap.term
    if gap.requirement is not None:
        for evidence in brief.matching.of(gap.requirement).evidence:
            near = evidence.highlight
            if near is None or not bullets.is_free(near):
                continue
            # Of a line that lists much, what shows one thing is no sign of another.
            if not _LISTS.search(text) or bullets.nearness(near, skills=skills, text=gap.term) > 0:
                return _said(brief.resume.highlight(near), bullets)
    wider = frozenset() if _LISTS.search(text) else skills_in(text, knowledge)
    return _said(bullets.nearest(skills=skills | wider, text=gap.term), bullets)


def _kin(term: str, knowledge: Knowledge) -> frozenset[str]:
    """What a term names, what follows from it, and what it is a kind of."""
    lexicon = lexicon_of(knowledge)
    named = skills_in(term, knowledge)
    return named.union(*(lexicon.parents(one) for one in named))


def _said(highlight: Highlight | None, bullets: Bullets) -> Highlight | None:
    """The bullet, if it can be said as a clause."""
    return highlight if highlight is not None and bullets.clause(highlight).done else None


def _facts_of(highlight: Highlight, brief: Brief) -> Iterator[Fact]:
    yield highlight.fact
    name = brief.resume.position_of(highlight.id).name
    if name is not None:
        yield name


def _guidance(name: str, knowledge: Knowledge, pen: Pen) -> tuple[Line, ...]:
    return tuple(pen.role(text, entry=name, at=f"{name}-{index}") for index, text in enumerate(knowledge.guidance[name].lines))
