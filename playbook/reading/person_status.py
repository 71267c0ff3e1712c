"""Lines below a name on what footing somebody could start: may they work, move, travel; how to speak of them.

They are no headline and nothing that a summary says. What else stands at the top is for `playbook.reading.person`.
"""

from __future__ import annotations

import re

from playbook.reading.titles import title_weight

_CITIZEN = (
    r"(?:[A-Z][\w.]*\s|[Dd]ual\s){1,2}(?:citizen(?:ship)?|national|passport(?: holder)?)"
    r"(?=\s*(?:[-–—,;/&(]|and\b|with\b|$))"
)
_STATUS = re.compile(
    rf"""^(?:
        (?-i:{_CITIZEN})
      | (?:[a-z.]+\s)?(?:lawful[ ])?permanent[ ]residen(?:t|ce|cy)\b
      | (?:green[ ]card|h-?1-?b|f-?1|opt|ead|ilr|indefinite[ ]leave)(?=\s*(?:[-–—,;/(]|visa|status|holder|approved|$))
      | (?:pre-)?settled[ ]status\b
      | (?:no[ ]|without[ ])?(?:visa[ ]|work[ ])?sponsorship\b
      | (?:(?:does|do|will)[ ]not[ ]|don't[ ]|no[ ])?(?:need|require)s?\b.{{0,30}}\bsponsorship
      | (?:legally[ ]|fully[ ])?(?:authori[sz]ed|eligible|entitled|permitted)[ ]to[ ]work\b
      | (?:no[ ]|without[ ](?:an?[ ])?)?work[ ](?:permit|visa|authori[sz]ation)\b
      | (?:full[ ]|unrestricted[ ]|has[ ])?right[ ]to[ ]work\b
      | (?:open|willing|able|happy|ready|prepared|available|free)[ ]to[ ](?:relocat|travel|commut|work|start|move|remote|any)\w*
      | (?:will|can|could)[ ](?:relocate|travel)\b | relocating\b
      | available[ ](?:from|for|now|immediately|to|at|in|on|full|part|any|week|day|night)\w* | availability\b
      | notice(?:[ ]period)?\s*[:–—-] | immediate(?:ly)?[ ](?:availab\w+|start|joiner)
      | (?:he|she|they|ze)\s*/\s*\w+(?:\s*/\s*\w+)? | pronouns\b
      | (?:active[ ]|current[ ]|full[ ])?(?:security|secret|top[ ]secret|ts/sci|sc|dv|(?:enhanced[ ])?dbs|police|public[ ]trust)
        [ ](?:clear(?:ance|ed)|check\w*)\b
      | (?:own|full|clean|valid)\b.{{0,20}}\b(?:licen[cs]e|car|tools|transport|vehicle)\b
      | (?:nationality|citizenship|date[ ]of[ ]birth|dob|marital[ ]status|gender|age|visa(?:[ ]status)?)\s*[:–—-]
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST = 12
"""Words of such a line; more are a sentence."""


def says_status(text: str) -> bool:
    """Whether a piece tells no more than that: "US citizen - no sponsorship needed". A title behind it is a headline."""
    status = _STATUS.match(text)
    is_titled = status is not None and title_weight(text[status.end() :]) == 2  # noqa: PLR2004  a title by its head
    return status is not None and not is_titled and len(text.split()) <= _LONGEST
