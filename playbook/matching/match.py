"""The stage: puts record, judgements, values and worths together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from playbook.artifacts.company import Company
from playbook.artifacts.matching import Matching, RequirementMatch, Status, Traits
from playbook.artifacts.posting import Posting
from playbook.artifacts.resume import Position, Resume
from playbook.knowledge.lexicon import Lexicon, lexicon_of
from playbook.knowledge.packs import Knowledge
from playbook.knowledge.tokens import fold, is_content, stem, tokens
from playbook.matching import careers
from playbook.matching.evidence import Piece, Record, record_of
from playbook.matching.judging import conclude, weigh
from playbook.matching.leading import varied
from playbook.matching.parts import Case
from playbook.matching.reasons import reason
from playbook.matching.rules import Trade
from playbook.matching.similarity import Similarity
from playbook.matching.worth import values_shown, without_asides, worths

_TWO = 2
"""Skills of a trade from which its years are not nothing."""


Judge = Callable[[Sequence[Traits]], Sequence[Status]]
"""The statuses of a posting's requirements, one each."""


def by_rule(lines: Sequence[Traits]) -> tuple[Status, ...]:
    """The statuses that the rules give."""
    return tuple(line.rule for line in lines)


def match(resume: Resume, posting: Posting, company: Company, knowledge: Knowledge, judge: Judge = by_rule) -> Matching:
    """Everything that connects the resume with the posting.

    `judge` chooses each status among those that the rules leave open; what it may not choose stays as the rules have it.
    """
    lexicon = lexicon_of(knowledge)
    record = record_of(resume, lexicon)
    values = values_shown(company, record, lexicon)
    shown = {one.value: one.evidence for one in values}
    relevant = _in_trade(careers.relevant(resume, posting, knowledge), record, posting.family, knowledge, lexicon)
    wanted = [
        frozenset(token.stem for token in tokens(requirement.text) if is_content(token)) for requirement in posting.requirements
    ]
    case = Case(
        record=record,
        posting=posting,
        lexicon=lexicon,
        similarity=Similarity([*wanted, *(piece.stems for piece in record.pieces)]),
        trade=Trade(
            relevant,
            known=posting.family in knowledge.families and posting.family != "general",
            unplaced=careers.unplaced(resume, knowledge),
            touched=_touched(record, posting.family, lexicon),
        ),
        verbs=_verbs(tuple(knowledge.verbs)),
        competencies=frozenset(knowledge.competencies),
        behaviours=_behaviours(record, lexicon),
        values=tuple((value, shown[value.id]) for value in company.values),
    )
    weighed = [weigh(requirement, case) for requirement in posting.requirements]
    judged = judge([one.traits for one in weighed])
    matches = []
    led: set[str] = set()
    for one, status in zip(weighed, judged, strict=True):
        judgement = conclude(one, status if status in one.traits.open else one.traits.rule, case)
        judgement = replace(judgement, evidence=varied(one.requirement.text, judgement.evidence, led, lexicon))
        led.update(first.fact.text for first in judgement.evidence[:1])
        matches.append(
            RequirementMatch(
                requirement=one.requirement.id,
                status=judgement.status,
                evidence=judgement.evidence,
                reason=reason(one.requirement, judgement),
                covered_terms=judgement.covered,
                missing_terms=judgement.missing,
                years=judgement.years,
                known_share=round(judgement.known_share, 3),
            ),
        )
    requirements = tuple(matches)
    return Matching(
        requirements=requirements,
        values=values,
        highlights=worths(record, posting, requirements, values, lexicon, knowledge),
        relevant_years=careers.years(relevant, resume),
        changes_career=careers.changes_career(resume, posting, knowledge),
    )


def _behaviours(record: Record, lexicon: Lexicon) -> Counter[str]:
    """How strongly the bullets together show each competency."""
    found: Counter[str] = Counter()
    for piece in record.bullets:
        found.update(lexicon.shown(without_asides(piece.fact.text)))
    return found


def _in_trade(
    titled: tuple[Position, ...], record: Record, family: str, knowledge: Knowledge, lexicon: Lexicon
) -> tuple[Position, ...]:
    """The positions that count for a trade: those of its titles, and those of titles unknown whose bullets show its skills."""
    counted = {position.id for position in titled}
    for position in record.resume.work:
        title = position.position.text if position.position is not None else ""
        bullets = tuple(piece for piece in record.bullets if piece.position is position)
        if careers.family_of(title, knowledge) is None and len(_skills_shown(bullets, family, lexicon)) >= _TWO:
            counted.add(position.id)
    return tuple(position for position in record.resume.work if position.id in counted)


def _touched(record: Record, family: str, lexicon: Lexicon) -> tuple[Piece, ...]:
    """The bullets that show skills of a trade, where together they show two or more."""
    found = _skills_shown(record.bullets, family, lexicon)
    return tuple(dict.fromkeys(found.values())) if len(found) >= _TWO else ()


def _skills_shown(bullets: tuple[Piece, ...], family: str, lexicon: Lexicon) -> dict[str, Piece]:
    """The skills of a trade that bullets show, each with the first that does."""
    found: dict[str, Piece] = {}
    for piece in bullets:
        for concept in sorted(piece.named):
            skill = lexicon.skill(concept)
            if skill is not None and skill.kind not in {"soft", "language"} and family in skill.families:
                found.setdefault(concept, piece)
    return found


@lru_cache(maxsize=4)
def _verbs(lemmas: tuple[str, ...]) -> frozenset[str]:
    """Stems of verbs: a requirement's verb says what is done with a thing, and is no thing of its own."""
    return frozenset(stem(fold(lemma)) for lemma in lemmas)
