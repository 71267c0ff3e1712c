"""The grade and the years that stand among the facts at the top of a posting: "Grade: NHS AfC: Band 6", "Experience: 8-12 yrs".

Grades of public scales only: one that an employer made up says nothing to others. The level by the title and by the lines of
a posting is for `playbook.reading.levels`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from playbook.artifacts.posting import Level
from playbook.reading.asked_years import years_in
from playbook.reading.rows import Row

_CELLS = re.compile(r"\t|\s[|·•]\s")
_FACTS = 25
"""Rows at the top among which facts are looked for."""
_LONG = 12
"""Words of the longest fact; more are a sentence, which may speak of another's grade."""
_SCALES: tuple[tuple[re.Pattern[str], Mapping[str, Level]], ...] = (
    (
        # Agenda for Change. Band 5 is a newly qualified professional or one of many years: the lines decide.
        re.compile(
            r"(?:^|[(:,-]\s*|\b(?:afc|nhs|agenda for change|grade|salary|pay)\s*:?\s*)"
            r"band (?P<grade>[1-46-9])[a-d]?\b",
            re.IGNORECASE,
        ),
        {"1": "entry", "2": "entry", "3": "entry", "4": "entry", "6": "mid", "7": "senior", "8": "lead", "9": "executive"},
    ),
    (
        re.compile(r"\bGS-?\s?(?P<grade>[4-9]|1[0-5])\b"),
        {
            "4": "entry",
            "5": "entry",
            "6": "entry",
            "7": "mid",
            "8": "mid",
            "9": "mid",
            "10": "mid",
            "11": "mid",
            "12": "senior",
            "13": "senior",
            "14": "lead",
            "15": "lead",
        },
    ),
    (
        # Clerical and managerial grades of the Irish public service.
        re.compile(r"\b[Gg]rade (?P<grade>III|IV|VI{0,3})\b(?!\s*(?:teacher|class|student))"),
        {"iii": "entry", "iv": "mid", "v": "mid", "vi": "senior", "vii": "senior", "viii": "lead"},
    ),
)
_EXPERIENCE = re.compile(
    r"(?:(?:work|total|relevant|required|minimum|years of) )?exp(?:erience|\.)?(?: required| level)?\s*:", re.IGNORECASE
)


def grade_in(rows: Sequence[Row]) -> Level | None:
    """The level of the grade among the facts at the top."""
    for text in _facts(rows):
        for pattern, levels in _SCALES:
            match = pattern.search(text)
            if match is not None:
                return levels[match["grade"].lower()]
    return None


def years_at_top(rows: Sequence[Row]) -> float | None:
    """The years of experience that a fact at the top asks for; the lower end of a range."""
    return next((years for text in _facts(rows) if _EXPERIENCE.match(text) and (years := years_in(text))), None)


def _facts(rows: Sequence[Row]) -> list[str]:
    cells = [cell.text for row in rows[:_FACTS] if not row.is_bullet for cell in row.body.split(_CELLS)]
    return [cell for cell in cells if len(cell.split()) <= _LONG]
