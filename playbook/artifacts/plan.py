"""The artifact of `plan_90_days`: section 9, the handout. It promises understanding and approach, never results."""

from __future__ import annotations

from pydantic import Field

from playbook.provenance import Frozen, Line, Prose


class Block(Frozen):
    """A headed list of the handout."""

    heading: str
    lines: tuple[Line, ...]
    """In order of weight: the last is the first to go where the page is too small."""


class Phase(Frozen):
    """Thirty days."""

    days: str
    name: str
    aim: Line
    blocks: tuple[Block, ...]
    milestone: Line


class Plan(Frozen):
    """Section 9."""

    why: Prose
    phases: tuple[Phase, ...] = Field(min_length=3, max_length=3)
