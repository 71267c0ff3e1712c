"""What a playbook costs outside of rendering: loading the packs, reading and writing, and checking every sentence.

Prints CPU milliseconds, the medians of several rounds over the sample cases with everything warm, each beside setting the type
of the same playbook, and the ratios. The whole build has besides what keys, store, journals and the contract with models cost.
Run `make bench-writing`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from evals.labelled.pairs import Pair, pairs
from evals.playbooks import Composed, compose_playbook
from flows.build_playbook import build
from flows.intake import received
from playbook.checks.claims import check_claims
from playbook.collecting import collect_seldom, settle
from playbook.consistency import inspect
from playbook.knowledge import packs
from playbook.knowledge.files import KINDS, entries
from playbook.knowledge.lexicon import Lexicon
from playbook.knowledge.packs import Knowledge
from playbook.rendering.html import page
from playbook.rendering.pdf import lay_out
from playbook.settings import CHECKOUT, EMBEDDED, Settings

ON = date(2026, 11, 23)
CASES = {
    "jordan-chen": "Amazon",
    "amara-okafor": "Riverbend",
    "luis-herrera": "Cargowise Signal",
    "ines-duarte": "Quince & Ember",
}


UNSEEN = 24
"""Labelled pairs that the process has not read before: what a night of new resumes costs, with packs warm and words cold."""


def cpu_ms(work: Callable[[], Any]) -> float:
    """CPU milliseconds of a call."""
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    root = Settings().knowledge
    with tempfile.TemporaryDirectory() as scratch:
        compiled = Path(scratch) / "compiled"  # where a home has them
        rows = _packs(root, compiled, rounds)
        rows |= _playbooks(packs.load(root, compiled), compiled, rounds)
    setting = rows["setting the type of the PDF"]
    for name, spent in rows.items():
        print(f"{name:<40}{spent:>9.1f} ms CPU   {spent / setting:>7.3f} of setting the type")


def _packs(root: Path, compiled: Path, rounds: int) -> dict[str, float]:
    """What it costs to have the packs; measured before anything else fills the process."""

    def loaded() -> None:
        packs.forget()
        packs.load(root, compiled)

    def from_yaml() -> None:
        for kind in KINDS:
            for _ in entries(root, kind):
                pass

    loaded()
    knowledge = packs.load(root, compiled)
    Lexicon(knowledge)
    return {
        "packs, compiled": median(cpu_ms(loaded) for _ in range(rounds)),
        "their names": median(cpu_ms(lambda: Lexicon(knowledge)) for _ in range(rounds)),
        "packs, from YAML": cpu_ms(from_yaml),
    }


def _playbooks(knowledge: Knowledge, compiled: Path, rounds: int) -> dict[str, float]:
    """What a playbook costs, of cases that the process knows and of resumes that it sees for the first time."""

    def composed(name: str) -> Composed:
        folder = CHECKOUT / "datasets" / "samples" / name
        return compose_playbook(folder / "resume.txt", folder / "job.txt", CASES[name], knowledge, ON)

    def checked(one: Composed) -> None:
        check_claims(one.playbook, one.resume, one.job, knowledge)
        inspect(one.playbook)

    first: dict[str, Composed] = {}

    def composed_first(pair: Pair) -> None:
        first[pair.id] = compose_playbook(pair.resume, pair.job, pair.labels.company, knowledge, ON)

    def median_of(work: Callable[[Any], Any], items: Iterable[Any], times: int = 1) -> float:
        return median(cpu_ms(partial(work, item)) for item in items for _ in range(times))

    def built(name: str, home: Path) -> float:
        """CPU milliseconds of a build that finds nothing, but for what its stage `render` takes."""
        documents = CHECKOUT / "datasets" / "samples" / name
        settings = Settings(home=home, _env_file=None)
        for folder in (settings.artifacts, settings.keys, settings.journals):
            for left in filter(Path.is_file, folder.rglob("*")):  # a home that has been used has the folders
                left.unlink()
        started = time.process_time()
        files = documents / "resume.txt", documents / "job.txt"
        case = received(*files, company=CASES[name], role=None, name=None, settings=settings)
        build(case, settings, model=EMBEDDED, on=ON)
        spent = (time.process_time() - started) * 1000
        (journal,) = settings.journals.glob("*.ndjson")
        rows = map(json.loads, journal.read_text(encoding="utf-8").splitlines())
        return spent - sum(row["cpu_ms"] for row in rows if row.get("stage") == "render" and "cpu_ms" in row)

    collect_seldom()  # as the processes of the product do
    home = compiled.parent
    for name in CASES:
        built(name, home)
    made = {name: composed(name) for name in CASES}
    for one in made.values():
        checked(one)
    settle()
    unseen = [pair for pair in pairs() if pair.split != "test"][:UNSEEN]
    return {
        "reading, judging and writing": median_of(composed, CASES, rounds),
        "checking every sentence": median_of(checked, made.values(), rounds),
        "reading and writing, resumes not seen": median_of(composed_first, unseen),
        "checking, resumes not seen": median_of(lambda pair: checked(first[pair.id]), unseen),
        "a whole build but its rendering": median(built(name, home) for name in CASES for _ in range(rounds)),
        "setting the type of the PDF": median_of(lambda one: lay_out(page(one.playbook, "print"), "a4"), made.values()),
    }


if __name__ == "__main__":
    main()
