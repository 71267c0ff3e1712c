"""Title and employer that stand beside each other without a comma, a dash or a column between them.

What separators part is for `playbook.reading.header_pieces`.
"""

from __future__ import annotations

import re

from playbook.reading.header_places import COMMA, DASH
from playbook.reading.rows import Slice
from playbook.reading.titles import ends_in_title, title_weight
from playbook.reading.vocabulary import organisation_weight

_BEHIND_REMARK = re.compile(r"(?<=\))\s+(?=[A-ZÀ-Ý])")
"""Behind a firm's remark, before a title: "Harrow Hill Services (West) Fitter"."""
_PARTED = re.compile(r"[()/–—:;|]|\s-\s|\.\s")
_BLANK = re.compile(r"\s+(?=[A-ZÀ-Ý])")
_ENDS_AS_HOUSE = re.compile(
    r"\b(?:hospitals?|university|college|trust|council|inc|llc|llp|ltd|limited|plc|gmbh|corp|corporation|pty|"
    r"medical cent(?:er|re))\.?$",
    re.IGNORECASE,
)
"""How the name of an employer ends that no title has behind its head."""
_NAME = 3
"""Words of the shortest name that is told from a department: "Harrow General Hospital", but not "Group Trust"."""


def firm_first(piece: Slice) -> tuple[Slice, Slice] | None:
    """Title and employer of "Harrow Hill Services (West) Fitter – presses"."""
    halves = piece.split(_BEHIND_REMARK)
    if len(halves) != 2 or not organisation_weight(halves[0].text) or title_weight(halves[0].text):  # noqa: PLR2004  firm and title
        return None
    return (halves[1], halves[0]) if title_weight(halves[1].split(DASH)[0].text) == 2 else None  # noqa: PLR2004  a title by its head


def title_first(piece: Slice) -> tuple[Slice, Slice] | None:
    """Title and employer of "Press Officer Harrow General Hospital, Leeds": a title holds no house, so a name does."""
    first = next(iter(piece.split(COMMA)), None)
    if first is None or _PARTED.search(first.text) or not _ENDS_AS_HOUSE.search(first.text):
        return None
    for match in _BLANK.finditer(first.text):
        title, name = first.cut(0, match.start()), first.cut(match.end())
        if ends_in_title(title.text) and len(name.text.split()) >= _NAME and not title_weight(name.text):
            return title, name.to(piece)
    return None
