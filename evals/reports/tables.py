"""The rows of the tables, as text: the same on a terminal and on a page."""

from __future__ import annotations

from collections.abc import Mapping

from evals.compare import Comparison
from evals.reports.numbers import direction, interval, number, words
from evals.runs import scorer_of
from evals.scorers import SCORERS
from evals.scorers.grounding import WRITTEN
from evals.summary import Summary

Rows = list[tuple[str, ...]]
COST_COLUMNS = ("stage", "ok", "failed", "blocked", "degraded lines", "median ms", "tokens in", "tokens out", "USD")
DIFFERENCE_COLUMNS = ("stage", "scorer", "", "A", "B", "gain [95 %]", "pairs", "verdict", "gates")
_WRITTEN = frozenset({*WRITTEN, "inspect"})


def stage_columns(summary: Summary) -> tuple[str, ...]:
    """Heads of the table by stage."""
    counts = {split: sum(item.split == split for item in summary.run.items.values()) for split in summary.splits}
    return ("stage", "scorer", "", *(f"{split} ({count} pairs)" for split, count in counts.items()), "looked at", "gates")


def stages(summary: Summary) -> Rows:
    """A row for each scorer of each stage, a column for each split."""
    cells = {(line.stage, line.scorer, line.split): line for line in summary.lines}
    rows, last = [], ""
    for stage, scorer in dict.fromkeys((line.stage, line.scorer) for line in summary.lines):
        found = [cells.get((stage, scorer, split)) for split in summary.splits]
        rows.append(
            (
                words(stage) if stage != last else "",
                words(scorer),
                direction(scorer),
                *(interval(scorer, line.interval) if line else "" for line in found),
                f"{sum(line.n for line in found if line):,.0f}",
                "yes" if summary.run.gates(scorer) else "no",
            )
        )
        last = stage
    return rows


def families(summary: Summary) -> list[tuple[str, tuple[str, ...], Rows]]:
    """What is read and judged, and what is written, each by family."""
    by_family = summary.families()
    shown = dict.fromkeys(line.scorer for line in summary.lines if (one := scorer_of(line.scorer)) and one.heading)
    written = [name for name in shown if set(SCORERS[name].stages) & _WRITTEN]
    made = []
    for title, names in (("Read and judged", [name for name in shown if name not in written]), ("Written", written)):
        rows = [(family, *(_over_stages(name, cells) for name in names)) for family, cells in by_family.items()]
        if names and rows:
            made.append((title, ("family", *(f"{SCORERS[name].heading} {direction(name)}" for name in names)), rows))
    return made


def _over_stages(scorer: str, cells: Mapping[tuple[str, str], tuple[float, float]]) -> str:
    """The mean of a scorer over the stages that it looks at."""
    found = [cell for key, cell in cells.items() if key[1] == scorer]
    weight = sum(n for _, n in found)
    return number(scorer, sum(value * n for value, n in found) / weight) if weight else ""


def costs(summary: Summary) -> Rows:
    """A row for each stage."""
    return [
        (
            words(one.stage),
            str(one.ok),
            str(one.failed),
            str(one.blocked),
            str(one.degraded),
            f"{one.ms:.0f}",
            f"{one.tokens_in:,}",
            f"{one.tokens_out:,}",
            "?" if one.cost_usd is None else f"{one.cost_usd:.4f}",
        )
        for one in summary.costs
    ]


def differences(found: Comparison) -> Rows:
    """A row for each scorer that is not the same in both runs."""
    return [
        (
            words(one.stage),
            words(one.scorer),
            direction(one.scorer),
            number(one.scorer, one.before),
            number(one.scorer, one.after),
            interval(one.scorer, one.gain, signed=True),
            str(one.pairs),
            one.verdict,
            "yes" if found.b.gates(one.scorer) else "no",
        )
        for one in found.differences
        if one.verdict != "same"
    ]
