"""Prints what the checker finds in the corpus of claims: `python -m evals.claims.report [--misses]`.

The misses of the locked third are never printed: no rule is written by them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from rich.console import Console
from rich.table import Table

from evals.claims.corpus import CLAIMS, Example, Split, examples
from playbook.grounding import Issue, issues
from playbook.knowledge.packs import load
from playbook.settings import Settings

FALSE_ALARMS = 0.01
"""Share of true claims that the hard tier may stop."""
MISSED = 0.05
"""Share of false claims that neither tier may find."""


@dataclass(frozen=True)
class Judged:
    """A claim, and what was found in it."""

    example: Example
    found: tuple[Issue, ...]

    @property
    def hard(self) -> bool:
        """Whether a hard issue was found."""
        return any(issue.tier == "hard" for issue in self.found)


def main() -> int:
    """Judge the corpus and print the tables; exit code 1 where the locked third misses a goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="what is wrong, claim by claim; the locked third stays closed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        knowledge = load(Settings().knowledge, Path(scratch))
        judged = [Judged(one, issues(one.line, one.ground)) for one in examples(CLAIMS, knowledge)]
    console = Console(width=140)
    if options.misses:
        _print_misses(console, [one for one in judged if one.example.split == "open"])
    missed = 0
    for split in get_args(Split):
        missed = _print(console, split, [one for one in judged if one.example.split == split])
    return missed


def _print(console: Console, split: str, judged: list[Judged]) -> int:
    """The table of a split; 1 where it misses a goal."""
    true = [one for one in judged if one.example.claim.grounded]
    by_error: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        if not one.example.claim.grounded:
            by_error[one.example.claim.error or "other"].append(one)
    table = Table(title=f"{split}: {len(judged)} claims, {len(true)} of them true")
    for name in ("error", "claims", "hard", "soft only", "missed"):
        table.add_column(name, justify="left" if name == "error" else "right")
    total = [0, 0, 0, 0]
    for error, ones in sorted(by_error.items()):
        hard = sum(one.hard for one in ones)
        soft = sum(bool(one.found) and not one.hard for one in ones)
        row = [len(ones), hard, soft, len(ones) - hard - soft]
        total = [left + right for left, right in zip(total, row, strict=True)]
        table.add_row(error, *map(str, row))
    table.add_row("all", *map(str, total), style="bold")
    console.print(table)
    alarms, softly = sum(one.hard for one in true), sum(bool(one.found) and not one.hard for one in true)
    shares = (alarms / max(1, len(true)), total[3] / max(1, total[0]))
    console.print(
        f"true claims stopped by the hard tier {alarms} of {len(true)} ({shares[0]:.1%}), softly doubted {softly} "
        f"({softly / max(1, len(true)):.1%}); false claims missed by both tiers {total[3]} of {total[0]} ({shares[1]:.1%})"
    )
    return int(shares[0] > FALSE_ALARMS or shares[1] > MISSED)


def _print_misses(console: Console, judged: list[Judged]) -> None:
    for one in judged:
        claim = one.example.claim
        if claim.grounded == bool(one.found):
            kind = ("HARD ALARM" if one.hard else "soft alarm") if claim.grounded else f"MISSED {claim.error}"
            console.print(f"{kind} {claim.id}: {claim.text}", markup=False, highlight=False)
            console.print(f"    sources: {' | '.join(source.quote for source in one.example.line.sources)}", markup=False)
            for issue in one.found:
                console.print(f"    {issue.tier} {issue.kind}: {issue.found} / {issue.has}", markup=False, highlight=False)


if __name__ == "__main__":
    sys.exit(main())
