"""The gaps that the playbook speaks of: up to three, each named by what is missing and by nothing else.

The same three stand in section 2, in the bridges of section 7 and on the cheat sheet. Whether a requirement is met
is for `playbook.matching`; how to speak about a gap is for `bridge_gaps`. A thing that the resume shows is never
named here: a false gap is worse than one gap fewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from playbook.keeping import kept
from playbook.knowledge.conditions import is_condition
from playbook.writing.gap_ground import abbreviates, heads_list, is_alternative, is_lacking, is_object, shows_part
from playbook.writing.gap_names import (
    YEARS,
    bare,
    core,
    headed,
    is_scrap,
    joined,
    several,
    spelled_out,
    tidied,
    whole,
    with_years,
)
from playbook.writing.gap_sense import asks_of_work, is_verb_of, known_kind, sensible, sensible_line
from playbook.writing.gap_titles import at_least_two_words, title_case
from playbook.writing.gap_unjudged import as_asked
from playbook.writing.pen import Pen
from playbook.writing.terms import is_shown, kind_of

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.company import Value
    from playbook.artifacts.matching import RequirementMatch, Status
    from playbook.artifacts.posting import Requirement
    from playbook.knowledge.packs import Knowledge
    from playbook.provenance import Line

__all__ = ["MOST", "Gap", "choose_gaps", "title_case"]

MOST = 3
"""Gaps that a playbook speaks of."""

_SAME = 82
"""Similarity above which two titles name the same thing."""
_BEFORE_VALUES = (
    *(("required", "gap"), ("required", "partial"), ("required", "unknown")),
    *(("preferred", "gap"), ("preferred", "unknown"), ("preferred", "partial")),
    *(("responsibility", "gap"), ("responsibility", "partial")),
)
"""Kinds of lines and how they are met, in the order in which they are worth preparing."""
_LONGEST_VALUE = 4
"""Words of a value's name."""
_PAPER = re.compile(
    r"\b(?:licen[cs]e|certificat\w+|qualification|registration|diploma|accreditation|ticket|"
    r"(?:security|police|vetting|background) clearance|(?:screening|background|police|children) checks?)\b",
    re.IGNORECASE,
)
_SHOWN_BY_PAPER = re.compile(r"\b(?:evidence|proof|record) of\b[^.;]*\b(?:vaccinat|immuni[sz]at)", re.IGNORECASE)
"""What is not done but had, and proved by a paper: to vaccinate is a craft, to be vaccinated is none."""
_HELD = frozenset({"language", "degree", "licence", "certificate"})
_USED = re.compile(
    r"\b(?:[Ww]e|[Oo]ur \w+|[Tt]he team) (?:currently |mostly |mainly )?(?:uses?|works? (?:in|with)|runs? on) "
    r"(?P<name>[A-Z][\w.+-]*(?: [A-Z][\w.+-]*)*)"
)
"""What a line says the house works with."""


@dataclass(frozen=True)
class Gap:
    """One thing that the posting asks for and the resume does not show."""

    number: int
    """1 to 3; the anchor of its script is `bridge-<number>`."""
    title: str
    """Two to five words in title case that name what is missing."""
    requirement: str | None
    value: str | None
    """Id of the company's value, where the gap is one."""
    about: Line
    """The requirement, quoted whole, or the value's statement."""
    kind: str
    """A kind of `BridgeEntry.kinds`; `value`; `other` where the packs do not know the term."""
    term: str
    """What is missing, in the posting's words, ready for the middle of a sentence."""
    status: Status = "gap"
    """`unknown` where nobody could judge it: then it is a question, not a lack."""


@dataclass(frozen=True)
class _Candidate:
    title: str
    term: str
    kind: str
    status: Status
    about: Line
    requirement: str | None = None
    value: str | None = None
    is_sure: bool = False
    """Whether the packs know the thing and the resume has neither it nor its kin, or it is a paper or a language."""


@kept(most=8)  # four sections speak of the gaps of a brief
def choose_gaps(brief: Brief, knowledge: Knowledge) -> tuple[Gap, ...]:
    """The weightiest gaps, in the order in which they are worth preparing; fewer than three where fewer are weak."""
    chosen: list[Gap] = []
    for candidate in _candidates(brief, knowledge):
        if any(_same(candidate, gap) for gap in chosen):
            continue
        chosen.append(
            Gap(
                number=len(chosen) + 1,
                title=candidate.title,
                requirement=candidate.requirement,
                value=candidate.value,
                about=candidate.about,
                kind=candidate.kind,
                term=candidate.term,
                status=candidate.status,
            ),
        )
        if len(chosen) == MOST:
            break
    return tuple(chosen)


def _candidates(brief: Brief, knowledge: Knowledge) -> Iterator[_Candidate]:
    """Everything weak, weightiest first."""
    pen = Pen("gaps", brief, knowledge)
    pairs = [
        (requirement, match)
        for requirement in brief.posting.requirements
        if (match := _match(brief, requirement)) is not None
        and asks_of_work(requirement, match.status)
        and not requirement.text.startswith(f"{brief.company.name} ")
    ]

    def tier(kind: str, status: str) -> Iterator[_Candidate]:
        found = [(requirement, match) for requirement, match in pairs if (requirement.kind, match.status) == (kind, status)]
        for requirement, match in sorted(found, key=lambda pair: -_lost(brief, pair[0].id)):
            yield from _from_requirement(brief, requirement, match, pen, knowledge)

    before = [(kind, one) for kind, status in _BEFORE_VALUES for one in tier(kind, status)]
    # What is surely missing is worth more preparing than what nobody could judge, and a must more than either.
    yield from (one for _, one in sorted(before, key=lambda row: (row[0] != "required", not row[1].is_sure)))
    shown = {match.value for match in brief.matching.values if match.evidence}
    # What is only typical for the field was never asked for, so it cannot be missing.
    stated = brief.company.values_in_play if brief.company.values_from != "role" else ()
    for value in stated:
        if value.id not in shown and _is_name(value.name):
            yield _Candidate(_of_value(value), value.name, "value", "gap", value.statement, value=value.id)
    yield from tier("responsibility", "unknown")


