"""What a posting asks for: the kind of a line, by the heading above it and by its words.

Benefits, pay, equal-opportunity text and how to apply are for `playbook.reading.boilerplate`, numbers of years for
`playbook.reading.asked_years`.
"""

from __future__ import annotations

import re

from playbook.artifacts.posting import RequirementKind
from playbook.reading.asked_years import years_in
from playbook.reading.asking_words import DUTY, HAVE_NOT_DO, HAVING, MUST, OFFER, PREFERRED, SEEKS
from playbook.reading.vacancy_reasons import opens_with_reason

__all__ = ["asks_firmly", "is_praise", "is_told_of_employer", "kind_in_prose", "kind_of", "prefers", "years_in"]

_CLAUSE = re.compile(r"[;,(:]|\.\s|\s[-–—]\s")
_JOINED = re.compile(r"^\s*(?:or|and|but|though|although|it|this|oder|und|o|y|ou|et|e)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:we|our|us|ours|wir|unsere?\w*|nuestr[oa]s?|somos|nous|notre|nos|nossa?s?)\b", re.IGNORECASE)
_OPENING = 48
"""Characters at the start of a sentence within which what one has is what is asked."""
_AGE = re.compile(
    r"(?i:(?:for|over|after|in) (?:(?:more than|over|nearly|almost|about|around|the (?:last|past)) )*\d+\+? years,? )"
    r"(?:(?i:we|our)\b|(?:the )?[A-Z][\w&'’.-]+(?: [\w&'’.-]+){0,4}? (?:has|have|had)\b)"
)
"""How long the employer has been doing what it does: "For 71 years we have poured iron"."""
_SAID = re.compile(
    r"^(?:[\w'’&.,-]+ ){1,6}?(?:is|are|was|were|has|have|had|holds?|offers?|provides?|operates?|serves?|helps?|runs?|"
    r"supports?|employs?|ist|sind|hat|"
    r"es|son|tiene|est|sont|a|é|são|tem)\b",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"^(?:\w+ )?(?:experience|knowledge|familiarity|proficiency|understanding|background|skills?|command) (?:with|of|in|"
    r"using)\b",
    re.IGNORECASE,
)
_PRAISED = re.compile(
    r"\b(?:(?:best|top|great) (?:place|employer|workplace|compan)\w*|rated\b|ranked\b|voted\b|"
    r"named (?:us |it )?(?:an?|one|as|among)\b|"
    r"in a row\b|award[- ]winning|accredited by)",
    re.IGNORECASE,
)
"""What others say of the employer."""
_FOR_US = re.compile(
    r"\b(?:someone|somebody|an? person|people) (?:who|that) (?:can|will|could|wants? to|is going to) (?:[\w-]+ )?"
    r"(?:help|support|assist|join|partner with|take|bring|guide) (?:us|our|me)\b",
    re.IGNORECASE,
)
"""What the employer hopes for from whoever comes: "We need someone who can help us grow"."""
_SHARE = re.compile(
    r"\b(?:half|third|quarter|most|rest|\d{1,3} ?%|per ?cent) of your (?:time|week|day|hours) (?:will|would|is|goes)\b",
    re.IGNORECASE,
)
"""How the time is shared out: "about half of your time will be spent at a desk"."""
_BRACKETS = re.compile(r" ?\([^()]*\)")
_FIRM = re.compile(r"\b(?:required|mandatory|essential)[.!]?$", re.IGNORECASE)
_FIRM_STILL = re.compile(
    r"(?:[;,.]|\bbut)\s.*(?<!not )(?<!n't )(?<!n’t )(?<!never )\b(?:required|mandatory|essential|is a must)\b", re.IGNORECASE
)
_OCCASION = re.compile(r"\b(?:when|whenever|where|as|if) (?:[\w-]+ ){1,4}requires?\b", re.IGNORECASE)
"""When something is done: "will take one when the census requires" asks for nothing."""
_STARTS_ASKING = re.compile(
    r"^(?:must\b|(?:the )?ability to\b|able to\b|be able to\b|minimum\b|at least\b|valid\b|\d+\+? years|bachelor|master['’]s|"
    r"high school|"
    r"(?:proven|demonstrated) (?:ability|experience|track)|requires?\b|knowledge of\b|experience (?:with|in)\b|fluent\b|"
    r"fluency\b)",
    re.IGNORECASE,
)


