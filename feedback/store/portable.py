"""Rows of any table in a form that both databases share, as they are stored, and back again.

It knows no table by name and no meaning: what the database holds is carried, but for computed
columns. It never begins or ends a transaction.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    func,
    insert,
    select,
    text,
)
from sqlalchemy import column as column_named
from sqlalchemy import table as table_named

REVISIONS = "alembic_version"
_AT_ONCE, _FEW = 2000, 16
"""Rows in memory at a time; few where a row holds a piece of a file."""
_RANGE = 2**256
Row = Sequence[object]


class Unportable(Exception):
    """A column of a kind that the other database may not have, or rows that fit no table."""


class Kind(StrEnum):
    """What a column holds, whatever a database calls it."""

    NUMBER = "number"
    TEXT = "text"
    TRUTH = "truth"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it is carried: its name, and its columns with their kinds."""

    name: str
    columns: tuple[tuple[str, Kind], ...]

    @property
    def of_bytes(self) -> tuple[int, ...]:
        """The places of columns that hold bytes."""
        return tuple(n for n, (_, kind) in enumerate(self.columns) if kind is Kind.BYTES)


class RowSum:
    """Counts rows and adds up their hashes, so that the order in which they come is no matter."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, line: bytes) -> None:
        """Take a row in, as ``encode`` wrote it."""
        self.rows += 1
        # A sum and no XOR, in which two rows that are alike would cancel each other out.
        self._sum = (self._sum + int.from_bytes(hashlib.sha256(line).digest())) % _RANGE

    @property
    def digest(self) -> str:
        """The sum of SHA-256 of all rows modulo 2**256, in hexadecimal."""
        return f"{self._sum:064x}"


def tables(connection: Connection, only: Iterable[str] | None = None) -> tuple[Table, ...]:
    """Look up the tables that the database really has, parents first; ``only`` of these names."""
    found = MetaData()
    found.reflect(connection)
    wanted = None if only is None else set(only)
    return tuple(
        table
        for table in found.sorted_tables
        if table.name != REVISIONS and (wanted is None or table.name in wanted)
    )


def sheet(table: Table) -> Sheet:
    """Describe a table; raise Unportable for a column that the other database may not have."""
    return Sheet(table.name, tuple((column.name, _kind(column)) for column in _stored(table)))


def lines(connection: Connection, table: Table) -> Iterator[bytes]:
    """Read all rows of a table, each as ``encode`` writes it, few at a time."""
    drawn = sheet(table)
    query = select(*_stored(table))
    options = {"stream_results": True, "yield_per": _step(drawn)}
    places = drawn.of_bytes
    for row in connection.execute(query, execution_options=options):
        yield encode(row, places)


def rows(connection: Connection, table: Table, total: RowSum) -> Iterator[Row]:
    """Read all rows of a table as values, and add them up on the way."""
    places = sheet(table).of_bytes
    for line in lines(connection, table):
        total.add(line)
        yield decode(line, places)


def encode(row: Row, of_bytes: Sequence[int]) -> bytes:
    """Write a row as a line of JSON without its end; bytes in base 64."""
    if of_bytes:
        values = list(row)
        for n in of_bytes:
            value = values[n]
            values[n] = base64.b64encode(value).decode() if isinstance(value, bytes) else value
        return _encode(values).encode()
    return _encode(list(row)).encode()


def decode(line: bytes, of_bytes: Sequence[int]) -> Row:
    """Read what ``encode`` wrote."""
    values: list[Any] = json.loads(line)
    for n in of_bytes:
        if values[n] is not None:
            values[n] = base64.b64decode(values[n])
    return values


def fill(connection: Connection, table: Table, drawn: Sheet, rows: Iterator[Row]) -> None:
    """Put rows into an empty table; raise Unportable where it has other columns."""
    if drawn != sheet(table):
        raise Unportable(f"the table {table.name} has other columns here")
    put = _copied if connection.dialect.name == "postgresql" else _inserted
    dbapi: Any = connection.dialect.dbapi
    try:
        put(connection, drawn, rows)
    # Not chained either: the cause would carry a citizen's row into the log.
    except dbapi.Error as error:  # further lines of it may quote the row
        raise Unportable(str(error).partition("\n")[0]) from None


def _copied(connection: Connection, drawn: Sheet, rows: Iterator[Row]) -> None:
    raw: Any = connection.connection.driver_connection
    # By name, since a column that came in a later release stands elsewhere in a new table.
    order = f"COPY {_into(connection, drawn)} FROM STDIN"
    with raw.cursor() as cursor, cursor.copy(order) as copy:
        for row in rows:
            copy.write_row(row)


def _inserted(connection: Connection, drawn: Sheet, rows: Iterator[Row]) -> None:
    raw: Any = connection.connection.driver_connection
    into = table_named(drawn.name, *(column_named(name) for name, _ in drawn.columns))
    order = str(insert(into).compile(dialect=connection.dialect))
    step = _step(drawn)
    while some := list(islice(rows, step)):
        raw.executemany(order, some)


def _into(connection: Connection, drawn: Sheet) -> str:
    quote = connection.dialect.identifier_preparer.quote
    return f"{quote(drawn.name)} ({', '.join(quote(name) for name, _ in drawn.columns)})"


def count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL draw numbers after those that are there; SQLite does so by itself."""
    if connection.dialect.name != "postgresql":
        return
    quoted = connection.dialect.identifier_preparer.quote(table.name)
    for column in table.primary_key:
        names = {"table": quoted, "column": column.name}
        asked = text("SELECT pg_get_serial_sequence(:table, :column)")
        counter = connection.scalar(asked, names)
        if counter is not None:
            # COPY moves no sequence: without this the next row would take a number that is there.
            newest = connection.scalar(select(func.max(column))) or 0
            moved = text("SELECT setval(CAST(:counter AS regclass), :next, false)")
            connection.execute(moved, {"counter": counter, "next": newest + 1})


def summed(connection: Connection, table: Table) -> RowSum:
    """Add up all rows of a table."""
    found = RowSum()
    for line in lines(connection, table):
        found.add(line)
    return found


def count(connection: Connection, table: Table) -> int:
    """Count the rows of a table."""
    return connection.scalar(select(func.count()).select_from(table)) or 0


def orphaned(connection: Connection) -> tuple[str, ...]:
    """Name tables of SQLite that hold rows without their parents; PostgreSQL lets none in."""
    if connection.dialect.name != "sqlite":
        return ()
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return tuple(sorted({str(row[0]) for row in rows}))


def _stored(table: Table) -> list[Column[Any]]:
    """Give what is carried, by name: a column that came later stands elsewhere in a new table."""
    held = (column for column in table.columns if column.computed is None)
    return sorted(held, key=lambda column: column.name)


def _step(drawn: Sheet) -> int:
    return _FEW if drawn.of_bytes else _AT_ONCE


def _kind(column: Column[Any]) -> Kind:
    for kind, types in _KINDS:
        if isinstance(column.type, types):
            return kind
    raise Unportable(f"{column.table.name}.{column.name} is {column.type}, which is not carried")


_KINDS = (
    (Kind.TRUTH, Boolean),
    (Kind.NUMBER, Integer),
    (Kind.TEXT, String),
    (Kind.BYTES, LargeBinary),
)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
