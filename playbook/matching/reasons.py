"""Why a requirement has its status: one plain sentence, in the resume's own words where there is evidence.

A sentence about evidence quotes whole facts and adds no number and no name; a sentence about what is missing
belongs to the posting. Judging is done before.
"""

from __future__ import annotations

from hashlib import sha256

from playbook.artifacts.matching import Evidence
from playbook.artifacts.posting import Requirement
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
_ABSENT = "Your resume does not mention {terms}."
_SHORT = "Your resume does not yet show all of this: “{requirement}”."
_UNJUDGED = "Your resume's words do not settle this one; only you can say: “{requirement}”."
_LONG = 60
"""Letters from which one quote is enough."""


def reason(requirement: Requirement, judgement: Judgement) -> Line:
    """The sentence, with the facts that it quotes as its sources."""
    if judgement.status in {"covered", "partial"} and judgement.evidence:
        return _from_resume(requirement, judgement)
    if judgement.status == "gap" and judgement.missing:
        return _from_job(requirement, _ABSENT.format(terms=_joined([f"“{words}”" for words in judgement.missing[:3]])))
    wording = _UNJUDGED if judgement.status == "unknown" else _SHORT
    return _from_job(requirement, wording.format(requirement=_plain(requirement.text)))


def _from_resume(requirement: Requirement, judgement: Judgement) -> Line:
    chosen = list(judgement.evidence[:1])
    if len(chosen[0].fact.text) < _LONG:
        chosen += [one for one in judgement.evidence[1:3] if len(one.fact.text) < _LONG]
    listed = chosen[0].highlight is None
    frames = _PARTLY if judgement.status == "partial" else _LISTED if listed else _SHOWN
    frame = frames[int(sha256(requirement.text.encode()).hexdigest(), 16) % len(frames)]
    text = frame.format(quotes=_joined([_quote(one) for one in chosen]))
    return Line(parts=(Words(text=text),), provenance="resume", sources=tuple(one.fact.source for one in chosen))


def _from_job(requirement: Requirement, text: str) -> Line:
    return Line(parts=(Words(text=text),), provenance="job", sources=(requirement.fact.source,))


def _quote(evidence: Evidence) -> str:
    return f"“{_plain(evidence.fact.text)}”"


def _plain(text: str) -> str:
    return text.strip().rstrip(".;,")


def _joined(items: list[str] | tuple[str, ...]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
