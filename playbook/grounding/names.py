"""The proper nouns of a text, and the words that names are compared with.

Whether a sentence may state a name is for `playbook.grounding.judging`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, normalize

from playbook.grounding.phrases import Phrases

_NUMERIC = re.compile(r"[$€£]?\d[\d,.]*(?:[KkMBb]|bn|mm)?\+?")
_TOKEN = re.compile(r"[^\W_](?:[\w+#&.'’/-]*[\w+#])?")
_NAME_LIKE = re.compile(r"^[^\W\d_]*[A-ZÀ-ÞĀ-Ž]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;][\"”’)]*\s+|[\"“(‘]\s?)$")
_EVERYDAY = frozenset(
    ["i", "i'm", "i've", "i'd", "i'll", "i’m", "i’ve", "i’d", "i’ll", "a", "an", "the", "star", "ai", "your", "resume", "cv"]
)
"""Capitals that are no names."""
_PARTS = re.compile(r"[-/&]")
_LONGEST_ACRONYM = 5
_SMALL_WORD = 3
NAMES_OF_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS = {name[:3]: name for name in NAMES_OF_MONTHS} | {"sept": "september"}
_DAYS = {name[:length]: name for name in ("monday", "tuesday", "wednesday", "thursday", "friday") for length in (3, 4, 5)}
_SHORT = {
    **_DAYS,
    **_MONTHS,
    "st": "saint",
    "dept": "department",
    "univ": "university",
    "sr": "senior",
    "jr": "junior",
    "mgr": "manager",
    "asst": "assistant",
    "assoc": "associate",
    "intl": "international",
    "hosp": "hospital",
    "ctr": "center",
    "mt": "mount",
    "govt": "government",
    "tech": "technician",
    "rep": "representative",
    "dir": "director",
    "coord": "coordinator",
    "us": "united",
    "usa": "united",
    "uk": "united",
    "centre": "center",
}
"""Short forms of words in names, and what they stand for."""
_MONTH_NUMBER = Phrases(r"\b(?P<month>0?[1-9]|1[0-2])[/.-](?:19|20)\d\d\b")


@lru_cache(maxsize=16384)
def names(text: str) -> tuple[str, ...]:
    """The proper nouns and acronyms of a text.

    A capital at the start of a sentence is a name only where the rest of the word says so (`AWS`, `iOS`, `gRPC`).
    """
    found = []
    # Most words have no capital, and are not looked at further.
    for token in [token for token in _TOKEN.finditer(text) if not (token[0].islower() and token[0].isascii())]:
        word = token.group().rstrip(".'’")
        if word.lower() in _EVERYDAY or not any(c.isalpha() for c in word) or _NUMERIC.fullmatch(word):
            continue
        has_inner_capital = any(c.isupper() for c in word[1:])
        if has_inner_capital or (_NAME_LIKE.match(word) and not _ends_sentence(text[: token.start()])):
            found.append(word)
    return tuple(dict.fromkeys(found))


def _ends_sentence(before: str) -> bool:
    """Whether what stands before a word makes it the first of a sentence; most of it ends in another word, and does not."""
    last = before.rstrip()[-1:]
    return not last.isalnum() and bool(_SENTENCE_START.search(before))


@lru_cache(maxsize=16384)
def heading_of(text: str) -> str:
    """What stands before a colon, where each of its longer words has a capital: "Leading People in Practice"."""
    heading, colon, _ = text.partition(": ")
    telling = [word for word in heading.split() if len(word) > _SMALL_WORD]
    return heading if colon and len(telling) > 1 and all(word[0].isupper() for word in telling) else ""


@lru_cache(maxsize=16384)
def words(text: str) -> frozenset[str]:
    """Every word of a text as names are compared: without case, possessive and edges, whole and by its pieces."""
    found: set[str] = set()
    for token in _TOKEN.finditer(text):
        found |= pieces(token.group())
        found.add(_bare(token.group()))
    return frozenset(found)


@lru_cache(maxsize=32768)
def pieces(word: str) -> frozenset[str]:
    """A name without case and edges, by its parts."""
    found = (_bare(piece) for piece in _PARTS.split(word))
    return frozenset(piece for piece in found if piece)


def _bare(word: str) -> str:
    word = word.casefold().strip(".'’+")
    if not word.isascii():
        word = "".join(character for character in normalize("NFKD", word) if not combining(character))
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return word


@lru_cache(maxsize=16384)
def months(text: str) -> frozenset[str]:
    """The names of months that a text gives as numbers: `june` of 06/2021."""
    return frozenset(NAMES_OF_MONTHS[int(match["month"]) - 1] for match in _MONTH_NUMBER.finditer(text))


@lru_cache(maxsize=16384)
def initials(text: str) -> frozenset[str]:
    """What the words of a text could be shortened to: `coo` for "Chief Operating Officer"."""
    words = (word for token in _TOKEN.finditer(text) for word in token.group().split("-"))
    firsts = [word[0].casefold() for word in words if word and word[0].isalpha()]
    longest = range(2, _LONGEST_ACRONYM + 1)
    return frozenset("".join(firsts[at : at + size]) for at in range(len(firsts)) for size in longest)


def is_known(name: str, known: frozenset[str], text: str) -> bool:
    """Whether a name is among known words, as a plural, as an acronym of `text`, or as what an acronym there stands for."""
    parts = frozenset(_SHORT.get(part, part) for part in pieces(name))
    known |= {_SHORT[word] for word in known & _SHORT.keys()} | months(text)
    if parts <= known or {part.removesuffix("s") for part in parts} <= known or {f"{part}s" for part in parts} <= known:
        return True
    letters = name.removesuffix("s")
    return letters.isupper() and letters.casefold() in initials(text)
