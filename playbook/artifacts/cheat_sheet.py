"""The artifact of `condense`: section 10, the whole playbook on one page."""

from __future__ import annotations

from pydantic import Field

from playbook.provenance import Frozen, Line, Link, Prose


class BankedStory(Frozen):
    """A story by its title, with the prompt that calls for it."""

    story: int
    title: str
    prompt: Line
    link: Link


class Labelled(Frozen):
    """A line below a label, such as `Values` or `Hiring manager`."""

    label: str
    line: Line


class Refresher(Frozen):
    """A question that may come, and the answer in brief."""

    title: str
    prose: Prose


class CheatSheet(Frozen):
    """Section 10. Lists are in order of weight: the last line is the first to go where the page is too small."""

    pitch: Prose
    stories: tuple[BankedStory, ...] = Field(max_length=8)
    know: tuple[Labelled, ...]
    selling_points: tuple[Line, ...]
    gap: Refresher | None
    """The biggest gap; `None` where there is none."""
    curveball: Refresher
    asks: tuple[Labelled, ...]
    remember: tuple[Line, ...]
