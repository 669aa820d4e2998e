"""Homes with a database of each kind, and empty databases for what is put back."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from hailong.home import Home
from hailong.settings import Settings
from tests.backup.houses import KEYS, home_on
from tests.conftest import Hands


@pytest.fixture
def home(tmp_path: Path, database_url: str, clock: Hands) -> Iterator[Home]:
    """A home on each of the two databases."""
    with home_on(tmp_path / "home", database_url, clock) as opened:
        yield opened


@pytest.fixture
def sqlite_home(tmp_path: Path, sqlite_url: str, clock: Hands) -> Iterator[Home]:
    """A home on SQLite."""
    with home_on(tmp_path / "home", sqlite_url, clock) as opened:
        yield opened


@pytest.fixture
def empty_postgres(postgres_server: str) -> Iterator[str]:
    """The address of a PostgreSQL database with nothing in it."""
    name = f"empty_{os.getpid()}"
    admin = create_engine(
        postgres_server.replace("%s", "postgres", 1), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield postgres_server.replace("%s", name, 1)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """The settings of an empty home on another machine, on each of the two databases."""
    empty = request.param == "postgres"
    url = request.getfixturevalue("empty_postgres") if empty else ""
    return Settings(home=tmp_path / "elsewhere", database_url=url, keys=KEYS)
