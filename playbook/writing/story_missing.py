"""What a bullet leaves out that its kind usually needs, and the line that asks the candidate to find it.

The kind says what is usually missing, and in which order; here is seen what this bullet does state. How the story is told
around it is for `playbook.writing.story_text`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playbook.knowledge.schema import Archetype

_DOUBT = re.compile(r"\w\?(?=[\s,;)]|$)")
"""A question mark of the candidate's own: "bronze? 2016"."""
_STATED: dict[str, tuple[str, ...]] = {
    "baseline": (
        r"from\s+(?:\S+\s+){1,6}?to\s+(?:\S+\s+){0,3}?\S*\d\S*",
        r"from\s+\S*\d\S*\s+(?:\S+\s+){0,4}?to\s+\S+",
        r"(?:up|down)\s+from\s+\S*\d\S*",
        r"(?:vs\.?|versus|against|compared\s+(?:with|to)|previously|formerly|was)\s+(?:\S+\s+){0,2}?\S*\d\S*",
        r"\S*\d\S*\s*(?:-+>|=>|→|➔)\s*\S*\d\S*",
        r"(?:doubl|tripl|halv)\w+",
    ),
    "period": (
        r"(?:in|over|within|for)\s+(?:its\s+|the\s+)?(?:first\s+|last\s+)?[\w-]+\s+(?:month|year|week|quarter|day|hour|season)s?",
        r"(?:per|a|each|every) (?:year|month|week|day|quarter|shift)",
        r"annual(?:ly)?|daily|weekly|monthly|quarterly|FY\d+|Q[1-4]|(?:19|20)\d\d",
    ),
    "size": (r"\S*\d\S*", r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?"),
    "measure": (r"measured|surveys?|audit\w*|scores?|index",),
    "people": (
        r"(?:team|crew|staff|group|brigade|panel|committee|class) of",
        r"with (?:the|a|an|our|two|three|four|five|\d+)",
        r"\d+ (?:\w+ ){0,2}(?:people|staff|engineers|nurses|colleagues|reps|employees|members|students|managers)",
        r"alone|solo",
    ),
    "decision": (r"decided|chose|proposed|recommended|designed|initiated|introduced|championed",),
    "obstacle": (r"despite|although|without|while|under|after",),
    "aftermath": (r"which|result(?:ed|ing)|still|adopted|leading to|so that|since|used by",),
}
"""What a bullet must say for a thing not to be missing. In doubt it is taken as stated: better ask too little than for
what stands on the page."""


def missing(text: str, archetype: Archetype) -> Iterator[str]:
    """What the bullet `text` leaves out of what its kind usually needs, most wanted first; names of `stories-missing-…`."""
    if _DOUBT.search(text):
        yield "doubt"
    for name in archetype.missing:
        if not _states(name).search(text):
            yield name


@cache
def _states(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_STATED[name])})(?!\w)", re.IGNORECASE)