def _from_requirement(
    brief: Brief,
    requirement: Requirement,
    match: RequirementMatch,
    pen: Pen,
    knowledge: Knowledge,
) -> Iterator[_Candidate]:
    """The gap that a requirement leaves: none where the resume shows everything that it names, or it names no such thing."""
    values = {value.name.casefold(): value for value in brief.company.values}
    shown = {found.value for found in brief.matching.values if found.evidence}
    terms = [
        term
        for term in match.missing_terms
        if term.strip()
        and term not in {_initials(brief.company.name), brief.company.name}
        and not is_shown(term, brief.resume, knowledge)
        and not abbreviates(term, requirement, match)
        and not is_alternative(term, requirement, match.covered_terms)
        and not is_condition(term)
        and not (term.casefold() in values and values[term.casefold()].id in shown)
    ]
    if (used := _USED.search(requirement.text)) is not None and not is_shown(used["name"], brief.resume, knowledge):
        terms = [used["name"]]
    about = pen.quoted(requirement.fact)
    if (value := next((values[term.casefold()] for term in terms[:1] if term.casefold() in values), None)) is not None:
        yield _Candidate(_of_value(value), value.name, "value", match.status, about, requirement=requirement.id, value=value.id)
        return
    named = [term for term in map(tidied, terms) if not is_scrap(term, knowledge) or is_verb_of(term, requirement, knowledge)]
    is_only_scraps = bool(terms) and not named
    named = [term for term in named if not heads_list(term, requirement, match)]
    is_short = match.years is not None and match.years < 1
    # Where the years are there, or nobody can count them, what is missing is only what they are to be of.
    named[:1] = [
        with_years(term, requirement) if is_short else term for term in (whole(term, requirement) for term in named[:1])
    ]
    named = [name for term in named if (name := sensible(term, requirement, match.status, knowledge))]
    lacking = [term for term in named if is_lacking(term, requirement, brief.resume, knowledge)]
    named = lacking or named
    if named and YEARS.match(named[0]):
        term, kind = named[0], "years"
        title = title_case(headed(term))
    elif named:
        term, title = joined([spelled_out(bare(term, requirement, knowledge), knowledge) for term in named])
        kind = _kind(named[0], requirement, knowledge)
    elif is_short:
        stated = YEARS.search(requirement.text)
        term = f"{stated.group() if stated else 'the years'} of experience"
        title, kind = title_case(term), "years"
    elif match.status == "partial" or (match.missing_terms and match.status != "unknown" and not is_only_scraps):
        return
    else:
        name = sensible_line(core(requirement.text, requirement, knowledge), requirement, match.status, knowledge)
        term, title = joined([name]) if name else as_asked(requirement, match.status)
        if not term or shows_part(term, requirement, match, brief, knowledge):
            return
        kind = _kind(term, requirement, knowledge)
        term = several(term, requirement)
    is_denied = bool(lacking) or kind == "years" or is_lacking(term, requirement, brief.resume, knowledge)
    yield _Candidate(
        at_least_two_words(title, kind, requirement.text),
        term,
        kind,
        match.status if is_denied else "unknown",
        about,
        requirement=requirement.id,
        is_sure=kind in _HELD
        or (is_denied and match.status == "gap")
        or (is_denied and match.status == "partial" and known_kind(term, knowledge) != "" and is_object(named, requirement)),
    )


def _kind(term: str, requirement: Requirement, knowledge: Knowledge) -> str:
    """The kind of what is missing; of a paper that the packs do not know, that it is one."""
    kind = "certificate" if _SHOWN_BY_PAPER.search(requirement.text) else kind_of(term, knowledge)
    return "certificate" if kind not in _HELD and _PAPER.search(term) else kind


def _is_name(text: str) -> bool:
    """Whether a value has a name, and is no sentence of the posting that stands in its place."""
    return len(text.split()) <= _LONGEST_VALUE and ":" not in text


def _initials(name: str) -> str:
    """The first letters of a name of several words, as a posting abbreviates its own house."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _of_value(value: Value) -> str:
    """The name of a value as a title of at least two words."""
    return value.name if " " in value.name else f"Examples of {value.name}"


def _lost(brief: Brief, requirement_id: str) -> float:
    """Points of the score that the requirement costs."""
    return sum(row.most - row.points for row in brief.fit.ledger if row.item == requirement_id)


def _match(brief: Brief, requirement: Requirement) -> RequirementMatch | None:
    return next((match for match in brief.matching.requirements if match.requirement == requirement.id), None)


def _same(candidate: _Candidate, gap: Gap) -> bool:
    return fuzz.token_set_ratio(candidate.term.casefold(), gap.term.casefold()) >= _SAME
