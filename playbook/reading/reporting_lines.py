"""To whom somebody reports: "Reporting to the CEO, ...", "... and report to the Director of Product (Payments)".

The words of the line alone, in postings and in resumes. That one reports is no duty, no skill and no deed; what has been
reported to whom ("board reporting", "experience reporting to a board") is, and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.reading.rows import Slice

OFFICE = (
    r"(?:Manager|Director|Supervisor|Controller|Head|Officer|Coordinator|President|Leader|Lead|Chief|Principal|Planner|Partner)"
)
"""What a boss is called; the forms of `HEAD_OF` have their field behind them."""
HEAD_OF = r"(?:Head|Director|Vice President|VP) of [A-Z][\w&-]*(?: (?:[A-Z][\w&-]*|&)){0,3}"
CAPITAL = r"(?:[A-Z][\w&/-]*|&|of|and|the)"
_INITIALS = r"(?:C[A-Z]{1,2}O|CHRO|CISO|[SER]?VP|GM|MD)\b(?:,? (?:of )?[A-Z][\w&-]*(?: (?:[A-Z][\w&-]*|&)){0,2})?"
_MORE_OFFICES = r"(?:dean|matron|superintendent|owner|foreman|registrar|administrator|founder|captain|secretary)"
_NAMED = r"(?:Dr\.? |Mrs?\.? |Ms\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+, (?i:the |our )?|, (?i:the |our ))"
_TEAM = r"(?:,? \([^()]{2,40}\)|, [A-Z][\w&/-]*(?: (?:[A-Z][\w&/-]*|&|and|of)){0,4}(?=[,.;)]|$))?"
"""The team of the boss: "the Manager, Claims Analytics", "the Director of Product (Payments)"."""
_BOSS = (
    rf"(?:{_NAMED})?(?i:the |our |your |an? )?(?!(?i:board)\b)"
    rf"(?:(?:{CAPITAL} ){{1,5}}[A-Z][\w/-]+(?=, (?i:you|the|this)\b)|{HEAD_OF}|(?:{CAPITAL} ){{0,4}}{OFFICE}s?\b|{_INITIALS}"
    rf"|(?i:(?:(?!and\b|or\b|on\b|for\b|to\b|board\b)[\w&/-]+ ){{0,4}}(?:{OFFICE}|{_MORE_OFFICES})s?\b"
    r"(?=[,.;:)(]|$| (?:and|for|of|on|in|at|who|you|with|[-–—])))(?: (?:of|for) [A-Z][\w&-]*(?: [A-Z][\w&-]*){0,2})?)"
)
_NO_BOSS = r"(?! (?:experience|certification|role|qualification|licen[cs]e|training|duties|level)\b)"
_LINE = re.compile(rf"\b(?i:report(?P<form>s|ing|ed)?(?: directly| functionally| in)?(?: to| into)) {_BOSS}{_NO_BOSS}{_TEAM}")
_MAY_STAND_BEFORE = re.compile(
    r"(?:^|[.;,(:•–—-]\s*|\b(?:you|you(?:['’]ll| will| would)|will|and you|(?:role|position|post|job|holder|incumbent)"
    r"(?: will)?|who|also|will be|is|are)\s+)(?:also |currently )?$",
    re.IGNORECASE,
)
_OF_ROLE = re.compile(rf"(?:The|This) (?:[A-Z][\w&/-]* ){{0,4}}{OFFICE}\s+(?:will )?$")
"""The subject of a sentence about the role, whose name is that of an office itself: "The Property Manager reports to"."""
_AND_DOES = re.compile(r",?\s+and (?=(?!is\b|was\b|has\b)[a-z]{2,}\s)")
_AND = re.compile(r"\band\s+$", re.IGNORECASE)
_LEAD = re.compile(r"[,:]?\s+(?=\w)")
_OPENED = re.compile(r",?\s*\b(?:and\s+)?(?:you(?:['’]ll| will)?\s+|who\s+)?$", re.IGNORECASE)


def reporting_lines(text: str) -> Iterator[tuple[int, int]]:
    """Where the text says to whom one reports."""
    for found in _LINE.finditer(text):
        before = text[: found.start()]
        # "Planning and reporting to the board": what goes on behind an "and" is the reporting, what is done there the line.
        if _MAY_STAND_BEFORE.search(before) or _OF_ROLE.match(before) or (found["form"] != "ing" and _AND.search(before)):
            yield found.start(), found.end()


def is_reporting_line(text: str) -> bool:
    """Whether the text says to whom one reports, and nothing else."""
    rest = text
    for start, end in reporting_lines(text):
        rest = rest[:start] + " " * (end - start) + rest[end:]
    return rest != text and not re.search(r"\w", rest)


def without_reporting(piece: Slice) -> Slice:
    """The clause beside a reporting line at either end of a sentence; the piece as it is where none stands there."""
    text = piece.text
    for start, end in reporting_lines(text):
        if not text[:start].strip() and (lead := _LEAD.match(text, end)) and text[end : end + 1] in {",", ":"}:
            piece = piece.cut(lead.end())
        elif start and _OF_ROLE.match(text[:start]) and (does := _AND_DOES.match(text, end)):
            piece = piece.cut(does.end())
        elif start and not text[end:].strip(" .!"):
            opened = _OPENED.search(text[:start])
            if opened is not None and opened.start() > 0 and "," in text[:start]:
                return piece.cut(0, opened.start())
    return piece
