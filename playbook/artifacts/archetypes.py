"""The artifact of `choose_archetypes`: which kind of accomplishment each bullet is.

`Signs` are what a kind is chosen by. What a story of a kind says is in the packs.
"""

from __future__ import annotations

from pydantic import Field

from playbook.provenance import Frozen

NEUTRAL = "delivery"
"""The kind whose frames fit every bullet."""


class Signs(Frozen):
    """A bullet, as its kind is chosen: what the cues of the packs found, and its words without their forms."""

    text: str = ""
    """The bullet, for whoever reads; nothing is learned from it."""
    rule: str
    """The kind by rule, an id of the packs."""
    verb_class: str = ""
    """Of the verb that it opens with, as the packs class it."""
    cues: dict[str, float] = Field(default_factory=dict)
    """Kinds for which the most speaks, with how much; never more than a few."""
    stems: tuple[str, ...] = ()
    """Stems of its content words, without numbers, by the alphabet."""


class Archetypes(Frozen):
    """The kind of each bullet."""

    kinds: dict[str, str] = Field(default_factory=dict)
    """Id of the bullet to id of the kind."""

    def of(self, highlight_id: str) -> str:
        """The kind of a bullet; the neutral one where none was chosen."""
        return self.kinds.get(highlight_id, NEUTRAL)
