"""Codes and marks of a specification: "E1 Line management", "1.2 Keep the register", "Experience of audit (D)".

Both are off the line, so that no code is taken for something that is asked; a mark says what the line is. Marks in a column of
their own are for `playbook.reading.posting_cells`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from playbook.artifacts.posting import RequirementKind
from playbook.reading.rows import Row

_CODE = re.compile(r"(?P<series>[A-Z]{1,2}[.-]?|\d{1,2}\.)(?P<number>\d{1,2})[.):]?\s+(?=\S)")
_MARK = re.compile(
    r"\s*(?:[(\[](?P<kind>E|D|(?i:essential|desirable))(?:\s*[,;/&-]\s*[A-Z])*[)\]]|(?:\s[-–—]|,)\s(?P<said>Essential|Desirable))"
    r"(?:\s*[(\[][A-Z](?:\s*[,/&]\s*[A-Z])*[)\]])?\.?$"
)
"""Behind it may stand how it is judged, by application or at interview: "(E) (A/I)"."""
_KINDS: Mapping[str, RequirementKind] = {"e": "required", "d": "preferred"}
_FEWEST = 4
"""Coded rows that make a specification: "B1 German" and "B2 French" are levels of a language."""
_MARKED = 3
"""Marked rows, likewise: one "(E)" may be a class of licence."""
_HEADING = 4
"""Words of the longest heading that bears a mark."""
_WORDS = {True: 4, False: 2}
"""Words behind a code; fewer behind a number are a heading ("1.1 Main duties")."""


def uncoded(rows: Sequence[Row]) -> tuple[tuple[Row, ...], dict[int, RequirementKind]]:
    """The rows without their codes and marks, each such row a bullet; and what the marks say, by where the row begins."""
    codes = _codes(rows)
    letters = {code["series"][:1] for code in codes.values()}
    marks = {
        number: mark
        for number, row in enumerate(rows)
        # "Qualifications (Essential)" heads the criteria, and is none.
        if (row.is_bullet or number in codes or len(row.text.split()) > _HEADING)
        and "\t" not in row.text
        and (mark := _MARK.search(row.text))
    }
    if len(marks) < _MARKED:
        marks = {}
    kinds: dict[int, RequirementKind] = {}
    bare: list[Row] = []
    for number, row in enumerate(rows):
        code, mark = codes.get(number), marks.get(number)
        said = (mark["kind"] or mark["said"]) if mark else None
        if said is None and code is not None and {"E", "D"} <= letters:
            said = code["series"]
        body = row.body.cut(code.end() if code else 0, mark.start() if mark else None)
        if body and said and said[0].lower() in _KINDS:
            kinds[body.start] = _KINDS[said[0].lower()]
        is_bullet = row.is_bullet or (bool(body) and (code or mark) is not None)
        bare.append(replace(row, body=body or row.body, is_bullet=is_bullet))
    return tuple(bare), kinds


def _codes(rows: Sequence[Row]) -> dict[int, re.Match[str]]:
    """The codes that count: each series begins with one and goes on."""
    series: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for number, row in enumerate(rows):
        code = _CODE.match(row.text)
        if code is not None and len(row.text.split()) > _WORDS[code["series"][0].isdigit()]:
            series[code["series"]].append((number, code))
    found = {
        number: code
        for coded in series.values()
        if [int(code["number"]) for _, code in coded[:2]] == [1, 2]
        for number, code in coded
    }
    return found if len(found) >= _FEWEST else {}
