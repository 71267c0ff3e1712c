"""Careers in years: which positions count for a trade, how long they lasted, and on which level they stood.

Dates are months; overlaps count once. Nothing here looks at requirements.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from playbook.artifacts.posting import Level, Posting
from playbook.artifacts.resume import Position, Resume
from playbook.keeping import kept
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.tokens import is_content, tokens
from playbook.reading.levels import level_of as title_level

LEVELS: tuple[Level, ...] = ("intern", "entry", "mid", "senior", "lead", "executive")
_MONTHS = 12
_LONGEST = 7
"""Words of the longest title that is listed."""
_RECENT = 2
"""Positions that say where someone comes from."""


def family_of(title: str, knowledge: Knowledge) -> str | None:
    """The family whose listed title is the longest within `title`; `None` where none is, and where families share it."""
    found = tokens(title)
    words, spelled = tuple(token.base for token in found), tuple(token.folded for token in found)
    listed = _titles(knowledge)
    best: tuple[int, str | None] | None = None
    for at in range(len(words)):
        for size in range(1, min(_LONGEST, len(words) - at) + 1):
            families = listed.get(words[at : at + size])
            if families is not None and (best is None or size > best[0]):
                best = (size, families.get(spelled[at : at + size], next(iter(families.values()))))
    return best[1] if best else None


@lru_cache(maxsize=4)
def _titles(knowledge: Knowledge) -> dict[tuple[str, ...], dict[tuple[str, ...], str | None]]:
    """Every listed title, word by word without inflection, to its family by how it is spelled; `None` where several list it.

    A store manager is no stores manager, and whoever manages the branches of a bank is found by the branch manager's name. A
    research assistant may be of any trade: the bullets tell.
    """
    found: dict[tuple[str, ...], dict[tuple[str, ...], str | None]] = {}
    for family in knowledge.families.values():
        for listed in family.titles:
            words = tokens(listed)
            spelled = found.setdefault(tuple(token.base for token in words), {})
            spelling = tuple(token.folded for token in words)
            spelled[spelling] = family.id if spelled.get(spelling, family.id) == family.id else None
    return found


@kept(most=8)
def today_of(resume: Resume) -> int:
    """The month that "Present" means, in months of our era: the day of reading, found from the computed years."""
    closed = [end for position in resume.work if (end := month(position.end_date)) is not None]
    current = [start for position in resume.work if position.is_current and (start := month(position.start_date)) is not None]
    latest = max(closed + current, default=0)
    if not current:
        return latest
    wanted = resume.years.computed * _MONTHS
    candidate = latest
    while candidate < latest + 60 * _MONTHS and span(resume.work, candidate) + 0.5 < wanted:
        candidate += 1
    return candidate


def span(positions: Iterable[Position], today: int) -> int:
    """Months that the positions cover; overlaps count once."""
    ranges = []
    for position in positions:
        start = month(position.start_date)
        end = today if position.is_current else month(position.end_date)
        if start is not None and end is not None and end >= start:
            ranges.append((start, end + (0 if position.is_current else 1)))
    total, reached = 0, -1
    for start, end in sorted(ranges):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def years(positions: Iterable[Position], resume: Resume) -> float:
    """Years that the positions cover."""
    return round(span(positions, today_of(resume)) / _MONTHS, 1)


def month(date: str | None) -> int | None:
    """A partial date as months of our era; a bare year counts from its middle."""
    if date is None:
        return None
    year, _, rest = date.partition("-")
    return int(year) * _MONTHS + (int(rest[:2]) - 1 if rest else 6)


def has_trade(posting: Posting, knowledge: Knowledge) -> bool:
    """Whether the posting's trade has a pack of its own, by which posts are told from those of other trades."""
    return posting.family in knowledge.families and posting.family != "general"


def is_of_another_trade(position: Position, posting: Posting, knowledge: Knowledge) -> bool:
    """Whether a position's title is listed for a trade that is neither the posting's nor a neighbour of it."""
    if not has_trade(posting, knowledge) or position.position is None:
        return False
    family = family_of(position.position.text, knowledge)
    return family is not None and family not in {posting.family, *knowledge.family(posting.family).neighbours}


def relevant(resume: Resume, posting: Posting, knowledge: Knowledge) -> tuple[Position, ...]:
    """Positions of the posting's family or a neighbouring one; of any family where the posting's has no pack."""
    if not has_trade(posting, knowledge):
        return resume.work
    wanted = {posting.family, *knowledge.family(posting.family).neighbours}
    return tuple(position for position in resume.work if _counts(position, posting, wanted, knowledge))


def unplaced(resume: Resume, knowledge: Knowledge) -> tuple[Position, ...]:
    """Positions whose titles no pack lists: they may be of any trade."""
    return tuple(
        position
        for position in resume.work
        if position.position is None or family_of(position.position.text, knowledge) is None
    )


def changes_career(resume: Resume, posting: Posting, knowledge: Knowledge) -> bool:
    """Whether no recent position belongs to the posting's family, and at least one is known to belong elsewhere."""
    if not has_trade(posting, knowledge):
        return False
    recent = resume.work[:_RECENT]
    wanted = {posting.family, *knowledge.family(posting.family).neighbours}
    if any(_counts(position, posting, wanted, knowledge) for position in recent):
        return False
    families = {family_of(position.position.text, knowledge) for position in recent if position.position is not None}
    return bool(families - {None, "general"})


def level_of(resume: Resume) -> Level | None:
    """The level on which someone stands: by the newest title, else by years; `None` without work."""
    if not resume.work:
        return "entry" if resume.education else None
    newest = resume.work[0].position
    return title_level(newest.text if newest is not None else "", resume.years.best)


def _counts(position: Position, posting: Posting, wanted: set[str], knowledge: Knowledge) -> bool:
    if position.position is None:
        return False
    family = family_of(position.position.text, knowledge)
    if family in wanted:
        return True
    if family not in {None, "general"}:
        return False
    return bool(_content(position.position.text) & _content(posting.title))


def _content(title: str) -> set[str]:
    """The words of a title that name the trade, not the level."""
    plain = {
        "senior",
        "junior",
        "lead",
        "manager",
        "assistant",
        "associate",
        "specialist",
        "director",
        "head",
        "officer",
        "executive",
    }
    return {token.base for token in tokens(title) if is_content(token) and token.folded not in plain}
