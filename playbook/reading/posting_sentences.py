"""The sentences of a posting, in the languages that are read, and behind streets and abbreviations that end none."""

from __future__ import annotations

import re

from playbook.reading.rows import STREET, Slice
from playbook.reading.sentences import sentences

_ABBREVIATED = re.compile(
    r"\b(?:(?:zum|am|vom|bis|ab|der|den) \d{1,2}|z\. ?B|ca|inkl|bzw|mind|ggf|Std|Nr|p\. ?ej|aprox|mín|máx|max|min|Sra?|env|"
    r"incl|wks|hrs|yrs|sq\. ?ft|[\d,]+ ft)\.$"
)
"""What ends no sentence though the grammar ends one there: "zum 1. September", "our 90,000 sq. ft. Leeds depot"."""
_ACCENTED = re.compile(r"(?<=[.!?])\s+(?=[À-ÖØ-Þ¿¡])")
"""The end of a sentence before a letter that English has not."""
_PAID = re.compile(
    r"[$€£]\s?\d[\d,.]*k?\s*(?:[-–]|to|/|per)\s*(?:[$€£]?\s?\d|hour|hr|year|yr|annum)"
    r"|(?:exempt(?:ion)? status|flsa|pay (?:rate|grade|range)|compensation(?: detail)?|hours per pay period)\s*[:/]",
    re.IGNORECASE,
)
"""What is paid, and by which law, where no heading parts it from what is asked."""
_LEADS_IN = re.compile(r"(?:\w+ )?you(?:['’]ll| will| have| are|r \w+)?(?: \w+){0,2}:", re.IGNORECASE)
"""What only leads to a list: "You will:"."""
_SCRAP = re.compile(r"(?:always|daily|weekly|monthly|seriously|really|promise|every \w+|no \w+)[.!]", re.IGNORECASE)
"""What stands behind a sentence for emphasis: "Test landing pages. Weekly."."""
_SHARED = re.compile(r"you (?:believe|share (?:our|the))\b(?!.{0,80}\bexperience\b)", re.IGNORECASE)
"""A conviction: no resume lists it."""


def posting_sentences(body: Slice) -> list[Slice]:
    """The sentences; behind a street, whose "St." ends no sentence for the grammar, another one may begin."""
    found: list[Slice] = []
    for sentence in (part for whole in sentences(body) for part in whole.split(_ACCENTED)):
        if found and _ABBREVIATED.search(found[-1].text):
            found[-1] = found[-1].to(sentence)
            continue
        street = STREET.search(sentence.text)
        rest = sentence.cut(street.end()).trimmed(" .,") if street else None
        if rest is not None and rest.text[:1].isupper() and len(rest.text.split()) > 3:  # noqa: PLR2004  a town is no sentence
            found += [
                Slice(sentence.document, sentence.start, rest.start).trimmed(),
                Slice(sentence.document, rest.start, sentence.end),
            ]
        else:
            found.append(sentence)
    return found


def asks_for_nothing(text: str) -> bool:
    """Whether a sentence only leads to a list, stands for emphasis, shares a conviction or names the pay."""
    return bool(_PAID.match(text) or _LEADS_IN.fullmatch(text) or _SCRAP.fullmatch(text) or _SHARED.match(text))


def is_emphasis(text: str) -> bool:
    """Whether the words stand behind a sentence for emphasis alone."""
    return _SCRAP.fullmatch(text) is not None
