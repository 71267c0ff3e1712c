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
    from playbook.artifacts.resume import Education, Resume, TimeOff

HOLE = 6
"""Months from which on nobody takes it for a change of jobs."""
LONG = 12
"""Months from which on an interviewer is sure to ask."""
_RECENT = 120
"""Months after which nobody asks any more."""
_STUDY = 24
"""Months before its end that a study without a beginning is taken to have lasted."""
_STUDIED = re.compile(
    r"\b(?:degree|diploma|dip|bachelor\w*|master\w*|ph\.?d|mba|b\.?sc?|m\.?sc?|b\.?a|m\.?a|nvq|hn[cd]|btec|apprentice\w*|a-levels?"
    r"|(?:post)?graduat\w+|universit\w+|college|school|studies|program(?:me)?|leaving cert"
    r"|cert(?:ificate)?\.? (?:i{1,3}|iv|\d|in))\b",
    re.IGNORECASE,
)
_IN_PASSING = re.compile(
    r"\bin-house\b|\brefresher\b|\bworkshop\b|\bwebinar\b|\b\d+\s?-?\s?(?:day|hour|hr|week)s?\b|\bone-day\b", re.IGNORECASE
)
"""A course that is done beside the work."""
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
    if not months:
        return next(iter(_away(brief)), None)
    for one in brief.resume.time_off:
        start, end = _month(one.start_date, first=True), _month(one.end_date, first=False) or today
        if months and start is not None and one.reason is not None:
            overlap = min(end, begin + months) - max(start, begin + 1) + 1
            if 2 * overlap >= months:
                return one
    return None


def is_away_told(brief: Brief) -> bool:
    """Whether the resume itself tells of a time without work that an interviewer will come to: it is there to be read."""
    return bool(_away(brief))


def _away(brief: Brief) -> list[TimeOff]:
    """Stated times off of late in which there was no job to come back to; a leave from a job is nobody's business.

    A time that was spent at school is no time away from anything.
    """
    today = 12 * brief.on.year + brief.on.month
    spans = [
        (begun, today if job.is_current else _month(job.end_date, first=False) or begun)
        for job in brief.resume.work
        if (begun := _month(job.start_date, first=True)) is not None
    ]
    found = []
    for one in brief.resume.time_off:
        start, end = _month(one.start_date, first=True), _month(one.end_date, first=False) or today
        if start is None or one.reason is None or today - end >= _RECENT or end - start < _SEASON:
            continue
        if _STUDIED.search(one.reason.text):
            continue
        if not any(begun <= start and end <= ended for begun, ended in spans):
            found.append(one)
    return found


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
    studied = [
        (_month(course.start_date, first=True), _month(course.end_date, first=False), _is_study(course))
        for course in resume.education
    ]
    spans = [(start, end) for start, end in worked if start is not None and end is not None]
    begun = min(start for start, _ in spans)
    spans += [
        (start if start is not None else end - _STUDY, end)
        for start, end, took in studied
        if end is not None and (took if start is None else end - start >= _SEASON)
    ]
    told = set(_told(resume))
    longest = reach = before = 0
    for (_, end), (start, _) in pairwise([*sorted(spans), (today, today)]):
        reach = max(reach, end)
        years = set(range(-(-reach // 12), (start - 13) // 12 + 1))  # those that lie in it from January to December
        if start - reach > HOLE and start > begun and today - start < _RECENT and not years & told:
            longest, before = max((longest, before), (start - reach - 1, reach))
    return longest, before


def _is_study(course: Education) -> bool:
    """Whether a course without a beginning was one that fills years: a certificate or a day with a supplier fills none."""
    text = course.fact.text
    return not _IN_PASSING.search(text) and (course.study_type is not None or bool(_STUDIED.search(text)))


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
