"""The eval store: a DuckDB file of its own for releases of the labelled set, programs, eval runs and their scores.

Rows go in and come out here; what they mean is for `evals`. Unlike the ledger the file is no index over journals: a run
that was paid for stands nowhere else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from playbook.store.database import MIGRATIONS, Kind, damage_told, migrate, open_database

if TYPE_CHECKING:
    import duckdb

    from playbook.settings import Settings

EVALS = Kind("evals", MIGRATIONS / "evals", "move the file away: releases are loaded again, the runs in it are lost")

Row = Mapping[str, Any]


class EvalStore:
    """An open eval store."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """`connection` has its migrations."""
        self.connection = connection
        self._shapes: dict[str, dict[str, str]] = {}

    def insert(self, table: str, rows: Sequence[Row], *, or_ignore: bool = False) -> None:
        """Add rows to `eval.<table>`, all or none; columns that a row does not name are null or their default.

        Lists and mappings go into columns of lists and of JSON. With `or_ignore` a row whose key is there already is left out.
        """
        if not rows:
            return
        names = [name for name in self._columns(table) if any(name in row for row in rows)]
        shape = json.dumps([{name: self._columns(table)[name] for name in names}])
        payload = json.dumps([dict(row) for row in rows], ensure_ascii=False, default=str)
        ignoring = "or ignore " if or_ignore else ""
        self.connection.execute(
            f"insert {ignoring}into eval.{table} ({', '.join(names)}) "  # noqa: S608  names are the table's own
            f"select {', '.join(f'x.{name}' for name in names)} from (select unnest(from_json(?, ?)) as x)",
            [payload, shape],
        )

    def rows(self, query: str, **parameters: object) -> list[dict[str, Any]]:
        """What a query finds, a mapping a row; JSON columns are read."""
        result = self.connection.execute(query, parameters)
        columns = [(column[0], str(column[1])) for column in result.description or []]
        return [
            {
                name: json.loads(value) if kind == "JSON" and isinstance(value, str) else value
                for (name, kind), value in zip(columns, row, strict=True)
            }
            for row in result.fetchall()
        ]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside, or nothing."""
        self.connection.begin()
        try:
            yield
            self.connection.commit()
        except BaseException:
            self.connection.rollback()
            raise

    def _columns(self, table: str) -> dict[str, str]:
        """Columns of a table with the types in which JSON is read for it."""
        if table not in self._shapes:
            found = self.connection.execute(
                "select column_name, data_type from duckdb_columns() where schema_name = 'eval' and table_name = ? "
                "order by column_index",
                [table],
            ).fetchall()
            self._shapes[table] = dict(found)
        return self._shapes[table]


@contextmanager
def eval_store(settings: Settings, *, patience_seconds: float = 10.0) -> Iterator[EvalStore]:
    """The eval store of the home. Waits for another process that holds it, then raises `StageFailure`."""
    connection = open_database(EVALS, settings.evals, patience_seconds)
    try:
        with damage_told(EVALS, settings.evals):
            migrate(EVALS, connection)
            yield EvalStore(connection)
    finally:
        connection.close()
