"""The artifact of `score`: a fit score that adds up on the page."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.artifacts.matching import Status
from playbook.provenance import Frozen

FitLabel = Literal["strong", "good", "stretch", "long shot"]


class LedgerRow(Frozen):
    """One addend of a sub-score."""

    part: Literal["skills", "experience", "culture"]
    item: str
    """Id of the requirement or value, or `years` or `level`."""
    text: str
    status: Status
    points: float
    most: float
    """What the row would give at its best; a row left out of the score has 0."""


class Fit(Frozen):
    """The score, its parts, and the rows that they are the sums of."""

    overall: int = Field(ge=0, le=100)
    low: int = Field(ge=0, le=100)
    high: int = Field(ge=0, le=100)
    """`low` and `high` differ where requirements could not be judged."""
    label: FitLabel
    skills: int = Field(ge=0, le=100)
    experience: int = Field(ge=0, le=100)
    culture: int = Field(ge=0, le=100)
    weights: dict[str, float]
    ledger: tuple[LedgerRow, ...]
    caps: tuple[str, ...] = ()
    """Why the score was capped, such as a missing mandatory licence; one sentence each."""
    uncapped: int = Field(ge=0, le=100)
    """The weighted sum before caps, so that the page adds up."""
