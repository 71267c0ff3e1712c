"""What a sentence says was done: how strong its verb is, which way things moved, what it denies, what it certifies.

Word lists of English and the readers of them. Whether a sentence goes beyond its source is for
`playbook.grounding.judging`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from playbook.knowledge.tokens import Token, tokens

Way = Literal["up", "down"]

_WEAK = re.compile(
    r"\b(?:assist(?:ed|ing|s)?|help(?:ed|ing|s)?|support(?:ed|ing|s)?|contribut\w+|participat\w+|aid(?:ed|ing)|shadow(?:ed|ing)|"
    r"observ(?:ed|ing)|took part|taking part|involved in|part of|member of|sat on|exposure to|worked alongside|under the|"
    r"back(?:ed|ing) up|collaborat\w+|joined|attend(?:ed|ing)|played a part|had a hand|lent a hand|pitched in)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:led|leads?|leading|head(?:ed|ing|s)|manag(?:ed|es?|ing)(?! (?:it|to)\b)|direct(?:ed|ing|s)|own(?:ed|ing|s)|"
    r"found(?:ed|ing)|spearhead\w*|overs(?:aw|ee\w*)|supervis\w+|chair(?:ed|ing|s)|architect(?:ed|ing)|pioneer(?:ed|ing)|"
    r"masterminded|orchestrated|championed|in charge of|responsible for|r[au]n(?:ning|s)?|at the helm|took charge|"
    r"dr[io]ve[ns]?)\b",
    re.IGNORECASE,
)
_WEAK_ACT = re.compile(
    r"^\W*(?:assist(?:ed|ing)?|help(?:ed|ing)?|support(?:ed|ing)?|contribut(?:ed|ing)|participat(?:ed|ing)|aid(?:ed|ing)|shadow(?:ed|ing)|"
    r"observ(?:ed|ing)|collaborat(?:ed|ing)|member of|part of|sat on|took part|attend(?:ed|ing)|back(?:ed|ing) up)\b",
    re.IGNORECASE,
)
_UP = frozenset(
    """
    increas grew grow rais rose ris boost expand gain climb doubl tripl lift jump improv double triple accelerat scale
    scal widen multipli strengthen extend
    """.split()  # noqa: SIM905  words read as words
)
_DOWN = frozenset(
    """
    reduc decreas cut lower shrink shrank drop declin fell fall lost lose slash shorten minim halv trim eas dip curb shav
    halve eliminat diminish
    """.split()  # noqa: SIM905  words read as words
)
_LOSSES = frozenset(
    """
    improv eas accelerat strengthen scale scal extend
    """.split()  # noqa: SIM905  words read as words
)
"""Ways up that say as well that something fell: a cycle time improves by getting shorter."""
_NEGATORS = frozenset(
    """
    no not never without none zero nor cannot nobody nothing
    """.split()  # noqa: SIM905  words read as words
)
_NEGATED = re.compile(r"\b\w+n['’]t\b|\bfail(?:ed|ing) to\b|-free\b|\bunable\b", re.IGNORECASE)
_CREDENTIALS = re.compile(
    r"\b(?:certifi\w+|licen[cs]ed?|licensure|accredit\w+|charter(?:ed|ship)|diplomas?|degrees?|"
    r"bachelor\w*|master[’']?s|mba|ph\.?d|doctora\w+|fellow(?:ship)?|board-certified|registered|graduat\w+|"
    r"patent\w*|award\w*|published|publication\w*|elected|promoted|promotion|honou?rs|"
    r"prize|valedictorian|qualified as)\b",
    re.IGNORECASE,
)
_LEAK = re.compile(
    r"\b(?:as an? (?:ai|language model|assistant)|as requested|let me know if|per your (?:request|instructions)|"
    r"here (?:is|are) (?:the|a|your) (?:\w+ )?(?:sentence|line|rewrite|version|bullet|answer)|rewritten|word count|json|"
    r"(?:ignore|disregard|forget) (?:all |any |the )?(?:previous|prior|above|earlier|other)|system prompt|instructions?:|"
    r"(?:do not|don't) (?:mention|reveal|invent)|the (?:draft|prompt|source) (?:says|states|asks)|"
    r"rate (?:this|the) candidate|(?:this|the) candidate (?:is|should|must|has|was|would)|hire (?:this|them)|best candidate|"
    r"note to (?:the )?(?:model|recruiter|hiring|screener))\b|^(?:sure|certainly)[,!]|<<|>>|\{\{|```",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def is_weak(text: str) -> bool:
    """Whether the text opens with an act that leaves the deed to others: assisted, supported, took part."""
    return bool(_WEAK_ACT.search(text))


@lru_cache(maxsize=16384)
def weak_words(text: str) -> bool:
    """Whether the text says anywhere that the deed was shared or another's."""
    return bool(_WEAK.search(text))


@lru_cache(maxsize=16384)
def strong_words(text: str) -> tuple[str, ...]:
    """Words by which the text claims to have been in charge."""
    return tuple(match.group().lower() for match in _STRONG.finditer(text))


@lru_cache(maxsize=16384)
def credentials(text: str) -> tuple[str, ...]:
    """Words by which the text claims a degree, licence, certificate, award, patent or rise."""
    return tuple(match.group().lower() for match in _CREDENTIALS.finditer(text))


@lru_cache(maxsize=16384)
def leaks(text: str) -> tuple[str, ...]:
    """Words that belong to a prompt and not to a playbook."""
    return tuple(match.group() for match in _LEAK.finditer(text))


@lru_cache(maxsize=16384)
def ways(text: str) -> tuple[tuple[int, Way], ...]:
    """Where the text says that something rose or fell."""
    return tuple((token.start, way) for token in tokens(text) if (way := _way(token)) is not None)


@lru_cache(maxsize=16384)
def neutral_rise(text: str) -> bool:
    """Whether the text improves or eases something: what moved which way is open."""
    return any(_starts(token.folded, _LOSSES) for token in tokens(text))


@lru_cache(maxsize=16384)
def denied(text: str) -> frozenset[str]:
    """Stems of the two content words that follow each denial: what the text says was not."""
    found: set[str] = set()
    words = tokens(text)
    for at, token in enumerate(words):
        if token.folded in _NEGATORS or _NEGATED.fullmatch(token.text):
            after = [one.stem for one in words[at + 1 : at + 5] if len(one.folded) > 3 and one.folded not in _NEGATORS]  # noqa: PLR2004
            found.update(after[:2])
        elif text[token.end : token.end + 5].lower().startswith("-free"):
            found.add(token.stem)
    return frozenset(found)


def _way(token: Token) -> Way | None:
    if _starts(token.folded, _DOWN):
        return "down"
    return "up" if _starts(token.folded, _UP) and not _starts(token.folded, _LOSSES) else None


def _starts(word: str, stems: frozenset[str]) -> bool:
    return any(word == stem or (word.startswith(stem) and word[len(stem) :] in _ENDINGS) for stem in stems)


_ENDINGS = frozenset(
    """
    s d e ed ing es ting ted ped ping tion tions ation ations in ied ies ning ned er n sing
    """.split()  # noqa: SIM905  words read as words
)
