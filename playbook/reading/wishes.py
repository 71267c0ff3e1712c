"""What a summary tells of somebody, apart from what they hope for: "Next I want to run a hotel" shows no hotel.

Cutting only; the summary itself is kept whole by the resume. What a sentence that is told proves is for `playbook.matching`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.provenance import Fact
from playbook.reading.sentences import sentence_spans

_POST = r"(?:role|position|opportunit(?:y|ies)|job|post|challenge|career|internship|placement|apprenticeship|move|step)"
_BRINGS = (
    r"(?:\b(?:where|in which|using|bringing|having|with (?:my|over|more than|\d)|after \d)\b|"
    r"\b(?:use|apply|bring|leverage|put|contribute|offer) (?:my|over|more than|\d))"
)
"""How somebody goes on to say what they bring to it."""
_WISH = re.compile(
    r"\b(?:(?:next,? )?I(?:'d|’d| would) (?:like|love) to|(?:next,? )?I (?:now )?(?:want|hope|wish|plan|intend) to|"
    r"(?:^|(?<=[.!?;–—]\s))(?:(?:and|but|who) )?(?:now |next )?wants?|ready to (?:own|lead|run|take|step|move|manage|join)|"
    r"(?:wanting|hoping|wishing|aspiring|eager|keen) to|"
    r"looking to (?:move|break|transition|grow|become|learn|step|join|come|get|settle|start|begin|return|specialise|specialize|"
    r"progress|develop|build|work|switch|change|make|find|gain|further|advance|expand)|"
    r"(?:transitioning|pivoting) (?:in)?to|"
    rf"my (?:goal|aim|ambition|dream|hope) is)\b(?:(?!{_BRINGS})[^;])*|"
    rf"\b(?:seeking|looking for|in search of|to (?:obtain|secure|gain|find|land))(?: [^\s,;]+){{1,8}}? {_POST}\b"
    rf"(?:(?!{_BRINGS})[^;])*",
    re.IGNORECASE,
)
"""A hope, up to the end of its sentence or to what somebody brings to it: "seeking a role where I can use my Spanish"."""
_FEWEST = 2
"""Words that say something."""


def told(summary: Fact | None) -> Iterator[Fact]:
    """The sentences of a summary, each without what it hopes for; nothing of one that only hopes."""
    if summary is None:
        return
    for start, end in sentence_spans(summary.text):
        at = start
        for wish in _WISH.finditer(summary.text, start, end):
            yield from _piece(summary, at, wish.start())
            at = wish.end()
        yield from _piece(summary, at, end)


def _piece(summary: Fact, start: int, end: int) -> Iterator[Fact]:
    """The words between two places, verbatim, without what stands loose at their ends."""
    whole = summary.text[start:end]
    words = whole.strip(" \t\n,;:–—-")
    if len(words.split()) < _FEWEST:
        return
    first = start + whole.index(words)
    span = summary.span.model_copy(update={"start": summary.span.start + first, "end": summary.span.start + first + len(words)})
    yield Fact(text=words, span=span)
