"""Which questions of the bank a candidate should prepare: the choice, not the wording.

The plan says how many of each type. A question is a candidate if the case can fill its texts and names its topics;
among candidates, those come first that speak of this resume and this posting, and no two ask the same thing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from rapidfuzz import fuzz

from playbook.artifacts.posting import Level
from playbook.knowledge.template import slots_of
from playbook.matching import careers
from playbook.writing.bullets import Bullets, content
from playbook.writing.jurisdiction import fits_country
from playbook.writing.question_bank import every_slot, questions_of
from playbook.writing.question_lines import ABOUT_PEOPLE, PostingLines
from playbook.writing.relevance import has_cue
from playbook.writing.story_strength import was_measured
from playbook.writing.subjects import Subjects
from playbook.writing.terms import resume_text, skills_in

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.company import Value
    from playbook.artifacts.posting import Requirement
    from playbook.artifacts.resume import Highlight
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import BankQuestion
    from playbook.writing.pen import Pen

_ALIKE = 62
"""Similarity above which two questions ask the same thing."""
_ASKS_MEASURE = re.compile(r"\b(?:was|is) (?:that|it|this) measured\b|\bdid you measure\b|\bthat (?:figure|number)\b")
"""Of a bullet that states no figure of a result nobody can say how it was measured."""
_PERSONAL = frozenset({"bullet", "employer", "object", "metric"})
_LEVELS: tuple[str, ...] = get_args(Level)
_FARTHEST = 2
"""Levels by which a posting may lie above those of a question for it to fit still."""
_ANNOUNCED = 3.0
"""What it counts that the posting itself says that such a thing will be asked for."""
_IN_TITLE = 4.0
"""What it counts that a question is about what the posting's own title names, and about nothing else."""
_AHEAD = 1
"""Levels by which a question may lie above the posting: a shift is not asked what a board decides."""


@dataclass(frozen=True)
class Chosen:
    """A question of the bank with what the case fills it with."""

    question: BankQuestion
    highlight: Highlight | None = None
    requirement: Requirement | None = None
    value: Value | None = None
    quotes_requirement: bool = False


@dataclass
class _State:
    chosen: list[Chosen] = field(default_factory=list)
    competencies: Counter[str] = field(default_factory=Counter)
    topics: Counter[str] = field(default_factory=Counter)
    lines: Counter[str] = field(default_factory=Counter)
    figures: int = 0
    """Questions about a figure of the resume: a second one sounds like the first."""
    closed: set[str] = field(default_factory=set)
    """Questions of the bank that are chosen, or sound like one that is."""


