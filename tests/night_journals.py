"""Nights as journals, for tests of what a batch as a whole is held to: many rows without building one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playbook.checks.catalogue import RULES
from playbook.settings import Settings
from playbook.store.journal import Journal

FIRST = datetime(2026, 11, 2, tzinfo=UTC)
COST = 0.1
"""USD of a playbook."""


def night(  # noqa: PLR0913  what nights differ by
    settings: Settings,
    day: int,
    *,
    made: int = 24,
    failed: int = 0,
    held: int = 0,
    refused: int = 0,
    lost: int = 0,
    fit: int = 70,
    broken: tuple[str, ...] = (),
    gate: str = "alarm",
    out: Path | None = None,
    renderings: tuple[str, ...] = (),
    unrecorded: tuple[str, ...] = (),
    cached_from: str | None = None,
    seconds: float = 4.0,
    run_fit: int | None = None,
    **run: Any,
) -> str:
    """The journals of a batch of that day; its id. Fit scores lie around `fit`, or are all `run_fit`.

    Every playbook breaks the rules `broken` and has no result of those `unrecorded`; with `cached_from`, its stages are those
    of that night. `run` are columns of the row of each run.
    """
    batch_id = f"night-{day}"
    start = FIRST + timedelta(days=day)
    statuses = ["made"] * made + ["failed"] * failed + ["held"] * held + ["refused"] * refused
    batch = {
        "batch_id": batch_id,
        "requested_at": start.isoformat(),
        "manifest": f"/nights/{day}.csv",
        "manifest_sha": f"m{day}",
        "out": str(out or "out"),
        "model": "embedded",
        "made_for": start.date().isoformat(),
        "version": "0",
        "planned": len(statuses) + lost,
        "gate": gate,
    }
    with Journal(settings.journals, batch_id) as journal:
        journal.write("batch", **batch)
        for number, status in enumerate(statuses):
            row_id, run_id = f"r{number}", f"{batch_id}-{number}"
            outcome = {"made": "passed" if gate == "hold" else "delivered"}.get(status, status)
            journal.write(
                "batch_row", batch_id=batch_id, row_id=row_id, run_id=run_id, status=outcome, executed=21, cached=0,
                seconds=seconds, cost_usd=run.get("cost_usd", COST), error=None if status == "made" else "why", error_code=None,
            )  # fmt: skip
            figures = {
                "fit": fit + (number % 5) * 5 - 10 if run_fit is None else run_fit,
                "pages": 40,
                "stories": 8,
                "story_blanks": 24,
                "degraded_lines": 0,
            }
            is_there = status in ("made", "held")
            journal.write(
                "run", run_id=run_id, batch_id=batch_id, row_id=row_id, candidate_key="c" * 64, company="Acme",
                model="embedded", version="0", status={"made": "ok"}.get(status, status), started_at=start.isoformat(),
                finished_at=start.isoformat(), cpu_seconds=3.0, tokens_in=0, tokens_out=0,
                **({"cost_usd": COST} | (figures if is_there else {}) | run),
            )  # fmt: skip
            if is_there:
                at_fault = {*broken, *(["names-grounded"] if status == "held" else [])}
                made_by = f"{cached_from}-{number}" if cached_from else run_id
                rendering = renderings[number] if renderings else f"rendering-{run_id}"
                _stages(journal, run_id, made_by, rendering)
                if not cached_from:
                    _results(journal, run_id, at_fault, unrecorded)
        journal.write("batch", **batch, finished_at=(start + timedelta(hours=1)).isoformat())
    return batch_id


def _stages(journal: Journal, run_id: str, made_by: str, rendering: str) -> None:
    """Every stage that has a rule; found, where another run made it."""
    for stage in sorted({rule.stage for rule in RULES.values()}):
        journal.write(
            "stage_run", run_id=run_id, stage=stage, content_key=f"{stage}-{made_by}", input_shas=[], cpu_ms=1.0,
            status="ok" if made_by == run_id else "cached", output_sha=rendering if stage == "render" else "s", tokens_in=0,
            tokens_out=0, degraded=[], worker="w",
        )  # fmt: skip


def _results(journal: Journal, run_id: str, at_fault: set[str], unrecorded: tuple[str, ...]) -> None:
    """A result of every rule."""
    for rule in RULES.values():
        if rule.id not in unrecorded:
            is_bad = rule.id in at_fault
            journal.write(
                "check_result", run_id=run_id, stage=rule.stage, rule=rule.id, engine=rule.engine, severity=rule.severity,
                ok=not is_bad, n=4, bad=int(is_bad), samples=[],
            )  # fmt: skip


def earlier_nights(
    settings: Settings,
    nights: int,
    *,
    first: int = 1,
    model: str = "embedded",
    folder: str = "/nights",
    decision: str = "met",
    **batch: Any,
) -> None:
    """Good nights before, with nothing in the ledger but their figures."""
    good = {"failed": 0.0, "held": 0.0, "refused": 0.0, "degraded": 0.0, "fit": 70.0, "pages": 40.0, "blanks_a_story": 3.0,
            "usd": COST, "seconds": 4.0} | {f"rule:{rule}": 0.0 for rule in RULES}  # fmt: skip
    for day in range(first, first + nights):
        batch_id, start = f"{folder}-{model}-{day}", FIRST + timedelta(days=day)
        columns = {"manifest": f"{folder}/{day}.csv", "manifest_sha": f"m{day}", "made_for": start.date().isoformat()} | batch
        with Journal(settings.journals, f"earlier-{model.replace('/', '-')}-{day}") as journal:
            journal.write(
                "batch", batch_id=batch_id, requested_at=start.isoformat(), finished_at=start.isoformat(), out="out", model=model,
                version="0", planned=24, gate="alarm", **columns,
            )  # fmt: skip
            journal.write("decision", batch_id=batch_id, decision=decision)
            for figure, value in good.items():
                journal.write("batch_figure", batch_id=batch_id, figure=figure, value=value, n=24)
