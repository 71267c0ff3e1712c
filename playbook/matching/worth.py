"""What bullets are good for: which values they show, and which of them a candidate should lead with.

Worth is outcome, scale, ownership, closeness to the posting and recency; it orders the bullets of one resume and
means nothing between two. Requirements are judged elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from math import log10, prod

from playbook.artifacts.company import Company, Value
from playbook.artifacts.matching import Evidence, HighlightWorth, RequirementMatch, ValueMatch
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Highlight
from playbook.knowledge.lexicon import Lexicon
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.tokens import is_content, tokens
from playbook.matching.evidence import Piece, Record

_OWNING = frozenset({"build", "lead", "improve", "reduce", "grow", "launch", "win", "sell"})
_SUPPORTING = frozenset({"support", "receive"})
_KIND_WEIGHT = {"required": 1.0, "preferred": 0.4, "responsibility": 0.6}
_OUTCOME, _METRIC, _OWNER, _SUPPORT, _RECENT = 2.0, 0.8, 0.7, -0.4, 0.5
_CLOSE = 2.0
_MOST_VALUES = 3
_SPEAKS_FOR = 2
"""Values that one bullet can speak for."""
_ENOUGH = 0.6
"""How clearly a bullet must show a value: as one does that shows its second competency beyond doubt."""
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_SECOND = 0.7
"""What a value's further competencies count beside its first."""


def values_shown(company: Company, record: Record, lexicon: Lexicon) -> tuple[ValueMatch, ...]:
    """The bullets that speak for each of the employer's values, best first.

    A bullet speaks for the two values that it shows best: one that is stretched over five proves none of them.
    """
    signs = [
        (_sign(value, piece, lexicon), order, value, piece)
        for order, value in enumerate(company.values)
        for piece in record.bullets
    ]
    spoken: Counter[str] = Counter()
    evidence: dict[str, list[Evidence]] = {value.id: [] for value in company.values}
    for sign, _, value, piece in sorted(signs, key=lambda item: (-item[0], not item[2].in_play, item[1])):
        highlight = piece.highlight
        if (
            sign < _ENOUGH
            or highlight is None
            or spoken[highlight.id] == _SPEAKS_FOR
            or len(evidence[value.id]) == _MOST_VALUES
        ):
            continue
        spoken[highlight.id] += 1
        evidence[value.id].append(Evidence(fact=piece.fact, highlight=highlight.id, strength=round(sign, 3)))
    return tuple(ValueMatch(value=value.id, evidence=tuple(evidence[value.id])) for value in company.values)


def worths(
    record: Record,
    posting: Posting,
    requirements: tuple[RequirementMatch, ...],
    values: tuple[ValueMatch, ...],
    lexicon: Lexicon,
    knowledge: Knowledge,
) -> tuple[HighlightWorth, ...]:
    """Every bullet with its worth, best first."""
    classes = _classes(knowledge)
    places = {position.id: place for place, position in enumerate(record.resume.positions)}
    found = []
    for order, piece in enumerate(record.bullets):
        highlight = piece.highlight
        if highlight is None:
            continue
        serves = _serves(highlight.id, posting, requirements)
        close = min(_CLOSE, sum(weight for _, weight in serves))
        place = places[piece.position.id] if piece.position else 0
        worth = _outcome(highlight) + _scale(highlight) + _ownership(piece, classes) + close + max(0.0, _RECENT - 0.25 * place)
        found.append(
            (
                worth,
                order,
                HighlightWorth(
                    highlight=highlight.id,
                    worth=round(max(0.0, worth), 3),
                    competencies=tuple(lexicon.shown(without_asides(piece.fact.text))),
                    requirements=tuple(requirement for requirement, _ in serves),
                    values=_values(highlight.id, values),
                ),
            ),
        )
    return tuple(worth for _, _, worth in sorted(found, key=lambda item: (-item[0], item[1])))


def _sign(value: Value, piece: Piece, lexicon: Lexicon) -> float:
    """How clearly a bullet shows a value, from 0 to 1; one that names it shows it."""
    name = {token.stem for token in tokens(value.name) if is_content(token)}
    said = without_asides(piece.fact.text)
    if len(name) > 1 and name <= {token.stem for token in tokens(said)}:
        return 1.0
    shown = lexicon.shown(said)
    first, *others = [shown.get(competency, 0.0) for competency in value.competencies] or [0.0]
    return 1 - (1 - first) * prod(1 - _SECOND * other for other in others)


def without_asides(text: str) -> str:
    """A bullet without what stands in brackets: "(no, really, this is where I learned it)" shows nothing of what was done."""
    return _ASIDE.sub(" ", text) if _ASIDE.sub("", text).strip(" .") else text


def _outcome(highlight: Highlight) -> float:
    if any(metric.direction != "none" or metric.before is not None for metric in highlight.metrics):
        return _OUTCOME
    return _METRIC if highlight.metrics else 0.0


def _scale(highlight: Highlight) -> float:
    """Up to 1: a thousand of anything is a little, a million a lot; money counts by its digits too."""
    largest = max((metric.value for metric in highlight.metrics if metric.unit != "%"), default=0.0)
    return min(1.0, max(0.0, (log10(largest) - 1) / 6)) if largest > 0 else 0.0


@lru_cache(maxsize=4)
def _classes(knowledge: Knowledge) -> Mapping[str, str]:
    """The forms of the verbs of the packs, each with the class of its verb."""
    return {
        word.casefold(): verb.verb_class for verb in knowledge.verbs.values() for word in (verb.past, verb.lemma, verb.gerund)
    }


def _ownership(piece: Piece, classes: Mapping[str, str]) -> float:
    first = next(iter(tokens(piece.fact.text)), None)
    kind = classes.get(first.text.casefold()) if first else None
    return _OWNER if kind in _OWNING else _SUPPORT if kind in _SUPPORTING else 0.0


def _serves(highlight: str, posting: Posting, requirements: tuple[RequirementMatch, ...]) -> list[tuple[str, float]]:
    kinds = {requirement.id: requirement.kind for requirement in posting.requirements}
    found = [
        (match.requirement, evidence.strength * _KIND_WEIGHT[kinds[match.requirement]])
        for match in requirements
        for evidence in match.evidence
        if evidence.highlight == highlight
    ]
    return sorted(found, key=lambda item: -item[1])


def _values(highlight: str, values: tuple[ValueMatch, ...]) -> tuple[str, ...]:
    found = [
        (evidence.strength, match.value) for match in values for evidence in match.evidence if evidence.highlight == highlight
    ]
    return tuple(value for _, value in sorted(found, key=lambda item: -item[0]))
