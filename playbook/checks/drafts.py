"""Whether a line that is shown as a fact says what the packs offer as a draft.

The sentences around a bullet are plausible and nobody's yet: as a fact of the resume they would be an invention that no number
or name gives away. What lines state of their sources is for `playbook.checks.claims`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from playbook.checks.filled import is_filled, literals

if TYPE_CHECKING:
    from playbook.knowledge.packs import Knowledge
    from playbook.provenance import Line

_ASKS = re.compile(r"\s*\[[^\[\]]+\]\s*")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_LEAST = 4
"""Words of its own that a sentence of the packs must have: "I {done}." fits everything."""
_LEAD = 2
"""Words by which the sentences are looked up."""
_FRAMES = (
    *("pitch-pivot", "pitch-pivot-leaving", "pitch-past-reason", "pitch-past-filler", "pitch-present-filler"),
    *("pitch-future-wish", "pitch-future-close", "pitch-future-filler"),
)
"""Frames whose sentences only the candidate can make true."""


def is_no_draft(line: Line, knowledge: Knowledge) -> bool:
    """Whether a line from the resume is none of the sentences that the packs offer as drafts."""
    if line.provenance != "resume":
        return True
    offered = _offered(knowledge)
    text = line.stated.strip().casefold()
    return not any(is_filled(sentence, text) for lead in (_lead(text), "") for sentence in offered.get(lead, ()))


_KNOWN: dict[str, Mapping[str, list[tuple[str, ...]]]] = {}


def _offered(knowledge: Knowledge) -> Mapping[str, list[tuple[str, ...]]]:
    """The sentences as what stands between their slots, by their first words; those that begin with a slot by none."""
    key = f"{knowledge.fingerprints.get('archetypes', '')}{knowledge.fingerprints.get('frames', '')}"
    if key not in _KNOWN:
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for sentence in sorted(set(_sentences(knowledge))):
            between = literals(sentence)
            if sum(len(part.split()) for part in between) >= _LEAST:
                found[_lead(between[0])].append(between)
        _KNOWN[key] = found
    return _KNOWN[key]


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


def _lead(text: str) -> str:
    words = text.split()[:_LEAD]
    return " ".join(words) if len(words) == _LEAD else ""
