"""Kinds of accomplishment, and how a story about one goes."""

from __future__ import annotations

from pydantic import Field

from playbook.knowledge.schema.texts import Id, StoryText
from playbook.provenance import Frozen


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
    situation: tuple[StoryText, ...] = Field(min_length=4)
    task: tuple[StoryText, ...] = Field(min_length=4)
    action: tuple[StoryText, ...] = Field(min_length=4)
    """What follows the bullet's own words; the first sentence of an action is always the bullet's."""
    result: tuple[StoryText, ...] = Field(min_length=3)
    """What follows the bullet's own result."""
    before_you_use: tuple[StoryText, ...] = Field(min_length=4)
    follow_ups: tuple[FollowUpEntry, ...] = Field(min_length=4)
