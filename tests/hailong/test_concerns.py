"""What the terminal tells an admin of the machine: nothing while all is well, else in plain words."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store import outbox
from bot.store.outbox import Written
from bot.wire.messages import Account
from feedback.domain.ids import Person
from feedback.store.work import Store
from hailong.backup import last
from hailong.concerns import concerns
from tests.conftest import Hands
from tests.indices.conftest import World, bare


@pytest.fixture
def world(store: Store) -> World:
    return bare(store)


def backed_up(folder: Path, store: Store, ago: timedelta) -> None:
    at = (store.clock() - ago).isoformat()
    row = {"at": at, "path": "/mnt/kept.hlb", "sha256": "0" * 64, "proven_at": None}
    (folder / last.LAST_FILE).write_text(json.dumps(row), "utf-8")


def test_nothing_is_said_while_all_is_well(world: World, tmp_path: Path) -> None:
    backed_up(tmp_path, world.store, timedelta(hours=20))
    assert list(concerns(tmp_path, world.store)) == []


def test_a_home_that_was_never_backed_up_is_told(world: World, tmp_path: Path) -> None:
    assert list(concerns(tmp_path, world.store)) == ["chưa sao lưu lần nào"]


def test_the_age_of_the_last_backup_is_told(world: World, tmp_path: Path) -> None:
    backed_up(tmp_path, world.store, timedelta(days=9))
    assert list(concerns(tmp_path, world.store)) == ["lần sao lưu gần nhất đã 9 ngày"]


def test_letters_that_do_not_leave_are_told(world: World, tmp_path: Path, clock: Hands) -> None:
    backed_up(tmp_path, world.store, timedelta(0))
    with world.store.work() as work:
        said = outbox.pack("Xin chào", ())
        to = Person(b"p" * 16), Account("telegram", "bot")
        outbox.put(work, [Written(work.new_id(), *to, said, None)])
    assert list(concerns(tmp_path, world.store)) == []
    clock.move(hours=3)
    assert list(concerns(tmp_path, world.store)) == ["tin gửi người dân chờ đã 3 giờ"]


def test_a_calendar_that_ends_soon_is_told(world: World, tmp_path: Path, clock: Hands) -> None:
    clock.move(days=2 * 365)
    backed_up(tmp_path, world.store, timedelta(0))
    assert list(concerns(tmp_path, world.store)) == ["lịch ngày làm việc chỉ còn 0 ngày"]
