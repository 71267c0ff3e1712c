"""What a posting asks of the person and not of the work: strength and age, hours, places.

No resume shows the first, and few the others, so that a word of a bullet that sounds like one proves nothing. What a
requirement asks for besides is for `playbook.matching.asks`.
"""

from __future__ import annotations

import re

_BODY = re.compile(
    r"\b(?:lift|carry|push|pull)\w*\b[^.;]{0,40}\b\d+ ?(?:pounds?|lbs?|kg|kilos?)\b"
    r"|\b(?:stand|walk|sit|kneel|bend|stoop)(?:ing)?\b[^.;]{0,40}\b(?:hours?|shifts?|feet|periods?)\b"
    r"|\b(?:18|21|eighteen|twenty-one)\b(?: years)?(?: of age| old)? (?:or|and) (?:older|over|above)\b",
    re.IGNORECASE,
)
_AVAILABLE = re.compile(
    r"\b(?:work|working|available|availability|flexib\w+ (?:to|for|with|on|in|as|around|about|schedul\w+|hours|availab\w+))\b"
    r"[^.;]{0,40}\b(?:nights?|evenings?|weekends?|holidays?|overtime|shifts?)\b"
    r"|^(?:(?:domestic|international|occasional|regular|some|light) )?travell?(?:ing)?\b[^;]{0,40}\b(?:percent|required)\b"
    r"|\b(?:willing\w*|able|ability|available|open|prepared|ready) (?:to|for) (?:relocat\w+|travel\w*|commut\w+)\b",
    re.IGNORECASE,
)


_TRAVEL = re.compile(
    r"^(?:some |occasional |regular |frequent |limited |minimal |overnight |domestic |international )*travel(?:ling|ing)?\b"
    r"[^.;%]{0,60}(?:approx\.?[^.;%]{0,20})?\d+ ?%[^.;]*"
    r"|\b(?:up to |approx(?:imately|\.)? |about |around |~ ?)?\d+ ?% (?:[\w-]+ )?travel\b[^.;]*"
    r"|^(?:some|occasional|regular|frequent|limited|minimal|overnight|domestic|international)(?: [\w-]+)? travel\b[^.;]*",
    re.IGNORECASE,
)
"""How much of the time one is away: "Travel approx. 15% for meetings"."""
_HOURS = re.compile(
    r"\bflexib(?:le|ility) (?:on|with|about|around|regarding|as to|in|to)(?: work(?:ing)?)?(?: [\w-]+){0,3}? "
    r"(?:hours|shifts?|times|schedules?|rota|days)\b[^.;]*",
    re.IGNORECASE,
)
_ON_SITE = re.compile(
    r"\b(?:(?:must|needs?|ha(?:ve|s)|able|willing\w*|available|ability|required|happy|prepared|expected) "
    r"(?:(?:to )?be )?(?:able |willing |available |present )?(?:to )?)?(?:(?:work|be|come|commut)(?:e|ing)? )?"
    r"(?:on[- ]?site|in[- ](?:the )?office|(?:from|in|into|at|to) (?:the |our |an? )?(?:[A-Z][\w'’-]* ){0,3}"
    r"(?:office|site|studio|hub|campus|headquarters|hq))\b"
    r"[^.;,]{0,20}?\b(?:\d|one|two|three|four|five)(?:\s?[-–]\s?\d)?\+? days?\b.{1,8}?\bweek(?:ly)?\b",
    re.IGNORECASE,
)
"""How many days one has to be there: "Must be able to work in the Leeds office 3 days a week"."""
_LABELLED = re.compile(
    r"^(?:physical|environmental|working conditions?|work environment|travel|hours|schedule|shift)"
    r"(?: (?:requirements?|demands?|abilit(?:y|ies)|conditions?|environment|effort|time|pattern))?\s*:.*",
    re.IGNORECASE,
)
"""A line that is behind such a label as a whole."""


def without_conditions(text: str) -> str:
    """The text with blanks where it only says what one has to accept: to lift, to be away, to come at odd hours."""
    for pattern in (_LABELLED, _TRAVEL, _HOURS, _ON_SITE, _BODY):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


def of_the_body(text: str) -> bool:
    """Whether a requirement asks for strength, endurance or an age."""
    return bool(_BODY.search(text))


def of_the_person(text: str) -> bool:
    """Whether it asks for these, or when and where somebody can work."""
    return of_the_body(text) or any(found.search(text) for found in (_AVAILABLE, _TRAVEL, _HOURS, _ON_SITE, _LABELLED))
