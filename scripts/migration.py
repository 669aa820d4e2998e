"""Writes the next migration of a room by comparing the tables with an upgraded database.

``python -m scripts.migration feedback "Say what changes"`` (or ``bot``).
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from alembic.command import revision
from alembic.config import Config
from sqlalchemy import Connection

from feedback.store.columns import metadata
from feedback.store.engine import open_engine
from hailong import schema

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Write the file; read it before you commit it."""
    room, message = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/now.db")
        schema.upgrade(engine)
        with engine.connect() as connection:
            _write(connection, room, message)
        engine.dispose()


def _write(connection: Connection, room: str, message: str) -> None:
    config: Config = schema.config(connection)
    # Both rooms keep their tables in one metadata; a migration is of one room.
    own = {
        name
        for name, table in metadata.tables.items()
        if (name in schema.BOT_TABLES) == (room == "bot")
    }

    def only_own(_: Any, name: str | None, kind: str, *more: Any) -> bool:
        return kind != "table" or name in own

    config.attributes["include_object"] = only_own
    versions = ROOT / room / "store" / "migrations" / "versions"
    heads = [head for head in schema.newest() if head.startswith(room)]
    number = len(list(versions.glob(f"{room}_*.py"))) + 1
    revision(
        config,
        message,
        autogenerate=True,
        head=heads[0] if heads else "base",
        branch_label=None if heads else room,
        splice=False,
        version_path=str(versions),
        rev_id=f"{room}_{number:04}",
    )


if __name__ == "__main__":
    main()
