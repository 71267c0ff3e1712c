"""The parts of a requirement, each judged alone: shown, said, near to something shown, or absent.

The packs decide here, with the rules for degrees, licences and languages; what the parts make of the whole
requirement is for `playbook.matching.judging`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from playbook.artifacts.company import Value
from playbook.artifacts.matching import Evidence
from playbook.artifacts.posting import Posting, Requirement
from playbook.knowledge.lexicon import Found, Lexicon
from playbook.knowledge.tokens import is_content, tokens
from playbook.matching import rules
from playbook.matching.asides import plainly
from playbook.matching.asks import Ask
from playbook.matching.attainment import is_begun, is_lapsed, is_unfinished
from playbook.matching.bodies import by_letters
from playbook.matching.evidence import Piece, Record
from playbook.matching.fields import is_any_trade, is_of
from playbook.matching.headed_lists import headed_lists, is_deed
from playbook.matching.helping import asks_to_lead
from playbook.matching.leaders import is_of_leaders, leading_leaders
from playbook.matching.qualifications import OTHER_FIELD, by_code, by_course, fields_named, is_of_trade, is_short
from playbook.matching.rules import Ruling, Trade
from playbook.matching.similarity import Similarity
from playbook.matching.spoken import language
from playbook.matching.spoken_acts import of_the_act, spoken_to_others
from playbook.matching.standing import denies, doubt_of, is_part_of_name
from playbook.matching.telling import telling

MET = 0.5
"""Share from which a part of a requirement counts as answered."""
_RELATED = 0.4
_TOLD = 0.6
"""What a skill is worth whose words stand in one bullet, though not as its name."""
_NARROW = 10
"""Kinds from which a field is too wide for its members to be like each other: two programming languages are not."""
_SAID_ONLY = 0.5
"""What a soft skill is worth that is listed and not shown."""
_STRONG_SIGN = 0.6
_CLEAR = 0.8
_SOFT_WEIGHT = 0.7
_TYPO, _TYPO_FROM = 93, 7


_OF_PEOPLE = re.compile(
    r"(?:managing|leading|supervising|hiring|coaching|mentoring) [\w -]+(?:ers|ors|ists|ants|reps)$", re.IGNORECASE
)
_JUNIOR = re.compile(r"\b(?:junior|jr|trainee|apprentice|intern|graduate)\b", re.IGNORECASE)
"""Titles of somebody who learns, which say nothing of teaching."""


@dataclass(frozen=True)
class Case:
    """What every requirement of a posting is judged with."""

    record: Record
    posting: Posting
    lexicon: Lexicon
    similarity: Similarity
    trade: Trade
    verbs: frozenset[str]
    competencies: frozenset[str]
    behaviours: Mapping[str, float]
    """Competency to how strongly the bullets together show it."""
    values: tuple[tuple[Value, tuple[Evidence, ...]], ...]
    """The employer's values with what the resume shows of each."""


@dataclass(frozen=True)
class Part:
    """One part of a requirement, judged."""

    words: str
    ruling: Ruling
    weight: float = 1.0
    counted: bool = False
    """Whether it is a number of years: nearly enough of them is not enough."""
    is_wished: bool = False
    """Whether it is only a plus beside what the line asks for."""

    @property
    def complete(self) -> bool:
        """Whether nothing of it is left to ask."""
        return self.ruling.share == 1 if self.counted or self.ruling.has_lapsed else self.met

    @property
    def met(self) -> bool:
        """Whether it is answered, at least in part."""
        return self.ruling.share is not None and self.ruling.share >= MET


def parts_of(text: str, asks: Sequence[Ask], requirement: Requirement, case: Case) -> list[Part]:
    """The parts, each judged; without a name that is made of others which are shown: "SaaS sales" of "SaaS" and "sales"."""
    ruled = [(ask, ruling_of(ask, requirement, case)) for ask in asks]
    full = [(way.start, way.end) for ask, ruling in ruled if ruling.share == 1 for way in ask.ways if way.kind == "skill"]
    kept = [(ask, ruling) for ask, ruling in ruled if ruling.share == 1 or not _is_made_of(ask.ways[0], full)]
    return [Part(_words(ask, ruling, text), ruling, weight_of(ask, case)) for ask, ruling in kept]


def _words(ask: Ask, ruling: Ruling, text: str) -> str:
    """A part in the requirement's words; of a long choice the way that is shown."""
    words = ask.words_in(text)
    if words != ask.ways[0].words or ruling.share != 1:
        return words
    return next((way.words for way in ask.ways if any(way.id in piece.reach for piece in ruling.pieces)), words)


