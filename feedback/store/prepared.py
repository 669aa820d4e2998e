"""Runs a statement over many rows with the least work per row: compiled once, bound by hand.

The toolkit's own path costs several microseconds a row for what never changes between batches.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Insert, Table, insert
from sqlalchemy.sql.schema import ScalarElementColumnDefault

Row = Mapping[str, Any]
Bind = tuple[str, Callable[[Any], Any] | None]


class _Compiled(NamedTuple):
    sql: str
    binds: tuple[Bind, ...]
    positional: bool


def write_many(connection: Connection, statement: Insert, rows: Sequence[Row]) -> None:
    """Insert rows, each with the same keys; ``statement`` is one that lives as long as its module.

    Raises what the database raises, as the toolkit's own errors.
    """
    if not rows:
        return
    # Run past the toolkit, a statement is given none of its table's defaults.
    absent = _defaults(statement, tuple(rows[0]))
    if absent:
        rows = [{**absent, **row} for row in rows]
    made = _compiled(statement, connection.dialect, tuple(rows[0]))
    if made.positional:
        values: Any = [
            tuple([read(row[key]) if read else row[key] for key, read in made.binds])
            for row in rows
        ]
    else:
        values = [
            {key: read(row[key]) if read else row[key] for key, read in made.binds} for row in rows
        ]
    connection.exec_driver_sql(made.sql, values)


@lru_cache
def inserting(table: Table) -> Insert:
    """Give the plain insert into a table, the same object each time."""
    return insert(table)


# Bounded, so that memory stays flat (benchmarks: 1.015 x from 10,000 to 100,000 updates).
@lru_cache(maxsize=512)
def _defaults(statement: Insert, keys: tuple[str, ...]) -> dict[str, Any]:
    """Give the tables' own plain defaults for columns that the rows leave out."""
    return {
        column.name: column.default.arg
        for column in statement.table.columns
        if column.name not in keys and isinstance(column.default, ScalarElementColumnDefault)
    }


@lru_cache(maxsize=512)
def _compiled(statement: Insert, dialect: Dialect, keys: tuple[str, ...]) -> _Compiled:
    made = statement.compile(dialect=dialect, column_keys=list(keys))
    # SQLite's driver takes values by their place, PostgreSQL's by their names.
    names: Sequence[str] = getattr(made, "positiontup", None) or keys
    columns = statement.table.columns
    binds = tuple(
        (name, columns[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in names
    )
    return _Compiled(str(made), binds, bool(getattr(made, "positiontup", None)))
