"""Which bullets become stories: worth first, then what they add to the stories already chosen.

One bullet a story, one story a bullet, and no more than two of one kind; a third is told with the neutral frames.
What a bullet is worth is for `playbook.matching`; how a story is told is for `playbook.writing.story_text`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from playbook.artifacts.archetypes import NEUTRAL
from playbook.writing.clauses import read_clause
from playbook.writing.story_strength import is_list, strength, tells_nothing

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.matching import HighlightWorth
    from playbook.artifacts.resume import Highlight, Position
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import Archetype
    from playbook.writing.clauses import Clause

MOST = 8
"""Stories of a playbook."""

MOST_OF_A_KIND = 2

_FEWEST_WORDS = 4
"""A bullet of fewer words says too little to be told."""
_FEW = 3
"""Stories from which on a line that only lists what there was is none."""
_SAME = 90
"""Similarity above which two bullets tell the same story."""
_NEW_VALUE, _NEW_REQUIREMENT, _NEW_COMPETENCY = 0.3, 0.15, 0.12
_SAME_KIND = 0.35
_PARTED = re.compile(
    r"\b(?:made redundant|laid off|let go|lay-?offs?|redundanc(?:y|ies)|furloughed)\b(?!\s+(?!(?:19|20)\d\d\b)\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Choice:
    """A bullet that a story is built on."""

    highlight: Highlight
    position: Position
    worth: HighlightWorth
    clause: Clause
    archetype: Archetype


def choose_highlights(brief: Brief, knowledge: Knowledge) -> tuple[Choice, ...]:
    """Up to eight bullets, strongest first; fewer where fewer can carry a story."""
    pool = [choice for worth in brief.matching.highlights if (choice := _choice(brief, worth, knowledge)) is not None]
    best = max((choice.worth.worth for choice in pool), default=0.0) or 1.0
    alone = {choice.highlight.id: strength(choice.highlight, choice.clause, choice.worth) for choice in pool}
    chosen: list[Choice] = []
    while pool and len(chosen) < MOST:
        pick = max(pool, key=lambda choice: (alone[choice.highlight.id] + _gain(choice, chosen, best), -_place(brief, choice)))
        pool.remove(pick)
        if len(chosen) >= _FEW and is_list(pick.highlight.text, pick.clause):
            continue
        if not any(_is_same(pick, other) for other in chosen):
            chosen.append(pick)
    return _told_apart(chosen, knowledge)


def _choice(brief: Brief, worth: HighlightWorth, knowledge: Knowledge) -> Choice | None:
    """The bullet with all that is known of it; `None` where it says too little."""
    highlight = brief.resume.highlight(worth.highlight)
    if len(highlight.text.split()) < _FEWEST_WORDS or _PARTED.search(highlight.text) or tells_nothing(highlight.text):
        return None
    clause = read_clause(highlight, knowledge)
    archetype = knowledge.archetypes[brief.archetypes.of(highlight.id)]
    return Choice(highlight, brief.resume.position_of(highlight.id), worth, clause, archetype)


def _gain(choice: Choice, chosen: list[Choice], best: float) -> float:
    """What the bullet adds to those already chosen."""
    values = {value for other in chosen for value in other.worth.values}
    requirements = {requirement for other in chosen for requirement in other.worth.requirements}
    competencies = {competency for other in chosen for competency in other.worth.competencies[:2]}
    gain = choice.worth.worth / best
    gain += _NEW_VALUE * min(2, len(set(choice.worth.values[:2]) - values))
    gain += _NEW_REQUIREMENT * min(2, len(set(choice.worth.requirements) - requirements))
    gain += _NEW_COMPETENCY * len(set(choice.worth.competencies[:2]) - competencies)
    if choice.archetype.id != NEUTRAL:
        gain -= _SAME_KIND * max(0, sum(1 for other in chosen if other.archetype.id == choice.archetype.id) - 1)
    return gain


def _told_apart(chosen: list[Choice], knowledge: Knowledge) -> tuple[Choice, ...]:
    """The choices with the neutral kind for the third and later of a kind."""
    seen: Counter[str] = Counter()
    told = []
    for choice in chosen:
        seen[choice.archetype.id] += 1
        surplus = seen[choice.archetype.id] > MOST_OF_A_KIND
        told.append(replace(choice, archetype=knowledge.archetypes[NEUTRAL]) if surplus else choice)
    return tuple(told)


def _is_same(one: Choice, other: Choice) -> bool:
    return fuzz.token_set_ratio(one.highlight.text.casefold(), other.highlight.text.casefold()) >= _SAME


def _place(brief: Brief, choice: Choice) -> int:
    """Where the bullet stands in the resume: of equals, the earlier one is taken."""
    return [highlight.id for highlight in brief.resume.highlights].index(choice.highlight.id)
