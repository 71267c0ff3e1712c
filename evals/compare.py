"""Two eval runs, pair by pair: what got better, what got worse, by how much, and whether the second may replace the first.

Only pairs that succeeded in both runs are compared, on scorers of one version; intervals are paired bootstraps over pairs.
A gain is positive where the second run is better, whichever way the scorer counts. Showing is for `evals.reports`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from evals.runs import Measured, Row, Run, scorer_of
from evals.stages import STAGES
from evals.statistics import Interval, paired
from playbook.errors import Refusal

FEWEST = 4
"""Pairs of a slice below which nothing is said of it."""
_LEAST = 1e-9

Verdict = Literal["better", "worse", "same", "unclear"]


@dataclass(frozen=True)
class Difference:
    """A scorer at a stage in both runs, over the same pairs."""

    stage: str
    scorer: str
    before: float
    after: float
    gain: Interval
    pairs: int
    slice: str = ""
    """`family: nursing`, and the like; empty for all pairs."""

    @property
    def verdict(self) -> Verdict:
        """What may be said of it: a gain or loss only where the interval excludes zero."""
        if self.gain.low > _LEAST or self.gain.high < -_LEAST:
            return "better" if self.gain.value > 0 else "worse"
        return "same" if max(abs(self.gain.value), abs(self.gain.low), abs(self.gain.high)) < _LEAST else "unclear"


@dataclass(frozen=True)
class Changed:
    """An example whose score moved. Never one of the test split."""

    example: str
    stage: str
    scorer: str
    before: float
    after: float
    gain: float
    reasons_before: tuple[str, ...]
    reasons_after: tuple[str, ...]
    texts: tuple[tuple[str, str, str], ...]
    """Place, text of the first run, text of the second, where they differ."""


@dataclass(frozen=True)
class Broken:
    """A rule that is broken more often in the second run."""

    stage: str
    rule: str
    before: float
    after: float


@dataclass(frozen=True)
class Comparison:
    """Two runs side by side."""

    a: Run
    b: Run
    items: tuple[str, ...]
    """Pairs of both runs whose text and labels are the same."""
    differences: tuple[Difference, ...]
    slices: tuple[Difference, ...]
    changed: tuple[Changed, ...]
    broken: tuple[Broken, ...]

    @cached_property
    def better(self) -> tuple[Changed, ...]:
        """Examples that got better, most first."""
        return tuple(sorted((one for one in self.changed if one.gain > 0), key=lambda one: (-one.gain, one.example)))

    @cached_property
    def worse(self) -> tuple[Changed, ...]:
        """Examples that got worse, most first."""
        return tuple(sorted((one for one in self.changed if one.gain < 0), key=lambda one: (one.gain, one.example)))

    @property
    def failed(self) -> tuple[int, int]:
        """Examples of the compared pairs that have no result, by run."""
        first, second = (
            sum(row["status"] != "ok" for row in run.predictions if row["item"] in set(self.items)) for run in (self.a, self.b)
        )
        return first, second

    def of(self, stage: str, scorer: str) -> Difference:
        """The difference of a scorer at a stage. Raises `Refusal` where the runs do not both have it."""
        for one in self.differences:
            if (one.stage, one.scorer) == (stage, scorer):
                return one
        raise Refusal(
            "comparison.no-scorer",
            found=f"no score {scorer} of {stage} in both runs",
            wanted=f"one of {', '.join(sorted({one.scorer for one in self.differences}))}",
            remedy="name a scorer that both runs have",
        )


@dataclass(frozen=True)
class Gate:
    """Whether the second run's program may replace the first's."""

    passed: bool
    reasons: tuple[str, ...]
    """Why not, one a line; empty where it may."""


def compare(a: Run, b: Run) -> Comparison:
    """Two runs side by side. Raises `Refusal` where they have nothing in common."""
    items = tuple(
        name for name, item in a.items.items() if name in b.items and _same_text(item.model_dump(), b.items[name].model_dump())
    )
    versions = [{(row["stage"], row["scorer"]): row["version"] for row in run.scores} for run in (a, b)]
    keys = [key for key in a.measures if key in b.measures and versions[0][key] == versions[1][key]]
    keys.sort(key=lambda key: (list(STAGES).index(key[0]) if key[0] in STAGES else len(STAGES), key[1]))
    differences = [one for key in keys if (one := _difference(key, items, a, b)) is not None]
    if not differences:
        raise Refusal(
            "comparison.nothing-in-common",
            found=f"{a.title}; {b.title}",
            wanted="two runs of the same stages over the same pairs",
            remedy="run `playbook eval` with the same --stage and --split twice",
        )
    return Comparison(
        a=a,
        b=b,
        items=items,
        differences=tuple(differences),
        slices=tuple(_slices(keys, items, a, b)),
        changed=tuple(_changed(keys, items, a, b)),
        broken=tuple(_broken(keys, items, a, b)),
    )


def gate(comparison: Comparison, stage: str, scorer: str) -> Gate:
    """Whether `b` may replace `a` for what `scorer` measures at `stage`.

    It may where labellers agree on what the scorer rests on, the gain's interval excludes zero, no slice loses beyond noise,
    no rule is broken more often, no other scorer that may gate loses beyond noise, and no more examples fail.
    """
    target = comparison.of(stage, scorer)
    reasons = []
    if not comparison.b.gates(scorer):
        reasons.append(f"{scorer} may not gate: labellers do not agree on what it rests on")
    if target.verdict != "better":
        shown = f"{target.gain.value:+.4f} [{target.gain.low:+.4f}, {target.gain.high:+.4f}]"
        reasons.append(f"the gain in {scorer} is {shown}: its interval does not exclude zero")
    reasons += [
        f"{scorer} is worse for {one.slice}: {one.gain.value:+.4f}"
        for one in comparison.slices
        if (one.stage, one.scorer) == (stage, scorer) and one.verdict == "worse"
    ]
    reasons += [
        f"{one.scorer} of {one.stage} is worse: {one.gain.value:+.4f} [{one.gain.low:+.4f}, {one.gain.high:+.4f}]"
        for one in comparison.differences
        if one.verdict == "worse" and one is not target and comparison.b.gates(one.scorer)
    ]
    reasons += [
        f"the rule {one.rule} of {one.stage} is broken {one.after:g} times, {one.before:g} before" for one in comparison.broken
    ]
    before, after = comparison.failed
    if after > before:
        reasons.append(f"{after} examples fail, {before} before")
    return Gate(not reasons, tuple(reasons))


def _same_text(left: Row, right: Row) -> bool:
    return all(left[name] == right[name] for name in ("resume", "job", "labels", "split"))


def _sign(scorer: str) -> int:
    known = scorer_of(scorer)
    return -1 if known is not None and known.better == "lower" else 1


def _difference(
    key: tuple[str, str], items: Sequence[str], a: Run, b: Run, named: str = "", looks: int = 1
) -> Difference | None:
    left, right = a.measures[key], b.measures[key]
    both = [(left[item], right[item]) for item in items if item in left and item in right]
    if not sum(min(one.n, other.n) for one, other in both):
        return None
    sign = _sign(key[1])
    moved = paired(_columns([one for one, _ in both]), _columns([other for _, other in both]), looks=looks)
    gain = moved if sign > 0 else Interval(-moved.value, -moved.high, -moved.low)
    before, after = (_mean([pair[side] for pair in both]) for side in (0, 1))
    return Difference(key[0], key[1], before, after, gain, len(both), named)


def _slices(keys: Sequence[tuple[str, str]], items: Sequence[str], a: Run, b: Run) -> list[Difference]:
    groups: dict[str, list[str]] = {}
    for item in items:
        for name, value in a.slices[item].items():
            groups.setdefault(f"{name}: {value}", []).append(item)
    large = {name: members for name, members in sorted(groups.items()) if len(members) >= FEWEST}
    return [
        one
        for key in keys
        if any(_moved(key, item, a, b) for item in items)
        for name, members in large.items()
        if (one := _difference(key, members, a, b, name, looks=len(large))) is not None
    ]


def _moved(key: tuple[str, str], item: str, a: Run, b: Run) -> bool:
    left, right = a.measures[key].get(item), b.measures[key].get(item)
    return left is not None and right is not None and abs(left.value - right.value) > _LEAST


def _changed(keys: Sequence[tuple[str, str]], items: Sequence[str], a: Run, b: Run) -> list[Changed]:
    shown = {item for item in items if a.items[item].split != "test"}
    rows = [
        {(row["stage"], row["scorer"], row["example"]): row for row in run.scores if row["item"] in shown} for run in (a, b)
    ]
    outputs = [{(row["stage"], row["example"]): row["output"] or {} for row in run.predictions} for run in (a, b)]
    found = []
    for place, before in rows[0].items():
        after = rows[1].get(place)
        if place[:2] not in keys or after is None or abs(before["value"] - after["value"]) <= _LEAST:
            continue
        stage, scorer, example = place
        first, second = (output.get((stage, example), {}) for output in outputs)
        texts = tuple(
            (at, first.get(at, ""), second.get(at, ""))
            for at in dict.fromkeys([*first, *second])
            if first.get(at) != second.get(at)
        )
        found.append(
            Changed(
                example=example,
                stage=stage,
                scorer=scorer,
                before=before["value"],
                after=after["value"],
                gain=_sign(scorer) * (after["value"] - before["value"]),
                reasons_before=tuple(one for one in before["reasons"] if one not in after["reasons"]),
                reasons_after=tuple(one for one in after["reasons"] if one not in before["reasons"]),
                texts=texts,
            )
        )
    return found


def _broken(keys: Sequence[tuple[str, str]], items: Sequence[str], a: Run, b: Run) -> list[Broken]:
    """Rules that the second run breaks more often, over the examples that both runs have a score of."""
    counts: list[Counter[tuple[str, str]]] = []
    scored = [
        {(row["stage"], row["scorer"], row["example"]): row for row in run.scores if row["item"] in items} for run in (a, b)
    ]
    for rows in scored:
        count: Counter[tuple[str, str]] = Counter()
        for place in scored[0].keys() & scored[1].keys():
            known = scorer_of(place[1])
            if known is None or not known.is_rule or place[:2] not in keys:
                continue
            row = rows[place]
            parts = row["parts"] or {}
            count.update({(place[0], f"{place[1]}: {rule}"): times for rule, times in parts.items()})
            if not parts and row["value"]:
                count[place[0], place[1]] += row["value"] * row["n"]
        counts.append(count)
    before, after = counts
    return [
        Broken(stage, rule, before[stage, rule], times)
        for (stage, rule), times in sorted(after.items())
        if times > before[stage, rule]
    ]


def _columns(rows: Sequence[Measured]) -> tuple[list[float], list[float]]:
    return [one.value for one in rows], [one.n for one in rows]


def _mean(rows: Sequence[Measured]) -> float:
    return sum(one.value * one.n for one in rows) / sum(one.n for one in rows)
