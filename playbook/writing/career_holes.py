"""Whether a resume has a hole between two jobs, told from its dates; what to do about one is for `curveballs`.

To see a hole where there is none is an accusation, so that everything is read in the candidate's favour: a year without a
month is a whole one, study counts as well as work, and a year that a line of the resume tells of is not empty.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.resume import Resume, TimeOff

HOLE = 6
"""Months from which on nobody takes it for a change of jobs."""
LONG = 12
"""Months from which on an interviewer is sure to ask."""
_RECENT = 120
"""Months after which nobody asks any more."""
_STUDY = 24
"""Months before its end that a course without a beginning is taken to have lasted."""
_SEASON = 3
"""Months between beginning and end from which on a course fills the time; a short one within a leave parts it into no two."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BREAK = re.compile(
    r"\b(?:career|family) break\b|\bsabbatical\b|\b(?:parental|maternity|paternity|adoption|carer\W?s) leave\b|\bcaring for\b"
    r"|\bfull[- ]time (?:parent|carer|caregiver|care of)\b|\bstay[- ]at[- ]home\b|\bbetween jobs\b",
    re.IGNORECASE,
)


def longest_hole(brief: Brief) -> int:
    """Months of the longest hole that somebody may still ask about; 0 without one, or where the dates do not tell."""
    return _longest(brief)[0]


def time_off_told(brief: Brief) -> TimeOff | None:
    """What the resume itself says of the longest hole, in words that can be said again; a leave without an end lasts."""
    months, begin = _longest(brief)
    today = 12 * brief.on.year + brief.on.month
    for one in brief.resume.time_off:
        start, end = _month(one.start_date, first=True), _month(one.end_date, first=False) or today
        if months and start is not None and one.reason is not None:
            overlap = min(end, begin + months) - max(start, begin + 1) + 1
            if 2 * overlap >= months:
                return one
    return None


def _longest(brief: Brief) -> tuple[int, int]:
    """The months of the longest hole, and the month before it."""
    resume, today = brief.resume, 12 * brief.on.year + brief.on.month
    worked = [
        (
            _month(position.start_date, first=True),
            today if position.is_current else _month(position.end_date, first=False),
        )
        for position in resume.work
    ]
    if not worked or any(start is None or end is None for start, end in worked):
        return 0, 0
    studied = [(_month(course.start_date, first=True), _month(course.end_date, first=False)) for course in resume.education]
    spans = [(start, end) for start, end in worked if start is not None and end is not None]
    begun = min(start for start, _ in spans)
    spans += [
        (start if start is not None else end - _STUDY, end)
        for start, end in studied
        if end is not None and (start is None or end - start >= _SEASON)
    ]
    told = set(_told(resume))
    longest = reach = before = 0
    for (_, end), (start, _) in pairwise([*sorted(spans), (today, today)]):
        reach = max(reach, end)
        years = set(range(-(-reach // 12), (start - 13) // 12 + 1))  # those that lie in it from January to December
        if start - reach > HOLE and start > begun and today - start < _RECENT and not years & told:
            longest, before = max((longest, before), (start - reach - 1, reach))
    return longest, before


def _told(resume: Resume) -> Iterator[int]:
    """The years that lines of the resume tell of: what a position did in them was not read as a job of its own."""
    for position in resume.positions:
        facts = [highlight.fact for highlight in position.highlights]
        facts += [fact for fact in (position.summary, position.name, position.position) if fact is not None]
        for fact in facts:
            if not _BREAK.search(fact.text):
                yield from map(int, _YEAR.findall(fact.text))


def _month(text: str | None, *, first: bool) -> int | None:
    """Months since year 0; of a year alone its first or its last month."""
    if not text:
        return None
    year, _, month = text.partition("-")
    return 12 * int(year) + (int(month[:2]) if month else 1 if first else 12)
