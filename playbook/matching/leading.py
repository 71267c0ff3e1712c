"""Which piece of evidence stands first beside a requirement, where rows are not all to quote one bullet.

Another piece may lead only where it carries as much of what is asked. How strong a piece is, is for
`playbook.matching.judging`.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from playbook.artifacts.matching import Evidence
from playbook.knowledge.lexicon import Lexicon
from playbook.knowledge.tokens import is_content, tokens

_ALMOST = 0.12
"""Strength by which evidence may fall short and still be as good."""
_FAR = 2
"""Steps from what is asked, from which on a piece is no match for one that names it."""


def carried(requirement: str, text: str, lexicon: Lexicon) -> frozenset[str]:
    """What a text has of a requirement: the names that the packs know in it, by whatever implies them, and its words."""
    asked = {found.id for found in lexicon.concepts(requirement)}
    named = lexicon.closure(found.id for found in lexicon.concepts(text))
    words = [{token.stem for token in tokens(one) if is_content(token)} for one in (requirement, text)]
    return frozenset(asked & named) | frozenset(words[0] & words[1])


def steps_to(requirement: str, text: str, lexicon: Lexicon) -> int:
    """How far what a text names is from what a requirement names: 0 for the thing itself, 1 for a kind of it, 2 for farther.

    Where either names nothing, or nothing in the one leads to the other, 0: then words speak, and no names.
    """
    wanted = {found.id for found in lexicon.concepts(requirement)}
    named = {found.id for found in lexicon.concepts(text)}
    if not wanted or not wanted.isdisjoint(named) or wanted.isdisjoint(lexicon.closure(named)):
        return 0
    skills = [skill for one in named if (skill := lexicon.skill(one)) is not None]
    return 2 if wanted.isdisjoint(one for skill in skills for one in (*skill.implies, *skill.broader)) else 1


def as_good(requirement: str, evidence: Sequence[Evidence], lexicon: Lexicon) -> list[Evidence]:
    """The best piece, and those that are almost as strong and carry all that it carries."""
    best = evidence[0]
    wanted = carried(requirement, best.fact.text, lexicon)
    return [
        one
        for one in evidence
        if one is best
        or (
            one.strength >= best.strength - _ALMOST
            and wanted <= carried(requirement, one.fact.text, lexicon)
            # Who retired reports of a tool that runs on SQL wrote none.
            and steps_to(requirement, one.fact.text, lexicon) < _FAR
        )
    ]


def varied(requirement: str, evidence: tuple[Evidence, ...], led: Container[str], lexicon: Lexicon) -> tuple[Evidence, ...]:
    """The evidence, led by a piece that leads no other requirement where one is as good.

    Rows that all quote one bullet say less than rows that each quote their own. `led` are the facts that lead.
    """
    if not evidence:
        return evidence
    first = next((one for one in as_good(requirement, evidence, lexicon) if one.fact.text not in led), evidence[0])
    others = [one.model_copy(update={"strength": min(one.strength, first.strength)}) for one in evidence if one is not first]
    return (first, *others)