class Chooser:
    """Chooses for one case."""

    def __init__(self, brief: Brief, knowledge: Knowledge, pen: Pen, *, told: frozenset[str]) -> None:
        """`told` are the bullets that have a story: a question about one of them can be prepared."""
        self.brief = brief
        self.knowledge = knowledge
        self.bullets = Bullets(brief, knowledge)
        self._told = told
        self._lines = PostingLines(brief, knowledge)
        self._named = self._lines.skills | skills_in(resume_text(brief.resume), knowledge)
        self._titled = skills_in(brief.posting.title, knowledge)
        self._weights = self._competency_weights()
        # Looked through as it was written: to spell a whole bank anew for the few that are read costs more than the choice.
        bank = questions_of(brief.posting.family, knowledge.names)
        fitting = (knowledge.questions[question.id] for question in bank if self._fits(question))
        self._fitting = pen.order(fitting, seed="questions", key=lambda question: question.id)
        self.subjects = Subjects(self._fitting, knowledge)
        self._close = self._closeness()
        self.announced = self._told_of_in_process()
        """Tasks of which the posting itself tells."""
        self._elsewhere = {
            highlight.id
            for position in brief.resume.work
            if careers.is_of_another_trade(position, brief.posting, knowledge)
            for highlight in position.highlights
        }
        """What was done in other trades: nobody asks which technical habit a developer brings from a coffee shop."""
        self._sorted = {question.id: " ".join(sorted(question.q.split())) for question in self._fitting}
        self._slots = {question.id: every_slot(knowledge.names.questions[question.id]) for question in self._fitting}
        self._rank = {question.id: index for index, question in enumerate(self._fitting)}

    def choose(self) -> list[Chosen]:
        """The questions in the order of the page: types alternate, and their counts follow the plan as far as it goes."""
        plan = {name: count for name, count in self.brief.company.mix.counts.items() if count > 0}
        left = Counter(plan)
        state = _State()
        while left.total():
            for name in plan:
                if left[name] and (found := self._best(name, state)) is not None:
                    self._take(found, state)
                    left[name] -= 1
                elif left[name]:
                    # The bank has no more of this type for the case: give the place to a type that has.
                    short, left[name] = left[name], 0
                    for _ in range(short):
                        if (other := self._instead(plan, state)) is None:
                            break
                        self._take(other, state)
        return _spread(state.chosen, list(plan))

    def _instead(self, plan: dict[str, int], state: _State) -> Chosen | None:
        for name in (*plan, "behavioural", "situational"):
            if (found := self._best(name, state)) is not None:
                return found
        return None

    def _take(self, found: Chosen, state: _State) -> None:
        state.chosen.append(found)
        heard = self._sorted[found.question.id]
        state.closed |= {name for name, words in self._sorted.items() if fuzz.ratio(words, heard, score_cutoff=_ALIKE)}
        state.competencies[_subject(found.question)] += 1
        state.topics.update(found.question.topics)
        state.figures += "metric" in slots_of(found.question.q)
        if found.highlight is not None:
            self.bullets.take(found.highlight)
        if found.requirement is not None:
            state.lines[found.requirement.id] += 1

    def _best(self, name: str, state: _State) -> Chosen | None:
        open_questions = [question for question in self._fitting if question.type == name and question.id not in state.closed]
        filled = [found for question in open_questions if (found := self._filled(question, state)) is not None]
        if name in ABOUT_PEOPLE:
            filled = [found for found in filled if not state.competencies[_subject(found.question)]] or filled
        return max(filled, key=lambda found: self._score(found, state), default=None)

    def _score(self, found: Chosen, state: _State) -> float:
        question = found.question
        slots = slots_of(question.q)
        points = (
            4.0 * ("bullet" in slots)
            + 2.0 * bool(slots & _PERSONAL)
            + (3.0 if question.type in ABOUT_PEOPLE else 1.0) * ("requirement" in slots)
            + 3.0 * ("value" in slots)
        )
        points += 1.5 * (found.requirement is not None) + min(0.7 * self._close[question.id], 2.8)
        points += (1.0 if question.type in ABOUT_PEOPLE else 3.0) * bool(question.families)
        points += _ANNOUNCED * (question.id in self.announced)
        points += min(sum(1.5 if topic in self._lines.asked else 0.5 for topic in question.topics if topic in self._named), 3.0)
        points += _IN_TITLE * len(self._titled.intersection(question.topics)) / max(len(question.topics), 1)
        if question.topics and question.type not in ABOUT_PEOPLE and self._lines.asked.isdisjoint(question.topics):
            points -= 2.0  # a task from the trade that the candidate comes from
        weight = self._weights.get(question.competency or "", 0.0)
        points += (5.0 if question.type in ABOUT_PEOPLE else 1.0) * weight
        points -= 4.0 * (self.bullets.used(found.highlight.id) if found.highlight is not None else 0)
        # Topics are alternatives: a question that fits by many is not the more like those that were chosen.
        points -= 1.5 * max((state.topics[topic] for topic in question.topics if topic in self._named), default=0)
        points -= (2.0 if question.type in ABOUT_PEOPLE else 0.7) * state.competencies[_subject(question)]
        points -= 1.5 * _distance(question, self.brief.posting.level)
        return points - self._rank[question.id] / 1000

    def _fits(self, question: BankQuestion) -> bool:
        """Whether level, topics and the country of its law are those of the case."""
        if question.topics and self._named.isdisjoint(question.topics):
            return False
        return _is_near(question, self.brief.posting.level) and fits_country(question.q, self.brief.posting, self.knowledge)

    def _filled(self, question: BankQuestion, state: _State) -> Chosen | None:
        """The question with its fillings; `None` where the case lacks one."""
        slots = self._slots[question.id]
        if ("story" in slots and not self._told) or ("metric" in slots and state.figures):
            return None
        highlight = None
        if slots & _PERSONAL:
            highlight = self._evidence(question, slots & _PERSONAL)
            if highlight is None:
                return None
        value = None
        if "value" in slots:
            value = self._value(question)
            if value is None:
                return None
        quotes = "requirement" in slots
        requirement = (
            self._lines.quotable(question, state.lines) if quotes else self._lines.source(question, state.lines, self.subjects)
        )
        if quotes and requirement is None:
            return None
        return Chosen(question, highlight, requirement, value, quotes_requirement=quotes)

    def _evidence(self, question: BankQuestion, slots: frozenset[str]) -> Highlight | None:
        """A bullet that the question can be asked about: it shares a topic, or shows the competency."""
        skills = question.topics
        competencies = () if question.topics or question.competency is None else (question.competency,)
        without = {
            highlight.id
            for highlight in self.brief.resume.highlights
            if any(has_cue(highlight.text, word) for word in question.anti)
        }
        if "employer" in slots and question.families and question.type not in ABOUT_PEOPLE:
            without |= self._elsewhere
        if "bullet" in slots and _ASKS_MEASURE.search(question.q):
            read = self.bullets.clause
            without |= {one.id for one in self.brief.resume.highlights if not was_measured(one, read(one))}
        while (
            highlight := self.bullets.nearest(skills=skills, competencies=competencies, without=without, told=self._told)
        ) is not None:
            filling = self.bullets.slots(highlight)
            if all(filling[slot] for slot in slots):
                return highlight
            without.add(highlight.id)
        return None

    def _value(self, question: BankQuestion) -> Value | None:
        """A value in play that the question tests; only values that the employer itself has stated."""
        if self.brief.company.values_from == "role":
            return None
        values = (value for value in self.brief.company.values_in_play if question.competency in value.competencies)
        return next(values, None)

    def _told_of_in_process(self) -> frozenset[str]:
        """The tasks of which the posting says that they are part of the interviews: "territory plan presentation to panel"."""
        told = content(" ".join(fact.text for fact in self.brief.posting.process))
        tasks = (question for question in self._fitting if question.type not in {"behavioural", "situational"})
        both = {question.id: told & content(f"{question.q} {question.tests}") for question in tasks}
        return frozenset(name for name, stems in both.items() if len(stems) > 1 and any(map(self.subjects.tells, stems)))

    def _closeness(self) -> dict[str, int]:
        """How many words that few questions have does each share with the resume and the posting."""
        words = {question.id: content(question.q) for question in self._fitting}
        brief = self.brief
        lines = (line.text for line in brief.posting.requirements)
        case = content(" ".join((*lines, *(highlight.text for highlight in brief.resume.highlights))))
        return {name: sum(self.subjects.is_rare(stem) for stem in stems & case) for name, stems in words.items()}

    def _competency_weights(self) -> dict[str, float]:
        """How much the case asks for each competency, from 0 to 1: values in play first, then the posting's lines."""
        weights: Counter[str] = Counter()
        for value in self.brief.company.values_in_play:
            for rank, name in enumerate(value.competencies):
                weights[name] += 2 if rank == 0 else 1
        weights.update(self._lines.competencies())
        top = max(weights.values(), default=1)
        return {name: count / top for name, count in weights.items()}


