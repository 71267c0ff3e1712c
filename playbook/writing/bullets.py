"""The bullets of a case, handed out so that none is worn out: which one comes nearest to a topic, a competency, a line.

What a bullet is worth is for `playbook.matching`, how it is put into a clause for `playbook.writing.clauses`; here
stands only who gets which.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from playbook.knowledge.recall import recalled
from playbook.writing.clauses import read_clause
from playbook.writing.figures import result_figure
from playbook.writing.restatements import articled
from playbook.writing.terms import skills_in, stemmed

if TYPE_CHECKING:
    from collections.abc import Collection, Container

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.resume import Highlight
    from playbook.knowledge.packs import Knowledge
    from playbook.writing.clauses import Clause

SMALL_WORDS = frozenset(
    {
        *("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "per", "the", "to", "with"),
        *("experience", "ability", "strong", "years", "year", "work", "working", "using", "team", "skills", "including"),
        *("somebody", "someone", "when", "where", "which", "while", "who", "whom", "whose"),
    },
)
"""Words that two lines may share without being about the same thing."""


class Bullets:
    """The bullets of one case, for one section."""

    def __init__(self, brief: Brief, knowledge: Knowledge, *, most: int = 2) -> None:
        """No bullet is handed out more than `most` times."""
        self._brief = brief
        self._knowledge = knowledge
        self._most = most
        self._used: Counter[str] = Counter()
        self._skills = {highlight.id: skills_in(highlight.text, knowledge) for highlight in brief.resume.highlights}
        self._worth = {worth.highlight: worth for worth in brief.matching.highlights}
        self._best = max((worth.worth for worth in brief.matching.highlights), default=0.0) or 1.0

    def take(self, highlight: Highlight) -> Highlight:
        """`highlight`, counted as used once more."""
        self._used[highlight.id] += 1
        return highlight

    def used(self, highlight_id: str) -> int:
        """How often a bullet has been taken."""
        return self._used[highlight_id]

    def is_free(self, highlight_id: str) -> bool:
        """Whether a bullet may be taken once more."""
        return self._used[highlight_id] < self._most

    def best(self, *, without: Container[str] = ()) -> Highlight | None:
        """The bullet of most worth that is used least."""
        free = [
            highlight
            for highlight in self._brief.resume.highlights
            if highlight.id not in without and self.is_free(highlight.id)
        ]
        return max(free, key=lambda highlight: (-self._used[highlight.id], self.worth(highlight.id)), default=None)

    def nearest(
        self,
        *,
        skills: Collection[str] = (),
        competencies: Collection[str] = (),
        text: str = "",
        without: Container[str] = (),
        told: Container[str] = (),
    ) -> Highlight | None:
        """The free bullet that shares most with what is asked, rather one in `told`; `None` where none shares anything."""
        scored = [
            (
                nearness - 2.0 * self._used[highlight.id] + 0.5 * self.worth(highlight.id) + (highlight.id in told),
                -index,
                highlight,
            )
            for index, highlight in enumerate(self._brief.resume.highlights)
            if highlight.id not in without
            and self.is_free(highlight.id)
            and (nearness := self.nearness(highlight.id, skills=skills, competencies=competencies, text=text)) >= 1
        ]
        return max(scored, key=lambda row: row[:2])[2] if scored else None

    def nearness(
        self,
        highlight_id: str,
        *,
        skills: Collection[str] = (),
        competencies: Collection[str] = (),
        text: str = "",
    ) -> float:
        """How much a bullet shares with skills, competencies and words; under 1 it is about something else."""
        shared = len(self._skills[highlight_id].intersection(skills))
        worth = self._worth.get(highlight_id)
        shown = worth.competencies[:4] if worth is not None else ()
        rank = min((shown.index(name) for name in competencies if name in shown), default=None)
        points = 2.0 * min(shared, 2) + (2.0 - 0.4 * rank if rank is not None else 0.0)
        if text:
            points += 0.5 * len(content(text) & content(self._brief.resume.highlight(highlight_id).text))
        return points

    def worth(self, highlight_id: str) -> float:
        """The worth of a bullet from 0 to 1."""
        found = self._worth.get(highlight_id)
        return found.worth / self._best if found is not None else 0.0

    def shares(self, highlight_id: str, skills: Collection[str]) -> bool:
        """Whether a bullet names one of `skills`."""
        return not self._skills[highlight_id].isdisjoint(skills)

    def clause(self, highlight: Highlight) -> Clause:
        """The bullet as a clause."""
        return read_clause(highlight, self._knowledge)

    def employer(self, highlight: Highlight) -> str:
        """Where the bullet was earned; empty where the resume does not say or it is not a job."""
        position = self._brief.resume.position_of(highlight.id)
        return position.employer if position.kind != "project" else ""

    def slots(self, highlight: Highlight) -> dict[str, str]:
        """What the bullet can fill: `bullet`, `employer`, `object`, `metric` (a result), `done`."""
        clause = self.clause(highlight)
        return {
            "bullet": highlight.text.rstrip("."),
            "employer": self.employer(highlight),
            "object": clause.object,
            "metric": result_figure(highlight, clause),
            "done": articled(clause),
        }


@recalled(8192)
def content(text: str) -> frozenset[str]:
    """The stems of the words of `text` that carry meaning."""
    return frozenset(stem for stem in stemmed(text).split() if stem not in _small() and not stem.isdigit() and len(stem) > 1)


@cache
def _small() -> frozenset[str]:
    return frozenset(stem for word in SMALL_WORDS for stem in stemmed(word).split())
