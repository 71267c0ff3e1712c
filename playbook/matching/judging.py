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
from playbook.knowledge.conditions import is_condition, of_the_body
from playbook.knowledge.lexicon import Term
from playbook.knowledge.tokens import is_content, tokens
from playbook.matching import rules
from playbook.matching.amounts import amounts, is_amount
from playbook.matching.asides import plainly
from playbook.matching.asks import Ask, asks_of, phrases, residue_of
from playbook.matching.bodies import paper_of, shown_papers
from playbook.matching.general_heads import grades_in, is_only_general
from playbook.matching.instances import is_of_shown_list, with_instances
from playbook.matching.lacking import is_lone_verb, is_within, runs, said
from playbook.matching.likeness import likeness_of
from playbook.matching.marks import marks
from playbook.matching.parts import Case, Part, parts_of, value_ruling
from playbook.matching.ruled import KNOWN, is_only_listed, lacks_half, open_statuses, share_of, status_by_rule
from playbook.matching.rules import Ruling
from playbook.matching.sectors import with_sectors
from playbook.matching.standing import is_secondhand
from playbook.matching.tenure import dated, further_years, held_titles, tenures
from playbook.matching.traits import traits_of
from playbook.matching.wished import with_wishes
from playbook.provenance import Fact

_IDIOM = frozenset({"afraid", "scare", "sleev", "kind", "heart", "job", "success", "contribut", "pace"})
"""Stems of turns of phrase that nobody lacks: "not afraid to roll up their sleeves"."""
_CODE = re.compile(r"[A-Z]{1,2}\d{1,2}")
"""What numbers a line: "E4 Track record of", "D4 Statistical software"."""
_WHERE = re.compile(r"\b(?:in|within) (?:an? |the |similar )*$", re.IGNORECASE)
_SETTING = re.compile(r"(?:environments?|settings?|industr(?:y|ies)|sectors?)$", re.IGNORECASE)
_OF_SETTING = 0.5
"""What the setting counts for a quote beside the deed: of "leading a team in a claims environment" the team is to be shown."""
_MOST_EVIDENCE = 4
_DEED = 1.5
"""What the deed that a line opens with counts beside what it was done to."""
_FAINTEST, _SECONDHAND = 0.15, 0.8


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
    """How far the years that it asks for are there; `None` where nobody can tell."""
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
        held = tuple(held_titles(text, case.record))
        asked = tuple(ask for ask in asks if not any(span.start <= ask.ways[0].start < span.stop for span, _ in held))
        parts = [Part(text[span], ruling, counted=True) for span, ruling in held]
        parts += parts_of(text, asked, requirement, case)
        parts = with_wishes(text, with_instances(text, parts, requirement, case))
        parts = with_sectors(text, parts, case.record, case.lexicon)
    paper = paper_of(text, case.lexicon)
    if paper is not None:
        parts = [part for part in parts if not paper.holds(text.find(part.words))]
        residue = tuple(term for term in residue if not paper.holds(term.start))
        parts.append(Part(paper.words, shown_papers(paper, case.record), counted=True))
    ruling = Ruling(None)
    if requirement.years:
        wanted = dated(text, asks, case)
        ruling = rules.years(requirement, wanted, case.record, case.trade, case.lexicon)
        stated = rules.YEARS.search(text)
        parts.append(Part(stated.group() if stated else "years of experience", ruling, counted=True))
    parts += [Part(words, ruling, counted=True) for words, ruling in tenures(requirement, text, case.record)]
    parts += [Part(words, ruling, counted=True) for words, ruling in further_years(requirement, text, asks, case)]
    shown = [piece for part in parts for piece in part.ruling.pieces]
    summary = [piece for piece in case.record.pieces if piece.kind == "summary"]
    parts += [Part(words, ruling, counted=True) for words, ruling in amounts(text, shown, case.record.bullets, summary)]
    graded = [Part(words, ruling, counted=True) for words, ruling in marks(text, case.record)]
    parts += graded
    residue = residue if asks or not graded else ()
    likeness = likeness_of(requirement, asks, case)
    known = (
        1.0
        if graded
        else 0.0
        if (not asks and of_the_body(text))
        or is_condition(requirement.text)
        or (paper is not None and all(part.ruling.share is None for part in parts))
        else _known_share(requirement, asks, case)
    )
    evidence = _evidence(requirement, asks, parts, likeness, case)
    by_rule = status_by_rule(requirement, parts, residue, likeness, known, case)
    if not evidence and (by_rule == "partial" or (by_rule == "covered" and known < KNOWN)):
        # Nothing can be quoted: then nobody knows.
        by_rule = "unknown"
    traits = traits_of(
        requirement,
        by_rule,
        open_statuses(requirement, by_rule, parts, residue, known, evidence, case),
        case,
        share=share_of(parts, residue, case),
        most=max((part.ruling.share or 0.0 for part in parts), default=0.0),
        likeness=max(likeness.values(), default=0.0),
        evidence=evidence[0].strength if evidence else 0.0,
    )
    return Weighed(
        requirement,
        tuple(asks),
        tuple(parts),
        residue,
        likeness,
        None if ruling.is_guarded else ruling.share,
        known,
        evidence,
        traits,
    )


