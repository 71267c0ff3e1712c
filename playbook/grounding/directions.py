"""Which way a sentence says that things went: up or down, opened or closed, from this to that.

Word lists of English and the readers of them. Whether a sentence goes against its source is for `playbook.grounding.facts`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from playbook.grounding.phrases import Phrases
from playbook.grounding.quantity import Quantity
from playbook.knowledge.tokens import tokens

Way = Literal["up", "down"]
_TURNS = re.compile(r"[;,]\s|\b(?:while|whereas|as|but|and)\s")
"""Where another thing begins to move."""
_WINDOW = 30
"""Characters within which a word says which way a number moved."""

_UP = re.compile(
    r"(?:increas|boost|expand|extend|climb|soar|surg|spik|lengthen|swell|doubl|tripl|quadrupl|jump|multipli|widen)\w*|grew|grow(?:n|ing|th)|rai[sz](?:e|ed|es|ing)|rose|risen|"
    r"ri[sz](?:e|es|ing)|gain(?:ed|ing)|lift(?:ed|ing)",
)
_DOWN = re.compile(
    r"(?:reduc|decreas|slash|shorten|minimi|halv|eliminat|curb)\w*|cut(?:s|ting)?|lower(?:ed|ing)|shr[aiu]nk\w*|dropp?(?:ed|ing)|drops|"
    r"declin(?:e|ed|es|ing)|slid(?:e|es|ing)?|slip(?:s|ped|ping)?|sank|sunk|plung(?:e|ed|es|ing)|plummet(?:ed|s|ing)?|tumbl(?:e|ed|ing)|fell|fallen|falling|trimm(?:ed|ing)|dipp(?:ed|ing)|shav(?:ed|ing)|eas(?:ed|ing)",
)
_OPEN = re.compile(r"(?:improv|accelerat|strengthen|eas|better|optimi)\w*")
"""Ways that are open: a cycle time improves by getting shorter."""
_UP_DOWN = Phrases(
    r"\b(?:(?<=went )|(?<=is )|(?<=are )|(?<=goes )|(?<=gone )|(?<=going )|"
    r"(?<=came )|(?<=come )|(?<=crept ))(?P<went>up|down)\b|"
    r"\b(?P<way>up|down)\s+(?:by |to |from |about |around |roughly |nearly |over |some )*[$€£~]?(?=\d|\w+(?:teen|ty)\b)",
    re.IGNORECASE,
)
_INSTEAD = Phrases(r"\b(?P<now>\w+) (?:instead of|rather than|not) (?P<then>\w+)\b", re.IGNORECASE)
_WAY = Phrases(r"\b(?P<way>from|out of|off|into|onto|to)\s+(?P<what>[A-Z][\w/.&-]*\w|[A-Z])")
_WAYS_OUT = frozenset({"from", "out of", "off"})
_REPLACED = Phrases(
    r"\breplac\w+ (?:the |our )?(?P<then>[\w-]+(?: [\w-]+)?) (?:with|by) (?P<now>[\w-]+(?: [\w-]+)?)", re.IGNORECASE
)
_SHRANK = Phrases(r"(?:(?<=[a-z] )|(?<=\())[-−–](?=\d)")
_GREW = Phrases(r"(?:(?<=[a-z] )|(?<=\())\+(?=\d)")
_FROM_TO = Phrases(r"\bfrom (?P<then>[a-z][\w-]+) to (?P<now>[a-z][\w-]+)\b", re.IGNORECASE)
_OPPOSITES = (
    ("over (?:the )?budget", "under (?:the )?budget"),
    ("ahead of schedule", "behind schedule"),
    ("above (?:target|plan|quota)", "below (?:target|plan|quota)"),
    ("in full", "in part"),
    ("above", "below|under"),
    ("internal", "external"),
    ("first", "last"),
    ("largest", "smallest"),
    ("highest", "lowest"),
    ("voluntary", "involuntary"),
    ("since", "until"),
    ("before|prior to", "after|following"),
    ("too high", "too low"),
    ("sav(?:ed|ing|ings)", "added to"),
    ("solo", "team"),
    ("won", "lost"),
    ("open(?:ed|ing)", "clos(?:ed|ing)"),
    ("add(?:ed|ing)", "remov(?:ed|ing)"),
    ("bought|purchas(?:ed|ing)", "sold|selling"),
    ("hir(?:ed|ing)", "laid off|laying off|dismiss(?:ed|ing)"),
    ("exceed(?:ed|ing)|beat|surpass(?:ed|ing)", "miss(?:ed|ing)|fell short"),
    ("centrali[sz](?:ed|ing)", "decentrali[sz](?:ed|ing)"),
    ("outsourc(?:ed|ing)", "insourc(?:ed|ing)|in-house"),
    ("strengthen(?:ed|ing)", "weaken(?:ed|ing)"),
    ("improv(?:ed|ing)", "worsen(?:ed|ing)"),
    ("shorten(?:ed|ing)", "lengthen(?:ed|ing)"),
    ("sp(?:ed|eeding) up|accelerat(?:ed|ing)", "slow(?:ed|ing)"),
    ("more", "fewer|less"),
    ("longer", "shorter"),
    ("higher", "lower"),
    ("better", "worse"),
    ("faster", "slower"),
    ("early", "late"),
    ("inbound", "outbound"),
    ("expand(?:ed|ing)", "consolidat(?:ed|ing)|downsiz(?:ed|ing)"),
    ("upgrad(?:ed|ing)", "downgrad(?:ed|ing)"),
    ("full-time", "part-time"),
    ("manual(?:ly)?", "automat(?:ed|ic|ically)"),
    ("domestic", "international"),
    ("upstream", "downstream"),
    ("written", "verbal"),
    ("start(?:ed|ing)|launch(?:ed|ing)|began|found(?:ed|ing)", "end(?:ed|ing)|discontinu(?:ed|ing)|shut down|stopp(?:ed|ing)"),
    ("accept(?:ed|ing)", "declin(?:ed|ing)|reject(?:ed|ing)|turned down"),
    ("pass(?:ed|ing)", "fail(?:ed|ing|s)"),
    ("tighten(?:ed|ing)", "loosen(?:ed|ing)|relax(?:ed|ing)"),
    ("surfac(?:ed|ing)|disclos(?:ed|ing)", "hid|hiding|conceal(?:ed|ing)"),
    ("brought forward|bring forward", "delay(?:ed|ing)|postpon(?:ed|ing)"),
    ("took over|taking over|taken over", "handed over|handed off|handing over"),
    ("taught|teaching", "learned|learnt|learning"),
    ("within budget|on budget", "exceeded (?:the )?budget"),
)
"""Pairs of which a sentence may not take the other side."""
LASTING = frozenset({"since", "until", "before|prior to", "after|following"})
"""Sides that a denial does not turn round: none since is not none until."""
_SIDES = Phrases(
    r"\b(?:"
    + "|".join(
        f"(?P<{side}{number}>{pair[index]})" for number, pair in enumerate(_OPPOSITES) for index, side in enumerate("lr")
    )
    + r")\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def opposites(text: str) -> frozenset[str]:
    """Which sides of pairs of opposites the text takes: `over budget`, `in part`."""
    taken = (str(match.lastgroup) for match in _SIDES.at_words(text))
    return frozenset(_OPPOSITES[int(group[1:])]["lr".index(group[0])] for group in taken)


@lru_cache(maxsize=16384)
def swaps(text: str) -> frozenset[tuple[str, str]]:
    """Pairs of words of which the first replaced the second: "weekly instead of quarterly", "from quarterly to weekly"."""
    found = {(match["now"].lower(), match["then"].lower()) for match in _INSTEAD.finditer(text)}
    found |= {(match["now"].lower(), match["then"].lower()) for match in _FROM_TO.finditer(text)}
    return frozenset(found | {(match["now"].lower(), match["then"].lower()) for match in _REPLACED.finditer(text)})


@lru_cache(maxsize=16384)
def ends_of_ways(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a text goes from, and to, by name: languages that are translated, systems that are left."""
    left, reached = set[str](), set[str]()
    for match in _WAY.finditer(text):
        (left if match["way"].lower() in _WAYS_OUT else reached).add(match["what"])
    return frozenset(left), frozenset(reached)


