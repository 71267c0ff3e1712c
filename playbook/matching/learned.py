"""Statuses by experience: how readers judged requirements that looked alike, and what each mistake would cost a candidate.

The nearest labelled lines vote, the more the nearer; then the status is taken, among those that the rules leave open, whose
expected harm is least. Without experience it is the status by rule. Which lines are remembered is for an optimizer; what the
rules find is for `playbook.matching.judging`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from playbook.artifacts.matching import Status, Traits

if TYPE_CHECKING:
    import numpy as np

STATUSES: tuple[Status, ...] = get_args(Status)
HARM: dict[Status, dict[Status, float]] = {
    "covered": {"covered": 0.0, "partial": 0.5, "gap": 3.0, "unknown": 0.9},
    "partial": {"covered": 0.9, "partial": 0.0, "gap": 3.0, "unknown": 0.8},
    "gap": {"covered": 4.0, "partial": 1.0, "gap": 0.0, "unknown": 0.6},
    "unknown": {"covered": 1.5, "partial": 0.7, "gap": 2.0, "unknown": 0.0},
}
"""What it costs a candidate that a line is one thing (first) and is called another. Walking in with a gap that was called
covered is worst; being told of a gap that is none costs the trust in everything else."""
NEIGHBOURS = 100
_PRIOR = 1.0
"""What the status by rule weighs, in votes of neighbours that are as like as the farthest."""


@dataclass(frozen=True)
class Experience:
    """Labelled lines."""

    lines: tuple[Traits, ...]
    statuses: tuple[Status, ...]


def judge(lines: Sequence[Traits], experience: Experience) -> tuple[Status, ...]:
    """The status of each line."""
    if not lines or not experience.lines:
        return tuple(line.rule for line in lines)
    import numpy as np

    known = np.array([_features(line) for line in experience.lines], float)
    asked = np.array([_features(line) for line in lines], float)
    mean, spread = known.mean(0), known.std(0) + 1e-6
    known, asked = (known - mean) / spread, (asked - mean) / spread
    truth = np.array([STATUSES.index(status) for status in experience.statuses])
    harm = np.array([[HARM[was][said] for said in STATUSES] for was in STATUSES])
    apart = ((asked[:, None, :] - known[None, :, :]) ** 2).sum(2)
    return tuple(_least_harm(line, _votes(row, truth, line.rule), harm) for line, row in zip(lines, apart, strict=True))


def harm_of(truth: Status, said: Status) -> float:
    """What it costs to call a line `said` that is `truth`."""
    return HARM[truth][said]


def _votes(apart: np.ndarray[Any, Any], truth: np.ndarray[Any, Any], rule: Status) -> np.ndarray[Any, Any]:
    """The share of each status among the nearest lines."""
    import numpy as np

    nearest = np.argsort(apart, kind="stable")[:NEIGHBOURS]
    weights = 1.0 / (1.0 + apart[nearest])
    votes = np.bincount(truth[nearest], weights=weights, minlength=len(STATUSES))
    votes[STATUSES.index(rule)] += _PRIOR * weights[-1]
    shares: np.ndarray[Any, Any] = votes / votes.sum()
    return shares


def _least_harm(line: Traits, votes: np.ndarray[Any, Any], harm: np.ndarray[Any, Any]) -> Status:
    expected = votes @ harm
    return min(line.open, key=lambda status: (round(float(expected[STATUSES.index(status)]), 9), STATUSES.index(status)))


def _features(line: Traits) -> list[float]:
    """A line as numbers; what an optimizer remembers is compared by these alone."""
    return [
        line.kind == "preferred",
        line.kind == "responsibility",
        line.rule == "covered",
        line.rule == "partial",
        line.rule == "unknown",
        line.share / 100,
        line.most / 100,
        line.likeness / 100,
        line.words / 100,
        line.evidence / 100,
        line.behaviour / 100,
        line.tools / 100,
        min(line.credentials, 2) / 2,
        min(line.length, 30) / 30,
    ]
