"""Section 8: what to ask each interviewer, and why it works.

The questions are the packs': the employer's own where it has a profile, those of the trade, those for everyone. Here is
chosen who is asked what, so that nothing is asked twice and each line of the posting is quoted once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from rapidfuzz import fuzz

from playbook.artifacts.asks import Ask, Asks, Interviewer
from playbook.artifacts.posting import RequirementKind
from playbook.knowledge.template import slots_of
from playbook.knowledge.tokens import tokens
from playbook.posting_values import holds_run
from playbook.provenance import Source, Span
from playbook.reading.vacancy_reasons import tells_why
from playbook.writing.bullets import Bullets, content
from playbook.writing.pen import Pen
from playbook.writing.question_lines import is_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.company import Value
    from playbook.artifacts.posting import Requirement
    from playbook.artifacts.resume import Highlight
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema.trades import Interviewing
    from playbook.provenance import DocumentName, Line
    from playbook.writing.pen import Fill

INTERVIEWERS: tuple[Interviewing, ...] = ("recruiter", "hiring-manager", "peer", "executive")
Kind = Literal["standard", "company", "role"]
_KINDS: tuple[Kind, ...] = ("standard", "company", "role")
_ALIKE = 66
"""Similarity above which two questions are the same question."""
_LONG = 26
"""Words of a line of the posting that is too long to be said aloud."""
_DUTIES_FIRST: tuple[RequirementKind, ...] = ("responsibility", "required", "preferred")
_LINES: dict[str, tuple[RequirementKind, ...]] = {"recruiter": ("preferred",)}
"""Which lines an interviewer can speak about, where it is not the duties first: a recruiter knows how firm a wish is,
and is asked only about one that the resume does not answer. To ask whether it is needed is to say that one lacks it."""
_ABOUT_A_BULLET = frozenset({"bullet", "employer", "object", "metric"})


def ask_back(brief: Brief, knowledge: Knowledge) -> Asks:
    """Two or three questions for each interviewer of this employer."""
    pen = Pen("asks", brief, knowledge)
    chooser = _Chooser(brief, knowledge, pen)
    interviewers = [_interviewer(name, brief, knowledge, chooser) for name in INTERVIEWERS]
    special = _special(brief, knowledge, chooser)
    return Asks(
        intro=pen.prose(*_guidance("asks-intro", knowledge, pen)),
        interviewers=(*interviewers, special) if special is not None else tuple(interviewers),
        hurts=_guidance("asks-hurt", knowledge, pen),
        make_your_own=_guidance("asks-own", knowledge, pen),
    )


def _interviewer(name: Interviewing, brief: Brief, knowledge: Knowledge, chooser: _Chooser) -> Interviewer:
    """An interviewer of the trade: who that commonly is, what they listen for, what to ask them."""
    guidance = knowledge.guidance[f"asks-focus-{name}"]
    own = knowledge.family(brief.posting.family).interviewers.get(name)
    focus, entry = (
        (guidance.lines[0], guidance.id) if own is None else (f"Commonly {own.who}. {own.focus}", brief.posting.family)
    )
    return Interviewer(
        id=name,
        label=guidance.heads[0],
        focus=chooser.pen.role(focus, entry=entry, at=f"{name}:focus"),
        asks=tuple(chooser.ask(name, kind, _offers(name, kind, brief, knowledge)) for kind in _KINDS),
    )


@dataclass(frozen=True)
class _Offer:
    """A question that might be asked."""

    q: str
    why: str
    entry: str
    document: DocumentName = "role"


@dataclass
class _Chooser:
    brief: Brief
    knowledge: Knowledge
    pen: Pen
    asked: list[str] = field(default_factory=list)
    reasons: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)
    values: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.bullets = Bullets(self.brief, self.knowledge, most=1)

    def ask(self, interviewer: str, kind: Kind, tiers: Sequence[Sequence[_Offer]]) -> Ask:
        """The first question of the best tier that the case can fill and that has not been asked."""
        for strict in (True, False):
            for tier in tiers:
                for offer in self.pen.order(tier, seed=f"{interviewer}:{kind}", key=lambda offer: offer.q):
                    if strict and (offer.why in self.reasons or self._is_asked(offer.q)):
                        continue
                    found = self._filled(interviewer, kind, offer)
                    if found is not None:
                        self.asked.append(offer.q)
                        self.reasons.add(offer.why)
                        return found
        message = f"the packs have no {kind} question for {interviewer}"
        raise LookupError(message)

    def _is_asked(self, text: str) -> bool:
        return any(fuzz.token_sort_ratio(text, other) >= _ALIKE for other in self.asked)

    def _filled(self, interviewer: str, kind: Kind, offer: _Offer) -> Ask | None:
        """The question with what it needs; `None` where the case lacks it."""
        wanted = slots_of(offer.q) | slots_of(offer.why)
        slots: dict[str, Fill] = {}
        sources: list[Source] = []
        line = self._line(interviewer, offer.q) if "requirement" in wanted else None
        bullet = self._bullet(line, wanted & _ABOUT_A_BULLET) if wanted & _ABOUT_A_BULLET else None
        value = self._value() if "value" in wanted else None
        if line is not None:
            slots["requirement"] = line.text.rstrip(".;,")
            sources.append(line.fact.source)
        if bullet is not None:
            slots |= self.bullets.slots(bullet)
            sources.append(bullet.fact.source)
        if value is not None:
            slots["value"] = value.name
            sources.extend(value.statement.sources)
        if any(slot not in {**self.pen.case, **slots} for slot in wanted):
            return None
        if line is not None:
            self.quoted.add(line.id)
        if bullet is not None:
            self.bullets.take(bullet)
        if value is not None:
            self.values.append(value.id)

        def say(text: str, at: str) -> Line:
            span = Span(document=offer.document, start=0, end=len(text), entry=offer.entry)
            own = (Source(span=span, quote=text), *sources)
            return self.pen.line(text, "role", own, at=f"{interviewer}:{kind}:{at}", slots=slots)

        return Ask(kind=kind, question=say(offer.q, "question"), why=say(offer.why, "why"))

    def _line(self, interviewer: str, question: str) -> Requirement | None:
        """The line of the posting that is closest to the question, of those that this interviewer can speak about."""
        kinds = _LINES.get(interviewer, _DUTIES_FIRST)
        about = content(question)
        status = {match.requirement: match.status for match in self.brief.matching.requirements}
        free = [
            (kinds.index(line.kind), line.years is not None, -len(about & content(line.text)), index, line)
            for index, line in enumerate(self.brief.posting.requirements)
            if line.id not in self.quoted
            and line.kind in kinds
            and len(line.text.split()) <= _LONG
            and is_theme(line, status.get(line.id, "unknown"))
            and (interviewer not in _LINES or status.get(line.id) == "gap")
        ]
        return min(free, key=lambda row: row[:4])[4] if free else None

    def _bullet(self, line: Requirement | None, needed: frozenset[str]) -> Highlight | None:
        """A bullet that fits the quoted line, with everything that the question needs of it."""
        found = self.bullets.nearest(text=line.text) if line is not None else self.bullets.best()
        return found if found is not None and all(self.bullets.slots(found)[slot] for slot in needed) else None

    def _value(self) -> Value | None:
        """A value that the employer has stated, those in play first, each in turn."""
        if self.brief.company.values_from == "role":
            return None
        values = self.brief.company.values_in_play or self.brief.company.values
        return min(values, key=lambda value: self.values.count(value.id), default=None)


def _offers(interviewer: str, kind: Kind, brief: Brief, knowledge: Knowledge) -> list[list[_Offer]]:
    """Questions for an interviewer, in tiers: the employer's own, the trade's, those for everyone, the frames."""
    company = knowledge.companies.get(brief.company.id or "")
    own = [
        _Offer(entry.q, entry.why, brief.company.id or "", "company")
        for entry in (company.asks if company is not None else ())
        if entry.interviewer == interviewer
        and entry.kind == kind
        and (not entry.families or brief.posting.family in entry.families)
    ]
    said = (*brief.posting.process, *(fact for fact in brief.posting.about if tells_why(fact.text)))
    told = [tuple(token.base for token in tokens(fact.text)) for fact in said]
    packed = [
        entry
        for entry in knowledge.asks
        if entry.interviewer == interviewer
        and entry.kind == kind
        # To ask what the posting says is to say that one has not read it.
        and not any(holds_run(run, words) for run in told for words in entry.unless)
    ]
    trade = [_Offer(entry.q, entry.why, f"asks-{interviewer}") for entry in packed if brief.posting.family in entry.families]
    everyone = [_Offer(entry.q, entry.why, f"asks-{interviewer}") for entry in packed if not entry.families]
    frame = f"asks-{interviewer}-{kind}"
    reasons = knowledge.frames[f"asks-why-{interviewer}"].texts
    last = [_Offer(text, why, frame) for text in knowledge.frames[frame].texts for why in reasons]
    # Role-specific questions that quote the posting are closer to the job than those that only fit the trade.
    if kind == "role" and interviewer == "executive":
        # Seen from so far above, a single duty is a strange thing to ask about.
        wider = [offer for offer in (*trade, *everyone) if "{requirement}" not in offer.q]
        return [own, wider, trade, everyone, last]
    if kind == "role":
        quoting = [offer for offer in (*trade, *everyone) if "{requirement}" in offer.q]
        return [own, quoting, trade, everyone, last]
    return [own, trade, everyone, last]


def _special(brief: Brief, knowledge: Knowledge, chooser: _Chooser) -> Interviewer | None:
    """The interviewer whom only this employer has, with two questions."""
    special = brief.company.special_interviewer
    company = knowledge.companies.get(brief.company.id or "")
    if special is None or company is None or company.special_interviewer is None:
        return None
    entries = company.special_interviewer.asks
    asks: list[Ask] = []
    for kind in ("company", "role"):
        tier = [_Offer(entry.q, entry.why, company.id, "company") for entry in entries if entry.kind == kind]
        others = [_Offer(entry.q, entry.why, company.id, "company") for entry in entries]
        asks.append(chooser.ask(special.id, kind, [tier, others]))
    return Interviewer(id=special.id, label=f"For the {special.label}", focus=special.focus, asks=tuple(asks))


def _guidance(name: str, knowledge: Knowledge, pen: Pen) -> tuple[Line, ...]:
    return tuple(pen.role(text, entry=name, at=f"{name}-{index}") for index, text in enumerate(knowledge.guidance[name].lines))
