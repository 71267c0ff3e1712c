"""What the embedded engine decides by a program's demos: signature names to the functions behind them.

A decision is computed, never worded: the writers stand in `signatures.writers`, the functions in `playbook`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from playbook.artifacts.archetypes import Signs
from playbook.artifacts.matching import Status, Traits
from playbook.matching.learned import Experience as JudgedLines
from playbook.matching.learned import judge
from playbook.writing.archetype_learned import Experience as ChosenKinds
from playbook.writing.archetype_learned import choose

Decide = Callable[[Mapping[str, Any], str], dict[str, Any]]
"""From the inputs and the demos, as JSON, to the outputs."""
_LINES, _STATUSES = TypeAdapter(tuple[Traits, ...]), TypeAdapter(tuple[Status, ...])
_BULLETS, _KINDS = TypeAdapter(tuple[Signs, ...]), TypeAdapter(tuple[str, ...])


def _match(inputs: Mapping[str, Any], demos: str) -> dict[str, Any]:
    lines = _LINES.validate_python(inputs["lines"])
    return {"statuses": list(judge(lines, _judged_lines(demos)))}


@lru_cache(maxsize=4)
def _judged_lines(demos: str) -> JudgedLines:
    """What demos remember: once for a program, however many postings it judges."""
    found = json.loads(demos)
    lines = tuple(line for demo in found for line in _LINES.validate_python(demo["lines"]))
    return JudgedLines(lines, tuple(status for demo in found for status in _STATUSES.validate_python(demo["statuses"])))


def _choose_archetypes(inputs: Mapping[str, Any], demos: str) -> dict[str, Any]:
    bullets = _BULLETS.validate_python(inputs["bullets"])
    return {"archetypes": list(choose(bullets, _chosen_kinds(demos)))}


@lru_cache(maxsize=4)
def _chosen_kinds(demos: str) -> ChosenKinds:
    """As above, of bullets and their kinds."""
    found = json.loads(demos)
    bullets = tuple(bullet for demo in found for bullet in _BULLETS.validate_python(demo["bullets"]))
    return ChosenKinds(bullets, tuple(kind for demo in found for kind in _KINDS.validate_python(demo["archetypes"])))


DECISIONS: dict[str, Decide] = {"Match": _match, "ChooseArchetypes": _choose_archetypes}


def decision_of(signature: Any) -> str:  # noqa: ANN401  dspy ships no types
    """The decision that a signature stands for, by the title of its output as in `writers.task_of`; empty for none."""
    return next((field.title for field in signature.output_fields.values() if field.title in DECISIONS), "")
