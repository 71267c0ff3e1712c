"""The artifact of `pitch`: section 4, the candidate's story in thirty seconds and in two minutes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.provenance import Frozen, Line, Prose

WORDS_A_MINUTE = 150
"""Speaking rate behind every spoken time in the playbook."""


class Beat(Frozen):
    """One of the four beats of the short pitch."""

    name: Literal["hook", "proof", "bridge", "close"]
    prose: Prose
    why: Line


class Passage(Frozen):
    """One of the four parts of the long pitch."""

    name: Literal["past", "present", "pivot", "future"]
    prose: Prose


class Answer(Frozen):
    """An answer to a predictable question, and what it connects."""

    prose: Prose
    tip: Line


class Pitch(Frozen):
    """Section 4."""

    thirty_seconds: tuple[Beat, ...] = Field(min_length=4, max_length=4)
    two_minutes: tuple[Passage, ...] = Field(min_length=4, max_length=4)
    why_company: Answer
    why_role: Answer
    do: tuple[Line, ...] = Field(min_length=3, max_length=3)
    dont: tuple[Line, ...] = Field(min_length=3, max_length=3)

    @property
    def thirty_seconds_words(self) -> int:
        """Words of the short pitch as spoken."""
        return sum(len(beat.prose.text.split()) for beat in self.thirty_seconds)

    @property
    def two_minutes_words(self) -> int:
        """Words of the long pitch as spoken."""
        return sum(len(passage.prose.text.split()) for passage in self.two_minutes)
