"""A trade: everything that differs between trades and is not a question or a skill."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.artifacts.posting import Level
from playbook.artifacts.questions import QuestionType
from playbook.knowledge.schema.advice import AdviceEntry, PriorityEntry
from playbook.knowledge.schema.employers import ValueEntry
from playbook.knowledge.schema.texts import CaseText, Id
from playbook.provenance import Frozen


class PhaseEntry(Frozen):
    """Thirty days of a plan: approach and understanding, never results."""

    aim: CaseText
    first: tuple[CaseText, ...] = Field(min_length=3)
    """Lines below the phase's first heading, in order of weight."""
    second: tuple[CaseText, ...] = Field(min_length=2)
    milestone: CaseText


class PlanEntry(Frozen):
    """The ninety days of those who work at a level at which the trade's usual plan is another's."""

    learn: PhaseEntry
    build: PhaseEntry
    own: PhaseEntry


class Nouns(Frozen):
    """The family's own words, in lower case and ready for the middle of a sentence."""

    field: str
    """`nursing`, `software engineering`; for the general family `your field`."""
    people: str
    """Whom the work serves: `patients`, `customers`, `guests`, `students`."""
    team: str
    """`unit`, `team`, `kitchen`, `department`."""
    work: str
    """What is delivered: `care`, `code`, `deals`, `service`."""


Interviewing = Literal["recruiter", "hiring-manager", "peer", "executive"]


class InterviewerEntry(Frozen):
    """Who takes a kind of interview in this trade, and what that person listens for."""

    who: str
    """As it reads after "commonly": `the nurse manager of the unit`."""
    focus: CaseText
    """What this interviewer listens for, in one or two sentences."""


class BranchEntry(Frozen):
    """A line of work inside a trade that is asked other types of questions, such as running systems beside writing them."""

    titles: tuple[str, ...] = Field(min_length=1)
    """Words of a title that name it."""
    mix: dict[QuestionType, int]
    """Twelve in all, at every level."""


class FamilyEntry(Frozen):
    """A trade: everything that differs between trades and is not a question or a skill."""

    id: Id
    name: str
    nouns: Nouns
    titles: tuple[str, ...] = ()
    """Job titles, or the words of titles, that belong to the family; the longest match wins."""
    neighbours: tuple[Id, ...] = ()
    """Families whose years count as relevant."""
    values: tuple[ValueEntry, ...] = Field(min_length=5)
    """Typical for the field; used, and labelled so, where the employer's are unknown."""
    process: tuple[CaseText, ...] = Field(min_length=2)
    """What interviews commonly look like."""
    culture: tuple[CaseText, ...] = Field(min_length=1)
    unique: tuple[CaseText, ...] = Field(min_length=1)
    """What is different about interviews in this trade."""
    mixes: dict[Level, dict[QuestionType, int]]
    """Question mix by level; twelve in all. A level that is missing takes the nearest below."""
    branches: tuple[BranchEntry, ...] = ()
    """Lines of work inside the trade that are interviewed otherwise, the first that the title names."""
    success: dict[Level, tuple[CaseText, ...]]
    """What success looks like, two or three sentences; a level that is missing takes the nearest below."""
    why: tuple[CaseText, ...] = Field(min_length=3)
    """Why such a role exists: a paragraph of two or three sentences each."""
    pain: tuple[CaseText, ...] = Field(min_length=3)
    hidden: tuple[PriorityEntry, ...] = Field(min_length=5)
    mistakes: tuple[AdviceEntry, ...] = Field(min_length=5)
    advice: tuple[AdviceEntry, ...] = Field(min_length=6)
    """What it means for the interview; `title` is the key phrase."""
    remember: tuple[CaseText, ...] = Field(min_length=5)
    learn: PhaseEntry
    build: PhaseEntry
    own: PhaseEntry
    plans: dict[Level, PlanEntry] = Field(default_factory=dict)
    """Plans in place of the three phases, by the lowest level that each is for: who leads is no newcomer at the bench."""
    selling_points: tuple[CaseText, ...] = ()
    interviewers: dict[Interviewing, InterviewerEntry] = Field(default_factory=dict)
    """Who commonly sits there, by kind of interviewer; one that is missing is described for every trade."""
