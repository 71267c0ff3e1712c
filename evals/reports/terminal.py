"""Evaluations as tables on a terminal: by stage, by family, what it cost, what failed, agreement of labellers."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from evals.agreement import AGREED, AT_LEAST, Agreement
from evals.reports.numbers import direction, interval, number, words
from evals.runs import scorer_of
from evals.scorers import SCORERS
from evals.scorers.grounding import WRITTEN
from evals.summary import Summary

WIDTH = 132
_ERRORS = 10
CLOSED = "train and dev: of the test split there are sums only"
WRITTEN_STAGES = frozenset({*WRITTEN, "inspect"})


def console() -> Console:
    """As wide as the terminal; of one width where the output is kept."""
    return Console(width=None if sys.stdout.isatty() else WIDTH, highlight=False)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], left: int = 1) -> Table:
    """A table whose first `left` columns are text and whose others are numbers."""
    made = Table(title=title, title_justify="left", header_style="bold", box=None, pad_edge=False, title_style="bold")
    for index, column in enumerate(columns):
        made.add_column(column, justify="left" if index < left else "right", overflow="fold", no_wrap=index >= left)
    for row in rows:
        made.add_row(*row)
    return made


def print_summary(summary: Summary, to: Console) -> None:
    """A run: the table by stage, the table by family, cost and failures."""
    to.print(f"eval run {summary.run.title}\n", markup=False)
    to.print(_by_stage(summary))
    for families in _by_family(summary):
        to.print()
        to.print(families)
    to.print()
    to.print(_costs(summary))
    for row in summary.errors[:_ERRORS]:
        to.print(f"{row['status']}: {row['example']} {row['stage']}: {row['error']}", markup=False)
    if len(summary.errors) > _ERRORS:
        to.print(f"and {len(summary.errors) - _ERRORS} more that did not succeed")


def _by_stage(summary: Summary) -> Table:
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
    counts = [sum(item.split == split for item in summary.run.items.values()) for split in summary.splits]
    columns = [f"{split} ({count} pairs)" for split, count in zip(summary.splits, counts, strict=True)]
    title = "By stage: means with 95 % intervals, shares in percent"
    return table(title, ("stage", "scorer", "", *columns, "looked at", "gates"), rows, left=3)


def _by_family(summary: Summary) -> list[Table]:
    """What is read and judged, and what is written, each by family."""
    families = summary.families()
    shown = dict.fromkeys(line.scorer for line in summary.lines if (one := scorer_of(line.scorer)) and one.heading)
    written = [name for name in shown if set(SCORERS[name].stages) & WRITTEN_STAGES]
    made = []
    for title, names in (
        ("Read and judged", [name for name in shown if name not in written]),
        ("Written", written),
    ):
        rows = [(family, *(_over_stages(name, cells) for name in names)) for family, cells in families.items()]
        if names and rows:
            made.append(table(f"{title}, by family, in percent; {CLOSED}", ("family", *map(_head, names)), rows))
    return made


def _over_stages(scorer: str, cells: Mapping[tuple[str, str], tuple[float, float]]) -> str:
    """The mean of a scorer over the stages that it looks at."""
    found = [cell for key, cell in cells.items() if key[1] == scorer]
    weight = sum(n for _, n in found)
    return number(scorer, sum(value * n for value, n in found) / weight) if weight else ""


def _head(scorer: str) -> str:
    return f"{SCORERS[scorer].heading} {direction(scorer)}"


def _costs(summary: Summary) -> Table:
    rows = [
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
    columns = ("stage", "ok", "failed", "blocked", "degraded lines", "median ms", "tokens in", "tokens out", "USD")
    return table("What it took: failures have no scores and are in no mean", columns, rows)


def print_agreement(found: Sequence[Agreement], to: Console) -> None:
    """How far two labellers agree, and what may gate."""
    rows = [
        (
            one.label,
            one.measure,
            "not labelled twice"
            if one.interval is None
            else f"{one.interval.value:.2f} [{one.interval.low:.2f}, {one.interval.high:.2f}]",
            "" if one.raw is None else f"{one.raw:.2f}",
            str(one.pairs),
            str(one.n),
            "yes" if one.gates else "no",
        )
        for one in found
    ]
    columns = ("label", "measure", "beyond chance", "plain", "pairs", "judgements", "gates")
    to.print(table("Two labellers of the same pairs", columns, rows, left=2))
    to.print(f"A label gates from {AGREED} on, where the interval begins at {AT_LEAST} or above.")
