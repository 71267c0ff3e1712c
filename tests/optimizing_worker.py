"""An optimisation in a process of its own, from a few examples, so that a test can kill it."""

from __future__ import annotations

import json
import sys
from typing import Any

import dspy

from evals.examples import examples_of
from evals.labelled.release import current
from evals.optimize import optimize as optimizing
from evals.optimize.request import Request
from playbook.settings import Settings


def examples(stage: str, split: str, *, settings: Settings) -> list[dspy.Example]:
    """Those of three labelled pairs of a split."""
    return [one for item in current().of(split)[:3] for one in examples_of(item, stage, settings)]


if __name__ == "__main__":
    asked: dict[str, Any] = json.loads(sys.argv[1])
    optimizing.examples = examples
    settings = Settings(home=asked["home"], model_api_base=asked["served_at"], _env_file=None)
    made = optimizing.optimize(Request(**asked["request"]), settings)
    print(json.dumps({"program": made.program, "calls": made.calls, "calls_before": made.calls_before, **made.params}))
