"""Where somebody worked, by the names of employers: a hospital is health care, whatever was done there.

For lines that ask for work in a sector; an employer's name proves nothing of any other line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from playbook.knowledge.lexicon import Lexicon
from playbook.knowledge.tokens import is_content, tokens
from playbook.matching.evidence import Piece, Record
from playbook.matching.parts import Part
from playbook.matching.rules import Ruling

_ASKED = re.compile(
    r"\b(?:experience|background|worked|working|years)\b[^.;]*\b(?:in|within|from|for)\b[^.;]*"
    r"\b(?:industr(?:y|ies)|sectors?|settings?|environments?|organi[sz]ations?)\b",
    re.IGNORECASE,
)
_SECTORS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\b(?:Hospitals?|NHS|Clinics?|Health(?:care)?|Medical Cent(?:er|re))\b"),
        "health healthcare hospital clinical",
    ),
    (re.compile(r"\b(?:Bank|Credit Union|Building Society|Savings)\b"), "bank banking financial finance"),
    (re.compile(r"\b(?:University|College|Polytechnic)\b"), "university education academic academia"),
    (re.compile(r"\b(?:School|Academy|Primary|Elementary)\b"), "school education"),
    (re.compile(r"\b(?:Council|City of|County of|Town of|Borough|Ministry|State of)\b"), "council government municipal public"),
    (re.compile(r"\bWater\b(?! (?:Street|Lane|Road|Park))"), "water utility"),
    (re.compile(r"\b(?:Rail|Railways?|Trains)\b"), "rail railway transport"),
    (re.compile(r"\b(?:Energy|Electric|Power|Gas)\b"), "energy utility"),
    (re.compile(r"\b(?:Pharma\w*|Biotech\w*|Therapeutics)\b"), "pharma pharmaceutical"),
    (re.compile(r"\b(?:Airlines?|Airways|Aviation)\b"), "airline aviation"),
    (re.compile(r"\b(?:Insurance|Assurance)\b"), "insurance"),
    (re.compile(r"\b(?:Hotels?|Resorts?|Inn)\b"), "hotel hospitality"),
    (re.compile(r"\b(?i:U\.?S\.? Army|Army|Navy|Air Force|Marine Corps)\b"), "military army"),
)
"""Words in the names of employers, each with words of the sector."""


def with_sectors(text: str, parts: Sequence[Part], record: Record, lexicon: Lexicon) -> list[Part]:
    """The parts, where employers of a sector that the line names show the field that it is named for."""
    stems = {token.stem for token in tokens(text) if is_content(token)}
    shown = tuple(
        piece
        for piece in record.employers
        if any(
            pattern.search(piece.fact.text) and stems & {token.stem for token in tokens(words)} for pattern, words in _SECTORS
        )
    )
    if not shown or not _ASKED.search(text):
        return list(parts)
    return [replace(part, ruling=_with(part.ruling, shown)) if _is_field(part, lexicon) else part for part in parts]


def _with(ruling: Ruling, shown: tuple[Piece, ...]) -> Ruling:
    return Ruling(1.0, (*ruling.pieces, *shown) if ruling.share == 1 else shown)


def _is_field(part: Part, lexicon: Lexicon) -> bool:
    """Whether a part is no more than a field."""
    skills = [lexicon.skill(found.id) for found in lexicon.concepts(part.words)]
    return not part.counted and bool(skills) and all(skill is not None and skill.kind == "domain" for skill in skills)
