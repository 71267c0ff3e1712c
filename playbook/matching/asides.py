"""What a requirement says of its own: by when, in whose team, to whom, in which town. It asks for nothing.

Blanking only: the places of all other words stay as they are, so that what is found can be quoted.
"""

from __future__ import annotations

import re

from playbook.matching.fields import without_school

_ASIDE = re.compile(
    r"\s*\(?(?:to be )?(?:obtained |completed )?within (?:the first |your first )?[\w-]+(?: \([^()]*\))?"
    r" (?:days?|weeks?|months?|years?)"
    r" (?:of|from|after) (?:your |the )?(?:date of )?(?:hire|hiring|employment|start|appointment|joining)\b(?: date)?\)?"
    r"|\s[–—-]+\s(?:as )?we(?: are|['’]re) (?!on (?-i:[A-Z])|using\b|running\b)[^.;]*$"
    r"|,?\s*demonstrated through (?:one or )?a combination of [^.;]*"
    r"|^as (?:an? |our |the )?[^,.]{3,60}?(?: on our [^,.]{3,40} team)?,? you(?:['’]ll| will)\b"
    r"|\b(?:on|in|join|with) our [\w&-]+(?: [\w&-]+){0,2} team\b",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:Manager|Director|Supervisor|Controller|Head|Officer|Coordinator|President|Leader|Lead|Chief|Principal|Planner|Partner)"
)
_HEAD = r"(?:Head|Director|Vice President|VP) of (?:[A-Z][\w&-]* ?){1,3}"
_CAPITAL = r"(?:[A-Z][\w&/-]*|&|of|and|the)"
_PERSON = re.compile(
    r"(?:(?i:\breport(?:s|ing)?(?: directly)? to|\bunder the (?:direction|supervision|guidance) of"
    r"|\bwork(?:s|ing)? (?:closely )?with|\b(?:to|with|for|by|from|alongside))) "
    rf"(?i:the |our |your |an? )?(?:{_HEAD}|(?:{_CAPITAL} ){{0,4}}{_OFFICE}s?\b)"
    r"(?! (?:experience|certification|role|qualification|licen[cs]e|training|duties))"
)
"""Somebody whom one works for or with, by the title: "reporting to the Operations Manager"."""
_PLACE = re.compile(
    r"\b(?i:to|at|between|across|from|in) (?i:our |the |all |both |other )(?:[A-Z][\w'’-]+(?:,? (?:and|&) |, | )){1,5}"
    r"(?:sites?|offices?|branch(?:es)?|locations?|stores?|campus(?:es)?|depots?|warehouses?)\b"
)
"""Where one works, by name: "our Leeds and Hull sites"."""


def plainly(text: str) -> str:
    """A requirement with blanks where it speaks of itself: "within 30 days of hire", "reporting to the Head of Sales"."""
    for pattern in (_ASIDE, _PERSON, _PLACE):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return without_school(text)