def _is_made_of(way: Found, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether every word of a name stands in one of several other names."""
    inside = [
        {at for at, (start, end) in enumerate(spans) if start <= way.start + token.start < end} for token in tokens(way.words)
    ]
    return way.kind == "skill" and len(inside) > 1 and all(inside) and len(set[int]().union(*inside)) > 1


def ruling_of(ask: Ask, requirement: Requirement, case: Case) -> Ruling:
    """The best way to meet a part, be it by a thing that no pack knows and that the line names beside it."""
    coded = (by_code(way, requirement, case.record) or by_letters(way, case.record) for way in ask.ways)
    ruling = next(filter(None, coded), None) or _of_known(ask, requirement, case)
    said = saying(ask.others, case) if ruling.share != 1 else ()
    return Ruling(1.0, said) if said else ruling


def _of_known(ask: Ask, requirement: Requirement, case: Case) -> Ruling:
    """The best of the ways that the packs know; what cannot be judged counts only where nothing else can be."""
    rulings = [_as_example(way, _way(way, requirement, case), ask, requirement, case) for way in ask.ways]
    judged = [ruling for ruling in rulings if ruling.share is not None]
    best = max(judged, key=lambda ruling: ruling.share or 0.0, default=Ruling(None))
    if is_any_trade(ask.fields):
        learned = [
            piece for ruling in judged for piece in ruling.pieces if ruling.share == 1 and is_of_trade(piece, ask, case.lexicon)
        ]
        if learned:
            return Ruling(1.0, tuple(dict.fromkeys(learned)))
    if ask.fields and best.pieces and best.share != rules.LOWER_DEGREE:
        # Whether another field is a related one is for whoever reads the posting.
        named = tuple(
            piece for piece in best.pieces if is_of(ask.fields, fields_named(piece, case.lexicon)) and not is_unfinished(piece)
        )
        if named:
            return Ruling(1.0, named)
        if best.share == 1 and all(
            not (credential := case.lexicon.credential(way.id)) or credential.area is None for way in ask.ways
        ):
            return Ruling(OTHER_FIELD, best.pieces)
    if ask.fields and best.share != 1 and any(is_short(way, case.lexicon) for way in ask.ways):
        return by_course(ask, best, case.record)
    if not judged:
        return best
    pieces = tuple(dict.fromkeys(piece for ruling in judged if ruling.share == best.share for piece in ruling.pieces))
    return Ruling(best.share, pieces)


def _as_example(way: Found, ruling: Ruling, ask: Ask, requirement: Requirement, case: Case) -> Ruling:
    """What stands in the brackets behind a deed that it does not imply is near to it: who knows Docker deployed nothing."""
    head = ask.ways[0]
    is_example = any(
        one.heads(head.start, head.end) and one.holds(way.start) and is_deed(requirement.text[one.start : one.end], case.verbs)
        for one in headed_lists(requirement.text)
    )
    if ruling.share != 1 or not is_example:
        return ruling
    return ruling if head.id in case.lexicon.closure([way.id]) else Ruling(_RELATED, ruling.pieces)


def saying(ways: Iterable[frozenset[str]], case: Case) -> tuple[Piece, ...]:
    """The lines that have every word of a thing which no pack knows, and do not say that it is not so."""
    return tuple(
        dict.fromkeys(
            piece
            for stems in ways
            for piece in case.record.pieces
            if stems and stems <= piece.stems and not denies(piece, stems) and not is_part_of_name(piece, stems, case.lexicon)
        )
    )


def value_ruling(evidence: tuple[Evidence, ...], case: Case) -> Ruling:
    """An employer's value is no skill: one bullet shows a part of it, two clear ones show it."""
    ids = {one.highlight for one in evidence}
    pieces = tuple(piece for piece in case.record.bullets if piece.highlight is not None and piece.highlight.id in ids)
    clear = sum(one.strength >= _CLEAR for one in evidence)
    return Ruling(1.0 if clear > 1 else 0.5 if evidence else 0.0, pieces)


def weight_of(ask: Ask, case: Case) -> float:
    """A behaviour counts less than a skill."""
    skill = case.lexicon.skill(ask.ways[0].id)
    return _SOFT_WEIGHT if skill is not None and skill.kind == "soft" else 1.0


def _way(way: Found, requirement: Requirement, case: Case) -> Ruling:
    credential = case.lexicon.credential(way.id)
    if credential is not None:
        rule = rules.degree if credential.kind == "degree" else rules.licence
        return rule(way, requirement, case.record, case.lexicon)
    skill = case.lexicon.skill(way.id)
    if skill is not None and skill.kind == "language":
        return language(way, requirement, case.record)
    if skill is not None and skill.kind == "soft":
        return _soft(way, case)
    shown = case.record.showing(way.id)
    if not shown:
        return _near(way, case)
    ruling = _as_done(way, shown, requirement, case)
    if ruling.share == 1 and not any(piece.kind == "bullet" for piece in ruling.pieces):
        # A bullet that says it in its words, as "118% of the sales goal" does, tells more than a title or a list.
        told = (piece for piece in telling(way.words, case.record, case.verbs) if piece.kind == "bullet")
        return Ruling(1.0, tuple(dict.fromkeys((*ruling.pieces, *told))))
    return ruling


def _as_done(way: Found, shown: tuple[Piece, ...], requirement: Requirement, case: Case) -> Ruling:
    """What was done counts in full, what was only seen, tried at home or begun is near to it, what is denied is nothing."""
    leads = asks_to_lead(plainly(requirement.text)[: way.start], case.verbs)
    doubts = {piece: doubt_of(piece, way.id, requirement.text, case.lexicon, leads=leads) for piece in shown}
    done = tuple(piece for piece, doubt in doubts.items() if doubt is None and not is_begun(piece, way.id, case.lexicon))
    held = tuple(piece for piece in done if piece.kind != "certificate" or not is_lapsed(piece))
    if done:
        return Ruling(1.0, held) if held else Ruling(MET, done)
    near = tuple(piece for piece, doubt in doubts.items() if doubt != "none")
    return Ruling(_RELATED, near) if near else _near(way, case)


def _soft(way: Found, case: Case) -> Ruling:
    """A behaviour is shown by bullets; a list that names it says so, and no sign of it proves nothing."""
    concept = way.id
    bullets = [piece for piece in case.record.bullets if concept in piece.reach]
    bullets += [piece for piece in spoken_to_others(way.words, case.record.bullets) if piece not in bullets]
    if concept in case.competencies:
        shown = [
            piece
            for piece in case.record.pieces
            if piece.kind == "bullet" or (piece.kind == "position" and not _JUNIOR.search(piece.fact.text))
        ]
        signs = {piece: case.lexicon.shown(piece.fact.text).get(concept, 0.0) for piece in shown}
        strong = of_the_act(way.words, [piece for piece, sign in signs.items() if sign >= _STRONG_SIGN])
        weak = of_the_act(way.words, [piece for piece, sign in signs.items() if 0 < sign < _STRONG_SIGN])
        bullets = list(dict.fromkeys([*bullets, *strong]))
        if not bullets and weak:
            return Ruling(1.0 if len(weak) > 1 else _SAID_ONLY, tuple(weak))
    if bullets:
        return Ruling(1.0, tuple(bullets))
    said = tuple(piece for piece in case.record.showing(concept) if piece.kind != "education")
    if said:
        return Ruling(_SAID_ONLY, said)
    parents = case.lexicon.closure([concept]) - {concept}
    near = [
        piece for piece in case.record.bullets if parents & piece.reach or _signed(piece, parents & case.competencies, case)
    ]
    near = of_the_act(way.words, near)
    return Ruling(_RELATED, tuple(near)) if near else Ruling(None)


def _signed(piece: Piece, competencies: Iterable[str], case: Case) -> bool:
    shown = case.lexicon.shown(piece.fact.text)
    return any(shown.get(competency, 0.0) >= _STRONG_SIGN for competency in competencies)


def _near(way: Found, case: Case) -> Ruling:
    """Evidence of the same kind: another product, the wider field, or a name that differs by a letter."""
    lexicon = case.lexicon
    named = {token.stem for token in tokens(way.words) if is_content(token)}
    told = telling(way.words, case.record, case.verbs)
    if is_of_leaders(way.words) and (leads := leading_leaders(case.record)):
        return Ruling(1.0, leads)
    if told and not _OF_PEOPLE.match(way.words):  # a product manager has not managed product managers
        return Ruling(_TOLD, tuple(told))
    near = frozenset(parent for parent in lexicon.parents(way.id) if lexicon.kinds_of(parent) <= _NARROW)
    siblings = [piece for piece in case.record.pieces if near & piece.reach and not denies(piece, named)]
    if siblings:
        return Ruling(_RELATED, tuple(siblings))
    for name in lexicon.names(way.id):
        if len(name) >= _TYPO_FROM and fuzz.partial_ratio(name.casefold(), case.record.text) >= _TYPO:
            return Ruling(_RELATED)
    return Ruling(0.0)
