"""What a line leaves to choose: "healthcare or contract catering", "military, police or emergency services".

Reading lines only, by their words and not by the packs: which of the things is shown is for `playbook.matching.parts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.knowledge.tokens import is_content, tokens
from playbook.matching.headed_lists import headed_lists

_BOUND = (
    r"(?:an?|the|in|of|with|as|for|to|by|at|from|and|or|on|within|into|under|using|is|are|be|have|has|had|any|other|your|our|"
    r"including|plus|between|across|related|similar|equivalent|either|both|preferably|ideally|strong|good|proven)\b"
)
_WORD = r"[^\W\d_][\w'’&+#./-]*[\w+#]|[^\W\d_]"
_SHORT = r"[ \t]*\([A-Z][A-Z&/-]{1,7}\)"
"""How a thing is abbreviated behind its name: "Kentucky (KYTC)"."""
_THING = rf"(?!{_BOUND})(?:{_WORD})(?:[ \t]+(?!{_BOUND})(?:{_WORD})){{0,2}}(?-i:{_SHORT})?"
_CHOICE = re.compile(
    rf"(?<![\w-]){_THING}(?:\s*,\s*(?:an?\s+)?{_THING})*\s*,?\s+(?:and/or|or)\s+(?:an?\s+|the\s+|{_BOUND}\s+)?{_THING}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\s*,\s*(?:or\s+)?(?:an?\s+)?|\s+(?:and/or|or)\s+(?:an?\s+|the\s+|{_BOUND}\s+)?", re.IGNORECASE)
_PLACE = re.compile(
    r"\s*\b(?:setting|environment|background|sector|industry|field|space|compan(?:y|ies)|organi[sz]ations?|experience|"
    r"business(?:es)?)$",
    re.IGNORECASE,
)
"""Where something was done: each of the things before it is a whole name of such a place."""
_NAME = re.compile(r"[A-Z][\w-]*[A-Z\d]|.\b[A-Z]")
"""A name by its spelling: an abbreviation, or a capital that begins no line."""
_ONE_OF = re.compile(
    r"\b(?:at least one|one or more|any|either|one)(?: of)?(?: the following)?\b(?:\s+[\w/&-]+){0,6}$", re.IGNORECASE
)
"""Before a list of which one thing is enough."""
_HEADED = 2
"""Words of a name whose last one may be left out of the name before it."""


@dataclass(frozen=True)
class Thing:
    """One of the things of which any will do."""

    start: int
    end: int
    words: str
    """Verbatim."""


@dataclass(frozen=True)
class Choice:
    """Things of which any will do, in order."""

    things: tuple[Thing, ...]
    is_list: bool = False
    """Whether they stand in a list without an "or": "at least one design package (LEAP, MIDAS)"."""

    @property
    def of_places(self) -> bool:
        """Whether they are places or fields: "a hotel, restaurant or care home setting"."""
        return bool(_PLACE.search(self.things[-1].words))

    def holds(self, start: int) -> bool:
        """Whether one of the things has the letter at this place."""
        return any(thing.start <= start < thing.end for thing in self.things)

    def telling(self, thing: Thing) -> frozenset[str]:
        """The stems by which a line shows a thing that no pack knows; none where its words say too little alone."""
        short = re.search(_SHORT, thing.words)
        words = short.group() if short is not None else _PLACE.sub("", thing.words)
        stems = frozenset(token.stem for token in tokens(words) if is_content(token))
        says = (self.of_places or len(stems) > 1 or bool(_NAME.search(thing.words))) and any(len(one) > 1 for one in stems)
        return stems if says else frozenset()


def choices(text: str) -> Iterator[Choice]:
    """The choices of a line."""
    for match in _CHOICE.finditer(text):
        yield Choice(tuple(_things(text, match)))
    for one in headed_lists(text):
        named = one.in_brackets and all(item.words[:1].isupper() or item.words[:1].isdigit() for item in one.items)
        if named or _ONE_OF.search(text[: one.end]):
            yield Choice(tuple(Thing(item.start, item.end, item.words) for item in one.items), is_list=True)


def shared_noun(name: str) -> str:
    """The noun that a name shares with the things before it: "data or business analysis" has an analysis of data, too.

    What says of both that they are places is none: behind "setting" stands "healthcare or contract catering".
    """
    words = _PLACE.sub("", name).split()
    return words[-1] if len(words) >= _HEADED else ""


def _things(text: str, match: re.Match[str]) -> Iterator[Thing]:
    at = match.start()
    for between in _BETWEEN.finditer(text, match.start(), match.end()):
        yield Thing(at, between.start(), text[at : between.start()])
        at = between.end()
    yield Thing(at, match.end(), text[at : match.end()])
