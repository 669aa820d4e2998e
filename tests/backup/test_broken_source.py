"""Where the database itself is broken or shut, no backup is made, and the older ones stay."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import insert

from bot.store.tables import inbox_key
from hailong.backup.faults import BackupRefused
from hailong.backup.making import make
from hailong.home import Home
from tests.conftest import Hands
from tests.record.acts import act


def database(home: Home) -> Path:
    return Path(home.settings.database.removeprefix("sqlite:///"))


def test_a_corrupted_page_is_told_and_costs_no_older_backup(
    sqlite_home: Home, tmp_path: Path, clock: Hands
) -> None:
    with sqlite_home.store.work() as work:
        keys = [{"key": f"{n:060}", "at": work.now} for n in range(3000)]
        work.connection.execute(insert(inbox_key), keys)
    good = make(sqlite_home, tmp_path / "good.backup")
    sqlite_home.store.close()
    path = database(sqlite_home)
    data = bytearray(path.read_bytes())
    # The page that a row in the middle stands on: SQLite's have 4,096 bytes.
    middle = data.index(f"{1500:060}".encode()) // 4096 * 4096
    data[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    with pytest.raises(BackupRefused, match="malformed"):
        make(sqlite_home, tmp_path / "bad.backup")
    assert [one.name for one in tmp_path.glob("*.backup")] == ["good.backup"]
    assert good.path.stat().st_size == good.size


def test_a_file_that_someone_holds_is_told(sqlite_home: Home, tmp_path: Path) -> None:
    """Held by a process that let nobody read, not even for a moment."""
    act(sqlite_home.store, "a")
    sqlite_home.store.close()
    other = sqlite3.connect(database(sqlite_home), isolation_level=None)
    other.execute("PRAGMA journal_mode=DELETE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BackupRefused, match="locked"):
        make(sqlite_home, tmp_path / "one.backup")
    other.close()
    assert make(sqlite_home, tmp_path / "one.backup").rows
