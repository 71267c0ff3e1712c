"""Opening a DuckDB file and bringing it to its newest shape: one process writes, migrations are numbered and never edited.

What stands in a database is for the modules that own one: `ledger` and `evals`.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from playbook.errors import StageFailure

if TYPE_CHECKING:
    import duckdb

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
FULL = "No space left on device"
STORAGE_VERSION = "v1.5.0"
"""Readable by DuckDB 1.5 and 2.0."""


@dataclass(frozen=True)
class Kind:
    """A kind of database: its name in refusals, its migrations, and what to do where its file is no good."""

    name: str
    migrations: Path
    remedy: str


def open_database(kind: Kind, path: Path, patience_seconds: float) -> duckdb.DuckDBPyConnection:
    """A connection that may write. Waits for another process that holds the file, then raises `StageFailure`."""
    import duckdb

    path.parent.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + patience_seconds
    while True:
        try:
            return duckdb.connect(str(path), config={"storage_compatibility_version": STORAGE_VERSION})
        except duckdb.Error as error:
            if "set lock" not in str(error):
                raise _unreadable(kind, path, error) from error
            if time.monotonic() > deadline:
                raise StageFailure(
                    f"{kind.name}.locked",
                    found=f"{path.name}: {str(error).splitlines()[0]}",
                    wanted=f"a file of the {kind.name} that one process writes",
                    remedy=f"wait for the other command, or {kind.remedy}",
                ) from error
            time.sleep(0.1)


@contextmanager
def damage_told(kind: Kind, path: Path) -> Iterator[None]:
    """What DuckDB finds wrong with the file while it is in use as `StageFailure`; what is wrong with a query stays as it is."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        damaged = duckdb.IOException, duckdb.FatalException, duckdb.InternalException, duckdb.SerializationException
        is_of_file = type(error) is duckdb.Error or isinstance(error, damaged)  # a checksum is of no kind of its own
        if not is_of_file and FULL not in str(error):
            raise
        raise _unreadable(kind, path, error) from error


def _unreadable(kind: Kind, path: Path, error: Exception) -> StageFailure:
    found = str(error).splitlines()[0]
    if FULL in found:
        return StageFailure(
            "store.unwritable",
            found=f"{path.name}: {found}",
            wanted="a home with room in it",
            remedy="make room, then the same command again",
        )
    return StageFailure(
        f"{kind.name}.unreadable",
        found=f"{path.name}: {found}",
        wanted=f"the {kind.name} as it was written",
        remedy=kind.remedy,
    )


def migrate(kind: Kind, connection: duckdb.DuckDBPyConnection) -> None:
    """Apply the numbered migrations that are missing. Raises `StageFailure` where an applied one was edited."""
    import duckdb

    connection.execute(
        "create table if not exists meta_schema (version int primary key, name varchar not null, "
        "sha256 varchar not null, applied_at timestamptz not null default now())"
    )
    applied = dict(connection.execute("select version, sha256 from meta_schema").fetchall())
    changed = False
    for path in sorted(kind.migrations.glob("[0-9]*.sql")):
        version = int(path.name.split("_", 1)[0])
        sql = path.read_text(encoding="utf-8")
        digest = sha256(sql.encode()).hexdigest()
        if version in applied:
            if applied[version] != digest:
                raise StageFailure(
                    f"{kind.name}.migration-edited",
                    found=f"migration {path.name} other than the one that was applied",
                    wanted="migrations that never change once applied",
                    remedy=f"add a new migration, or {kind.remedy}",
                )
            continue
        connection.begin()
        try:
            connection.execute(sql)
            connection.execute("insert into meta_schema (version, name, sha256) values (?, ?, ?)", [version, path.name, digest])
            connection.commit()
        except BaseException:
            with suppress(duckdb.Error):  # as with a commit for which there is no room
                connection.rollback()
            raise
        changed = True
    if changed:
        connection.execute("checkpoint")
