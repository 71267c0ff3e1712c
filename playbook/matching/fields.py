"""Which fields of study a requirement leaves to choose: "a degree in human resources, business or a related field".

Reading requirements and lines of degrees only; whether a degree is held is for `playbook.matching.rules`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from playbook.knowledge.lexicon import Found, Lexicon
from playbook.knowledge.tokens import is_content, stem, tokens

Fields = frozenset[frozenset[str]]
"""Fields of study, any of which will do; each by the stems that must all be named."""

_IN_FIELD = re.compile(
    r"(?:['’]s)?(?:(?:\s*/\s*|,?\s+or\s+|\s+)?(?:degree|diploma|qualification|certificate))*\s*(?:\([^()]{1,12}\)\s*)?"
    r"(?:in|with a major in|of)\s+",
    re.IGNORECASE,
)
_FIELDS_END = re.compile(
    r"[.;()]|\b(?:with|and (?:\d|one|two|three|four|five|six)|plus|preferred|required|from|at)\b|,? or (?:equivalent|\d)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:,|/|or\b)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:,|;|/|\b(?:and/or|and|or)\b)\s*", re.IGNORECASE)
_OF_DEGREES = frozenset(
    stem(word) for word in ("bachelor", "bachelors", "master", "masters", "degree", "bs", "ba", "ms", "honours")
)
_WIDE_NAMES = frozenset(
    stem(word)
    for word in (
        *(
            "science",
            "sciences",
            "study",
            "studies",
            "management",
            "administration",
            "engineering",
            "technology",
            "art",
            "arts",
        ),
        *("system", "systems", "subject", "course", "major", "hons"),
    )
)
"""Words that many fields have: they tell a field only where it has no other word."""
_CHOICE = re.compile(r"\bor\b|\b(?:related|similar|relevant|comparable|quantitative|technical|scientific)\b", re.IGNORECASE)
_WIDE = {
    "quantitative": "statistics mathematics economics physics engineering computer finance econometrics actuarial operations",
    "technical": "computer engineering software information mathematics physics electrical electrician electronics mechanical "
    "mechanic maintenance machinist technology industrial welding automotive",
    "scientific": "biology chemistry physics engineering mathematics",
    "stem": "computer engineering mathematics physics statistics biology chemistry",
    "cs": "computer",
    "it": "information computer",
    "ml": "machine",
    "ee": "electrical",
    "hr": "personnel hrm",
}
"""Fields that are named by their kind or by letters, with words of those that are meant."""
_WHOLE = {"hr": "human resources"}
"""Fields that are named by letters, with the words that must all stand for them."""
_DEGREE = re.compile(
    r"\b(?:(?i:degree|diploma|bachelor|master|doctorate|qualification)|[BM]\.?(?:Sc|S|A|Ed|Eng|E|Tech|Com)\b|"
    r"[A-Z]{0,2}MBA|[MB]SW|Ph\.?D)"
)
_FROM_SCHOOL = re.compile(
    r"\bfrom (?:an? |any |the )?(?:[\w-]+,? (?:and |or )?){0,5}?"
    r"(?:institut(?:e|ion)s?|universit(?:y|ies)|colleges?|schools?|program(?:me)?s?)\b",
    re.IGNORECASE,
)
"""Where a degree comes from: "from a reputed institute" asks for no more than the degree."""


def without_school(text: str) -> str:
    """A text with blanks where it says of what kind of school a degree is to come."""
    first = _DEGREE.search(text)
    return _FROM_SCHOOL.sub(
        lambda match: " " * len(match.group()) if first and first.end() <= match.start() else match.group(), text
    )


def without_fields(text: str, found: list[Found], lexicon: Lexicon) -> tuple[list[Found], int, Fields]:
    """The parts without the fields of a degree, the place of the degree, and its fields."""
    for one in found:
        credential = lexicon.credential(one.id)
        if credential is None or credential.kind != "degree":
            continue
        lead = _IN_FIELD.match(text, one.end)
        if credential.area is None and lead is None:
            continue
        begin = lead.end() if credential.area is None and lead else one.end
        clause = _FIELDS_END.split(text[begin:], maxsplit=1)[0]
        end = begin + len(clause)
        if credential.area is not None and not (_CHOICE.search(clause) and _GOES_ON.match(clause)):
            continue
        fields = _fields_of(f"{one.words} {clause}" if credential.area is not None else clause)
        if not fields:
            continue
        kept = [other for other in found if other is one or not begin <= other.start < end or lexicon.credential(other.id)]
        return kept, kept.index(one), fields
    return found, 0, frozenset()


def is_of(fields: Fields, stems: Collection[str]) -> bool:
    """Whether a line with these stems names one of the fields."""
    return any(field <= frozenset(stems) for field in fields)


def is_any_trade(fields: Fields) -> bool:
    """Whether any technical field will do, which a trade always is."""
    return frozenset({stem("technical")}) in fields


def _fields_of(words: str) -> Fields:
    """The fields that a clause names; of a kind of field those of its members, too."""
    fields = [_field(phrase) for phrase in _BETWEEN.split(words)]
    folded = [token.folded for token in tokens(words)]
    fields += [_field(word) for name in folded for word in _WIDE.get(name, "").split()]
    fields += [_field(_WHOLE[name]) for name in folded if name in _WHOLE]
    return frozenset(field for field in fields if field)


def _field(phrase: str) -> frozenset[str]:
    stems = frozenset(token.stem for token in tokens(phrase) if is_content(token)) - _OF_DEGREES
    return stems - _WIDE_NAMES or stems
