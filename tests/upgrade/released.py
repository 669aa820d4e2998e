"""Databases of earlier releases, as they were written down when those were current."""

import sqlite3
from pathlib import Path

import psycopg

FIXTURES = Path(__file__).parent / "fixtures"
RELEASES = sorted({path.name.split(".")[0] for path in FIXTURES.glob("*.sql")})


def bring_back(release: str, url: str) -> None:
    """Put the database of a release into an empty one."""
    kind = "sqlite" if url.startswith("sqlite") else "postgresql"
    text = (FIXTURES / f"{release}.{kind}.sql").read_text("utf-8")
    if kind == "sqlite":
        connection = sqlite3.connect(url.removeprefix("sqlite:///"))
        connection.executescript(text)
        connection.close()
        return
    with psycopg.connect(url.replace("+psycopg", "")) as opened:
        opened.execute(text.encode())
