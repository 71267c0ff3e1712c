"""Between what a batch made and what is published: its expectations, the decision, and the files to their final names.

With the gate `hold` nothing is published but what this module publishes, and so is what somebody releases; with `alarm` each
playbook was published when it passed its own checks, and the decision is only told. Everything is journalled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flows.batch_figures import Figures, figures_of
from flows.expectations import LIBRARY, REMEDY, Expectations, Verdict, is_installed, judge, read_expectations
from flows.publication import publish
from flows.row_request import Status
from playbook.artifacts.rendering import Rendering
from playbook.errors import PlaybookError, Refusal, StageFailure
from playbook.locations import Location, below
from playbook.settings import Settings
from playbook.store.blobs import BlobStore, Ref
from playbook.store.journal import Journal
from playbook.store.ledger import ledger

if TYPE_CHECKING:
    import duckdb

Gate = Literal["off", "alarm", "hold"]
COPIES = 4
"""Playbooks that are published at a time."""

_PASSED = """
select o.row_id, o.run_id, s.output_sha, coalesce(o.executed, 0), coalesce(o.cached, 0), o.seconds, o.cost_usd::double
from ledger.batch_run o
left join ledger.stage_run s on s.run_id = o.run_id and s.attempt = o.attempt and s.stage = 'render'
    and s.status <> 'failed'
