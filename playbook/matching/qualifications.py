"""Qualifications by what stands around their names: the field of a degree, the code of a course, a trade.

Whether a degree or licence is held at all is for `playbook.matching.rules`.
"""

from __future__ import annotations

import re

from playbook.artifacts.posting import Requirement
from playbook.knowledge.lexicon import Found, Lexicon
from playbook.knowledge.tokens import tokens
from playbook.matching.asks import Ask
from playbook.matching.attainment import is_under_way, is_unfinished
from playbook.matching.evidence import Piece, Record
from playbook.matching.fields import is_of
from playbook.matching.rules import Ruling

OTHER_FIELD = 0.5
"""What a degree is worth in a field that the posting does not name."""
_DEGREE = re.compile(r"^(?:associate|bachelor|master)(?:['’]?s|s['’])?\b(?!.*\bdiploma\b)|^A\.?A\.?S?\.?$", re.IGNORECASE)
_CODE_BEFORE = re.compile(r"\b([A-Z]{2,}\d{3,}[A-Z]?)\W+$")
_CODE_AFTER = re.compile(r"\W*\(?([A-Z]{2,}\d{3,}[A-Z]?)\b")


def is_of_trade(piece: Piece, ask: Ask, lexicon: Lexicon) -> bool:
    """Whether a line names a trade certificate that is asked for: below a degree, and in a trade by its nature."""
    levels = {way.id: credential.level for way in ask.ways if (credential := lexicon.credential(way.id))}
    return any(level == 0 and concept in piece.reach for concept, level in levels.items())


def is_short(way: Found, lexicon: Lexicon) -> bool:
    """Whether a diploma or certificate will do, which resumes name by its field alone."""
    credential = lexicon.credential(way.id)
    is_degree = _DEGREE.search(way.words) is not None  # "Associate's degree": no certificate is one
    return credential is not None and credential.kind == "degree" and 0 <= credential.level <= 1 and not is_degree


def by_course(ask: Ask, best: Ruling, record: Record) -> Ruling:
    """A diploma or certificate by a line that names its field; one that is only begun is half of it."""
    named = [piece for piece in record.pieces if piece.kind in {"education", "certificate"} and is_of(ask.fields, piece.stems)]
    done = tuple(piece for piece in named if not is_unfinished(piece))
    if done:
        return Ruling(1.0, done)
    return Ruling(OTHER_FIELD, (*named, *best.pieces)) if named else best


def fields_named(piece: Piece, lexicon: Lexicon) -> frozenset[str]:
    """The stems of a line, and of the fields that the degrees in it have by their nature: an MSW is in social work."""
    credentials = [credential for concept in piece.named if (credential := lexicon.credential(concept)) is not None]
    areas = [credential.area for credential in credentials if credential.kind == "degree" and credential.area]
    return piece.stems | {token.stem for area in areas for token in tokens(area)}


def by_code(way: Found, requirement: Requirement, record: Record) -> Ruling | None:
    """A qualification by the code that stands beside its name, which is no other's: "TAE40122 Certificate IV"."""
    if way.kind != "credential":
        return None
    before, after = requirement.text[: way.start], requirement.text[way.end :]
    code = _CODE_BEFORE.search(before) or _CODE_AFTER.match(after)
    if code is None:
        return None
    held = [piece for piece in record.pieces if re.search(rf"\b{re.escape(code[1])}\b", piece.fact.text)]
    done = tuple(piece for piece in held if not is_under_way(piece))
    return Ruling(1.0, done) if done else Ruling(OTHER_FIELD, tuple(held)) if held else None
