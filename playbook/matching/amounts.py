"""Amounts that a line asks for besides years: "a P&L of $150M or more", "teams of 20 or more".

Amounts of money and numbers of things, beside those in the lines of the resume that show the rest. Years are for
`playbook.matching.rules` and `playbook.matching.tenure`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from playbook.knowledge.tokens import is_content, tokens
from playbook.matching.evidence import Piece
from playbook.matching.rules import Ruling

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_SCALE = r"(?:\s?(?P<scale>k|m|mm|mn|b|bn|million|billion|thousand|crore|lakh)\b)?"
_MONEY = rf"(?P<sign>[$€£₹])\s?(?P<number>{_NUMBER}){_SCALE}"
_LEAST = r"(?:over|above|at least|more than|minimum(?: of)?|exceeding|upwards of)"
_ASKED_MONEY = re.compile(
    rf"(?:(?P<before>{_LEAST}|from)\s+)?(?:[$€£₹]\s?{_NUMBER}[a-z]*\s?(?:to|-|–)\s?)?"
    rf"{_MONEY}(?P<after>\s?\+|\s+or (?:more|above|over))?",
    re.IGNORECASE,
)
_ASKED_COUNT = re.compile(
    rf"(?:(?P<before>{_LEAST})\s+)?(?<![$€£₹\d.,])(?P<number>{_NUMBER})(?P<after>\s?\+|\s+or more)?\s+"
    r"(?!years?\b|yrs?\b|months?\b|hours?\b|hrs?\b|days?\b|weeks?\b|minutes?\b|or\b|and\b|to\b|of\b|in\b|per\b)(?P<noun>[a-z]{4,})",
    re.IGNORECASE,
)
_ANY_MONEY = re.compile(_MONEY, re.IGNORECASE)
_TIMES = {"k": 1e3, "thousand": 1e3, "lakh": 1e5, "crore": 1e7, "b": 1e9, "bn": 1e9, "billion": 1e9}
_MILLION = 1e6
_LESS = 0.4
"""What an amount counts of which the resume shows less."""


def amounts(text: str, shown: Iterable[Piece]) -> Iterator[tuple[str, Ruling]]:
    """The amounts of a line, each with how far the lines that show the rest have as much."""
    pieces = tuple(dict.fromkeys(shown))
    for match in _ASKED_MONEY.finditer(text):
        if match["before"] or match["after"]:
            yield match.group(), _beside(_value(match), pieces, partial(_money_in, sign=match["sign"]))
    for match in _ASKED_COUNT.finditer(text):
        if match["before"] or match["after"]:
            noun = frozenset(token.stem for token in tokens(match["noun"]) if is_content(token))
            yield match.group(), _beside(_value(match), pieces, partial(_counts_in, noun=noun))


def is_amount(words: str) -> bool:
    """Whether words are no more than an amount."""
    return bool(_ASKED_MONEY.fullmatch(words) or _ASKED_COUNT.fullmatch(words))


def _beside(asked: float, pieces: Sequence[Piece], figures: Callable[[Piece], Iterator[float]]) -> Ruling:
    """What the largest of the figures in these lines is beside what is asked; nobody can tell without one."""
    found = {piece: max(numbers) for piece in pieces if (numbers := list(figures(piece)))}
    enough = tuple(piece for piece, most in found.items() if most >= asked)
    if enough:
        return Ruling(1.0, enough)
    return Ruling(_LESS, tuple(found)) if found else Ruling(None)


def _money_in(piece: Piece, sign: str) -> Iterator[float]:
    return (_value(match) for match in _ANY_MONEY.finditer(piece.fact.text) if match["sign"] == sign)


def _counts_in(piece: Piece, noun: frozenset[str]) -> Iterator[float]:
    for match in re.finditer(rf"(?<![$€£₹\d.,])({_NUMBER})\+?\s+((?:[\w-]+\s+){{0,2}}?[\w-]+)", piece.fact.text):
        if noun & {token.stem for token in tokens(match[2])}:
            yield float(match[1].replace(",", ""))


def _value(match: re.Match[str]) -> float:
    number = float(match["number"].replace(",", ""))
    scale = (match.groupdict().get("scale") or "").casefold()
    return number * (_TIMES.get(scale, _MILLION) if scale else 1.0)
