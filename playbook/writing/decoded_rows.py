"""The table of section 3: what they said, what they mean, how the candidate shows it.

Five lines of the posting, each about something else; degrees and licences are left to the gap table. What a line means
is tied to a value of the company where one stands behind it, else to the behaviour that it tests.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from playbook.artifacts.decoding import DecodedRow
from playbook.knowledge.lexicon import lexicon_of
from playbook.writing.company_intel import company_entry, from_profile, sentences
from playbook.writing.gaps import Gap, choose_gaps
from playbook.writing.probes import Probes, shared_out
from playbook.writing.references import bridge_link
from playbook.writing.relevance import is_paper
from playbook.writing.restatements import embedded, listing, restate
from playbook.writing.terms import competencies_in
from playbook.writing.value_names import value_name

if TYPE_CHECKING:
    from playbook.artifacts.company import Value
    from playbook.artifacts.matching import Evidence, RequirementMatch
    from playbook.artifacts.posting import Requirement
    from playbook.provenance import Fact, Line, Prose
    from playbook.writing.pen import Pen
    from playbook.writing.probes import Probe

ROWS = 5
MOST_USES = 2
"""Times that the section speaks of one bullet."""

_KINDS = {"responsibility": 1.0, "required": 0.8, "preferred": 0.4}
_STATUSES = {"covered": 0.4, "partial": 0.3, "gap": 0.1, "unknown": 0.0}
_SHORTEST, _LONG = 3, 30
"""Words of a line that is worth reading closely."""
_MANY = 3
"""Tools, methods or fields from which on a line is about knowing them."""
_AGAIN = 0.5
"""What a line loses by testing what an earlier one tests."""
_ALIKE = 70
_SHORT, _LISTED = 6, 3
"""Words of an entry that is listed beside others, and how many are."""
_NEAR_BEST = 0.6
"""Share of the best evidence's strength from which on a fresher bullet is taken instead."""


@dataclass(frozen=True)
class _Reading:
    """A line of the posting and what it may be about."""

    requirement: Requirement
    probes: tuple[Probe, ...]
    """The company's values and the trade's questions behind it, closest first."""
    competency: str


def decoded_rows(pen: Pen, used: Counter[str]) -> tuple[DecodedRow, ...]:
    """Up to five rows in the posting's order. `used` counts the bullets that the section has spoken of."""
    probes = Probes(pen.brief, pen.knowledge)
    lines = [line for line in pen.brief.posting.requirements if _is_worth_reading(line, pen)]
    chosen = _chosen(pen, [_reading(line, probes, pen) for line in lines])
    given = shared_out({reading.requirement.id: reading.probes for reading in chosen})
    gaps = {gap.requirement: gap for gap in choose_gaps(pen.brief, pen.knowledge)}
    order = {requirement.id: index for index, requirement in enumerate(pen.brief.posting.requirements)}
    rows = []
    for reading in sorted(chosen, key=lambda reading: order[reading.requirement.id]):
        probe = given.get(reading.requirement.id)
        rows.append(
            DecodedRow(
                said=pen.quoted(reading.requirement.fact),
                means=_means(pen, reading, probe),
                you_show=_you_show(pen, reading, probe, gaps.get(reading.requirement.id), used),
                values=(probe.value.name,) if probe is not None and probe.value is not None else (),
            ),
        )
    return tuple(rows)


def _is_worth_reading(requirement: Requirement, pen: Pen) -> bool:
    """Whether there is something between the words of a line: not in a degree, and not in two words."""
    return len(requirement.text.split()) >= _SHORTEST and not is_paper(requirement, pen.knowledge)


def _reading(requirement: Requirement, probes: Probes, pen: Pen) -> _Reading:
    """The values and the behaviour behind a line. One that names many crafts is about knowing them, whatever else it says."""
    shown = competencies_in(requirement.text, pen.knowledge)
    found = probes.of(requirement.text, shown)
    if not any(probe.named for probe in found) and _crafts(requirement.text, pen) >= _MANY:
        return _Reading(requirement, (), "technical-depth")
    return _Reading(requirement, found, shown[0] if shown else "other")


def _crafts(text: str, pen: Pen) -> int:
    """How many tools, methods and fields a line names."""
    named = (pen.knowledge.skills.get(found.id) for found in lexicon_of(pen.knowledge).concepts(text))
    return sum(skill is not None and skill.kind != "soft" for skill in named)


def _chosen(pen: Pen, readings: list[_Reading]) -> list[_Reading]:
    """Five readings: duties first, and each about something else."""
    chosen: list[_Reading] = []
    while readings and len(chosen) < ROWS:
        competencies = Counter(reading.competency for reading in chosen)
        probed = {probe.entry.id for reading in chosen for probe in reading.probes[:1]}

        def points(reading: _Reading, competencies: Counter[str] = competencies, probed: set[str] = probed) -> float:
            requirement = reading.requirement
            fresh = any(probe.entry.id not in probed for probe in reading.probes)
            return (
                _KINDS[requirement.kind]
                + _STATUSES[pen.brief.matching.of(requirement.id).status]
                + 0.3 * fresh
                - _AGAIN * competencies[reading.competency] * (reading.competency != "other")
                - 0.5 * (len(requirement.text.split()) > _LONG)
            )

        best = max(readings, key=points)
        chosen.append(best)
        readings = [
            reading
            for reading in readings
            if reading is not best and fuzz.token_set_ratio(reading.requirement.text, best.requirement.text) < _ALIKE
        ]
    return chosen


