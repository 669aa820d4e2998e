"""Loads a backup into an empty database within one open transaction, and brings it to this release.

The schema is made as it was, filled, and migrated: so a backup of any older release can be read.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from sqlalchemy import Connection, Engine, event

from feedback.store import chaining, portable
from feedback.store.engine import open_engine
from feedback.store.vault import Vault
from hailong import schema
from hailong.backup.faults import BackupRefused, Damaged
from hailong.backup.manifest import Manifest
from hailong.backup.scroll import Unrolled

Advance = Callable[[int], None]


def load(connection: Connection, unrolled: Unrolled, vault: Vault) -> None:
    """Make the schema, fill it and bring it to this release; raise BackupRefused or Damaged."""
    _know(unrolled.manifest)
    schema.migrate(connection, unrolled.manifest.revisions)
    tables = {table.name: table for table in portable.tables(connection)}
    for sheet, rows in unrolled.sheets():
        if sheet.name not in tables:
            raise Damaged(f"The backup holds a table {sheet.name}, which its release had not.")
        try:
            portable.fill(connection, tables[sheet.name], sheet, rows)
        except portable.Unportable as error:
            raise Damaged(f"The table {sheet.name} cannot be put back: {error}.") from None
        # PostgreSQL draws ids from a counter of its own, which rows that bring theirs do not move.
        portable.count_on(connection, tables[sheet.name])
    schema.migrate(connection)
    # Acts from before the record was a chain are taken in, as an upgrade does.
    chaining.adopt(connection, vault)


@contextmanager
def fresh_file(path: Path) -> Iterator[Engine]:
    """Open a SQLite file that nobody else knows of, and that is thrown away where this fails.

    It keeps no journal beside it and is not forced to the disk: that is done once, at its end.
    """
    engine = open_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _alone)
    try:
        yield engine
    finally:
        engine.dispose()


def _alone(connection: SQLiteConnection, record: Any) -> None:
    connection.execute("PRAGMA journal_mode=MEMORY")
    connection.execute("PRAGMA synchronous=OFF")


def _know(manifest: Manifest) -> None:
    strange = sorted(set(manifest.revisions) - schema.known())
    if strange:
        said = f"release {manifest.release} (schema {', '.join(strange)})"
        raise BackupRefused(f"The backup is of {said}, newer than this one: install that first.")
