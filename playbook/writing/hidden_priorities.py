"""What the posting or the company reveals without saying it, and the mistakes that cost an offer.

Both come from the packs: the cues of a posting decide which of them apply to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from playbook.artifacts.assessment import Point
from playbook.artifacts.decoding import HiddenPriority
from playbook.writing.bullets import SMALL_WORDS
from playbook.writing.clauses import read_clause
from playbook.writing.company_intel import company_entry, from_profile, sentences
from playbook.writing.decoded_rows import MOST_USES
from playbook.writing.figures import result_figure
from playbook.writing.posting_words import quoting
from playbook.writing.relevance import cued, has_cue, is_paper, most_relevant, posting_text
from playbook.writing.restatements import restate

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from playbook.artifacts.resume import Highlight
    from playbook.knowledge.schema import AdviceEntry, CompanyEntry, PriorityEntry
    from playbook.provenance import Fact, Line, Span
    from playbook.writing.pen import Pen

PRIORITIES = 3
MISTAKES = 3
_QUOTED_BEFORE = 1.5
"""What a sign loses by standing in the section already."""
_STRONG = 0.7
"""Share of the best bullet's worth from which on a bullet is one of the strongest."""
_ELSEWHERE = 0.5
"""What a cue counts in another line than the one that is quoted."""


@dataclass(frozen=True)
class _Sign:
    """A priority, with the line of the posting that gives it away."""

    entry: PriorityEntry
    company: CompanyEntry | None
    fact: Fact | None
    points: float


def hidden_priorities(pen: Pen, quoted: set[Span]) -> tuple[HiddenPriority, ...]:
    """Three priorities: those that the posting gives away first, one of the company's own where it has a profile.

    `quoted` are the lines that the section has quoted; those that are quoted here are added.
    """
    company = company_entry(pen.brief, pen.knowledge)
    own: list[tuple[PriorityEntry, CompanyEntry | None]] = [(entry, company) for entry in company.hidden] if company else []
    pool = own + [(entry, None) for entry in pen.family.hidden]
    always = [_Sign(entry, whose, None, 0.0) for entry, whose in pool if not entry.cues]
    always.sort(key=lambda sign: sign.company is None)
    kept = always[:1] if company is not None and always and always[0].company is not None else []
    chosen: list[_Sign] = []
    told: set[Span] = set()
    lines = [line.fact for line in pen.brief.posting.requirements if not is_paper(line, pen.knowledge)]
    lines += pen.brief.posting.values
    left = [(entry, whose, cued(entry.cues, lines, entry.anti)) for entry, whose in pool if entry.cues]
    while len(chosen) + len(kept) < PRIORITIES:
        signs = [sign for found in left if (sign := _sign(*found, quoted, told)) is not None]
        if not signs:
            break
        best = max(signs, key=lambda sign: sign.points)
        chosen.append(best)
        told |= {best.fact.span} if best.fact is not None else set()
        left = [found for found in left if found[0] is not best.entry]
    rest = [sign for sign in always if sign not in kept]
    chosen += kept + pen.order(rest, seed="hidden", key=lambda sign: sign.entry.title)
    quoted |= told
    priorities = [_priority(pen, sign) for sign in chosen[:PRIORITIES]]
    return (*priorities, *islice(_in_every_posting(pen), PRIORITIES - len(priorities)))


def mistakes(pen: Pen, used: Counter[str]) -> tuple[Point, ...]:
    """Three mistakes: one with a line of the candidate's own, the company's, and the trade's."""
    company = company_entry(pen.brief, pen.knowledge)
    text = posting_text(pen.brief.posting)
    own = _own_mistake(pen, used)
    said = own.paragraph.text if own is not None else ""
    points = [own] if own is not None else []
    if company is not None and company.mistakes:
        entry = most_relevant(company.mistakes, text, 1, words=_words, unlike=said)[0]
        lines = (from_profile(pen, sentence, company, at=entry.title) for sentence in sentences(entry.text))
        points.append(Point(title=entry.title, paragraph=pen.prose(*lines)))
        said += entry.text
    for entry in most_relevant(pen.family.mistakes, text, MISTAKES - len(points), words=_words, unlike=said):
        shown = (pen.role(sentence, entry=pen.family.id, at=entry.title) for sentence in sentences(entry.text))
        points.append(Point(title=entry.title, paragraph=pen.prose(*shown)))
    return tuple(points)


