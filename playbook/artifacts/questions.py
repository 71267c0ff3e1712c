"""The artifact of `generate_questions`: section 6, twelve likely questions with rubrics."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.provenance import Frozen, Line, Prose

QuestionType = Literal[
    "coding",
    "system_design",
    "technical",
    "operational",
    "behavioural",
    "situational",
    "case",
    "clinical_scenario",
    "role_play",
    "portfolio",
    "presentation",
]


class Mark(Frozen):
    """One line of a rubric: what to look for, and what it looks like."""

    head: str
    line: Line


class Question(Frozen):
    """A likely question and how to meet it."""

    number: int = Field(ge=1, le=12)
    id: str
    """Id in the question bank."""
    type: QuestionType
    question: Line
    from_job: Line | None = None
    """The line of the posting that it comes from."""
    really_asking: Prose
    great: tuple[Mark, ...] = Field(min_length=4, max_length=4)
    red_flags: tuple[Mark, ...] = Field(min_length=4, max_length=4)
    prep: Prose
    stories: tuple[int, ...] = ()
    practice_prompt: Line


class Questions(Frozen):
    """Section 6."""

    distribution: dict[str, int]
    source: Line
    """Where the distribution comes from."""
    how: tuple[Line, ...]
    questions: tuple[Question, ...] = Field(max_length=12)
