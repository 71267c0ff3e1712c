"""What a batch was held to, as a page that loads nothing, and as rows of the batch's report. Every number is the ledger's.

The page that Great Expectations makes itself takes its styles from public servers, tells one of them that it was opened, and
shows values of rows; this one has counts and rules alone.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any

from flows.batch_figures import OF_RULE, nights_before
from flows.expectations import Expectation, Expectations
from playbook.checks.catalogue import EXPECTATIONS, RULES
from playbook.commands.ledger import gate_state

if TYPE_CHECKING:
    import duckdb

PAGE = "batch-expectations.html"
_RESULTS = """
select rule, severity, ok, n, bad, observed, samples from ledger.check_result
where batch_id = $batch and engine = 'gx' and attempt = (
    select attempt from ledger.decision where batch_id = $batch and decided_by is null order by recorded_at desc limit 1)
order by recorded_at
"""
"""Of the newest judging."""
_FIGURES = """
select figure, value, n from ledger.batch_figure where batch_id = $batch
qualify row_number() over (partition by figure order by recorded_at desc) = 1
"""
_DECISIONS = """
select decision, decided_by, why, recorded_at as decided_at, null as gate from ledger.decision
where batch_id = $batch order by recorded_at
"""
_PERCENT = ("failed", "held", "refused", "degraded")


def expectation_rows(connection: duckdb.DuckDBPyConnection, batch_id: str) -> list[tuple[str, ...]]:
    """Rows of rule, sentence, severity, result, share or number that was judged, rows, and what is at fault."""
    found = connection.execute(_RESULTS, {"batch": batch_id}).fetchall()
    return [
        (
            rule,
            EXPECTATIONS[rule].sentence if rule in EXPECTATIONS else "",
            "critical" if severity == "block" else "warning",
            _result(ok=ok, n=n, severity=severity),
            "" if observed is None else f"{observed:.4g}",
            str(n),
            "; ".join(samples),
        )
        for rule, severity, ok, n, bad, observed, samples in found
    ]


def decisions(connection: duckdb.DuckDBPyConnection, batch_id: str) -> list[str]:
    """What was decided of a batch, oldest first, in one line each."""
    result = connection.execute(_DECISIONS, {"batch": batch_id})
    names = [column[0] for column in result.description or []]
    states = [gate_state(dict(zip(names, row, strict=True))) for row in result.fetchall()]
    return [state for state in states if state is not None]


def page_words(connection: duckdb.DuckDBPyConnection, batch_id: str, wanted: Expectations) -> dict[str, Any]:
    """What the template of the page shows."""
    held_to = {one.rule: one for one in wanted.expectations}
    rows = expectation_rows(connection, batch_id)
    return {
        "title": f"Expectations of batch {batch_id}",
        "decisions": decisions(connection, batch_id),
        "fewest_rows": wanted.fewest_rows,
        "fewest_nights": wanted.fewest_nights,
        "rows": rows,
        "counts": [(kind, str([row[3] for row in rows].count(kind))) for kind in ("met", "not met", "alarm", "not judged")],
        "reasons": [(row[0], _threshold(held_to[row[0]]), held_to[row[0]].why) for row in rows if row[0] in held_to],
        "figures": _figures(connection, batch_id, wanted),
    }


def _result(*, ok: bool, n: int, severity: str) -> str:
    if not n:
        return "not judged"
    return "met" if ok else "not met" if severity == "block" else "alarm"


def _threshold(one: Expectation) -> str:
    """An expectation of the library in words."""
    rest = ", ".join(f"{name} {value}" for name, value in one.arguments.items())
    return f"{one.frame}: {one.expect.removeprefix('expect_').replace('_', ' ')} ({rest})"


def _figures(connection: duckdb.DuckDBPyConnection, batch_id: str, wanted: Expectations) -> list[tuple[str, ...]]:
    """Rows of figure, this night, what it was reckoned from, the median of the nights before, and how many they are."""
    before = nights_before(connection, batch_id, wanted.fewest_rows, wanted.most_nights)
    rows: list[tuple[str, ...]] = []
    for name, value, n in connection.execute(_FIGURES, {"batch": batch_id}).fetchall():
        rule = name.removeprefix(OF_RULE) if name.startswith(OF_RULE) else None
        if value is None or (rule and not value and not any(before.get(name, ()))):
            continue  # a rule that nobody broke, then as now
        shown = "{:.1%}" if rule or name in _PERCENT else "{:.4g}"
        nights = before.get(name, [])
        usual = shown.format(median(nights)) if nights else ""
        said = f"broken: {RULES[rule].sentence}" if rule in RULES else name.replace("_", " ")
        rows.append((said, shown.format(value), str(n), usual, str(len(nights))))
    return rows
