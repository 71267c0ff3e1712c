"""Does a clause state what came of something? By its verb, its number and its subject; and which number that is.

Where a bullet is parted into clauses is for `playbook.writing.clauses`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.reading.metrics import is_part_of_name
from playbook.writing.changes import MOVERS, SPAN
from playbook.writing.clause_openers import Opener, read_opener
from playbook.writing.verb_forms import find

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge

OUTCOME_CLASSES = frozenset({"improve", "reduce", "win"})
_OUTCOME_VERBS = frozenset(
    {
        *("grow", "expand", "scale", "generate", "gain", "save", "result", "rank", "beat", "contribute", "produce", "yield"),
        *("surface", "recover", "retain", "attract", "free", "prevent", "avoid", "acquire", "book", "land"),
    },
)
OUTCOME_WITH_SHARE = frozenset({"close", "drive", "raise", "keep", "hold", "maintain", "bring", "deliver", "sell", "recruit"})
"""Verbs of outcome where they go with money, a share or a change; otherwise they say what was done."""
SHARE = re.compile(r"[$€£%]|\bpercent\b|\bfrom\s+\S+\s+(?:\S+\s+)?to\b")
LEADS_TO = re.compile(r"(?:leading|contributing) to\b|(?:enabling|allowing|bringing|driving|freeing)\b")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|became|began|came|held|stayed|dropped|fell|rose|grew|increased|improved|declined"
    r"|decreased|climbed|went)\b"
)
_NOT_OUTCOMES = frozenset(
    {"enable", "automate", "standardise", "standardize", "migrate", "move", "replace", "convert", "collect"}
)
_DEED_BESIDE = re.compile(r"^[^,()]*(?:\([^()]*\)[^,()]*)*,\s+(?P<verb>[a-z-]+)\s(?![^()]*\))")
"""The word behind the first comma, which opens another deed rather than says what a thing did: "11 buyers, ran a pilot"."""
SHORTEST = 2
"""Words of a clause that are too few to have a subject and a verb."""
NUMBER = re.compile(
    r"[~<>]?[$€£]?\d[\d,.]*(?:\s?(?:million|billion|thousand|[KMB](?![a-z])))?\+?\s?(?:%|percent\b)?"
    r"|\b(?:by|to) (?:(?:a|one|two|three)[ -](?:third|quarter)s?|half)\b"
)


def states_outcome(text: str, knowledge: Knowledge) -> bool:
    """Whether a later clause says what came of it: it has a subject of its own, or a verb of outcome and a number."""
    opener = read_opener(text, knowledge)
    if opener is None:
        beside = _DEED_BESIDE.search(text)
        if (
            beside
            and _is_past(beside["verb"], knowledge)
            and not any(_is_past(one, knowledge) for one in text[: beside.start()].split())
        ):
            return False
        words = text.split()
        return (
            len(words) > SHORTEST
            and any((found := find(word, knowledge)) is not None and found.form == "past" for word in words[1:])
        ) or bool(re.search(r"\b(?:is|are|was|were|has|have|had|now|became)\b", text))
    return states_change(opener, opener.rest)


def _is_past(word: str, knowledge: Knowledge) -> bool:
    found = find(word, knowledge)
    return found is not None and found.form == "past" and found.verb.lemma != word.casefold()


def has_verb(text: str, knowledge: Knowledge) -> bool:
    """Whether a later clause can stand behind "and": it opens with a verb or surely has one, as "calls fell 27%" has."""
    return read_opener(text, knowledge) is not None or bool(_FINITE.search(text))


def states_change(opener: Opener, rest: str) -> bool:
    """Whether a clause as a whole states an outcome: a verb of outcome, and a number."""
    return bool(NUMBER.search(rest)) and is_outcome_verb(opener.lemma, opener.verb_class, rest)


def is_outcome_verb(lemma: str, verb_class: str, rest: str) -> bool:
    """Whether a verb says what came of something; some do only with money, a share or a change beside them."""
    if lemma in MOVERS and SPAN.search(re.split(r",?\s+(?:and|then)\s+", rest)[0]):
        return True
    if lemma in OUTCOME_WITH_SHARE:
        return bool(SHARE.search(rest))
    return lemma in _OUTCOME_VERBS or (verb_class in OUTCOME_CLASSES and lemma not in _NOT_OUTCOMES)


def first_number(text: str) -> str:
    """The first number that is no year and no part of a name."""
    for match in NUMBER.finditer(text):
        number = match.group().strip(" ,.")
        is_year = re.fullmatch(r"(?:19|20)\d\d", number)
        if not is_year and not (number.isdigit() and is_part_of_name(text[: match.start()])):
            return number
    return ""
