"""What a frame of a story may name: the thing that was acted on, and the thing that a number measures.

A frame speaks of a system, a task or a figure as of something that goes on. What was wrong and had to go is none of these, and
neither is half a phrase. How the paragraphs are put together is for `playbook.writing.story_text`.
"""

from __future__ import annotations

import re

from playbook.writing.noun_phrases import is_countable_singular
from playbook.writing.verb_forms import PREPOSITIONS

_FAULT = re.compile(
    r"(?:found|fixed|diagnosed|detected|identified|spotted|resolved|debugged|caught|traced|solved|eliminated|removed|rectified|"
    r"discovered|uncovered|troubleshot|noticed|flagged|prevented|avoided|stopped|corrected|cleared)\b",
    re.IGNORECASE,
)
"""Deeds whose object is what was wrong: nobody asked more and more of "the N+1 query"."""
_CUT_SHORT = re.compile(r"\s+(?:from|to|by|at|over|under|down|up)\s+\S*\d.*$|\s*[(:;].*$")
"""Where the figure itself begins: "label tickets from ~40/wk"."""
_NO_NOUN = PREPOSITIONS | {
    "down",
    "up",
    "back",
    "away",
    "off",
    "out",
    "that",
    "which",
    "it",
    "them",
    "all",
    "more",
    "less",
    "each",
    "was",
}
_LONGEST = 6


def is_fault(done: str) -> bool:
    """Whether a deed acts on something that was wrong."""
    return bool(_FAULT.match(done))


def definite_noun(noun: str) -> str:
    """What a number measures, as it reads in a sentence; `""` where the words are no whole phrase."""
    said = _CUT_SHORT.sub("", noun).strip(" ,")
    words = said.split()
    if not words or len(words) > _LONGEST or words[0].casefold() in _NO_NOUN or words[-1].casefold() in _NO_NOUN:
        return ""
    if said.startswith("per ") or any(character.isdigit() for character in words[-1]):
        return ""
    return f"the {said}" if is_countable_singular(said) and not said.startswith("the ") else said
