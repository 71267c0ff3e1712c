"""Which way a sentence says that things went: up or down, opened or closed, from this to that.

Word lists of English and the readers of them. Whether a sentence goes against its source is for `playbook.grounding.facts`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from playbook.knowledge.tokens import Token, tokens

Way = Literal["up", "down"]

_UP = re.compile(
    r"(?:increas|boost|expand|climb|soar|surg|spik|lengthen|swell|doubl|tripl|quadrupl|jump|multipli|widen)\w*|grew|grow(?:n|ing|th)|rai[sz](?:e|ed|es|ing)|rose|risen|"
    r"ri[sz](?:e|es|ing)|gain(?:ed|ing)|lift(?:ed|ing)",
)
_DOWN = re.compile(
    r"(?:reduc|decreas|slash|shorten|minimi|halv|eliminat|curb)\w*|cut(?:s|ting)?|lower(?:ed|ing)|shr[aiu]nk\w*|dropp?(?:ed|ing)|drops|"
    r"declin(?:e|ed|es|ing)|slip(?:s|ped|ping)?|sank|sunk|plung(?:e|ed|es|ing)|plummet(?:ed|s|ing)?|tumbl(?:e|ed|ing)|fell|fallen|falling|trimm(?:ed|ing)|dipp(?:ed|ing)|shav(?:ed|ing)|eas(?:ed|ing)",
)
_OPEN = re.compile(r"(?:improv|accelerat|strengthen|eas|better|optimi)\w*")
"""Ways that are open: a cycle time improves by getting shorter."""
_UP_DOWN = re.compile(
    r"\b(?:(?<=went )|(?<=is )|(?<=are )|(?<=goes )|(?<=gone )|(?<=going )|"
    r"(?<=came )|(?<=come )|(?<=crept ))(?P<went>up|down)\b|"
    r"\b(?P<way>up|down)\s+(?:by |to |from |about |around |roughly |nearly |over |some )*[$€£~]?(?=\d|\w+(?:teen|ty)\b)",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"\b(?P<now>\w+) (?:instead of|rather than|not) (?P<then>\w+)\b", re.IGNORECASE)
_TRANSLATED = re.compile(r"\b(?P<way>from|into)\s+(?P<what>[A-Z][a-z]+)\b")
_FROM_TO = re.compile(r"\bfrom (?P<then>[a-z][\w-]+) to (?P<now>[a-z][\w-]+)\b", re.IGNORECASE)
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
_SIDES = re.compile(
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
    taken = (str(match.lastgroup) for match in _SIDES.finditer(text))
    return frozenset(_OPPOSITES[int(group[1:])]["lr".index(group[0])] for group in taken)


@lru_cache(maxsize=16384)
def swaps(text: str) -> frozenset[tuple[str, str]]:
    """Pairs of words of which the first replaced the second: "weekly instead of quarterly", "from quarterly to weekly"."""
    found = {(match["now"].lower(), match["then"].lower()) for match in _INSTEAD.finditer(text)}
    return frozenset(found | {(match["now"].lower(), match["then"].lower()) for match in _FROM_TO.finditer(text)})


@lru_cache(maxsize=16384)
def languages(text: str, way: Literal["from", "into"]) -> frozenset[str]:
    """What a text goes from, or into, by name: languages that are translated, systems that are left."""
    return frozenset(match["what"] for match in _TRANSLATED.finditer(text) if match["way"] == way)


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
    found = [(token.start, way) for token in tokens(text) if (way := _way(token)) is not None]
    found += [(match.start(), (match["way"] or match["went"]).lower()) for match in _UP_DOWN.finditer(text)]  # type: ignore[misc]  # one of the two
    return tuple(sorted(found))


@lru_cache(maxsize=16384)
def neutral_rise(text: str) -> bool:
    """Whether the text improves or eases something: what moved which way is open."""
    return any(_OPEN.fullmatch(token.folded) for token in tokens(text))


def _way(token: Token) -> Way | None:
    if _DOWN.fullmatch(token.folded):
        return "down"
    return "up" if _UP.fullmatch(token.folded) else None
