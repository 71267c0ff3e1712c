"""The gaps that the playbook speaks of: up to three, each named by what is missing and by nothing else.

The same three stand in section 2, in the bridges of section 7 and on the cheat sheet. Whether a requirement is met
is for `playbook.matching`; how to speak about a gap is for `bridge_gaps`. A thing that the resume shows is never
named here: a false gap is worse than one gap fewer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from playbook.writing.gap_names import (
    YEARS,
    at_least_two_words,
    bare,
    headed,
    is_scrap,
    joined,
    shortened,
    spelled_out,
    tidied,
    title_case,
    whole,
    with_years,
)
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
        (requirement, match) for requirement in brief.posting.requirements if (match := _match(brief, requirement)) is not None
    ]
    tiers: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("required", ("gap",)),
        ("required", ("partial",)),
        ("preferred", ("gap",)),
        ("preferred", ("partial",)),
        ("responsibility", ("gap", "partial")),
    )
    for kind, statuses in tiers:
        tier = [(requirement, match) for requirement, match in pairs if requirement.kind == kind and match.status in statuses]
        for requirement, match in sorted(tier, key=lambda pair: -_lost(brief, pair[0].id)):
            yield from _from_requirement(brief, requirement, match, pen, knowledge)
    shown = {match.value for match in brief.matching.values if match.evidence}
    # What is only typical for the field was never asked for, so it cannot be missing.
    stated = brief.company.values_in_play if brief.company.values_from != "role" else ()
    for value in stated:
        if value.id not in shown:
            yield _Candidate(_of_value(value), value.name, "value", "gap", value.statement, value=value.id)
    for requirement, match in pairs:
        if match.status == "unknown" and requirement.kind != "responsibility":
            yield from _from_requirement(brief, requirement, match, pen, knowledge)


def _from_requirement(
    brief: Brief,
    requirement: Requirement,
    match: RequirementMatch,
    pen: Pen,
    knowledge: Knowledge,
) -> Iterator[_Candidate]:
    """The gap that a requirement leaves: none where the resume turns out to show everything that it names."""
    values = {value.name.casefold(): value for value in brief.company.values}
    shown = {found.value for found in brief.matching.values if found.evidence}
    terms = [
        term
        for term in match.missing_terms
        if term.strip()
        and not is_shown(term, brief.resume, knowledge)
        and not (term.casefold() in values and values[term.casefold()].id in shown)
    ]
    about = pen.quoted(requirement.fact)
    named = [term for term in map(tidied, terms) if not is_scrap(term, knowledge)]
    is_only_scraps, terms = bool(terms) and not named, named
    terms[:1] = [with_years(whole(term, requirement), requirement) for term in terms[:1]]
    if terms and (value := values.get(terms[0].casefold())) is not None:
        yield _Candidate(_of_value(value), value.name, "value", match.status, about, requirement=requirement.id, value=value.id)
        return
    if terms and YEARS.match(terms[0]):
        term, kind = terms[0], "years"
        title = title_case(headed(term))
    elif terms:
        term, title = joined([spelled_out(bare(term, requirement, knowledge), knowledge) for term in terms])
        kind = kind_of(terms[0], knowledge)
    elif requirement.years is not None and brief.matching.relevant_years < requirement.years:
        stated = YEARS.search(requirement.text)
        term = f"{stated.group() if stated else 'the years'} of experience"
        title, kind = title_case(term), "years"
    elif match.missing_terms and match.status != "unknown" and not is_only_scraps:
        return
    else:
        term = shortened(bare(requirement.text, requirement, knowledge))
        if match.status == "partial" or not term or is_shown(term, brief.resume, knowledge):
            return
        title, kind = title_case(term), kind_of(term, knowledge)
    yield _Candidate(at_least_two_words(title, kind), term, kind, match.status, about, requirement=requirement.id)


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
