"""Which text of a pack speaks most of this posting: by the words that both have, and by the cues that the packs name.

Nothing is worded here. Ties are broken by the order of the pack, which is by weight.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from playbook.writing.bullets import SMALL_WORDS, content
from playbook.writing.terms import kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from playbook.artifacts.posting import Posting, Requirement
    from playbook.knowledge.packs import Knowledge
    from playbook.provenance import Fact

T = TypeVar("T")
_PAPERS = frozenset({"degree", "licence", "certificate", "language"})
_PAPER = re.compile(r"\b(?:degree|diploma|licen[cs]ed?|certificat\w+|qualified \w+ status)\b", re.IGNORECASE)
_STEM = 6
"""Letters from which on a cue may be the beginning of a word: "negotiat", "deteriorat"."""
_WEIGHT_OF_ORDER = 0.3
"""What each place nearer to the front of its pack is worth, measured in shared words."""


def posting_text(posting: Posting) -> str:
    """What the posting says of the work: its title, its lines and its sentences about itself."""
    facts = (*(requirement.fact for requirement in posting.requirements), *posting.about, *posting.values)
    return "\n".join((posting.title, *(fact.text for fact in facts)))


def shared(one: str, other: str) -> int:
    """How many words that carry meaning two texts share."""
    return len(content(one) & content(other))


def most_relevant(items: Sequence[T], text: str, count: int, *, words: Callable[[T], str], unlike: str = "") -> list[T]:
    """The `count` items that share most with `text` and least with `unlike`, in the order of the pack."""
    points = [
        shared(words(item), text) - 2 * (shared(words(item), unlike) if unlike else 0) - _WEIGHT_OF_ORDER * index
        for index, item in enumerate(items)
    ]
    best = sorted(range(len(items)), key=lambda index: -points[index])[:count]
    return [items[index] for index in sorted(best)]


def cued(cues: Iterable[str], facts: Iterable[Fact]) -> list[tuple[int, Fact]]:
    """The facts that hold cues, each with their number; a cue that stands in every posting is none."""
    telling = [cue for cue in cues if cue not in SMALL_WORDS]
    counted = ((sum(has_cue(fact.text, cue) for cue in telling), fact) for fact in facts)
    return [(count, fact) for count, fact in counted if count]


def is_paper(requirement: Requirement, knowledge: Knowledge) -> bool:
    """Whether a line asks for a degree, a licence or a number of years: there is little to read between its words."""
    if requirement.kind == "responsibility":
        return False
    if requirement.years is not None or _PAPER.search(requirement.text):
        return True
    return kind_of(requirement.text, knowledge) in _PAPERS


def has_cue(text: str, cue: str) -> bool:
    """Whether a cue stands in the text: as a whole word, or as the beginning of one where it is long."""
    # Few cues stand in a text: most are told by their letters alone, without a pattern.
    return cue.lower() in text.lower() and _pattern(cue).search(text) is not None


@lru_cache(maxsize=4096)
def _pattern(cue: str) -> re.Pattern[str]:
    end = "" if len(cue) >= _STEM else r"\b"
    return re.compile(rf"\b{re.escape(cue)}{end}", re.IGNORECASE)
