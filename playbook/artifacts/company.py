"""The artifact of `profile_company`: what is known of the employer, and from where.

A profile comes from a pack (each fact with its source and date), or from the posting's own words, or, where the
posting says nothing of values, from what is typical for the field and labelled so.
"""

from __future__ import annotations

from typing import Literal

from playbook.provenance import Frozen, Line, Prose


class Value(Frozen):
    """One of the employer's values."""

    id: str
    name: str
    statement: Line
    """The value in the employer's words; the source says where they stand."""
    competencies: tuple[str, ...] = ()
    """Ids of the packs' competencies that show it."""
    in_play: bool = False
    """Whether this posting draws on it."""


class SpecialInterviewer(Frozen):
    """An interviewer whom only this employer has, such as Amazon's Bar Raiser."""

    id: str
    label: str
    focus: Line


class QuestionMix(Frozen):
    """How many questions of each type to expect, and who says so."""

    counts: dict[str, int]
    """Question type to count; twelve in all, in the order in which the types are usually met."""
    origin: Line


class Company(Frozen):
    """What the playbook says of the employer."""

    id: str | None = None
    """Id of the pack; `None` without one."""
    name: str
    profiled: bool
    """Whether a pack knows this employer."""
    values_from: Literal["company", "job", "role"]
    """Whose words the values are: the employer's profile, the posting, or the field's."""
    values_label: str
    """What the employer calls them: "Leadership Principles"; "Values" where nothing is known."""
    values: tuple[Value, ...]
    process: Prose
    """What the interviews look like."""
    culture: Prose
    unique: Prose
    """The one thing that is different about this interview."""
    facts: tuple[Line, ...] = ()
    """Sourced, dated, unexpired facts that a pitch may use."""
    special_interviewer: SpecialInterviewer | None = None
    mix: QuestionMix

    @property
    def values_in_play(self) -> tuple[Value, ...]:
        """The values that this posting draws on."""
        return tuple(value for value in self.values if value.in_play)