where o.batch_id = ? and o.status = 'passed' order by o.row_id
"""


@dataclass(frozen=True)
class Passed:
    """A playbook that passed its own checks and is not published."""

    row_id: str
    run_id: str
    rendering: str | None
    """Hash of the artifact `Rendering`."""
    executed: int = 0
    cached: int = 0
    seconds: float = 0.0
    cost_usd: float | None = 0.0
    """What the row took when it was made, as in its `Outcome`."""


@dataclass(frozen=True)
class Settled:
    """What was decided of a batch, and what was published after it."""

    decision: str
    why: str | None = None
    published: tuple[str, ...] = ()
    """Ids of the rows."""
    unpublished: dict[str, PlaybookError] | None = None
    """Rows whose files could not be put in place, and why."""


def check_gate(gate: Gate, settings: Settings) -> Expectations | None:
    """The thresholds that hold for a batch, `None` without a gate. Raises `Refusal` where the gate could not hold."""
    if gate == "off":
        return None
    wanted = read_expectations(settings.expectations)
    if gate == "hold" and not is_installed():
        raise Refusal(
            "gate.unavailable",
            found=f"no {LIBRARY} in this environment",
            wanted="the extra `gx`, which judges a batch that is to be held",
            remedy=f"{REMEDY}, or --gate alarm",
        )
    return wanted


def settle(batch_id: str, gate: Gate, out: Location, settings: Settings, wanted: Expectations) -> Settled:
    """Judge a batch that has ended, journal what was decided, and publish what waited for it.

    What goes wrong in judging is the decision, and no exception: a batch that waits is then held.
    """
    figures: Figures | None = None
    passed: tuple[Passed, ...] = ()
    try:
        with ledger(settings) as connection:
            nights = (wanted.fewest_nights, wanted.most_nights)
            figures = figures_of(connection, batch_id, fewest_rows=wanted.fewest_rows, nights=nights)
            passed = passed_of(connection, batch_id)
    except PlaybookError as error:
        verdict = Verdict(level="not judged", why=str(error))
    except Exception as error:  # noqa: BLE001  a fault of ours costs the judgement and no playbook
        verdict = Verdict(level="not judged", why=f"{type(error).__name__}: {error}"[:300])
    else:
        missing = Verdict(level="not judged", why=f"{LIBRARY} is not installed: {REMEDY}")
        verdict = judge(figures, wanted) if is_installed() else missing
    decision: str = verdict.level
    if gate == "hold" and decision == "not judged":
        decision = "held"
    elif gate == "alarm" and decision == "held":
        decision = "alarm"
    with Journal(settings.journals, batch_id, settings.shared_journals) as journal:
        _record(journal, batch_id, figures, verdict)
        journal.write("decision", batch_id=batch_id, decision=decision, decided_by=None, why=verdict.why)
        if gate != "hold" or decision == "held":
            return Settled(decision, verdict.why)
        published, unpublished = publish_rows(passed, batch_id, out, settings, journal)
        for row in passed:
            if row.row_id in unpublished:
                _record_unpublished(journal, batch_id, row, unpublished[row.row_id])
    return Settled(decision, verdict.why, published, unpublished)


def passed_of(connection: duckdb.DuckDBPyConnection, batch_id: str) -> tuple[Passed, ...]:
    """The playbooks of a batch that wait for it."""
    return tuple(Passed(*row) for row in connection.execute(_PASSED, [batch_id]).fetchall())


def publish_rows(
    rows: Sequence[Passed], batch_id: str, out: Location, settings: Settings, journal: Journal
) -> tuple[tuple[str, ...], dict[str, PlaybookError]]:
    """Publish rows from the store, each below `out`; ids of those that are, and why the others are not."""

    def published(row: Passed) -> PlaybookError | None:
        try:
            publish(rendering_of(row, settings), settings, below(out, row.row_id))
        except PlaybookError as error:
            return error
        return None

    unpublished: dict[str, PlaybookError] = {}
    with ThreadPoolExecutor(COPIES, thread_name_prefix="publish") as pool:
        for row, error in zip(rows, pool.map(published, rows), strict=True):
            if error is None:
                journal.write("publication", batch_id=batch_id, row_id=row.row_id, run_id=row.run_id)
            else:
                unpublished[row.row_id] = error
    return tuple(row.row_id for row in rows if row.row_id not in unpublished), unpublished


def status_of(error: PlaybookError) -> Status:
    """What became of a playbook whose files could not be put in place."""
    return "refused" if isinstance(error, Refusal) else "failed"


def rendering_of(row: Passed, settings: Settings) -> Rendering:
    """The files of a playbook. Raises `StageFailure` where the store does not have it."""
    if row.rendering is None:
        raise StageFailure(
            "store.damaged",
            found=f"no rendering on record for run {row.run_id}",
            wanted="a run that was rendered",
            remedy=f"`playbook rerun {row.run_id}` makes it anew",
        )
    return BlobStore(settings.artifacts).get(Ref(row.rendering, Rendering.__name__), Rendering)


def missing_of(rows: Iterable[Passed], settings: Settings) -> list[str]:
    """Ids of the runs some of whose files the store does not have, or not as they were."""
    store = BlobStore(settings.artifacts)
    missing = []
    for row in rows:
        try:
            is_whole = all(store.has(sha) for sha in rendering_of(row, settings).files.values())
        except PlaybookError:
            is_whole = False
        if not is_whole:
            missing.append(row.run_id)
    return missing


def _record_unpublished(journal: Journal, batch_id: str, row: Passed, error: PlaybookError) -> None:
    """That a row is not there after all, and why: it is listed among those that failed, and built again with them."""
    taken = {name: getattr(row, name) for name in ("run_id", "executed", "cached", "seconds", "cost_usd")}
    why = {"status": status_of(error), "error_code": error.code, "error": str(error)}
    journal.write("batch_row", batch_id=batch_id, row_id=row.row_id, **why, **taken)


def _record(journal: Journal, batch_id: str, figures: Figures | None, verdict: Verdict) -> None:
    """Figures and results, as rows of the journal."""
    for name, figure in figures.figures.items() if figures else ():
        journal.write("batch_figure", batch_id=batch_id, figure=name, value=figure.value, n=figure.n)
    for result in verdict.results:
        journal.write(
            "check_result",
            run_id=None,
            batch_id=batch_id,
            stage="batch",
            rule=result.rule,
            engine="gx",
            severity=result.severity,
            ok=result.ok,
            n=result.n,
            bad=result.bad,
            observed=result.observed,
            samples=[result.note] if result.note else [],
        )
