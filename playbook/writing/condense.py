"""Section 10: the playbook on one page, made of sentences that stand in it already.

A sentence that is taken over keeps its provenance, so that a draft of section 7 never becomes a fact here. What does
not fit is for the renderer to drop: lists are in order of weight.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from playbook.artifacts.cheat_sheet import BankedStory, CheatSheet, Labelled, Refresher
from playbook.provenance import Link, Prose
from playbook.writing.company_intel import company_entry, from_profile, success_lines
from playbook.writing.pen import Pen
from playbook.writing.relevance import most_relevant, posting_text
from playbook.writing.selling_points import selling_points
from playbook.writing.value_names import value_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playbook.artifacts.asks import Asks
    from playbook.artifacts.assessment import Assessment
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.pitch import Pitch
    from playbook.artifacts.scripts import Curveball, Scripts
    from playbook.artifacts.stories import Stories
    from playbook.knowledge.packs import Knowledge
    from playbook.provenance import Line

PITCH_WORDS = 60
GAP_WORDS = 60
_LEADS = re.compile(r"\b(?:this|on paper)\.$|:$")
"""The end of a sentence that only announces the next one."""
_VALUES = 5
"""Values that one line names."""
_REMEMBER = 4
_TOLD: tuple[Literal["hook"], Literal["proof"], Literal["close"]] = ("hook", "proof", "close")
"""Beats of the pitch that the short form keeps."""


def condense(  # noqa: PLR0913  the sheet is made of everything that comes before it
    brief: Brief,
    assessment: Assessment,
    pitch: Pitch,
    stories: Stories,
    scripts: Scripts,
    asks: Asks,
    knowledge: Knowledge,
) -> CheatSheet:
    """The cheat sheet of a case; it says nothing that the other sections do not say."""
    pen = Pen("cheat_sheet", brief, knowledge)
    gap = _gap(scripts)
    return CheatSheet(
        pitch=_pitch(pitch),
        stories=tuple(_banked(stories)),
        know=tuple(_know(pen)),
        selling_points=selling_points(pen, assessment, beside=gap.prose if gap is not None else None),
        gap=gap,
        curveball=_curveball(pen, scripts.curveballs[0]),
        asks=tuple(_asks(asks)),
        remember=_remember(pen),
    )


def _pitch(pitch: Pitch) -> Prose:
    """Hook, proof and close of the short pitch, whole sentences, as many as fit; the first proof before the close."""
    beats = {beat.name: beat.prose.lines for beat in pitch.thirty_seconds}
    order = [line for name in _TOLD for line in beats[name]]
    weight = [*beats["hook"][:1], *beats["proof"][:1], *beats["close"][-1:], *beats["proof"][1:], *beats["hook"][1:]]
    kept = _within(weight, PITCH_WORDS)
    return Prose(lines=tuple(line for line in order if line in kept))


def _banked(stories: Stories) -> Iterator[BankedStory]:
    """Each story with a prompt that calls for it; no prompt twice while a story has another."""
    taken: set[str] = set()
    for story in stories.stories:
        prompt = next((line for line in story.use_for if line.text not in taken), story.use_for[0])
        taken.add(prompt.text)
        link = Link(target=f"story-{story.number}", text=f"Section 5, Story {story.number}")
        yield BankedStory(story=story.number, title=story.title, prompt=prompt, link=link)


def _know(pen: Pen) -> Iterator[Labelled]:
    """What to know of the employer in a line each, by whose words it is."""
    company = pen.brief.company
    known = pen.knowledge.guidance["condense-know"]
    labels = dict(zip(known.heads, known.lines, strict=True))
    says = company.profiled or bool(pen.brief.posting.process)
    process = company.process.lines if says else company.process.lines[1:]  # the first says that none is published
    parts = (process, company.unique.lines, company.culture.lines, success_lines(pen))
    found = (_values(pen), *(_first(part) for part in parts))
    for (label, otherwise), line in zip(labels.items(), found, strict=True):
        yield Labelled(label=label, line=line or pen.role(otherwise, entry=known.id, at=label))


def _values(pen: Pen) -> Line | None:
    """The names of the values in play, of all where none is; resting on the statements that say them."""
    company = pen.brief.company
    values = (company.values_in_play or company.values)[:_VALUES]
    if not values:
        return None
    frame = f"condense-values-{company.values_from}"
    slots = {"values": ", ".join(value_names(company, values))}
    text = pen.knowledge.frames[frame].texts[0]
    sources = [source for value in values for source in value.statement.sources]
    return pen.line(text, company.values_from, sources, slots=slots)


def _gap(scripts: Scripts) -> Refresher | None:
    """The first script from its beginning, as many whole sentences as fit, drafts and blanks as they are."""
    if not scripts.bridges:
        return None
    first = scripts.bridges[0]
    lines = first.script.lines
    kept = _within(lines, GAP_WORDS)
    told = [line for at, line in enumerate(lines) if line in kept and not (at and leads_nowhere(lines, at, kept))]
    return Refresher(title=first.title, prose=Prose(lines=tuple(told)))


def _curveball(pen: Pen, curveball: Curveball) -> Refresher:
    """The first curveball with its framework in two sentences."""
    entry = pen.knowledge.curveballs.get(curveball.id)
    lines = (pen.role(entry.brief, entry=entry.id, at="curveball"),) if entry is not None else curveball.framework
    return Refresher(title=curveball.question.text, prose=Prose(lines=lines))


def _asks(asks: Asks) -> Iterator[Labelled]:
    """One question for each interviewer: the one that only this employer can answer, where there is one."""
    for interviewer in asks.interviewers:
        chosen = min(interviewer.asks, key=lambda ask: ("company", "role", "standard").index(ask.kind))
        yield Labelled(label=interviewer.label, line=chosen.question)


def _remember(pen: Pen) -> tuple[Line, ...]:
    """Four reminders, half of them the company's own where it has a profile."""
    text = posting_text(pen.brief.posting)
    company = company_entry(pen.brief, pen.knowledge)
    own = most_relevant(company.remember, text, _REMEMBER // 2, words=str) if company is not None else []
    common = most_relevant(pen.family.remember, text, _REMEMBER - len(own), words=str)
    return (
        *(from_profile(pen, line, company, at="remember") for line in own if company is not None),
        *(pen.role(line, entry=pen.family.id, at="remember") for line in common),
    )


def _within(lines: Sequence[Line], words: int) -> list[Line]:
    """The first of `lines` in any case, then each that still fits."""
    kept: list[Line] = []
    left = words
    for line in lines:
        length = len(line.text.split())
        if not kept or length <= left:
            kept.append(line)
            left -= length
    return kept


def leads_nowhere(lines: Sequence[Line], index: int, kept: Sequence[Line]) -> bool:
    """Whether a sentence goes with one that did not fit: "Let me begin with this. […]", or the question after it."""
    line, before, after = lines[index], lines[index - 1] if index else None, lines[index + 1 : index + 2]
    if line.text.startswith("[") and before is not None and before not in kept:
        return True
    return bool(_LEADS.search(line.text)) and any(other not in kept for other in after)


def _first(lines: Sequence[Line]) -> Line | None:
    return lines[0] if lines else None
