"""One living pair, on both databases: a seed once, a new pair in time, and no pair lost unseen."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import event, select

from bot.runtime import renewing
from bot.store import seals, tokens
from bot.store.tables import token
from bot.wire.channel import Later
from bot.wire.grants import Grant, Pair
from feedback.store import audit
from feedback.store.engine import open_engine
from feedback.store.vault import Key, Unreadable, Vault
from feedback.store.work import Store
from tests.conftest import Hands
from tests.standins.zalo import Clock, OaStandIn
from tests.zalo.keeping import ACCOUNT, held, keeping, seed_of, standing


@pytest.fixture
async def oa(clock: Hands) -> AsyncIterator[OaStandIn]:
    async with OaStandIn(clock=Clock(clock)) as oa:
        yield oa


def acts(store: Store) -> list[tuple[str, str]]:
    with store.look() as work:
        return [(row.actor, row.act) for row in reversed(audit.newest(work, 50))]


async def asked(oa: OaStandIn) -> None:
    """Return once the stand-in has been asked for a pair."""
    async with asyncio.timeout(10):
        while "access_token" not in oa.calls:
            await asyncio.sleep(0.01)


async def test_a_seed_is_held_and_used(store: Store, oa: OaStandIn) -> None:
    seed = seed_of(oa)
    async with keeping(store, oa, seed) as keeper:
        assert await keeper.current() == seed.access
    assert held(store).pair == seed
    assert acts(store) == [("system", "token.seed")]
    assert oa.calls == []


async def test_a_token_that_failed_is_renewed_and_held_before_it_is_used(
    store: Store, oa: OaStandIn
) -> None:
    async with keeping(store, oa, seed_of(oa)) as keeper:
        old = await keeper.current()
        new = await keeper.renewed(old)
        assert held(store).pair == seed_of(oa)
        assert new == oa.oauth.pair.access != old
        assert await keeper.current() == new
        assert await keeper.renewed(old) == new
    assert oa.oauth.refreshes == 1
    assert acts(store)[1:] == [("system", "token.rotation")]


async def test_no_transaction_is_open_while_zalo_is_asked(store: Store, oa: OaStandIn) -> None:
    """Others write meanwhile, and see that a refresh is under way."""
    released = oa.faults.stall("access_token")
    async with keeping(store, oa, seed_of(oa)) as keeper:
        asking = asyncio.create_task(keeper.renewed(await keeper.current()))
        await asked(oa)
        with store.work() as work:
            stands = tokens.standing(work, ACCOUNT)
            assert stands is not None
            assert (stands.under_way, stands.doubtful) == (True, False)
            assert stands.refreshing_since == work.now
        released.set()
        assert await asking == oa.oauth.pair.access
    assert standing(store).refreshing_since is None


async def test_whoever_waits_may_go_away_and_the_pair_is_kept(store: Store, oa: OaStandIn) -> None:
    released = oa.faults.stall("access_token")
    async with keeping(store, oa, seed_of(oa)) as keeper:
        asking = asyncio.create_task(keeper.renewed(await keeper.current()))
        await asked(oa)
        asking.cancel()
        released.set()
        await asyncio.gather(asking, return_exceptions=True)
    assert held(store).pair == seed_of(oa)
    assert oa.oauth.refreshes == 1


async def test_many_at_once_cost_one_refresh(store: Store, oa: OaStandIn) -> None:
    async with (
        keeping(store, oa, seed_of(oa)) as one,
        keeping(store, oa, seed_of(oa)) as other,
    ):
        old = await one.current()
        given = await asyncio.gather(*(k.renewed(old) for k in (one, other) for _ in range(8)))
    assert set(given) == {oa.oauth.pair.access}
    assert (oa.oauth.refreshes, oa.oauth.refusals) == (1, 0)


def test_a_pair_is_never_told_with_how_another_one_stands(store: Store) -> None:
    """Whatever is asked of the database, another process may change the pair right afterwards."""
    told = [Grant(Pair(str(n), "r"), timedelta(hours=n), timedelta(days=90)) for n in range(1, 9)]
    newer = iter(told)
    with store.work() as work:
        renewing.consented(work, ACCOUNT, next(newer), "lan")

    def rotates() -> None:
        with store.work() as work:
            renewing.consented(work, ACCOUNT, next(newer), "lan")

    with ThreadPoolExecutor() as beside, store.look() as work:

        @event.listens_for(work.connection, "after_cursor_execute")
        def _(*_: object) -> None:
            beside.submit(rotates).result()

        found = tokens.held(work, ACCOUNT)
    assert found is not None
    lives = found.standing.access_until - found.standing.obtained_at
    assert lives == timedelta(hours=int(found.pair.access))


async def test_a_new_pair_is_had_at_twenty_of_twenty_five_hours(
    store: Store, oa: OaStandIn, clock: Hands
) -> None:
    async with keeping(store, oa, seed_of(oa)) as keeper:
        await keeper.once()
        clock.move(hours=19, minutes=59)
        await keeper.once()
        assert oa.oauth.refreshes == 0
        clock.move(minutes=1)
        await keeper.once()
        assert await keeper.current() == oa.oauth.pair.access
    assert oa.oauth.refreshes == 1
    assert standing(store).refresh_at == clock() + timedelta(hours=20)


async def test_an_ended_token_is_never_handed_out(
    sqlite_store: Store, oa: OaStandIn, clock: Hands
) -> None:
    async with keeping(sqlite_store, oa, seed_of(oa)) as keeper:
        old = await keeper.current()
        clock.move(hours=25)
        assert await keeper.current() == oa.oauth.pair.access != old


async def test_a_seed_is_used_once_and_another_seed_too(
    store: Store, oa: OaStandIn, clock: Hands
) -> None:
    """What stands in the environment after a rotation is dead, and would kill nothing but time."""
    seed = seed_of(oa)
    async with keeping(store, oa, seed) as keeper:
        new = await keeper.renewed(await keeper.current())
    async with keeping(store, oa, seed) as again:
        assert await again.current() == new
    oa.oauth.seed("another.access", "another.refresh")
    async with keeping(store, oa, seed_of(oa)) as third:
        assert await third.current() == "another.access"
    async with keeping(store, oa, seed) as fourth:
        assert await fourth.current() == "another.access"
    assert [act for _, act in acts(store)] == ["token.seed", "token.rotation", "token.seed"]


async def test_a_refused_token_is_asked_with_once(
    store: Store, oa: OaStandIn, clock: Hands
) -> None:
    """Nothing is asked again, however often it is wanted, also by another process."""
    async with keeping(store, oa, Pair("dead", "dead too")) as keeper:
        for _ in range(30):
            with pytest.raises(Later) as refused:
                await keeper.renewed("dead")
            assert refused.value.account_wide
            clock.move(hours=1)
    async with keeping(store, oa, None) as other:
        with pytest.raises(Later):
            await other.current()
    assert oa.calls == ["access_token"]
    stands = standing(store)
    assert (stands.refused, stands.problem) == (True, "-14014")
    assert acts(store)[1:] == [("system", "token.refused")]


async def test_a_person_may_ask_again_and_consent_mends_all(store: Store, oa: OaStandIn) -> None:
    oa.account.app_active = False
    async with keeping(store, oa, seed_of(oa)) as keeper:
        with pytest.raises(Later):
            await keeper.renewed(await keeper.current())
        assert standing(store).refused
        oa.account.app_active = True
        await keeper.force()
        assert not standing(store).refused
        with store.work() as work:
            renewing.consented(work, ACCOUNT, _grant("consented"), "cli:lan")
        assert await keeper.renewed(oa.oauth.pair.access) == "consented"
    assert acts(store)[-1] == ("cli:lan", "token.consent")


async def test_what_was_under_way_when_a_person_consented_counts_no_more(
    store: Store, oa: OaStandIn
) -> None:
    released = oa.faults.stall("access_token")
    async with keeping(store, oa, seed_of(oa)) as keeper:
        asking = asyncio.create_task(keeper.renewed(await keeper.current()))
        await asked(oa)
        with store.work() as work:
            renewing.consented(work, ACCOUNT, _grant("consented"), "cli:lan")
        released.set()
        assert await asking == "consented"
    assert standing(store).pairs == 2


@pytest.mark.parametrize("trouble", ["-32", "503", "html", "dropped", "nobody"])
async def test_a_failure_rests_and_is_asked_with_again(
    sqlite_store: Store, oa: OaStandIn, clock: Hands, trouble: str
) -> None:
    """The same token, later; where it may have been spent, that is known until it is settled."""
    seed = seed_of(oa)
    async with keeping(sqlite_store, oa, seed) as keeper:
        await _break(oa, trouble)
        with pytest.raises(Later):
            await keeper.renewed(seed.access)
        calls = len(oa.calls)
        with pytest.raises(Later):
            await keeper.renewed(seed.access)
        assert len(oa.calls) == calls
        stands = standing(sqlite_store)
        assert not stands.refused
        assert stands.doubtful == (trouble in ("503", "html", "dropped"))
        clock.move(minutes=1, seconds=1)
        if trouble == "nobody":
            await oa.start(int(oa.url.rpartition(":")[2]))
        assert await keeper.renewed(seed.access) == oa.oauth.pair.access
    assert standing(sqlite_store).refreshing_since is None


async def test_rests_grow_but_end(sqlite_store: Store, oa: OaStandIn, clock: Hands) -> None:
    """An outage of a night heals by itself, and costs few calls."""
    oa.faults.answer_status("access_token", 503, times=100)
    async with keeping(sqlite_store, oa, seed_of(oa)) as keeper:
        token = await keeper.current()
        for _ in range(8 * 60):
            clock.move(minutes=1)
            with pytest.raises(Later):
                await keeper.renewed(token)
    assert 48 <= len(oa.calls) <= 60


async def test_an_answer_that_got_lost_ends_in_an_alarm(
    sqlite_store: Store, oa: OaStandIn, clock: Hands
) -> None:
    oa.faults.drop_connection("access_token", done=True)
    async with keeping(sqlite_store, oa, seed_of(oa)) as keeper:
        old = await keeper.current()
        with pytest.raises(Later):
            await keeper.renewed(old)
        assert standing(sqlite_store).doubtful
        clock.move(minutes=1)
        with pytest.raises(Later):
            await keeper.renewed(old)
    stands = standing(sqlite_store)
    assert stands.refused
    assert stands.doubtful


async def test_a_new_token_that_is_refused_too_is_no_reason_for_another(
    sqlite_store: Store, oa: OaStandIn, clock: Hands
) -> None:
    async with keeping(sqlite_store, oa, seed_of(oa)) as keeper:
        new = await keeper.renewed(await keeper.current())
        with pytest.raises(Later):
            await keeper.renewed(new)
        assert oa.oauth.refreshes == 1
        clock.move(minutes=1)
        await keeper.renewed(new)
    assert oa.oauth.refreshes == 2


async def test_without_any_token_the_account_waits(sqlite_store: Store, oa: OaStandIn) -> None:
    async with keeping(sqlite_store, oa, None) as keeper:
        with pytest.raises(Later) as waits:
            await keeper.current()
        assert waits.value.account_wide
        with sqlite_store.work() as work:
            renewing.consented(work, ACCOUNT, _grant("consented"), "cli:lan")
        assert await keeper.current() == "consented"


def test_a_retired_key_leaves_the_pair_readable(database_url: str, vault: Vault) -> None:
    old, new = vault.keys[0], Key("k2", b"also only for tests: thirty-two b")
    pair = _grant("kept").pair
    first = Store(open_engine(database_url), vault)
    with first.work() as work:
        renewing.consented(work, ACCOUNT, _grant("kept"), "cli:lan")
        assert seals.by_key(work) == {old.kid: 1}
    first.close()
    both = Store(open_engine(database_url), Vault((old, new)))
    with both.work() as work:
        assert seals.step(work, 10) == 1
        assert seals.step(work, 10) == 0
        assert seals.by_key(work) == {new.kid: 1}
    both.close()
    after = Store(open_engine(database_url), Vault((new,)))
    assert held(after).pair == pair
    after.close()
    gone = Store(open_engine(database_url), vault)
    with pytest.raises(Unreadable):
        held(gone)
    gone.close()


def test_a_pair_that_changes_while_it_is_sealed_anew_is_not_put_back(
    postgres_url: str, vault: Vault
) -> None:
    """SQLite has one writer; on PostgreSQL the server rotates beside the command."""
    rotating = Store(open_engine(postgres_url), vault)
    with rotating.work() as work:
        renewing.consented(work, ACCOUNT, _grant("first"), "cli:lan")

    class Busy(Vault):
        def unseal(self, kid: str, sealed: bytes) -> bytes:
            with rotating.work() as work:
                renewing.consented(work, ACCOUNT, _grant("second"), "cli:lan")
            return super().unseal(kid, sealed)

    keys = (*vault.keys, Key("k2", b"also only for tests: thirty-two b"))
    sealing = Store(open_engine(postgres_url), Busy(keys))
    with sealing.work() as work:
        seals.step(work, 10)
    assert held(rotating).pair == _grant("second").pair
    sealing.close()
    rotating.close()


def test_nothing_shows_a_token(sqlite_store: Store) -> None:
    grant = _grant("a-secret-token")
    with sqlite_store.work() as work:
        renewing.consented(work, ACCOUNT, grant, "cli:lan")
        sealed = work.connection.scalar(select(token.c.sealed))
        shown = "".join(str(row) for row in audit.newest(work, 9))
    assert sealed is not None
    assert b"a-secret-token" not in sealed
    assert "a-secret-token" not in shown + repr(grant) + repr(held(sqlite_store))


def _grant(access: str) -> Grant:
    return Grant(Pair(access, f"{access}.refresh"), timedelta(hours=25), timedelta(days=90))


async def _break(oa: OaStandIn, trouble: str) -> None:
    match trouble:
        case "-32":
            oa.faults.inject_error("access_token", -32)
        case "503":
            oa.faults.answer_status("access_token", 503)
        case "html":
            oa.faults.answer_status("access_token", 200)
        case "dropped":
            oa.faults.drop_connection("access_token")
        case "nobody":
            await oa.stop()
