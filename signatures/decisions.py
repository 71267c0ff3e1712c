"""What the embedded engine decides by a program's demos: signature names to the functions behind them.

A decision is computed, never worded: the writers stand in `signatures.writers`, the functions in `playbook`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from playbook.artifacts.matching import Status, Traits
from playbook.matching.learned import Experience, judge

Decide = Callable[[Mapping[str, Any], Sequence[Mapping[str, Any]]], dict[str, Any]]
_LINES, _STATUSES = TypeAdapter(tuple[Traits, ...]), TypeAdapter(tuple[Status, ...])


def _match(inputs: Mapping[str, Any], demos: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    lines = _LINES.validate_python(inputs["lines"])
    return {"statuses": list(judge(lines, _experience(json.dumps(demos))))}


@lru_cache(maxsize=4)
def _experience(demos: str) -> Experience:
    """What demos remember: once for a program, however many postings it judges."""
    found = json.loads(demos)
    lines = tuple(line for demo in found for line in _LINES.validate_python(demo["lines"]))
    return Experience(lines, tuple(status for demo in found for status in _STATUSES.validate_python(demo["statuses"])))


DECISIONS: dict[str, Decide] = {"Match": _match}


def decision_of(signature: Any) -> str:  # noqa: ANN401  dspy ships no types
    """The decision that a signature stands for, by the title of its output as in `writers.task_of`; empty for none."""
    return next((field.title for field in signature.output_fields.values() if field.title in DECISIONS), "")
