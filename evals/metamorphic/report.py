"""Resumes spelled and set another way, and against postings of other trades: `python -m evals.metamorphic.report`.

Prints, for each change, how much of the reading stays and what would be held or breaks. Exit code 1 where anything breaks or
is held: a playbook of a true resume goes out. Pairs of the test split are left alone, since what is lost is printed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table

from evals.cases import ON
from evals.labelled.pairs import Pair, pairs
from evals.metamorphic.changes import CHANGES, Change
from evals.metamorphic.relations import Kept, held, kept, mean, reading_of
from evals.playbooks import Composed, compose_documents
from playbook.errors import Refusal
from playbook.intake.read import read_bytes
from playbook.knowledge.packs import Knowledge, load
from playbook.settings import Settings

CROSSED = 200


@dataclass
class Outcome:
    """What came of one change over the pairs."""

    built: int = 0
    refused: int = 0
    kept: list[Kept] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """Of playbooks that would be held, and of what broke."""


def main() -> int:
    """Change, compose, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--crossed", type=int, default=CROSSED, help="resumes against postings of other pairs")
    parser.add_argument("--every", type=int, default=1, help="take each n-th pair")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lost", action="store_true", help="print what is lost")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        knowledge = load(Settings().knowledge, Path(scratch))
    found = [pair for pair in pairs() if pair.split != "test"][:: options.every]
    random = Random(options.seed)  # noqa: S311  no secret
    outcomes = {change.name: Outcome() for change in CHANGES}
    for pair in found:
        before = _composed(pair.resume.read_text(encoding="utf-8"), pair, pair, knowledge, Outcome())
        for change in CHANGES:
            _over(change, pair, before, knowledge, random, outcomes[change.name])
    outcomes["any of these, another's posting"] = _crossed(found, options.crossed, knowledge, random)
    return _print(outcomes, lost=options.lost)


def _over(change: Change, pair: Pair, before: Composed | None, knowledge: Knowledge, random: Random, outcome: Outcome) -> None:
    """One change on a pair, beside the pair as it is."""
    text = pair.resume.read_text(encoding="utf-8")
    composed = _composed(change.make(text, random), pair, pair, knowledge, outcome)
    if composed is not None and before is not None and change.keeps != "nothing":
        outcome.kept.append(kept(reading_of(before, change.keeps), reading_of(composed, change.keeps)))


def _crossed(found: list[Pair], times: int, knowledge: Knowledge, random: Random) -> Outcome:
    """Changed resumes of one pair against the posting of another."""
    outcome = Outcome()
    for _ in range(times):
        resume, job, change = random.choice(found), random.choice(found), random.choice(CHANGES)
        _composed(change.make(resume.resume.read_text(encoding="utf-8"), random), resume, job, knowledge, outcome)
    return outcome


def _composed(text: str, resume: Pair, job: Pair, knowledge: Knowledge, outcome: Outcome) -> Composed | None:
    """The playbook of a changed text; what came of it is noted in `outcome`."""
    try:
        documents = read_bytes(text.encode(), "resume", "text"), read_bytes(job.job.read_bytes(), "job", "text")
        composed = compose_documents(*documents, job.labels.company, knowledge, ON)
        findings = held(composed, knowledge)
    except Refusal:
        outcome.refused += 1
        return None
    except Exception as error:  # noqa: BLE001  this is what the run looks for
        outcome.faults.append(f"{resume.id} × {job.id}: {type(error).__name__}: {error}")
        return None
    outcome.built += 1
    outcome.faults += [f"{resume.id} × {job.id}: {finding}" for finding in findings]
    return composed


def _print(outcomes: dict[str, Outcome], *, lost: bool) -> int:
    console = Console(width=130)
    table = Table("resume", "playbooks", "refused", "positions %", "bullets %", "statuses %", "held or broken")
    for name, outcome in outcomes.items():
        shares = [
            f"{100 * mean(getattr(one, part) for one in outcome.kept):.1f}" if outcome.kept else ""
            for part in ("positions", "bullets", "statuses")
        ]
        table.add_row(name, str(outcome.built), str(outcome.refused), *shares, str(len(outcome.faults)))
    console.print(table)
    for name, outcome in outcomes.items():
        for fault in outcome.faults:
            console.print(f"{name}: {fault}", markup=False)
    gone = Counter(line for outcome in outcomes.values() for one in outcome.kept for line in one.lost)
    for line, times in gone.most_common() if lost else ():
        console.print(f"lost {times} times: {line}", markup=False)
    return 1 if any(outcome.faults for outcome in outcomes.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
