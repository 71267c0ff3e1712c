"""Amounts that a line asks for besides years: "a P&L of $150M or more", "teams of 20 or more".

Amounts of money and numbers of things, beside those in the lines of the resume that show the rest. Years are for
`playbook.matching.rules` and `playbook.matching.tenure`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from playbook.knowledge.tokens import is_content, stem, tokens
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
_ASKED_SIZE = re.compile(
    rf"\b(?P<noun>[a-z]{{4,}}) of (?:(?P<before>{_LEAST})\s+)?(?P<number>{_NUMBER})"
    r"(?P<after>\s?\+|\s+(?:or|and) (?:more|above|over))?"
    r"(?![\d,.]*\s?(?:years?|yrs?|%|k|m)\b)",
    re.IGNORECASE,
)
"""How large something is to be: "crews of 10 or more"."""
_GROUP = frozenset(stem(word) for word in ("team", "crew", "staff", "department", "group", "squad", "workforce"))
_PEOPLE = re.compile(
    rf"(?<![$€£₹\d.,])({_NUMBER})\+? (?:[\w/-]+ ){{0,2}}?(?:people|persons|staff|employees|ees|reports|members|FTEs?|"
    r"associates|colleagues|workers|operators|technicians|engineers|nurses|drivers|volunteers)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\(|\s[-–—]\s")
_ASIDE_END = re.compile(r"[();]|\s[-–—]\s")
_BARE = 6
"""Words of an aside that only says how much: "full P&L (over $46M a year)"."""
_ANY_MONEY = re.compile(_MONEY, re.IGNORECASE)
_TIMES = {"k": 1e3, "thousand": 1e3, "lakh": 1e5, "crore": 1e7, "b": 1e9, "bn": 1e9, "billion": 1e9}
_MILLION = 1e6
_LESS = 0.4
"""What an amount counts of which the resume shows less."""


def amounts(
    text: str, shown: Iterable[Piece], bullets: Sequence[Piece] = (), summary: Sequence[Piece] = ()
) -> Iterator[tuple[str, Ruling]]:
    """The amounts of a line, each with how far the lines that show the rest have as much.

    How large a crew was may stand in any of the `bullets`, for that it was led says the number itself; how large the house is
    stands in the `summary`.
    """
    pieces = tuple(dict.fromkeys(shown))
    counted = {match.start("number") for match in _ASKED_COUNT.finditer(text)}
    about = frozenset(token.stem for token in tokens(_ASKED_MONEY.sub(" ", text)) if is_content(token))
    for match in _ASKED_MONEY.finditer(text):
        if match["before"] or match["after"]:
            yield match.group(), _beside(_value(match), pieces, partial(_money_in, sign=match["sign"], about=about))
    for match in _ASKED_COUNT.finditer(text):
        if match["before"] or match["after"]:
            noun = frozenset(token.stem for token in tokens(match["noun"]) if is_content(token))
            yield (
                match.group(),
                _beside(_value(match), tuple(dict.fromkeys((*pieces, *summary))), partial(_counts_in, noun=noun)),
            )
    for match in _ASKED_SIZE.finditer(text):
        if match["before"] or match["after"]:
            noun = frozenset(token.stem for token in tokens(match["noun"]) if is_content(token))
            if match.start("number") in counted and not noun & _GROUP:
                continue  # a "hotel of 150+ bedrooms" has been asked for its bedrooms
            anywhere = tuple(dict.fromkeys((*pieces, *bullets)))
            yield match.group(), _beside(_value(match), anywhere, partial(_sizes_in, noun=noun))


def is_amount(words: str) -> bool:
    """Whether words are no more than an amount."""
    return any(asked.fullmatch(words) for asked in (_ASKED_MONEY, _ASKED_COUNT, _ASKED_SIZE))


def _beside(asked: float, pieces: Sequence[Piece], figures: Callable[[Piece], Iterator[float]]) -> Ruling:
    """What the largest of the figures in these lines is beside what is asked; nobody can tell without one."""
    found = {piece: max(numbers) for piece in pieces if (numbers := list(figures(piece)))}
    enough = tuple(piece for piece, most in found.items() if most >= asked)
    if enough:
        return Ruling(1.0, enough)
    # Of what is too small the largest is nearest.
    most = max(found.values(), default=0.0)
    return Ruling(_LESS, tuple(piece for piece in found if found[piece] == most)) if found else Ruling(None)


def _money_in(piece: Piece, sign: str, about: frozenset[str]) -> Iterator[float]:
    """The money of a line, but not that of an aside about something else: "(hearings - the state line restored at $24M)"."""
    text = piece.fact.text
    for match in _ANY_MONEY.finditer(text):
        begin = max((bound.end() for bound in _ASIDE.finditer(text, 0, match.start())), default=0)
        rest = _ASIDE_END.search(text, match.end())
        aside = tokens(text[begin : rest.start() if rest else len(text)])
        is_foreign = begin > 0 and len(aside) > _BARE and not about & {token.stem for token in aside}
        if match["sign"] == sign and not is_foreign:
            yield _value(match)


def _counts_in(piece: Piece, noun: frozenset[str]) -> Iterator[float]:
    for match in re.finditer(rf"(?<![$€£₹\d.,])({_NUMBER})(?:\+?\s+|-)((?:[\w-]+\s+){{0,2}}?[\w-]+)", piece.fact.text):
        if noun & {token.stem for token in tokens(match[2])}:
            yield float(match[1].replace(",", ""))


def _sizes_in(piece: Piece, noun: frozenset[str]) -> Iterator[float]:
    """How large such a thing was: "crew of 9", "a 9-person crew", of people also "9 technicians"."""
    if noun & _GROUP:
        yield from (float(match[1].replace(",", "")) for match in _PEOPLE.finditer(piece.fact.text))
    for match in re.finditer(rf"\b([a-z]{{4,}}) of ({_NUMBER})(?![\d%])", piece.fact.text, re.IGNORECASE):
        if noun & {token.stem for token in tokens(match[1])}:
            yield float(match[2].replace(",", ""))
    for match in re.finditer(rf"(?<![$€£₹\d.,])({_NUMBER})[- ](?:person|strong|man|people) ([a-z]{{4,}})", piece.fact.text):
        if noun & {token.stem for token in tokens(match[2])}:
            yield float(match[1].replace(",", ""))


def _value(match: re.Match[str]) -> float:
    number = float(match["number"].replace(",", ""))
    scale = (match.groupdict().get("scale") or "").casefold()
    return number * (_TIMES.get(scale, _MILLION) if scale else 1.0)
