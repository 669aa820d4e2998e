"""An admin's consent, the doctor's eye on the account, and what came to the hook."""

import asyncio
from datetime import timedelta

import pytest
from aiohttp import ClientSession

from bot.runtime import renewing
from bot.runtime.doorbook import Doorbook
from bot.runtime.writer import Writer
from bot.store import doorbook
from bot.store.tables import token
from bot.wire.grants import Denied, Grant, NotAnswered, Pair
from feedback.domain.days import local_day
from feedback.domain.roles import Role, Viewer
from feedback.services.refusals import Refusal
from feedback.store import audit
from feedback.store.vault import Key, Vault
from feedback.store.work import Store, Work, wall_clock
from hailong import zalo_account, zalo_consent, zalo_refresh, zalo_rows, zalo_state
from hailong.finding import Finding
from hailong.home import Home
from hailong.settings import Settings
from hailong.zalo_checkup import zalo_of
from tests.conftest import Hands
from tests.office import codes
from tests.standins.wiring import oa_settings
from tests.standins.zalo import OaStandIn
from tests.zalo.keeping import ACCOUNT, held, standing


@pytest.fixture
def clock() -> Hands:
    """The stand-in runs on the machine's clock, so these begin at its time."""
    return Hands(wall_clock())


@pytest.fixture
def home(sqlite_store: Store, oa: OaStandIn) -> Home:
    """A home without any tokens yet, whose console holds its challenge and its callback."""
    given = oa_settings(oa) | {"zalo_oa_access_token": "", "zalo_oa_refresh_token": ""}
    settings = Settings(public_url="https://danhgia.example.vn", **given)
    home = Home(settings, sqlite_store, codes(), Viewer("cli:lan", Role.OPERATOR))
    told = zalo_consent.steps(home)
    oa.account.code_challenge, oa.account.redirect_uri = told["challenge"], told["callback"]
    return home


async def consent(home: Home) -> str:
    """Allow the app as an admin does; give the address that the browser comes back to."""
    async with (
        ClientSession() as session,
        session.post(zalo_consent.steps(home)["address"], allow_redirects=False) as answer,
    ):
        return answer.headers["Location"]


def acts(store: Store) -> list[tuple[str, str]]:
    with store.look() as work:
        return [(row.actor, row.act) for row in reversed(audit.newest(work, 50))]


async def findings(home: Home) -> list[tuple[str, str]]:
    found = await asyncio.to_thread(lambda: list(zalo_of(home)))
    return [(one.state, one.what) for one in found]


async def worst(home: Home, word: str) -> str:
    """Give the state of the finding that speaks of something."""
    (state,) = [state for state, what in await findings(home) if word in what]
    return state


async def test_a_consent_brings_tokens_and_stands_in_the_record(home: Home, oa: OaStandIn) -> None:
    back = await consent(home)
    assert back.startswith("https://danhgia.example.vn/hooks/zalo/oa/callback?code=")
    await asyncio.to_thread(zalo_consent.take, home, back)
    assert held(home.store).pair.access == oa.oauth.pair.access
    assert acts(home.store) == [("cli:lan", "token.consent")]
    with pytest.raises(Refusal, match="once and for ten minutes"):
        await asyncio.to_thread(zalo_consent.take, home, back)


async def test_the_challenge_never_changes_but_by_a_setting(home: Home) -> None:
    """The console keeps it, so that another consent in a year needs no visit there."""
    newer = Vault((*home.store.vault.keys, Key("k9", b"a newer key, thirty-two bytes in")))
    later = Home(home.settings, Store(home.store.engine, newer), home.codes, home.operator)
    assert zalo_consent.steps(later) == zalo_consent.steps(home)
    chosen = home.settings.model_copy(update={"zalo_oa_code_verifier": "x" * 43})
    other = Home(chosen, home.store, home.codes, home.operator)
    assert zalo_consent.steps(other)["challenge"] != zalo_consent.steps(home)["challenge"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("oa_id=", "oa_id=9"), "another account"),
        (("state=", "state=x"), "does not come from the page"),
        (("code=", "cod="), "neither a code"),
    ],
)
async def test_an_address_of_elsewhere_is_not_taken(
    home: Home, oa: OaStandIn, change: tuple[str, str], told: str
) -> None:
    back = (await consent(home)).replace(*change)
    with pytest.raises(Refusal, match=told):
        await asyncio.to_thread(zalo_consent.take, home, back)
    assert oa.oauth.grants == []


