"""The ground of a case: what every sentence of a playbook may draw from, out of its facts and the packs.

How a sentence is judged on it is for `playbook.grounding.judging`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from playbook.grounding.claim import Ground
from playbook.knowledge.lexicon import lexicon_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playbook.artifacts.brief import Brief
    from playbook.knowledge.packs import Knowledge


def ground_of(brief: Brief, knowledge: Knowledge) -> Ground:
    """Names of the case, whose bullet is whose, and what of the packs tells spellings and verbs apart."""
    return Ground(
        case=case_texts(brief),
        employers={
            highlight.fact.text: position.name.text if position.name else ""
            for position in brief.resume.positions
            for highlight in position.highlights
        },
        verbs=verb_classes(knowledge.names),
        same=names_by_id(knowledge.names),
    )


def case_texts(brief: Brief) -> tuple[str, ...]:
    """What every sentence may name: the candidate, the role, the employer and its values."""
    values = tuple(value.name for value in brief.company.values)
    return (brief.candidate, brief.posting.title, brief.company.name, brief.company.values_label, *values)


def verb_classes(knowledge: Knowledge) -> Mapping[str, str]:
    """Every form of every verb to its class."""
    return _classes(knowledge)


@lru_cache(maxsize=4)
def names_by_id(knowledge: Knowledge) -> Callable[[str], frozenset[str]]:
    """What a text names, by the ids of the packs."""
    lexicon = lexicon_of(knowledge)

    @lru_cache(maxsize=4096)
    def named(text: str) -> frozenset[str]:
        return frozenset(found.id for found in lexicon.concepts(text))

    return named


@lru_cache(maxsize=4)
def _classes(knowledge: Knowledge) -> dict[str, str]:
    return {
        form.casefold(): verb.verb_class
        for verb in knowledge.verbs.values()
        for form in (verb.lemma, verb.past, verb.gerund, verb.participle or verb.past)
    }
