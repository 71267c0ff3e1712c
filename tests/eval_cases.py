"""Labelled pairs run through the stages once, for tests of scorers and runs: the examples and what was made of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import dspy

from evals.cases import case_of
from evals.labelled.release import Item, Release, current
from evals.running import Plan, setup_of
from evals.stages import STAGES
from playbook.settings import Settings
from signatures.writers import packs

DEV = "software-lead-steel-ledger"
"""A pair of the dev split, labelled twice."""


@cache
def release() -> Release:
    """The labelled set as it stands."""
    return current()


def a_home(root: Path) -> Settings:
    """A home of a test's own, with the packs that are compiled already."""
    packs()  # compiles them where that was not done
    (root / "compiled").symlink_to(Settings(_env_file=None).compiled, target_is_directory=True)
    return Settings(home=root, _env_file=None)


def item(name: str = DEV) -> Item:
    """A pair."""
    return release().by_id[name]


def some(*names: str) -> Release:
    """A labelled set of a few pairs."""
    items = tuple(item(name) for name in names)
    return Release(None, items, f"{'-'.join(names)}".ljust(64, "0"))


@dataclass
class Ran:
    """A pair with the example and the value of every stage."""

    examples: dict[str, dspy.Example]
    values: dict[str, Any]


@cache
def ran(name: str = DEV) -> Ran:
    """A pair through the whole pipeline on the embedded engine."""
    settings = Settings(_env_file=None)
    case = case_of(item(name), settings)
    setup = setup_of(Plan("all", "embedded", settings))
    found = Ran({}, {})
    for stage in STAGES.values():
        if stage.in_pipeline:
            (example,) = stage.examples(case, {part: found.values[maker] for part, maker in stage.needs.items()})
            found.examples[stage.name], found.values[stage.name] = example, stage.run(example, setup).value
    return found
