"""A keeper of tokens on a store, asking a stand-in through the door's own exchange."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from bot.channels.zalo import oauth
from bot.runtime.tokens import Keeper
from bot.runtime.writer import Writer
from bot.store import tokens
from bot.store.tokens import Held, Standing
from bot.wire.grants import Pair
from bot.wire.messages import Account
from feedback.store.work import Store
from tests.standins.zalo import OaStandIn

ACCOUNT = Account("zalo_oa", "388613280878808645")


def app_of(oa: OaStandIn) -> oauth.App:
    return oauth.App(oa.account.app_id, oa.account.app_secret, oa.url)


def seed_of(oa: OaStandIn) -> Pair:
    return Pair(oa.oauth.pair.access, oa.oauth.pair.refresh)


@asynccontextmanager
async def keeping(store: Store, oa: OaStandIn, seed: Pair | None) -> AsyncIterator[Keeper]:
    """A keeper of its own, as another process would have it."""
    writer = Writer(store)
    refresh = partial(oauth.refresh, app_of(oa))
    keeper = Keeper(writer, ACCOUNT, refresh, seed, clock=store.clock)
    try:
        yield keeper
    finally:
        await keeper.close()
        writer.close()


def standing(store: Store) -> Standing:
    with store.look() as work:
        found = tokens.standing(work, ACCOUNT)
    assert found is not None
    return found


def held(store: Store) -> Held:
    with store.look() as work:
        found = tokens.held(work, ACCOUNT)
    assert found is not None
    return found
