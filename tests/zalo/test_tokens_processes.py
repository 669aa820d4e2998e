"""Two real processes on one database: one refresh a time, and a killed one is seen afterwards."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from functools import partial
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier

import pytest

from bot.channels.zalo import oauth
from bot.channels.zalo.oa import OaChannel, Ways
from bot.runtime.tokens import Keeper
from bot.runtime.writer import Writer
from bot.wire.channel import Later
from bot.wire.grants import Grant, Pair
from feedback.store.engine import open_engine
from feedback.store.vault import Key, Vault
from feedback.store.work import Store, wall_clock
from tests.conftest import Hands
from tests.standins.zalo import OaStandIn
from tests.zalo.keeping import ACCOUNT, app_of, held, keeping, seed_of, standing

VAULT = Vault((Key("k1", b"only for tests: thirty-two bytes"),))
SPAWN = multiprocessing.get_context("spawn")
ROUNDS = 100
LIFE = timedelta(hours=25)


@pytest.fixture
async def oa() -> AsyncIterator[OaStandIn]:
    async with OaStandIn() as oa:
        yield oa


def meet(url: str, app: oauth.App, seed: Pair, gate: Barrier, told: "Queue[list[str]]") -> None:
    """Call Zalo in step with the other process, each time with a token that has just ended."""
    asyncio.run(_meet(url, app, seed, gate, told))


async def _meet(
    url: str, app: oauth.App, seed: Pair, gate: Barrier, told: "Queue[list[str]]"
) -> None:
    rounds = 0

    def now() -> datetime:
        return wall_clock() + rounds * LIFE

    def seen() -> datetime:
        """In every second round only Zalo knows that the token has ended."""
        return now() if rounds % 2 else wall_clock()

    store = Store(open_engine(url), VAULT, now)
    writer = Writer(store)
    keeper = Keeper(writer, ACCOUNT, partial(oauth.refresh, app), seed, clock=seen)
    channel = OaChannel(ACCOUNT, keeper, Ways(app.base, per_minute=10_000))
    used = []
    for rounds in range(1, ROUNDS + 1):  # noqa: B007  the clocks above read it
        await asyncio.to_thread(gate.wait, 30)
        assert (await channel.health()).verified
        used.append(await keeper.current())
        await asyncio.to_thread(gate.wait, 30)
    told.put(used)
    await channel.close()
    writer.close()
    store.close()


@pytest.mark.slow
async def test_two_processes_that_meet_an_ended_token_refresh_it_once(
    database_url: str, oa: OaStandIn
) -> None:
    """A hundred times in the same second: each time one new pair, which both of them use."""
    gate, told = SPAWN.Barrier(3), SPAWN.Queue()
    arguments = (database_url, app_of(oa), seed_of(oa), gate, told)
    both = [SPAWN.Process(target=meet, args=arguments, daemon=True) for _ in range(2)]
    for process in both:
        process.start()
    for n in range(ROUNDS):
        oa.advance_clock(hours=25)
        await asyncio.to_thread(gate.wait, 30)
        await asyncio.to_thread(gate.wait, 30)
        assert oa.oauth.refreshes == n + 1
    one, other = [await asyncio.to_thread(told.get, timeout=60) for _ in both]
    for process in both:
        await asyncio.to_thread(process.join, 60)
    assert one == other
    assert len(set(one)) == ROUNDS
    assert (oa.oauth.refreshes, oa.oauth.refusals) == (ROUNDS, 0)


def die(url: str, app: oauth.App, seed: Pair, asked: bool) -> None:
    """Begin a refresh and be killed, after or before Zalo was asked."""
    asyncio.run(_die(url, app, seed, asked))


async def _die(url: str, app: oauth.App, seed: Pair, asked: bool) -> None:
    async def refresh(token: str) -> Grant:
        if asked:
            await oauth.refresh(app, token)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("killed")

    keeper = Keeper(Writer(Store(open_engine(url), VAULT)), ACCOUNT, refresh, seed)
    await keeper.renewed(await keeper.current())


async def killed(url: str, oa: OaStandIn, *, asked: bool) -> Store:
    """Let a process be killed; give a store on its database, two minutes later."""
    process = SPAWN.Process(target=die, args=(url, app_of(oa), seed_of(oa), asked))
    process.start()
    await asyncio.to_thread(process.join, 60)
    assert process.exitcode == -signal.SIGKILL
    return Store(open_engine(url), VAULT, Hands(wall_clock() + timedelta(minutes=2)))


async def test_killed_between_refresh_and_commit_is_an_alarm_and_no_loop(
    database_url: str, oa: OaStandIn
) -> None:
    """The doubt is on record before anyone asks again; it is asked once, and then never."""
    seed = seed_of(oa)
    store = await killed(database_url, oa, asked=True)
    assert oa.oauth.refreshes == 1
    assert standing(store).doubtful
    assert held(store).pair == seed
    async with keeping(store, oa, seed) as keeper:
        for _ in range(50):
            with pytest.raises(Later) as stopped:
                await keeper.renewed(seed.access)
            store.clock.move(hours=1)
    assert stopped.value.reason == "the token is refused: -14014"
    assert (oa.oauth.refreshes, oa.oauth.refusals) == (1, 1)
    stands = standing(store)
    assert stands.refused
    assert stands.doubtful
    store.close()


async def test_killed_before_zalo_was_asked_mends_itself(database_url: str, oa: OaStandIn) -> None:
    """The doubt was for nothing: the pair is good, and asking once more shows it."""
    seed = seed_of(oa)
    store = await killed(database_url, oa, asked=False)
    assert standing(store).doubtful
    async with keeping(store, oa, seed) as keeper:
        assert await keeper.renewed(seed.access) == oa.oauth.pair.access
    assert not standing(store).doubtful
    store.close()
