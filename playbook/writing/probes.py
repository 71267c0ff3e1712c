"""Which value of the company stands behind a line of the posting, and what an interviewer is after who tests it.

A value of a profile has its own probe; a value that only the posting states is probed as the trade probes what comes
nearest to it. Each value and each probe is handed out once, so that five lines are not about one thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playbook.writing.bullets import SMALL_WORDS
from playbook.writing.company_intel import value_entries
from playbook.writing.relevance import has_cue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playbook.artifacts.brief import Brief
    from playbook.artifacts.company import Value
    from playbook.knowledge.packs import Knowledge
    from playbook.knowledge.schema import ValueEntry

_NEAR = 0.6
"""What it counts that a line tests a behaviour that shows the value."""
_IN_PLAY = 0.3
_STATED = 2.0
"""What a value whose own cue stands in the line has ahead of what the trade probes."""
_PEOPLE = frozenset({"leadership", "mentoring"})
"""A line that is about people before all is probed as such, whatever else it names: "lead five analysts, set standards"."""
_OWN = 0.5
"""The same for a value that the line touches on otherwise."""


@dataclass(frozen=True)
class Probe:
    """What a line may be about: a value of the company, or only what the trade probes."""

    entry: ValueEntry
    value: Value | None
    named: bool
    """Whether the line has a cue of it, and not only a behaviour that shows it."""
    points: float


class Probes:
    """The values and probes of one case."""

    def __init__(self, brief: Brief, knowledge: Knowledge) -> None:
        """Pairs each value of the company with the entry that probes it."""
        self._trade = knowledge.family(brief.posting.family).values
        own = value_entries(brief, knowledge)
        paired = [(value, own.get(value.id) or self._nearest(value), value.id in own) for value in brief.company.values]
        self._pairs = [(value, entry, own) for value, entry, own in paired if entry is not None]

    def of(self, text: str, shown: tuple[str, ...]) -> tuple[Probe, ...]:
        """What a line with these words and these competencies may be about, closest first."""
        found = []
        for value, entry, own in self._pairs:
            cues = _cues(text, entry)
            near = _NEAR * (value.in_play and shown[:1] != () and shown[0] in value.competencies)
            # What the trade probes in place of a stated value has to be what this line is about as well.
            fits = own or cues > 1 or not shown or bool(set(shown[:2]) & set(entry.competencies))
            if (cues or near) and fits and (own or _may_probe(entry, shown)):
                ahead = _STATED if own and cues else _OWN
                found.append(Probe(entry, value, bool(cues), cues + near + _IN_PLAY * value.in_play + ahead))
        for entry in self._trade:
            cues, tested = _cues(text, entry), bool(set(shown[:2]) & set(entry.competencies))
            if (cues > 1 or (cues and (tested or not shown))) and _may_probe(entry, shown):
                found.append(Probe(entry, None, named=True, points=cues + _NEAR * tested))
        return tuple(sorted(found, key=lambda probe: -probe.points))

    def _nearest(self, value: Value) -> ValueEntry | None:
        """The trade's value that shares most with one that only the posting states."""
        shared = {entry.id: len(set(entry.competencies[:2]) & set(value.competencies)) for entry in self._trade}
        best = max(self._trade, key=lambda entry: shared[entry.id])
        return best if shared[best.id] else None


def shared_out(wanted: Mapping[str, tuple[Probe, ...]]) -> dict[str, Probe]:
    """Line to probe: the closest pairs first, no value and no probe twice; a line that comes too late gets none."""
    given: dict[str, Probe] = {}
    pairs = sorted(_pairs(wanted), key=lambda pair: -pair[1].points)
    for line, probe in pairs:
        values = {other.value.id for other in given.values() if other.value is not None}
        taken = probe.entry.id in {other.entry.id for other in given.values()}
        if line not in given and not taken and (probe.value is None or probe.value.id not in values):
            given[line] = probe
    return given


def _may_probe(entry: ValueEntry, shown: tuple[str, ...]) -> bool:
    """Whether the entry is about people where the line is about people before all."""
    return not _PEOPLE.intersection(shown[:1]) or bool(_PEOPLE.intersection(entry.competencies))


def _pairs(wanted: Mapping[str, tuple[Probe, ...]]) -> Iterator[tuple[str, Probe]]:
    for line, probes in wanted.items():
        for probe in probes:
            yield line, probe


def _cues(text: str, entry: ValueEntry) -> int:
    return sum(has_cue(text, cue) for cue in entry.cues if cue not in SMALL_WORDS)
