"""Evaluations as tables on a terminal: by stage, by family, what it cost, what failed, agreement of labellers."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from evals.agreement import AGREED, AT_LEAST, Agreement
from evals.calibration import CHECKS, Calibration, Caught
from evals.reports import tables
from evals.summary import Summary

WIDTH = 132
_ERRORS = 10
CLOSED = "train and dev: of the test split there are sums only"


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
    title = "By stage: means with 95 % intervals, shares in percent"
    to.print(table(title, tables.stage_columns(summary), tables.stages(summary), left=3))
    if summary.run.row["judge"]:
        to.print(judge_sentence(summary.run.row["judge"]), markup=False)
    for name, columns, rows in tables.families(summary):
        to.print()
        to.print(table(f"{name}, by family, in percent; {CLOSED}", columns, rows))
    to.print()
    to.print(table("What it took: failures have no scores and are in no mean", tables.COST_COLUMNS, tables.costs(summary)))
    for row in summary.errors[:_ERRORS]:
        to.print(f"{row['status']}: {row['example']} {row['stage']}: {row['error']}", markup=False)
    if len(summary.errors) > _ERRORS:
        to.print(f"and {len(summary.errors) - _ERRORS} more that did not succeed")


def judge_sentence(judge: Mapping[str, Any]) -> str:
    """How far a judge is to be believed."""
    found = "none" if judge["kappa"] is None else f"{judge['kappa']:.2f} [{judge['low']:.2f}, {judge['high']:.2f}]"
    missed = ", ".join(f"{fault} {count}" for fault, count in judge["missed"].items()) or "nothing"
    return (
        f"\nThe judge {judge['model']} agrees with people on {judge['n']} good and bad writings: kappa {found}, "
        f"{judge['failed']} without an answer; its scores {'gate' if judge['gates'] else 'do not gate'}. "
        f"It lets pass: {missed}."
    )


def print_writings(found: Calibration, to: Console) -> None:
    """Which faults of bad writings the free checks catch, and what they flag among the good ones."""
    rows = [(fault, str(caught.n), *_counts(caught)) for fault, caught in found.bad.items()]
    rows.append(("good writings", str(found.good.n), *_counts(found.good)))
    title = "How many writings each free check flags: bad ones by fault, and below them the good ones, which none should flag"
    to.print(table(title, ("fault", "n", *CHECKS.values()), rows))


def _counts(caught: Caught) -> list[str]:
    return [str(caught.by[check] or "") for check in CHECKS]


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
            "" if not one.decides else "yes" if one.gates else "no",
        )
        for one in found
    ]
    columns = ("label", "measure", "beyond chance", "plain", "pairs", "judgements", "gates")
    to.print(table("Two labellers of the same pairs", columns, rows, left=2))
    to.print(f"A label gates from {AGREED} on, where the interval begins at {AT_LEAST} or above.")
