"""Whether "a" or "an" stands before a word, by how it begins when it is said, and "the" before the holder of a post.

Whether an article stands there at all is else for those who write the phrase.
"""

from __future__ import annotations

import re

from playbook.reading.titles import TITLE_HEADS
from playbook.writing.noun_words import OFFICES

_VOWEL = re.compile(r"(?:[aeio]|u(?!ni|s[aeiou]|ti|krain|rol|tah|till?i[sz])|hono|hour|heir)", re.IGNORECASE)
_NOT_VOWEL = re.compile(r"(?:one\b|eu|once\b)", re.IGNORECASE)
_SPELLED = re.compile(r"[AEFHILMNORSX](?:[A-Z]{0,3}\b|[+&/\d-])")
"""Letters that are said by their names, "an RFP", "an N+1 query"; a word in capitals may be read as a word."""
_CONSONANT_NAME = re.compile(r"[BCDGJKPQTUVWYZ](?:[A-Z]{0,3}\b|[+&/\d-])")
_READ_AS_WORDS = frozenset(
    {"FEMA", "FIFO", "HIPAA", "HUD", "LAN", "LEED", "LIFO", "LOTO", "MIG", "NASA", "NATO", "NICU", "RAM", "REST", "ROM"}
    | {"REIT", "SIEM", "SOC", "STEM", "SWOT", "SIM", "SOX", "SWAT"}
)
_OWNER = re.compile(r"(?:(?P<rank>[\w-]+) )?(?P<who>[\w-]+)['’]s\s")
_RANKS = frozenset({"area", "assistant", "chief", "deputy", "general", "head", "office", "regional", "senior", "shop", "store"})
"""What stands before a post, and not before a surname: the Head Housekeeper's post, but Ann Baker's shop."""
_EIGHT = re.compile(r"(?:8\d*|11|18)(?!\d)")


def indefinite(phrase: str) -> str:
    """The article before a phrase: "an order", "a usage report", "an HR partner", "an 8-bed unit"."""
    word = re.split(r"[\s/-]", phrase.lstrip("\"“'‘"), maxsplit=1)[0]
    if word[:1].isdigit():
        return "an" if _EIGHT.match(word) else "a"
    if word.rstrip("s") not in _READ_AS_WORDS:
        if _SPELLED.match(word):
            return "an"
        if _CONSONANT_NAME.match(word):
            return "a"
    return "an" if _VOWEL.match(word) and not _NOT_VOWEL.match(word) else "a"


def belongs_to_post(phrase: str) -> bool:
    """Whether a phrase opens with whose it is, and that is a post: "clerk's handbook", "Head Housekeeper's post"."""
    owner = _OWNER.match(phrase)
    if owner is None:
        return False
    holder, rank = owner["who"].casefold(), owner["rank"]
    if rank:
        return holder in TITLE_HEADS and rank.casefold() in _RANKS
    return holder in OFFICES or (holder in TITLE_HEADS and owner["who"].islower())
