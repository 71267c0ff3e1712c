"""Years that a line asks for besides those it names first: "8+ years in kitchens, at least 2 of them as head chef".

The years of the trade, which a line names first, are for `playbook.matching.rules`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from playbook.artifacts.posting import Requirement
from playbook.artifacts.resume import Position
from playbook.knowledge.lexicon import Found
from playbook.knowledge.tokens import is_content, tokens
from playbook.matching import careers
from playbook.matching.asks import Ask
from playbook.matching.evidence import Piece, Record
from playbook.matching.led_people import LEADING
from playbook.matching.parts import Case
from playbook.matching.rules import YEARS, Ruling, titled, years
from playbook.reading.levels import level_of

_ONE_TITLE = (
    r"(?!(?:in|at|with|for|within|on|who|of|preferably|ideally)\b)[^\W\d_][\w'’&/-]*"
    r"(?: (?!in\b|at\b|with\b|or\b)[\w'’&/-]+){0,4}"
)
_IN_TITLE = re.compile(
    r"(?:at least |minimum (?:of )?)?(?P<years>\d+(?:\.\d+)?)\+?\s*(?:or more )?(?:years?|yrs)?"
    r"(?: of (?:them|these|those|which))?"
    rf"(?: spent)? (?:as|in the role of) (?:an? |the )?"
    rf"(?P<titles>(?:{_ONE_TITLE}, (?:an? )?)+{_ONE_TITLE},? or (?:an? )?{_ONE_TITLE}"
    r"|[^\W\d_][\w '’&/-]*?)"
    r"(?=\s*[.,;:()]|\s*$|\s(?:in|at|with|for|within|on|who|of|preferred|required)\b)",
    re.IGNORECASE,
)
_IN_CAPACITY = re.compile(
    r"(?P<years>\d+(?:\.\d+)?)\+?\s*(?:or more )?(?:(?:years?|yrs)['’]?|of (?:those|these|them|which))\s+"
    r"(?:of )?(?:experience )?in an? (?:(?:similar|comparable|equivalent) (?:role|position|capacity|post)\s*"
    r"\((?P<like>[^()]+)\)"
    r"|(?P<titles>[\w&’'/-]+(?:,? [\w&’'/-]+){0,8}?) (?:role|position|capacity|post)s?\b)",
    re.IGNORECASE,
)
"""Years on a level, by any of some titles: "at least 1 year in a lead, supervisory or head teller capacity"."""
_OF_RANK = re.compile(
    r"(?:(?:people|team|staff|line|senior) )?(?:lead|leadership|supervis\w+|managerial|management)", re.IGNORECASE
)
"""A level and no title: "supervisory"."""
_RANK_ALONE = re.compile(
    r"\b(?:lead|head|senior|principal|chief|manager|director|supervisor|executive|coordinator)\b", re.IGNORECASE
)
_NAMES = re.compile(r"[^\W\d_]{3}")
_LOWER = 0.4
"""What years in a lower post count."""
_HEADS = re.compile(
    r"\b(?:manager|leader|charge ?hand|charge nurse|forem[ae]n|foreperson|chief|owner|founder|proprietor|partner)\b",
    re.IGNORECASE,
)
"""Words of titles that stand as high as a lead, of which a posting need not say that they lead."""
_DEPUTY = re.compile(r"\b(?:assistant|asst|deputy|sous|vice|junior|trainee|apprentice)\b", re.IGNORECASE)
_OR = re.compile(r"\s*,?\s+or\s+(?:an? )?|\s*/\s*|\s*,\s*", re.IGNORECASE)
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


def tenures(requirement: Requirement, text: str, record: Record) -> Iterator[tuple[str, Ruling]]:
    """What a line asks for of years in a title or on a level: its words, and how far the positions have them.

    Years that a line asks for first are those of the trade as well; of them only a post that stands lower is told.
    """
    for match in _IN_TITLE.finditer(text):
        is_further = bool(re.search(r"\d+(?:\.\d+)?\+?\s*(?:-|–|to|or more|years?|yrs)", text[: match.start()]))
        ruling = _ruling(float(match["years"]), _OR.split(match["titles"]), record)
        if is_further or (ruling.pieces and ruling.share == _LOWER):
            yield match["titles"], ruling
    for match in _IN_CAPACITY.finditer(text):
        titles = [title for title in _OR.split(match["like"] or match["titles"]) if _NAMES.search(title)]
        if match["like"] or (float(match["years"]) != requirement.years and _OF_RANK.search(match["titles"])):
            yield (match["like"] or match.group()).strip(), _ruling(float(match["years"]), titles, record)


def held_titles(text: str, record: Record) -> Iterator[tuple[slice, Ruling]]:
    """Where a line lists titles of which a post of that very name was held for as long as it asks: any of them will do.

    Of "2 years as a Front Office Manager or Rooms Division Manager" the second is no skill that the first one lacks.
    """
    for match in _IN_TITLE.finditer(text):
        titles = _OR.split(match["titles"])
        posts = [position for position in record.resume.work if position.position is not None]
        held = tuple(
            post
            for post in posts
            if any(
                _names(title, name := post.position.text if post.position else "") and _is_as_high(name, title)
                for title in titles
            )
        )
        ruling = _in_posts(float(match["years"]), held, record) if held and len(titles) > 1 else Ruling(None)
        if ruling.share == 1:
            yield slice(match.start("titles"), match.end("titles")), ruling


def further_years(requirement: Requirement, text: str, asks: Sequence[Ask], case: Case) -> Iterator[tuple[str, Ruling]]:
    """What a line asks for of years in something besides the years that it asks for first."""
    first = YEARS.search(text)
    for match in _FURTHER.finditer(text, first.end() if first else len(text)):
        if _IN_CAPACITY.match(text, match.start()):
            continue
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
    """How far posts were of one of these titles, or of another that stands no lower: words for the same post are many.

    Who is the deputy of such a post has not had it, nor has an earlier one of another name been as high.
    """
    posts = [(position, position.position.text) for position in record.resume.work if position.position is not None]
    if not posts:
        return Ruling(None)
    held = [position for position, name in posts if any(_names(title, name) and _is_as_high(name, title) for title in titles)]
    below = [at for at, (_, name) in enumerate(posts) if any(_names(title, name) for title in titles)] if not held else []
    if not held:
        least = min((_rank(title) for title in titles), default=0)
        held = [position for position, name in posts[: min(below, default=len(posts))] if _rank(name) >= least]
    if any(_OF_RANK.fullmatch(title) for title in titles):
        held += [piece.position for piece in record.bullets if LEADING in piece.reach and piece.position in record.resume.work]
    if held:
        return _in_posts(asked, tuple(position for position in record.resume.work if position in held), record)
    return Ruling(_LOWER if below else 0.0, _titles_of([posts[at][0] for at in below], record))


def _in_posts(asked: float, held: tuple[Position, ...], record: Record) -> Ruling:
    """How far the time in some posts is as long as asked."""
    pieces = _titles_of(held, record)
    if any(careers.month(position.start_date) is None for position in held):
        return Ruling(None)
    return Ruling(1.0 if careers.years(held, record.resume) + _SLACK >= asked else 0.5, pieces)


def _titles_of(held: Collection[Position], record: Record) -> tuple[Piece, ...]:
    return tuple(piece for piece in record.pieces if piece.kind == "position" and piece.position in held)


def _names(title: str, name: str) -> bool:
    """Whether the name of a post has every word of a title, but those that only tell of the rank."""
    words = {token.base for token in tokens(title) if is_content(token)}
    told = {token.base for token in tokens(_RANK_ALONE.sub(" ", title)) if is_content(token)} or words
    return told <= {token.base for token in tokens(name)}


def _is_as_high(name: str, title: str) -> bool:
    return _rank(name) >= _rank(title) and (bool(_DEPUTY.search(title)) or not _DEPUTY.search(name))


def _rank(title: str) -> int:
    """How high a title stands."""
    level, lead = careers.LEVELS.index(level_of(title, None)), careers.LEVELS.index("lead")
    return max(level, lead) if _HEADS.search(title) or _OF_RANK.fullmatch(title) else level


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
