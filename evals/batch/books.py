"""Whether a home and a folder are whole after whatever happened: bytes, artifacts, keys, journals, sums of the ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from evals.batch.home import FILES, Home, contents
from playbook.store.leftovers import PARTIAL

TABLES = ("run", "stage_run", "check_result", "batch", "batch_row")
_OUTCOMES = """
select o.row_id, o.status,
    (select count(*) from ledger.run r where r.batch_id = o.batch_id and r.row_id = o.row_id and r.status = 'ok')
from ledger.batch_outcome o where o.batch_id = ?
"""
_SUMS = """
select planned, delivered, coalesce(held, 0) + coalesce(refused, 0) + coalesce(failed, 0)
from ledger.batch_latest where batch_id = ?
"""


def faults(home: Home, out: Path, batch: str, rows: Sequence[str], wanted: Mapping[str, str]) -> Iterator[str]:
    """Everything that is not as it would be had nothing happened. `wanted` is path to hash of an undisturbed run."""
    yield from _files(out, rows, wanted)
    yield from _store(home)
    yield from _journals(home)
    yield from _outcomes(home, batch, rows)
    yield from _rebuilt(home)


def left_behind(home: Home, out: Path) -> list[Path]:
    """What killed writers have left."""
    return [
        *home.folder.rglob(f"*{PARTIAL}"),
        *home.settings.journals.glob("*.open"),
        *out.glob(".*"),
        *out.glob(f"*{PARTIAL}"),
    ]


def _files(out: Path, rows: Sequence[str], wanted: Mapping[str, str]) -> Iterator[str]:
    found = {name: sha for name, sha in contents(out).items() if not name.startswith(".")}
    for row in rows:
        names = {name.split("/")[1] for name in found if name.split("/")[0] == row}
        if names != FILES:
            yield f"row {row} has the files {sorted(names)}"
    if found != wanted:
        odd = sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))
        yield f"other bytes than without kills: {odd[:5]}"


def _store(home: Home) -> Iterator[str]:
    artifacts = home.folder / "artifacts"
    for path in artifacts.glob("*/*"):
        if not path.name.endswith(PARTIAL) and sha256(path.read_bytes()).hexdigest() != path.name:
            yield f"artifact {path.name} is damaged"
    for path in (home.folder / "keys").glob("*/*.json"):
        sha = json.loads(path.read_bytes())["sha"]
        if not (artifacts / sha[:2] / sha).is_file():
            yield f"key {path.stem} leads to nothing"


def _journals(home: Home) -> Iterator[str]:
    """Every line of every journal is in the ledger, but for the first row of a run that has a second one."""
    counts: dict[str, int] = dict.fromkeys(TABLES, 0)
    for path in home.settings.journals.glob("*.ndjson"):
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for table in TABLES:
            found = [line["run_id"] for line in lines if line["table"] == table]
            counts[table] += len(set(found)) if table == "run" else len(found)
    for table, count in counts.items():
        ((loaded,),) = home.rows(f"select count(*) from ledger.{table}")  # noqa: S608  names from above
        if loaded != count:
            yield f"{count} rows of {table} in the journals, {loaded} in the ledger"
    yield from (f"journal {path.name} is damaged" for path in home.settings.journals.glob("*.damaged"))


def _outcomes(home: Home, batch: str, rows: Sequence[str]) -> Iterator[str]:
    found = home.rows(_OUTCOMES, batch)
    for row in rows:
        mine = [(status, ok) for row_id, status, ok in found if row_id == row]
        if mine != [("delivered", 1)]:
            yield f"row {row} is in the ledger as {mine or 'nothing'}, not delivered by one run"
    sums = home.rows(_SUMS, batch)
    if sums != [(len(rows), len(rows), 0)]:
        yield f"planned, delivered, others: {sums}"


def _rebuilt(home: Home) -> Iterator[str]:
    before = _dump(home)
    ran = home.run("ledger", "rebuild")
    if ran.code or _dump(home) != before:
        yield f"a ledger that was rebuilt differs ({ran.code} {ran.err.strip()})"


def _dump(home: Home) -> list[list[tuple[Any, ...]]]:
    return [sorted(home.rows(f"select * from ledger.{table}"), key=repr) for table in TABLES]  # noqa: S608  names from above
