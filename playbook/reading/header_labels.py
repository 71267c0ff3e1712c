"""Headers that are filled in like a form: each row, or each cell of it, says what it is.

How other headers are told apart is for `playbook.reading.header_pieces`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from playbook.reading.dates import find_ranges
from playbook.reading.rows import Row, Slice

_LABELLED = re.compile(
    r"^(?:(?P<title>job title|position(?: held)?|post(?: held)?|occupation(?: or position held)?|(?:current )?designation|"
    r"title|(?:job )?role|cargo|função|puesto|poste|"
    r"fonction|stelle|"
    r"tätigkeit als)|(?P<employer>employer|company(?: name)?|organi[sz]ation(?: name)?|client|"
    r"name (?:and address )?of employer|empresa|empleador|"
    r"empregador|employeur|"
    r"entreprise|arbeitgeber|firma)|(?P<place>location|place|local|lugar|lieu|ort|cidade|ciudad)|(?P<dates>dates?|period|"
    r"tenure|from|período|periodo|"
    r"période|zeitraum|duration))\s*[:：]\s*",
    re.IGNORECASE,
)
_CELLS = re.compile(r"\s*\t\s*|\s+\|\s+")
_RANGE_ALONE = 0.7
"""Share of a phrase from which on dates are all that it says."""


def said_in(rows: Sequence[Row]) -> tuple[dict[str, Slice], frozenset[int]]:
    """What the rows of a form say of title, employer and place, and the numbers of the rows that say nothing else."""
    said: dict[str, Slice] = {}
    whole: set[int] = set()
    for number, row in enumerate(rows):
        cells = row.body.split(_CELLS)
        if sum(_kind(cell.text) is not None for cell in cells) < 2:  # noqa: PLR2004  one label: the row is its value
            cells = [row.body]
        for cell in cells:
            kind = _kind(cell.text)
            if kind is None or kind == "dates":
                continue
            said.setdefault(kind, value_of(cell))
            if len(cells) == 1:
                whole.add(number)
    return {kind: value for kind, value in said.items() if value}, frozenset(whole)


def is_label(text: str) -> bool:
    """Whether a piece is a cell of a form, with its value or without it."""
    return _LABELLED.match(text) is not None or _LABELLED.match(f"{text}:") is not None


def has_label(row: Row) -> bool:
    """Whether a row opens like one of a form."""
    return _kind(row.text) is not None


def value_of(cell: Slice) -> Slice:
    """What stands behind the label."""
    match = _LABELLED.match(cell.text)
    return cell.cut(match.end() if match else 0)


def names_nothing(piece: Slice) -> bool:
    """Whether a piece can be neither title nor employer: a label, or dates."""
    dated = sum(one.to - one.at for one in find_ranges(piece.text))
    return _LABELLED.match(piece.text) is not None or dated >= _RANGE_ALONE * len(piece.text)


def _kind(text: str) -> str | None:
    match = _LABELLED.match(text)
    return match.lastgroup if match else None
