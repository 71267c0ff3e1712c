"""What a run's scores add up to: by stage, by split and by family, with intervals. Printing is for `evals.reports`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from evals.runs import Measured, Run, is_share, scorer_of
from evals.stages import STAGES
from evals.statistics import Interval, ratio

SPLITS = ("train", "dev", "test")


@dataclass(frozen=True)
class Line:
    """A scorer at a stage, over the pairs of one split."""

    stage: str
    scorer: str
    split: str
    interval: Interval
    n: float
    """Things that were looked at."""
    pairs: int


@dataclass(frozen=True)
class Cost:
    """What a stage took, and how often it failed."""

    stage: str
    ok: int
    failed: int
    blocked: int
    degraded: int
    """Lines that kept the draft's words."""
    ms: float
    """Median wall time of an example."""
    tokens_in: int
    tokens_out: int
    cost_usd: float | None
    """`None` where the model has no known price."""


@dataclass(frozen=True)
class Summary:
    """A run in numbers."""

    run: Run
    lines: tuple[Line, ...]
    costs: tuple[Cost, ...]

    @property
    def splits(self) -> tuple[str, ...]:
        """The splits that the run has pairs of."""
        return tuple(split for split in SPLITS if any(line.split == split for line in self.lines))

    @property
    def errors(self) -> tuple[Mapping[str, Any], ...]:
        """Examples that failed or were blocked; those of the test split without their names."""
        return tuple(
            row if self.run.items[row["item"]].split != "test" else {**row, "item": "(test)", "example": "(test)"}
            for row in self.run.predictions
            if row["status"] != "ok"
        )

    def families(self) -> dict[str, dict[tuple[str, str], tuple[float, float]]]:
        """Family to stage and scorer to mean and weight, over train and dev: of the test split there are sums only."""
        found: dict[str, dict[tuple[str, str], tuple[float, float]]] = {}
        for key, by_item in self.run.measures.items():
            for family in {self.run.slices[item]["family"] for item in by_item}:
                rows = [
                    one
                    for item, one in by_item.items()
                    if self.run.slices[item]["family"] == family and self.run.items[item].split != "test"
                ]
                weight = sum(one.n for one in rows)
                if weight:
                    found.setdefault(family, {})[key] = (sum(one.value * one.n for one in rows) / weight, weight)
        return dict(sorted(found.items()))


def summarise(run: Run) -> Summary:
    """The numbers of a run."""
    lines = []
    for (stage, scorer), by_item in run.measures.items():
        for split in SPLITS:
            rows = [one for item, one in by_item.items() if run.items[item].split == split]
            if sum(one.n for one in rows):
                lines.append(_line(stage, scorer, split, rows))
    order = {name: index for index, name in enumerate(STAGES)}
    lines.sort(key=lambda line: (order.get(line.stage, len(order)), _place(line.scorer)))
    stages = sorted({row["stage"] for row in run.predictions}, key=lambda name: order.get(name, len(order)))
    return Summary(run, tuple(lines), tuple(_cost(stage, run) for stage in stages))


def _line(stage: str, scorer: str, split: str, rows: Sequence[Measured]) -> Line:
    interval = ratio([one.value for one in rows], [one.n for one in rows], is_share=is_share(scorer))
    return Line(stage, scorer, split, interval, sum(one.n for one in rows), len(rows))


def _place(scorer: str) -> int:
    from evals.scorers import SCORERS

    return list(SCORERS).index(scorer) if scorer_of(scorer) else len(SCORERS)


def _cost(stage: str, run: Run) -> Cost:
    rows = [row for row in run.predictions if row["stage"] == stage]
    prices = [row["cost_usd"] for row in rows]
    return Cost(
        stage=stage,
        ok=sum(row["status"] == "ok" for row in rows),
        failed=sum(row["status"] == "failed" for row in rows),
        blocked=sum(row["status"] == "blocked" for row in rows),
        degraded=sum(row["degraded"] for row in rows),
        ms=median([row["ms"] for row in rows if row["status"] == "ok"] or [0.0]),
        tokens_in=sum(row["tokens_in"] for row in rows),
        tokens_out=sum(row["tokens_out"] for row in rows),
        cost_usd=None if None in prices else float(sum(prices)),
    )
