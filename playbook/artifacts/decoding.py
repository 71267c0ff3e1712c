"""The artifact of `decode`: section 3, what they actually want."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.artifacts.assessment import Point
from playbook.provenance import Frozen, Line, Prose


class DecodedRow(Frozen):
    """What they said, what they mean, how the candidate shows it."""

    said: Line
    """A whole clause of the posting, verbatim."""
    means: Prose
    you_show: Prose
    values: tuple[str, ...] = ()
    """Names of the company values that the row is about."""


class HiddenPriority(Frozen):
    """Something that the posting or the company reveals without saying it."""

    title: str
    tag: Literal["job", "company", "role"]
    paragraph: Prose


class Decoding(Frozen):
    """Section 3; the company's values and facts stand in `Company`."""

    rows: tuple[DecodedRow, ...] = Field(max_length=5)
    why: tuple[Prose, ...] = Field(min_length=2, max_length=2)
    pain: Prose
    values_note: Line
    success: Prose
    hidden: tuple[HiddenPriority, ...] = Field(min_length=3, max_length=3)
    mistakes: tuple[Point, ...] = Field(min_length=3, max_length=3)
    means_for_you: tuple[Line, ...] = Field(min_length=5, max_length=5)
