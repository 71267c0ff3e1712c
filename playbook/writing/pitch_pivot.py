"""Which sentence turns the pitch of two minutes from what was to what is wanted: by where somebody stands today.

The sentences are those of the packs; how the pitch is put together is for `pitch_long`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playbook.writing.graduates import is_graduate
from playbook.writing.partings import has_employer_to_leave

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief


def pivot_frame(brief: Brief) -> str:
    """The frame of the turn: nobody who has left, or whose leaving is known, speaks for a present employer to hear."""
    if brief.matching.changes_career:
        return "pitch-pivot-changer"
    if is_graduate(brief):
        return "pitch-pivot-graduate"
    return "pitch-pivot" if has_employer_to_leave(brief) else "pitch-pivot-leaving"
