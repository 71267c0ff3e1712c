"""Running pandera schemas over frames, and turning what they find into results of the catalogue.

pandera is imported here, and only when a check runs: without pandas around it costs 0.6 CPU seconds, once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from playbook.artifacts.inspection import CheckResult
from playbook.checks.catalogue import RULES
from playbook.masking import masked

if TYPE_CHECKING:
    from pandera.polars import PolarsData

# Read when polars is loaded. A frame here is a column of a few hundred rows: to wake threads for it costs more than it does.
os.environ.setdefault("POLARS_MAX_THREADS", "1")

Row = Mapping[str, Any]
Test = Callable[[Row], bool]


@dataclass(frozen=True)
class Frame:
    """Rows of one kind and the rules that hold for them; a rule holds where its test is true for every row."""

    rows: Sequence[Row]
    rules: Mapping[str, Test]
    show: str
    """The column that a finding is shown by."""


def judge(*frames: Frame) -> tuple[CheckResult, ...]:
    """The result of each rule, in the order of frames and rules. Without rows a rule passes with `n` 0."""
    judged = [(rule, test, frame) for frame in frames for rule, test in frame.rules.items()]
    # All rules of a stage in one column, one after the other: pandera's cost is by column and by call.
    holds = [bool(test(row)) for _, test, frame in judged for row in frame.rows]
    broken = _broken(holds) if holds else []
    ends = accumulate(len(frame.rows) for _, _, frame in judged)
    results = []
    for (rule, _, frame), end in zip(judged, ends, strict=True):
        start = end - len(frame.rows)
        found = [str(frame.rows[at - start][frame.show]) for at in broken if start <= at < end]
        results.append(_result(rule, len(frame.rows), found))
    return tuple(results)


def _broken(holds: Sequence[bool]) -> list[int]:
    """Where the column is not true."""
    import polars as pl
    from pandera.config import ValidationDepth, config_context
    from pandera.errors import SchemaErrors

    try:
        # Of a lazy frame pandera looks at the data only when told to; of an eager one it makes a lazy one three times.
        with config_context(validation_depth=ValidationDepth.SCHEMA_AND_DATA):
            _schema().validate(pl.LazyFrame({"holds": holds}), lazy=True)
    except SchemaErrors:
        return [at for at, one in enumerate(holds) if not one]
    return []


@lru_cache(maxsize=1)
def _schema() -> Any:  # noqa: ANN401  the type of a module that is imported late
    import pandera.polars as pa
    import polars as pl

    # A column by itself: a schema around it is copied at every call, and the frame is of our own making.
    # `nullable`: there is no null among what `bool` returns, and to look for one costs as much as the check.
    return pa.Column(pl.Boolean, pa.Check(_all), nullable=True, name="holds")


def _all(data: PolarsData) -> bool:
    """Whether the column is true throughout: of a check that answers for the whole, pandera does not ask where it fails."""
    return bool(data.lazyframe.collect()[data.key].all())


def _result(rule: str, n: int, findings: Sequence[str]) -> CheckResult:
    samples = tuple(masked(finding)[:160] for finding in findings[:5])
    return CheckResult(rule=rule, ok=not findings, n=n, bad=len(findings), severity=RULES[rule].severity, samples=samples)
