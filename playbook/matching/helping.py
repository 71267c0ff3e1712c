"""Who helped with a thing has not led it: "Assisted with two engagements" beside "Lead due diligence".

Only the grade of a deed, by the verbs around a name. What a doubt makes of a part is for `playbook.matching.parts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from playbook.knowledge.tokens import tokens
from playbook.matching.evidence import Piece

_LEAD = re.compile(
    r"(?:^\W*|[,;]\s+(?:and )?|\b(?:and|to|then|of|experience|will)\s+)"
    r"(?:lead(?:s|ing)?|led|own(?:s|ed|ing)?(?! (?:vehicle|car|transport|tools|initiative)\b)|"
    r"direct(?:s|ed|ing|(?= (?:the|all|our|and)\b))|head(?:s|ed|ing)? up|spearhead(?:s|ed|ing)?|"
    r"overs(?:ees?|eeing|aw))\s+(?P<rest>[^.;:]*)$",
    re.IGNORECASE,
)
"""A deed of who answers for the whole, and what stands between it and a name."""
_NEXT = re.compile(r"(?:,|\band|\bor|\bto|\bby|&|/)\s+(?:then )?(?P<word>[\w-]+)", re.IGNORECASE)
"""What may be a further deed, of which the line asks for another grade."""
_AIDED = re.compile(
    r"^\W*(?:(?:assist|help|aid)(?:s|ed|ing)?(?! desk)|support(?:ed|ing)|shadow(?:ed|ing)|contributed to|"
    r"(?:participated|took part|taking part) in|sat in on)\s+(?P<rest>[^.;]*)$",
    re.IGNORECASE,
)
"""How a deed opens that was somebody else's, and what stands between it and a name."""
_SUPPORT = re.compile(r" support\b(?! (?:team|desk|engineer|group|function))", re.IGNORECASE)
"""What was prepared for those who do it: "the quality-of-earnings support"."""
_OWN = re.compile(
    r"\b(?:led|leading|own(?:ed|ing)|direct(?:ed|ing)|manag(?:ed|ing)|ran|running|head(?:ed|ing)|chair(?:ed|ing)|"
    r"built|building|creat(?:ed|ing)|develop(?:ed|ing)|design(?:ed|ing)|deliver(?:ed|ing)|prepar(?:ed|ing)|"
    r"perform(?:ed|ing)|complet(?:ed|ing)|conduct(?:ed|ing)|handl(?:ed|ing)|coordinat(?:ed|ing)|set up)\b",
    re.IGNORECASE,
)
"""Deeds of one's own on the way to the name: "helped the team by leading the migration"."""


def asks_to_lead(before: str, verbs: AbstractSet[str]) -> bool:
    """Whether a line wants that done by who answers for it, of which it names the thing right behind `before`."""
    lead = _LEAD.search(before)
    if lead is None:
        return False
    return not any(token.stem in verbs for word in _NEXT.finditer(lead["rest"]) for token in tokens(word["word"])[:1])


def is_aided(before: str, after: str = "") -> bool:
    """Whether a sentence tells of somebody else's deed, where it names the thing between `before` and `after`."""
    aided = _AIDED.match(before)
    return (aided is not None and _OWN.search(aided["rest"]) is None) or _SUPPORT.match(after) is not None


def is_only_helped(words: str, text: str, pieces: Iterable[Piece], verbs: AbstractSet[str]) -> bool:
    """Whether a line wants that done by who answers for it, and every piece that there is opens with help."""
    at = text.find(words)
    told = [piece.fact.text for piece in pieces]
    return at >= 0 and bool(told) and asks_to_lead(text[:at], verbs) and all(_AIDED.match(f"{one} ") for one in told)
