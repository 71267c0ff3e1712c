"""What the packs do not know: the share of a posting's terms that they name, by trade, and the unknown ones by frequency.

The measure that pack authors work against: a requirement of which under half is known is not judged. Reading postings is
done before; judging them is for `playbook.matching`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from playbook.knowledge.lexicon import Lexicon

HALF = 0.5
"""Share of a requirement's terms that must be known before it is judged."""


@dataclass(frozen=True)
class Unknown:
    """A term that the packs do not know, as it was first met."""

    words: str
    count: int
    """Requirements that name it."""
    example: str
    """One of them, verbatim."""


@dataclass
class Coverage:
    """What the packs know of the requirements of one trade."""

    family: str
    postings: int = 0
    requirements: int = 0
    terms: int = 0
    known: int = 0
    unjudged: int = 0
    """Requirements of which under half is known."""
    _met: Counter[str] = field(default_factory=Counter)
    _first: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """Known terms of all terms; 1 where there are none."""
        return self.known / self.terms if self.terms else 1.0

    @property
    def unknown(self) -> tuple[Unknown, ...]:
        """The terms that are not known, most frequent first."""
        return tuple(Unknown(self._first[stem][0], count, self._first[stem][1]) for stem, count in self._met.most_common())

    def add(self, texts: Iterable[str], lexicon: Lexicon) -> None:
        """Count the requirements of one posting."""
        self.postings += 1
        for text in texts:
            terms = lexicon.terms(text)
            known = sum(term.known for term in terms)
            self.requirements += 1
            self.terms += len(terms)
            self.known += known
            self.unjudged += bool(terms) and known / len(terms) < HALF
            for stem in dict.fromkeys(term.stem for term in terms if not term.known):
                self._met[stem] += 1
                words = next(term.words for term in terms if term.stem == stem)
                self._first.setdefault(stem, (words, text))


def coverage(postings: Iterable[tuple[str, Iterable[str]]], lexicon: Lexicon) -> tuple[Coverage, ...]:
    """Coverage by family of `postings`, each a family and the texts of its requirements; the worst known first."""
    found: dict[str, Coverage] = {}
    for family, texts in postings:
        if family not in found:
            found[family] = Coverage(family)
        found[family].add(texts, lexicon)
    return tuple(sorted(found.values(), key=lambda one: (one.share, one.family)))
