"""The traits of a requirement: what the rules found of it, as numbers that lines of any posting can be compared by.

What is learned from them is for `playbook.matching.learned`; the rules stand in `playbook.matching.judging`.
"""

from __future__ import annotations

from playbook.artifacts.matching import Status, Traits
from playbook.artifacts.posting import Requirement
from playbook.matching.parts import Case

_OFTEN = 3.0
"""Bullets that show a behaviour, from which it is shown often."""


def traits_of(  # noqa: PLR0913  what the rules found
    requirement: Requirement,
    by_rule: Status,
    open_statuses: tuple[Status, ...],
    case: Case,
    *,
    share: float,
    most: float,
    likeness: float,
    evidence: float,
) -> Traits:
    """The traits of a requirement, of which the rules have found these shares."""
    text = requirement.text
    return Traits(
        text=text,
        kind=requirement.kind,
        rule=by_rule,
        open=open_statuses,
        share=_percent(share),
        most=_percent(most),
        likeness=_percent(likeness),
        words=_percent(_words_found(text, case)),
        evidence=_percent(evidence),
        behaviour=_percent(_behaviour(text, case)),
        tools=_percent(_tools(text, case)),
        credentials=sum(found.kind == "credential" for found in case.lexicon.concepts(text)),
        length=len(text.split()),
    )


def _words_found(text: str, case: Case) -> float:
    """Of the words of a requirement, weighted by how rare they are, the share that the resume has."""
    weighed = [(case.similarity.rarity(term.stem), term.stem in case.record.stems) for term in case.lexicon.terms(text)]
    total = sum(rarity for rarity, _ in weighed)
    return sum(rarity for rarity, has in weighed if has) / total if total else 0.0


def _behaviour(text: str, case: Case) -> float:
    """How often bullets show the behaviour that a requirement asks for: 1 from three times on."""
    asked = case.lexicon.shown(text)
    return max((min(case.behaviours.get(name, 0.0), _OFTEN) / _OFTEN for name in asked), default=0.0)


def _tools(text: str, case: Case) -> float:
    """Of the concepts that a requirement names, the share that are tools or languages."""
    named = case.lexicon.concepts(text)
    kinds = [skill.kind for found in named if (skill := case.lexicon.skill(found.id)) is not None]
    return sum(kind in {"tool", "language"} for kind in kinds) / len(named) if named else 0.0


def _percent(share: float) -> int:
    return round(100 * min(1.0, max(0.0, share)))
