"""References to sections and scripts, by the names that the frames use for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.provenance import Link

if TYPE_CHECKING:
    from playbook.writing.gaps import Gap

SECTIONS = {
    "standing": 2,
    "decoding": 3,
    "pitch": 4,
    "stories": 5,
    "questions": 6,
    "scripts": 7,
    "asks": 8,
    "plan": 9,
    "sheet": 10,
}
"""Slot of a frame to the number of the section that it stands for."""


def section_links() -> dict[str, Link]:
    """A reference to each section, by its slot."""
    return {slot: Link(target=f"section-{number}", text=f"Section {number}") for slot, number in SECTIONS.items()}


def bridge_link(gap: Gap) -> Link:
    """A reference to the script for a gap."""
    return Link(target=f"bridge-{gap.number}", text=f"Section 7, Bridge {gap.number}")
