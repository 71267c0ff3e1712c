"""On what terms somebody was employed: grade, hours, share of a full post, their own leave. Nothing that was done.

What somebody did for others' leave, "administered parental leave", is work; time off between roles is for
`playbook.reading.time_off`.
"""

from __future__ import annotations

import re

from playbook.reading.dates import find_ranges
from playbook.reading.rows import Row

_TERM = (
    r"(?:(?:pay |salary )?(?:grade|band|scale|spine point|pay point|scp)\s+[a-z]{0,3}[\d.]+[a-z]?"
    r"|[01]?\.\d+\s*(?:wte|fte)|(?:wte|fte)\s*:?\s*[01]?\.\d+"
    r"|\d+(?:\.\d+)?\s*(?:hours?|hrs?)(?:\s*(?:/|a|per|each)\s*(?:week|wk|w|fortnight|month))?(?: contract)?)"
)
_HOW = (
    r"(?:(?:part|full|flexi|term)[- ]time(?: only)?|permanent|fixed[- ]term|temporary|job[- ]share|annuali[sz]ed hours|"
    r"zero[- ]hours|compressed hours)"
)
_SINCE = (
    r"(?:at first|initially|throughout|(?:since|from|until|till|after|during|following|on|with|while|whilst|alongside|around|"
    r"then|by)\b.{0,60})"
)
_CLAUSE = re.compile(rf"(?:{_TERM}|{_HOW})(?:\s+{_SINCE})?|{_SINCE}", re.IGNORECASE)
_FIRST = re.compile(rf"{_TERM}|{_HOW}", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_BETWEEN = re.compile(r"\s*[,;|\t]\s*|\s+[-–—]\s+")
_LEAVE = re.compile(
    r"(?:(?:I )?(?:took|was on|on|went on|returned (?:to work )?(?:from|after)|back from|following|after|includ(?:es|ing)"
    r"|incl\.?)\s)?"
    r"(?:(?:a|an|my|one|two|three|four|six|nine|twelve|several|short|extended|full|paid|unpaid|of|\d+|(?:weeks?|months?|mo?s|mths?"
    r"|years?)['’]?)[ -]){0,5}"
    r"(?:maternity|paternity|parental|mat|pat|adoption|family|medical|sick|bereavement|carer'?s)\.? leave\b"
    r"(?! (?:cover|polic|request|administ|process|program|benefit|manage|claim|case|track|act|entitle|schedul))[^.;:]{0,40}\.?",
    re.IGNORECASE,
)
"""Somebody's own leave: "Took 3 months maternity leave 2008"."""


def states_terms(row: Row) -> bool:
    """Whether a row below a header says no more than the terms of the role, or that somebody was on leave in it.

    A line of its own with the time of a leave is kept: it is time off.
    """
    text = row.text.rstrip(". ")
    if not row.is_bullet and find_ranges(text):
        return False
    if _LEAVE.fullmatch(row.text):
        return True
    clauses = [clause for clause in _BETWEEN.split(_BRACKETS.sub("", text)) if clause]
    return bool(clauses and _FIRST.match(clauses[0])) and all(_CLAUSE.fullmatch(clause.strip()) for clause in clauses)
