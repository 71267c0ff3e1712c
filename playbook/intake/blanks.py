"""Runs of two blanks in a line, which may part two columns or be a slip of the hand.

Longer runs always part columns: they are for `playbook.intake.glyphs`.
"""

from __future__ import annotations

import re

from playbook.intake.glyphs import bullet
from playbook.reading.titles import title_weight

_TWO_BLANKS = re.compile(r"(?<=\S) {2,}(?=\S)")
_LONGEST = 6
"""Words of a title that has a column of its own."""


def in_columns(text: str) -> str:
    """A line with a tab for its only run of two blanks, where a title stands on one side: "Cook  Harrow Inn, Leeds"."""
    halves = _TWO_BLANKS.split(text)
    if len(halves) != 2 or bullet(text) is not None or "\t" in text:  # noqa: PLR2004  one gap
        return text
    is_title = [title_weight(half) == 2 and len(half.split()) <= _LONGEST for half in halves]  # noqa: PLR2004  a title by its head
    is_headed = halves[0][-1:].isalnum() or halves[0].endswith(")")
    return "\t".join(halves) if any(is_title) and is_headed and not halves[1][:1].islower() else text
