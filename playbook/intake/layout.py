"""The line as every format hands it to the folding. Geometry stands here; no text is changed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line as it stands in the file, before any folding.

    `left` and `right` are in columns of characters for plain text and in points for a PDF; only their
    proportions are used. A tab inside `text` is a gap that a reader sees as a column.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    is_apart: bool = False
    """Whether empty space stands above it."""
    column: int = 0
    """Lines are joined, and the measure of a full line is taken, within a column only."""
