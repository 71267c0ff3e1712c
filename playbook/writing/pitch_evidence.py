"""The bullets that a pitch speaks of: which come first, and how each is said in one sentence.

A sentence is made of one bullet and never of two. What a bullet is worth is for `playbook.matching`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playbook.writing.clauses import read_clause
from playbook.writing.pitch_posting import SHOWN
from playbook.writing.spoken_deeds import still
from playbook.writing.story_strength import tells_event

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.resume import Highlight, Position
    from playbook.knowledge.packs import Knowledge
    from playbook.provenance import Fact
    from playbook.writing.clauses import Clause

MOST_USES = 2
"""How often one bullet may be spoken of in the section."""

_PARTED = re.compile(
    r"\b(?:made redundant|laid off|let go|lay-?offs?|redundanc(?:y|ies)|furlough\w*|dismissed)\b", re.IGNORECASE
)
"""How somebody left, or had others leave: true, and nothing to open an interview with."""
_OUTCOME = 0.5
_SHARE = 0.2
_EVENT = 0.3
"""What it is worth to tell what happened once and what came of it."""
_UNSAYABLE = 1.5
_NAMELESS = 0.6
"""What it costs to say that something was done and not to what: "deployed 9 months"."""
_DULL = 0.25
"""What it costs to have neither a figure nor a result."""
_BESIDE = 0.7
"""What it costs to answer no line of the posting: a waste that was cut in a shop, before those who want a developer."""
_SIGNS = re.compile(r"\s(?:[>+=→]|->|=>|v\.?|x)\s|\b(?:YTD|QoQ|YoY|MoM|LFL)\b|\S\s/\s\S")
_SIGNED = 0.5
"""What it costs to hold signs that nobody can say: "1.9s > 420ms", "+6.4% YTD v. region"."""
_RECENT, _LONG_AGO, _YEAR_AGO = 2, 10, 0.04
"""Years that count as now, the most that are counted beyond them, and what each of them costs."""
_DOUBT = re.compile(r"\w\?(?=[\s,;)]|$)")
"""A question mark in a resume: a thing to look up, and not to say."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_IN_TIME = re.compile(
    r"(?<=[\d%]),? (?:in|over|within|during) (?:the (?:first|last|past) )?(?:\d+|[a-z]+)(?: [a-z]+)? "
    r"(?:days|weeks|months|quarters|years)$"
)
"""How long a change took, behind its last figure: the listener who asks is told."""
_LONG = 34
_NAME = 6
"""Words of a project that is named in passing; more are a description of it."""


