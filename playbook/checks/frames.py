"""Running pandera schemas over frames, and turning what they find into results of the catalogue.

pandera is imported here, and only when a check runs: without pandas around it costs 0.6 CPU seconds, once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from playbook.artifacts.inspection import CheckResult
from playbook.checks.catalogue import RULES
from playbook.masking import masked

Row = Mapping[str, Any]
Test = Callable[[Row], bool]


def judge(rows: Sequence[Row], rules: Mapping[str, Test], *, show: str) -> tuple[CheckResult, ...]:
    """The result of each rule over `rows`; a rule holds where its test is true for every row.

    `show` names the column that a finding is shown by. No rows: every rule passes with `n` 0.
    """
    if not rows:
        return tuple(_result(rule, 0, []) for rule in rules)
    import pandera.polars as pa
    import polars as pl
    from pandera.errors import SchemaErrors

    # One column for all rules, one row for each rule and row: pandera's cost is by column.
    holds = [bool(test(row)) for test in rules.values() for row in rows]
    schema = pa.DataFrameSchema({"holds": pa.Column(pl.Boolean, pa.Check.eq(True), nullable=False)}, strict=True)  # noqa: FBT003
    found: dict[str, list[str]] = {rule: [] for rule in rules}
    try:
        schema.validate(pl.DataFrame({"holds": holds}), lazy=True)
    except SchemaErrors as errors:
        names = tuple(rules)
        for case in errors.failure_cases.to_dicts():
            rule, row = divmod(case["index"], len(rows))
            found[names[rule]].append(str(rows[row][show]))
    return tuple(_result(rule, len(rows), findings) for rule, findings in found.items())


def _result(rule: str, n: int, findings: Sequence[str]) -> CheckResult:
    samples = tuple(masked(finding)[:160] for finding in findings[:5])
    return CheckResult(rule=rule, ok=not findings, n=n, bad=len(findings), severity=RULES[rule].severity, samples=samples)