async def test_tokens_of_another_account_are_not_kept(home: Home, oa: OaStandIn) -> None:
    """A bare code says nothing of whose it is; Zalo does."""
    code = oa.oauth.consent()
    oa.account.oa_id = "999"
    with pytest.raises(Refusal, match="another account's"):
        await asyncio.to_thread(zalo_consent.take, home, code)
    with home.store.look() as work:
        assert work.connection.execute(token.select()).one_or_none() is None


async def test_a_seed_older_than_the_consent_is_never_used(home: Home, oa: OaStandIn) -> None:
    await asyncio.to_thread(zalo_consent.take, _seeded(home, oa), await consent(home))
    writer = Writer(home.store)
    keeper = zalo_account.keeper(_seeded(home, oa), writer)
    assert await keeper.current() == oa.oauth.pair.access
    writer.close()


async def test_an_operator_asks_for_new_tokens(home: Home, oa: OaStandIn) -> None:
    with home.store.work() as work:
        renewing.sow(work, ACCOUNT, Pair(oa.oauth.pair.access, oa.oauth.pair.refresh))
    await asyncio.to_thread(zalo_refresh.now, home)
    assert held(home.store).pair.access == oa.oauth.pair.access
    assert acts(home.store)[-1] == ("cli:lan", "token.rotation")
    oa.oauth.seed("other", "pair")
    with pytest.raises(Refusal, match="-14014"):
        await asyncio.to_thread(zalo_refresh.now, home)


async def test_a_sound_account_is_told_as_sound(home: Home, oa: OaStandIn, clock: Hands) -> None:
    with home.store.work() as work:
        renewing.consented(work, ACCOUNT, _living(oa), "cli:lan")
        doorbook.add(work, {("zalo_oa", "received"): 3})
    assert {state for state, _ in await findings(home)} == {Finding.OK}
    row = zalo_rows.of_state(home, await asyncio.to_thread(zalo_state.gather, home))
    assert (row["tokens"], row["verified"], row["package"]) == ("living", True, "Growth")
    assert (row["events"], row["bad_signatures"]) == (3, 0)
    assert oa.oauth.pair.access not in str(row)


async def test_each_trouble_of_tokens_is_found(home: Home, oa: OaStandIn, clock: Hands) -> None:
    assert await worst(home, "there are no tokens") == Finding.WRONG
    assert await worst(_seeded(home, oa), "never used") == Finding.NOTE
    with home.store.work() as work:
        renewing.consented(work, ACCOUNT, _living(oa), "cli:lan")
    clock.move(hours=22)
    assert await worst(home, "22 hours old") == Finding.NOTE
    clock.move(days=76)
    assert await worst(home, "consent on Zalo ends on") == Finding.NOTE
    clock.move(days=14)
    assert await worst(home, "consent on Zalo has ended") == Finding.WRONG
    _begin(home, clock, NotAnswered("HTTP 503"))
    assert standing(home.store).doubtful
    assert await worst(home, "may be lost") == Finding.WRONG
    _begin(home, clock, Denied("-14014"))
    assert await worst(home, "takes the refresh token no more (-14014); the new") == Finding.WRONG
    other = Vault((Key("k7", b"another home: thirty-two bytes, ok"),))
    stranger = Home(
        home.settings, Store(home.store.engine, other, clock), home.codes, home.operator
    )
    assert await worst(stranger, "the key that sealed") == Finding.WRONG


@pytest.mark.parametrize(
    ("ends", "state"),
    [("31/12/2099", "OK"), ("", "NOTE"), ("soon", "NOTE"), ("01/01/2020", "WRONG")],
)
async def test_a_package_that_ends_is_found(
    home: Home, oa: OaStandIn, ends: str, state: str
) -> None:
    with home.store.work() as work:
        renewing.consented(work, ACCOUNT, _living(oa), "cli:lan")
    oa.account.package_ends = ends
    oa.account.is_verified = state == "OK"
    assert await worst(home, "package is Growth") == state
    verified = [s for s, what in await findings(home) if "not verified" in what]
    assert verified == ([] if state == "OK" else [Finding.WRONG])


