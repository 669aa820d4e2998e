"""How often one account calls in any minute."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo.pace import Pace


class Clock:
    """Time that passes only where somebody waits."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def pause(self, seconds: float) -> None:
        """Let the time pass."""
        self.waits.append(seconds)
        self.now += seconds


@given(st.integers(2, 90), st.lists(st.floats(0, 90), max_size=100))
def test_no_minute_has_more_turns_than_were_set(rpm: int, gaps: list[float]) -> None:
    """However the calls come, one after the other."""
    clock = Clock()
    pace = Pace(rpm, clock, clock.pause)
    taken: list[float] = []

    async def call_all() -> None:
        for gap in [0.0] * (2 * rpm) + gaps:
            clock.now += gap
            await pace.turn()
            taken.append(clock.now)

    asyncio.run(call_all())
    for first, after in zip(taken, taken[rpm:], strict=False):
        assert after - first > 59.9


def test_a_quiet_account_answers_at_once() -> None:
    """The first few of a minute wait for nothing."""
    clock = Clock()
    pace = Pace(60, clock, clock.pause)

    async def ten() -> None:
        for _ in range(10):
            await pace.turn()

    asyncio.run(ten())
    assert sum(clock.waits) < 0.001
    asyncio.run(pace.turn())
    assert sum(clock.waits) > 1
