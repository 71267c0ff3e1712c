"""Which kind of accomplishment a bullet is: cues of the packs, the class of its verb, and a margin.

A wrong kind asks absurd questions, so that the neutral kind is taken where no other is clearly ahead. What a
story of the kind says is in the packs; which bullets become stories is for `playbook.writing.story_choice`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import Archetype
    from playbook.writing.clauses import Clause

NEUTRAL = "delivery"
"""The kind whose frames fit every bullet."""

MARGIN = 1.0
"""By how much a kind must be ahead of the next one."""

_LEAST = 1.5
"""What a kind must reach at all: more than the class of its verb gives."""
_VERB_CLASS = 1.0
_MORE_CUES = 0.35
"""What each further cue of a group adds, as a share of its weight."""
_ANTI = 2.0
_MOST_EXTRA = 3
_LONGEST = 5
"""Words of the longest cue."""
_WORD = re.compile(r"[^\W_]+(?:[-'/][^\W_]+)*|[$€£%]")


def choose_archetype(text: str, clause: Clause, knowledge: Knowledge) -> Archetype:
    """The kind that the bullet `text` is, or the neutral one."""
    ranked = sorted(
        ((_score(text, clause, archetype), archetype.id) for archetype in knowledge.archetypes.values()),
        key=lambda pair: (-pair[0], pair[1]),
    )
    (best, chosen), (second, _) = ranked[0], ranked[1]
    if best - second < MARGIN or best < _LEAST:
        return knowledge.archetypes[NEUTRAL]
    return knowledge.archetypes[chosen]


def _score(text: str, clause: Clause, archetype: Archetype) -> float:
    runs = _runs(text)
    total = 0.0
    for cue in archetype.cues:
        found = sum(_stems(phrase) in runs for phrase in cue.any)
        if found:
            total += cue.weight * (1 + _MORE_CUES * min(found - 1, _MOST_EXTRA))
    if clause.verb_class in archetype.verb_classes:
        total += _VERB_CLASS
    total -= _ANTI * sum(_stems(phrase) in runs for phrase in archetype.anti)
    return total


@lru_cache(maxsize=256)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of stems that a cue might be."""
    stems = _stems(text)
    return frozenset(stems[at : at + size] for at in range(len(stems)) for size in range(1, min(_LONGEST, len(stems) - at) + 1))


@lru_cache(maxsize=8192)
def _stems(text: str) -> tuple[str, ...]:
    import snowballstemmer

    words = [word.casefold().removesuffix("'s") for word in _WORD.findall(text.replace("’", "'"))]
    return tuple(snowballstemmer.stemmer("english").stemWords(words))
