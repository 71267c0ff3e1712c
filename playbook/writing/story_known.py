"""What a bullet states by itself, so that no frame of its story asks for it.

What it leaves out is for `playbook.writing.story_missing`.
"""

from __future__ import annotations

import re
from functools import lru_cache

_KNOWN: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(
            r"\bfrom\s+\S*\d\S*(?:\s+\S+){0,4}?\s+to\s+(?:\S+\s+){0,2}?\S*\d|\bfrom\s+\S+\s+to\s+\S*\d|\d\S*\s*(?:->|=>|→|➔)\s*\S*\d"
        ),
        re.compile(r"\b(?:stand|stood|[Ff]ind the figure from before|starting figure)\b"),
    ),
    (
        re.compile(
            r"\b(?:in|over|within)\s+(?:its\s+first\s+)?\w+\s+(?:month|year|week|quarter|day)s?\b|\bannual|per year|\bFY\d"
        ),
        re.compile(r"over (?:what|which) period|how long did it take in all|time between"),
    ),
    (
        re.compile(
            r"\b(?:team|brigade|crew|staff|group) of \d|"
            r"\d+ (?:\w+ ){0,2}(?:people|staff|engineers|cooks|nurses|colleagues|reps|servers|employees)"
        ),
        re.compile(r"[Hh]ow many (?:were they|people it was|people or)|exactly how many people"),
    ),
    (re.compile(r"\bused by\b|\bstill uses?\b"), re.compile(r"^\[?Who uses it|still in use")),
    (re.compile(r"\d+%\s+of\s+(?:quota|target)|against a target"), re.compile(r"What was the target|how was the number set")),
    (re.compile(r"\d"), re.compile(r"Find one number|^\[Is there a number|rough size|if you have no number")),
    (re.compile(r"\bran(?:ked|king)\b"), re.compile(r"compare with the others|Know the figures cold")),
)
"""What a bullet may state, and the questions that would then ask for what is known."""


def asks_known(question: str, bullet: str) -> bool:
    """Whether a question of a frame asks for what the bullet says."""
    return not _asked(question).isdisjoint(_answered(bullet))


@lru_cache(maxsize=4096)  # frames are the packs', and every story looks through them
def _asked(question: str) -> frozenset[int]:
    """The rows of the table whose question a frame asks."""
    return frozenset(row for row, (_, asks) in enumerate(_KNOWN) if asks.search(question))


@lru_cache(maxsize=1024)
def _answered(bullet: str) -> frozenset[int]:
    """The rows of the table that a bullet answers by itself."""
    return frozenset(row for row, (states, _) in enumerate(_KNOWN) if states.search(bullet))
