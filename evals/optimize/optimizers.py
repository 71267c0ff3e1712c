"""The optimizers by name: DSPy's own, each with what it needs and how large it is made for a number of calls.

Those that pick demos learn on the embedded engine, too; those that write instructions need a model. Caps, files and scores are
for `evals.optimize.optimize`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from shutil import rmtree
from statistics import mean
from typing import Any

import dspy

from playbook.errors import Refusal, StageFailure

Metric = Callable[..., Any]
FOLDS = 4
SIZES = (4, 8, 16, 32, 64)
"""Demos that a program may have, besides all there are."""
_LARGEST = 16


@dataclass(frozen=True)
class Material:
    """What an optimizer is handed."""

    student: dspy.Module
    train: Sequence[dspy.Example]
    dev: Sequence[dspy.Example]
    metric: Metric
    """Of an example and a prediction, 0 to 1."""
    feedback: Metric
    """The same for GEPA, with words."""
    prompt_lm: Any
    task_lm: Any
    calls: int
    """How many may be made in all, over all starts: one that goes on takes the same steps as the first."""
    seed: int
    folder: Path


@dataclass(frozen=True)
class Optimizer:
    """An optimizer."""

    compile: Callable[[Material], tuple[dspy.Module, dict[str, Any]]]
    """The program, and the parameters that made it."""
    needs_model: bool
    fewest_calls: int = 1


def _labeled(material: Material) -> tuple[dspy.Module, dict[str, Any]]:
    """Labelled examples as demos; how many is told by cross-validation over train and dev, of equals the fewest."""
    pool = [*material.train, *material.dev]
    Random(material.seed).shuffle(pool)  # noqa: S311  a sample, no secret
    sizes = [size for size in SIZES if size < len(pool)] + [len(pool)]
    affordable = max(1, material.calls // len(pool))
    tried = {size: _cross_validated(size, pool, material) for size in sizes[-affordable:]}
    best = max(tried, key=lambda size: (round(tried[size], 6), -size))
    program = _with_demos(material.student, pool[:best])
    return program, {"demos": best, "cross-validated": {str(size): round(value, 4) for size, value in tried.items()}}


def _cross_validated(size: int, pool: Sequence[dspy.Example], material: Material) -> float:
    """The mean of the metric over the pool, each example judged by a program that has not seen it."""
    scores = []
    for fold in range(FOLDS):
        held = pool[fold::FOLDS]
        rest = [one for at, one in enumerate(pool) if at % FOLDS != fold]
        program = _with_demos(material.student, rest[:size])
        scores += [material.metric(one, program(**one.inputs())) for one in held]
    return float(mean(scores))


def _with_demos(student: dspy.Module, demos: Sequence[dspy.Example]) -> dspy.Module:
    optimizer = dspy.LabeledFewShot(k=len(demos))
    return optimizer.compile(student.reset_copy(), trainset=list(demos), sample=False)


def _bootstrap(material: Material) -> tuple[dspy.Module, dict[str, Any]]:
    """Demos out of traces of a taught program that did well, filled up with labelled ones."""
    size = min(_LARGEST, max(1, material.calls // 2))
    taught = _with_demos(material.student, _shuffled(material)[: 2 * _LARGEST])
    threshold = _median_score(taught, material)
    optimizer = dspy.BootstrapFewShot(
        metric=material.metric, metric_threshold=threshold, max_bootstrapped_demos=size, max_labeled_demos=2 * _LARGEST
    )
    program = optimizer.compile(material.student.reset_copy(), teacher=taught, trainset=_shuffled(material))
    return program, {"bootstrapped": size, "labeled": 2 * _LARGEST, "threshold": round(threshold, 4)}


def _median_score(program: dspy.Module, material: Material) -> float:
    """What half of a sample of train reaches: a trace that does as well may teach."""
    sample = _shuffled(material)[:_LARGEST]
    scores = sorted(material.metric(one, program(**one.inputs())) for one in sample)
    return float(scores[len(scores) // 2])


def _random_search(material: Material) -> tuple[dspy.Module, dict[str, Any]]:
    """Programs of random demos, the one that does best on dev."""
    candidates = min(_LARGEST, max(1, material.calls // (len(material.dev) + _LARGEST) - 3))
    taught = _with_demos(material.student, _shuffled(material))
    optimizer = dspy.BootstrapFewShotWithRandomSearch(
        metric=material.metric,
        max_bootstrapped_demos=_LARGEST // 2,
        max_labeled_demos=2 * _LARGEST,
        num_candidate_programs=candidates,
        num_threads=1,
        max_errors=0,
        metric_threshold=_median_score(taught, material),
    )
    program = optimizer.compile(
        material.student.reset_copy(), teacher=taught, trainset=_shuffled(material), valset=list(material.dev)
    )
    return program, {"candidates": candidates, "bootstrapped": _LARGEST // 2, "labeled": 2 * _LARGEST}


def _mipro(material: Material) -> tuple[dspy.Module, dict[str, Any]]:
    """Instructions that a model proposes, tried by Bayesian search."""
    try:
        import optuna
    except ImportError as error:
        raise Refusal(
            "optimizer.not-installed",
            found="no optuna",
            wanted="the extra `optimize`",
            remedy="uv sync --extra optimize",
        ) from error
    optuna.logging.set_verbosity(logging.WARNING)
    train, dev = _shuffled(material)[:_LARGEST], list(material.dev)[:_LARGEST]
    trials = max(1, material.calls // (len(dev) + 1) - 3)
    candidates = max(2, min(6, trials // 2))
    optimizer = dspy.MIPROv2(
        metric=material.metric,
        prompt_model=material.prompt_lm,
        task_model=material.task_lm,
        auto=None,
        num_candidates=candidates,
        max_bootstrapped_demos=0,
        max_labeled_demos=0,
        num_threads=1,
        max_errors=0,
        seed=material.seed,
        verbose=False,
    )
    program = optimizer.compile(
        material.student.reset_copy(),
        trainset=train,
        valset=dev,
        num_trials=min(trials, 12),
        minibatch=False,
        program_aware_proposer=False,
        data_aware_proposer=False,
        tip_aware_proposer=True,
        fewshot_aware_proposer=False,
    )
    return program, {"candidates": candidates, "trials": min(trials, 12), "examples": len(dev)}


def _gepa(material: Material) -> tuple[dspy.Module, dict[str, Any]]:
    """Instructions rewritten by what the scorers say is wrong; what it has tried stands in its folder."""
    dev = list(material.dev)[:_LARGEST]
    cap = max(len(dev) + 1, material.calls - len(dev) - 8)  # it goes past its own cap by a round
    # It would go on from its own state with its random numbers from the start, and take other steps than without a break.
    folder = material.folder / "gepa"
    rmtree(folder, ignore_errors=True)
    optimizer = dspy.GEPA(
        metric=material.feedback,
        max_metric_calls=cap,
        reflection_lm=material.prompt_lm,
        reflection_minibatch_size=3,
        num_threads=1,
        seed=material.seed,
        log_dir=str(folder),
        track_stats=True,
        failure_score=0.0,
    )
    program = optimizer.compile(material.student.reset_copy(), trainset=_shuffled(material)[: 2 * _LARGEST], valset=dev)
    candidates = len(program.detailed_results.candidates)
    if candidates < 2:  # noqa: PLR2004  the program itself is the first
        # A reflection that cannot be read is passed over in silence, and the old program comes back.
        raise StageFailure(
            "optimizer.no-gain",
            found=f"no instruction that does better, after {cap} calls",
            wanted="one that does, from reflections that keep the asked form",
            remedy="read optimizer.log in the folder of the optimisation, try another --prompt-model, or raise --budget",
        )
    return program, {"candidates": candidates, "metric-calls": cap, "examples": len(dev)}


def _shuffled(material: Material) -> list[dspy.Example]:
    found = list(material.train)
    Random(material.seed).shuffle(found)  # noqa: S311  a sample, no secret
    return found


OPTIMIZERS: dict[str, Optimizer] = {
    "labeled": Optimizer(_labeled, needs_model=False),
    "bootstrap": Optimizer(_bootstrap, needs_model=False),
    "random-search": Optimizer(_random_search, needs_model=False),
    "mipro": Optimizer(_mipro, needs_model=True, fewest_calls=60),
    "gepa": Optimizer(_gepa, needs_model=True, fewest_calls=40),
}
"""Name, as on the command line, to the optimizer."""