def _sign(
    entry: PriorityEntry, company: CompanyEntry | None, cues: list[tuple[int, Fact]], quoted: set[Span], told: set[Span]
) -> _Sign | None:
    """The priority with the line that holds most of its cues, one that was not quoted before where there is one.

    `cues` are the lines that hold any; `None` where there are none but those that told of another priority already.
    """
    hits = [hit for hit in cues if hit[1].span not in told]
    if not hits or not is_sign(entry.cues, [fact.text for _, fact in hits]):
        return None
    count, best = max(hits, key=lambda hit: hit[0] - _QUOTED_BEFORE * (hit[1].span in quoted))
    again = _QUOTED_BEFORE * (best.span in quoted)
    return _Sign(entry, company, best, count + _ELSEWHERE * (sum(hit[0] for hit in hits) - count) - again)


def is_sign(cues: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether what was found tells of something: a phrase, two words, or one in two lines. One word alone is in any posting."""
    found = [cue for text in texts for cue in cues if cue not in SMALL_WORDS and has_cue(text, cue)]
    return len(found) > 1 or any(re.search(r"[\s-]", cue) for cue in found)


def _priority(pen: Pen, sign: _Sign) -> HiddenPriority:
    title, texts = sign.entry.title, sentences(sign.entry.text)
    lines: list[Line] = []
    if sign.fact is not None:
        lines.append(quoting(pen, "decode-hidden-sign", sign.fact, seed=title))
    lines += [
        from_profile(pen, text, sign.company, at=title) if sign.company else pen.role(text, entry=pen.family.id, at=title)
        for text in texts
    ]
    tag = "job" if sign.fact is not None else "company" if sign.company is not None else "role"
    return HiddenPriority(title=title, tag=tag, paragraph=pen.prose(*lines))


def _in_every_posting(pen: Pen) -> Iterator[HiddenPriority]:
    """What holds whatever a posting says, for one that says too little."""
    known = pen.knowledge.guidance["decode-hidden-always"]
    for title, text in zip(known.heads, known.lines, strict=True):
        lines = (pen.role(sentence, entry=known.id, at=title) for sentence in sentences(text))
        yield HiddenPriority(title=title, tag="role", paragraph=pen.prose(*lines))


def _own_mistake(pen: Pen, used: Counter[str]) -> Point | None:
    """A mistake that can be made with the best line of the resume; `None` without one."""
    worths = {worth.highlight: worth.worth for worth in pen.brief.matching.highlights}
    highlights = pen.brief.resume.highlights
    most = max(worths.values(), default=0.0)
    free = [one for one in highlights if used[one.id] < MOST_USES and worths.get(one.id, 0.0) >= _STRONG * most]
    best: Highlight | None = min(free, key=lambda one: (used[one.id], -worths.get(one.id, 0.0)), default=None)
    if best is None:
        return None
    used[best.id] += 1
    shown = restate(best, pen.brief.resume.position_of(best.id), pen.knowledge)
    counted = any(character.isdigit() for character in best.text)
    measured = shown.measured or result_figure(best, read_clause(best, pen.knowledge))
    place = f"decode-mistakes-{'measured' if measured else 'counted' if counted else 'plain'}"
    known = pen.knowledge.guidance[place]
    title, text = pen.order(zip(known.heads, known.lines, strict=True), seed="own-mistake", key=lambda pair: pair[0])[0]
    frames = pen.knowledge.frames
    line = shown.line(pen, frames["decode-mistake-own"].texts, frames["decode-mistake-quoted"].texts, seed="own-mistake")
    return Point(title=title, paragraph=pen.prose(line, *(pen.role(part, entry=place, at=title) for part in sentences(text))))


def _words(entry: AdviceEntry) -> str:
    return f"{entry.title} {entry.text}"
