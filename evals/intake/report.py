"""Prints how well files are read, by split and by layout: `python -m evals.intake.report [--misses] [--split tune]`.

The misses of the test split are never printed: rules are not tuned on it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.intake.gold import Case, load_cases
from evals.intake.reading import read_case
from evals.intake.scores import Scores, Tally, score
from playbook.knowledge.packs import load
from playbook.settings import Settings

SHOWN = (
    ("roles", "f1"),
    ("roles: bullets", "recall"),
    ("roles: dates", "recall"),
    ("requirements", "precision"),
    ("requirements", "recall"),
    ("requirements", "f1"),
    ("refusals", "recall"),
    ("hidden", "recall"),
    ("no false alarm", "recall"),
)
"""The columns by layout: the goals of the reading."""
_GOALS = {
    ("roles", "f1"): 0.95,
    ("roles: bullets", "recall"): 0.95,
    ("requirements", "f1"): 0.90,
    ("refusals", "recall"): 1.0,
    ("admitted", "recall"): 1.0,
    ("hidden", "recall"): 1.0,
    ("no false alarm", "recall"): 1.0,
}


def main() -> int:
    """Read the corpus and print the tables; exit code 1 where the test split misses a goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--misses", action="store_true", help="what is wrong, document by document; the test split stays closed"
    )
    parser.add_argument("--split", choices=("tune", "test"))
    parser.add_argument("--only", help="documents whose name holds this")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        knowledge = load(Settings().knowledge, Path(scratch))
        cases = [
            case
            for case in load_cases()
            if (options.split in {None, case.split}) and (not options.only or options.only in case.id)
        ]
        scored = [(case, score(case, read_case(case, knowledge))) for case in cases]
    console = Console(width=150)
    if options.misses:
        for case, scores in scored:
            if scores.misses and case.split == "tune":
                console.print(f"\n{case.id} ({case.layout})", style="bold", markup=False)
                for miss in scores.misses:
                    console.print(f"  {miss}", markup=False)
    for split in ("tune", "test"):
        part = [(case, scores) for case, scores in scored if case.split == split]
        if part:
            _print_all(console, split, part)
            _print_by_layout(console, split, part)
    return _missed(console, [(case, scores) for case, scores in scored if case.split == "test"])


def _sum(scores: Iterable[Scores]) -> dict[str, Tally]:
    total: dict[str, Tally] = defaultdict(Tally)
    for one in scores:
        for name, tally in one.tallies.items():
            total[name].add(tally)
    return total


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _print_all(console: Console, split: str, part: list[tuple[Case, Scores]]) -> None:
    table = Table(title=f"{split}: {len(part)} documents", title_justify="left")
    for column in ("what", "precision", "recall", "F1", "right", "found", "gold"):
        table.add_column(column, justify="left" if column == "what" else "right")
    for name, tally in _sum(scores for _, scores in part).items():
        counts = (tally.right, tally.found, tally.gold)
        table.add_row(name, _shown(tally.precision), _shown(tally.recall), _shown(tally.f1), *(f"{n:g}" for n in counts))
    console.print(table)


def _print_by_layout(console: Console, split: str, part: list[tuple[Case, Scores]]) -> None:
    table = Table(title=f"{split}, by layout", title_justify="left")
    table.add_column("layout")
    table.add_column("n", justify="right")
    for name, measure in SHOWN:
        table.add_column(f"{name} {measure}", justify="right")
    for layout in sorted({case.layout for case, _ in part}):
        rows = [scores for case, scores in part if case.layout == layout]
        total = _sum(rows)
        cells = (_shown(getattr(total[name], measure)) if name in total else "" for name, measure in SHOWN)
        table.add_row(layout, str(len(rows)), *cells)
    console.print(table)


def _missed(console: Console, test: list[tuple[Case, Scores]]) -> int:
    total = _sum(scores for _, scores in test)
    missed = [
        f"{name} {measure}: {value:.3f}, wanted {goal}"
        for (name, measure), goal in _GOALS.items()
        if name in total and (value := getattr(total[name], measure)) is not None and value < goal
    ]
    for line in missed:
        console.print(f"below the goal on the test split: {line}", markup=False)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
