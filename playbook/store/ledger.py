"""The ledger: a DuckDB index over the journals.

One process at a time opens it for writing; it loads each journal once, in one transaction, and reads. Anything
that the ledger says can be had again by deleting the file. The rows are made in `playbook.store.journal`.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playbook.errors import StageFailure
from playbook.locations import Location
from playbook.store.database import MIGRATIONS, Kind, damage_told, migrate, open_database
from playbook.store.erased import NOBODY, Records
from playbook.store.journal import CLOSED, Journals, end_abandoned, send_closed

if TYPE_CHECKING:
    import duckdb

    from playbook.settings import Settings

LEDGER = Kind("ledger", MIGRATIONS, "`playbook ledger rebuild` makes it anew from the journals")

TOGETHER = 25
"""Journals of one transaction: to begin and end it is most of what a short journal costs."""

Row = dict[str, Any]
"""A line of a journal."""

DAMAGED = ".damaged"
"""Suffix that older versions gave to a journal of the home that they could not load."""

_COLUMNS = {
    "run": (
        "run_id attempt batch_id row_id request_sha candidate_key company role model version status error_code error out",
        "started_at finished_at cpu_seconds tokens_in tokens_out calls cost_usd blanks answered stories_yours",
        "fit pages stories story_blanks degraded_lines",
    ),
    "stage_run": (
        "run_id attempt stage content_key input_shas output_sha output_kind status error_code error recorded_at",
        "cpu_ms tokens_in tokens_out calls cost_usd degraded program worker",
    ),
    "batch": (
        "batch_id attempt requested_at finished_at manifest manifest_sha out model made_for version budget_usd gate",
        "planned delivered failed held refused recorded_at",
    ),
    "batch_row": ("batch_id attempt row_id run_id status error_code error executed cached seconds cost_usd recorded_at",),
    "erasure": ("erasure_id kind asked_at asked_by before runs artifacts keys journals files salt hashes recorded_at",),
    "check_result": ("run_id batch_id attempt stage rule engine severity ok n bad observed samples recorded_at",),
    "decision": ("batch_id attempt decision decided_by why recorded_at",),
    "publication": ("batch_id attempt row_id run_id recorded_at",),
    "batch_figure": ("batch_id attempt figure value n recorded_at",),
}
"""Columns that a journal's row may fill, by table."""

_TYPES = "select column_name, data_type from duckdb_columns() where schema_name = 'ledger' and table_name = ?"


@contextmanager
def ledger(settings: Settings, *, patience_seconds: float = 10.0) -> Iterator[duckdb.DuckDBPyConnection]:
    """The ledger with every finished journal of the store loaded. Waits for another process that holds it, then refuses.

    Raises `StageFailure` also where the store cannot be reached: a ledger that lacks runs would not say so.
    """
    connection = open_database(LEDGER, settings.ledger, patience_seconds)
    try:
        with damage_told(LEDGER, settings.ledger):
            migrate(LEDGER, connection)
            end_abandoned(settings.journals)
            send_closed(settings.journals, settings.shared_journals)
            load_journals(connection, settings.shared_journals)
            yield connection
    finally:
        with damage_told(LEDGER, settings.ledger):
            connection.close()


def load_journals(connection: duckdb.DuckDBPyConnection, location: Location) -> int:
    """Load each closed journal that the ledger does not know, some at once; the number loaded.

    A journal that cannot be read, or whose rows no table takes, is remembered as damaged and stops no other. It stays as it
    is: others read the same store, and a newer version may be able to. One of a run that was erased, and that came back from a
    copy, is remembered as such.
    """
    journals = Journals(location)
    known = {name for (name,) in connection.execute("select name from ledger.journal").fetchall()}
    fresh = sorted(name for name, _, _ in journals.all() if name not in known)
    erased = Records.of(journals)
    found = journals.read_each(fresh)
    loaded = 0
    while some := list(islice(found, TOGETHER)):
        loaded += _load(connection, some, erased)
    return loaded


