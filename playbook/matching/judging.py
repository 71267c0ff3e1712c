"""One requirement against all the evidence: which parts are met, by what, and what that makes of the whole.

A part that nobody could judge is left out, never counted as missing. `weigh` finds what the rules find, `conclude` puts a
status to it; choosing among the statuses that the rules leave open is for whoever judges, such as `playbook.matching.learned`.
Wording the result is for `playbook.matching.reasons`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playbook.artifacts.matching import Evidence, Status, Traits
from playbook.artifacts.posting import Requirement
from playbook.knowledge.conditions import of_the_body
from playbook.knowledge.lexicon import Found, Term
from playbook.knowledge.tokens import is_content, tokens
from playbook.matching import rules
from playbook.matching.asides import plainly
from playbook.matching.asks import Ask, asks_of, phrases, residue_of
from playbook.matching.lacking import is_lone_verb, is_within, runs, said
from playbook.matching.likeness import likeness_of
from playbook.matching.parts import Case, Part, ruling_of, value_ruling, weight_of
from playbook.matching.rules import Ruling
from playbook.matching.tenure import tenures
from playbook.matching.traits import traits_of
from playbook.provenance import Fact

_COVERED = {"required": 0.75, "preferred": 0.75, "responsibility": 0.7}
_TRACE = 0.2
"""Share below which nothing speaks for the requirement."""
_ALIKE, _NEARLY, _FAINT = 0.5, 0.26, 0.3
"""Likeness of words that covers a requirement of unknown terms, half covers it, and forbids to call it a gap."""
_IDIOM = frozenset({"afraid", "scare", "sleev", "kind", "heart", "job", "success", "contribut"})
"""Stems of turns of phrase that nobody lacks: "not afraid to roll up their sleeves"."""
_WHERE = re.compile(r"\b(?:in|within|across|including|incl|preferably|ideally|with|plus)\b|\(", re.IGNORECASE)
"""What follows says where the years were, not of what they are."""
_KNOWN = 0.5
"""Share of terms that must be known before anything is judged."""
_WORD_WEIGHT, _WORDS_WEIGHT = 0.15, 0.6
"""What a word outside of the known parts weighs, and all of them at most."""
_MOST_EVIDENCE = 4
_FAINTEST, _TELLING = 0.15, 0.2


@dataclass(frozen=True)
class Judgement:
    """The result for one requirement."""

    status: Status
    evidence: tuple[Evidence, ...]
    covered: tuple[str, ...]
    missing: tuple[str, ...]
    known_share: float
    years: float | None = None
    """How far the years that the line asks for are there."""
    lapsed: frozenset[Fact] = frozenset()
    """Papers that it rests on and that have run out."""


@dataclass(frozen=True)
class Weighed:
    """A requirement beside all the evidence, before it has a status."""

    requirement: Requirement
    asks: tuple[Ask, ...]
    parts: tuple[Part, ...]
    residue: tuple[Term, ...]
    likeness: Mapping[int, float]
    years: float | None
    """How far the years that it asks for are there."""
    known_share: float
    evidence: tuple[Evidence, ...]
    """All that speaks for it, best first."""
    traits: Traits


def weigh(requirement: Requirement, case: Case) -> Weighed:
    """What the rules find: its parts, what each rests on, and the status by rule."""
    text = plainly(requirement.text)
    named_values = [(value, evidence) for value, evidence in case.values if value.name.casefold() in text.casefold()]
    asks = asks_of(text, case.posting.family, case.lexicon)
    residue = tuple(term for term in residue_of(text, asks, case.verbs, case.lexicon) if term.stem not in _employer(case))
    if len(named_values) > 1:
        parts = [Part(value.name, value_ruling(evidence, case)) for value, evidence in named_values]
        residue = ()
    else:
        parts = [Part(ask.words_in(text), ruling_of(ask, requirement, case), weight_of(ask, case)) for ask in asks]
    ruling = Ruling(None)
    if requirement.years:
        wanted = [way.id for way in _dated(text, asks, case)]
        ruling = rules.years(requirement, wanted, case.record, case.trade, case.lexicon)
        stated = rules.YEARS.search(text)
        parts.append(Part(stated.group() if stated else "years of experience", ruling, counted=True))
    parts += [Part(words, ruling, counted=True) for words, ruling in tenures(text, case.record)]
    likeness = likeness_of(requirement, asks, case)
    known = 0.0 if not asks and of_the_body(text) else _known_share(requirement, case)
    evidence = _evidence(parts, likeness, case)
    by_rule = _status(requirement, parts, residue, likeness, known, case)
    if by_rule == "partial" and not evidence:
        # Nothing can be quoted: then nobody knows.
        by_rule = "unknown"
    traits = traits_of(
        requirement,
        by_rule,
        _open(by_rule, parts, known, evidence, case),
        case,
        share=_share(parts, residue, case),
        most=max((part.ruling.share or 0.0 for part in parts), default=0.0),
        likeness=max(likeness.values(), default=0.0),
        evidence=evidence[0].strength if evidence else 0.0,
    )
    return Weighed(requirement, tuple(asks), tuple(parts), residue, likeness, ruling.share, known, evidence, traits)


def conclude(weighed: Weighed, status: Status, case: Case) -> Judgement:
    """The result with a status that the rules leave open: its evidence, what is covered, and what is missing."""
    text, parts = plainly(weighed.requirement.text), weighed.parts
    shown_words = [term for term in weighed.residue if term.stem in case.record.stems]
    titled = {token.stem for token in tokens(case.posting.title)}
    absent = [term for term in weighed.residue if term.stem not in case.record.stems | titled | _IDIOM]
    missing = [part.words for part in parts if part.ruling.share is not None and not part.met]
    missing = [words for words in missing if not said(words, case)]
    if status in {"partial", "gap"}:
        beside = residue_of(text, weighed.asks, frozenset(), case.lexicon)
        missing = missing or [words for words in phrases(text, runs(text, beside, absent)) if not said(words, case)]
    covered = [part.words for part in parts if part.met] + [*phrases(text, shown_words)]
    missing = [words for words in missing if not is_lone_verb(words, case) and not is_within(words, covered)]
    return Judgement(
        status=status,
        evidence=weighed.evidence if status in {"covered", "partial"} else (),
        covered=tuple(dict.fromkeys(covered)),
        missing=tuple(dict.fromkeys(missing)) if status in {"partial", "gap"} else (),
        known_share=weighed.known_share,
        years=weighed.years,
        lapsed=frozenset(piece.fact for part in parts if part.ruling.has_lapsed for piece in part.ruling.pieces),
    )


def _open(by_rule: Status, parts: Sequence[Part], known: float, evidence: Sequence[Evidence], case: Case) -> tuple[Status, ...]:
    """What whoever judges may choose from; what the rules are sure of is not among it."""
    if known < _KNOWN:
        return ("unknown",)
    judged = [part for part in parts if part.ruling.share is not None]
    lacks = any(_formal(part, case) and not part.complete for part in judged)
    found: list[Status] = []
    # What is hardly evidence raises nothing: it would be quoted as an answer.
    if evidence and (evidence[0].strength >= _TELLING or by_rule in {"covered", "partial"}):
        found += ["partial"] if lacks else ["covered", "partial"]
    if by_rule == "gap":
        found.append("gap")
    found.append("unknown")
    return tuple(dict.fromkeys([*found, by_rule]))


def _status(
    requirement: Requirement,
    parts: Sequence[Part],
    residue: tuple[Term, ...],
    likeness: Mapping[int, float],
    known: float,
    case: Case,
) -> Status:
    if known < _KNOWN:
        return "unknown"
    best = max(likeness.values(), default=0.0)
    judged = [part for part in parts if part.ruling.share is not None]
    if not judged:
        return _by_likeness(best, residue, case)
    share = _share(parts, residue, case)
    complete = requirement.kind == "responsibility" or (len(judged) == len(parts) and all(part.complete for part in judged))
    if share >= _COVERED[requirement.kind] and complete:
        return "covered"
    if _met(judged) >= _TRACE or best >= _FAINT:
        return "partial"
    return _absent(requirement, parts, best, case)


def _share(parts: Sequence[Part], residue: tuple[Term, ...], case: Case) -> float:
    """What is met of the parts that could be judged, and of the words beside them; 0 where none could be."""
    judged = [part for part in parts if part.ruling.share is not None]
    if not judged:
        return 0.0
    weight = sum(part.weight for part in judged)
    beside = min(_WORDS_WEIGHT, _WORD_WEIGHT * len(residue))
    words = sum(term.stem in case.record.stems for term in residue) / len(residue) if residue else 0.0
    return (_met(judged) * weight + beside * words) / (weight + beside)


def _met(judged: Sequence[Part]) -> float:
    """The weighted mean of how far parts are met."""
    weight = sum(part.weight for part in judged)
    return sum(part.weight * (part.ruling.share or 0.0) for part in judged) / weight


def _absent(requirement: Requirement, parts: Sequence[Part], best: float, case: Case) -> Status:
    """What nothing speaks for. Only what a resume would list can be missing from it: a credential, a language, a tool, years.

    A duty, a method or a field may have been done in words that no rule connects with it; and where the packs hardly know
    this candidate's trade, a name that they miss may be the very thing.
    """
    judged = all(part.ruling.share is not None for part in parts)
    formal = all(_formal(part, case) for part in parts)
    listed = all(_is_listed(part, case) for part in parts) and case.record.known_skills >= _KNOWN
    if requirement.kind != "responsibility" and judged and (formal or listed):
        return "gap"
    return "partial" if best >= _NEARLY else "unknown"


def _by_likeness(best: float, residue: tuple[Term, ...], case: Case) -> Status:
    """The status of a requirement of which the packs know no part: never a gap."""
    if len(residue) > 1 and (best >= _ALIKE or _in_one_place(residue, case)):
        return "covered"
    return "partial" if best >= _NEARLY else "unknown"


def _in_one_place(residue: tuple[Term, ...], case: Case) -> bool:
    """Whether one bullet or line of the summary has everything that is named."""
    wanted = {term.stem for term in residue}
    return len(wanted) > 1 and any(wanted <= piece.stems for piece in case.record.pieces if piece.kind in {"bullet", "summary"})


def _dated(text: str, asks: Sequence[Ask], case: Case) -> list[Found]:
    """What years are asked of: in "2 years of dispatch in truckload" those of dispatch, not of whatever moves a load."""
    dated = [ask for ask in asks if any(_dates(way, case) for way in ask.ways)]
    rest = _WHERE.search(text, max(way.end for way in dated[0].ways)) if dated else None
    head = [ask for ask in dated if rest is None or ask.ways[0].start < rest.start()]
    return [way for ask in head for way in ask.ways if _dates(way, case)]


def _dates(way: Found, case: Case) -> bool:
    """Whether years can be counted in it: a trade, a tool or a method, not a degree or a behaviour."""
    skill = case.lexicon.skill(way.id)
    return skill is not None and skill.kind not in {"soft", "language"}


def _formal(part: Part, case: Case) -> bool:
    return part.counted or any(found.kind == "credential" for found in case.lexicon.concepts(part.words))


def _is_listed(part: Part, case: Case) -> bool:
    """Whether a resume would name the thing, had its writer worked with it."""
    skills = [case.lexicon.skill(found.id) for found in case.lexicon.concepts(part.words) if found.kind == "skill"]
    named = [skill for skill in skills if skill is not None]
    return _formal(part, case) or (bool(named) and all(skill.kind in {"tool", "language"} for skill in named))


def _employer(case: Case) -> frozenset[str]:
    """The stems of the employer's name: nobody lacks "Starbucks"."""
    return frozenset(token.stem for token in tokens(case.posting.hiring_organization or "") if is_content(token))