def kind_of(text: str, heading: RequirementKind | None, *, opens_with_verb: bool) -> RequirementKind | None:
    """The kind of a line; `None` where it asks for nothing. `heading` is the kind that the section says."""
    if heading == "responsibility":
        return "required" if _STARTS_ASKING.match(text) and not opens_with_verb else heading
    if heading == "preferred" or prefers(text, is_required=heading == "required"):
        return "preferred"
    if heading is not None:
        return heading
    return _by_words(text, opens_with_verb=opens_with_verb)


def kind_in_prose(text: str, heading: RequirementKind | None, *, opens_with_verb: bool) -> RequirementKind | None:
    """The kind of a sentence, which may as well tell of the employer."""
    kind = kind_of(text, heading, opens_with_verb=opens_with_verb)
    if heading == "preferred" and _FIRM.search(text) and not PREFERRED.search(text):
        return "required"  # "Enhanced DBS clearance required.", below what would be nice
    if heading is not None or kind is None:
        return kind
    if _FOR_US.search(text) or (kind == "responsibility" and _SHARE.search(text)):
        return None
    if opens_with_reason(text) and years_in(text) is None and not SEEKS.search(text):
        return None  # "Following the retirement of our manager, you will have a mandate to ..."
    if kind == "required" and not asks_firmly(text):
        return kind if _is_of_candidate(text) else None
    return kind


def _is_of_candidate(text: str) -> bool:
    """Whether what is had stands first in the sentence, and nobody is said to have it."""
    if _AGE.match(text) or is_praise(text):
        return False
    held = HAVING.search(text)
    at = held.start() if held else len(text)
    if _OURS.search(text[: held.end() if held else len(text)]):
        return False
    said = _SAID.match(text)
    return (at <= _OPENING or years_in(text) is not None) and not (said and said.end() <= at)


def is_praise(text: str) -> bool:
    """Whether the words say what others say of the employer: a rank, an award."""
    return _PRAISED.search(text) is not None


def _by_words(text: str, *, opens_with_verb: bool) -> RequirementKind | None:
    if HAVE_NOT_DO.search(text):
        return "required"
    if OFFER.search(text):
        return None
    if opens_with_verb or DUTY.search(text):
        return "responsibility"
    return "required" if asks_firmly(text) or HAVING.search(text) else None


def prefers(text: str, *, is_required: bool = False) -> bool:
    """Whether a line as a whole says what would be welcome.

    "4-6 years of experience; public accounting preferred" asks for the years; `is_required` says that the heading asks.
    """
    # What stands in brackets parts nothing: "weld fatigue methods (e.g., structural stress) is a plus".
    text = _BRACKETS.sub(lambda aside: aside[0] if PREFERRED.search(aside[0]) else "", text)
    match = PREFERRED.search(text)
    if match is None:
        return False
    before, after = text[: match.start()], text[match.end() :]
    if _FIRM_STILL.search(after):
        return False  # "A degree preferred; two years in a lab required"
    # The mark that opens the match itself parts nothing: "a degree, preferred".
    parts = list(_CLAUSE.finditer(before))
    if not parts:
        return True
    head, tail = before[: parts[-1].start()], before[parts[-1].end() :]
    if not tail.strip() and match[0].lstrip(" ,;(:–-").lower().rstrip(").!") in {
        "preferred",
        "desired",
        "desirable",
        "optional",
        "a plus",
    }:
        return True
    if _JOINED.match(tail) or (_LISTS.match(head) and not years_in(head) and re.search(r"\b(?:or|and)\b", tail)):
        return True
    firm = MUST.search(head) or years_in(head)
    return not (firm or (is_required and len(head.split()) > 1))


def asks_firmly(text: str) -> bool:
    """Whether the words ask for something by themselves, wherever they stand."""
    text = _OCCASION.sub("", text)
    return any(pattern.search(text) for pattern in (MUST, HAVE_NOT_DO, SEEKS))


def is_told_of_employer(text: str) -> bool:
    """Whether a sentence begins with the employer and turns to nobody."""
    return bool(
        re.match(r"(?:we|our|us|wir|unser\w*|somos|nuestr[oa]s?|nous|notre|nos|nossa?s?)\b", text, re.IGNORECASE)
    ) and not re.search(
        r"someone|somebody|candidate|\byou\b|people who|applicant|\b(?:sie|dich|du|persona|alguien|vous|você|alguém|"
        r"personne)\b",
        text,
        re.IGNORECASE,
    )
