"""Homes for tests of backups: on a database with its revisions noted, and empty ones to restore to."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic.command import stamp

from feedback.store import portable
from feedback.store.engine import snapshot
from feedback.store.work import Store
from hailong import schema
from hailong.home import Home, wire
from hailong.settings import Settings
from tests.conftest import Hands
from tests.office import KEY

KEYS = f"{KEY.kid}:{KEY.secret.decode()}"


@contextmanager
def home_on(folder: Path, url: str, clock: Hands | None = None, **more: str) -> Iterator[Home]:
    """Open a home on a database that has the newest tables."""
    folder.mkdir(mode=0o700, exist_ok=True)
    home = wire(Settings(home=folder, database_url=url, **{"keys": KEYS} | more))
    with schema.changing(home.store.engine) as connection:
        stamp(schema.config(connection), "heads")
    if clock is not None:
        home.store.clock = clock
    yield home
    home.store.close()


def sums(store: Store) -> dict[str, tuple[int, str]]:
    """Give the count and sum of every table, whatever stands in it."""
    with snapshot(store.engine) as connection:
        found = {t.name: portable.summed(connection, t) for t in portable.tables(connection)}
    return {name: (one.rows, one.digest) for name, one in found.items()}
