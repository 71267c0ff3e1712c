"""The artifact of `draft_stories`: section 5, stories that rest on one bullet each."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.provenance import Frozen, Line, Prose


class FollowUp(Frozen):
    """A question that a story provokes, and how to meet it."""

    question: Line
    guidance: Line


class Story(Frozen):
    """A STAR story built from one highlight."""

    number: int = Field(ge=1, le=8)
    title: str
    highlight: str
    """Id of the bullet."""
    archetype: str
    competencies: tuple[str, ...] = Field(min_length=1, max_length=2)
    """As printed: the company's values where it has them, else the packs' competencies."""
    anchor: Line
    """The bullet, verbatim."""
    employer: str
    position: str
    use_for: tuple[Line, ...] = Field(min_length=3, max_length=3)
    situation: Prose
    task: Prose
    action: Prose
    result: Prose
    before_you_use: tuple[Line, ...] = Field(min_length=3, max_length=3)
    follow_ups: tuple[FollowUp, ...] = Field(min_length=3, max_length=3)
    marker: Literal["draft", "yours"] = "draft"


class Coverage(Frozen):
    """Which stories show a value; an empty tuple is an honest hole."""

    value: str
    stories: tuple[int, ...] = ()


class StoryBuilder(Frozen):
    """The blank form for a story of one's own."""

    start: Prose
    prompts: dict[str, Line]
    """`situation`, `task`, `action`, `result`."""
    stress_test: Line
    readiness: tuple[Line, ...] = Field(min_length=4, max_length=4)


class Stories(Frozen):
    """Section 5."""

    how: tuple[Line, ...]
    stories: tuple[Story, ...] = Field(max_length=8)
    fewer: Line | None = None
    """Says why there are fewer than eight, where there are."""
    coverage: tuple[Coverage, ...] = ()
    builder: StoryBuilder
