"""Which questions of the bank a candidate should prepare: the choice, not the wording.

The plan says how many of each type. A question is a candidate if the case can fill its texts and names its topics;
among candidates, those come first that speak of this resume and this posting, and no two ask the same thing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from rapidfuzz import fuzz

from playbook.artifacts.posting import Level
from playbook.knowledge.template import slots_of
from playbook.writing.bullets import Bullets, content
from playbook.writing.terms import competencies_in, named_in, resume_text, skills_in

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
_PERSONAL = frozenset({"bullet", "employer", "object", "metric"})
_LEVELS: tuple[str, ...] = get_args(Level)
_FARTHEST = 2
"""Levels between a question and the posting, above which it does not fit."""
_LONG = 34
"""Words of a requirement that is too long to be quoted inside a question."""
_ABOUT_PEOPLE = frozenset({"behavioural", "situational", "role_play"})
"""Types in which the competency is what the question is about, and so is asked once."""
_LINE_USES = 2
_KINDS = {"responsibility": 0, "required": 1, "preferred": 2}
_ABOUT_NEWNESS = frozenset({"learning", "adaptability"})
"""Competencies that a question tests with what the candidate has not done yet."""
_RARE = 4
"""Questions that may share a word, for the word to say what they are about."""


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


class Chooser:
    """Chooses for one case."""

    def __init__(self, brief: Brief, knowledge: Knowledge, pen: Pen, *, told: frozenset[str]) -> None:
        """`told` are the bullets that have a story: a question about one of them can be prepared."""
        self.brief = brief
        self.knowledge = knowledge
        self.bullets = Bullets(brief, knowledge)
        self._told = told
        self._lines = {line.id: skills_in(line.text, knowledge) for line in brief.posting.requirements}
        self._named = {line.id: named_in(line.text, knowledge) for line in brief.posting.requirements}
        self._line_competencies = {line.id: competencies_in(line.text, knowledge)[:3] for line in brief.posting.requirements}
        wanted = " ".join((brief.posting.title, *(fact.text for fact in brief.posting.about)))
        self.wanted = skills_in(wanted, knowledge).union(*self._lines.values())
        self.named = self.wanted | skills_in(resume_text(brief.resume), knowledge)
        self._weights = self._competency_weights()
        ordered = pen.order(knowledge.questions.values(), seed="questions", key=lambda question: question.id)
        self._fitting = [question for question in ordered if self._fits(question)]
        self._common = Counter(stem for question in self._fitting for stem in content(question.q))
        self._close = self._closeness()
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
        state.competencies[_subject(found.question)] += 1
        state.topics.update(found.question.topics)
        if found.highlight is not None:
            self.bullets.take(found.highlight)
        if found.requirement is not None:
            state.lines[found.requirement.id] += 1

    def _best(self, name: str, state: _State) -> Chosen | None:
        taken = {chosen.question.id for chosen in state.chosen}
        texts = [chosen.question.q for chosen in state.chosen]
        open_questions = [
            question
            for question in self._fitting
            if question.type == name
            and question.id not in taken
            and not any(fuzz.token_sort_ratio(question.q, text) >= _ALIKE for text in texts)
        ]
        filled = [found for question in open_questions if (found := self._filled(question, state)) is not None]
        if name in _ABOUT_PEOPLE:
            filled = [found for found in filled if not state.competencies[_subject(found.question)]] or filled
        return max(filled, key=lambda found: self._score(found, state), default=None)

    def _score(self, found: Chosen, state: _State) -> float:
        question = found.question
        slots = slots_of(question.q)
        points = (
            4.0 * ("bullet" in slots)
            + 2.0 * bool(slots & _PERSONAL)
            + 3.0 * ("requirement" in slots)
            + 3.0 * ("value" in slots)
        )
        points += 1.5 * (found.requirement is not None) + min(0.7 * self._close[question.id], 2.8)
        points += (1.0 if question.type in _ABOUT_PEOPLE else 3.0) * bool(question.families)
        points += min(sum(1.5 if topic in self.wanted else 0.5 for topic in question.topics if topic in self.named), 3.0)
        weight = self._weights.get(question.competency or "", 0.0)
        points += (5.0 if question.type in _ABOUT_PEOPLE else 2.0) * weight
        points -= 1.5 * sum(state.topics[topic] for topic in question.topics)
        points -= (2.0 if question.type in _ABOUT_PEOPLE else 0.7) * state.competencies[_subject(question)]
        points -= 1.5 * _distance(question, self.brief.posting.level)
        return points - self._rank[question.id] / 1000

    def _fits(self, question: BankQuestion) -> bool:
        """Whether family, level and topics are those of the case."""
        if question.families and self.brief.posting.family not in question.families:
            return False
        if question.topics and self.named.isdisjoint(question.topics):
            return False
        return _distance(question, self.brief.posting.level) <= _FARTHEST

    def _filled(self, question: BankQuestion, state: _State) -> Chosen | None:
        """The question with its fillings; `None` where the case lacks one."""
        texts = (question.q, question.tests, question.prep, question.practice)
        slots = set().union(*map(slots_of, texts), *(slots_of(mark.t) for mark in (*question.great, *question.red)))
        if "story" in slots and not self._told:
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
        requirement = self._quotable(question, state) if "requirement" in slots else self._line(question, state)
        if "requirement" in slots and requirement is None:
            return None
        return Chosen(question, highlight, requirement, value, quotes_requirement="requirement" in slots)

    def _evidence(self, question: BankQuestion, slots: set[str]) -> Highlight | None:
        """A bullet that the question can be asked about: it shares a topic, or shows the competency."""
        skills = question.topics
        competencies = () if question.topics or question.competency is None else (question.competency,)
        without: set[str] = set()
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

    def _line(self, question: BankQuestion, state: _State) -> Requirement | None:
        """The line of the posting that the question visibly comes from: it names its topics, or is about its competency."""
        lines = [
            (-shared, state.lines[line.id], _KINDS[line.kind], index, line)
            for index, line in enumerate(self.brief.posting.requirements)
            if line.years is None and (shared := self._shared(question, line)) > 0 and state.lines[line.id] < _LINE_USES
        ]
        return min(lines, key=lambda row: row[:4])[4] if lines else None

    def _quotable(self, question: BankQuestion, state: _State) -> Requirement | None:
        """A line that is short enough to be quoted inside the question, each once.

        A question about learning quotes what the resume lacks; every other one what it shows.
        """
        wanted = (
            ("gap", "partial", "unknown", "covered")
            if question.competency in _ABOUT_NEWNESS
            else ("covered", "partial", "unknown")
        )
        status = {match.requirement: match.status for match in self.brief.matching.requirements}
        lines = [
            (-self._close_to(question, line), wanted.index(status[line.id]), _KINDS[line.kind], index, line)
            for index, line in enumerate(self.brief.posting.requirements)
            if line.years is None
            and status.get(line.id) in wanted
            and not state.lines[line.id]
            and len(line.text.split()) <= _LONG
            and (not question.topics or self._close_to(question, line))
        ]
        if question.competency in _ABOUT_NEWNESS:
            lines.sort(key=lambda row: row[1])
            return lines[0][4] if lines else None
        return min(lines, key=lambda row: row[:4])[4] if lines else None

    def _shared(self, question: BankQuestion, line: Requirement) -> int:
        """How many topics a line names; without topics, whether its main competency and a word are the question's."""
        if question.topics:
            return len(self._named[line.id].intersection(question.topics))
        if question.competency not in self._line_competencies[line.id][:1]:
            return 0
        return len(
            [stem for stem in content(line.text) & content(f"{question.q} {question.tests}") if self._common[stem] <= _RARE]
        )

    def _close_to(self, question: BankQuestion, line: Requirement) -> int:
        """How well a line fits into a question that quotes it: by topics, else by one of its main competencies."""
        if question.topics:
            return len(self._lines[line.id].intersection(question.topics))
        names = self._line_competencies[line.id]
        return len(names) - names.index(question.competency) if question.competency in names else 0

    def _closeness(self) -> dict[str, int]:
        """How many words that few questions have does each share with the resume and the posting."""
        words = {question.id: content(question.q) for question in self._fitting}
        brief = self.brief
        lines = (line.text for line in brief.posting.requirements)
        case = content(" ".join((*lines, *(highlight.text for highlight in brief.resume.highlights))))
        return {name: sum(self._common[stem] <= _RARE for stem in stems & case) for name, stems in words.items()}

    def _competency_weights(self) -> dict[str, float]:
        """How much the case asks for each competency, from 0 to 1: values in play first, then the posting's lines."""
        weights: Counter[str] = Counter()
        for value in self.brief.company.values_in_play:
            for rank, name in enumerate(value.competencies):
                weights[name] += 2 if rank == 0 else 1
        for names in self._line_competencies.values():
            weights.update(names[:2])
        top = max(weights.values(), default=1)
        return {name: count / top for name, count in weights.items()}


def _subject(question: BankQuestion) -> str:
    """The competency that a question is about; one that is tested by a task leaves it open for a question about people."""
    return f"{'people' if question.type in _ABOUT_PEOPLE else 'task'}:{question.competency}"


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
