"""Scorers as a DSPy metric: one number of 0 to 1 for a prediction, and in words what is wrong with it.

The same scorers as in an eval run, on the same example; a run's rows stand in the store, a metric's only in the optimizer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import dspy

from evals.scorers import SCORERS, Score, Scorer, scorers_of
from evals.stages import STAGES
from playbook.errors import Refusal

Metric = Callable[..., float]
_MOST = 12
"""Things that a feedback says: more would not be read."""


@dataclass(frozen=True)
class Judged:
    """A prediction as the scorers see it."""

    score: float
    scores: dict[str, Score]
    feedback: str


def judge(stage: str, example: dspy.Example, prediction: dspy.Prediction, scorers: Iterable[Scorer]) -> Judged:
    """What scorers say of a prediction. A line without words counts as a share of the whole that is missing."""
    make = STAGES[stage].made_of
    if make is None:
        raise Refusal("stage.no-program", found=f"the stage {stage}", wanted="one with a program", remedy="name another stage")
    made = make(example, prediction)
    scores = {one.name: score for one in scorers if (score := one.look(example, made.value)) is not None}
    good = [goodness(SCORERS[name], score) for name, score in scores.items()]
    missing = (
        len(made.degraded) / (len(made.degraded) + len(getattr(prediction, "lines", None) or ())) if made.degraded else 0.0
    )
    said = [f"no usable words for {one}" for one in made.degraded]
    said += [reason for score in scores.values() for reason in score.reasons]
    feedback = "\n".join(said[:_MOST]) or "Nothing is wrong with it."
    return Judged((sum(good) / len(good) if good else 0.0) * (1 - missing), scores, feedback)


def goodness(scorer: Scorer, score: Score) -> float:
    """A score as a number of 0 to 1 where 1 is best; other units than shares fade with their size."""
    value = score.value
    if scorer.unit != "share":
        return (value + 1) / 2 if scorer.unit == "rank" else 1 / (1 + value)
    return value if scorer.better == "higher" else 1 - value


def metric(stage: str, scorers: Iterable[str] | None = None) -> Metric:
    """A metric for `dspy.Evaluate` and for optimizers: the mean goodness of `scorers`, of all of the stage by default."""
    chosen = _chosen(stage, scorers)

    def of(example: dspy.Example, prediction: dspy.Prediction, trace: object = None) -> float:  # noqa: ARG001  DSPy's form
        return judge(stage, example, prediction, chosen).score

    return of


def metric_with_feedback(stage: str, scorers: Iterable[str] | None = None) -> Callable[..., dspy.Prediction]:
    """The same for GEPA, which learns from what the scorers say is wrong: grounding issues first of all."""
    chosen = _chosen(stage, scorers)

    def of(
        example: dspy.Example,
        prediction: dspy.Prediction,
        trace: object = None,  # noqa: ARG001  DSPy's form
        pred_name: str | None = None,  # noqa: ARG001  as above
        pred_trace: object = None,  # noqa: ARG001  as above
    ) -> dspy.Prediction:
        judged = judge(stage, example, prediction, chosen)
        return dspy.Prediction(score=judged.score, feedback=judged.feedback)

    return of


def _chosen(stage: str, scorers: Iterable[str] | None) -> tuple[Scorer, ...]:
    found = scorers_of(stage) if scorers is None else tuple(SCORERS[name] for name in scorers)
    return tuple(sorted(found, key=lambda one: not one.is_rule))
