"""Is this sentence true to its sources? Numbers and names, judged word by word.

A line of provenance `resume` may hold no number and no proper noun that its sources lack; a draft none that no
source of the case has. Here a single line is judged; whether the whole document agrees with itself is for
`playbook.consistency`. What the words of a sentence *mean* is not judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from playbook.provenance import Line

_NUMBER = re.compile(
    r"(?<![\w.])[$€£]?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:\s?(?P<scale>[KkMBb](?![A-Za-z])|thousand|million|billion))?"
)
_COUNTED = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
_WORD_NUMBERS = {word: value for value, word in enumerate(_COUNTED.split(), start=2)} | _TENS
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "b": 1e9, "billion": 1e9}
_TOKEN = re.compile(r"[^\W_](?:[\w+#&.'’/-]*[\w+#])?")
_NAME_LIKE = re.compile(r"^[^\W\d_]*[A-ZÀ-ÞĀ-Ž]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;][\"”’)]*\s+|[\"“(‘]\s?)$")
_EVERYDAY = frozenset(["i", "i'm", "i've", "i'd", "i'll", "a", "an", "the", "star", "ai"])
"""Capitals that are no names."""


@dataclass(frozen=True)
class Issue:
    """Something in a line that its sources do not have."""

    kind: str
    """`number` or `name`."""
    found: str
    line: str

    def __str__(self) -> str:
        """What was found, and in which sentence."""
        return f"{self.kind} {self.found!r} in {self.line[:90]!r}"


def issues(line: Line, allowed: Iterable[str] = ()) -> tuple[Issue, ...]:
    """What `line` states that neither its sources nor the texts of `allowed` have; empty where it is grounded."""
    stated = line.stated
    texts = [source.quote for source in line.sources] + list(allowed)
    known_numbers: set[float] = set()
    known_words: set[str] = set()
    for text in texts:
        known_numbers |= numbers(text)
        known_words |= _words(text)
    found = [Issue("number", f"{number:,.12g}", stated) for number in sorted(numbers(stated) - known_numbers)]
    found += [Issue("name", name, stated) for name in names(stated) if not _pieces(name) <= known_words]
    return tuple(found)


@lru_cache(maxsize=16384)
def numbers(text: str) -> frozenset[float]:
    """The numbers of a text, normalised: `500K+` is 500000, `$2.4M` 2400000, `seven` 7. `one` is no number."""
    values = set()
    for match in _NUMBER.finditer(text):
        value = float(match["digits"].replace(",", ""))
        values.add(value * _SCALES.get((match["scale"] or "").lower(), 1))
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _WORD_NUMBERS:
            values.add(float(_WORD_NUMBERS[word]))
    return frozenset(values)


@lru_cache(maxsize=16384)
def names(text: str) -> tuple[str, ...]:
    """The proper nouns and acronyms of a text.

    A capital at the start of a sentence is a name only where the rest of the word says so (`AWS`, `iOS`, `gRPC`).
    """
    found = []
    for token in _TOKEN.finditer(text):
        word = token.group().rstrip(".'’")
        if word.lower() in _EVERYDAY or not any(c.isalpha() for c in word) or _NUMBER.fullmatch(word):
            continue
        inner_capital = any(c.isupper() for c in word[1:])
        starts = bool(_SENTENCE_START.search(text[: token.start()]))
        if inner_capital or (_NAME_LIKE.match(word) and not starts):
            found.append(word)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=16384)
def _words(text: str) -> frozenset[str]:
    """Every word of a text as names are compared: without case, possessive and edges, whole and by its pieces."""
    found: set[str] = set()
    for token in _TOKEN.finditer(text):
        found |= _pieces(token.group())
        found.add(_bare(token.group()))
    return frozenset(found)


def _pieces(word: str) -> frozenset[str]:
    pieces = (_bare(piece) for piece in re.split(r"[-/&]", word))
    return frozenset(piece for piece in pieces if piece)


def _bare(word: str) -> str:
    word = word.casefold().strip(".'’+")
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return word
