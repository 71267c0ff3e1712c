"""Which number of a bullet is a result, so that one can ask how it was measured and what it was before.

How many days a week, for how long and for how many people is no result. How a bullet falls into parts is for `clauses`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playbook.artifacts.resume import Highlight
    from playbook.writing.clauses import Clause

_SHARE = re.compile(r"\d\s*(?:%|percent\b|per cent\b|percentage points?\b|pp\b)", re.IGNORECASE)
_MONEY = re.compile(r"[$€£₹]\s?\d|\b(?:USD|EUR|GBP|INR|AUD|CAD)\s?\d|\d\s?(?:lakhs?|crores?)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\d\s*[a-z-]*\s*(?:hours?|hrs?|days?|nights?|weeks?|wks?|months?|mos?|years?|yrs?)\b|\bp/w\b", re.IGNORECASE
)
_GAINED = re.compile(
    r"\b(?:saved?|saving|cut|recovered|raised|won|secured|grew|generated|brought in|reduced|added|increased|from|to|by|over)"
    r"\W+(?:about |around |approx\.? |c\. ?|some |over |an? |the )?$",
    re.IGNORECASE,
)


def result_figure(highlight: Highlight, clause: Clause) -> str:
    """The first number of a bullet that is a result, verbatim; `""` without one."""
    for metric in highlight.metrics:
        text = metric.text
        at = highlight.text.find(text)
        if _SHARE.search(text) or (_MONEY.search(text) and (text in clause.result or _GAINED.search(highlight.text[:at]))):
            return text
        if text in clause.result and not _TIME.search(text) and _GAINED.search(highlight.text[:at]):
            return text
    return ""
