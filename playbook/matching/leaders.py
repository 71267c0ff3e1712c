"""Leading those who lead: resumes hardly name it, and count the managers below them instead.

Only what a line says of people; what a part is worth is for `playbook.matching.parts`.
"""

from __future__ import annotations

import re

from playbook.matching.evidence import Piece, Record

_LEADERS = (
    r"(?:managers|directors|supervisors|superintendents|leaders|team leads|leads|foremen|heads|vice presidents|VPs|[A-Z]?GMs)"
)
_ASKED = re.compile(rf"(?:lead|leading|manag\w+|supervis\w+|oversee\w*) (?:other |of )?(?:people )?{_LEADERS}", re.IGNORECASE)
_COUNTED = re.compile(
    rf"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b (?:[\w&/-]+ ){{0,3}}{_LEADERS}\b", re.IGNORECASE
)
"""So many of them: "4 district managers"."""
_LED = re.compile(
    r"\b(?:direct reports?|reports? to me|indirect|led|lead(?:ing)?|manag(?:e|ed|ing)|oversaw|oversee|through)\b", re.IGNORECASE
)


def is_of_leaders(words: str) -> bool:
    """Whether a part asks for leading those who lead others."""
    return bool(_ASKED.fullmatch(words))


def leading_leaders(record: Record) -> tuple[Piece, ...]:
    """The lines that count people who lead others, among those whom the candidate leads."""
    return tuple(
        piece
        for piece in record.pieces
        if piece.kind in {"bullet", "summary"} and _LED.search(piece.fact.text) and _COUNTED.search(piece.fact.text)
    )
