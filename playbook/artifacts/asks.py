"""The artifact of `ask_back`: section 8, questions for each interviewer."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.provenance import Frozen, Line, Prose


class Ask(Frozen):
    """A question to ask, and why it works."""

    kind: Literal["standard", "company", "role"]
    question: Line
    why: Line


class Interviewer(Frozen):
    """One of the people across the table."""

    id: str
    """`recruiter`, `hiring-manager`, `peer`, `executive`, or the company's special interviewer."""
    label: str
    focus: Line
    asks: tuple[Ask, ...] = Field(min_length=2, max_length=3)


class Asks(Frozen):
    """Section 8."""

    intro: Prose
    interviewers: tuple[Interviewer, ...] = Field(min_length=4, max_length=5)
    hurts: tuple[Line, ...]
    make_your_own: tuple[Line, ...]
