"""The artifact of `bridge_gaps`: section 7, scripts for awkward questions."""

from __future__ import annotations

from pydantic import Field

from playbook.artifacts.matching import Status
from playbook.provenance import Frozen, Line, Prose


class GapRow(Frozen):
    """A row of the gap table."""

    requirement: str
    said: Line
    evidence: Line
    status: Status


class Bridge(Frozen):
    """A script for one gap."""

    number: int = Field(ge=1, le=3)
    title: str
    requirement: str | None
    about: Line
    """The requirement, or the sentence that names what may come up."""
    why: Prose
    script: Prose
    verify: tuple[Line, ...] = Field(min_length=3, max_length=3)
    practice_prompt: Line


class Step(Frozen):
    """A named step of a framework."""

    name: str
    line: Line


class Curveball(Frozen):
    """A question that is meant to unsettle."""

    id: str
    question: Line
    why: Line
    framework: tuple[Line, ...] = Field(min_length=4, max_length=4)
    warning: Line


class Scripts(Frozen):
    """Section 7."""

    table: tuple[GapRow, ...]
    bridges: tuple[Bridge, ...] = Field(max_length=3)
    recovery: tuple[Step, ...] = Field(min_length=4, max_length=4)
    avoid: tuple[Line, ...]
    phrases: tuple[Line, ...]
    curveballs: tuple[Curveball, ...] = Field(min_length=3, max_length=3)
    graceful_bridge: Prose
