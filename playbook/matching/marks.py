"""Marks that a line asks for, beside those that the resume states: "GPA of 3.0 or above", "a 2:1 or better".

Marks on one scale only: of a grade in ten nobody can tell what it is in four. Degrees are for `playbook.matching.rules`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.matching.evidence import Piece, Record
from playbook.matching.rules import Ruling

_NAME = r"(?:c?gpa|grade point average)"
_GPA = re.compile(
    rf"\b{_NAME}\b[^\d.;]{{0,30}}(?P<behind>\d\.\d+|\d)(?:\s?/\s?(?P<of>\d+(?:\.\d+)?))?"
    rf"|(?P<before>\d\.\d+)(?:\s?/\s?(?P<top>\d+(?:\.\d+)?))?\+?(?: or (?:above|higher|better|greater))?"
    rf" (?:minimum |cumulative |overall )?{_NAME}\b",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"\b(?:(?P<first>first[- ]class|1st[- ]class|1:1)|(?P<upper>2:1|2\.1|2i|upper second)|(?P<lower>2:2|2\.2|2ii|lower second)|"
    r"(?P<third>third[- ]class))(?![\d.])",
    re.IGNORECASE,
)
_CLASSES = ("third", "lower", "upper", "first")
_OF_DEGREE = re.compile(r"\b(?:degree|hons|honours|class|graduate|bachelor\w*|b\.?a|b\.?sc|b\.?eng|ll\.?b)\b", re.IGNORECASE)
_HONORS = re.compile(r"\bcum laude\b", re.IGNORECASE)
_FOUR, _WITH_HONORS = 4.0, 3.5
"""The American scale, and what nobody falls short of who has honors on it."""
_LESS = 0.4
"""What a lower mark counts."""


def marks(text: str, record: Record) -> Iterator[tuple[str, Ruling]]:
    """The marks of a line, each with how far the resume states as good a one; nobody can tell where it states none."""
    asked = _GPA.search(text)
    if asked is not None:
        least, top = _points(asked)
        stated = [
            (piece, points)
            for piece in record.pieces
            for found in _GPA.finditer(piece.fact.text)
            for points, scale in (_points(found),)
            if scale == top
        ]
        if top == _FOUR and least <= _WITH_HONORS:
            stated += [(piece, _WITH_HONORS) for piece in record.pieces if _HONORS.search(piece.fact.text)]
        yield asked.group(), _beside(least, stated)
    ranks = [_rank(found) for found in _CLASS.finditer(text)] if _OF_DEGREE.search(text) else []
    if ranks:
        stated = [
            (piece, float(_rank(found)))
            for piece in record.pieces
            if piece.kind in {"education", "certificate"} and _OF_DEGREE.search(piece.fact.text)
            for found in _CLASS.finditer(piece.fact.text)
        ]
        named = _CLASS.search(text)
        yield named.group() if named else "", _beside(float(min(ranks)), stated)


def _beside(least: float, stated: list[tuple[Piece, float]]) -> Ruling:
    enough = tuple(dict.fromkeys(piece for piece, mark in stated if mark >= least))
    if enough:
        return Ruling(1.0, enough)
    return Ruling(_LESS, tuple(dict.fromkeys(piece for piece, _ in stated))) if stated else Ruling(None)


def _points(found: re.Match[str]) -> tuple[float, float]:
    """A mark and the scale that it is on: of four where nothing else is said, of ten where it is more."""
    mark = float(found["behind"] or found["before"])
    scale = found["of"] or found["top"]
    return mark, float(scale) if scale else _FOUR if mark <= _FOUR else 5.0 if mark <= 5 else 10.0  # noqa: PLR2004  the usual scales


def _rank(found: re.Match[str]) -> int:
    return _CLASSES.index(found.lastgroup or "third")
