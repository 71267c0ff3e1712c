"""Agreement and uncertainty: kappas, ranks, and bootstrap intervals over pairs.

Two examples of one pair are not independent, so that every resampling is of whole pairs (a cluster bootstrap). The seed is
fixed: the same numbers give the same interval. What is measured stands in `evals.scorers` and `evals.agreement`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 4000
SEED = 20261123
_TAILS = (2.5, 97.5)

Floats = NDArray[np.float64]
Groups = Sequence[Sequence[tuple[Any, Any]]]
"""Pairs of judgements, group by group: what is of one pair of documents is drawn together."""


@dataclass(frozen=True)
class Interval:
    """An estimate with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


def ratio(values: Sequence[float], weights: Sequence[float], *, is_share: bool = False) -> Interval:
    """The weighted mean of `values`, one value and weight a pair, with its interval. Raises `ValueError` without weight.

    A share of none or of all cannot be resampled into anything else: its interval reaches as far as an exact binomial one.
    """
    value, weight = np.asarray(values, float), np.asarray(weights, float)
    mean = _mean(value, weight)
    if is_share and mean in {0.0, 1.0}:
        reach = 1 - (_TAILS[0] / 100) ** (1 / float(weight.sum()))
        return Interval(mean, max(0.0, mean - reach), min(1.0, mean + reach))
    drawn = _draws(len(value))
    sums, totals = (value * weight)[drawn].sum(axis=1), weight[drawn].sum(axis=1)
    return _interval(mean, sums[totals > 0] / totals[totals > 0])


def paired(
    before: tuple[Sequence[float], Sequence[float]], after: tuple[Sequence[float], Sequence[float]], *, looks: int = 1
) -> Interval:
    """How much the weighted mean of `after` is above that of `before`; values and weights of the same pairs in one order.

    `looks` is how many such intervals are looked at for one that excludes zero: each is wider by Bonferroni's rule.
    """
    (a, wa), (b, wb) = ((np.asarray(v, float), np.asarray(w, float)) for v, w in (before, after))
    drawn = _draws(len(a))
    left, right = wa[drawn].sum(axis=1), wb[drawn].sum(axis=1)
    there = (left > 0) & (right > 0)
    drawn = drawn[there]
    moved = (b * wb)[drawn].sum(axis=1) / right[there] - (a * wa)[drawn].sum(axis=1) / left[there]
    return _interval(_mean(b, wb) - _mean(a, wa), moved, looks)


def statistic(groups: Groups, of: Callable[..., float | None]) -> Interval | None:
    """A statistic of paired judgements with its interval, resampled by group; `None` where it cannot be had."""
    everything = [pair for group in groups for pair in group]
    value = of(everything)
    if value is None:
        return None
    found = [of([pair for index in row for pair in groups[index]]) for row in _draws(len(groups))[: RESAMPLES // 4]]
    return _interval(value, np.asarray([one for one in found if one is not None], float))


def kappa(judged: Sequence[tuple[Any, Any]]) -> float | None:
    """Cohen's kappa of two labellers; `None` where chance alone would make them agree always."""
    return _kappa(judged, lambda left, right: float(left != right))


def weighted_kappa(order: Sequence[Any]) -> Callable[[Sequence[tuple[Any, Any]]], float | None]:
    """Cohen's kappa with linear weights over ordered categories; judgements outside of `order` are left out."""
    rank = {name: index for index, name in enumerate(order)}

    def of(judged: Sequence[tuple[Any, Any]]) -> float | None:
        ordered = [(left, right) for left, right in judged if left in rank and right in rank]
        return _kappa(ordered, lambda left, right: abs(rank[left] - rank[right]) / (len(rank) - 1))

    return of


def _kappa(judged: Sequence[tuple[Any, Any]], cost: Callable[[Any, Any], float]) -> float | None:
    if not judged:
        return None
    names = list(dict.fromkeys(name for pair in judged for name in pair))
    place = {name: index for index, name in enumerate(names)}
    table = np.zeros((len(names), len(names)))
    np.add.at(table, ([place[left] for left, _ in judged], [place[right] for _, right in judged]), 1)
    costs = np.array([[cost(left, right) for right in names] for left in names])
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    by_chance = float((expected * costs).sum())
    return 1 - float((table * costs).sum()) / by_chance if by_chance else None


def corrected(groups: Groups, likeness: Callable[[Any, Any], float]) -> Interval | None:
    """Agreement beyond chance for any likeness of 0 to 1: how much nearer two judgements of one thing are than of any two.

    It is Krippendorff's idea: 1 is full agreement, 0 what shuffled judgements give. `None` where all judgements are alike.
    """
    judged = [pair for group in groups for pair in group]
    table = np.array([[likeness(left, right) for _, right in judged] for left, _ in judged])
    own = np.diag(table) if judged else np.zeros(0)
    group_of = np.repeat(np.arange(len(groups)), [len(group) for group in groups])

    def beyond_chance(weight: Floats) -> float:
        seen = float((weight * own).sum() / weight.sum())
        others = float(weight.sum() ** 2 - (weight**2).sum())
        chance = float(weight @ table @ weight - (weight**2 * own).sum()) / others if others else 1.0
        return (seen - chance) / (1 - chance) if chance < 1 else float("nan")

    value = beyond_chance(np.ones(len(judged))) if judged else float("nan")
    if np.isnan(value):
        return None
    draws = _draws(len(groups))[: RESAMPLES // 4]
    found = np.array([beyond_chance(np.bincount(row, minlength=len(groups))[group_of].astype(float)) for row in draws])
    return _interval(value, found[~np.isnan(found)])


def tau(left: Sequence[float], right: Sequence[float]) -> float | None:
    """Kendall's tau-b of two rankings of the same things; `None` below two things or where one ranks none above another."""
    a, b = np.asarray(left, float), np.asarray(right, float)
    upper = np.triu_indices(len(a), 1)
    signs_a, signs_b = (np.sign(one[:, None] - one[None, :])[upper] for one in (a, b))
    untied = np.sqrt(float((signs_a != 0).sum()) * float((signs_b != 0).sum()))
    return float((signs_a * signs_b).sum() / untied) if untied else None


def _draws(size: int) -> NDArray[np.int64]:
    return np.random.default_rng(SEED).integers(0, size, (RESAMPLES, size))


def _mean(values: Floats, weights: Floats) -> float:
    total = float(weights.sum())
    if not total:
        message = "no weight to take a mean of"
        raise ValueError(message)
    return float((values * weights).sum()) / total


def _interval(value: float, found: Floats, looks: int = 1) -> Interval:
    if not len(found):
        return Interval(value, value, value)
    low, high = np.percentile(found, (_TAILS[0] / looks, 100 - (100 - _TAILS[1]) / looks))
    return Interval(value, float(low), float(high))
