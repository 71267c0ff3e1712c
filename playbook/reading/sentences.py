"""Rows cut into sentences and clauses, with their offsets; and how a sentence opens."""

from __future__ import annotations

import re

from playbook.knowledge.packs import Knowledge
from playbook.reading.rows import Slice

_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z\d$])|\n(?:- |(?![a-z]))")
"""A full stop, or the end of a row that no small letter goes on with."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|incl|etc|vs|approx|inc|ltd|co|corp|dr|mr|mrs|ms|st|no|dept|est|jr|sr|prof|ph\.d|u\.s|u\.k|b\.s|b\.a|"
    r"m\.s|m\.a|jan|feb|mar|apr|jun|jul|"
    r"aug|sept?|oct|nov|dec|grad|avg|exp|lic|reg|cert|recert|ref|tel|univ|assoc)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_PAST = re.compile(r"^[A-Z][a-z]{2,}ed$")


def sentences(piece: Slice) -> list[Slice]:
    """The sentences of a piece, each with its full stop."""
    found = [piece.cut(start, end) for start, end in sentence_spans(piece.text)]
    return [sentence for sentence in found if sentence]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text start and end, each with its full stop."""
    at, found = 0, []
    for match in _END.finditer(text):
        if _ABBREVIATION.search(text[at : match.start()]):
            continue
        found.append((at, match.start()))
        at = match.end()
    return [*found, (at, len(text))]


def opens_with_verb(text: str, verbs: frozenset[str]) -> bool:
    """Whether the first word is the verb of an accomplishment: "Built", "Managing", "Lead and develop".

    `verbs` are the forms of `verb_forms`.
    """
    words = text.split(maxsplit=2)
    if not words:
        return False
    first = words[0].strip("*,;:").lower()
    if first in {"i", "we"} and len(words) > 1:
        return True
    if first.endswith("ly") and len(words) > 1:
        first = words[1].lower()
    return first in verbs or bool(_PAST.match(words[0]))


def verb_forms(knowledge: Knowledge) -> frozenset[str]:
    """The forms in which the packs' verbs open a bullet, in lower case; made once for each state of the packs."""
    key = (knowledge.fingerprints.get("verbs", ""), len(knowledge.verbs))
    if key not in _FORMS:
        _FORMS.clear()
        _FORMS[key] = _forms(knowledge)
    return _FORMS[key]


_FORMS: dict[tuple[str, int], frozenset[str]] = {}


def _forms(knowledge: Knowledge) -> frozenset[str]:
    return _COMMON | {form.lower() for verb in knowledge.verbs.values() for form in (verb.lemma, verb.past, verb.gerund)}


_COMMON = frozenset(
    """led built ran won grew cut sold taught wrote held oversaw drove made set kept brought took gave spoke chose met began
    lead build run design manage create develop plan write teach provide serve support assist help train mentor own responsible
    managing leading building running providing serving assisting helping working worked prepare perform maintain coordinate handle handling
    rewrote rebuilt won sang drew flew fought found got spent spun swept undertook upheld""".split()  # noqa: E501, SIM905  one pattern
)