def conclude(weighed: Weighed, status: Status, case: Case) -> Judgement:
    """The result with a status that the rules leave open: its evidence, what is covered, and what is missing."""
    text, parts = plainly(weighed.requirement.text), weighed.parts
    is_half = lacks_half(weighed.requirement, [part for part in parts if part.ruling.share is not None], weighed.residue, case)
    lacking = [part for part in parts if part.counted and part.ruling.share is not None and not part.met]
    spans = [(at, at + len(part.words)) for part in lacking if (at := text.find(part.words)) >= 0]
    grades = grades_in(text)
    shown_words = [
        term
        for term in weighed.residue
        if term.stem in case.record.stems
        and not is_half
        and term.start not in grades
        and not any(start <= term.start < end for start, end in spans)
    ]
    titled = {token.stem for token in tokens(case.posting.title)}
    absent = [term for term in weighed.residue if term.stem not in case.record.stems | titled | _IDIOM]
    # A bare amount names nothing that could be learned or told.
    missing = [
        part.words
        for part in sorted(parts, key=lambda part: part.is_wished)
        if part.ruling.share is not None and not part.met and not is_amount(part.words)
    ]
    # That a post's words stand somewhere says nothing of years in it.
    counted = {part.words for part in lacking}
    missing = [words for words in missing if words in counted or not said(words, case)]
    missing += [term.words for term in weighed.residue if is_half]
    if status in {"partial", "gap"}:
        beside = residue_of(text, weighed.asks, frozenset(), case.lexicon)
        # A duty that a list alone shows lacks the deed, and no word of it.
        is_named = is_only_listed(weighed.requirement, [part for part in parts if part.ruling.share is not None], case)
        rest = [] if is_named else phrases(text, runs(text, beside, absent))
        missing = missing or [words for words in rest if not said(words, case)]
    covered = [part.words for part in parts if part.complete] + [*phrases(text, shown_words)]
    missing = [
        words
        for words in missing
        if not is_lone_verb(words, case)
        and not is_only_general(words)
        and not is_within(words, covered)
        and not (_CODE.fullmatch(words) and text.startswith(f"{words} "))
        and not is_of_shown_list(words, weighed.requirement, text, case)
    ]
    return Judgement(
        status=status,
        evidence=weighed.evidence if status in {"covered", "partial"} else (),
        covered=tuple(dict.fromkeys(covered)),
        missing=tuple(dict.fromkeys(missing)) if status in {"partial", "gap"} else (),
        known_share=weighed.known_share,
        years=weighed.years,
        lapsed=frozenset(piece.fact for part in parts if part.ruling.has_lapsed for piece in part.ruling.pieces),
    )


def _employer(case: Case) -> frozenset[str]:
    """The stems of the employer's name: nobody lacks "Starbucks"."""
    return frozenset(token.stem for token in tokens(case.posting.hiring_organization or "") if is_content(token))


def _known_share(requirement: Requirement, asks: Sequence[Ask], case: Case) -> float:
    """Share of the requirement's words that the packs or the resume know: either way it can be judged.

    A line of nothing but plain words is known where they name something together: "experience of leading a team".
    """
    terms = case.lexicon.terms(plainly(requirement.text))
    if not terms:
        return 1.0 if requirement.years or asks else 0.0
    return sum(term.known or term.stem in case.record.stems for term in terms) / len(terms)


def _opens_with_deed(text: str, words: str, case: Case) -> bool:
    """Whether a part is the deed that a line opens with: for "Train juniors on assays" training says more than assays."""
    named = tokens(words)
    return len(named) > 1 and named[0].stem in case.verbs and text.startswith(words)


def _evidence(
    requirement: Requirement, asks: Sequence[Ask], parts: Sequence[Part], likeness: Mapping[int, float], case: Case
) -> tuple[Evidence, ...]:
    """The best pieces: those that most parts rest on, then those that sound most alike."""
    total = sum(part.weight for part in parts) or 1.0
    concepts = [way.id for ask in asks for way in ask.ways]
    text = plainly(requirement.text)
    settings = [_is_setting(part, text) for part in parts]
    deed = next((part for part in parts if _opens_with_deed(requirement.text, part.words, case)), None)
    weights = [
        (_DEED if part is deed else 1.0) * (_OF_SETTING if is_setting and not all(settings) else 1.0)
        for part, is_setting in zip(parts, settings, strict=True)
    ]
    shown = [
        (part.weight * part.ruling.share * weight, part.ruling.pieces)
        for part, weight in zip(parts, weights, strict=True)
        if part.ruling.share
    ]
    # Of time nothing says more than dates, and the sentence that states it.
    of_time = {piece for part in parts if part.counted for piece in part.ruling.pieces if piece.kind in {"position", "summary"}}
    found = []
    for index, piece in enumerate((*case.record.pieces, *case.record.employers)):
        weight = 1.0 if piece in of_time and index in likeness else piece.weight
        parts_shown = sum(points for points, pieces in shown if piece in pieces)
        like = likeness.get(index, 0.0)
        strength = weight * (0.7 * parts_shown / total + (0.15 if parts_shown else 0.0)) + 0.35 * like if parts else like
        if strength >= _FAINTEST and is_secondhand(piece, concepts, requirement.text, case.lexicon):
            strength *= _SECONDHAND
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


def _is_setting(part: Part, text: str) -> bool:
    """Whether a part only says where a deed of the same line is done: "in a claims or contact center environment"."""
    at = text.find(part.words)
    return at > 0 and bool(_SETTING.search(part.words) and _WHERE.search(text[:at]))
