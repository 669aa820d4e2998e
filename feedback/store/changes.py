"""Word that something was written by another process, on both databases. It reads no table."""

from typing import Any, Protocol

from sqlalchemy import Connection, Engine, text

from feedback.store.work import Work

CHANNEL = "hailong_changed"
_ANNOUNCE = text(f"NOTIFY {CHANNEL}")


class Changes(Protocol):
    """Listens from the moment it is made."""

    def changed(self) -> bool:
        """Say whether anything was committed since the last time this was asked."""
        ...

    def close(self) -> None:
        """Stop listening."""
        ...


def listen(engine: Engine) -> Changes:
    """Listen on a database; ask from one thread at a time."""
    if engine.dialect.name == "sqlite":
        return SQLiteChanges(engine)
    return PostgresChanges(engine)


def announce(work: Work) -> None:
    """Tell those who listen, once this transaction commits; SQLite tells by itself."""
    if work.connection.dialect.name == "postgresql":
        work.connection.execute(_ANNOUNCE)


class SQLiteChanges:
    """``PRAGMA data_version`` on a connection of its own: it moves when another one commits."""

    def __init__(self, engine: Engine) -> None:
        # Of its own, since a connection's own commits do not move its data_version.
        self._connection = engine.raw_connection()
        self._seen = self._version()

    def changed(self) -> bool:
        """Say whether anything was committed since the last time this was asked."""
        before, self._seen = self._seen, self._version()
        return before != self._seen

    def close(self) -> None:
        """Stop listening."""
        self._connection.close()

    def _version(self) -> int:
        cursor = self._connection.cursor()
        try:
            return int(cursor.execute("PRAGMA data_version").fetchone()[0])
        finally:
            cursor.close()


class PostgresChanges:
    """LISTEN on a connection of its own, opened anew when it was lost."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._open()

    def changed(self) -> bool:
        """Say whether anything was announced, or whether word may have been lost."""
        reopened = self._connection is None
        try:
            driver = self._open()
            heard = list(driver.notifies(timeout=0))
        # Half read, a connection may hold word back: it is opened anew, and that counts as word.
        except BaseException:
            self.close()
            raise
        return reopened or bool(heard)

    def close(self) -> None:
        """Stop listening."""
        if self._connection is not None:
            # Invalidated first: the pool must not hand on a connection that still listens.
            self._connection.invalidate()
            self._connection.close()
            self._connection = None

    def _open(self) -> Any:
        if self._connection is None:
            # LISTEN holds from its commit on, and a transaction left open would hold back vacuum.
            self._connection = self._engine.connect().execution_options(
                isolation_level="AUTOCOMMIT"
            )
            self._connection.execute(text(f"LISTEN {CHANNEL}"))
        return self._connection.connection.driver_connection
