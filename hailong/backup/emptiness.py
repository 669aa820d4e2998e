"""Makes sure that a backup is put where nothing is, and names it there whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from feedback.store import portable
from feedback.store.engine import open_engine
from hailong.backup.faults import BackupRefused, NotEmpty
from hailong.backup.loading import fresh_file
from hailong.backup.whole_file import PART
from hailong.erasure_file import ERASURE_FILE
from hailong.settings import KEYS_FILE, SETTINGS_FILE, Settings

SQLITE = "sqlite:///"
# The last where a home is a file system of its own.
_MAY_BE_THERE = frozenset({KEYS_FILE, SETTINGS_FILE, ERASURE_FILE, "lost+found"})
"""What an operator puts into a new home before a backup is put back."""


def check_home(home: Path) -> None:
    """Raise NotEmpty where a home holds more than keys, settings and a list of erasures."""
    there = sorted(one.name for one in home.iterdir()) if home.exists() else []
    # The draft of a restore that was killed must not bar the next one.
    strange = [name for name in there if name not in _MAY_BE_THERE and not name.endswith(PART)]
    if strange:
        raise NotEmpty(
            f"{home} is not empty ({', '.join(strange[:5])}): a backup is put into a new home,"
            f" which may hold {KEYS_FILE}, {SETTINGS_FILE} and {ERASURE_FILE} only."
        )


@contextmanager
def empty_database(settings: Settings) -> Iterator[Engine]:
    """Open the database of the settings, in which nothing is; raise NotEmpty.

    On SQLite it is a draft, which gets its name when all went well.
    """
    if settings.database.startswith(SQLITE):
        path = Path(settings.database.removeprefix(SQLITE))
        with _named_at_the_end(path) as draft, fresh_file(draft) as engine:
            yield engine
        return
    engine = open_engine(settings.database)
    try:
        check_database(engine)
        yield engine
    finally:
        engine.dispose()


def check_database(engine: Engine) -> None:
    """Raise NotEmpty where a database has tables, BackupRefused where it cannot be opened."""
    try:
        with engine.connect() as connection:
            found = portable.tables(connection)
    except OperationalError as error:
        raise BackupRefused(f"The database cannot be opened: {error.orig}") from None
    if found:
        raise NotEmpty(f"There are tables in {engine.url.database} already; make an empty one.")


@contextmanager
def _named_at_the_end(path: Path) -> Iterator[Path]:
    # A journal without its file counts too: SQLite would play it into whatever takes that name.
    if any(path.with_name(path.name + more).exists() for more in ("", "-wal", "-shm")):
        raise NotEmpty(f"{path} is there already.")
    for left in path.parent.glob(f".{path.name}.*{PART}"):  # of a try that was killed
        left.unlink()
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}{PART}")
    try:
        # Made here, for this account alone: SQLite would make it by the caller's mask.
        os.close(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        yield draft
        # Until here nothing was forced to the disk: a name must never stand for half a database.
        _force(draft)
        os.replace(draft, path)
    except OSError as error:
        raise BackupRefused(f"{path} cannot be written: {error.strerror or error}.") from None
    finally:
        draft.unlink(missing_ok=True)


def _force(path: Path) -> None:
    file = os.open(path, os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)
