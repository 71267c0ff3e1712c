"""Questions: those of the bank, those that unsettle, and those that a candidate asks back."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from playbook.artifacts.posting import Level
from playbook.artifacts.questions import QuestionType
from playbook.knowledge.schema.texts import CaseText, Id, QuestionText, Sentence
from playbook.provenance import Frozen


class Rubric(Frozen):
    """One line of a rubric."""

    h: str
    t: QuestionText


class BankQuestion(Frozen):
    """A question of the bank. Technical claims in it are true: wrong is worse than absent."""

    id: Id
    families: tuple[Id, ...] = ()
    """Empty for questions of every trade."""
    levels: tuple[Level, ...] = ()
    """Empty for every level."""
    type: QuestionType
    competency: Id | None = None
    topics: tuple[Id, ...] = ()
    """Skills that a posting or resume must name for this question to fit; empty for a question that always fits."""
    anti: tuple[str, ...] = ()
    """Words of a bullet about which the question is not asked: whom one won over for an investigation is confidential."""
    q: QuestionText
    tests: QuestionText
    """What they're really asking: two or three sentences."""
    great: tuple[Rubric, ...] = Field(min_length=4, max_length=4)
    red: tuple[Rubric, ...] = Field(min_length=4, max_length=4)
    prep: QuestionText
    practice: QuestionText
    source: str | None = Field(None, pattern=r"^https://")
    """Where a rule, standard or law that the entry names can be read."""
    checked: date | None = None
    """When it was read there."""


Situation = Literal[
    "employed", "employment-gap", "last-job-ended", "degree-unfinished", "short-of-years", "far-above-years",
    "left-military", "leads-after-military", "short-contracts", "from-abroad", "from-university",
]  # fmt: skip
"""What may be true of a case: it has a job, a hole between two, a last one that was cut or short, a degree left, and so on."""


class CurveballEntry(Frozen):
    """A question that is meant to unsettle."""

    id: Id
    q: Sentence
    why: CaseText
    framework: tuple[Sentence, ...] = Field(min_length=4, max_length=4)
    warning: CaseText
    brief: Sentence
    """The framework in two sentences, for the cheat sheet."""
    when: Situation | None = None
    """What has to be true of the case for the question to be asked: "I see a gap in your resume" presumes one."""
    families: tuple[Id, ...] = ()
    """Trades in which it is asked, where it is not asked in all: only those who estimate are asked to guess a number."""
    competencies: tuple[Id, ...] = ()
    """What it tests; a question of section 6 on the same competency excludes it where another is to be had."""


class AskEntry(Frozen):
    """A question for an interviewer, and why it works."""

    interviewer: Id
    kind: Literal["standard", "company", "role"]
    families: tuple[Id, ...] = ()
    unless: tuple[str, ...] = ()
    """Words of what a posting says of its process, or of why the post is open, that answer the question.

    It is not asked where they stand there.
    """
    q: QuestionText
    why: QuestionText