async def test_a_silent_zalo_is_no_reason_to_spend_a_token(home: Home, oa: OaStandIn) -> None:
    with home.store.work() as work:
        renewing.consented(work, ACCOUNT, _living(oa), "cli:lan")
    oa.oauth.spoil()
    assert await worst(home, "does not say how the account is") == Finding.NOTE
    assert oa.oauth.grants == []


async def test_what_came_to_the_hook_is_written_down(
    home: Home, oa: OaStandIn, clock: Hands
) -> None:
    assert await worst(home, "no event of Zalo's ever came") == Finding.NOTE
    writer = Writer(home.store)
    book = Doorbook(writer)
    for outcome in ("bad_signature", "bad_signature", "unsigned"):
        book.seen("zalo_oa", outcome)
    await book.write()
    assert await worst(home, "2 events of 7 days were not signed") == Finding.WRONG
    book.seen("zalo_oa", "received")
    await book.write()
    await book.write()
    assert await worst(home, "the last event") == Finding.OK
    clock.move(days=4)
    assert await worst(home, "the last event") == Finding.NOTE
    writer.close()


def test_the_days_of_a_hook_add_up_on_both_databases(store: Store, clock: Hands) -> None:
    first = clock.now
    for _ in range(3):
        with store.work() as work:
            doorbook.add(work, {("zalo_oa", "received"): 2, ("zalo_oa", "unsigned"): 1})
        clock.move(days=1)
    with store.work() as work:
        today = local_day(first)
        assert doorbook.counts(work, "zalo_oa", today) == {"received": 6, "unsigned": 3}
        assert doorbook.counts(work, "telegram", today) == {}
        assert doorbook.last(work, "zalo_oa", ["unsigned"]) == first + timedelta(days=2)
        assert doorbook.forget(work, today + timedelta(days=2)) == 4
        assert doorbook.counts(work, "zalo_oa", today) == {"received": 2, "unsigned": 1}


def _living(oa: OaStandIn) -> Grant:
    pair = Pair(oa.oauth.pair.access, oa.oauth.pair.refresh)
    return Grant(pair, timedelta(hours=25), timedelta(days=90))


def _seeded(home: Home, oa: OaStandIn) -> Home:
    """The same home with the stand-in's pair in its settings."""
    seeded = home.settings.model_copy(
        update={"zalo_oa_access_token": "a.seed", "zalo_oa_refresh_token": "of.old"}
    )
    return Home(seeded, home.store, home.codes, home.operator)


def _begin(home: Home, clock: Hands, error: Exception) -> None:
    """Begin a refresh and let it come to a bad end."""
    clock.move(hours=1)

    def act(work: Work) -> None:
        access = held(home.store).pair.access
        begun = renewing.begin(work, ACCOUNT, access, "one")
        assert isinstance(begun, renewing.Begun)
        renewing.failed(work, ACCOUNT, begun, error, "system")

    with home.store.work() as work:
        act(work)


async def test_what_only_a_person_can_mend_is_wrong_and_says_how(home: Home, oa: OaStandIn) -> None:
    await asyncio.to_thread(zalo_consent.take, home, await consent(home))
    oa.account.broken = -209
    found = await asyncio.to_thread(lambda: list(zalo_of(home)))
    (refused,) = [one for one in found if "-209" in one.what]
    assert (refused.state, refused.do.split(":")[0]) == ("WRONG", "the app is not active")


async def test_tokens_of_another_account_are_told(home: Home, oa: OaStandIn) -> None:
    """A pair that was set by hand is never checked on its way in."""
    with home.store.work() as work:
        renewing.sow(work, ACCOUNT, Pair(oa.oauth.pair.access, oa.oauth.pair.refresh))
    oa.account.oa_id = "999"
    assert await worst(home, "another account") == "WRONG"
