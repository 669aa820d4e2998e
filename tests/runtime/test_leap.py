"""A clock that leaps ahead by years must not make the product forget what citizens said."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.runtime.housekeeping import Housekeeping
from bot.runtime.leap import Leap
from bot.runtime.writer import Writer
from feedback.domain.cases.record import Step
from feedback.services import record
from feedback.store.work import Store
from tests.casework.bureau import bureau
from tests.conftest import Hands
from tests.indices.conftest import OPERATOR

NOW = datetime(2026, 8, 12, 5, 0, tzinfo=UTC)
DAY = timedelta(days=1)


class Ticks:
    """Time that passes, whatever a clock says."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at

    def pass_by(self, time: timedelta) -> None:
        self.at += time.total_seconds()


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


def test_a_start_years_after_the_newest_thing_waits_a_day(ticks: Ticks) -> None:
    leap = Leap(ticks)
    wrong = NOW + 2000 * DAY
    assert leap.look(wrong, NOW)
    assert leap.holds
    ticks.pass_by(DAY / 2)
    # What was stored by the wrong clock meanwhile proves nothing.
    assert not leap.look(wrong + DAY / 2, wrong)
    assert leap.holds
    ticks.pass_by(DAY / 2)
    leap.look(wrong + DAY, wrong)
    assert not leap.holds


@pytest.mark.parametrize("newest", [None, NOW - 3 * DAY, NOW, NOW + 400 * DAY])
def test_a_start_of_any_other_day_waits_for_nothing(ticks: Ticks, newest: datetime | None) -> None:
    leap = Leap(ticks)
    assert not leap.look(NOW, newest)
    assert not leap.holds


def test_a_leap_while_it_runs_is_seen_and_setting_it_right_is_believed(ticks: Ticks) -> None:
    leap = Leap(ticks)
    for _ in range(30):  # a month of quiet: nothing new, and no leap
        assert not leap.look(NOW + timedelta(seconds=ticks.at), NOW)
        ticks.pass_by(DAY)
    now = NOW + timedelta(seconds=ticks.at)
    assert leap.look(now + 365 * DAY, NOW)
    ticks.pass_by(DAY / 100)
    assert not leap.look(now + DAY / 100, NOW)
    assert not leap.holds


async def test_what_is_owed_goes_on_where_a_server_was_off_for_weeks(
    store: Store, clock: Hands
) -> None:
    """Its first morning looks like a leap: nothing is forgotten, and what is late is told."""
    office = bureau(store, clock)
    case = office.told()
    clock.move(days=60)
    writer = Writer(store)
    sweeping = asyncio.create_task(Housekeeping(writer).run())
    async with asyncio.timeout(60):
        while office.read(case.id).step is Step.NONE:
            await asyncio.sleep(0.01)
    sweeping.cancel()
    await asyncio.gather(sweeping, return_exceptions=True)
    writer.close()
    assert office.read(case.id).step is Step.VERY_LATE
    with store.look() as work:
        assert [row.act for row in record.search(work, OPERATOR, act="privacy.held").rows]
