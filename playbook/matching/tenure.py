"""Years that a line asks for besides those it names first: "8+ years in kitchens, at least 2 of them as head chef".

The years of the trade, which a line names first, are for `playbook.matching.rules`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from playbook.artifacts.posting import Requirement
from playbook.artifacts.resume import Position
from playbook.knowledge.lexicon import Found
from playbook.knowledge.tokens import is_content, tokens
from playbook.matching import careers
from playbook.matching.asks import Ask
from playbook.matching.evidence import Record
from playbook.matching.parts import Case
from playbook.matching.rules import YEARS, Ruling, titled, years
from playbook.reading.levels import level_of

_IN_TITLE = re.compile(
    r"(?:at least |minimum (?:of )?)?(?P<years>\d+(?:\.\d+)?)\+?\s*(?:or more )?(?:years?|yrs)?"
    r"(?: of (?:them|these|those|which))?"
    r"(?: spent)? (?:as|in the role of) (?:an? |the )?(?P<titles>[^\W\d_][\w '’&/-]*?)"
    r"(?=\s*[.,;:()]|\s*$|\s(?:in|at|with|for|within|on|who|of|preferred|required)\b)",
    re.IGNORECASE,
)
_OR = re.compile(r"\s+or\s+(?:an? )?|\s*/\s*")
_WHERE = re.compile(r"\b(?:in|within|across|including|incl|preferably|ideally|with|plus)\b|\(", re.IGNORECASE)
"""What follows says where the years were, not of what they are."""
_FURTHER = re.compile(
    r"(?P<years>\d+(?:\.\d+)?)\+?\s*(?:or more )?(?:years?|yrs)['’]?\s+(?:of )?(?:experience )?"
    r"(?:in|of|with|on|leading|managing|supervising|running)\b[^.,;()]*",
    re.IGNORECASE,
)
"""Years of something more particular, behind those of the trade: "including 3+ years in a regulated industry"."""
_AMOUNT = re.compile(r"[$€£₹]\s?\d|\b\d[\d,]*\+? (?!years?|yrs)[a-z]{3,}", re.IGNORECASE)
_SLACK = 0.25
"""Years by which dates in months may miss a whole number."""


def tenures(text: str, record: Record) -> Iterator[tuple[str, Ruling]]:
    """What a line asks for of years in a title: the titles, and how far the positions have them."""
    for match in _IN_TITLE.finditer(text):
        if re.search(r"\d+(?:\.\d+)?\+?\s*(?:-|–|to|or more|years?|yrs)", text[: match.start()]):
            yield match["titles"], _ruling(float(match["years"]), _OR.split(match["titles"]), record)


def further_years(requirement: Requirement, text: str, asks: Sequence[Ask], case: Case) -> Iterator[tuple[str, Ruling]]:
    """What a line asks for of years in something besides the years that it asks for first."""
    first = YEARS.search(text)
    for match in _FURTHER.finditer(text, first.end() if first else len(text)):
        clause = match.group()
        within = [ask for ask in asks if match.start() <= ask.ways[0].start < match.end()]
        wanted = [way for ask in within for way in ask.ways if _dates(way, case)]
        # A title that says another word of the clause shows none of what the packs know in it: a product's designer no SaaS.
        about = " ".join(way.words for way in wanted) or clause
        asked = requirement.model_copy(
            update={"years": float(match["years"]), "fact": requirement.fact.model_copy(update={"text": about})}
        )
        ruling = years(asked, wanted, case.record, case.trade, case.lexicon) if wanted else _by_title(asked, case.record)
        # Since when a budget or a team was that large, no date tells.
        yield clause.strip(" ,"), Ruling(None, ruling.pieces) if _AMOUNT.search(clause, len(match["years"])) else ruling


def _by_title(requirement: Requirement, record: Record) -> Ruling:
    """Years in posts whose titles say what is asked for; nobody can tell where none does."""
    held = tuple(position for position in record.resume.work if position.id in titled(requirement, record))
    return _in_posts(requirement.years or 0.0, held, record) if held else Ruling(None)


def _ruling(asked: float, titles: list[str], record: Record) -> Ruling:
    if not any(position.position for position in record.resume.work):
        return Ruling(None)
    held = tuple(position for position in record.resume.work if any(_is_held(title, position) for title in titles))
    return _in_posts(asked, held, record) if held else Ruling(0.0)


def _in_posts(asked: float, held: tuple[Position, ...], record: Record) -> Ruling:
    """How far the time in some posts is as long as asked."""
    pieces = tuple(piece for piece in record.pieces if piece.kind == "position" and piece.position in held)
    if any(careers.month(position.start_date) is None for position in held):
        return Ruling(None)
    return Ruling(1.0 if careers.years(held, record.resume) + _SLACK >= asked else 0.5, pieces)


def _is_held(title: str, position: Position) -> bool:
    """Whether a position is of that title, or of another that stands no lower: words for the same post are many."""
    if position.position is None:
        return False
    words = {token.base for token in tokens(title) if is_content(token)}
    if words <= {token.base for token in tokens(position.position.text)}:
        return True
    ranks = [careers.LEVELS.index(level_of(one, None)) for one in (title, position.position.text)]
    return ranks[1] >= ranks[0]


def dated(text: str, asks: Sequence[Ask], case: Case) -> list[Found]:
    """What years are asked of: in "2 years of dispatch in truckload" those of dispatch, not of whatever moves a load."""
    dated = [ask for ask in asks if any(_dates(way, case) for way in ask.ways)]
    rest = _WHERE.search(text, max(way.end for way in dated[0].ways)) if dated else None
    head = [ask for ask in dated if rest is None or ask.ways[0].start < rest.start()]
    return [way for ask in head for way in ask.ways if _dates(way, case)]


def _dates(way: Found, case: Case) -> bool:
    """Whether years can be counted in it: a trade, a tool or a method, not a degree or a behaviour."""
    skill = case.lexicon.skill(way.id)
    return skill is not None and skill.kind not in {"soft", "language"}
