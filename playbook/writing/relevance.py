"""Which text of a pack speaks most of this posting: by the words that both have, and by the cues that the packs name.

Nothing is worded here. Ties are broken by the order of the pack, which is by weight.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from playbook.reading.boilerplate import is_strain
from playbook.writing.bullets import SMALL_WORDS, content
from playbook.writing.terms import kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from playbook.artifacts.posting import Posting, Requirement
    from playbook.knowledge.packs import Knowledge
    from playbook.provenance import Fact

T = TypeVar("T")
_PAPERS = frozenset({"degree", "licence", "certificate", "language"})
_PAPER = re.compile(
    r"\b(?:degree|diploma|qualification|registration|licen[cs]ed?|certificat\w+|qualified \w+ status)\b", re.IGNORECASE
)
_WHEN = re.compile(
    r"\bweekends\b|\bweekend (?:work|shifts?|hours|availability)\b|\b(?:bank|public) holidays\b|\bunsoci\w+ hours\b"
    r"|\b(?:any )?other duties\b",
    re.IGNORECASE,
)
_STEM = 6
"""Letters from which on a cue may be the beginning of a word: "negotiat", "deteriorat"."""
_MAKER = re.compile(r"[A-Z]{2,4}")
"""Capitals before a capitalised word make a name of it even in a line of names: "MS Project or Primavera P6"."""
_HEADLINE = 0.6
"""Share of capitalised words above which capitals say nothing."""
_WEIGHT_OF_ORDER = 0.3
"""What each place nearer to the front of its pack is worth, measured in shared words."""


def says_when(text: str) -> bool:
    """Whether a line says when one has to work, or that there is more to do: nobody applies for it, or shines by it."""
    return _WHEN.search(text) is not None


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


def cued(cues: Iterable[str], facts: Iterable[Fact], anti: Sequence[str] = ()) -> list[tuple[int, Fact]]:
    """The facts that hold cues, each with their number; one that stands in every posting is none, nor one beside an `anti`."""
    telling = [cue for cue in cues if cue not in SMALL_WORDS]
    plain = (fact for fact in facts if not any(has_cue(fact.text, word) for word in anti))
    counted = ((sum(has_cue(fact.text, cue) for cue in _spelled(telling, fact.text)), fact) for fact in plain)
    return [(count, fact) for count, fact in counted if count]


def is_paper(requirement: Requirement, knowledge: Knowledge) -> bool:
    """Whether a line asks for a degree, a licence, years or a strong back: there is little to read between its words."""
    if requirement.kind == "responsibility":
        return False
    if requirement.years is not None or _PAPER.search(requirement.text) or is_strain(requirement.text):
        return True
    return kind_of(requirement.text, knowledge) in _PAPERS


@lru_cache(maxsize=16384)  # the lines of a posting are asked for the same cues by several sections
def has_cue(text: str, cue: str) -> bool:
    """Whether a cue stands in the text: as a whole word, or as the beginning of one where it is long.

    A part of a compound is none ("close" in "clear-to-close"), and neither is a part of a name ("first" in "Members First").
    """
    return bool(_spelled((cue,), text)) and any(not _is_of_name(text, cue, found) for found in _pattern(cue).finditer(text))


def _spelled(cues: Sequence[str], text: str) -> list[str]:
    """The cues whose letters stand in the text: they are few, and the others need no pattern."""
    lowered = text.lower()
    return [cue for cue in cues if cue.lower() in lowered]


def _is_of_name(text: str, cue: str, found: re.Match[str]) -> bool:
    """Whether a cue in small letters stands as a capitalised word beside another one, in a text that is no headline."""
    if not cue.islower() or not found.group()[:1].isupper() or found.group().isupper():
        return False
    words = text.split()
    maker = text[: found.start()].split()[-1:]
    if maker and _MAKER.fullmatch(maker[0]):
        return True
    before, after = text[: found.start()].split(), text[found.end() :].split()
    if not before or before[-1][-1:] in ".:;!?" or sum(word[:1].isupper() for word in words) > _HEADLINE * len(words):
        return False
    return before[-1][:1].isupper() or (bool(after) and text[found.end() : found.end() + 1] == " " and after[0][:1].isupper())


@lru_cache(maxsize=4096)
def _pattern(cue: str) -> re.Pattern[str]:
    end = "" if len(cue) >= _STEM else r"(?![\w-])"
    return re.compile(rf"(?<![\w-]){re.escape(cue)}{end}", re.IGNORECASE)
