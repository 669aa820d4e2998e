"""Makes a backup: one picture of the whole database, sealed into one file, and read back at once.

The server goes on writing meanwhile. A file gets its name only after all of it was read again.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BufferedRandom
from pathlib import Path

from sqlalchemy import Connection, Engine, Table
from sqlalchemy.exc import DBAPIError

from bot.runtime.spool import overview
from feedback.domain.record import Head
from feedback.services import recount
from feedback.services.privacy import erasing
from feedback.store import audit, audit_read, portable
from feedback.store.columns import metadata
from feedback.store.engine import snapshot
from feedback.store.work import Work
from hailong import schema
from hailong.backup.box import Box, OpenedBox
from hailong.backup.faults import BackupRefused
from hailong.backup.kept_settings import parted
from hailong.backup.locks import Openers
from hailong.backup.manifest import Manifest, Sums
from hailong.backup.scroll import Scroll, Unrolled
from hailong.backup.whole_file import whole_file
from hailong.home import Home
from hailong.keys import read_keys
from hailong.settings import SETTINGS_FILE, Settings, stored_settings
from hailong.spooled import files_of

Advance = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was written and read back: what it says, and the hash of the whole file."""

    path: Path
    manifest: Manifest
    rows: int
    size: int
    sha256: str


def openers(settings: Settings) -> Openers:
    """Give what locks and opens backups of a home; raise BadSettings."""
    return Openers(read_keys(settings), settings.backup_passphrase)


def make(home: Home, path: Path, *, replace: bool = False, advance: Advance | None = None) -> Made:
    """Write a backup of a home; raise BackupRefused, and then nothing is left of it."""
    lock = openers(home.settings)
    with whole_file(path, replace=replace) as file:
        try:
            with snapshot(home.store.engine) as connection:
                manifest = _write(home, connection, Box(file, lock), advance or _nobody)
        except (DBAPIError, portable.Unportable) as error:
            raise BackupRefused(f"The database cannot be read: {_said(error)}.") from None
        # A backup that cannot be read is found out today, not on the day when it is needed.
        rows = _read_again(file, lock)
        return Made(path, manifest, rows, file.seek(0, 2), _hashed(file))


def note(home: Home, made: Made) -> None:
    """Note in the record of acts that a copy of everything was taken."""
    with home.store.work() as work:
        audit.note(work, home.actor, "backup.make", made.path.name, after=made.sha256)


def size(engine: Engine) -> int:
    """Estimate how many rows there are, for a bar that advances."""
    with engine.connect() as connection:
        found = portable.tables(connection)
        return sum(portable.count(connection, table) for table in found)


def spooled(home: Home) -> int:
    """Count the updates that wait beside the database and are in no backup."""
    return overview(files_of(home.settings)).n


def _write(home: Home, connection: Connection, box: Box, advance: Advance) -> Manifest:
    with home.store.joined(connection) as work:
        # In the same picture as the rows, so that its head and its sums are theirs.
        manifest = described(home, work)
    scroll = Scroll(box, manifest)
    for table in tables_of(connection, manifest):
        before = scroll.rows
        scroll.table(portable.sheet(table), portable.lines(connection, table))
        advance(scroll.rows - before)
    scroll.close()
    return manifest


def tables_of(connection: Connection, manifest: Manifest) -> tuple[Table, ...]:
    """Take what the product knows; of an older schema all, since it may know less by now."""
    newest = manifest.revisions == schema.newest()
    return portable.tables(connection, metadata.tables if newest else None)


def described(home: Home, work: Work) -> Manifest:
    """Say how a home and its database stand in this moment."""
    revisions = schema.stands(work.connection)
    now = revisions == schema.newest()
    within = erasing.listed(work) if now else ()
    settings, secrets = parted(stored_settings(home.settings.home / SETTINGS_FILE))
    return Manifest(
        made_at=work.now,
        database=work.connection.dialect.name,
        revisions=revisions,
        kids=tuple(key.kid for key in work.vault.keys),
        head=_head(work) if now else None,
        sums=Sums(*recount.sums(work)) if now else None,
        # The file may know of other machines' erasures, and the database of one the file missed.
        erasures=tuple(sorted({*home.erasures.read(), *within}, key=str)),
        settings=settings,
        secrets=secrets,
    )


def _head(work: Work) -> Head | None:
    row = audit_read.head(work)
    return Head(row.seq, bytes(row.mac)) if row is not None and row.seq else None


def _read_again(file: BufferedRandom, lock: Openers) -> int:
    file.flush()
    file.seek(0)
    unrolled = Unrolled.open(OpenedBox.open(file, lock))
    for _ in unrolled.sheets():
        pass
    return sum(unrolled.counts.values())


def _hashed(file: BufferedRandom) -> str:
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


def _said(error: Exception) -> str:
    return str(error.orig) if isinstance(error, DBAPIError) else str(error)


def _nobody(step: int) -> None:
    pass
