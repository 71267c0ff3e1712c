"""A specification that was a table, and comes with a cell a line: the criterion, below it "Essential", below that "Interview".

The mark is of the line above it, and heads nothing; how a criterion is assessed asks for nothing. Marks on the line itself are
for `playbook.reading.posting_codes`, rows that still are rows for `playbook.reading.posting_cells`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from playbook.artifacts.posting import RequirementKind
from playbook.reading.rows import Row
from playbook.reading.sections import heading_of

_MARK = re.compile(r"(?:essential|desirable|[ED])\.?", re.IGNORECASE)
_KINDS: Mapping[str, RequirementKind] = {"e": "required", "d": "preferred"}
_WAY = (
    r"(?:the )?(?:application(?: form| letter)?|interviews?|(?:\w+ )?test(?:ing)?|(?:\w+ )?(?:exercise|task)|"
    r"assessment(?: centre)?|presentations?|references?|(?:original )?certificates?|cv|cover(?:ing)? letter|"
    r"(?:supporting |personal )?statement|"
    r"documentation|dbs(?: check)?|af|[AIPRTC])"
)
_ASSESSED = re.compile(rf"{_WAY}(?:\s*(?:[/,;&+]|\band\b|\bor\b)\s*{_WAY})*\.?", re.IGNORECASE)
_COLUMN = (
    r"(?:(?:selection )?criteri(?:on|a)|(?:essential|e)(?: or | ?/ ?)(?:desirable|d)|requirements?|attributes?|"
    r"(?:how |where |method of |means of )?(?:it is )?(?:assess(?:ed|ment)|measured|identified|tested)(?: by| through| method)?"
    r"|method)"
)
_COLUMNS = re.compile(rf"{_COLUMN}(?:\s*[/|,]\s*{_COLUMN})*:?", re.IGNORECASE)
"""What the columns were called, on one line or on a line each."""
_FEWEST = 3
"""Marks that make a table; below headings of these names there are one or two."""
_CATEGORY = 5
"""Words of the longest line that only groups the criteria below it."""


def unflattened(rows: Sequence[Row], names: Mapping[str, str]) -> tuple[tuple[Row, ...], dict[int, RequirementKind]]:
    """The rows without marks, ways of assessing and names of columns, each criterion a bullet; and what its mark says of it."""
    marks = [number for number, row in enumerate(rows) if not row.is_bullet and _MARK.fullmatch(row.text)]
    if len(marks) < _FEWEST or not marks[0] or not _is_table(rows, marks) or heading_of(rows[marks[0] - 1], dict(names)):
        return tuple(rows), {}
    kinds: dict[int, RequirementKind] = {}
    criteria: set[int] = set()
    dropped: set[int] = set()
    end = 0
    for mark in marks:
        above = set(_criteria(rows, end, mark))
        kinds |= {rows[number].body.start: _KINDS[rows[mark].text[0].lower()] for number in above}
        if end:  # a line above the first criterion may be the heading of it all
            dropped |= set(range(end, mark)) - above
        criteria |= above
        end = mark + 1
        while end < len(rows) and _ASSESSED.fullmatch(rows[end].text):
            end += 1
        dropped |= set(range(mark, end))
    dropped |= {number for number in range(marks[0]) if _COLUMNS.fullmatch(rows[number].text)}
    return tuple(
        replace(row, is_bullet=True) if number in criteria else row for number, row in enumerate(rows) if number not in dropped
    ), kinds


def _is_table(rows: Sequence[Row], marks: Sequence[int]) -> bool:
    """Whether the marks are cells and no headings: they have their way of assessing below, or the same one stands a line on."""
    assessed = sum(mark + 1 < len(rows) and bool(_ASSESSED.fullmatch(rows[mark + 1].text)) for mark in marks)
    again = sum(two - one == 2 and rows[one].text[0] == rows[two].text[0] for one, two in pairwise(marks))  # noqa: PLR2004  one line between
    return assessed * 2 > len(marks) or again > 1


def _criteria(rows: Sequence[Row], start: int, mark: int) -> Iterator[int]:
    """The lines above a mark that are its criterion: the last, and those above it that are more than a word for the group."""
    yield mark - 1
    if start:
        yield from (
            number
            for number in range(start, mark - 1)
            if len(rows[number].text.split()) > _CATEGORY and not _COLUMNS.fullmatch(rows[number].text)
        )
