"""Acronyms and what they stand for: which words of one text are the long form of letters in another, and places by their codes.

Readers of English only. Whether a sentence may state a name is for `playbook.grounding.facts`.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"\b(?:[A-Z]{2,6}(?:-[A-Z]{2})?|(?:[A-Z][a-z]?\.){2,4}|[A-Z]\.(?:[A-Z][a-z]+)\.?)(?=s?\b|\W|$)")
_LONGEST = 7
"""Words that letters may stand for, with the small ones between them."""
_SMALL = frozenset({"of", "and", "the", "as", "a", "an", "in", "for", "with"})
_STATES = dict(
    pair.split(":")
    for pair in """
    AL:alabama AK:alaska AZ:arizona AR:arkansas CA:california CO:colorado CT:connecticut DE:delaware FL:florida GA:georgia
    HI:hawaii ID:idaho IL:illinois IN:indiana IA:iowa KS:kansas KY:kentucky LA:louisiana ME:maine MD:maryland
    MA:massachusetts MI:michigan MN:minnesota MS:mississippi MO:missouri MT:montana NE:nebraska NV:nevada OH:ohio
    OK:oklahoma OR:oregon PA:pennsylvania TN:tennessee TX:texas UT:utah VT:vermont VA:virginia WA:washington WI:wisconsin
    WY:wyoming ON:ontario AB:alberta QC:quebec
    """.split()  # noqa: SIM905  pairs read as pairs
)


@lru_cache(maxsize=16384)
def acronyms(text: str) -> frozenset[str]:
    """The acronyms of a text in capitals, without dots: `CPA`, `BS` of B.S., `ME` of M.Ed."""
    found: set[str] = set()
    for match in _ACRONYM.finditer(text):
        letters = "".join(character for character in match.group() if character.isupper())
        if len(letters) > 1:
            found.add(letters)
        found.update(part for part in re.split(r"[-.]", match.group()) if len(part) > 1 and part.isupper())
    return frozenset(found)


@lru_cache(maxsize=16384)
def spelled(text: str, letters: frozenset[str]) -> frozenset[str]:
    """The words of `text`, in lower case, that some of the letters stand for: certified, public and accountant of CPA."""
    if not letters:
        return frozenset()
    words = [match.group() for match in _WORD.finditer(text)]
    found: set[str] = set()
    for at in range(len(words)):
        initials, run = "", set()
        for word in words[at : at + _LONGEST]:
            run.add(word.casefold())
            if word.casefold() in _SMALL:
                continue
            initials += word if word.isupper() and len(word) > 1 else word[0].upper()
            if len(run) > 1 and initials in letters:
                found |= run
    return frozenset(found)


@lru_cache(maxsize=16384)
def states(text: str) -> frozenset[str]:
    """The states and provinces that a text gives by their codes, in lower case."""
    return frozenset(_STATES[code] for code in re.findall(r"\b[A-Z]{2}\b", text) if code in _STATES)
