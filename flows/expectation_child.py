"""Great Expectations, in a process of its own: frames and expectations in, a result for each expectation out.

Importing it costs seconds and brings pandas: no other process of ours does, and this one is started once a batch. What is
expected of which frame, and what follows from it, is decided in `flows.expectations`. Results hold counts and the name of a
rule, and no value of a row.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from playbook.children import answers_of, received, send

os.environ["GX_ANALYTICS_ENABLED"] = "false"
SHOWN = 5
"""Rules that a result names."""


def judged(frames: dict[str, dict[str, list[Any]]], expectations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A result for each expectation of `rule, frame, expect, with, severity`, in their order."""
    import great_expectations as gx
    import pandas as pd
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    source = context.data_sources.add_or_update_pandas("batch")
    found: dict[str, dict[str, Any]] = {}
    for name in dict.fromkeys(one["frame"] for one in expectations):
        frame = pd.DataFrame(frames[name])
        suite = context.suites.add_or_update(
            gx.ExpectationSuite(name=name, expectations=[_expectation(one) for one in expectations if one["frame"] == name])
        )
        batch = source.add_dataframe_asset(name).add_batch_definition_whole_dataframe("all")
        definition = context.validation_definitions.add_or_update(gx.ValidationDefinition(name=name, data=batch, suite=suite))
        # BASIC with no samples but the rules of a frame of rules: rows are of people
        shown = SHOWN if "rule" in frame else 0
        wanted = {"result_format": "BASIC", "partial_unexpected_count": 0}
        if shown:
            wanted = {"result_format": "COMPLETE", "unexpected_index_column_names": ["rule"], "partial_unexpected_count": shown}
        checkpoint = context.checkpoints.add_or_update(
            gx.Checkpoint(name=name, validation_definitions=[definition], result_format=wanted)
        )
        for run in checkpoint.run(batch_parameters={"dataframe": frame}).run_results.values():
            found |= {result.expectation_config.meta["rule"]: _result(result, len(frame)) for result in run.results}
    return [found[one["rule"]] for one in expectations]


def _expectation(wanted: dict[str, Any]) -> Any:  # noqa: ANN401  a class of the library, by its name
    """The expectation of that name. Raises `AttributeError` for a name that the library does not have."""
    import great_expectations.expectations as library

    kind = getattr(library, "".join(part.capitalize() for part in wanted["expect"].split("_")))
    return kind(**wanted["with"], severity=wanted["severity"], meta={"rule": wanted["rule"]})


def _result(result: Any, rows: int) -> dict[str, Any]:  # noqa: ANN401  a result of the library
    """What is kept of a result: severity, success, rows looked at and at fault, the number that was judged."""
    details = result.result or {}
    error = next((one["exception_message"] for one in _exceptions(result.exception_info)), None)
    named = [row["rule"] for row in details.get("unexpected_index_list") or [] if "rule" in row]
    observed = details.get("observed_value")
    if observed is None and details.get("element_count"):
        observed = details.get("unexpected_count", 0) / details["element_count"]
    return {
        "severity": result.expectation_config.severity.value,
        "ok": bool(result.success),
        "n": int(details.get("element_count") or rows),
        "bad": int(details.get("unexpected_count") or 0) if "unexpected_count" in details else int(not result.success),
        "observed": None if observed is None else float(observed),
        "named": named[:SHOWN],
        "error": None if error is None else " ".join(str(error).split())[:200],
    }


def _exceptions(info: dict[str, Any]) -> list[dict[str, Any]]:
    """What was raised while a result was reckoned: one for the expectation, or one for each metric."""
    several = [info] if "raised_exception" in info else list(info.values())
    return [one for one in several if isinstance(one, dict) and one.get("raised_exception")]


def main() -> None:
    """Serve until the parent is gone."""
    answers = answers_of(int(sys.argv[1]))
    while (message := received(sys.stdin.buffer)) is not None:
        asked = json.loads(message)
        try:
            answer: dict[str, Any] = {"results": judged(asked["frames"], asked["expectations"])}
        except Exception as error:  # noqa: BLE001  whatever the library raises is the answer
            answer = {"error": f"{type(error).__name__}: {' '.join(str(error).split())}"[:300]}
        send(answers, json.dumps(answer).encode())


if __name__ == "__main__":
    main()
