"""The sentences of a posting, in the languages that are read, and behind streets and abbreviations that end none."""

from __future__ import annotations

import re

from playbook.reading.asked_years import years_in
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
_LEAD_IN = re.compile(
    r"(?:you(?:'|’)?(?:ll| will)|include|following|you(?:'|’)?ve| have| to|need|looking for|who|can)\s*:?$|:$", re.IGNORECASE
)
_LISTS_BELOW = re.compile(r"^[^.]*\b(?:the following|as follows|includ(?:es?|ing))\b[^.:]{0,40}:$", re.IGNORECASE)
"""A longer lead-in, which says of the list below it that it is one."""
_SHORT = 14
"""Words of a lead-in; more say something themselves."""
_BETWEEN = re.compile(r"(?:and|or|and/or|plus|und|oder|y|o|et|ou|e)\W*", re.IGNORECASE)
"""What stands on a line of its own between two of a list."""
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
    """Whether a sentence only leads to a list, joins two of it, stands for emphasis, shares a conviction or names the pay."""
    is_aside = _LEADS_IN.fullmatch(text) or _BETWEEN.fullmatch(text) or _SCRAP.fullmatch(text)
    return bool(is_aside or _PAID.match(text) or _SHARED.match(text))


def leads_to_list(text: str, *, is_above_bullet: bool) -> bool:
    """Whether a line only leads to the list below it: "You will:", "The post has duties which include the following:"."""
    if _LEAD_IN.search(text) and len(text.split()) <= _SHORT:
        return True
    return is_above_bullet and bool(_LISTS_BELOW.search(text)) and years_in(text) is None


def is_emphasis(text: str) -> bool:
    """Whether the words stand behind a sentence for emphasis alone."""
    return _SCRAP.fullmatch(text) is not None
