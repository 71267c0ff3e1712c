"""Likeness of words: how near a requirement is to a piece of evidence where no pack knows the terms.

A cosine over stems weighted by rarity, and a share of common runs of four letters, which forgives spelling and
word formation. Numbers between 0 and 1; thresholds stand where they are used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log, sqrt

_GRAM = 4


class Similarity:
    """Likeness within one case: rarity is counted over its requirements and its evidence."""

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        """`texts` are the stems of each requirement and each piece."""
        counted = list(texts)
        self._size = len(counted) + 1
        self._seen = Counter(stem for text in counted for stem in text)
        self._norms: dict[frozenset[str], float] = {}

    def rarity(self, stem: str) -> float:
        """How much a stem says: 0 for one that every text has."""
        return log(self._size / (self._seen.get(stem, 0) + 0.5) + 1)

    def cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The cosine of two sets of stems."""
        common = one & other
        if not common:
            return 0.0
        return sum(self.rarity(stem) ** 2 for stem in common) / (self._norm(one) * self._norm(other))

    def _norm(self, stems: frozenset[str]) -> float:
        norm = self._norms.get(stems)
        if norm is None:
            norm = self._norms[stems] = sqrt(sum(self.rarity(stem) ** 2 for stem in stems)) or 1.0
        return norm

    def of(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The likeness of two texts, by their stems."""
        if not one or not other:
            return 0.0
        first, second = _runs(one), _runs(other)
        common = len(first & second)
        letters = common / min(len(first), len(second)) if first and second else 0.0
        return 0.65 * self.cosine(one, other) + 0.35 * letters


@lru_cache(maxsize=4096)
def _runs(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(
        padded[at : at + _GRAM] for stem in stems for padded in (f" {stem} ",) for at in range(max(1, len(padded) - _GRAM + 1))
    )
