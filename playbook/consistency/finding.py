"""What a rule of consistency is handed, and what it returns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from playbook.provenance import Line, lines_of

if TYPE_CHECKING:
    from playbook.artifacts.playbook import Playbook

Finding = tuple[int, list[str]]
"""How many things were looked at, and what was found."""


@dataclass(frozen=True)
class Whole:
    """A playbook with its lines, walked once for all rules."""

    playbook: Playbook

    @cached_property
    def sections(self) -> dict[str, tuple[tuple[str, Line], ...]]:
        """Section to its lines with their pointers, in document order."""
        return {name: tuple(lines_of(value, f"/{name}")) for name, value in self.playbook.sections.items()}

    @cached_property
    def lines(self) -> tuple[tuple[str, Line], ...]:
        """Every line with its pointer."""
        return tuple(pair for pairs in self.sections.values() for pair in pairs)


def is_quote(line: Line) -> bool:
    """Whether the line is a source's own words."""
    return line.text in {source.quote for source in line.sources}
