"""Section 9: a one-page plan for the first ninety days, to be left with the interviewer.

It promises understanding and approach, never results. What the candidate has done stands in it as the resume says
it; what the trade does in its first months is the family's; what this job asks is the posting's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from playbook.artifacts.plan import Block, Phase, Plan
from playbook.artifacts.posting import Level
from playbook.writing.bullets import Bullets, content
from playbook.writing.clause_openers import read_opener
from playbook.writing.gap_sense import known_kind
from playbook.writing.gaps import choose_gaps
from playbook.writing.joined_verbs import is_mixed
from playbook.writing.pen import Pen
from playbook.writing.pitch_posting import told_of_post

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.posting import Requirement
    from playbook.artifacts.resume import Highlight
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import FamilyEntry, PhaseEntry, PlanEntry
    from playbook.provenance import Line

DAYS = ("1-30", "31-60", "61-90")
_LEVELS: tuple[Level, ...] = get_args(Level)
_LONG_LINE = 17
"""Words of a line of the posting that is too long for the page."""
_LONG_CLAUSE = 26
"""Words of a bullet that is too long for the page, while shorter ones are left."""
_ELSEWHERE = 1.2
"""What a second employer is worth."""
_PAGE = 315
"""Words that fit one page at a size that can be read."""
_APART = re.compile(r"[,;:]")
_THEIRS = re.compile(r"\b(?:you|your|we|our|us)\b", re.IGNORECASE)
"""Words of the employer that are another's in the mouth of the candidate."""
_LEARNABLE = frozenset({"tool", "method", "domain"})
"""Kinds of gaps that one can learn on the job, and so may name on a page that the employer gets."""


def plan_90_days(brief: Brief, knowledge: Knowledge) -> Plan:
    """Learn, build, own: each with its aim, two short lists and a milestone."""
    pen = Pen("plan", brief, knowledge)
    writer = _Writer(brief, knowledge, pen)
    guidance = knowledge.guidance["plan-why"].lines
    return Plan(
        why=pen.prose(*(pen.role(text, entry="plan-why", at=f"why-{index}") for index, text in enumerate(guidance))),
        phases=_fitted((writer.learn(), writer.build(), writer.own())),
    )


