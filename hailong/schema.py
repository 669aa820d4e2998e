"""The database's schema: bring it up to date, and tell whether it is."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from alembic.command import upgrade as alembic_upgrade
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, Table
from sqlalchemy.exc import DatabaseError, OperationalError

import feedback.store.tables  # noqa: F401  (fills the metadata)
from bot.store import tables as bot_tables
from feedback.services.refusals import Refusal
from feedback.store import chaining
from feedback.store.damage import ADVICE, is_damage
from feedback.store.engine import writes
from feedback.store.vault import Vault
from hailong.database_address import shown
from hailong.settings import Settings

MOVED = ".moved"
"""What follows the name of a SQLite file whose rows now live elsewhere."""
BOT_TABLES = frozenset(
    table.name for table in vars(bot_tables).values() if isinstance(table, Table)
)
"""Tables of the conversation; the others belong to feedback."""


def upgrade(engine: Engine, vault: Vault | None = None) -> int:
    """Bring the schema to the newest revision, all in one transaction.

    With a vault, acts from before the record was a chain are taken into it; gives how many.
    """
    with changing(engine) as connection:
        migrate(connection)
        return chaining.adopt(connection, vault) if vault else 0


@contextmanager
def changing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction in which the schema may change: all of it, or nothing.

    On SQLite a table whose columns change is made anew; its children must not go with the old one,
    so foreign keys rest meanwhile, and are checked before anything is committed.
    """
    with engine.connect() as connection, _keys_resting(connection):
        writes(connection)
        with connection.begin():
            yield connection
            _check_keys(connection)


def migrate(connection: Connection, to: Iterable[str] = ("heads",)) -> None:
    """Bring the schema to some revisions within an open transaction."""
    for revision in to:
        alembic_upgrade(config(connection), revision)


@contextmanager
def _keys_resting(connection: Connection) -> Iterator[None]:
    raw: Any = connection.connection.driver_connection
    if connection.dialect.name != "sqlite":
        yield
        return
    # Before the transaction, within which SQLite ignores it.
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def _check_keys(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(f"the migration left rows without their parents, as in {broken[0][0]}")


def current(engine: Engine) -> tuple[str, ...]:
    """Name the revisions that the database stands at; empty for a new one."""
    with engine.connect() as connection:
        return stands(connection)


def stands(connection: Connection) -> tuple[str, ...]:
    """Name the revisions that the database of an open transaction stands at."""
    return tuple(sorted(MigrationContext.configure(connection).get_current_heads()))


def opened(engine: Engine, settings: Settings) -> tuple[str, ...]:
    """Name the revisions as ``current`` does; raise Refusal where the database does not open."""
    try:
        return current(engine)
    except DatabaseError as error:
        if not is_damage(error) and not isinstance(error, OperationalError):
            raise
        cannot = f"The database {shown(settings.database)} cannot be opened: {error.orig}"
        raise Refusal(ADVICE if is_damage(error) else cannot) from None


def known() -> frozenset[str]:
    """Name every revision that this release knows."""
    script = ScriptDirectory.from_config(config(None))
    return frozenset(one.revision for one in script.walk_revisions())


def newest() -> tuple[str, ...]:
    """Name the newest revisions that this release knows."""
    return tuple(sorted(ScriptDirectory.from_config(config(None)).get_heads()))


def behind(engine: Engine, settings: Settings) -> str:
    """Say what is wrong with the schema and what to do, or nothing."""
    try:
        stands = opened(engine, settings)
    except Refusal as refusal:
        return str(refusal)
    if not stands and moved(settings):
        return moved(settings)
    if not stands:
        return f"There is nothing in {shown(settings.database)} yet; run `hailong init`."
    if set(stands) - known():
        return "The database is of a newer release; install that one."
    if stands != newest():
        return "The database is of another release; run `hailong db upgrade`."
    return ""


def moved(settings: Settings) -> str:
    """Say that the database was moved to another one, where its file was set aside for that."""
    path = Path(settings.database.removeprefix("sqlite:///"))
    if not list(path.parent.glob(f"{path.name}{MOVED}-*")):
        return ""
    return "The database was moved: set HAILONG_DATABASE_URL to where it is now."


def config(connection: Connection | None) -> Config:
    """Configure alembic for both rooms' migrations, on an open connection."""
    made = Config()
    own: Any = files("feedback.store") / "migrations"
    other: Any = files("bot.store") / "migrations"
    made.set_main_option("script_location", str(own))
    # A path may hold spaces and colons, at which alembic would part it.
    made.set_main_option("path_separator", "newline")
    made.set_main_option("version_locations", f"{own / 'versions'}\n{other / 'versions'}")
    made.attributes["connection"] = connection
    return made
