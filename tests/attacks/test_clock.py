"""A clock that is a day wrong, ahead or behind, and set right while the product runs."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from feedback.domain.days import local_day
from tests.attacks import posting, wires
from tests.attacks.box import standing
from tests.attacks.clocks import DAY, WrongClock
from tests.attacks.conftest import Opening

AHEAD, BEHIND = DAY, -DAY


def opened(opening: Opening, off: int, **settings: str) -> WrongClock:
    """A server with Telegram's door, whose clock is off from the start."""
    given = {"telegram_api_base": posting.NOWHERE} | posting.BOT | settings
    server = opening(kind=WrongClock, **given)
    assert isinstance(server, WrongClock)
    server.set(off)
    server.start()
    return server


def days(server: WrongClock) -> list[str]:
    """The days of all ratings, oldest first, as the database keeps them."""
    with closing(sqlite3.connect(server.home / "hailong.db")) as database:
        return [
            str(date.fromordinal(day))
            for (day,) in database.execute("SELECT day FROM rating ORDER BY id")
        ]


@pytest.mark.parametrize("off", [AHEAD, BEHIND])
def test_a_messenger_tells_the_day_and_an_open_page_is_asked_again(
    opening: Opening, off: int
) -> None:
    """A messenger's clock is right where ours is not; a page has no other clock than ours. One that
    was open when the clock was set reads too old, or not opened yet: one more tap stores it."""
    server = opened(opening, off)
    token = wires.desk(server)
    today = local_day(datetime.now(UTC))
    assert posting.rated(server, token, 1, level=4) == [200, 200]
    assert days(server) == [str(today)]
    assert wires.rate(server, token).status == 200
    ours = local_day(datetime.fromtimestamp(server.now(), UTC))
    assert days(server) == [str(today), str(ours)]
    assert today != ours
    visit = wires.ask(server, f"/q/{token}").page.fields["visit"]
    server.set(-off // 12)  # beyond a day, as seen from where it was
    again = wires.ask(server, f"/q/{token}", f"visit={visit}&level=2".encode())
    assert again.status == 422
    assert "Lúc nãy ông/bà bấm: Không hài lòng" in again.page.text
    fresh = again.page.fields["visit"]
    assert wires.ask(server, f"/q/{token}", f"visit={fresh}&level=2".encode()).status == 200
    assert wires.ratings(server) == 3


def test_letters_of_a_clock_that_was_ahead_leave_after_a_crash_once_it_is_right(
    opening: Opening,
) -> None:
    """Neither their time nor a lease of tomorrow holds them, and each goes once; `doctor` says
    meanwhile that something was noted at a time that is still to come."""
    with standing() as box:
        box.broken = True
        server = opened(opening, AHEAD, telegram_api_base=box.url)
        assert posting.rated(server, wires.desk(server), 5) == [200, 200]
        server.command("keys", "add")
        wires.until(lambda: box.tries)
        server.kill()
        server.set(0)
        assert "set the clock right" in server.command("doctor", code=1)
        box.broken = False
        server.start()
        wires.until(lambda: len(box.to(5)) >= 2)
        assert posting.posted(server, posting.update(5, "5")).status == 200
        wires.until(lambda: len(box.to(5)) >= 3)
        wires.until(lambda: wires.metric(server, 'hailong_outbox{state="due"}') == 0)
        assert len(box.to(5)) == 3
        assert box.to(5)[0] == box.tries[0][1]


@pytest.mark.skipif(not os.environ.get("HAILONG_DEEP"), reason="with HAILONG_DEEP=1")
def test_a_clock_years_ahead_makes_nothing_forgotten(opening: Opening) -> None:
    """A wrong year is set right in an hour; words that were forgotten by it never come back."""
    server = opened(opening, 0)
    token = wires.desk(server)
    visit = wires.ask(server, f"/q/{token}").page.fields["visit"]
    body = f"visit={visit}&level=2&comment=Ch%E1%BB%9D+l%C3%A2u".encode()
    assert wires.ask(server, f"/q/{token}", body).status == 200
    assert server.stop() == 0
    server.set(2000 * DAY)
    server.start()
    with closing(sqlite3.connect(server.home / "hailong.db")) as database:
        held = "SELECT count(*) FROM audit WHERE act = 'privacy.held'"
        wires.until(lambda: database.execute(held).fetchone() == (1,), 60)
        assert server.stop() == 0
        assert database.execute("SELECT count(*) FROM comment").fetchone() == (1,)