def _known_share(requirement: Requirement, case: Case) -> float:
    """Share of the requirement's words that the packs or the resume know: either way it can be judged."""
    terms = case.lexicon.terms(plainly(requirement.text))
    if not terms:
        return 1.0 if requirement.years else 0.0
    return sum(term.known or term.stem in case.record.stems for term in terms) / len(terms)


def _evidence(parts: Sequence[Part], likeness: Mapping[int, float], case: Case) -> tuple[Evidence, ...]:
    """The best pieces: those that most parts rest on, then those that sound most alike."""
    total = sum(part.weight for part in parts) or 1.0
    found = []
    for index, piece in enumerate(case.record.pieces):
        parts_shown = sum(part.weight * (part.ruling.share or 0.0) for part in parts if piece in part.ruling.pieces)
        like = likeness.get(index, 0.0)
        strength = piece.weight * (0.7 * parts_shown / total + (0.15 if parts_shown else 0.0)) + 0.35 * like if parts else like
        if strength >= _FAINTEST:
            found.append((strength, index, piece))
    found.sort(key=lambda item: (-item[0], item[1]))
    found = list({piece.fact.text.casefold(): (strength, index, piece) for strength, index, piece in reversed(found)}.values())[
        ::-1
    ]
    return tuple(
        Evidence(
            fact=piece.fact, highlight=piece.highlight.id if piece.highlight else None, strength=round(min(1.0, strength), 3)
        )
        for strength, _, piece in found[:_MOST_EVIDENCE]
    )
