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
    r"\b(?:work|working|available|availability|flexib\w+)\b[^.;]{0,40}\b(?:nights?|evenings?|weekends?|holidays?|overtime|shifts?)\b"
    r"|^(?:(?:domestic|international|occasional|regular|some|light) )?travell?(?:ing)?\b"
    r"[^;]{0,40}(?:\d ?%|\bpercent\b|\brequired\b)"
    r"|\b\d+ ?(?:%|percent)\W+(?:\w+ ){0,2}travel\b"
    r"|\b(?:willing\w*|able|ability|available|open|prepared|ready) (?:to|for) (?:relocat\w+|travel\w*|commut\w+)\b",
    re.IGNORECASE,
)


def of_the_body(text: str) -> bool:
    """Whether a requirement asks for strength, endurance or an age."""
    return bool(_BODY.search(text))


def of_the_person(text: str) -> bool:
    """Whether it asks for these, or when and where somebody can work."""
    return of_the_body(text) or bool(_AVAILABLE.search(text))
