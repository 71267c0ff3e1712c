"""Evaluations as plain data, for `--json`: names are a promise to scripts, added to and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from evals.agreement import Agreement
from evals.calibration import Calibration
from evals.compare import Comparison, Difference
from evals.labelled.release import Item, Recorded, Release
from evals.statistics import Interval
from evals.summary import SPLITS, Summary


def summary(found: Summary) -> dict[str, Any]:
    """A run: its scores by stage and split, by family, what it took, what failed."""
    row = found.run.row
    return {
        "run": found.run.id,
        "release": found.run.release.name,
        **{name: row[name] for name in ("stage", "split", "model", "program", "judge", "version", "code_sha", "status")},
        "scores": [
            {
                "stage": line.stage,
                "scorer": line.scorer,
                "split": line.split,
                **interval(line.interval),
                "n": line.n,
                "pairs": line.pairs,
                "gates": found.run.gates(line.scorer),
            }
            for line in found.lines
        ],
        "families": [
            {"family": family, "stage": stage, "scorer": scorer, "value": value, "n": n}
            for family, cells in found.families().items()
            for (stage, scorer), (value, n) in cells.items()
        ],
        "costs": [asdict(cost) for cost in found.costs],
        "errors": [{name: row[name] for name in ("example", "stage", "status", "error_code", "error")} for row in found.errors],
    }


def interval(one: Interval) -> dict[str, float]:
    """An estimate with its interval."""
    return {"value": round(one.value, 5), "low": round(one.low, 5), "high": round(one.high, 5)}


def agreements(release: Release, found: Sequence[Agreement]) -> dict[str, Any]:
    """How far labellers agree."""
    rows = [
        {
            **{name: getattr(one, name) for name in ("label", "measure", "raw", "pairs", "n", "gates")},
            **(interval(one.interval) if one.interval else {"value": None, "low": None, "high": None}),
        }
        for one in found
    ]
    return {"release": release.name, "agreement": rows}


def writings(release: Release, found: Calibration) -> dict[str, Any]:
    """How often each free check flags a writing, by fault; `good` stands for those without one."""
    rows = [{"fault": fault, "n": one.n, "flagged": dict(one.by)} for fault, one in (*found.bad.items(), ("good", found.good))]
    return {"release": release.name, "writings": rows}


def labelled(release: Release, recorded: Sequence[Recorded]) -> dict[str, Any]:
    """The releases, and what the text of today holds by split."""
    return {
        "release": release.name,
        "releases": [
            {"release": one.release, "content": one.content, "note": one.note, "joined": len(one.joined)} for one in recorded
        ],
        "counts": {split: _counts(release.of(split)) for split in (*SPLITS, "all")},
    }


def _counts(items: Sequence[Item]) -> dict[str, int]:
    return {
        "pairs": len(items),
        "families": len({item.labels.family for item in items}),
        "requirements": sum(len(item.labels.requirements) for item in items),
        "stories": sum(len(item.labels.stories) for item in items),
        "labelled twice": sum(item.second is not None for item in items),
        "good writings": sum(one.good for item in items if item.writings for one in item.writings.all),
        "bad writings": sum(not one.good for item in items if item.writings for one in item.writings.all),
    }


def comparison(found: Comparison) -> dict[str, Any]:
    """Two runs: differences, slices, rules that are broken more often, and the examples that moved."""
    return {
        "a": found.a.id,
        "b": found.b.id,
        "pairs": len(found.items),
        "failed": {"a": found.failed[0], "b": found.failed[1]},
        "differences": [_difference(one, found) for one in found.differences],
        "slices": [_difference(one, found) for one in found.slices],
        "broken": [asdict(one) for one in found.broken],
        "better": [asdict(one) for one in found.better],
        "worse": [asdict(one) for one in found.worse],
    }


def _difference(one: Difference, found: Comparison) -> dict[str, Any]:
    return {
        **({"slice": one.slice} if one.slice else {}),
        **{name: getattr(one, name) for name in ("stage", "scorer", "before", "after", "pairs", "verdict")},
        "gain": interval(one.gain),
        "gates": found.b.gates(one.scorer),
    }