def is_telling(side: str) -> bool:
    """Whether a side of a pair can hardly speak of anything else."""
    return " " in side and "|" not in side


@cache
def opposite(side: str) -> str:
    """The other side of a pair."""
    return next(right if side == left else left for left, right in _OPPOSITES if side in (left, right))


@lru_cache(maxsize=16384)
def ways(text: str) -> tuple[tuple[int, Way], ...]:
    """Where the text says that something rose or fell."""
    found = [(token.start, way) for token in tokens(text) if (way := _way(token.folded)) is not None]
    found += [(match.start(), (match["way"] or match["went"]).lower()) for match in _UP_DOWN.finditer(text)]  # type: ignore[misc]  # one of the two
    found += [(match.start(), "down") for match in _SHRANK.finditer(text)]
    found += [(match.start(), "up") for match in _GREW.finditer(text)]
    return tuple(sorted(found))


@lru_cache(maxsize=16384)
def neutral_rise(text: str) -> bool:
    """Whether the text improves or eases something: what moved which way is open."""
    return any(_is_open(token.folded) for token in tokens(text))


def way_of(one: Quantity, moves: tuple[tuple[int, str], ...], text: str) -> str | None:
    """Which way a number moved, by the nearest word before it in its clause, else shortly after it."""
    before = [(start, way) for start, way in moves if one.start - 2 * _WINDOW < start < one.start]
    if before and not _TURNS.search(text[before[-1][0] : one.start]):
        return before[-1][1]
    after = next(((start, way) for start, way in moves if one.end <= start < one.end + _WINDOW), None)
    return after[1] if after and not _TURNS.search(text[one.end : after[0]]) else None


@lru_cache(maxsize=65536)
def _way(word: str) -> Way | None:
    if _DOWN.fullmatch(word):
        return "down"
    return "up" if _UP.fullmatch(word) else None


@lru_cache(maxsize=65536)
def _is_open(word: str) -> bool:
    return _OPEN.fullmatch(word) is not None
