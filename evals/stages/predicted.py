"""A stage whose program answers for itself: the prediction is what the stage made, with no draft and no page behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import dspy

from evals.cases import Case
from evals.stages.stage import Made, Setup, Stage
from evals.stages.written import spent
from signatures.backend import backend
from signatures.metering import Account


def predicted(
    name: str,
    program: Callable[[], dspy.Module],
    needs: Mapping[str, str],
    examples: Callable[[Case, Mapping[str, Any]], Iterator[dspy.Example]],
) -> Stage:
    """The entry of such a stage. It is run by its name alone: what it decides reaches the pipeline by the stage around it.

    `examples` makes the examples of a pair, labels beside the inputs; the scorers of the stage are handed the prediction.
    """

    def made_of(_: dspy.Example, prediction: dspy.Prediction) -> Made:
        return Made(prediction)

    def run(example: dspy.Example, setup: Setup) -> Made:
        account = Account(budget=setup.budget, stage=name)
        with dspy.context(**backend(setup.model, setup.settings, account=account), disable_history=True):
            prediction = (setup.program or program())(**example.inputs())
        return Made(prediction, **spent(account))

    def shown(prediction: dspy.Prediction) -> dict[str, str]:
        return {field: str(value) for field, value in prediction.items()}

    return Stage(name, run, needs, examples, program, made_of, shown, in_pipeline=False)
