"""Moves an office from SQLite to PostgreSQL: every row, compared and proven, or nothing.

Nobody else may have the file open meanwhile. It is not deleted, but set aside under another name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError

from feedback.services import record
from feedback.services.refusals import Misuse, Refusal
from feedback.store import audit, portable
from feedback.store.engine import InUse, held, open_engine
from feedback.store.work import Store
from hailong import schema
from hailong.backup.emptiness import SQLITE, check_database
from hailong.backup.faults import BackupRefused
from hailong.backup.making import described, tables_of
from hailong.backup.manifest import Manifest
from hailong.backup.proving import PROVER, prove
from hailong.database_address import checked, shown
from hailong.finding import Finding
from hailong.home import Home
from hailong.schema import MOVED

POSTGRESQL = "postgresql+psycopg://"
_RECORD = frozenset({"audit", "audit_head"})
"""What the move itself adds to."""
Advance = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved, or had been ``before``: rows by table, where to, where the old file is."""

    counts: dict[str, int]
    into: str
    left: Path
    before: bool


def move(home: Home, url: str, advance: Advance) -> Moved:
    """Move a home's database; raise Misuse, NotEmpty, or Refusal for whatever is not the same."""
    path = _file(home, url)
    # Our own connections first: the file is wanted for oneself alone.
    home.store.close()
    target = Store(open_engine(url), home.store.vault, home.store.clock, told=home.heads.keep)
    try:
        with held(f"{SQLITE}{path}") as source:
            with home.store.joined(source) as work:
                manifest = described(home, work)
            before = _was_moved(source, target, manifest)
            if not before:
                _copy(home, source, target, manifest, advance)
            counts = {t.name: portable.count(source, t) for t in tables_of(source, manifest)}
    except InUse:
        raise Refusal(f"{path} is open elsewhere: stop the server and the terminals.") from None
    except DBAPIError as error:
        raise Refusal(f"It was not moved: {str(error.orig).partition(chr(10))[0]}.") from None
    finally:
        target.close()
    left = path.with_name(f"{path.name}{MOVED}-{home.store.clock():%Y%m%dT%H%M%SZ}")
    # Last of all, so that whatever goes wrong before leaves the office where it was.
    path.rename(left)
    return Moved(counts, shown(url), left, before)


def _file(home: Home, url: str) -> Path:
    if not home.settings.database.startswith(SQLITE):
        raise Misuse("The database is not SQLite any more; to move it elsewhere use a backup.")
    if not url.startswith(POSTGRESQL):
        raise Misuse(f"Say where to: {POSTGRESQL}USER@HOST/NAME.")
    try:
        checked(url)
    except ValueError as error:
        raise Misuse(f"Say where to: {error}.") from None
    return Path(home.settings.database.removeprefix(SQLITE))


def _copy(
    home: Home, source: Connection, target: Store, manifest: Manifest, advance: Advance
) -> None:
    check_database(target.engine)
    with schema.changing(target.engine) as connection:
        schema.migrate(connection)
        there = {table.name: table for table in portable.tables(connection)}
        for table in tables_of(source, manifest):
            advance(_copy_table(source, table, connection, there[table.name]))
        with target.joined(connection) as work:
            wrong = [one.what for one in prove(work, manifest) if one.state == Finding.WRONG]
            if wrong:
                raise BackupRefused("It was not moved: " + "; ".join(wrong) + ".")
            audit.note(work, home.actor, "database.move", shown(str(target.engine.url)))
    target.settle(work)


def _copy_table(source: Connection, table: Table, target: Connection, there: Table) -> int:
    """Copy a table and compare every row of it; give how many there are."""
    total = portable.RowSum()
    rows = portable.rows(source, table, total)
    try:
        portable.fill(target, there, portable.sheet(table), rows)
    except portable.Unportable as error:
        raise Refusal(f"It was not moved: {table.name}: {error}.") from None
    portable.count_on(target, there)
    if portable.summed(target, there).digest != total.digest:
        raise Refusal(f"It was not moved: {table.name} is not the same there.")
    return total.rows


def _was_moved(source: Connection, target: Store, manifest: Manifest) -> bool:
    """Say whether all of it is there already, from a move that was cut off at its very end."""
    with target.engine.connect() as connection:
        there = {table.name: table for table in portable.tables(connection)}
        if not there or schema.stands(connection) != manifest.revisions:
            return False
        for table in tables_of(source, manifest):
            if table.name not in _RECORD and not _same(source, table.name, connection):
                return False
        with target.joined(connection) as work:
            kept = [manifest.head] if manifest.head else []
            return record.verify(work, PROVER, kept).ok


def _same(source: Connection, name: str, target: Connection) -> bool:
    (here,) = portable.tables(source, [name])
    found = portable.tables(target, [name])
    return bool(found) and (
        portable.summed(source, here).digest == portable.summed(target, found[0]).digest
    )
