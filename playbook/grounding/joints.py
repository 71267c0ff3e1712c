"""A rule that looks for a verb whose object stands in another sentence of the source: "review. 1 resignation" as one deed.

All the words stand in the source, so that no rule of words finds it. What was done too strongly is for `reach`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from playbook.grounding.claim import Claim, Issue
from playbook.knowledge.tokens import stem

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDS = re.compile(r"\s*[.;:]\s+[(\[\"“]?$|\s*\n\s*$|\)\s*[.;:]\s+$")


def joint(claim: Claim) -> Iterator[Issue]:
    """A verb in the past right before a word that the source has only behind the end of that verb's sentence."""
    if not claim.quotes:
        return
    apart = frozenset().union(*(_pairs(quote)[1] for quote in claim.quotes))
    if not apart:
        return
    together = frozenset().union(*(_pairs(quote)[0] for quote in claim.quotes))
    for first, second in _spoken(claim.text):
        if first.casefold() not in claim.ground.verbs:
            continue
        pair = (stem(first.casefold()), second.casefold())
        if pair in apart and pair not in together:
            yield claim.issue("joint", f"{first} {second}", has="two sentences")


@lru_cache(maxsize=4096)
def _pairs(text: str) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """Words next to each other, the first by its stem: those of one sentence, and those that the end of one parts."""
    together: set[tuple[str, str]] = set()
    apart: set[tuple[str, str]] = set()
    for left, right in pairwise(_WORD.finditer(text)):
        pair = (stem(left.group().casefold()), right.group().casefold())
        between = text[left.end() : right.start()]
        # A line that only ran over goes on with a small letter.
        is_end = _ENDS.search(between) and (between.strip() or not right.group()[0].islower())
        (apart if is_end else together).add(pair)
    return frozenset(together), frozenset(apart)


def _spoken(text: str) -> Iterator[tuple[str, str]]:
    """A word that ends like a past, and the next one, with nothing but a space between them.

    Of no other: "with the new design find time shrank", what a thing is called may open the next clause.
    """
    for left, right in pairwise(_WORD.finditer(text)):
        if text.endswith("ed ", left.start(), right.start()):
            yield left.group(), right.group()
