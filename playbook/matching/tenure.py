"""Years in a title that a line asks for besides years of work: "8+ years in kitchens, at least 2 of them as head chef".

The years of the trade, which a line names first, are for `playbook.matching.rules`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.artifacts.resume import Position
from playbook.knowledge.tokens import is_content, tokens
from playbook.matching import careers
from playbook.matching.evidence import Record
from playbook.matching.rules import Ruling
from playbook.reading.levels import level_of

_IN_TITLE = re.compile(
    r"(?:at least |minimum (?:of )?)?(?P<years>\d+(?:\.\d+)?)\+?\s*(?:or more )?(?:years?|yrs)?"
    r"(?: of (?:them|these|those|which))?"
    r"(?: spent)? (?:as|in the role of) (?:an? |the )?(?P<titles>[^\W\d_][\w '’&/-]*?)"
    r"(?=\s*[.,;:()]|\s*$|\s(?:in|at|with|for|within|on|who|of|preferred|required)\b)",
    re.IGNORECASE,
)
_OR = re.compile(r"\s+or\s+(?:an? )?|\s*/\s*")
_SLACK = 0.25
"""Years by which dates in months may miss a whole number."""


def tenures(text: str, record: Record) -> Iterator[tuple[str, Ruling]]:
    """What a line asks for of years in a title: the titles, and how far the positions have them."""
    for match in _IN_TITLE.finditer(text):
        if re.search(r"\d+(?:\.\d+)?\+?\s*(?:-|–|to|or more|years?|yrs)", text[: match.start()]):
            yield match["titles"], _ruling(float(match["years"]), _OR.split(match["titles"]), record)


def _ruling(asked: float, titles: list[str], record: Record) -> Ruling:
    if not any(position.position for position in record.resume.work):
        return Ruling(None)
    held = tuple(position for position in record.resume.work if any(_is_held(title, position) for title in titles))
    pieces = tuple(piece for piece in record.pieces if piece.kind == "position" and piece.position in held)
    if not held:
        return Ruling(0.0)
    if any(careers.month(position.start_date) is None for position in held):
        return Ruling(None)
    return Ruling(1.0 if careers.years(held, record.resume) + _SLACK >= asked else 0.5, pieces)


def _is_held(title: str, position: Position) -> bool:
    """Whether a position is of that title, or of another that stands no lower: words for the same post are many."""
    if position.position is None:
        return False
    words = {token.base for token in tokens(title) if is_content(token)}
    if words <= {token.base for token in tokens(position.position.text)}:
        return True
    ranks = [careers.LEVELS.index(level_of(one, None)) for one in (title, position.position.text)]
    return ranks[1] >= ranks[0]
