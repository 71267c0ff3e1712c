"""Two runs are compared pair by pair, and the gate lets nothing through that only looks better."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from eval_cases import release

from evals.compare import compare, gate
from evals.labelled.release import Release
from evals.reports import records
from evals.reports.comparison import print_comparison
from evals.reports.page import write_comparison
from evals.reports.terminal import console
from evals.runs import Run
from playbook.errors import Refusal

OPEN = tuple(one for one in release().items if one.split != "test")[:24]
TEST = tuple(one for one in release().items if one.split == "test")[:8]
LABELS = Release(1, release().items, "a" * 64)


def run_of(
    values: dict[str, float], *, stage: str = "match", scorer: str = "status_accuracy", name: str = "a", **more: Any
) -> Run:
    """A run with one score a pair, and no more."""
    row = {"run_id": name * 12, "stage": stage, "split": "all", "model": "embedded", "program": None, "judge": None}
    scores = [score(item, value, stage=stage, scorer=scorer) for item, value in values.items()]
    predictions = [
        {"example": item, "item": item, "stage": stage, "status": "ok", "output": {"r1": f"value {value}"}}
        for item, value in values.items()
    ]
    return Run(row, LABELS, tuple(predictions), (*scores, *more.get("scores", [])))


def score(item: str, value: float, *, stage: str = "match", scorer: str = "status_accuracy", **more: Any) -> dict[str, Any]:
    """A row of a score."""
    row = {"example": item, "item": item, "stage": stage, "scorer": scorer, "version": 1, "value": value, "n": 20.0}
    return row | {"parts": None, "reasons": [f"reason at {value}"]} | more


def base(value: float = 0.5) -> dict[str, float]:
    """The pairs, each with a value around one."""
    return {item.id: value + 0.01 * (index % 5) for index, item in enumerate((*OPEN, *TEST))}


def better() -> dict[str, float]:
    """The pairs, each a bit better."""
    return {item: value + 0.1 + 0.01 * (index % 3) for index, (item, value) in enumerate(base().items())}


def test_a_gain_on_every_pair_excludes_zero_and_passes():
    found = compare(run_of(base()), run_of(better(), name="b"))
    (difference,) = found.differences
    assert difference.verdict == "better"
    assert difference.gain.value == pytest.approx(0.11, abs=0.005)
    assert gate(found, "match", "status_accuracy").passed


def test_lower_is_better_where_the_scorer_says_so():
    found = compare(run_of(base(), scorer="false_gaps"), run_of(better(), scorer="false_gaps", name="b"))
    assert found.differences[0].verdict == "worse"
    assert found.differences[0].gain.value < 0
    assert len(found.worse) == len(OPEN)


def test_noise_is_no_gain():
    noisy = {item: value + (0.2 if index % 2 else -0.19) for index, (item, value) in enumerate(base().items())}
    found = compare(run_of(base()), run_of(noisy, name="b"))
    assert found.differences[0].verdict == "unclear"
    refused = gate(found, "match", "status_accuracy")
    assert not refused.passed
    assert "does not exclude zero" in refused.reasons[0]


def test_the_same_run_twice_is_the_same():
    found = compare(run_of(base()), run_of(base(), name="b"))
    assert found.differences[0].verdict == "same"
    assert found.changed == ()


def test_a_slice_that_gets_worse_stops_a_gain():
    levels = {item.id: item.labels.level for item in (*OPEN, *TEST)}
    worse = {item: (base()[item] - 0.3 if levels[item] == "senior" else value + 0.2) for item, value in better().items()}
    found = compare(run_of(base()), run_of(worse, name="b"))
    refused = gate(found, "match", "status_accuracy")
    assert not refused.passed
    assert any("level: senior" in reason for reason in refused.reasons)


def test_a_rule_of_grounding_that_is_broken_once_more_stops_a_gain():
    def with_rule(broken: float) -> list[dict[str, Any]]:
        parts = {"number": broken} if broken else None
        return [score(OPEN[0].id, broken / 20, stage="pitch", scorer="invented", parts=parts)]

    found = compare(run_of(base(), scores=with_rule(0)), run_of(better(), name="b", scores=with_rule(1)))
    refused = gate(found, "match", "status_accuracy")
    assert [reason for reason in refused.reasons if "invented: number" in reason]
    assert gate(
        compare(run_of(base(), scores=with_rule(1)), run_of(better(), name="b", scores=with_rule(0))),
        "match",
        "status_accuracy",
    ).passed


def test_a_scorer_that_labellers_do_not_agree_on_gates_nothing():
    lone = Release(1, tuple(item.model_copy(update={"second": None}) for item in release().items), "a" * 64)
    a, b = (replace(run, release=lone) for run in (run_of(base()), run_of(better(), name="b")))
    refused = gate(compare(a, b), "match", "status_accuracy")
    assert any("labellers do not agree" in reason for reason in refused.reasons)


def test_a_failure_more_stops_a_gain_and_is_in_no_mean():
    some = better()
    lost = OPEN[0].id
    del some[lost]
    b = run_of(some, name="b")
    failed = {"example": lost, "item": lost, "stage": "match", "status": "failed", "output": None}
    b = replace(b, predictions=(*b.predictions, failed))
    found = compare(run_of(base()), b)
    assert found.differences[0].pairs == len(base()) - 1
    assert found.failed == (0, 1)
    assert any("examples fail" in reason for reason in gate(found, "match", "status_accuracy").reasons)


def test_scores_of_another_version_are_not_compared():
    newer = run_of(better(), name="b")
    newer = replace(newer, scores=tuple({**row, "version": 2} for row in newer.scores))
    with pytest.raises(Refusal, match=r"comparison\.nothing-in-common"):
        compare(run_of(base()), newer)


def test_pairs_whose_labels_have_changed_are_not_compared():
    first, *others = LABELS.items
    edited = first.model_copy(
        update={"labels": first.labels.model_copy(update={"fit": "strong" if first.labels.fit != "strong" else "good"})}
    )
    values = {item.id: 0.5 for item in LABELS.items}
    b = replace(run_of(values, name="b"), release=Release(2, (edited, *others), "b" * 64))
    assert first.id not in compare(run_of(values), b).items


def test_examples_of_the_test_split_are_never_shown(tmp_path: Path, capsys: Any):
    found = compare(run_of(base()), run_of(better(), name="b"))
    print_comparison(found, console())
    write_comparison(found, tmp_path / "page.html")
    shown = capsys.readouterr().out + (tmp_path / "page.html").read_text() + str(records.comparison(found))
    assert not [item.id for item in TEST if item.id in shown]
    assert OPEN[0].id in shown
    assert "reason at" in shown
    assert "http" not in (tmp_path / "page.html").read_text()
