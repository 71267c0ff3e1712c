"""Where somebody comes from, as interviewers ask: the forces, short contracts, another country, a university.

Told from titles, employers and places of the newest positions. Endings are for `playbook.writing.partings`, holes between
jobs for `playbook.writing.career_holes`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playbook.knowledge.countries import ELSEWHERE, countries_of

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.resume import Position
    from playbook.knowledge.packs import Knowledge

_FORCES = re.compile(
    r"\b(?:(?<!salvation )(?<!swiss )(?<!department of the )army|(?<!old )(?<!department of the )navy|marine corps|"
    r"royal marines|air force|space force|coast ?guard|armed forces|defen[cs]e forces?|USMC|USAF|Bundeswehr)\b"
    r"(?!,? (?:federal|corps of engineers|exchange|base|reserves?|cadets?|contractor|and |& ))",
    re.IGNORECASE,
)
"""Who served; what a shop, a bank or a base is named after is no service, and a reservist has another job."""
_RANKED = re.compile(r"\bUSS [A-Z]|\bHMS [A-Z]|\b[Pp]etty [Oo]fficer\b|\(E-[1-9]\)|\bUSN\b")
"""A ship or a rank of the forces, where the service itself is not named beside the post."""
_LEADS = frozenset({"lead", "executive"})
_BRIEF = re.compile(
    r"\((?:[^()]*\b)?(?:contract|temp|temporary|fixed[- ]term|FTC|casual|sessional|maternity cover|interim|locum)\b[^()]*\)"
    r"|\b(?:fixed[- ]term|temporary|maternity (?:leave )?cover|on contract|sessional|locum|"
    r"contract (?:via|through|position|role)|\d+[- ]months? contract)\b|[-–—,|/] ?(?:contract|temp|interim)$",
    re.IGNORECASE | re.MULTILINE,
)
"""How a post says that it had an end from the start; a contract manager manages contracts."""
_RECENT = 5
_SEVERAL = 3
_NEWEST = 3
_UNIVERSITY = re.compile(
    r"\b(?:universit\w+|hochschule|college|institute|polytechnic|school|academy|research council)\b", re.IGNORECASE
)
_SCHOLAR = re.compile(r"\b(?:post-?doc\w*|doctoral|ph\.?d\.?|professor|lecturer|research fellow)\b", re.IGNORECASE)
_RESEARCHER = re.compile(r"\bresearch (?:assistant|associate|scientist|engineer|officer)\b", re.IGNORECASE)
_STUDENT = re.compile(r"\b(?:student|undergraduate|intern)\b", re.IGNORECASE)


def origins(brief: Brief) -> frozenset[str]:
    """What is true of the case by its newest positions, in the words of `CurveballEntry.when`."""
    told = {
        "left-military": left_military(brief),
        "leads-after-military": leads_after_military(brief),
        "short-contracts": had_short_contracts(brief),
        "from-university": leaves_university(brief),
    }
    return frozenset(name for name, is_true in told.items() if is_true)


def left_military(brief: Brief) -> bool:
    """Whether the newest position is one in the forces, nobody else employs the candidate, and the employer is no service."""
    work = brief.resume.work
    if not work or not _serves(work[0]) or _FORCES.search(f"{brief.company.name} {brief.posting.title}"):
        return False
    return all(_serves(position) for position in work if position.is_current)


def leads_after_military(brief: Brief) -> bool:
    """Whether somebody who served is to lead people who did not sign up for years."""
    return brief.posting.level in _LEADS and left_military(brief)


def had_short_contracts(brief: Brief) -> bool:
    """Whether several of the newest positions say that they were meant to end."""
    return sum(_BRIEF.search(_head(position)) is not None for position in brief.resume.work[:_RECENT]) >= _SEVERAL


def comes_from_abroad(brief: Brief, knowledge: Knowledge) -> bool:
    """Whether one of the newest positions was in another country than the work, and none before it in that of the work."""
    here = brief.posting.country
    if here is None or here == ELSEWHERE:
        return False
    countries = countries_of(knowledge)
    places = [
        countries.of("", position.location) if position.location and not _serves(position) else None
        for position in brief.resume.work
    ]
    away = [number for number, place in enumerate(places[:_NEWEST]) if place not in {None, here, ELSEWHERE}]
    return bool(away) and here not in places[away[-1] :]


def leaves_university(brief: Brief) -> bool:
    """Whether the newest position was research or teaching at a university, and the employer is none."""
    work = brief.resume.work
    if not work or brief.posting.family == "education" or _UNIVERSITY.search(f"{brief.company.name} {brief.posting.title}"):
        return False
    title, employer = work[0].title, work[0].name.text if work[0].name else ""
    if _STUDENT.search(title):
        return False
    return bool(_SCHOLAR.search(title) or (_RESEARCHER.search(title) and _UNIVERSITY.search(employer)))


def _serves(position: Position) -> bool:
    head = f"{position.title}, {position.name.text if position.name else ''}"
    return bool(_FORCES.search(head) or _RANKED.search(f"{position.position.text if position.position else ''}, {head}"))


def _head(position: Position) -> str:
    """Title, employer and dates, a line each, as the resume writes them."""
    return "\n".join(fact.text for fact in (position.position, position.name, position.dates) if fact is not None)
