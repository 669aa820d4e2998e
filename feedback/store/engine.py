"""Engines for the two databases, with SQLite made durable and its transactions explicit."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection as SQLiteConnection
from sqlite3 import Error as SQLiteError
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError

if TYPE_CHECKING:
    from psycopg import Connection as PostgresConnection

_PATIENCE = 5  # seconds
_ALIVE = {
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}
"""A machine that is gone without a word is noticed within half a minute (libpq 34.1.2)."""
# WAL, so that terminals read while the server writes; FULL, since a messenger that was told 200
# never sends again and NORMAL may lose the last commits when the power fails.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    # Off unless each connection asks for it.
    "PRAGMA foreign_keys=ON",
    # What a citizen had erased must not rest in the file's free pages.
    "PRAGMA secure_delete=ON",
    # The longest writing transaction, an import of 16,605 desks, takes 1.2 s of processor time.
    "PRAGMA busy_timeout=5000",
    # Below zero it is told in kibibytes: 8 MiB for each connection.
    "PRAGMA cache_size=-8192",
    "PRAGMA temp_store=MEMORY",
)


def open_engine(url: str, idle: int = 0) -> Engine:
    """Open an engine on a SQLite file or a PostgreSQL database.

    PostgreSQL ends a transaction in which nothing was asked for ``idle`` seconds, 0 for never: a
    process that was stopped or cut off in the middle of one would hold up all others.
    """
    if url.startswith("sqlite:"):
        return _sqlite(url)
    engine = _postgres(url)
    if idle:

        @event.listens_for(engine, "connect")
        def _impatient(connection: "PostgresConnection", record: Any) -> None:
            # Committed at once: rolled back with the first transaction that fails, it would hold no
            # more.
            connection.execute(f"SET idle_in_transaction_session_timeout = '{idle}s'")
            connection.commit()

    return engine


def _postgres(url: str) -> Engine:
    return create_engine(
        url,
        hide_parameters=True,
        pool_size=8,
        max_overflow=8,
        # Connections of before a restart or failover of PostgreSQL are replaced before they are
        # used.
        pool_pre_ping=True,
        connect_args={"connect_timeout": _PATIENCE, **_ALIVE},
    )


def writes(connection: Connection) -> None:
    """Mark a connection so that its next transaction takes the write lock at once."""
    # A reader that asks for the write lock later fails at once when another wrote meanwhile,
    # whatever the busy timeout.
    connection.info["begin"] = "BEGIN IMMEDIATE"


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that reads one and the same picture to its end, while others write."""
    with engine.connect() as connection:
        # In WAL any reading transaction of SQLite sees one picture; PostgreSQL's usual one does
        # not.
        if connection.dialect.name == "postgresql":
            connection.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        with connection.begin() as transaction:
            yield connection
            transaction.rollback()


class InUse(Exception):
    """Another process has the database open."""


@contextmanager
def held(url: str) -> Iterator[Connection]:
    """Hold a SQLite file alone, in one transaction; raise InUse where anybody has it open.

    Leaving the write-ahead log needs the file for oneself: that is how even those who only have it
    open are found. Whoever opens it next takes up the log again.
    """
    engine = create_engine(_of_file(url), connect_args={"timeout": 1.0})

    @event.listens_for(engine, "connect")
    def _alone(connection: SQLiteConnection, record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode=DELETE")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN EXCLUSIVE")

    try:
        with _opened(engine) as connection, connection.begin() as transaction:
            yield connection
            transaction.rollback()
    finally:
        engine.dispose()


def _opened(engine: Engine) -> Connection:
    try:
        return engine.connect()
    except (OperationalError, SQLiteError):
        raise InUse from None


def _of_file(url: str) -> URL:
    # As it stands: in a folder's name ?, % and @ are letters, and the file must not lie elsewhere.
    return URL.create("sqlite", database=url.removeprefix("sqlite:///"))


def _sqlite(url: str) -> Engine:
    # The pool hands connections from thread to thread; each is used by one at a time.
    engine = create_engine(
        _of_file(url),
        # What is bound may be somebody's words, and errors end up in logs.
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": 5.0},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: SQLiteConnection, record: Any) -> None:
        connection.isolation_level = None  # the driver's own implicit BEGIN is of no use here
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # For one transaction: the pool hands the connection on to those who only read.
        connection.exec_driver_sql(connection.info.pop("begin", "BEGIN"))

    return engine
