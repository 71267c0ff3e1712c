"""A stage whose program answers for itself: the prediction is what the stage made, with no draft and no page behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import dspy

from evals.cases import Case
from evals.stages.stage import Made, Setup, Stage
from evals.stages.written import usage
from signatures.backend import backend


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
        tokens_in, tokens_out = usage(prediction)
        return Made(prediction, tokens_in, tokens_out, None if tokens_in + tokens_out else 0.0)

    def run(example: dspy.Example, setup: Setup) -> Made:
        with dspy.context(**backend(setup.model, setup.settings), track_usage=True):
            return made_of(example, (setup.program or program())(**example.inputs()))

    def shown(prediction: dspy.Prediction) -> dict[str, str]:
        return {field: str(value) for field, value in prediction.items()}

    return Stage(name, run, needs, examples, program, made_of, shown, in_pipeline=False)
