"""Plants faults into finished playbooks and prints how many the checks catch: `python -m evals.claims.mutation [--faults 500]`.

A fault is caught where a rule finds more in the playbook with it than in the one without.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import date
from itertools import cycle
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table

from evals.claims.faults import FAULTS
from evals.labelled.pairs import pairs
from evals.playbooks import Composed, compose_playbook
from playbook.artifacts.playbook import Playbook
from playbook.checks.claims import check_claims
from playbook.checks.counts import check_questions, check_stories
from playbook.checks.sums import check_fit
from playbook.consistency import inspect
from playbook.knowledge.packs import Knowledge, load
from playbook.settings import Settings

ON = date(2026, 11, 1)
CAUGHT = 0.97
PLAYBOOKS = 20


def main() -> int:
    """Plant and count; exit code 1 where fewer than `CAUGHT` are caught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        knowledge = load(Settings().knowledge, Path(scratch))
        every = [pair for pair in pairs() if pair.split != "test"]  # lines are printed, and those of test stay unread
        chosen = every[:: max(1, len(every) // PLAYBOOKS)][:PLAYBOOKS]
        composed = [compose_playbook(pair.resume, pair.job, pair.labels.company, knowledge, ON) for pair in chosen]
        planted: Counter[str] = Counter()
        missed: dict[str, list[str]] = defaultdict(list)
        before = [_found(one, one.playbook, knowledge) for one in composed]
        random = Random(options.seed)  # noqa: S311  no secret
        names = cycle(FAULTS)
        attempts = 0
        while planted.total() < options.faults and attempts < 3 * options.faults:
            attempts += 1
            name, index = next(names), random.randrange(len(composed))
            made = FAULTS[name](composed[index].playbook, random)
            if made is None:
                continue
            playbook, what = made
            planted[name] += 1
            after = _found(composed[index], playbook, knowledge)
            if not any(count > before[index][rule] for rule, count in after.items()):
                missed[name].append(f"{composed[index].playbook.brief.candidate}: {what}")
    return _print(planted, missed, len(composed))


def _found(composed: Composed, playbook: Playbook, knowledge: Knowledge) -> dict[str, int]:
    """Rule to the number of its findings."""
    results = (
        *check_claims(playbook, composed.resume, composed.job, knowledge),
        *check_stories(playbook.stories, playbook.brief),
        *check_questions(playbook.questions),
        *check_fit(playbook.brief.fit),
        *inspect(playbook),
    )
    return {result.rule: result.bad for result in results}


def _print(planted: Counter[str], missed: dict[str, list[str]], playbooks: int) -> int:
    console = Console(width=130)
    table = Table(title=f"{planted.total()} faults planted into {playbooks} playbooks")
    for name in ("fault", "planted", "caught"):
        table.add_column(name, justify="left" if name == "fault" else "right")
    for name, count in sorted(planted.items()):
        table.add_row(name, str(count), str(count - len(missed[name])))
    console.print(table)
    for name, places in sorted(missed.items()):
        for place in places:
            console.print(f"missed {name}: {place}", markup=False, highlight=False)
    lost = sum(map(len, missed.values()))
    share = 1 - lost / max(1, planted.total())
    console.print(f"caught {planted.total() - lost} of {planted.total()} ({share:.1%})")
    return int(share < CAUGHT)


if __name__ == "__main__":
    sys.exit(main())
