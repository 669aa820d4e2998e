"""How tokens are had of Zalo: PKCE to the letter, each failure by its class, no secret in any."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo import oauth
from bot.channels.zalo.oauth import App, NoCode, Returned
from bot.wire.grants import AskedTooOften, Denied, GrantError, NotAnswered, NotReached
from tests.standins.zalo import OaStandIn
from tests.zalo.keeping import app_of, seed_of

VERIFIER = "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3hJ5kL7nP9r"
CHALLENGE = "-EfAO0DphNTtC-ZRdiRU2-Em5fR2KvfkqLxSCf5NlDI"


def test_the_challenge_is_that_of_the_papers() -> None:
    assert oauth.challenge(VERIFIER) == CHALLENGE


@given(st.binary(min_size=32, max_size=32))
def test_a_verifier_has_forty_three_characters(secret: bytes) -> None:
    assert len(oauth.verifier(secret)) == 43
    assert oauth.verifier(secret).replace("-", "").replace("_", "").isalnum()


async def test_a_code_is_exchanged_with_its_verifier(oa: OaStandIn) -> None:
    oa.account.code_challenge = CHALLENGE
    grant = await oauth.exchange(app_of(oa), oa.oauth.consent(), VERIFIER)
    assert grant.pair == seed_of(oa)
    assert grant.access_lives.total_seconds() == 90_000
    assert grant.refresh_lives.days == 90
    with pytest.raises(Denied):
        await oauth.exchange(app_of(oa), oa.oauth.consent(), VERIFIER[:-1] + "x")


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (200, '{"error":-32,"error_name":"limit"}', AskedTooOften),
        (200, '{"error":"-32"}', AskedTooOften),
        (429, "slow down", AskedTooOften),
        (200, '{"error":-14014,"error_name":"Invalid refresh token"}', Denied),
        (400, '{"error":"-14002"}', Denied),
        (200, '{"access_token":"a"}', Denied),
        (200, '{"access_token":"a b","refresh_token":"c"}', NotAnswered),
        (200, '{"access_token":"a\\r\\nx: y","refresh_token":"c"}', NotAnswered),
        (200, '{"access_token":["a"],"refresh_token":"c"}', NotAnswered),
        (200, '{"error":0,"message":"Success"}', NotAnswered),
        (200, '{"error":true}', NotAnswered),
        (200, "[]", NotAnswered),
        (200, "[" * 50_000, NotAnswered),
        (200, "x" * 200_000, NotAnswered),
        (302, "", NotAnswered),
        (403, "<html>", NotAnswered),
        (503, '{"error":-14014}', NotAnswered),
    ],
)
async def test_what_carries_no_tokens_is_a_failure_of_its_class(
    oa: OaStandIn, status: int, body: str, kind: type[GrantError]
) -> None:
    oa.faults.answer_status("access_token", status, body=body)
    with pytest.raises(kind) as failed:
        await oauth.refresh(app_of(oa), oa.oauth.pair.refresh)
    assert type(failed.value) is kind
    assert oa.oauth.pair.refresh not in repr(failed.value)


@pytest.mark.parametrize("lives", ["90000", 90000, "soon", None, -1, 10**12, True])
async def test_how_long_a_token_lives_is_never_believed_blindly(
    oa: OaStandIn, lives: object
) -> None:
    body = {"access_token": "a", "refresh_token": "b", "expires_in": lives}
    oa.faults.answer_status("access_token", 200, body=json.dumps(body))
    grant = await oauth.refresh(app_of(oa), "x")
    assert grant.access_lives.total_seconds() == 90_000


async def test_a_lost_answer_is_not_the_same_as_nobody_there(oa: OaStandIn) -> None:
    oa.faults.drop_connection("access_token", done=True)
    with pytest.raises(NotAnswered):
        await oauth.refresh(app_of(oa), oa.oauth.pair.refresh)
    app = App("1", "a-secret-of-the-app", "http://127.0.0.1:1")
    with pytest.raises(NotReached) as failed:
        await oauth.refresh(app, "a-refresh-token")
    assert "a-refresh-token" not in str(failed.value)
    assert "a-secret-of-the-app" not in repr(app)


def test_a_code_comes_alone_or_in_the_whole_address() -> None:
    address = "https://x.vn/hooks/zalo/oa/callback?code=C0-de_1&oa_id=388&state=s%3D"
    assert oauth.returned(f"  {address}\n") == Returned("C0-de_1", "388", "s=")
    assert oauth.returned("C0-de_1") == Returned("C0-de_1")


@pytest.mark.parametrize(
    "text", ["", "a b", "mã", "https://x.vn/?oa_id=388", "https://x.vn/?code=a%0Ab", "x" * 5000]
)
def test_what_is_no_code_is_told(text: str) -> None:
    with pytest.raises(NoCode):
        oauth.returned(text)


@given(st.text())
def test_reading_a_code_never_breaks(text: str) -> None:
    try:
        given = oauth.returned(text)
    except NoCode:
        return
    assert given.code.isprintable()
    assert given.code.isascii()