def _subject(question: BankQuestion) -> str:
    """The competency that a question is about; one that is tested by a task leaves it open for a question about people."""
    return f"{'people' if question.type in ABOUT_PEOPLE else 'task'}:{question.competency}"


def _is_near(question: BankQuestion, level: str) -> bool:
    """Whether a question is asked at a level or close to it; further down than further up."""
    at = _LEVELS.index(level)
    asked = [_LEVELS.index(known) for known in question.levels]
    return not asked or (min(asked) - _AHEAD <= at <= max(asked) + _FARTHEST)


def _distance(question: BankQuestion, level: str) -> int:
    """Levels between the question and the posting; 0 for a question of every level."""
    if not question.levels:
        return 0
    return min(abs(_LEVELS.index(known) - _LEVELS.index(level)) for known in question.levels)


def _spread(chosen: list[Chosen], types: list[str]) -> list[Chosen]:
    """The questions with each type spread evenly over the page."""
    totals = Counter(found.question.type for found in chosen)
    seen: Counter[str] = Counter()
    places: list[tuple[float, int, int, Chosen]] = []
    for index, found in enumerate(chosen):
        name = found.question.type
        place = (seen[name] + 0.5) / totals[name]
        seen[name] += 1
        places.append((place, types.index(name) if name in types else len(types), index, found))
    return [row[3] for row in sorted(places, key=lambda row: row[:3])]
