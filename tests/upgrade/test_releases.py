"""The database of every earlier release becomes one of this, whole, whatever interrupts it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event, select

from feedback.domain.desks import Outcome
from feedback.services import places, recount
from feedback.services.refusals import Refusal
from feedback.store import portable
from feedback.store.columns import metadata
from feedback.store.engine import open_engine, snapshot
from feedback.store.tables.codes import desk_code
from feedback.store.tables.facts import comment
from hailong import schema
from hailong.backup.restoring import restore
from hailong.backup.verifying import verify
from hailong.home import Home, wire
from hailong.settings import Settings
from hailong.upgrading import bring_up
from tests.backup.houses import KEYS
from tests.office import codes
from tests.record.acts import verified
from tests.store.test_migrations import picture
from tests.upgrade.killed import rows
from tests.upgrade.released import RELEASES, bring_back


@pytest.fixture(params=RELEASES)
def old(request: pytest.FixtureRequest, empty_url: str, tmp_path: Path) -> Iterator[Home]:
    """A home whose database is that of an earlier release."""
    bring_back(request.param, empty_url)
    (tmp_path / "home").mkdir()
    home = wire(Settings(home=tmp_path / "home", database_url=empty_url, keys=KEYS))
    yield home
    home.store.close()


def counts(home: Home) -> dict[str, int]:
    with snapshot(home.store.engine) as connection:
        return {t.name: portable.count(connection, t) for t in portable.tables(connection)}


def test_the_first_release_is_among_them_with_rows_everywhere(old: Home) -> None:
    assert "first" in RELEASES
    assert schema.current(old.store.engine) == ("bot_0001", "feedback_0001")
    assert min(counts(old).values()) > 0


def test_it_ends_as_if_it_had_been_made_today(old: Home) -> None:
    """The tables are those of today, every row is there, and the product finds its way in them."""
    before = counts(old)
    done = bring_up(old)
    assert done.after == schema.newest()
    after = counts(old)
    assert {name: after[name] for name in before if name != "audit"} == {
        name: n for name, n in before.items() if name != "audit"
    }
    upgraded = picture(old.store.engine)
    assert set(upgraded) == set(metadata.tables)
    with old.store.look() as work:
        assert recount.recount(work) == ()
        tokens = list(work.connection.scalars(select(desk_code.c.token)))
        landed = places.resolve_all(work, codes(), tokens)
        assert {landed[one].outcome for one in tokens} == {Outcome.HERE}
        said = work.connection.execute(select(comment).order_by(comment.c.id)).first()
        assert said is not None
        assert work.vault.unseal(said.kid, said.sealed).decode().startswith("Cảm ơn")
    assert done.chained == before["audit"]
    assert verified(old.store).ok


def test_a_backup_of_before_is_made_first_and_comes_back(old: Home, tmp_path: Path) -> None:
    """It holds the old schema as it was; put back by this release it becomes one of this."""
    before = counts(old)
    done = bring_up(old)
    assert done.backup is not None
    found = verify(old.settings, done.backup)
    assert found.ok, found.findings
    assert found.counts == before
    assert found.manifest.revisions == done.before
    there = Settings(home=tmp_path / "there", keys=KEYS)
    restore(there, done.backup)
    back = wire(there)
    assert schema.current(back.store.engine) == schema.newest()
    back.store.close()


def test_without_a_backup_nothing_is_changed(old: Home) -> None:
    before = schema.current(old.store.engine)
    (old.settings.home / "backups").write_text("in the way")
    with pytest.raises(Refusal, match="cannot be written"):
        bring_up(old)
    assert schema.current(old.store.engine) == before


def test_a_migration_that_fails_leaves_the_old_database_working(old: Home) -> None:
    """Whatever statement the database refuses, nothing of the upgrade stays."""
    engine = old.store.engine
    before, drawn = rows(old.settings.database), picture(engine)
    done = 0

    def refuse(*_: object) -> None:
        nonlocal done
        done += 1
        if done == 90:
            raise RuntimeError("the disk is full")

    event.listen(engine, "before_cursor_execute", refuse)
    with pytest.raises(RuntimeError, match="the disk is full"):
        schema.upgrade(engine, old.store.vault)
    event.remove(engine, "before_cursor_execute", refuse)
    assert rows(old.settings.database) == before
    assert picture(engine) == drawn
    assert bring_up(old, backup=False).after == schema.newest()


def test_going_on_is_quiet_when_nothing_is_behind(old: Home) -> None:
    bring_up(old, backup=False)
    again = bring_up(old)
    assert again.backup is None
    assert again.chained == 0
    assert again.told == ()


@pytest.mark.slow
@pytest.mark.parametrize("release", RELEASES)
def test_an_upgrade_killed_before_every_statement_ends_whole(empty_url: str, release: str) -> None:
    """After each kill the database is the old one, to the last row; at last it is the new one."""
    bring_back(release, empty_url)
    done = subprocess.run(
        [sys.executable, "-m", "tests.upgrade.killed", empty_url],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["kills"] > 50
    assert told["wrong"] == []
    engine = open_engine(empty_url)
    assert schema.current(engine) == schema.newest()
    with engine.connect() as connection:
        assert portable.orphaned(connection) == ()
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert set(picture(engine)) == set(metadata.tables)
    engine.dispose()


def test_a_database_of_a_newer_release_is_left_alone(old: Home) -> None:
    with old.store.work() as work:
        work.connection.exec_driver_sql(
            "UPDATE alembic_version SET version_num = 'bot_9999' WHERE version_num = 'bot_0001'"
        )
    with pytest.raises(Refusal, match=r"newer release \(bot_9999\)"):
        bring_up(old)
    assert "newer release" in schema.behind(old.store.engine, old.settings)
