"""An employer's profile: what cannot be sourced stays out."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from playbook.artifacts.questions import QuestionType
from playbook.knowledge.schema.advice import AdviceEntry, PriorityEntry
from playbook.knowledge.schema.questions import AskEntry
from playbook.knowledge.schema.texts import CaseText, Id, Sentence
from playbook.provenance import Frozen


class SourcedText(Frozen):
    """A statement about an employer, with where and when it was read, and until when it holds."""

    text: Sentence
    source: str = Field(pattern=r"^https://")
    checked: date
    expires: date | None = None


class ValueEntry(Frozen):
    """A value of an employer, or one that is typical for a field."""

    id: Id
    name: str
    statement: Sentence
    """In the employer's own words, where there is a source."""
    competencies: tuple[Id, ...] = Field(min_length=1)
    cues: tuple[str, ...] = ()
    """Words of a posting that put it in play."""
    probe: CaseText | None = None
    """What an interviewer is after who tests it."""


class SpecialInterviewerEntry(Frozen):
    """An interviewer whom only this employer has."""

    id: Id
    label: str
    focus: SourcedText
    asks: tuple[AskEntry, ...] = Field(min_length=2)


class CompanyEntry(Frozen):
    """An employer's profile. What cannot be sourced stays out."""

    id: Id
    name: str
    names: tuple[str, ...] = ()
    """Other names that postings use."""
    values_label: str = "Values"
    values_source: str = Field(pattern=r"^https://")
    values_checked: date
    values: tuple[ValueEntry, ...] = Field(min_length=3)
    process: tuple[SourcedText, ...] = ()
    """Empty where the employer publishes nothing that could be read: then the trade's is shown, and labelled so."""
    culture: tuple[SourcedText, ...] = ()
    unique: tuple[SourcedText, ...] = ()
    success: tuple[SourcedText, ...] = ()
    facts: tuple[SourcedText, ...] = ()
    mix: dict[Id, dict[QuestionType, int]] = Field(default_factory=dict)
    """Family to counts; twelve in all."""
    mix_source: SourcedText | None = None
    special_interviewer: SpecialInterviewerEntry | None = None
    curveballs: tuple[Id, ...] = ()
    asks: tuple[AskEntry, ...] = ()
    hidden: tuple[PriorityEntry, ...] = ()
    mistakes: tuple[AdviceEntry, ...] = ()
    remember: tuple[Sentence, ...] = ()
