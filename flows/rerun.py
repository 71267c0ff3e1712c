"""Running again: a run from what it was asked for, or the rows of a batch that were not delivered from its manifest.

Which stages run is not decided here: those whose content key has no artifact, as in any run. `again_from` adds a stage whose
key is unchanged, with what depends on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from flows import build_playbook
from flows.build_batch import Batch
from flows.build_playbook import BatchRow, Built, Case, build
from flows.manifest import read_manifest
from flows.publication import publish
from playbook.artifacts.request import BuildRequest
from playbook.errors import Refusal
from playbook.locations import Location, located
from playbook.settings import Settings
from playbook.store.blobs import BlobStore, Ref
from playbook.store.erased import Record, Records
from playbook.store.journal import Journal
from tasks.answer import STAGES as ANSWERING
from tasks.stage import Stage

if TYPE_CHECKING:
    import duckdb

_RUN = """
select run_id, status, r.batch_id, row_id, request_sha, r.out, b.gate = 'hold' and coalesce(b.decision, 'held') = 'held'
from ledger.latest r left join ledger.batch_latest b using (batch_id)
where case when $run is null then status <> 'ok' and r.batch_id is null and request_sha is not null
    else starts_with(run_id, $run) end
order by r.finished_at
"""
_BATCHES = """
select batch_id from ledger.batch_latest where planned > coalesce(delivered, 0)
qualify row_number() over (partition by manifest, out order by requested_at desc) = 1 order by requested_at
"""
"""Batches with rows that were not delivered; where a manifest was run more than once, the newest."""
_MADE = "select row_id from ledger.batch_outcome where batch_id = ? and status in ('delivered', 'passed')"
"""What a held batch has made is not built again: it waits in the store."""
_ERASED = "select cast(asked_at as varchar), salt, hashes from ledger.erasure"
_SPENT = """
select coalesce(sum(s.cost_usd), 0) from ledger.run r join ledger.stage_run s using (run_id, attempt) where r.batch_id = ?
"""
"""Of every attempt, and by stages, so that what a row has cost counts also where it was held, failed, or was killed."""


@dataclass(frozen=True)
class Earlier:
    """A run of the ledger that can be run again."""

    run_id: str
    batch: BatchRow
    request_sha: str
    out: Location | None
    is_withheld: bool = False
    """Whether its batch is held, or not judged yet, so that its files are not to be published."""


def earlier_run(connection: duckdb.DuckDBPyConnection, run: str) -> Earlier:
    """The run of that id, or of those first characters. Raises `Refusal` where there is none, or more than one."""
    found = connection.execute(_RUN, {"run": run}).fetchall()
    if len(found) != 1:
        raise Refusal(
            "run.unknown" if not found else "run.ambiguous",
            found=f"{len(found)} runs for {run!r}",
            wanted="the id of one run",
            remedy="`playbook runs` lists them",
        )
    if found[0][4] is None:
        raise Refusal(
            "run.not-repeatable",
            found=f"run {found[0][0]}, of which the ledger does not know what was asked for",
            wanted="a run of this version or a later one",
            remedy="build it again from its files",
        )
    return _earlier(found[0])


def failed_runs(connection: duckdb.DuckDBPyConnection) -> list[Earlier]:
    """Every run of its own whose newest attempt was refused, held or failed."""
    return [_earlier(row) for row in connection.execute(_RUN, {"run": None}).fetchall()]


def failed_batches(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Ids of the batches with rows that were not delivered."""
    return [batch_id for (batch_id,) in connection.execute(_BATCHES).fetchall()]


def undelivered(connection: duckdb.DuckDBPyConnection, found: dict[str, Any], again_from: str | None) -> Batch:
    """What is left of a batch, by its row in `ledger.batch_latest`: the rows of its manifest that were not delivered.

    The manifest and its files are read as they are now, so that a row that was mended is built from what mended it; the
    budget is what the batch has left. A row that was erased is not built again. Raises `Refusal` as `read_manifest` does.
    """
    batch_id = found["batch_id"]
    manifest = read_manifest(located(found["manifest"]))
    made = {row_id for (row_id,) in connection.execute(_MADE, [batch_id]).fetchall()}
    records = Records(Record(at, salt, frozenset(hashes)) for at, salt, hashes in connection.execute(_ERASED).fetchall())
    erased = {row.id for row in manifest.rows if records.hold_row(batch_id, row.id)}
    budget = found["budget_usd"]
    if budget is not None:
        ((spent,),) = connection.execute(_SPENT, [batch_id]).fetchall()
        budget = max(float(budget - spent), 0.0)
    return Batch(
        manifest=manifest,
        out=located(found["out"]),
        model=found["model"],
        on=found["made_for"],
        budget=budget,
        only=frozenset(row.id for row in manifest.rows) - made - erased,
        batch_id=batch_id,
        again_from=again_from,
        gate=found["gate"] or "off",
    )


def run_again(earlier: Earlier, settings: Settings, *, again_from: str | None = None) -> Built:
    """Build what a run was asked for, and publish it where the run did, unless its batch is held.

    Raises what `build` and `publish` raise.
    """
    request = BlobStore(settings.artifacts).get(Ref(earlier.request_sha, BuildRequest.__name__), BuildRequest)
    fields = ("resume", "job", "company", "role", "name", "answers")
    on: date = request.on
    out = None if earlier.is_withheld else earlier.out
    built = build(
        Case(**{field: getattr(request, field) for field in fields}),
        settings,
        model=request.model,
        on=on,
        out=earlier.out,
        form=request.form,
        batch=earlier.batch,
        again_from=again_from,
        deliver=(lambda rendering: publish(rendering, settings, out)) if out is not None else None,
    )
    if out is not None:
        _recorded(built.run_id, earlier.batch, settings)
    return built


def _recorded(run_id: str, row: BatchRow, settings: Settings) -> None:
    """In the ledger, a row of a batch with a gate counts as delivered by what was published of it."""
    if row.batch_id is not None:
        with Journal(settings.journals, run_id, settings.shared_journals) as journal:
            journal.write("publication", batch_id=row.batch_id, row_id=row.row_id, run_id=run_id)


def check_stage(name: str) -> None:
    """Refuse a stage that no run has: the pipeline names most, and one of a section is there where it was filled in."""
    stages = [value.name for value in vars(build_playbook).values() if isinstance(value, Stage)]
    if name not in stages and name not in {stage.name for stage in ANSWERING.values()}:
        remedy = "`playbook show` has those of a run, answer_SECTION too where it was filled in"
        raise Refusal("stage.unknown", found=repr(name), wanted=f"one of {', '.join(stages)}", remedy=remedy)


def _earlier(row: tuple[Any, ...]) -> Earlier:
    run_id, _, batch_id, row_id, request_sha, out, is_withheld = row
    return Earlier(run_id, BatchRow(batch_id, row_id), request_sha, located(out) if out else None, bool(is_withheld))