def _means(pen: Pen, reading: _Reading, probe: Probe | None) -> Prose:
    """What an interviewer is after: what the value is probed for, what the trade probes, what the behaviour comes down to."""
    frames, seed = pen.knowledge.frames, f"means-{reading.requirement.id}"
    if probe is not None and probe.entry.probe is not None:
        entry = probe.entry
        first, *rest = sentences(probe.entry.probe)
        slots = {"value": value_name(pen.brief.company, probe.value) if probe.value is not None else ""}
        frame = "decode-means-value" if probe.value is not None else "decode-means-probe"
        text = pen.pick(frames[frame].texts, seed=seed, slots={**slots, "probe": first})
        texts = [text.replace("{probe}", first[:1].lower() + first[1:]), *rest[:1]]
        company = company_entry(pen.brief, pen.knowledge)
        if company is not None and entry in company.values:
            return pen.prose(*(from_profile(pen, text, company, at=seed, slots=slots) for text in texts))
        return pen.prose(*(pen.role(text, entry=entry.id, at=seed, slots=slots) for text in texts))
    named = f"decode-means-{reading.competency}"
    frame = named if named in frames else "decode-means-other"
    return pen.prose(pen.role(pen.pick(frames[frame].texts, seed=seed), entry=frame, at=seed))


def _is_shown(value: Value, pen: Pen) -> bool:
    """Whether the resume shows a value, by the measure that the score and the stories go by as well."""
    return any(match.value == value.id and match.evidence for match in pen.brief.matching.values)


def _you_show(pen: Pen, reading: _Reading, probe: Probe | None, gap: Gap | None, used: Counter[str]) -> Prose:
    """The resume's evidence, restated; where there is none, the way to an honest answer.

    What answers a line is only near the value behind it, where the score calls that value not shown.
    """
    requirement = reading.requirement
    frames, seed = pen.knowledge.frames, f"show-{requirement.id}"
    is_behind = probe is None or probe.value is None or _is_shown(probe.value, pen)
    match = pen.brief.matching.of(requirement.id)
    slots = {"bridge": bridge_link(gap), "term": gap.term} if gap is not None else {}
    evidence = _freshest(match, used)
    if evidence is not None and evidence.highlight is not None:
        used[evidence.highlight] += 1
        near = "decode-show" if match.status == "covered" and is_behind else "decode-show-near"
        shown = restate(
            pen.brief.resume.highlight(evidence.highlight),
            pen.brief.resume.position_of(evidence.highlight),
            pen.knowledge,
        ).line(pen, frames[near].texts, frames["decode-show-quoted"].texts, seed=seed)
        after = "decode-show-open" if gap is not None else "decode-show-deepen"
        return pen.prose(shown, _role(pen, after, seed, slots))
    listed = [piece.fact for piece in match.evidence if piece.highlight is None]
    if listed:
        after = "decode-show-listed-use" if gap is None else "decode-show-open"
        return pen.prose(_on_paper(pen, listed, seed), _role(pen, after, seed, slots))
    if match.evidence:
        # All of it is told already: what is shown is never called missing.
        return pen.prose(_role(pen, "decode-show-told" if match.status == "covered" else "decode-show-told-near", seed, slots))
    unclear = "-unclear" if match.status != "gap" else ""
    if gap is not None:
        return pen.prose(_role(pen, f"decode-show-bridge{unclear}", seed, slots))
    return pen.prose(pen.draft(pen.pick(frames[f"decode-show-ask{unclear}"].texts, seed=seed), requirement.fact, at=seed))


def _on_paper(pen: Pen, facts: list[Fact], seed: str) -> Line:
    """What the resume lists: several short entries together, else the best one."""
    short = [fact for fact in facts if len(fact.text.split()) <= _SHORT][:_LISTED] or facts[:1]
    slots = {"fact": listing([f'"{embedded(fact.text)}"' for fact in short])}
    text = pen.pick(pen.knowledge.frames["decode-show-listed"].texts, seed=seed, slots=slots)
    return pen.resume(text, *short, at=seed, slots=slots)


def _freshest(match: RequirementMatch, used: Counter[str]) -> Evidence | None:
    """The best bullet that is not worn out: a fresh one first, and what is listed before one that was used already."""
    named = [piece for piece in match.evidence if piece.highlight is not None and used[piece.highlight] < MOST_USES]
    if not named:
        return None
    near = [piece for piece in named if piece.strength >= _NEAR_BEST * named[0].strength]
    best = min(near, key=lambda piece: (used[piece.highlight or ""], -piece.strength))
    listed = max((piece.strength for piece in match.evidence if piece.highlight is None), default=0.0)
    if listed > best.strength / _NEAR_BEST or (used[best.highlight or ""] and listed >= _NEAR_BEST * best.strength):
        return None
    return best


def _role(pen: Pen, frame: str, seed: str, slots: dict[str, object]) -> Line:
    text = pen.pick(pen.knowledge.frames[frame].texts, seed=f"{seed}:{frame}", slots=slots)  # type: ignore[arg-type]
    return pen.role(text, entry=frame, at=seed, slots=slots)  # type: ignore[arg-type]
