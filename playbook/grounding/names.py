"""The proper nouns of a text, and the words that names are compared with.

Whether a sentence may state a name is for `playbook.grounding.judging`.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NUMERIC = re.compile(r"[$€£]?\d[\d,.]*(?:[KkMBb]|bn|mm)?\+?")
_TOKEN = re.compile(r"[^\W_](?:[\w+#&.'’/-]*[\w+#])?")
_NAME_LIKE = re.compile(r"^[^\W\d_]*[A-ZÀ-ÞĀ-Ž]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;][\"”’)]*\s+|[\"“(‘]\s?)$")
_EVERYDAY = frozenset(["i", "i'm", "i've", "i'd", "i'll", "i’m", "i’ve", "i’d", "i’ll", "a", "an", "the", "star", "ai"])
"""Capitals that are no names."""


@lru_cache(maxsize=16384)
def names(text: str) -> tuple[str, ...]:
    """The proper nouns and acronyms of a text.

    A capital at the start of a sentence is a name only where the rest of the word says so (`AWS`, `iOS`, `gRPC`).
    """
    found = []
    for token in _TOKEN.finditer(text):
        word = token.group().rstrip(".'’")
        if word.lower() in _EVERYDAY or not any(c.isalpha() for c in word) or _NUMERIC.fullmatch(word):
            continue
        inner_capital = any(c.isupper() for c in word[1:])
        starts = bool(_SENTENCE_START.search(text[: token.start()]))
        if inner_capital or (_NAME_LIKE.match(word) and not starts):
            found.append(word)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=16384)
def words(text: str) -> frozenset[str]:
    """Every word of a text as names are compared: without case, possessive and edges, whole and by its pieces."""
    found: set[str] = set()
    for token in _TOKEN.finditer(text):
        found |= pieces(token.group())
        found.add(_bare(token.group()))
    return frozenset(found)


def pieces(word: str) -> frozenset[str]:
    """A name without case and edges, by its parts."""
    found = (_bare(piece) for piece in re.split(r"[-/&]", word))
    return frozenset(piece for piece in found if piece)


def _bare(word: str) -> str:
    word = word.casefold().strip(".'’+")
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return word
