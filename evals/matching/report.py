"""Prints how requirements are judged, by split: `python -m evals.matching.report [--misses] [--split dev]`.

The misses of the test split are never printed: neither packs nor rules are written by them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from rich.console import Console
from rich.table import Table

from evals.labelled.pairs import Split, pairs
from evals.matching.judged import Result, judge_pair
from playbook.artifacts.matching import Status
from playbook.knowledge.coverage import coverage
from playbook.knowledge.lexicon import lexicon_of
from playbook.knowledge.packs import Knowledge, load
from playbook.settings import Settings

FALSE_GAPS = 0.05
"""Share of met requirements that may be called a gap."""
KNOWN = 0.85
"""Share of a family's terms that the packs must know."""
_STATUSES: tuple[Status, ...] = get_args(Status)
_SHOWN = 110


def main() -> int:
    """Judge the labelled set and print the tables; exit code 1 where the test split misses a goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="what is wrong, line by line; the test split stays closed")
    parser.add_argument("--split", choices=get_args(Split))
    parser.add_argument("--only", help="pairs whose name holds this")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        knowledge = load(Settings().knowledge, Path(scratch))
        results = [
            judge_pair(pair, knowledge)
            for pair in pairs()
            if options.split in {None, pair.split} and (not options.only or options.only in pair.id)
        ]
        console = Console(width=130)
        if options.misses:
            _print_misses(console, [result for result in results if result.pair.split != "test"])
        by_split: dict[Split, list[Result]] = defaultdict(list)
        for result in results:
            by_split[result.pair.split].append(result)
        for split in get_args(Split):
            if by_split[split]:
                _print_split(console, split, by_split[split], knowledge)
        return _missed(console, by_split["test"], knowledge)


def _print_split(console: Console, split: str, results: list[Result], knowledge: Knowledge) -> None:
    lines = [line for result in results for line in result.lines]
    read = [line for line in lines if line.match is not None]
    confusion = Counter((line.label.status, line.match.status) for line in read if line.match is not None)
    table = Table(title=f"{split}: {len(results)} pairs, {len(read)} of {len(lines)} labelled lines read")
    table.add_column("label")
    for status in _STATUSES:
        table.add_column(f"judged {status}", justify="right")
    for label in _STATUSES:
        table.add_row(label, *(str(confusion[label, status]) for status in _STATUSES))
    console.print(table)
    agreed = sum(count for (label, status), count in confusion.items() if label == status)
    met = sum(line.label.met for line in read)
    false_gaps, invented = (sum(len(getattr(result, name)) for result in results) for name in ("false_gaps", "invented"))
    absent = sum(line.label.status == "gap" for line in read)
    families = sum(result.family == result.pair.labels.family for result in results)
    console.print(
        f"agreement {agreed / max(1, len(read)):.3f}; false gaps {false_gaps} of {met} met ({false_gaps / max(1, met):.1%}); "
        f"gaps called covered {invented} of {absent} ({invented / max(1, absent):.1%}); "
        f"family as labelled {families} of {len(results)}"
    )
    shares = Table(title=f"{split}: terms of requirements that the packs know")
    for name in ("family", "postings", "terms", "known", "not judged"):
        shares.add_column(name, justify="left" if name == "family" else "right")
    for one in coverage(((result.pair.labels.family, result.texts) for result in results), lexicon_of(knowledge)):
        shares.add_row(
            one.family, str(one.postings), str(one.terms), f"{one.share:.1%}", f"{one.unjudged} of {one.requirements}"
        )
    console.print(shares)


def _print_misses(console: Console, results: Iterable[Result]) -> None:
    for result in results:
        console.print(f"\n{result.pair.id} ({result.pair.split}, read as {result.family})", style="bold", markup=False)
        for line in result.lines:
            judged = line.match.status if line.match else "unread"
            if judged != line.label.status:
                mark = "!!" if line in result.false_gaps or line in result.invented else "  "
                said = line.label.evidence[0][:_SHOWN] if line.label.evidence else ""
                console.print(
                    f"  {mark} {line.label.status} -> {judged}: {line.label.text} | {said}", markup=False, highlight=False
                )


def _missed(console: Console, results: list[Result], knowledge: Knowledge) -> int:
    """1 where the test split misses a goal, and which."""
    missed: list[str] = []
    met = sum(line.label.met for result in results for line in result.lines if line.match)
    false_gaps = sum(len(result.false_gaps) for result in results)
    if met and false_gaps / met > FALSE_GAPS:
        missed.append(f"false gaps {false_gaps / met:.1%}, wanted at most {FALSE_GAPS:.0%}")
    covered = coverage(((result.pair.labels.family, result.texts) for result in results), lexicon_of(knowledge))
    missed += [f"{one.family}: {one.share:.1%} of the terms known, wanted {KNOWN:.0%}" for one in covered if one.share < KNOWN]
    for line in missed:
        console.print(f"missed: {line}", markup=False)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
