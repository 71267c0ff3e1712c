"""The posting as questions see it: what each of its lines names, and which line a question comes from.

A line is shown beside a question only where a reader sees why. Which questions are chosen is for `choose_questions`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from playbook.knowledge.lexicon import lexicon_of
from playbook.reading.reporting_lines import reporting_lines
from playbook.writing.bullets import content
from playbook.writing.gap_sense import asks_of_work
from playbook.writing.gap_words import PEOPLE
from playbook.writing.relevance import is_paper
from playbook.writing.terms import competencies_in, skills_in
from playbook.writing.verb_forms import find

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.matching import Status
    from playbook.artifacts.posting import Requirement
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import BankQuestion
    from playbook.writing.subjects import Subjects

ABOUT_PEOPLE = frozenset({"behavioural", "situational", "role_play"})
"""Types in which the competency is what the question is about, and so is asked once."""
_LONG = 34
"""Words of a line that is too long to be quoted inside a question."""
_OBJECT = 7
"""Words of a line in which what is made is named."""
_USES = 2
"""How often a line may stand beside a question."""
_KINDS = {"responsibility": 0, "required": 1, "preferred": 2}
_LACKED = {"required": 0, "preferred": 1, "responsibility": 2}
"""The order of lines for a question about what the candidate lacks."""
_OF_DOING = re.compile(
    r"calls for exactly this|\bdo that\b|does it yet|problem you are given|that was needed|exactly that\b|how many, how often"
)
"""A question that quotes a line as work; what somebody has is none: "Monday calls for a track record of exceeding quota"."""
_HELD = re.compile(
    r"(?:[\w,/&’'-]+ ){0,4}?(?:experience|expertise|knowledge|understanding|proficiency|proficient|familiarity|familiar|fluency"
    r"|fluent|track record|background|command of|ability|skills?|hands[- ]on|comfortable|willingness|passion|awards?"
    r"|attention to detail|eye for detail|work ethic|attitude)\b"
    r"|(?:advanced|expert|excellent|intermediate|basic) ",
    re.IGNORECASE,
)
_WITH_PEOPLE = re.compile(
    r"(?:recruit|hire|hiring|develop|retain|coach|mentor|lead|manage|motivate|build|train|partner|collaborate|present|communicate)"
    r"(?:,|\s).*\b(?:teams?|staff|people|talent|employees|colleagues|stakeholders|leaders|managers)\b",
    re.IGNORECASE,
)
_OF_COUNTING = re.compile(r"how many, how often")
"""A question that wants the volume of a line, its system and its reviewer: what is done with people has none of these."""
_OF_BUILDING = re.compile(r"nobody here has it|nothing of the kind exists")
"""A question that quotes a line as something that the employer lacks."""
_OF_KNOWING = re.compile(r"do beginners get wrong in it")
"""A question that quotes a line as something that one knows well or badly."""
_MAKING = frozenset({"build", "launch", "improve", "plan"})
"""Classes of the verb that opens a line on something that is yet to be made."""
_AT_HAND = frozenset({"tool", "language"})
_COUNTED = re.compile(r"\b\d+\s?(?:\+|(?:-|–|to)\s?\d+)?\s?years?\b", re.IGNORECASE)
"""Years, even none: "0-2 years" is no occasion to tell of."""
_ABOUT_NEWNESS = frozenset({"learning", "adaptability"})
"""Competencies that a question tests with what the candidate has not done yet."""


class PostingLines:
    """The lines of one posting."""

    def __init__(self, brief: Brief, knowledge: Knowledge) -> None:
        """Looks up every line once."""
        self._knowledge = knowledge
        self._lines = [line for line in brief.posting.requirements if line.years is None]
        every = brief.posting.requirements
        lexicon = lexicon_of(knowledge)
        self._status = {match.requirement: match.status for match in brief.matching.requirements}
        self._formal = {
            line.id
            for line in every
            if any(lexicon.credential(one.id) for one in lexicon.concepts(line.text))
            or is_paper(line, knowledge)
            or _COUNTED.search(line.text)
            or not is_theme(line, self._status.get(line.id, "unknown"))
        }
        """Lines on degrees, registrations, checks, years and conditions: nobody builds these up, or tells of them."""
        kinds = {
            line.id: {skill.kind for one in lexicon.concepts(line.text) if (skill := lexicon.skill(one.id)) is not None}
            for line in every
        }
        self._known = {line for line, named in kinds.items() if named - {"soft"}}
        """Lines that name a tool, a method or a field."""
        self._wanted = {
            line.id
            for line in every
            if not kinds[line.id] & _AT_HAND and line.id in self._known and _is_making(line.text, knowledge)
        }
        """Lines on something to be made: what somebody is, whom they lead and what is in daily use is there already."""
        self._skills = {line.id: skills_in(line.text, knowledge) for line in every}
        self._competencies = {line.id: competencies_in(line.text, knowledge)[:3] for line in every}
        about = " ".join((brief.posting.title, *(fact.text for fact in brief.posting.about)))
        self._shares: dict[str, list[tuple[float, int]]] = {}
        """By question, the lines that it can come from and how much it shares with each: asked anew for every choice."""
        self.skills = skills_in(about, knowledge).union(*self._skills.values())
        """Everything that the posting names."""
        self.asked = skills_in(brief.posting.title, knowledge).union(*self._skills.values()) or self.skills
        """What its title and its lines name: a hotel that has a restaurant, too, is not hiring for it."""

    def competencies(self) -> frozenset[str]:
        """The main competency of each line."""
        return frozenset(name for names in self._competencies.values() for name in names[:1])

    def source(self, question: BankQuestion, used: Counter[str], subjects: Subjects) -> Requirement | None:
        """The line that the question visibly comes from: it names its topics, or is about its competency and shares a word."""
        if (shares := self._shares.get(question.id)) is None:
            every = ((self._shared(question, line, subjects), index) for index, line in enumerate(self._lines))
            shares = self._shares[question.id] = [(shared, index) for shared, index in every if shared > 0]
        lines = [
            (-shared, used[line.id], _KINDS[line.kind], index)
            for shared, index in shares
            if used[(line := self._lines[index]).id] < _USES
        ]
        return self._lines[min(lines)[3]] if lines else None

    def quotable(self, question: BankQuestion, used: Counter[str]) -> Requirement | None:
        """A line that is short enough to be quoted inside the question, each once.

        A question about learning quotes what the resume lacks; every other one what it shows.
        """
        is_new = question.competency in _ABOUT_NEWNESS
        wanted = ("gap", "partial", "unknown", "covered") if is_new else ("covered", "partial", "unknown")
        lines = [
            (
                0 if is_new else -self._fit(question, line),
                wanted.index(self._status[line.id]),
                (_LACKED if is_new else _KINDS)[line.kind],
                index,
                line,
            )
            for index, line in enumerate(self._lines)
            if self._status.get(line.id) in wanted
            and line.id not in self._formal
            and not used[line.id]
            and len(line.text.split()) <= _LONG
            and (not question.topics or self._fit(question, line))
            and not (_OF_DOING.search(question.q) and _HELD.match(line.text))
            and not (_OF_COUNTING.search(question.q) and _WITH_PEOPLE.match(line.text))
            and not (_OF_BUILDING.search(question.q) and line.id not in self._wanted)
            and not (_OF_KNOWING.search(question.q) and line.id not in self._known)
        ]
        return min(lines, key=lambda row: row[:4])[4] if lines else None

    def _shared(self, question: BankQuestion, line: Requirement, subjects: Subjects) -> float:
        """How far a line is about the same thing; without topics, the telling words, if its main competency is the same."""
        if question.topics:
            return subjects.shared(question, line.text) if subjects.is_about(question, line.text) else 0
        if question.type not in ABOUT_PEOPLE or question.competency not in self._competencies[line.id][:1]:
            return 0
        return sum(subjects.tells(stem) for stem in content(line.text) & content(question.q))

    def _fit(self, question: BankQuestion, line: Requirement) -> int:
        """How well a line fits into a question that quotes it: by topics, else by one of its main competencies."""
        if question.topics:
            return len(self._skills[line.id].intersection(question.topics))
        names = self._competencies[line.id]
        return len(names) - names.index(question.competency) if question.competency in names else 0


def is_theme(line: Requirement, status: Status) -> bool:
    """Whether one can talk about the work that a line asks for: of whom somebody reports to there is nothing to tell."""
    return asks_of_work(line, status) and not any(reporting_lines(line.text))


def _is_making(text: str, knowledge: Knowledge) -> bool:
    """Whether a line opens with making something, and not with people: "Build a forecasting process", "Designing tests"."""
    words = text.split()
    found = find(words[0], knowledge) if words else None
    people = PEOPLE.intersection(word.strip(",.;:()").casefold().removesuffix("s") for word in words[1:_OBJECT])
    return found is not None and found.verb.verb_class in _MAKING and not people
