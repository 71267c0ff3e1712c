"""The eval store without rows that hold what is a person's: found by address, number or hash, wherever in a table they stand.

The labelled set has people of its own, who are fictional; a name that one of them bears as well takes no row away.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playbook.erasure.marks import Mark, Seeker
from playbook.store.database import migrate, open_database
from playbook.store.evals import EVALS

if TYPE_CHECKING:
    import duckdb

    from playbook.erasure.plan import Plan
    from playbook.settings import Settings

_TABLES = """
select schema_name, table_name from duckdb_tables() where not internal and database_name = current_database()
order by schema_name, table_name
"""


def rows_of(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Every row of every table: the table, the row's number in it, its cells."""
    for schema, table in connection.execute(_TABLES).fetchall():
        result = connection.execute(f'select rowid, * from "{schema}"."{table}"')  # noqa: S608  names come from the database
        columns = [column[0] for column in result.description or []]
        while batch := result.fetchmany(1000):
            for number, *cells in batch:
                yield f"{schema}.{table}", number, dict(zip(columns[1:], cells, strict=True))


def text_of(cells: dict[str, Any]) -> str:
    """The cells of a row as one text."""
    return "\x00".join(map(_text, cells.values()))


def without_rows_of(plan: Plan, settings: Settings) -> int:
    """Remove the rows that hold a mark of the plan other than a name, and write the file anew; how many there were."""
    if not settings.evals.exists():
        return 0
    connection = open_database(EVALS, settings.evals, 10.0)
    try:
        migrate(EVALS, connection)
        seeker = Seeker(mark for mark in plan.marks if mark.kind != "name")
        gone: dict[str, list[int]] = {}
        for table, number, cells in rows_of(connection):
            if seeker.found_in(text_of(cells)):
                gone.setdefault(table, []).append(number)
        for table, numbers in gone.items():
            connection.execute(f"delete from {table} where rowid in (select unnest(?))", [numbers])  # noqa: S608  as above
        if gone:
            _rewritten(connection, settings.evals)
    finally:
        connection.close()
    return sum(map(len, gone.values()))


def _rewritten(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Copy what is left into a new file in the old one's place: deleted rows stay readable in the free blocks of a file."""
    fresh = path.with_suffix(".rewriting")
    fresh.unlink(missing_ok=True)
    (name,) = connection.execute("select current_database()").fetchone() or ("",)
    quoted = str(fresh).replace("'", "''")
    connection.execute(f"attach '{quoted}' as fresh (storage_version 'v1.5.0')")
    connection.execute(f'copy from database "{name}" to fresh')
    connection.execute("detach fresh")
    connection.close()
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
    fresh.replace(path)


def _text(cell: Any) -> str:  # noqa: ANN401  whatever a column holds
    if isinstance(cell, (list, tuple)):
        return "\x00".join(map(_text, cell))
    if isinstance(cell, dict):
        return "\x00".join((*map(_text, cell), *map(_text, cell.values())))
    return "" if cell is None else str(cell)


def is_name_alone(marks: frozenset[Mark]) -> bool:
    """Whether nothing was found but names."""
    return all(mark.kind == "name" for mark in marks)
