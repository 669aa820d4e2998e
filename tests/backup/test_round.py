"""What was backed up comes back, from either database into either, with all that hangs on it."""

import threading
from pathlib import Path

from sqlalchemy import func, select

from feedback.services.cases import following
from feedback.store.tables.facts import rating
from hailong import schema
from hailong.backup.making import make
from hailong.backup.restoring import restore
from hailong.backup.verifying import verify
from hailong.home import Home, wire
from hailong.settings import Settings
from tests.backup.houses import sums
from tests.office import open_office
from tests.privacy.conftest import leave
from tests.privacy.traces import counts
from tests.runtime.casework import Citizen

RECORD = {"audit", "audit_head", "place_stamp"}
"""What putting back adds to: its own act, and word that places may have changed."""


def test_everything_comes_back_from_either_into_either(
    home: Home, elsewhere: Settings, tmp_path: Path
) -> None:
    """Every row of every table; the number, the posters, and the citizen's words resolve."""
    left = leave(home.store)
    before, figures = sums(home.store), counts(home.store)
    made = make(home, tmp_path / "one.backup")
    assert made.rows == sum(n for n, _ in before.values())
    done = restore(elsewhere, made.path)
    assert done.counts == {name: n for name, (n, _) in before.items()}
    back = wire(elsewhere)
    assert schema.current(back.store.engine) == schema.newest()
    after = sums(back.store)
    assert {n: v for n, v in after.items() if n not in RECORD} == {
        n: v for n, v in before.items() if n not in RECORD
    }
    assert counts(back.store) == figures
    with back.store.look() as work:
        assert following.by_number(work, left.number) == left.case.id
    fresh = Citizen(back.store, "binh")
    assert fresh.comes(codes_of(back)[0])
    back.store.close()


def codes_of(home: Home) -> list[str]:
    from feedback.store.tables.codes import desk_code

    with home.store.look() as work:
        return list(work.connection.scalars(select(desk_code.c.token).order_by(desk_code.c.serial)))


def test_ids_are_drawn_on_after_those_that_came(
    sqlite_home: Home, empty_postgres: str, tmp_path: Path
) -> None:
    """PostgreSQL counts on from what was put into it, so that the next row finds a free number."""
    tokens = open_office(sqlite_home.store)
    Citizen(sqlite_home.store).comes(tokens[0])
    made = make(sqlite_home, tmp_path / "one.backup")
    settings = sqlite_home.settings.model_copy(
        update={"home": tmp_path / "elsewhere", "database_url": empty_postgres}
    )
    restore(settings, made.path)
    back = wire(settings)
    leave_more(back)
    back.store.close()


def leave_more(home: Home) -> None:
    """Insert into each table whose numbers the database draws."""
    from sqlalchemy import insert

    from feedback.store.tables.places import desk, unit

    with home.store.work() as work:
        run = work.connection.execute
        new = run(insert(unit).values(sample=False).returning(unit.c.id)).scalar_one()
        run(insert(desk).values(unit_id=new, name="Mới", folded="moi"))


def test_a_backup_during_load_is_one_moment(home: Home, tmp_path: Path) -> None:
    """Ratings arrive all along; the backup holds some of them whole, and proves itself."""
    tokens = open_office(home.store)
    stop, given, told = threading.Event(), [], threading.Semaphore(0)

    def crowd() -> None:
        while not stop.is_set():
            citizen = Citizen(home.store, f"c{len(given)}")
            citizen.comes(tokens[len(given) % 3])
            citizen.does("5")
            given.append(1)
            told.release()

    def more(n: int) -> None:
        for _ in range(n):
            assert told.acquire(timeout=20)

    worker = threading.Thread(target=crowd)
    worker.start()
    try:
        more(3)
        before = len(given)
        made = make(home, tmp_path / "one.backup")
        after = len(given)
        more(after - 3 + 2)
    finally:
        stop.set()
        worker.join()
    assert made.manifest.sums is not None
    assert before <= made.manifest.sums.counted <= after + 1
    found = verify(home.settings, made.path)
    assert found.ok, found.findings
    assert found.counts["rating"] == made.manifest.sums.counted
    with home.store.look() as work:
        assert work.connection.scalar(select(func.count()).select_from(rating)) == len(given)
