"""A comparison of two runs as tables on a terminal: differences, slices, and examples that moved."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from evals.compare import Changed, Comparison, Difference
from evals.reports import tables
from evals.reports.numbers import interval, number, words
from evals.reports.terminal import table

_SHOWN = 6
_TEXTS = 3
_WIDE = 110


def print_comparison(found: Comparison, to: Console) -> None:
    """Everything that differs."""
    to.print(f"A  {found.a.title}\nB  {found.b.title}\n", markup=False)
    to.print(_differences(found))
    moved = [one for one in found.slices if one.verdict in {"better", "worse"}]
    to.print()
    if moved:
        to.print(_slices(moved))
    else:
        to.print("No slice (family, level, layout, length) with enough pairs moved beyond noise.")
    for one in found.broken:
        to.print(
            f"rule broken more often: {one.rule} of {words(one.stage)}, {one.before:g} in A, {one.after:g} in B", markup=False
        )
    to.print(f"\nwithout a result: {found.failed[0]} examples in A, {found.failed[1]} in B; they are in no mean")
    _examples("Better in B", found.better, to)
    _examples("Worse in B", found.worse, to)


def _differences(found: Comparison) -> Table:
    same = sum(one.verdict == "same" for one in found.differences)
    title = f"{len(found.items)} pairs in both runs; a gain is positive where B is better; {same} scorers are the same"
    return table(title, tables.DIFFERENCE_COLUMNS, tables.differences(found), left=3)


def _slices(moved: Sequence[Difference]) -> Table:
    rows = [
        (
            one.slice,
            words(one.stage),
            words(one.scorer),
            number(one.scorer, one.before),
            number(one.scorer, one.after),
            interval(one.scorer, one.gain, signed=True),
            str(one.pairs),
            one.verdict,
        )
        for one in moved
    ]
    title = "Slices that moved beyond noise; intervals are widened for how many are looked at"
    return table(title, ("slice", "stage", "scorer", "A", "B", "gain", "pairs", "verdict"), rows, left=3)


def _examples(title: str, found: Sequence[Changed], to: Console) -> None:
    if not found:
        return
    to.print(f"\n{title}: {len(found)} scores of examples (of the test split none is shown)", style="bold")
    for one in found[:_SHOWN]:
        to.print(
            f"{one.example}  {words(one.stage)}  {words(one.scorer)}  "
            f"{number(one.scorer, one.before)} -> {number(one.scorer, one.after)}",
            markup=False,
        )
        for mark, reasons in (("A", one.reasons_before), ("B", one.reasons_after)):
            for reason in reasons[:_TEXTS]:
                to.print(f"    {mark}: {reason[:_WIDE]}", markup=False)
        for place, before, after in one.texts[:_TEXTS]:
            to.print(f"    {place}\n      A | {before[:_WIDE]}\n      B | {after[:_WIDE]}", markup=False)
