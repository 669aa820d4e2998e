"""While the store is away nothing is lost silently: the page says so and keeps what was given."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.pages.patience import Patient
from bot.runtime.writer import Writer
from feedback.store.work import Work
from tests.pages.house import Desk, House
from tests.pages.reader import Reader, visited

SHORT = 0.2


async def test_a_tap_that_was_not_stored_can_be_sent_again(
    house: House, desk: Desk, reader: Reader
) -> None:
    """The page holds the level; one press later it is stored, once."""
    seen = await reader.scan(desk)
    house.wounded = True
    sorry = await reader.send(desk, seen, level="2")
    assert sorry.status == 503
    assert int(sorry.headers["Retry-After"]) > 0
    assert "Chưa lưu được, xin thử lại" in sorry.text
    house.wounded = False
    again = await reader.send(desk, sorry)
    assert again.status == 200
    assert house.levels() == [2]


async def test_what_was_written_survives_an_outage(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Comment and answers are kept for the next try."""
    thanks = await reader.tap(desk, 4)
    house.wounded = True
    sorry = await reader.send(desk, thanks, comment="Đừng mất", **{"q-staff": "2"})
    assert sorry.status == 503
    house.wounded = False
    done = await reader.send(desk, sorry)
    assert done.status == 200
    assert (house.comments(), house.answers()) == (["Đừng mất"], {"staff": 2})


async def test_a_page_that_cannot_be_read_says_so(house: House, desk: Desk, reader: Reader) -> None:
    """A scan during an outage is answered, in the reader's language."""
    house.down = True
    for path in (f"/q/{desk.token}", f"/{desk.code}", "/"):
        seen = await reader.get(path)
        assert seen.status == 503
        assert "Retry-After" in seen.headers
    assert "try again" in (await reader.get(f"/q/{desk.token}?lang=en")).text


async def test_the_privacy_page_needs_no_store(house: House, reader: Reader) -> None:
    """What is promised can be read at any time."""
    house.down = True
    assert (await reader.get("/privacy")).status == 200


@contextmanager
def held(house: House) -> Iterator[None]:
    """Hold the database's lock as another process does."""
    path = str(house.store.engine.url.database)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


async def test_a_locked_database_keeps_nobody_waiting_long(house: House, desk: Desk) -> None:
    """The kind page comes when patience ends, not when the store's own ends; nothing is stored."""
    house.patience = SHORT
    async with visited(house) as reader:
        seen = await reader.scan(desk)
        with held(house):
            started = time.monotonic()
            sorry = await reader.send(desk, seen, level="2")
            waited = time.monotonic() - started
        assert sorry.status == 503
        assert "Chưa lưu được" in sorry.text
        assert waited < 3
        again = await reader.send(desk, sorry)
        assert again.status == 200
    assert house.levels() == [2]


async def test_a_page_waits_no_longer_than_a_form(house: House, desk: Desk) -> None:
    """Opening a page has the same patience."""
    house.patience = SHORT
    house.stuck.clear()
    async with visited(house) as reader:
        try:
            seen = await reader.scan(desk)
        finally:
            house.stuck.set()
    assert seen.status == 503
    assert "Chưa mở được trang" in seen.text


async def test_what_ends_after_patience_did_is_undone(house: House, desk: Desk) -> None:
    """Whoever was told that nothing was stored was told the truth."""
    writer = Writer(house.store)
    busy, begun = threading.Event(), threading.Event()

    def slow(work: Work) -> None:
        begun.set()
        assert busy.wait(30)
        work.connection.exec_driver_sql("UPDATE desk SET name = 'too late'")

    try:
        with pytest.raises(TimeoutError):
            await Patient(writer.run, SHORT)(slow)
        assert begun.is_set()
        busy.set()
        await writer.run(lambda work: None)
    finally:
        busy.set()
        writer.close()
    assert house.act(lambda work: house.of(work, desk.id)).name == desk.name


async def test_an_answer_in_time_is_given_and_so_is_an_error(house: House) -> None:
    """Patience changes nothing for a store that answers."""
    patient = Patient(house.run, 30)
    assert await patient(lambda work: 7) == 7
    house.wounded = True
    with pytest.raises(ConnectionError):
        await patient(lambda work: 7)
