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

from playbook.writing.pen import Pen
from playbook.writing.terms import is_shown, kind_of

if TYPE_CHECKING:
    from playbook.artifacts.brief import Brief
    from playbook.artifacts.company import Value
    from playbook.artifacts.matching import RequirementMatch, Status
    from playbook.artifacts.posting import Requirement
    from playbook.knowledge.packs import Knowledge
    from playbook.provenance import Line

MOST = 3
"""Gaps that a playbook speaks of."""

_SAME = 82
"""Similarity above which two titles name the same thing."""

_LONGEST = 5
"""Words of a title."""

_SMALL = frozenset(
    {
        *("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "nor", "of", "on", "or", "per"),
        *("the", "to", "with", "within", "across", "over", "under", "via"),
    },
)

_LEAD = re.compile(
    r"^(?:(?:a|an|the|any|some|our|your|their|minimum|proven|demonstrated|strong|solid|deep|excellent|good|great|basic|advanced|"
    r"prior|previous|relevant|current|active|valid|working|practical|professional|hands-on|must|have|has|having|be|"
    r"experience|experienced|proficiency|proficient|expertise|knowledge|understanding|familiarity|familiar|background|"
    r"ability|able|skills?|skilled|track record|exposure|comfort|comfortable|willingness|willing|completion|"
    r"with|in|of|to|using|as|at|is|are|preferred|required|plus|including|such)\b[\s,:]*)+",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\d+(?:\.\d+)?\+?(?:\s*(?:-|–|to)\s*\d+\+?)?\s+(?:or more\s+)?years?", re.IGNORECASE)
_CUT = re.compile(
    r"\s*(?:[,;:(]|\s[–-]\s|\b(?:with|for|in|across|within|including|such as|using|that|who|which|while|as|on|under)\b)"
)
_TAIL = {
    "tool": "Experience",
    "method": "Experience",
    "domain": "Background",
    "language": "Fluency",
    "soft": "Examples",
    "degree": "Degree",
    "certificate": "Certification",
    "licence": "License",
}
"""What makes a one-word title a name."""

_NAMES = frozenset({"tool", "language", "degree", "licence", "certificate"})
"""Kinds whose names keep their capital in the middle of a sentence."""


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


def title_case(text: str) -> str:
    """`text` as a title; words that carry capitals of their own keep them."""
    words = text.split()
    last = len(words) - 1
    return " ".join(
        word if word != word.lower() or (word in _SMALL and 0 < index < last) else _capitalised(word)
        for index, word in enumerate(words)
    )


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
    if terms and (value := values.get(terms[0].casefold())) is not None:
        yield _Candidate(_of_value(value), value.name, "value", match.status, about, requirement=requirement.id, value=value.id)
        return
    if terms and _YEARS.match(terms[0]):
        term, kind = terms[0], "years"
        title = title_case(_headed(term))
    elif terms:
        term, title = _joined([_bare(term, requirement, knowledge) for term in terms])
        kind = kind_of(terms[0], knowledge)
    elif requirement.years is not None and brief.matching.relevant_years < requirement.years:
        stated = _YEARS.search(requirement.text)
        term = f"{stated.group() if stated else 'the years'} of experience"
        title, kind = title_case(term), "years"
    elif match.missing_terms and match.status != "unknown":
        return
    else:
        term = _shortened(_bare(requirement.text, requirement, knowledge))
        if match.status == "partial" or not term or is_shown(term, brief.resume, knowledge):
            return
        title, kind = title_case(term), kind_of(term, knowledge)
    yield _Candidate(_named(title, kind), term, kind, match.status, about, requirement=requirement.id)


def _of_value(value: Value) -> str:
    """The name of a value as a title of at least two words."""
    return value.name if " " in value.name else f"Examples of {value.name}"


def _joined(terms: list[str]) -> tuple[str, str]:
    """One or two missing terms as a phrase, and as a title of at most five words."""
    first = _shortened(terms[0])
    for other in terms[1:]:
        phrase = f"{first} and {_shortened(other)}"
        if (
            len(phrase.split()) <= _LONGEST
            and first.casefold() not in other.casefold()
            and other.casefold() not in first.casefold()
        ):
            return phrase, title_case(phrase)
    return first, title_case(first)


def _named(title: str, kind: str) -> str:
    """`title` with at least two words."""
    return title if " " in title else f"{title} {_TAIL.get(kind, 'Experience')}"


def _bare(text: str, requirement: Requirement, knowledge: Knowledge) -> str:
    """`text` without the words that lead up to what is asked for: "Proficiency in Java" is "Java".

    It stands in the middle of a sentence: a verb becomes a gerund, and a capital that only opened the line is dropped.
    """
    text = text.strip().rstrip(".;,")
    years = _YEARS.match(text)
    opens = requirement.text.startswith(text)
    if years:
        text = text[years.end() :].strip()
    bare = _LEAD.sub("", text).strip() or text
    lead = text.removesuffix(bare).split()
    first, _, rest = bare.partition(" ")
    if rest and ((lead and lead[-1].casefold() == "to") or (opens and requirement.kind == "responsibility")):
        verb = knowledge.verbs.get(first.casefold())
        first = verb.gerund if verb is not None else first
    elif opens and not lead and first.istitle() and kind_of(first, knowledge) not in _NAMES:
        first = first.lower()
    return f"{first} {rest}".strip()


def _shortened(text: str) -> str:
    """The head of a long phrase: at most five words, not cut before a noun where a joint can be found."""
    if len(text.split()) <= _LONGEST and not re.search(r"[,;:()]", text):
        return text
    head = text
    for joint in _CUT.finditer(text):
        if joint.start() > 0:
            head = text[: joint.start()]
            break
    return _headed(head)


def _headed(text: str) -> str:
    """The first five words, without a small one at the end."""
    words = text.split()[:_LONGEST]
    while words and words[-1].casefold() in _SMALL:
        words.pop()
    return " ".join(words)


def _lost(brief: Brief, requirement_id: str) -> float:
    """Points of the score that the requirement costs."""
    return sum(row.most - row.points for row in brief.fit.ledger if row.item == requirement_id)


def _match(brief: Brief, requirement: Requirement) -> RequirementMatch | None:
    return next((match for match in brief.matching.requirements if match.requirement == requirement.id), None)


def _same(candidate: _Candidate, gap: Gap) -> bool:
    return fuzz.token_set_ratio(candidate.term.casefold(), gap.term.casefold()) >= _SAME


def _capitalised(word: str) -> str:
    """`word` with a capital, and the parts of a hyphened word too."""
    return "-".join(part[:1].upper() + part[1:] if part not in _SMALL else part for part in word.split("-"))
