"""The database's schema: bring it up to date, and tell whether it is."""

from importlib.resources import files
from typing import Any

from alembic.command import upgrade as alembic_upgrade
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

import feedback.store.tables  # noqa: F401  (both fill the metadata)
from hailong.settings import Settings


def upgrade(engine: Engine) -> None:
    """Bring the schema to the newest revision, all in one transaction."""
    with engine.connect() as connection:
        connection.info["begin"] = "BEGIN IMMEDIATE"
        with connection.begin():
            alembic_upgrade(_config(connection), "heads")


def current(engine: Engine) -> tuple[str, ...]:
    """Name the revisions that the database stands at; empty for a new one."""
    with engine.connect() as connection:
        return tuple(sorted(MigrationContext.configure(connection).get_current_heads()))


def newest() -> tuple[str, ...]:
    """Name the newest revisions that this release knows."""
    return tuple(sorted(ScriptDirectory.from_config(_config(None)).get_heads()))


def behind(engine: Engine, settings: Settings) -> str:
    """Say what is wrong with the schema and what to do, or nothing."""
    try:
        stands = current(engine)
    except OperationalError as error:
        return f"The database {_shown(settings)} cannot be opened: {error.orig}"
    if not stands:
        return f"There is nothing in {_shown(settings)} yet; run `hailong init`."
    if stands != newest():
        return "The database is of another release; run `hailong db upgrade`."
    return ""


def _shown(settings: Settings) -> str:
    return settings.database.rpartition("@")[2]


def _config(connection: Connection | None) -> Config:
    config = Config()
    own: Any = files("feedback.store") / "migrations"
    other: Any = files("bot.store") / "migrations"
    config.set_main_option("script_location", str(own))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", f"{own / 'versions'}\n{other / 'versions'}")
    config.attributes["connection"] = connection
    return config
