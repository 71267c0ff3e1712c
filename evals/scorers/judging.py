"""How requirements are judged beside their labels: statuses, false gaps, borrowed praise, evidence, years."""

from __future__ import annotations

from collections.abc import Iterator

import dspy
from rapidfuzz import fuzz

from evals.agreement import STATUSES
from evals.labelled.pairs import RequirementLabel
from evals.scorers.reading import line_of
from evals.scorers.scorer import Score, Scorer, share
from playbook.artifacts.matching import Matching, RequirementMatch
from playbook.matching.learned import harm_of

SAME = 85
"""Likeness of a labelled quote and a piece of evidence, from which on they are one: either may be a part of the other."""

_GRAVE = 1.0
"""Harm from which a wrong status is named."""


def _judged(example: dspy.Example, matching: Matching) -> Iterator[tuple[RequirementLabel, RequirementMatch]]:
    """The labelled lines that were read, with what was made of them."""
    for label in example.case.item.labels.requirements:
        line = line_of(label.text, example.posting)
        if line is not None:
            yield label, matching.of(line.id)


def status_accuracy(example: dspy.Example, matching: Matching) -> Score | None:
    """Share of the requirements that have the labelled status."""
    lines = list(_judged(example, matching))
    wrong = tuple(
        f"{made.status}, labelled {label.status}: {label.text}" for label, made in lines if made.status != label.status
    )
    return share(len(lines) - len(wrong), len(lines), wrong)


def status_distance(example: dspy.Example, matching: Matching) -> Score | None:
    """How far statuses are from the labelled ones on the scale gap, partial, covered; 1 is from end to end."""
    ranks = {name: index for index, name in enumerate(STATUSES)}
    lines = [(label, made) for label, made in _judged(example, matching) if {label.status, made.status} <= ranks.keys()]
    apart = [abs(ranks[label.status] - ranks[made.status]) / (len(ranks) - 1) for label, made in lines]
    return Score(sum(apart) / len(apart), len(apart)) if apart else None


def status_harm(example: dspy.Example, matching: Matching) -> Score | None:
    """What wrong statuses cost a candidate on average, by the table of harms that the match itself weighs mistakes with."""
    lines = list(_judged(example, matching))
    costs = [harm_of(label.status, made.status) for label, made in lines]
    worst = tuple(
        f"{made.status}, labelled {label.status}: {label.text}"
        for cost, (label, made) in zip(costs, lines, strict=True)
        if cost >= _GRAVE
    )
    return Score(sum(costs) / len(costs), len(costs), worst) if costs else None


def false_gaps(example: dspy.Example, matching: Matching) -> Score | None:
    """Share of the requirements which the resume meets, wholly or in part, that are called a gap."""
    met = [(label, made) for label, made in _judged(example, matching) if label.met]
    wrong = tuple(f"gap, labelled {label.status}: {label.text}" for label, made in met if made.status == "gap")
    return share(len(wrong), len(met), wrong)


def gaps_covered(example: dspy.Example, matching: Matching) -> Score | None:
    """Share of the labelled gaps that are called covered."""
    gaps = [(label, made) for label, made in _judged(example, matching) if label.status == "gap"]
    wrong = tuple(f"covered, labelled gap: {label.text}" for label, made in gaps if made.status == "covered")
    return share(len(wrong), len(gaps), wrong)


def evidence_recall(example: dspy.Example, matching: Matching) -> Score | None:
    """Share of the requirements that the resume meets for which labelled evidence is shown; not called met, they have none."""
    met = [(label, made) for label, made in _judged(example, matching) if label.met and label.evidence]
    missed = tuple(
        f"{made.evidence[0].fact.text if made.evidence else 'nothing'} for {label.text}"
        for label, made in met
        if not _shares_evidence(label, made)
    )
    return share(len(met) - len(missed), len(met), missed)


def evidence_right(example: dspy.Example, matching: Matching) -> Score | None:
    """Share of the requirements that are called met, and are, whose evidence is among the labelled."""
    met = [(label, made) for label, made in _judged(example, matching) if label.met and made.evidence]
    wrong = tuple(f"{made.evidence[0].fact.text} for {label.text}" for label, made in met if not _shares_evidence(label, made))
    return share(len(met) - len(wrong), len(met), wrong)


def _shares_evidence(label: RequirementLabel, made: RequirementMatch) -> bool:
    return any(fuzz.partial_ratio(quote, piece.fact.text) >= SAME for quote in label.evidence for piece in made.evidence)


def years_apart(example: dspy.Example, matching: Matching) -> Score | None:
    """Years by which the relevant experience is off the labelled one."""
    apart = abs(matching.relevant_years - example.case.item.labels.years_relevant)
    said = f"{matching.relevant_years:g} years, labelled {example.case.item.labels.years_relevant:g}"
    return Score(apart, 1, (said,) if apart >= 1 else ())


SCORERS = (
    Scorer("status_accuracy", ("match",), status_accuracy, rests_on=("status",), heading="status"),
    Scorer("status_distance", ("match",), status_distance, better="lower", rests_on=("status",), is_conditional=True),
    Scorer("status_harm", ("match",), status_harm, better="lower", unit="points", rests_on=("status",)),
    Scorer("false_gaps", ("match",), false_gaps, better="lower", rests_on=("status",), heading="false gaps"),
    Scorer("gaps_covered", ("match",), gaps_covered, better="lower", rests_on=("status",), heading="gaps covered"),
    Scorer("evidence_recall", ("match",), evidence_recall, version=2, rests_on=("status", "evidence"), heading="evidence"),
    Scorer("evidence_right", ("match",), evidence_right, rests_on=("status", "evidence"), is_conditional=True),
    Scorer("years_apart", ("match",), years_apart, better="lower", unit="years", rests_on=("years",)),
)
