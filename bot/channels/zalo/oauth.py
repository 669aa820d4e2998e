"""Owns how Zalo gives tokens: consent with PKCE, a code for a pair, a pair for the next one.

No secret and no token ever stands in an error, and Zalo's own words are not repeated.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    DummyCookieJar,
)

from bot.wire.fields import Malformed, parsed
from bot.wire.grants import AskedTooOften, Denied, Grant, NotAnswered, NotReached, Pair

PRODUCTION = "https://oauth.zaloapp.com"
REFRESH_LIVES = timedelta(days=90)
"""Three months by Zalo's words, counted short."""
_TOKENS = "/v4/oa/access_token"
_CONSENT = "/v4/oa/permission"
# Far below the lease on refreshing, which has to outlast any call.
_TIMEOUT = ClientTimeout(total=20, sock_connect=10)
_LARGEST = 65_536
_WORD = re.compile(r"[!-~]{1,4096}")
_TOO_OFTEN = -32
_HOURS = range(60, 31 * 86_400)
"""Seconds that an access token may be said to live; Zalo says 90000."""


def challenge(verifier: str) -> str:
    """Give the challenge of a code verifier (RFC 7636, S256)."""
    return _base64(hashlib.sha256(verifier.encode()).digest())


def verifier(secret: bytes) -> str:
    """Write 32 secret bytes as a code verifier of 43 characters."""
    return _base64(secret)


@dataclass(frozen=True, slots=True)
class App:
    """An app of the developers' console, and where its tokens are had."""

    id: str
    secret: str
    base: str = PRODUCTION

    def __repr__(self) -> str:
        # The dataclass's own would show the secret.
        return f"App({self.id})"


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back from the page of consent; ``oa_id`` and ``state`` only with an address."""

    code: str
    oa_id: str = ""
    state: str = ""


class NoCode(ValueError):
    """What was given is no code, and no address that carries one."""


def consent_address(app: App, back: str, challenge: str, state: str) -> str:
    """Give the page on which an admin of the account allows the app."""
    query = {"app_id": app.id, "redirect_uri": back, "code_challenge": challenge, "state": state}
    return f"{app.base}{_CONSENT}?{urlencode(query)}"


def returned(text: str) -> Returned:
    """Read a code, or the whole address that the browser came back to; raise NoCode."""
    text = text.strip()
    if "?" not in text:
        return Returned(_code(text))
    try:
        query = parse_qs(urlsplit(text).query, max_num_fields=20)
    except ValueError:
        raise NoCode("no address that can be read") from None
    first = {key: values[0] for key, values in query.items()}
    return Returned(_code(first.get("code", "")), first.get("oa_id", ""), first.get("state", ""))


async def exchange(app: App, code: str, verifier: str) -> Grant:
    """Give a pair for a code, good once and for ten minutes; raise GrantError."""
    form = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
    return await _ask(app, form)


async def refresh(app: App, token: str) -> Grant:
    """Give a pair for a refresh token, good once; the old pair dies with it; raise GrantError."""
    return await _ask(app, {"grant_type": "refresh_token", "refresh_token": token})


async def _ask(app: App, form: Mapping[str, str]) -> Grant:
    try:
        async with (
            ClientSession(timeout=_TIMEOUT, cookie_jar=DummyCookieJar()) as session,
            session.post(
                app.base + _TOKENS,
                data={"app_id": app.id, **form},
                headers={"secret_key": app.secret},
                # A redirect would carry the app's secret to wherever it leads.
                allow_redirects=False,
            ) as answer,
        ):
            return _grant(answer.status, await _body(answer))
    except (ClientConnectorError, ConnectionTimeoutError) as error:
        # Nothing was sent, so that the refresh token is not spent.
        raise NotReached(type(error).__name__) from None
    except (ClientError, TimeoutError, OSError) as error:
        # It may have arrived, and the refresh token be spent.
        raise NotAnswered(type(error).__name__) from None


async def _body(answer: ClientResponse) -> bytes:
    read = bytearray()
    async for chunk in answer.content.iter_chunked(_LARGEST):
        read += chunk
        if len(read) > _LARGEST:
            return b""
    return bytes(read)


def _grant(status: int, raw: bytes) -> Grant:
    """Read an answer: whatever carries no token is a failure, and its number says which."""
    try:
        answer = parsed(raw)
    except Malformed:
        answer = None
    if status == 429:
        raise AskedTooOften("HTTP 429")
    if status >= 500 or not isinstance(answer, dict):
        raise NotAnswered(f"HTTP {status}")
    access, renewal = answer.get("access_token"), answer.get("refresh_token")
    if not _token(access):
        raise _refusal(answer.get("error"))
    if not _token(renewal):
        raise Denied("an answer without a refresh token")
    lives = timedelta(seconds=_seconds(answer.get("expires_in")))
    return Grant(Pair(str(access), str(renewal)), lives, REFRESH_LIVES)


def _refusal(error: object) -> AskedTooOften | NotAnswered | Denied:
    number = _number(error)
    if number == _TOO_OFTEN:
        return AskedTooOften(str(number))
    return Denied(str(number)) if number else NotAnswered("an answer without a token")


def _seconds(value: object) -> int:
    number = _number(value)
    return number if number in _HOURS else 90_000


def _number(value: object) -> int:
    """Read a number that may be written as text; 0 for what is none."""
    if isinstance(value, str) and len(value) < 12 and value.removeprefix("-").isdecimal():
        return int(value)
    return value if type(value) is int else 0


def _token(value: object) -> bool:
    return isinstance(value, str) and _WORD.fullmatch(value) is not None


def _code(text: str) -> str:
    if not _WORD.fullmatch(text):
        raise NoCode("no code of Zalo's")
    return text


def _base64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
