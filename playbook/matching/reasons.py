"""Why a requirement has its status: one plain sentence, in the resume's own words where there is evidence.

A sentence about evidence quotes whole facts and adds no number and no name; a sentence about what is missing
belongs to the posting. Judging is done before.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from playbook.artifacts.matching import Evidence
from playbook.artifacts.posting import Requirement
from playbook.knowledge.conditions import of_the_person
from playbook.matching.judging import Judgement
from playbook.provenance import Line, Words

_SHOWN = (
    "Your resume shows it: {quotes}.",
    "You can point to this: {quotes}.",
    "The evidence is on your page: {quotes}.",
    "This answers it: {quotes}.",
    "It stands in your resume: {quotes}.",
)
_LISTED = (
    "Your resume names it: {quotes}.",
    "It is listed in your resume: {quotes}.",
    "Your resume states it: {quotes}.",
)
_PARTLY = (
    "The nearest evidence is this: {quotes}.",
    "Part of it is shown: {quotes}.",
    "This comes close: {quotes}.",
    "Your resume goes some of the way: {quotes}.",
)
_LAPSED = (
    "Your resume names it, but by its date it has run out: {quotes}. Renew it, or bring the new one.",
    "This has run out by its date: {quotes}. Say when it will be renewed, or bring the new one.",
)
_ABSENT = "Your resume does not mention {terms}."
_SHORT = "Your resume does not yet show all of this: “{requirement}”."
_UNJUDGED = (
    "We could not judge this from your resume: “{requirement}”. To check it, name one task in which you did it.",
    "We could not judge “{requirement}”. Look for the closest thing you have done, and decide whether it counts.",
    "Your resume does not settle “{requirement}”, and neither could we. Ask yourself when you last did it, and for whom.",
    "We could not judge this one: “{requirement}”. If you have done it, add it to your resume; if not, say what is nearest.",
)
_OF_PERSON = (
    "This asks about you and not about your work: “{requirement}”. Decide what you can truthfully say before you are asked.",
    "No resume settles “{requirement}”. Have a plain yes, or an honest no, ready.",
)
_LONG = 60
"""Letters from which one quote is enough."""


def reason(requirement: Requirement, judgement: Judgement) -> Line:
    """The sentence, with the facts that it quotes as its sources."""
    if judgement.status in {"covered", "partial"} and judgement.evidence:
        return _from_resume(requirement, judgement)
    if judgement.status == "gap" and judgement.missing:
        return _from_job(requirement, _ABSENT.format(terms=_joined([f"“{words}”" for words in judgement.missing[:3]])))
    unjudged = _OF_PERSON if of_the_person(requirement.text) else _UNJUDGED
    wording = _chosen(unjudged, requirement) if judgement.status == "unknown" else _SHORT
    return _from_job(requirement, wording.format(requirement=_plain(requirement.text)))


def _chosen(frames: Sequence[str], requirement: Requirement) -> str:
    """One of the wordings, the same for the same requirement."""
    return frames[int(sha256(requirement.text.encode()).hexdigest(), 16) % len(frames)]


def _from_resume(requirement: Requirement, judgement: Judgement) -> Line:
    chosen = list(judgement.evidence[:1])
    if len(chosen[0].fact.text) < _LONG:
        chosen += [one for one in judgement.evidence[1:3] if len(one.fact.text) < _LONG]
    listed = chosen[0].highlight is None
    lapsed = [one for one in judgement.evidence if judgement.status == "partial" and one.fact in judgement.lapsed]
    chosen = lapsed or chosen
    frames = _LAPSED if lapsed else _PARTLY if judgement.status == "partial" else _LISTED if listed else _SHOWN
    text = _chosen(frames, requirement).format(quotes=_joined([_quote(one) for one in chosen]))
    return Line(parts=(Words(text=text),), provenance="resume", sources=tuple(one.fact.source for one in chosen))


def _from_job(requirement: Requirement, text: str) -> Line:
    return Line(parts=(Words(text=text),), provenance="job", sources=(requirement.fact.source,))


def _quote(evidence: Evidence) -> str:
    return f"“{_plain(evidence.fact.text)}”"


def _plain(text: str) -> str:
    return text.strip().rstrip(".;,")


def _joined(items: list[str] | tuple[str, ...]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
