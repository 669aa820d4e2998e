"""Tells a database whose pages are damaged from one that is busy or gone. It mends nothing."""

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

ADVICE = (
    "The database is damaged. Stop the server, keep a copy of what is there, and put the last "
    "backup back (hailong restore); then see what is wrong with the disk."
)
_POSTGRES = "XX"
"""Class of SQLSTATE of what is wrong inside, damaged data and indexes among it."""


def is_damage(error: BaseException | None) -> bool:
    """Say whether an error means that what is on the disk cannot be what was written there.

    SQLite says so with the bare DatabaseError alone: SQLITE_CORRUPT and SQLITE_NOTADB.
    """
    if not isinstance(error, DatabaseError):
        return False
    state = getattr(error.orig, "sqlstate", None) or ""
    return type(error) is DatabaseError or str(state).startswith(_POSTGRES)


def found(connection: Connection) -> str:
    """Read every page of a SQLite file; give the first thing that is wrong, or nothing.

    What other databases keep is theirs to look after.
    """
    if connection.dialect.name != "sqlite":
        return ""
    # integrity_check would compare every index with its table as well, and take far longer.
    first = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())
    # The first line only names the database; what is wrong stands below it.
    return "" if first == "ok" else first.splitlines()[-1]
