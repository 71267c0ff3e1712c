"""Prints the share of sentences that two playbooks of one trade have in common: `python -m evals.variety.report`.

Advice that holds for every case (the packs' guidance), the table of contents and the reading paths are fixed on purpose and
not counted; neither are quotes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.cases import ON
from evals.labelled.pairs import pairs
from evals.playbooks import compose_playbook
from playbook.artifacts.playbook import Playbook
from playbook.knowledge.packs import Knowledge, load
from playbook.provenance import lines_of
from playbook.settings import Settings

MOST = 0.5
"""Share of sentences that two playbooks of one trade may have in common."""
_FIXED = (
    *("/snapshot/contents", "/snapshot/thirty_minutes", "/snapshot/two_hours"),
    *("/stories/builder", "/stories/how", "/questions/how"),
)


def sentences(playbook: Playbook, knowledge: Knowledge) -> set[str]:
    """The sentences of a playbook that are neither quoted nor fixed."""
    found = set()
    for at, line in lines_of(playbook.sections):
        entries = {source.span.entry for source in line.sources}
        quoted = line.text in {source.quote for source in line.sources if source.span.entry is None}
        if not at.startswith(_FIXED) and not quoted and entries.isdisjoint(knowledge.guidance):
            found.add(line.text)
    return found


def main() -> int:
    """Compose the labelled set and print the shares; exit code 1 where a trade has more than `MOST`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--common", type=int, default=0, help="sentences that most playbooks share, so many of them")
    options = parser.parse_args()
    texts: dict[str, list[set[str]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as scratch:
        knowledge = load(Settings().knowledge, Path(scratch))
        for pair in pairs():
            made = compose_playbook(pair.resume, pair.job, pair.labels.company, knowledge, ON).playbook
            texts[made.brief.posting.family].append(sentences(made, knowledge))
    console = Console(width=110)
    table = Table(title="Sentences that two playbooks of one trade share, outside of what is fixed")
    for name in ("family", "playbooks", "sentences", "median share", "largest share"):
        table.add_column(name, justify="left" if name == "family" else "right")
    worst = 0.0
    for family, sets in sorted(texts.items()):
        shares = sorted(len(left & right) / min(len(left), len(right)) for left, right in combinations(sets, 2))
        if not shares:
            continue
        worst = max(worst, shares[-1])
        average = sum(map(len, sets)) // len(sets)
        table.add_row(family, str(len(sets)), str(average), f"{shares[len(shares) // 2]:.1%}", f"{shares[-1]:.1%}")
    console.print(table)
    counts = Counter(text for sets in texts.values() for one in sets for text in one)
    for text, count in counts.most_common(options.common):
        console.print(f"{count:>3} {text}", markup=False, highlight=False)
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
