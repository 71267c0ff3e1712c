"""What a batch would do: what is there under its content key, what would run, and what that took and cost before."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from flows.batch_budget import shares_of
from flows.build_batch import Batch
from flows.build_playbook import caps_of, content_key, pipeline
from flows.gate import check_gate
from flows.intake import received
from flows.manifest import Row
from playbook.artifacts.rendering import Format
from playbook.errors import PlaybookError
from playbook.settings import Settings
from playbook.store.journal import Silent
from playbook.store.ledger import ledger
from tasks.run import Again, NotMade, Run, Workplace

if TYPE_CHECKING:
    import duckdb

_RUNS = """
select model, count(*), median(seconds), quantile_cont(seconds, 0.9) from (
    select r.model, epoch(r.finished_at - r.started_at) as seconds
    from ledger.run r join ledger.stage_run s using (run_id, attempt)
    where r.status in ('ok', 'held')
    group by r.run_id, r.attempt, r.model, r.finished_at, r.started_at
    having count(*) = count(*) filter (s.status = 'ok')
) group by model
"""
"""Runs in which every stage ran, by model."""
_STAGES = """
select model, stage, avg(ms), avg(usd) from (
    select r.model, s.stage, sum(s.cpu_ms) as ms, case when count(s.cost_usd) = count(*) then sum(s.cost_usd)::double end as usd
    from ledger.stage_run s join ledger.run r using (run_id, attempt)
    where s.status = 'ok' group by r.model, s.stage, s.run_id, s.attempt
) group by model, stage
"""
"""What a stage took and cost in a run, on average: one whose price is not known says nothing about the cost."""


@dataclass(frozen=True)
class Foreseen:
    """What would become of a row."""

    id: str
    model: str
    run_id: str | None
    state: str
    """`cached`, `runs` or `refused`."""
    found: int = 0
    """Stages whose artifact is there, up to the first that is not."""
    first: str | None = None
    """The stage with which the row would begin."""
    error: str | None = None
    names: tuple[str, ...] = ()
    """Stages that would not run."""

    def __str__(self) -> str:
        """One line."""
        if self.state == "cached":
            return f"{self.id}: cached, all {self.found} stages are there (run {self.run_id})"
        if self.state == "refused":
            return f"{self.id}: refused, {self.error}"
        return f"{self.id}: runs from {self.first}, {self.found} stages are there (run {self.run_id})"


@dataclass(frozen=True)
class History:
    """What runs of a model took: `median` and `high` (9 of 10 take less) in seconds, by stage CPU in ms and USD."""

    runs: int
    median: float
    high: float
    cpu: Mapping[str, float]
    cost: Mapping[str, float | None]

    def share(self, without: tuple[str, ...]) -> float:
        """Part of a whole run that is left when these stages need not run."""
        left = sum(ms for stage, ms in self.cpu.items() if stage not in without)
        return left / (sum(self.cpu.values()) or 1.0)

    def usd(self, without: tuple[str, ...]) -> float | None:
        """What the stages that are left cost; `None` where one of them has never had a known price."""
        costs = [cost for stage, cost in self.cost.items() if stage not in without]
        return None if None in costs else sum(cost for cost in costs if cost is not None)


@dataclass(frozen=True)
class Forecast:
    """What would become of a batch."""

    rows: tuple[Foreseen, ...]
    jobs: int
    seconds: float | None
    """Wall time; `None` where no run of a model that is wanted is in the ledger."""
    high: float | None
    """Wall time if every row took as long as the slowest tenth."""
    usd: float | None
    without: tuple[str, ...]
    """Models of which the ledger knows no whole run."""
    runs: int
    """Whole runs on which the forecast stands."""

    def __str__(self) -> str:
        """One line."""
        states = [row.state for row in self.rows]
        counts = f"{states.count('runs')} would run, {states.count('cached')} are there, {states.count('refused')} are refused"
        if "runs" not in states:
            return f"{counts}; no stage to run, $0"
        if self.seconds is None or self.high is None:
            return f"{counts}; no forecast: the ledger has no whole run with {', '.join(self.without)}"
        cost = "at an unknown price" if self.usd is None else f"for about ${self.usd:.4f}"
        span = f"about {_time(self.seconds)}, up to {_time(self.high)}, with {self.jobs} at a time"
        return f"{counts}; {span}, {cost}, going by {self.runs} runs of the ledger"

    def as_dict(self) -> dict[str, Any]:
        """The same for machines."""
        return asdict(self)


def forecast(batch: Batch, settings: Settings) -> Forecast:
    """Look every row up, and reckon the rest from the ledger; nothing is built and nothing stored.

    Raises `Refusal` as `build_batch` does, where the gate, or the budget for a model, cannot hold.
    """
    check_gate(batch.gate, settings)
    shares_of(batch, settings)
    place = Workplace(settings)
    rows = tuple(_foreseen(row, batch, place) for row in batch.rows)
    with ledger(settings) as connection:
        known = _history(connection)
    running = [row for row in rows if row.state == "runs"]
    jobs = min(batch.jobs or os.cpu_count() or 1, max(len(running), 1))
    without = tuple(sorted({row.model for row in running} - known.keys()))
    seconds = high = usd = None
    if not without:
        shares = [(known[row.model], known[row.model].share(row.names)) for row in running]
        seconds = round(sum(history.median * share for history, share in shares) / jobs, 3)
        high = round(sum(history.high * share for history, share in shares) / jobs, 3)
        costs = [known[row.model].usd(row.names) for row in running]
        usd = None if None in costs else sum(cost for cost in costs if cost is not None)
    used = sum(known[model].runs for model in {row.model for row in running} & known.keys())
    return Forecast(rows, jobs, seconds, high, usd, without, used)


def _foreseen(row: Row, batch: Batch, place: Workplace) -> Foreseen:
    """Follow the pipeline for as long as artifacts are there."""
    model, form = row.model or batch.model, Format(paper=place.settings.paper)
    try:
        case = received(
            row.resume,
            row.job,
            company=row.company,
            role=row.role,
            name=row.name,
            settings=place.settings,
            answers=row.answers,
            keep=False,
        )
        if batch.budget is None:
            caps_of(model, place.settings)
        run_id = content_key(case, model=model, on=batch.on, form=form)
        again = Again(batch.again_from) if batch.again_from else None
        run = Run(run_id, place, Silent(), model, batch.on, again=again, dry=True)
        pipeline(run, case, form)
    except NotMade as missing:
        names = tuple(dict.fromkeys(run.found))
        return Foreseen(row.id, model, run_id, "runs", run.spent.cached, missing.stage, names=names)
    except PlaybookError as error:
        return Foreseen(row.id, model, None, "refused", error=str(error))
    return Foreseen(row.id, model, run_id, "cached", run.spent.cached)


def _history(connection: duckdb.DuckDBPyConnection) -> dict[str, History]:
    """What whole runs took, by model."""
    cpu: dict[str, dict[str, float]] = {}
    cost: dict[str, dict[str, float | None]] = {}
    for model, stage, milliseconds, usd in connection.execute(_STAGES).fetchall():
        cpu.setdefault(model, {})[stage] = milliseconds
        cost.setdefault(model, {})[stage] = None if usd is None else float(usd)
    return {
        model: History(runs, median, high, cpu[model], cost[model])
        for model, runs, median, high in connection.execute(_RUNS).fetchall()
    }


def _time(seconds: float) -> str:
    """So long, as people say it."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
