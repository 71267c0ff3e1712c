"""Lists in a requirement with the thing that heads them: "internal communications (town halls, all-hands remarks)".

Reading lines only, by their marks and not by the packs: what such a list shows of its heading is for
`playbook.matching.instances`, which of its things is enough for `playbook.matching.choices`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from playbook.knowledge.tokens import tokens

_EXAMPLES = r"such as|including|incl\.?|e\.?g\.?,?|i\.?e\.?,?|like|for example,?|for instance,?|namely"
_OPENER = re.compile(
    rf"\s*\(\s*(?:(?:{_EXAMPLES}|examples?:|ideally|preferably)\s*)?|:\s+|\s+[–—-]+\s+|,?\s+(?:{_EXAMPLES})\s+", re.IGNORECASE
)
_PARTING = re.compile(r"\s*[,;]\s*(?:(?:and|or|plus)\s+)?|\s+(?:and/or|and|or|&|plus)\s+", re.IGNORECASE)
_BOUND = re.compile(
    r"[.;:,()&]|\s[–—-]+\s|\b(?:and|or|with|in|of|on|for|to|by|at|from|the|an?|your|our|their|its|all|through|using|as)\b",
    re.IGNORECASE,
)
"""What stands before the last phrase of a heading."""
_CLAUSE = re.compile(r"\b(?:we|you|you['’]ll|our|they|who|which|that|is|are|will)\b|^[$€£₹]?\d", re.IGNORECASE)
"""What no thing of a list is: "computer skills - we use Saffron", "the centre (98 places, 24 staff)"."""
_LONGEST = 6
"""Words of an item; a longer one is a clause of its own."""
_FEWEST = 2


@dataclass(frozen=True)
class Item:
    """One of the things that a list has."""

    start: int
    end: int
    words: str
    """Verbatim."""


@dataclass(frozen=True)
class HeadedList:
    """Things, and the phrase that they are instances of."""

    start: int
    """Of the phrase that heads the list."""
    end: int
    items: tuple[Item, ...]
    in_brackets: bool

    def heads(self, start: int, end: int) -> bool:
        """Whether these letters lie in the heading."""
        return self.start <= start and end <= self.end

    def holds(self, start: int) -> bool:
        """Whether one of its things has the letter at this place."""
        return any(item.start <= start < item.end for item in self.items)


def headed_lists(text: str) -> Iterator[HeadedList]:
    """The lists of a line that have a heading and at least two things."""
    for opener in _OPENER.finditer(text):
        in_brackets = "(" in opener.group()
        stops = ")" if in_brackets else ".(" if ":" in opener.group() else ".;:("
        end = min([at for at in (_stop(text, stop, opener.end()) for stop in stops) if at >= 0], default=len(text))
        items = tuple(_items(text, opener.end(), end))
        start = max((bound.end() for bound in _BOUND.finditer(text, 0, opener.start())), default=0)
        start += len(text[start : opener.start()]) - len(text[start : opener.start()].lstrip())
        if len(items) >= _FEWEST and start < opener.start() and not any(_CLAUSE.search(item.words) for item in items):
            yield HeadedList(start, opener.start(), items, in_brackets)


def is_deed(heading: str, verbs: AbstractSet[str]) -> bool:
    """Whether a heading says what is done, which its means alone do not show: "putting models into production (Docker)"."""
    first = [token for token in tokens(heading) if token.folded not in {"experience", "experienced"}][:1]
    return bool(first) and first[0].folded.endswith("ing") and first[0].stem in verbs


def _stop(text: str, mark: str, begin: int) -> int:
    """Where a mark ends the list: a dot inside a name or a number does not."""
    found = re.compile(re.escape(mark) + (r"(?=\s|$)" if mark == "." else "")).search(text, begin)
    return found.start() if found else -1


def _items(text: str, start: int, end: int) -> Iterator[Item]:
    places = [start]
    for parting in _PARTING.finditer(text, start, end):
        places += [parting.start(), parting.end()]
    places.append(end)
    for begin, stop in zip(places[::2], places[1::2], strict=True):
        words = text[begin:stop].strip()
        if words and len(words.split()) <= _LONGEST and re.search(r"\w", words):
            at = begin + len(text[begin:stop]) - len(text[begin:stop].lstrip())
            yield Item(at, at + len(words), words)
