"""Inserts that meet an existing row, spelled for whichever of the two databases is there."""

from functools import lru_cache

from sqlalchemy import Connection, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite


def unless_there(connection: Connection, table: Table) -> Insert:
    """Insert rows of which no unique key is there yet, leaving the others as they are."""
    return _unless_there(connection.dialect.name, table)


def adding(connection: Connection, table: Table, *sums: str) -> Insert:
    """Insert rows, adding the named columns to those of a row with the same primary key."""
    return _adding(connection.dialect.name, table, sums)


def replacing(connection: Connection, table: Table) -> Insert:
    """Insert rows, replacing every other column of a row with the same primary key."""
    return _replacing(connection.dialect.name, table)


def _insert(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


# The same object each time: by it `prepared` knows a statement that it has compiled.
@lru_cache
def _unless_there(dialect: str, table: Table) -> Insert:
    # No target is named, so that any unique key counts: a follow-up's is its rating.
    return _insert(dialect, table).on_conflict_do_nothing()


@lru_cache
def _adding(dialect: str, table: Table, sums: tuple[str, ...]) -> Insert:
    statement = _insert(dialect, table)
    return statement.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_={name: table.c[name] + statement.excluded[name] for name in sums},
    )


@lru_cache
def _replacing(dialect: str, table: Table) -> Insert:
    statement = _insert(dialect, table)
    others = [column.name for column in table.columns if not column.primary_key]
    return statement.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_={name: statement.excluded[name] for name in others},
    )
