"""Joins what speaks to Zalo for the Official Account, out of the settings; decides nothing."""

import base64
from collections.abc import Callable
from functools import partial

from bot.channels.zalo import oauth
from bot.channels.zalo.oa import Health, OaChannel, Ways
from bot.runtime.tokens import Keeper
from bot.runtime.writer import Writer
from bot.wire.channel import Later
from bot.wire.grants import Pair
from bot.wire.messages import Account
from feedback.services.refusals import Misuse
from hailong.home import Home
from hailong.settings import Settings

CHANNEL = "zalo_oa"
CALLBACK = "/hooks/zalo/oa/callback"
_PATIENCE = 10.0


def switched_on(settings: Settings) -> bool:
    """Say whether the office has an Official Account that answers."""
    return bool(settings.zalo_oa_id and settings.zalo_oa_app_id)


def required(settings: Settings) -> None:
    """Raise Misuse where the Official Account is not switched on."""
    if not switched_on(settings):
        raise Misuse(
            "No Official Account is set: HAILONG_ZALO_OA_ID, HAILONG_ZALO_OA_APP_ID, "
            "HAILONG_ZALO_OA_APP_SECRET and HAILONG_ZALO_OA_SECRET_KEY are needed."
        )


def account(settings: Settings) -> Account:
    """Name the Official Account."""
    return Account(CHANNEL, settings.zalo_oa_id)


def app(settings: Settings) -> oauth.App:
    """Give the app of the developers' console."""
    return oauth.App(
        settings.zalo_oa_app_id, settings.zalo_oa_app_secret, settings.zalo_oa_oauth_base
    )


def seed(settings: Settings) -> Pair | None:
    """Give the pair of tokens that the settings hold, if they do."""
    if not settings.zalo_oa_access_token:
        return None
    return Pair(settings.zalo_oa_access_token, settings.zalo_oa_refresh_token)


def keeper(
    home: Home, writer: Writer, by: str = "system", told: Callable[[str], None] = lambda _: None
) -> Keeper:
    """Make the keeper of the account's tokens."""
    settings = home.settings
    return Keeper(
        writer,
        account(settings),
        partial(oauth.refresh, app(settings)),
        seed(settings),
        by=by,
        clock=home.store.clock,
        told=told,
    )


def verifier(home: Home) -> str:
    """Give the code verifier: the one that was set, else one of this home's own, for ever.

    The console keeps its challenge, so that it must not change from one consent to the next.
    """
    first = home.store.vault.keys[0]
    return home.settings.zalo_oa_code_verifier or oauth.verifier(first.derive("zalo verifier"))


def state(home: Home) -> str:
    """Give the word that the page of consent carries back: from no other home than this one."""
    # Twelve bytes are sixteen letters, without the `=` that an address would escape.
    secret = home.store.vault.keys[0].derive("zalo state")[:12]
    return base64.urlsafe_b64encode(secret).decode()


async def health(settings: Settings, access: str) -> Health:
    """Ask Zalo how the account of a token is, with this token alone; raise SendError."""
    ways = Ways(settings.zalo_oa_api_base, settings.zalo_oa_rpm, timeout=_PATIENCE)
    channel = OaChannel(account(settings), _Only(access), ways)
    try:
        return await channel.health()
    finally:
        await channel.close()


class _Only:
    """One token that nobody renews: who only looks must not spend a refresh token."""

    def __init__(self, access: str) -> None:
        self._access = access

    async def current(self) -> str:
        """Give the token."""
        return self._access

    async def renewed(self, failed: str) -> str:
        """Raise Later."""
        raise Later(0, account_wide=True, reason="the access token is refused")
