"""Agreement beyond chance and intervals say what textbooks say."""

from __future__ import annotations

import pytest
from eval_cases import release

from evals.agreement import AGREED, agreement, mix_likeness
from evals.statistics import corrected, kappa, paired, ratio, statistic, tau, weighted_kappa

COHEN = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
"""The textbook's table: observed 0.7, expected 0.5."""


def test_kappa_is_cohen_s():
    assert kappa(COHEN) == pytest.approx(0.4)
    assert kappa([("a", "a"), ("b", "b")]) == 1
    assert kappa([("a", "a")] * 5) is None


def test_weighted_kappa_forgives_neighbours_and_leaves_out_what_has_no_order():
    order = ("gap", "partial", "covered")
    near = [("gap", "partial"), ("covered", "covered"), ("gap", "gap"), ("partial", "partial")]
    far = [("gap", "covered"), ("covered", "covered"), ("gap", "gap"), ("partial", "partial")]
    found = [weighted_kappa(order)(judged) for judged in (near, far)]
    assert found[0] > found[1]
    assert weighted_kappa(order)([*near, ("unknown", "gap")]) == found[0]


def test_tau_runs_from_same_order_to_reverse():
    assert tau([1, 2, 3, 4], [10, 20, 30, 40]) == 1
    assert tau([1, 2, 3], [3, 2, 1]) == -1
    assert tau([1], [1]) is None


def test_agreement_of_shuffled_judgements_is_about_nothing():
    groups = [[(left, right)] for left in "abcd" for right in "abcd"]
    found = corrected(groups, lambda a, b: float(a == b))
    assert found is not None
    assert found.value == pytest.approx(0, abs=0.1)
    assert corrected([[("a", "a")], [("b", "b")]], lambda a, b: float(a == b)).value == 1


def test_the_interval_of_few_pairs_is_wider_than_that_of_many():
    few, many = (COHEN[:: 50 // size] for size in (10, 50))
    wide, narrow = (statistic([[pair] for pair in judged], kappa) for judged in (few, many))
    assert wide is not None
    assert narrow is not None
    assert wide.high - wide.low > narrow.high - narrow.low
    assert statistic([[pair] for pair in COHEN], kappa) == narrow  # the same numbers give the same interval


def test_means_are_weighted_by_what_was_looked_at():
    assert ratio([1.0, 0.0], [3, 1]).value == 0.75


def test_a_share_of_none_is_not_taken_for_certain():
    few, many = (ratio([0.0, 0.0], [n, n], is_share=True) for n in (5, 500))
    assert few.value == many.value == 0
    assert few.high > 0.3
    assert 0 < many.high < 0.01
    assert ratio([1.0], [20], is_share=True).low < 1


def test_a_paired_gain_is_surer_than_the_means_themselves():
    before = [0.1 * n for n in range(10)]
    after = [value + 0.05 for value in before]
    ones = [1.0] * 10
    gain = paired((before, ones), (after, ones))
    assert gain.low > 0
    assert gain.value == pytest.approx(0.05)
    noisy = paired((before, ones), (list(reversed(after)), ones))
    assert noisy.low < 0 < noisy.high
    assert paired((before, ones), (list(reversed(after)), ones), looks=20).low < noisy.low


def test_the_labels_that_gate_follow_from_the_second_labels():
    found = agreement(release())
    assert {"status", "kind", "fit", "stories", "questions"} <= {one.label for one in found}
    for one in found:
        if one.gates:
            assert one.interval is not None
            assert one.interval.value >= AGREED
        if not one.pairs:
            assert not one.gates


def test_labels_of_which_there_are_no_two_gate_nothing():
    alone = release().__class__(None, tuple(item.model_copy(update={"second": None}) for item in release().items), "0" * 64)
    assert not any(one.gates for one in agreement(alone))


def test_a_mix_is_like_itself_and_unlike_another():
    assert mix_likeness((("coding", 6), ("technical", 6)), (("technical", 3), ("coding", 3))) == 1
    assert mix_likeness((("coding", 12),), (("case", 12),)) == 0
