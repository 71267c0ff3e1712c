"""The ledger: a DuckDB index over the journals.

One process at a time opens it for writing; it loads each journal once, in one transaction, and reads. Anything
that the ledger says can be had again by deleting the file. The rows are made in `playbook.store.journal`.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playbook.errors import StageFailure
from playbook.store.database import MIGRATIONS, Kind, damage_told, migrate, open_database
from playbook.store.journal import end_abandoned

if TYPE_CHECKING:
    import duckdb

    from playbook.settings import Settings

LEDGER = Kind("ledger", MIGRATIONS, "`playbook ledger rebuild` makes it anew from the journals")

DAMAGED = ".damaged"
"""Suffix of a journal that could not be loaded."""

_COLUMNS = {
    "run": (
        "run_id attempt batch_id row_id request_sha candidate_key company role model version status error_code error out",
        "started_at finished_at cpu_seconds tokens_in tokens_out calls cost_usd blanks answered stories_yours",
    ),
    "stage_run": (
        "run_id attempt stage content_key input_shas output_sha output_kind status error_code error recorded_at",
        "cpu_ms tokens_in tokens_out calls cost_usd degraded program worker",
    ),
    "batch": (
        "batch_id attempt requested_at finished_at manifest manifest_sha out model made_for version budget_usd",
        "planned delivered failed held refused recorded_at",
    ),
    "batch_row": ("batch_id attempt row_id run_id status error_code error executed cached seconds cost_usd recorded_at",),
    "check_result": ("run_id attempt stage rule engine severity ok n bad samples recorded_at",),
}
"""Columns that a journal's row may fill, by table."""


@contextmanager
def ledger(settings: Settings, *, patience_seconds: float = 10.0) -> Iterator[duckdb.DuckDBPyConnection]:
    """The ledger with every finished journal loaded. Waits for another process that holds it, then refuses."""
    connection = open_database(LEDGER, settings.ledger, patience_seconds)
    try:
        with damage_told(LEDGER, settings.ledger):
            migrate(LEDGER, connection)
            load_journals(connection, settings.journals)
            yield connection
    finally:
        with damage_told(LEDGER, settings.ledger):
            connection.close()


def load_journals(connection: duckdb.DuckDBPyConnection, folder: Path) -> int:
    """Load each finished journal that the ledger does not know, one transaction a journal; the number loaded.

    That of a run that was killed is finished first.
    A journal that cannot be read, or whose rows no table takes, is renamed to `.damaged` and stops no other.
    """
    import duckdb

    end_abandoned(folder)
    known = {name for (name,) in connection.execute("select name from ledger.journal").fetchall()}
    fresh = [path for path in sorted(folder.glob("*.ndjson")) if path.name not in known]
    loaded = 0
    for path in fresh:
        connection.begin()
        try:
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
            _insert(connection, rows)
            connection.execute("insert into ledger.journal (name, rows) values (?, ?)", [path.name, len(rows)])
            connection.commit()
        except (ValueError, KeyError, TypeError, AttributeError, duckdb.ConstraintException, duckdb.ConversionException):
            connection.rollback()
            path.replace(path.with_suffix(DAMAGED))
            continue
        except BaseException:
            with contextlib.suppress(duckdb.Error):  # a commit for which there is no room has ended the transaction
                connection.rollback()
            raise
        loaded += 1
    return loaded


def damaged_journals(settings: Settings) -> list[Path]:
    """Journals that could not be loaded."""
    return sorted(settings.journals.glob(f"*{DAMAGED}"))


def rebuild(settings: Settings) -> int:
    """Make the file anew from the journals and put it in place of the old one; the number of journals in it.

    Journals that were damaged are tried again: what one version cannot load, the next one may. Raises `StageFailure` where
    another command does the same.
    """
    for path in damaged_journals(settings):
        path.replace(path.with_suffix(".ndjson"))
    fresh = settings.ledger.with_suffix(".rebuilding")
    if fresh.exists():
        _check_abandoned(fresh)
    for path in (fresh, fresh.with_name(f"{fresh.name}.wal")):
        path.unlink(missing_ok=True)
    connection = open_database(LEDGER, fresh, 0.0)
    try:
        migrate(LEDGER, connection)
        loaded = load_journals(connection, settings.journals)
        connection.execute("checkpoint")
    finally:
        connection.close()
    settings.ledger.with_name(f"{settings.ledger.name}.wal").unlink(missing_ok=True)
    fresh.replace(settings.ledger)
    return loaded


def _check_abandoned(fresh: Path) -> None:
    """Refuse while another command makes the ledger anew; what one that was killed has left may be no database."""
    try:
        open_database(LEDGER, fresh, 0.0).close()
    except StageFailure as failure:
        if failure.code == f"{LEDGER.name}.locked":
            raise


def _insert(connection: duckdb.DuckDBPyConnection, rows: list[dict[str, Any]]) -> None:
    """Add the rows of a journal, those of a table at once: a statement a row costs a night an hour.

    A run has a row at its start and one at its end: the last counts.
    """
    last = {row["run_id"]: row for row in rows if row["table"] == "run"}
    rows = [row for row in rows if row["table"] != "run"] + list(last.values())
    by_table: dict[str, list[list[Any]]] = {}
    for row in rows:
        columns = " ".join(_COLUMNS[row["table"]]).split()
        by_table.setdefault(row["table"], []).append([row.get(column) for column in columns])
    for table, values in by_table.items():
        columns = " ".join(_COLUMNS[table]).split()
        marks = f"({', '.join('?' for _ in columns)})"
        connection.execute(
            f"insert into ledger.{table} ({', '.join(columns)}) values {', '.join([marks] * len(values))}",  # noqa: S608  names come from the table above
            [cell for row in values for cell in row],
        )
