"""What a posting asks of the person and not of the work: strength and age, hours, places.

No resume shows the first, and few the others, so that a word of a bullet that sounds like one proves nothing. What a
requirement asks for besides is for `playbook.matching.asks`.
"""

from __future__ import annotations

import re
from functools import lru_cache

_BODY = re.compile(
    r"\b(?:lift|carry|push|pull)\w*\b[^.;]{0,40}\b\d+ ?(?:pounds?|lbs?|kg|kilos?)\b"
    r"|\b(?:stand|walk|sit|kneel|bend|stoop)(?:ing)?\b[^.;]{0,40}\b(?:hours?|shifts?|feet|periods?)\b"
    r"|\b(?:18|21|eighteen|twenty-one)\b(?: years)?(?: of age| old)? (?:or|and) (?:older|over|above)\b",
    re.IGNORECASE,
)
_AVAILABLE = re.compile(
    r"\b(?:work|working|available|availability|flexib\w+ (?:to|for|with|on|in|as|around|about|schedul\w+|hours|availab\w+))\b"
    r"[^.;]{0,40}\b(?:nights?|evenings?|weekends?|holidays?|overtime|shifts?)\b"
    r"|^(?:(?:domestic|international|occasional|regular|some|light) )?travell?(?:ing)?\b"
    r"(?! (?:agen\w+|industry|trade|nurs\w+|management|sales|coordinat\w+|experience))[^;]{0,40}\b(?:percent|required)\b"
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
_NUMBER = r"(?:\d|one|two|three|four|five|six|seven)"
_PER_WEEK = r"days?\b (?:(?:a|per|each|every|out of|of|in) (?:the )?(?:week|seven|office)\b|on[- ]?site\b|in[- ]person\b)"
_ACCEPTED = re.compile(
    r"\b(?:work|be|come|attend|present|based|hybrid|office|on[- ]?site|in[- ]person)\b"
    rf"[^.;]{{0,40}}\b{_NUMBER}(?:\s?[-–]\s?{_NUMBER})? (?:full )?{_PER_WEEK}[^.;]*"
    r"|\b(?:the |a |have |hold )*(?:legal(?:ly)? )?(?:right|entitled|entitlement|eligib\w+|authori[sz]ed|permitted)"
    r" to (?:live and )?work\b[^.;]*"
    r"|\b(?:\w+|\d+)[ -](?:year|month)s?[ -](?:(?:work|service|employment|contract) )?commitment\b[^.;]*"
    r"|\bwork(?:ing)? authori[sz]ation\b[^.;]*|\b(?:visa )?sponsorship\b[^.;]*"
    r"|\b(?:drive|get|commute|travel) to (?:and from )?work\b[^.;]*"
    r"|\breliable (?:transport(?:ation)?|vehicle|car)\b[^.;]*|\bown (?:transport(?:ation)?|car)\b[^.;]*"
    r"|\b(?:pass|clear|complete|undergo|consent to|submit to)\b[^.;]{0,40}\b(?:background|criminal|credit|drug|fingerprint)\b"
    r"[^.;]{0,12}\b(?:checks?|screen\w*|tests?|investigations?)\b[^.;]*"
    r"|\b(?:live|reside|based) (?:with)?in (?:\d+|easy|reasonable|commut\w+)\b[^.;]*|\bcommut(?:ing|able) distance\b[^.;]*",
    re.IGNORECASE,
)
"""Days in the office, the right to work, a check, the way there: one has them or agrees to them, and no work shows them."""
_TO_DRIVE = re.compile(r"\bdriv(?:er(?:['’]?s|s['’])?|ing) licen[cs]e\b", re.IGNORECASE)
"""What most people hold and few resumes name."""
_FRAME = frozenset(
    """must be is are able ability to willing willingness you have has a an the required available prepared happy and or
    need needs with on in of for our your this role position please note valid proof full no not we cannot offer unrestricted
    current legal legally us uk""".split()  # noqa: SIM905  words read best as one text
)
"""Words around a condition, which ask for nothing themselves."""


@lru_cache(maxsize=4096)
def is_condition(text: str) -> bool:
    """Whether a requirement asks for nothing but what one agrees to: then it is no skill that is there or missing."""
    found = without_conditions(_AVAILABLE.sub(lambda match: " " * len(match.group()), text))
    rest = _ACCEPTED.sub(lambda match: " " * len(match.group()), found)
    return rest != text and {word.casefold() for word in re.findall(r"[^\W\d_]+", rest)} <= _FRAME


@lru_cache(maxsize=4096)
def without_conditions(text: str) -> str:
    """The text with blanks where it only says what one has to accept: to lift, to be away, to come at odd hours."""
    for pattern in (_LABELLED, _TRAVEL, _HOURS, _ON_SITE, _BODY):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


def of_the_body(text: str) -> bool:
    """Whether a requirement asks for strength, endurance or an age."""
    return bool(_BODY.search(text))


@lru_cache(maxsize=4096)
def of_the_person(text: str) -> bool:
    """Whether it asks for these, or when and where somebody can work."""
    return (
        of_the_body(text)
        or any(found.search(text) for found in (_TO_DRIVE, _AVAILABLE, _TRAVEL, _HOURS, _ON_SITE, _LABELLED))
        or is_condition(text)
    )
