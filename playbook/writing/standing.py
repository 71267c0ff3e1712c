"""Section 2: the two sentences on the fit, a sentence beside each bar, strengths, gaps, and what to do first.

Each number in a sentence is counted here from the ledger of the score or stands in a source; the scores themselves
are printed by the renderer.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from playbook.artifacts.assessment import Point, Standing
from playbook.matching.careers import has_trade
from playbook.writing.posting_words import asks, gap_asks, lacks, on_paper, quoting
from playbook.writing.references import bridge_link, section_links
from playbook.writing.restatements import listing, restate
from playbook.writing.value_names import value_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from playbook.artifacts.matching import Status
    from playbook.artifacts.posting import Requirement
    from playbook.provenance import Line
    from playbook.writing.gaps import Gap
    from playbook.writing.pen import Fill, Pen
    from playbook.writing.strengths import Strength

_NAMED = 2
"""Strengths or values that one sentence names."""
_SHORT = 12
"""Words of a fact that can be quoted inside a sentence."""
_COUNTS: tuple[tuple[Status, str], ...] = (("covered", "{} in full"), ("partial", "{} in part"), ("gap", "{} not at all"))


def standing(pen: Pen, strengths: tuple[Strength, ...], gaps: tuple[Gap, ...]) -> Standing:
    """Section 2 of a case with these strengths and gaps."""
    used = Counter(strength.shown.highlight.id for strength in strengths if strength.shown is not None)
    return Standing(
        summary=pen.prose(_fit(pen, strengths), _first_gap(pen, gaps)),
        skills=_skills(pen),
        experience=_experience(pen),
        culture=_culture(pen),
        strengths=tuple(_strength(pen, strength, number) for number, strength in enumerate(strengths)),
        gaps=tuple(_gap(pen, gap, used) for gap in gaps),
        priority=_priority(pen, gaps),
    )


def _fit(pen: Pen, strengths: tuple[Strength, ...]) -> Line:
    """How good the match is, and the best of it."""
    shown = [strength.shown for strength in strengths if strength.shown is not None and strength.shown.topic][:_NAMED]
    frame = f"assess-summary-{pen.brief.fit.label.replace(' ', '-')}"
    texts = pen.knowledge.frames[frame].texts
    slots = {"both": listing([piece.topic for piece in shown])}
    naming = [text for text in texts if "{both}" in text]
    text = pen.pick(naming if shown else texts, seed="fit", slots=slots)
    if not shown:
        return pen.role(text, entry=frame)
    return pen.resume(text, *(fact for piece in shown for fact in piece.facts), slots=slots)


def _first_gap(pen: Pen, gaps: tuple[Gap, ...]) -> Line:
    if not gaps:
        return _role(pen, "assess-summary-none", {})
    return pen.job(
        pen.pick(pen.knowledge.frames["assess-summary-gap"].texts, seed="summary", slots={"term": gaps[0].term}),
        slots={"term": gaps[0].term},
    ).model_copy(update={"sources": gaps[0].about.sources, "provenance": gaps[0].about.provenance})


def _skills(pen: Pen) -> Line:
    """How many of the qualifications the resume shows: the rows of the ledger, counted."""
    counts = Counter(row.status for row in pen.brief.fit.ledger if row.part == "skills")
    judged = counts.total() - counts["unknown"]
    if not judged:
        return _role(pen, "assess-skills-none", {})
    slots = {"judged": str(judged), "open": str(counts["unknown"])}
    ending = "-open" if counts["unknown"] else ""
    if counts["covered"] == judged > 1:
        return _role(pen, f"assess-skills-all{ending}", slots)
    parts = [words.format(counts[status]) for status, words in _COUNTS if counts[status]]
    return _role(pen, f"assess-skills{ending}", {**slots, "counts": listing(parts)})


def _experience(pen: Pen) -> Line:
    """Years that the resume states, or that its dates add up to, beside those that are asked for."""
    brief = pen.brief
    asking = [requirement for requirement in brief.posting.requirements if requirement.years is not None]
    if brief.matching.changes_career:
        return _role(pen, "assess-years-other-field", {})
    worked = round(brief.matching.relevant_years)
    computed = _years(worked)
    # Where the posting's trade has no pack nobody knows which posts are of it, and all of them are counted.
    is_any = not has_trade(brief.posting, pen.knowledge)
    if not asking:
        only = "assess-years-all-only" if is_any else "assess-years-only"
        return _role(pen, only if worked else "assess-years-first-open", {"years": computed})
    most = max(asking, key=_least)
    stated = brief.resume.years
    met = any(match.requirement == most.id and match.status == "covered" for match in brief.matching.requirements)
    # "17 years in the trades" are not years of what is asked for, where the dates show that it was done for fewer.
    is_of_field = met or not worked or (stated.stated or 0) <= worked + 1
    if stated.stated is not None and stated.stated_fact is not None and is_of_field:
        slots = {"years": _years(stated.stated), "least": _years(_least(most))}
        frame = "assess-years-stated" if met or stated.stated < _least(most) else "assess-years-more"
        text = pen.pick(pen.knowledge.frames[frame].texts, seed="years", slots=slots)
        return pen.resume(text, stated.stated_fact, most.fact, slots=slots)
    enough = "assess-years-computed" if met or worked < _least(most) else "assess-years-computed-more"
    enough = "assess-years-all" if is_any else enough
    return _role(pen, enough if worked else "assess-years-first", {"years": computed, "least": _years(_least(most))})


def _culture(pen: Pen) -> Line:
    """Which of the values in play show on paper."""
    company = pen.brief.company
    points = {row.item: row.points for row in pen.brief.fit.ledger if row.part == "culture"}
    evidence = {match.value: len(match.evidence) for match in pen.brief.matching.values}
    judged = company.values_in_play
    shown = sorted(
        (value for value in judged if evidence.get(value.id)),
        key=lambda value: (-points.get(value.id, 0.0), -evidence[value.id]),
    )
    slots: dict[str, Fill] = {
        "judged": str(len(judged)),
        "shown": str(len(shown)),
        "label": _label(company.values_label),
        "values": listing(value_names(company, shown[:_NAMED])),
    }
    if not judged:
        return _role(pen, "assess-culture-unknown", {})
    if not shown:
        return _role(pen, "assess-culture-none", slots)
    if len(shown) == 1:
        return _role(pen, "assess-culture-one", slots)
    return _role(pen, "assess-culture-all" if len(shown) == len(judged) else "assess-culture", slots)


def _strength(pen: Pen, strength: Strength, number: int) -> Point:
    """Two sentences side by side and one on how to use them; every second strength begins with the resume."""
    frames, seed = pen.knowledge.frames, f"strength-{number}"
    if strength.shown is None:
        evidence = on_paper(pen, strength.fact, seed=seed)
        use = "assess-use-listed"
        lines = (asks(pen, strength.requirement, seed=seed), evidence)
    else:
        first = number % 2 == 1
        wording = frames["assess-evidence-first" if first else "assess-evidence"].texts
        evidence = strength.shown.line(pen, wording, frames["assess-evidence-quoted"].texts, seed=seed)
        use = "assess-use-measured" if strength.shown.measured else "assess-use-plain"
        said = quoting(pen, "assess-strength-answers", strength.requirement.fact, seed=seed) if first else None
        lines = (evidence, said) if said is not None else (asks(pen, strength.requirement, seed=seed), evidence)
    advice = _role(pen, use, {}, seed=seed)
    return Point(title=strength.title, paragraph=pen.prose(*lines, advice), requirement=strength.requirement.id)


def _gap(pen: Pen, gap: Gap, used: Counter[str]) -> Point:
    """What is asked for, what the resume has of it, and how to prepare."""
    seed = f"gap-{gap.number}"
    kind = "value" if gap.value is not None else gap.kind
    frame = f"assess-prepare-{kind}"
    if frame not in pen.knowledge.frames:
        frame = "assess-prepare-other"
    lines = [gap_asks(pen, gap, seed=seed)]
    if gap.status == "partial" and gap.requirement is not None:
        lines.extend(_part(pen, pen.brief.posting.requirement(gap.requirement), used, seed=seed))
    lines += [lacks(pen, gap, seed=seed, beside=len(lines) > 1), _role(pen, frame, {"term": gap.term}, seed=seed)]
    return Point(title=gap.title, paragraph=pen.prose(*lines), requirement=gap.requirement, link=bridge_link(gap))


def _part(pen: Pen, requirement: Requirement, used: Counter[str], *, seed: str) -> Iterable[Line]:
    """What the resume does have of a requirement that it meets in part; nothing that the section has told already."""
    frames = pen.knowledge.frames
    for evidence in pen.brief.matching.of(requirement.id).evidence:
        if evidence.highlight is None and len(evidence.fact.text.split()) <= _SHORT:
            yield on_paper(pen, evidence.fact, seed=seed)
            return
        if evidence.highlight is not None and not used[evidence.highlight]:
            used[evidence.highlight] += 1
            highlight = pen.brief.resume.highlight(evidence.highlight)
            shown = restate(highlight, pen.brief.resume.position_of(highlight.id), pen.knowledge)
            yield shown.line(pen, frames["assess-evidence-near"].texts, frames["assess-evidence-quoted"].texts, seed=seed)
            return


def _priority(pen: Pen, gaps: tuple[Gap, ...]) -> tuple[Line, ...]:
    """What to do first, second, then."""
    shown = {match.value for match in pen.brief.matching.values if match.evidence}
    in_play = pen.brief.company.values_in_play
    wanted = sorted(in_play, key=lambda value: value.id in shown)[:_NAMED]
    slots: dict[str, Fill] = {**section_links(), "values": " or ".join(value_names(pen.brief.company, wanted))}
    if gaps:
        slots |= {"bridge": bridge_link(gaps[0]), "term": gaps[0].term}
    return (
        _role(pen, "assess-priority-gap" if gaps else "assess-priority-no-gap", slots),
        _role(pen, "assess-priority-stories", slots),
        _role(pen, "assess-priority-practice", slots),
    )


def _role(pen: Pen, frame: str, slots: Mapping[str, Fill], *, seed: str = "") -> Line:
    """One of the texts of a frame, as what is standard for everyone."""
    text = pen.pick(pen.knowledge.frames[frame].texts, seed=f"{seed}:{frame}", slots=slots)
    return pen.role(text, entry=frame, slots=slots)


def _least(requirement: Requirement) -> float:
    return requirement.years or 0.0


def _years(number: float) -> str:
    return "1 year" if number == 1 else f"{number:g} years"


def _label(label: str) -> str:
    """What the company calls its values, in the middle of a sentence."""
    return label if " " in label else label.lower()
