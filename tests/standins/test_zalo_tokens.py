"""Codes and tokens: once, in time, with the right proof, and the old pair dies."""

import asyncio

import pytest
from aiohttp import ClientSession, ServerDisconnectedError

from tests.standins.product import Caller
from tests.standins.zalo import OaStandIn, Phone

VERIFIER = "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3hJ5kL7nP9r"
CHALLENGE = "-EfAO0DphNTtC-ZRdiRU2-Em5fR2KvfkqLxSCf5NlDI"


async def code(caller: Caller, code: str, verifier: str = VERIFIER) -> dict[str, str]:
    return await caller.tokens(grant_type="authorization_code", code=code, code_verifier=verifier)


async def test_a_refresh_token_is_good_once(oa: OaStandIn, caller: Caller) -> None:
    """The answer carries a whole new pair, and both old tokens die with it."""
    old = oa.oauth.pair
    new = await caller.refresh(old.refresh)
    assert new["expires_in"] == "90000"
    assert "access_token" not in await caller.refresh(old.refresh)
    stale = await caller.post("/v3.0/oa/quota/message", {}, token=old.access)
    assert stale == {"error": -216, "message": "Access token is invalid"}
    assert "access_token" in await caller.refresh(new["refresh_token"])
    assert oa.oauth.refreshes == 2


async def test_of_two_at_once_one_refresh_is_granted(oa: OaStandIn, caller: Caller) -> None:
    old = oa.oauth.pair.refresh
    both = await asyncio.gather(caller.refresh(old), caller.refresh(old))
    assert sorted("access_token" in one for one in both) == [False, True]
    assert (oa.oauth.refreshes, oa.oauth.refusals) == (1, 1)


@pytest.mark.parametrize(("seconds", "error"), [(89_999, -232), (90_000, -220)])
async def test_an_access_token_lives_twenty_five_hours(
    oa: OaStandIn, lan: Phone, caller: Caller, seconds: int, error: int
) -> None:
    oa.advance_clock(seconds=seconds)
    assert (await caller.write(lan.id))["error"] == error


async def test_a_refresh_token_lives_three_months(oa: OaStandIn, caller: Caller) -> None:
    old = oa.oauth.pair.refresh
    oa.advance_clock(days=90, seconds=1)
    assert (await caller.refresh(old))["error_name"] == "Invalid refresh token"


async def test_a_spoilt_token_can_still_be_renewed(
    oa: OaStandIn, lan: Phone, caller: Caller
) -> None:
    old = oa.oauth.pair
    oa.oauth.spoil()
    assert (await caller.post("/v3.0/oa/message/cs", {}, token=old.access))["error"] == -216
    assert "access_token" in await caller.refresh(old.refresh)


async def test_a_code_is_good_once_and_for_ten_minutes(oa: OaStandIn, caller: Caller) -> None:
    given = oa.oauth.consent(CHALLENGE)
    assert "access_token" in await code(caller, given)
    assert "access_token" not in await code(caller, given)
    late = oa.oauth.consent(CHALLENGE)
    oa.advance_clock(minutes=10, seconds=1)
    assert "access_token" not in await code(caller, late)


@pytest.mark.parametrize("verifier", ["", VERIFIER[:-1] + "x"])
async def test_a_code_wants_the_verifier_of_its_challenge(
    oa: OaStandIn, caller: Caller, verifier: str
) -> None:
    assert "access_token" not in await code(caller, oa.oauth.consent(CHALLENGE), verifier)


async def test_the_app_must_be_right_and_active(oa: OaStandIn, caller: Caller) -> None:
    form = {"grant_type": "refresh_token", "refresh_token": oa.oauth.pair.refresh}
    assert "access_token" not in await caller.tokens("wrong", **form)
    assert "access_token" not in await caller.tokens(app_id="1", **form)
    oa.account.app_active = False
    assert (await caller.tokens(**form))["error"] == -14002
    oa.account.app_active = True
    assert "access_token" in await caller.tokens(**form)


async def test_an_answer_can_get_lost_after_the_pair_was_replaced(
    oa: OaStandIn, caller: Caller
) -> None:
    old = oa.oauth.pair.refresh
    oa.faults.drop_connection("access_token", done=True)
    with pytest.raises(ServerDisconnectedError):
        await caller.refresh(old)
    assert oa.oauth.pair.refresh != old


async def test_a_proof_is_asked_for_where_the_app_wants_it(
    oa: OaStandIn, lan: Phone, caller: Caller
) -> None:
    oa.account.proof_required = True
    assert (await caller.write(lan.id))["error"] == -242


async def test_the_admin_allows_the_app_on_a_page(oa: OaStandIn, caller: Caller) -> None:
    """The page goes back to the registered address with a code, the account and the state."""
    oa.account.redirect_uri = "http://127.0.0.1:1/back"
    query = {
        "app_id": oa.account.app_id,
        "redirect_uri": oa.account.redirect_uri,
        "code_challenge": CHALLENGE,
        "state": "s1",
    }
    page = oa.url + "/v4/oa/permission"
    async with ClientSession() as session:
        async with session.get(page, params=query) as answer:
            assert "Cho phép" in await answer.text()
        async with session.post(page, params=query, allow_redirects=False) as answer:
            back = answer.headers["Location"]
        wrong = query | {"redirect_uri": "http://127.0.0.1:1/other"}
        async with session.get(page, params=wrong) as answer:
            assert (await answer.json())["error"] == -14003
    assert f"oa_id={oa.account.oa_id}" in back
    assert "state=s1" in back
    given = back.partition("code=")[2].partition("&")[0]
    assert "access_token" in await code(caller, given)