def _load(connection: duckdb.DuckDBPyConnection, journals: Sequence[tuple[str, bytes]], erased: Records) -> int:
    """Load journals, all in one transaction; one by one where that does not go, to find the damaged one."""
    import duckdb

    of_rows = duckdb.ConstraintException, duckdb.ConversionException, duckdb.InvalidInputException
    damages = ValueError, KeyError, TypeError, AttributeError, *of_rows
    connection.begin()
    try:
        rows: list[Row] = []
        names: list[tuple[str, int, str | None]] = []
        for name, content in journals:
            own = [json.loads(line) for line in content.decode().split("\n") if line]
            if erased.returned(own):
                names.append((name, 0, NOBODY))
            else:
                rows += _counting(own)
                names.append((name, len(own), None))
        _insert(connection, rows)
        _remember(connection, names)
        connection.commit()
    except damages as error:
        connection.rollback()
        if len(journals) > 1:
            return sum(_load(connection, [one], erased) for one in journals)
        _remember(connection, [(journals[0][0], 0, f"{type(error).__name__}: {error}"[:200])])
        return 0
    except BaseException:
        with contextlib.suppress(duckdb.Error):  # a commit for which there is no room has ended the transaction
            connection.rollback()
        raise
    return sum(damage is None for _, _, damage in names)


def _remember(connection: duckdb.DuckDBPyConnection, names: Sequence[tuple[str, int, str | None]]) -> None:
    """Note that these journals have been read: name, rows, and what was wrong."""
    marks = ", ".join(["(?, ?, ?)"] * len(names))
    connection.execute(
        f"insert into ledger.journal (name, rows, damage) values {marks}",  # noqa: S608  question marks only
        [cell for row in names for cell in row],
    )


def damaged_journals(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Names of the journals that could not be loaded."""
    query = "select name from ledger.journal where damage <> ? order by name"
    return [name for (name,) in connection.execute(query, [NOBODY]).fetchall()]


def returned_journals(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Names of the journals that came back after their runs had been erased; they are not loaded."""
    query = "select name from ledger.journal where damage = ? order by name"
    return [name for (name,) in connection.execute(query, [NOBODY]).fetchall()]


def rebuild(settings: Settings) -> int:
    """Make the file anew from the journals and put it in place of the old one; the number of journals in it.

    Journals that were damaged are tried again: what one version cannot load, the next one may. Raises `StageFailure` where
    another command does the same.
    """
    for path in settings.journals.glob(f"*{DAMAGED}"):
        path.replace(path.with_suffix(CLOSED))
    end_abandoned(settings.journals)
    send_closed(settings.journals, settings.shared_journals)
    fresh = settings.ledger.with_suffix(".rebuilding")
    if fresh.exists():
        _check_abandoned(fresh)
    for path in (fresh, fresh.with_name(f"{fresh.name}.wal")):
        path.unlink(missing_ok=True)
    connection = open_database(LEDGER, fresh, 0.0)
    try:
        migrate(LEDGER, connection)
        loaded = load_journals(connection, settings.shared_journals)
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


def _counting(rows: Sequence[Row]) -> list[Row]:
    """The rows of a journal that count: a run has one at its start and one at its end, and the last does."""
    last = {row["run_id"]: row for row in rows if row["table"] == "run"}
    return [row for row in rows if row["table"] != "run"] + list(last.values())


def _insert(connection: duckdb.DuckDBPyConnection, rows: Sequence[Row]) -> None:
    """Add rows of journals, those of a table in one statement that takes them as JSON: values cost eight times as much."""
    by_table: dict[str, list[Row]] = {}
    for row in rows:
        columns = " ".join(_COLUMNS[row["table"]]).split()
        by_table.setdefault(row["table"], []).append({column: row.get(column) for column in columns})
    for table, values in by_table.items():
        types = dict(connection.execute(_TYPES, [table]).fetchall())
        shape = json.dumps([{column: types[column] for column in values[0]}])
        names = ", ".join(values[0])
        connection.execute(
            f"insert into ledger.{table} ({names}) "  # noqa: S608  names come from the table above
            f"select {names} from (select unnest(json_transform_strict(?, ?), recursive := true))",
            [json.dumps(values), shape],
        )