@dataclass(frozen=True)
class Evidence:
    """A bullet, ready to be said."""

    highlight: Highlight
    position: Position
    said: str
    """One sentence after "I"; `""` for a bullet without a verb."""
    title: str
    weight: float
    shorter: str = ""
    """The same in fewer words, where it can be said so."""

    @property
    def employer(self) -> str:
        """Where it was; `""` where the resume does not say."""
        return self.position.employer

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What a sentence about it rests on."""
        return tuple(fact for fact in (self.highlight.fact, self.position.name) if fact is not None)

    @property
    def slots(self) -> dict[str, str]:
        """Fillings of the frames."""
        return {
            "employer": self.employer if self.position.kind != "project" or len(self.employer.split()) <= _NAME else "",
            "said": still(self.said) if self.position.is_current else self.said,
            "bullet": self.highlight.text.rstrip("."),
            "title": self.title,
        }


class EvidenceStore:
    """Hands bullets out, best first, and none more than twice."""

    def __init__(self, brief: Brief, knowledge: Knowledge) -> None:
        """Reads every bullet of the case once."""
        asked = frozenset(
            item.highlight for match in brief.matching.requirements for item in match.evidence if item.strength >= SHOWN
        )
        best = max((worth.worth for worth in brief.matching.highlights), default=0.0) or 1.0
        self._all = sorted(
            (
                _evidence(brief, worth.highlight, worth.worth / best - _BESIDE * (worth.highlight not in asked), knowledge)
                for worth in brief.matching.highlights
            ),
            key=lambda one: -one.weight,
        )
        self._used: Counter[str] = Counter()
        self._requirements = {match.requirement: match for match in brief.matching.requirements}
        self._values = {match.value: match for match in brief.matching.values}

    def ranked(self, *, longest: int = 99) -> list[Evidence]:
        """Bullets that can be said in `longest` words, least used and best first."""
        free = [one for one in self._all if self._used[one.highlight.id] < MOST_USES and len(one.said.split()) <= longest]
        return sorted(free, key=lambda one: self._used[one.highlight.id])

    def of_requirement(self, requirement: str) -> Evidence | None:
        """The least used bullet that is evidence for the requirement."""
        match = self._requirements.get(requirement)
        return self._first(item.highlight for item in match.evidence if item.strength >= SHOWN) if match else None

    def worded(self, requirement: str) -> Evidence | None:
        """The best evidence for the requirement that has no verb, and can only be quoted."""
        match = self._requirements.get(requirement)
        ids = [item.highlight for item in match.evidence if item.strength >= SHOWN] if match else []
        found = [one for one in self._all if one.highlight.id in ids and not one.said and not is_unsayable(one.highlight.text)]
        return min(found, key=lambda one: ids.index(one.highlight.id), default=None)

    def of_value(self, value: str) -> Evidence | None:
        """The least used bullet that shows the value."""
        match = self._values.get(value)
        return self._first(item.highlight for item in match.evidence if item.strength >= SHOWN) if match else None

    def use(self, one: Evidence) -> Evidence:
        """`one`, counted."""
        self._used[one.highlight.id] += 1
        return one

    def uses(self, one: Evidence) -> int:
        """How often it has been spoken of."""
        return self._used[one.highlight.id]

    def _first(self, ids: Iterable[str | None]) -> Evidence | None:
        wanted = list(ids)
        found = [one for one in self.ranked(longest=_LONG + 6) if one.highlight.id in wanted and one.said]
        return min(found, key=lambda one: (self.uses(one), wanted.index(one.highlight.id)), default=None)


def is_unsayable(text: str) -> bool:
    """Whether a bullet tells of a parting or doubts itself, so that it is neither said nor quoted."""
    return bool(_PARTED.search(text) or _DOUBT.search(text))


def _evidence(brief: Brief, highlight_id: str, worth: float, knowledge: Knowledge) -> Evidence:
    """The bullet weighed by outcome: a result that can be counted is what a listener keeps."""
    highlight = brief.resume.highlight(highlight_id)
    clause = read_clause(highlight, knowledge)
    weight = worth + (_OUTCOME if clause.outcome and any(c.isdigit() for c in clause.outcome) else 0)
    weight += _EVENT if tells_event(highlight.text, clause) else 0
    weight += _SHARE if any(metric.unit in {"%", "$"} or metric.before is not None for metric in highlight.metrics) else 0
    weight -= 0 if clause.said else _UNSAYABLE
    weight -= 0.3 if len(clause.said.split()) > _LONG else 0
    weight -= 0 if clause.object or clause.outcome or clause.title else _NAMELESS
    weight -= 0 if highlight.metrics or clause.outcome else _DULL
    weight -= _SIGNED if _SIGNS.search(clause.said) else 0
    said = "" if is_unsayable(highlight.text) else clause.said
    position = brief.resume.position_of(highlight_id)
    weight -= _YEAR_AGO * _years_ago(position, brief)
    return Evidence(highlight, position, said, clause.title or highlight.text, weight, _shorter(clause) if said else "")


def _years_ago(position: Position, brief: Brief) -> int:
    """Full years since a job ended beyond the first two, up to ten: what is done today speaks first."""
    return min(max(brief.on.year - int(position.end_date[:4]) - _RECENT, 0), _LONG_AGO) if position.end_date else 0


def _shorter(clause: Clause) -> str:
    """The bullet in fewer words, with its outcome and without what stands in brackets or tells how; `""` where that is all."""
    short = _BRACKETS.sub("", clause.said)
    if clause.means and short.endswith(_BRACKETS.sub("", clause.means)):
        short = short.removesuffix(_BRACKETS.sub("", clause.means)).rstrip(" ,")
    if clause.apart:
        deed = re.split(r";|:\s", _BRACKETS.sub("", clause.act))[0].rstrip(" ,")
        short = f"{deed}{clause.joint}{_BRACKETS.sub('', clause.outcome)}"
    short = _IN_TIME.sub("", short)
    return short if len(short.split()) < len(clause.said.split()) else ""
