"""What the resume itself says of an ending that every interviewer asks about: the last job, and a degree left unfinished.

Read in the candidate's favour: a job that was meant to be short is no short one, and a course that goes on is not left. What
is asked about it is for `playbook.writing.curveballs`, holes between jobs are for `playbook.writing.career_holes`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.artifacts.names import says_own_account
from playbook.writing.origins import left_military

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.resume import Position

_SHORT = 12
"""Months under which an interviewer asks why a job ended."""
_LET_GO = re.compile(
    r"\b(?:laid[ -]off|made redundant|lay-?off|redundancy|retrenched|(?:my |the )?(?:role|post|position|job) (?:was )?"
    r"(?:eliminated|cut|made redundant)|(?:site|plant|store|office|company|branch) (?:was )?closed)\b",
    re.IGNORECASE,
)
"""How a stay ended, said of oneself; "supported staff through redundancy" is a deed."""
_OF_OTHERS = re.compile(
    r"\b(?:staff|team|colleagues|employees|workers|people|consultations?|process|programme|program)\b", re.IGNORECASE
)
_LEAVING = re.compile(
    rf"{_LET_GO.pattern}|\bseparating (?:from )?(?:(?-i:[A-Z])|\d|in\b|this\b|the (?:service|forces|navy|army))"
    r"|\b(?-i:ETS|EAOS)\b|\bterminal leave\b|\b(?:last|final) day (?:is|of work|will be)\b"
    r"|\b(?:working|serving|in) (?:out )?(?:my )?notice(?: period)?\b"
    r"|\b(?:my |the )?contract (?:ends|ending|expires|expiring)\b|\bleaving (?:in|at the end of) (?-i:[A-Z\d])"
    r"|\bat risk of redundancy\b|\b(?:plant|site|store|office|branch|ward) (?:is )?clos(?:es|ing)\b",
    re.IGNORECASE,
)
"""That the present employer knows it: "separating Dec 2026", "contract ends in March"."""
_MEANT_TO_BE_SHORT = re.compile(
    r"\b(?:intern(?:ship)?|placement|summer|seasonal|temp(?:orary)?|contract(?:or)?|fixed[ -]term|interim|locum|agency|casual|"
    r"freelance|trainee|co-?op|relief|maternity cover|secondment|stage|volunteer|student|assistant \(part)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\b(?:ABD|all but dissertation|not (?:completed|finished)|incomplete|unfinished|did not (?:finish|complete|graduate)|"
    r"withdr[ae]wn?|discontinued|dropped out|left (?:with|after|before|the program\w*))\b",
    re.IGNORECASE,
)


def last_job_ended(brief: Brief) -> bool:
    """Whether nobody employs the candidate now and the last job ended by a cut, or within a year."""
    work = brief.resume.work
    if not work or any(position.is_current for position in work):
        return False
    last = work[0]
    if any(_LET_GO.search(text) and not _OF_OTHERS.search(text) for text in _said_of(last)):
        return True
    months = _months(last)
    meant = _MEANT_TO_BE_SHORT.search(" ".join((last.title, last.dates.text if last.dates else "", last.employer)))
    return months is not None and months < _SHORT and meant is None


def has_employer_to_leave(brief: Brief) -> bool:
    """Whether somebody employs the candidate whom they have not told yet: neither themselves, nor one whom they are leaving."""
    from_others = [
        position
        for position in brief.resume.work
        if position.is_current and not says_own_account(f"{position.title} {position.employer}")
    ]
    if not from_others or left_military(brief):
        return False
    told = [fact.text for fact in (brief.resume.label, brief.resume.summary) if fact is not None]
    told += [text for position in from_others for text in _said_of(position)]
    return not any(_LEAVING.search(text) and not _OF_OTHERS.search(text) for text in told)


def degree_unfinished(brief: Brief) -> bool:
    """Whether the resume says of a course of study that it was left."""
    return any(_UNFINISHED.search(course.fact.text) for course in brief.resume.education)


def _said_of(position: Position) -> Iterator[str]:
    facts = [position.dates, position.summary, position.position, position.name]
    yield from (fact.text for fact in facts if fact is not None)
    yield from (highlight.text for highlight in position.highlights)


def _months(position: Position) -> int | None:
    """How long a job lasted; `None` where a month is not stated."""
    start, end = position.start_date, position.end_date
    if not start or not end or "-" not in start or "-" not in end:
        return None
    return 12 * (int(end[:4]) - int(start[:4])) + int(end[5:7]) - int(start[5:7]) + 1
