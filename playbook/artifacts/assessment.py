"""The artifact of `assess`: sections 1 (snapshot) and 2 (where you stand)."""

from __future__ import annotations

from pydantic import Field

from playbook.provenance import Frozen, Line, Link, Prose


class ContentsRow(Frozen):
    """A row of the table of sections."""

    number: int = Field(ge=2, le=10)
    title: str
    takeaway: Line


class Snapshot(Frozen):
    """Section 1."""

    strongest: Prose
    first_fix: Prose
    contents: tuple[ContentsRow, ...] = Field(min_length=9, max_length=9)
    thirty_minutes: tuple[Line, ...] = Field(min_length=4, max_length=4)
    two_hours: tuple[Line, ...] = Field(min_length=5, max_length=5)


class Point(Frozen):
    """A strength, a gap or a mistake: a heading and a paragraph."""

    title: str
    paragraph: Prose
    requirement: str | None = None
    link: Link | None = None
    """For a gap: where the playbook answers it."""


class Standing(Frozen):
    """Section 2; the numbers stand in `Fit`."""

    summary: Prose
    skills: Line
    experience: Line
    culture: Line
    strengths: tuple[Point, ...] = Field(max_length=3)
    gaps: tuple[Point, ...] = Field(max_length=3)
    priority: tuple[Line, ...] = Field(min_length=3, max_length=3)


class Assessment(Frozen):
    """Sections 1 and 2."""

    snapshot: Snapshot
    standing: Standing
