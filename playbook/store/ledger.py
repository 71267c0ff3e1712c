"""The ledger: a DuckDB index over the journals.

One process at a time opens it for writing; it loads each journal once, in one transaction, and reads. Anything
that the ledger says can be had again by deleting the file. The rows are made in `playbook.store.journal`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playbook.errors import StageFailure

if TYPE_CHECKING:
    import duckdb

    from playbook.settings import Settings

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
STORAGE_VERSION = "v1.5.0"
"""Readable by DuckDB 1.5 and 2.0."""

_COLUMNS = {
    "run": (
        "run_id attempt batch_id candidate_key company role model version status error_code error out",
        "started_at finished_at cpu_seconds tokens_in tokens_out calls cost_usd blanks answered stories_yours",
    ),
    "stage_run": (
        "run_id attempt stage content_key input_shas output_sha output_kind status error_code error recorded_at",
        "cpu_ms tokens_in tokens_out calls cost_usd degraded program worker",
    ),
    "check_result": ("run_id attempt stage rule engine severity ok n bad samples recorded_at",),
}
"""Columns that a journal's row may fill, by table."""


@contextmanager
def ledger(settings: Settings, *, patience_seconds: float = 10.0) -> Iterator[duckdb.DuckDBPyConnection]:
    """The ledger with every finished journal loaded. Waits for another process that holds it, then refuses."""
    settings.home.mkdir(parents=True, exist_ok=True)
    connection = _open(settings.ledger, patience_seconds)
    try:
        migrate(connection)
        load_journals(connection, settings.journals)
        yield connection
    finally:
        connection.close()


def migrate(connection: duckdb.DuckDBPyConnection) -> None:
    """Apply the numbered migrations that are missing. Raises `StageFailure` where an applied one was edited."""
    from hashlib import sha256

    connection.execute(
        "create table if not exists meta_schema (version int primary key, name varchar not null, "
        "sha256 varchar not null, applied_at timestamptz not null default now())"
    )
    applied = dict(connection.execute("select version, sha256 from meta_schema").fetchall())
    changed = False
    for path in sorted(MIGRATIONS.glob("[0-9]*.sql")):
        version = int(path.name.split("_", 1)[0])
        sql = path.read_text(encoding="utf-8")
        digest = sha256(sql.encode()).hexdigest()
        if version in applied:
            if applied[version] != digest:
                raise StageFailure(
                    "ledger.migration-edited",
                    found=f"migration {path.name} other than the one that was applied",
                    wanted="migrations that never change once applied",
                    remedy="add a new migration, or delete the ledger: it is rebuilt from the journals",
                )
            continue
        connection.begin()
        try:
            connection.execute(sql)
            connection.execute("insert into meta_schema (version, name, sha256) values (?, ?, ?)", [version, path.name, digest])
            connection.commit()
        except BaseException:
            connection.rollback()
            raise
        changed = True
    if changed:
        connection.execute("checkpoint")


def load_journals(connection: duckdb.DuckDBPyConnection, folder: Path) -> int:
    """Load each finished journal that the ledger does not know, one transaction a journal; the number loaded."""
    known = {name for (name,) in connection.execute("select name from ledger.journal").fetchall()}
    fresh = [path for path in sorted(folder.glob("*.ndjson")) if path.name not in known]
    for path in fresh:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        connection.begin()
        try:
            for row in rows:
                _insert(connection, row)
            connection.execute("insert into ledger.journal (name, rows) values (?, ?)", [path.name, len(rows)])
            connection.commit()
        except BaseException:
            connection.rollback()
            raise
    return len(fresh)


def _insert(connection: duckdb.DuckDBPyConnection, row: dict[str, Any]) -> None:
    columns = " ".join(_COLUMNS[row["table"]]).split()
    names = ", ".join(columns)
    marks = ", ".join("?" for _ in columns)
    connection.execute(
        f"insert into ledger.{row['table']} ({names}) values ({marks})",  # noqa: S608  names come from the table above
        [row.get(column) for column in columns],
    )


def _open(path: Path, patience_seconds: float) -> duckdb.DuckDBPyConnection:
    import duckdb

    deadline = time.monotonic() + patience_seconds
    while True:
        try:
            return duckdb.connect(str(path), config={"storage_compatibility_version": STORAGE_VERSION})
        except duckdb.IOException as error:
            if "lock" not in str(error) or time.monotonic() > deadline:
                raise StageFailure(
                    "ledger.locked" if "lock" in str(error) else "ledger.unreadable",
                    found=f"{path.name}: {str(error).splitlines()[0]}",
                    wanted="a ledger that one process writes",
                    remedy="wait for the other command, or delete the file: it is rebuilt from the journals",
                ) from error
            time.sleep(0.1)
