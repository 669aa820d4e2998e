"""From SQLite to PostgreSQL: every row arrives and is proven, or everything stays where it was."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from bot.store.tables import inbox_key
from feedback.services.refusals import Misuse, Refusal
from feedback.store.engine import open_engine
from feedback.store.tables.places import desk, unit
from hailong import schema
from hailong.home import Home, wire
from hailong.moving import move
from hailong.upgrading import bring_up
from tests.backup.conftest import sqlite_home
from tests.backup.houses import KEYS, sums
from tests.privacy.conftest import leave
from tests.privacy.traces import counts
from tests.record.acts import act, behind_its_back, verified
from tests.runtime.casework import Citizen

__all__ = ["sqlite_home"]
RECORD = {"audit", "audit_head"}


def nobody(step: int) -> None:
    pass


def moved(home: Home, url: str) -> Home:
    """Open the same home on its new database."""
    return wire(home.settings.model_copy(update={"database_url": url}))


def database(home: Home) -> Path:
    return Path(home.settings.database.removeprefix("sqlite:///"))


def test_every_row_is_moved_and_the_office_goes_on(sqlite_home: Home, empty_postgres: str) -> None:
    """Figures, record and posters are as before; the file stands aside and cannot be used."""
    leave(sqlite_home.store)
    act(sqlite_home.store, "a", "b")
    before, figures = sums(sqlite_home.store), counts(sqlite_home.store)
    done = move(sqlite_home, empty_postgres, nobody)
    assert done.counts == {name: n for name, (n, _) in before.items()}
    there = moved(sqlite_home, empty_postgres)
    after = sums(there.store)
    assert {n: v for n, v in after.items() if n not in RECORD} == {
        n: v for n, v in before.items() if n not in RECORD
    }
    assert counts(there.store) == figures
    assert verified(there.store, there.heads.read()).ok
    with there.store.work() as work:
        run = work.connection.execute
        new = run(insert(unit).values(sample=False).returning(unit.c.id)).scalar_one()
        run(insert(desk).values(unit_id=new, name="Mới", folded="moi"))
    assert Citizen(there.store, "binh").comes(codes_of(there)[0])
    there.store.close()
    assert not database(sqlite_home).exists()
    assert done.left.exists()
    with pytest.raises(Refusal, match="was moved: set HAILONG_DATABASE_URL"):
        bring_up(sqlite_home)


def codes_of(home: Home) -> list[str]:
    with home.store.look() as work:
        found = work.connection.execute(text("SELECT token FROM desk_code ORDER BY serial"))
        return [str(row.token) for row in found]


def test_a_server_that_runs_is_noticed(sqlite_home: Home, empty_postgres: str) -> None:
    """Even one that has the file open and does nothing just now; it goes on undisturbed."""
    child = (
        "import sys; from feedback.store.engine import open_engine;"
        "c = open_engine(sys.argv[1]).connect(); c.exec_driver_sql('SELECT 1');"
        "c.rollback(); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", child, sqlite_home.settings.database],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        assert server.stdout.readline() == "open\n"
        with pytest.raises(Refusal, match="stop the server"):
            move(sqlite_home, empty_postgres, nobody)
        server.communicate()
    assert database(sqlite_home).exists()
    assert empty(empty_postgres)
    act(sqlite_home.store, "goes on")
    with sqlite_home.store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def empty(url: str) -> bool:
    engine = open_engine(url)
    try:
        return schema.current(engine) == ()
    finally:
        engine.dispose()


def test_what_does_not_fit_leaves_everything_where_it_was(
    sqlite_home: Home, empty_postgres: str
) -> None:
    """A text that is too long for PostgreSQL, which SQLite never minded: told without quoting it."""
    with sqlite_home.store.work() as work:
        row = {"key": "0912345678" * 20, "at": work.now}
        work.connection.execute(insert(inbox_key), [row])
    before = sums(sqlite_home.store)
    with pytest.raises(Refusal, match="inbox_key: value too long") as error:
        move(sqlite_home, empty_postgres, nobody)
    assert "0912345678" not in str(error.value)
    assert empty(empty_postgres)
    assert sums(sqlite_home.store) == before


def test_what_is_broken_is_not_moved(sqlite_home: Home, empty_postgres: str) -> None:
    act(sqlite_home.store, "a", "b", "c")
    with behind_its_back(sqlite_home.store) as connection:
        connection.execute(text("UPDATE audit SET after = 'không' WHERE seq = 2"))
    with pytest.raises(Refusal, match="row 2 is not what was written"):
        move(sqlite_home, empty_postgres, nobody)
    assert empty(empty_postgres)


def test_a_database_in_use_is_not_moved_into(sqlite_home: Home, postgres_url: str) -> None:
    leave(sqlite_home.store)
    with pytest.raises(Refusal, match="make an empty one"):
        move(sqlite_home, postgres_url, nobody)


@pytest.mark.parametrize(
    "url", ["sqlite:///other.db", "postgres://x", "", "postgresql+psycopg://u:p@ss@h:x/db"]
)
def test_a_wrong_place_is_a_wrong_use(sqlite_home: Home, url: str) -> None:
    with pytest.raises(Misuse):
        move(sqlite_home, url, nobody)


KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.pool import Pool
from hailong.home import open_home
from hailong.moving import move

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

when, url = sys.argv[1:]
if when == "midway":
    advanced = []
    told = lambda step: die() if advanced.append(step) or len(advanced) == 20 else None
else:
    told = lambda step: None
    Path.rename = die
with open_home(current=False) as home:
    move(home, url, told)
"""
"""The kill stands where the machine would fail: between two tables, or after the commit."""


@pytest.mark.parametrize("when", ["midway", "at the end"])
def test_a_move_that_was_killed_is_begun_again(
    sqlite_home: Home, empty_postgres: str, when: str
) -> None:
    """Midway nothing is there; after the commit everything is, and the second time says so."""
    act(sqlite_home.store, "a", "b")
    before = sums(sqlite_home.store)
    sqlite_home.store.close()
    own = {"HAILONG_HOME": str(sqlite_home.settings.home), "HAILONG_KEYS": KEYS}
    done = subprocess.run(
        [sys.executable, "-c", KILLED, when, empty_postgres],
        env=os.environ | own | {"HAILONG_DATABASE_URL": sqlite_home.settings.database},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert empty(empty_postgres) is (when == "midway")
    assert sums(sqlite_home.store) == before
    again = move(sqlite_home, empty_postgres, nobody)
    assert again.before is (when != "midway")
    there = moved(sqlite_home, empty_postgres)
    assert verified(there.store, there.heads.read()).ok
    there.store.close()
