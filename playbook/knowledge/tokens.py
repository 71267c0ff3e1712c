"""Words of a text: where they stand, how they fold, and their stems.

The smallest unit of everything that looks things up in texts. Which words mean what is for
`playbook.knowledge.lexicon`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from playbook.knowledge.recall import recalled
from playbook.knowledge.words import FILLER

_WORD = re.compile(r"\.net\b|[^\W_]+(?:['’][^\W_]+)*(?:[+#]+(?![^\W_]))?", re.IGNORECASE)
_BRITISH = (
    (re.compile(r"is(e|ed|es|er|ers|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|es|er|ers|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{2})our(?=$|s$|ed$|ing$|al$|ally$|ite$|able$)"), "or"),
    (re.compile(r"(?<=[a-z]{2})tre(?=s?$)"), "ter"),
    (re.compile(r"^paed"), "ped"),
    (re.compile(r"^anaesth"), "anesth"),
    (re.compile(r"^haem"), "hem"),
    (re.compile(r"^programme(?=s?$)"), "program"),
    (re.compile(r"(?<=[a-z]{3}[aeiou])ll(?=(ed|ing|er|ers)$)"), "l"),
)
"""Both spellings of a word get one stem; what else the rules touch is touched on both sides alike."""
_STEMMED_FROM = 4
"""Shorter words keep their form: abbreviations lose their meaning with a letter."""

_APART = frozenset({"founded", "securities"})
"""Words that look like a form of another one and mean something else: who found a fault founded nothing."""
_VOWEL = re.compile(r"[aeiouy]")

STOP = frozenset(
    """
    a about above across after again all also an and another any anyone are around as at back be because been before
    being between both but by can could day did do does doing done down during each either else etc even every everyone
    everything few first for from get give given go good had has have having he her here him his how i if in into is it
    its just keep know less let like ll made make makes making many may me more most much must my need needed needs
    neither new no nor not nothing now of off on once one only onto or other others our out over own part per please put
    rather re really s same see set several she should since so some someone something such t take than that the their
    them themselves then there these they thing things this those through to together too toward towards two three under
    until up upon us use used using ve very via want was way we well were what when where whether which while who whom
    whose why will with within without would yet you your yours non plus eg ie
    aren't can't couldn't didn't doesn't don't he's here's i'd i'll i'm i've isn't it's let's she's that's there's they'll
    they're they've wasn't we'd we'll we're we've weren't what's who's won't wouldn't you'd you'll you're you've
    """.split()  # noqa: SIM905  words read as words
)
"""Words that carry no meaning of their own."""


class Token(NamedTuple):
    """A word of a text; there are very many, and a tuple is the cheapest to make."""

    text: str
    start: int
    end: int
    folded: str
    """Lower case, without a possessive, in American spelling."""
    base: str
    """Without inflection only: names are matched by it, for a stem would take integrity for integration."""
    stem: str
    """Of the word's family: `integrity` and `integrate` share one."""


@recalled(8192)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text`, in order; `C++`, `C#` and `.NET` are words, `CI/CD` and `GD&T` are two each."""
    # The constructor of a named tuple is a function that calls this one.
    return tuple([tuple.__new__(Token, (word := match[0], *match.span(), *_forms(word))) for match in _WORD.finditer(text)])


def is_content(token: Token) -> bool:
    """Whether a word carries meaning in a requirement."""
    return not (
        token.folded in STOP
        or token.folded in _fillers()
        or token.folded[0].isdigit()
        or (len(token.folded) == 1 and token.text.islower())
    )


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    """The filler as tokens spell it: "expertise" ends like a British verb."""
    return frozenset(fold(word) for word in FILLER)


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, str, str]:
    folded = fold(word)
    return folded, base(folded), stem(folded)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """`word` in lower case, without a possessive, in American spelling."""
    folded = word.casefold().replace("’", "'")
    if folded == ".net":
        return "dotnet"
    folded = folded.removesuffix("'s").replace("'", "")
    for pattern, american in _BRITISH:
        folded = pattern.sub(american, folded)
    return folded


_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """The stem of a folded word. Two words of one family get one stem, more or less."""
    if len(folded) < _STEMMED_FROM or not folded.isalpha():
        return folded
    return str(_STEMMER.stemWord(folded))


@lru_cache(maxsize=65536)
def base(folded: str) -> str:
    """A folded word without plural, past or `-ing`; a silent `e` goes too, so that all forms meet."""
    if len(folded) < _STEMMED_FROM or not folded.isalpha() or folded in _APART:
        return folded
    if folded.endswith("ies"):
        return folded[:-3] + "y" if len(folded) > _STEMMED_FROM else folded[:-1]
    if folded.endswith("ied"):
        return folded[:-3] + "y"
    for suffix in ("ing", "ed"):
        rest = folded.removesuffix(suffix)
        if rest != folded and _VOWEL.search(rest) and len(rest) > 1:
            return _undoubled(rest).removesuffix("e")
    if folded.endswith("es") and folded[:-2].endswith(("ss", "sh", "ch", "x", "z")):
        return folded[:-2]
    if folded.endswith("s") and not folded.endswith(("ss", "us", "is")):
        folded = folded[:-1]
    return folded.removesuffix("e") if len(folded) >= _STEMMED_FROM else folded


def _undoubled(rest: str) -> str:
    doubled = rest[-1] == rest[-2] and rest[-1] not in "aeioulsz"
    return rest[:-1] if doubled else rest


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of `text`, in order."""
    return tuple(token.stem for token in tokens(text))