def _fitted(phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
    """The phases without the last lines of their longest lists, until they fit one page."""
    while sum(map(_words, phases)) > _PAGE:
        # The candidate's own work is the last to go: it is what makes the page theirs.
        lists = [
            (len(block.lines) - any(line.provenance == "resume" for line in block.lines), _words(phase), i, j)
            for i, phase in enumerate(phases)
            for j, block in enumerate(phase.blocks)
        ]
        length, _, at, which = max(lists)
        if length <= 1:
            break
        blocks = list(phases[at].blocks)
        blocks[which] = Block(heading=blocks[which].heading, lines=blocks[which].lines[:-1])
        shorter = Phase(
            days=phases[at].days,
            name=phases[at].name,
            aim=phases[at].aim,
            blocks=tuple(blocks),
            milestone=phases[at].milestone,
        )
        phases = (*phases[:at], shorter, *phases[at + 1 :])
    return phases


def _words(phase: Phase) -> int:
    """Words of a phase as they are printed."""
    lines = (phase.aim, phase.milestone, *(line for block in phase.blocks for line in block.lines))
    return sum(len(line.text.split()) for line in lines) + sum(len(block.heading.split()) for block in phase.blocks)


def _of_level(family: FamilyEntry, level: Level) -> FamilyEntry | PlanEntry:
    """The trade's plan of the level, or of the nearest below that has one of its own; else its usual one."""
    below = reversed(_LEVELS[: _LEVELS.index(level) + 1])
    return next((family.plans[name] for name in below if name in family.plans), family)


class _Writer:
    """Words the three phases of one case."""

    def __init__(self, brief: Brief, knowledge: Knowledge, pen: Pen) -> None:
        self.brief = brief
        self.knowledge = knowledge
        self.pen = pen
        self.family = pen.family
        self.plan = _of_level(pen.family, brief.posting.level)
        self.bullets = Bullets(brief, knowledge, most=1)
        self._posting = content(" ".join(line.text for line in brief.posting.requirements))
        self._duties = self._short_duties()

    def learn(self) -> Phase:
        """Days 1-30."""
        background = self._background() or self._family(self.plan.learn.second, 2, "learn:second")
        return self._phase(
            0,
            self.plan.learn,
            Block(
                heading=self._text("plan-heading-understand"),
                lines=(*self._duty("plan-requirement-learn"), *self._family(self.plan.learn.first, 2, "learn:first")),
            ),
            Block(heading=self._text("plan-heading-background"), lines=background),
        )

    def build(self) -> Phase:
        """Days 31-60."""
        gap = self._gap()
        return self._phase(
            1,
            self.plan.build,
            Block(
                heading=self._text("plan-heading-add"),
                lines=(*self._family(self.plan.build.first, 2, "build:first"), *self._duty("plan-requirement-build")),
            ),
            Block(
                heading=self._text("plan-heading-learn"),
                lines=(*gap, *self._family(self.plan.build.second, 2 - len(gap), "build:second")),
            ),
        )

    def own(self) -> Phase:
        """Days 61-90."""
        return self._phase(
            2,
            self.plan.own,
            Block(heading=self._text("plan-heading-carry"), lines=self._family(self.plan.own.first, 2, "own:first")),
            Block(heading=self._text("plan-heading-diagnose"), lines=self._family(self.plan.own.second, 3, "own:second")),
        )

    def _phase(self, index: int, entry: PhaseEntry, *blocks: Block) -> Phase:
        name = ("learn", "build", "own")[index]
        return Phase(
            days=DAYS[index],
            name=self._text(f"plan-{name}"),
            aim=self.pen.role(entry.aim, entry=self.family.id, at=f"{name}:aim"),
            blocks=blocks,
            milestone=self.pen.role(entry.milestone, entry=self.family.id, at=f"{name}:milestone"),
        )

    def _text(self, frame: str) -> str:
        return self.knowledge.frames[frame].texts[0]

    def _family(self, texts: tuple[str, ...], count: int, at: str) -> tuple[Line, ...]:
        """Lines of the trade: those that share words with the posting first, else in their order of weight."""
        ranked = sorted(enumerate(texts), key=lambda pair: (-min(len(content(pair[1]) & self._posting), 2), pair[0]))
        kept = sorted(ranked[:count])
        return tuple(self.pen.role(text, entry=self.family.id, at=f"{at}-{index}") for index, text in kept)

    def _background(self) -> tuple[Line, ...]:
        """The two pieces of work that fit the posting best, in the resume's words, rather from two employers than from one."""
        ranked = [self.brief.resume.highlight(worth.highlight) for worth in self.brief.matching.highlights]
        said = [highlight for highlight in ranked if self.bullets.clause(highlight).done]
        short = [highlight for highlight in said if len(self._clause(highlight).split()) <= _LONG_CLAUSE] or said
        if not short:
            return ()
        first = short[0]
        second = max(short[1:], key=lambda one: self._next_worth(one, first), default=None)
        return tuple(self._done(highlight) for highlight in (first, second) if highlight is not None)

    def _next_worth(self, highlight: Highlight, first: Highlight) -> float:
        """The worth of a second bullet: a little more where it comes from another employer."""
        elsewhere = self.bullets.employer(highlight) != self.bullets.employer(first)
        return self.bullets.worth(highlight.id) * (_ELSEWHERE if elsewhere else 1.0)

    def _clause(self, highlight: Highlight) -> str:
        clause = self.bullets.clause(highlight)
        return clause.act if clause.act and len(clause.done.split()) > _LONG_CLAUSE else clause.done

    def _done(self, highlight: Highlight) -> Line:
        slots = {"done": self._clause(highlight), "employer": self.bullets.employer(highlight)}
        texts = self.knowledge.frames["plan-background"].texts
        text = texts[0] if slots["employer"] else texts[1]
        name = self.brief.resume.position_of(highlight.id).name
        facts = (highlight.fact, name) if name is not None and slots["employer"] else (highlight.fact,)
        return self.pen.resume(text, *facts, at=f"background:{highlight.id}", slots=slots)

    def _duty(self, frame: str) -> tuple[Line, ...]:
        """A line about a duty of the posting, quoted whole, or as a gerund where its grammar is plain."""
        if not self._duties:
            return ()
        duty = self._duties.pop(0)
        doing = self._gerund(duty)
        text = self.knowledge.frames[f"{frame}-doing" if doing else frame].texts[0]
        slots = {"doing": doing, "requirement": duty.text.rstrip(".;,")}
        return (self.pen.job(text, duty.fact, at=f"{frame}:{duty.id}", slots=slots),)

    def _short_duties(self) -> list[Requirement]:
        """Duties that fit the page, weightiest first: those where the resume has something to build on."""
        order = {"covered": 0, "partial": 1, "unknown": 2, "gap": 3}
        duties = [line for line in self.brief.posting.of("responsibility") if len(line.text.split()) <= _LONG_LINE]
        status = {match.requirement: match.status for match in self.brief.matching.requirements}
        told = {line.id for line in duties if told_of_post(line.text, self.knowledge) != line.text}
        # A sentence on the whole post is no duty that a team goes about.
        return sorted(duties, key=lambda line: (line.id in told, order[status.get(line.id, "unknown")]))

    def _gerund(self, duty: Requirement) -> str:
        """The duty as a gerund phrase; `""` where a second clause follows, or a verb that cannot follow into the gerund."""
        text = told_of_post(duty.text.rstrip(".;,"), self.knowledge)
        opener = read_opener(text, self.knowledge)
        if opener is None or opener.passive or _APART.search(opener.rest) or _THEIRS.search(text):
            return ""
        if len(opener.gerund_rest.split()) < len(opener.rest.split()) or is_mixed(opener.gerund_rest, self.knowledge):
            return ""
        return f"{opener.gerund}{opener.gerund_rest}"

    def _gap(self) -> tuple[Line, ...]:
        """The first gap that one can learn on the job, where matching rules it one: half a doubt is no confession."""
        for gap in choose_gaps(self.brief, self.knowledge):
            learnable = known_kind(gap.term, self.knowledge) in _LEARNABLE
            if learnable and gap.requirement is not None and gap.status == "gap":
                term = gap.term[:1].upper() + gap.term[1:]
                fact = self.brief.posting.requirement(gap.requirement).fact
                return (self.pen.job(self._text("plan-gap"), fact, at=f"gap:{gap.requirement}", slots={"gap": term}),)
        return ()
