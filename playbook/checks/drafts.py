"""Whether a line that is shown as a fact says what the packs offer as a draft.

The sentences around a bullet are plausible and nobody's yet: as a fact of the resume they would be an invention that no number
or name gives away. What lines state of their sources is for `playbook.checks.claims`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge
    from playbook.provenance import Line

_PIECES = re.compile(r"(\{[a-z_]+\})")
_ASKS = re.compile(r"\s*\[[^\[\]]+\]\s*")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_LEAST = 4
"""Words of its own that a sentence of the packs must have: "I {done}." fits everything."""
_LEAD = 2
"""Words by which the sentences are looked up."""
_FRAMES = (
    *("pitch-pivot", "pitch-past-reason", "pitch-past-filler", "pitch-present-filler"),
    *("pitch-future-wish", "pitch-future-close", "pitch-future-filler"),
)
"""Frames whose sentences only the candidate can make true."""


def is_no_draft(line: Line, knowledge: Knowledge) -> bool:
    """Whether a line from the resume is none of the sentences that the packs offer as drafts."""
    if line.provenance != "resume":
        return True
    shapes = _shapes(knowledge)
    text = line.stated.strip()
    return not any(shape.fullmatch(text) for lead in (_lead(text), "") for shape in shapes.get(lead, ()))


_COMPILED: dict[str, Mapping[str, list[re.Pattern[str]]]] = {}


def _shapes(knowledge: Knowledge) -> Mapping[str, list[re.Pattern[str]]]:
    """The sentences as patterns, by their first words; those that begin with a slot by none."""
    key = f"{knowledge.fingerprints.get('archetypes', '')}{knowledge.fingerprints.get('frames', '')}"
    if key not in _COMPILED:
        found: dict[str, list[re.Pattern[str]]] = defaultdict(list)
        for sentence in sorted(set(_sentences(knowledge))):
            shape = _shape(sentence)
            if shape is not None:
                found[_lead(_PIECES.split(sentence)[0])].append(shape)
        _COMPILED[key] = found
    return _COMPILED[key]


def _sentences(knowledge: Knowledge) -> Iterator[str]:
    texts = [
        text
        for archetype in knowledge.archetypes.values()
        for texts in (archetype.situation, archetype.task, archetype.action, archetype.result)
        for text in texts
    ]
    texts += [text for frame in knowledge.frames.values() if frame.id.startswith(_FRAMES) for text in frame.texts]
    for text in texts:
        yield from (part.strip() for part in _SENTENCES.split(_ASKS.sub(" ", text)) if part.strip())


@cache
def _shape(sentence: str) -> re.Pattern[str] | None:
    pieces = _PIECES.split(sentence)
    own = sum(len(piece.split()) for piece in pieces if not piece.startswith("{"))
    if own < _LEAST:
        return None
    return re.compile("".join(".+?" if piece.startswith("{") else re.escape(piece) for piece in pieces), re.IGNORECASE)


def _lead(text: str) -> str:
    words = text.casefold().split()[:_LEAD]
    return " ".join(words) if len(words) == _LEAD else ""
