"""Kinds of accomplishment, and how a story about one goes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.knowledge.schema.texts import Id, StoryText
from playbook.provenance import Frozen

Missing = Literal["baseline", "period", "size", "measure", "people", "decision", "obstacle", "aftermath"]
"""Where it stood before; how long it took; how much there was; how it was counted; who took part; what was one's own
choice; what stood in the way; what came of it."""


class Cue(Frozen):
    """Words whose presence speaks for an archetype."""

    any: tuple[str, ...] = Field(min_length=1)
    weight: float = Field(1.0, gt=0, le=5)


class FollowUpEntry(Frozen):
    """A follow-up question and how to meet it."""

    q: StoryText
    guide: StoryText


class Archetype(Frozen):
    """A kind of accomplishment: how such a story goes, and what is usually missing from its bullet.

    Frames are whole sentences in the first person and the past tense; `situation` and `task` say only what is
    plausible for every bullet of the kind, and ask the rest.
    """

    id: Id
    name: str
    cues: tuple[Cue, ...]
    anti: tuple[str, ...] = ()
    verb_classes: tuple[str, ...] = ()
    """Classes of `Verb` that speak for it."""
    competencies: tuple[Id, ...] = Field(min_length=1)
    title: tuple[Literal["deed", "measure", "kind"], ...] = ("deed", "kind")
    """What its story is called, by preference: the bullet's own verb and object, what its number measures, or `name`."""
    missing: tuple[Missing, ...] = ()
    """What bullets of the kind usually leave out, most wanted first."""
    situation: tuple[StoryText, ...] = Field(min_length=4)
    task: tuple[StoryText, ...] = Field(min_length=4)
    action: tuple[StoryText, ...] = Field(min_length=4)
    """What follows the bullet's own words; the first sentence of an action is always the bullet's."""
    result: tuple[StoryText, ...] = Field(min_length=3)
    """What follows the bullet's own result."""
    before_you_use: tuple[StoryText, ...] = Field(min_length=4)
    follow_ups: tuple[FollowUpEntry, ...] = Field(min_length=4)
