"""Takes an admin's consent: checks whose it is, has the tokens for it, and keeps them."""

import asyncio
from typing import NoReturn

from bot.channels.zalo import oauth
from bot.channels.zalo.oauth import NoCode, Returned
from bot.runtime import renewing
from bot.store import tokens
from bot.wire.channel import SendError
from bot.wire.grants import AskedTooOften, Denied, Grant, GrantError, NotReached
from feedback.services.refusals import Refusal
from hailong import zalo_account
from hailong.home import Home
from hailong.report import say

_KNOWN = {
    "-14002": "the app is not active: set it to 'Đang hoạt động' in the console",
    "-14003": "the callback is not the one that the console has",
}


def steps(home: Home) -> dict[str, str]:
    """Give what the console must hold, and the address at which an admin consents."""
    app, back = zalo_account.app(home.settings), home.settings.public_url + zalo_account.CALLBACK
    challenge = oauth.challenge(zalo_account.verifier(home))
    state = zalo_account.state(home)
    return {
        "callback": back,
        "challenge": challenge,
        "state": state,
        "address": oauth.consent_address(app, back, challenge, state),
    }


def take(home: Home, text: str) -> None:
    """Take a code, or the address that carries it, and keep the tokens it brings.

    Raises Refusal where it is another account's, comes from another home, or is not taken by Zalo.
    """
    given = _read(home, text)
    grant = asyncio.run(_granted(home, given.code))
    account, seed = zalo_account.account(home.settings), zalo_account.seed(home.settings)
    with home.store.work() as work:
        if seed is not None:
            tokens.first_seen(work, account, seed)  # older than this consent, so never used again
        renewing.consented(work, account, grant, home.actor)


def _read(home: Home, text: str) -> Returned:
    try:
        given = oauth.returned(text)
    except NoCode:
        raise Refusal("That is neither a code nor an address that carries one.") from None
    wanted = home.settings.zalo_oa_id
    if given.oa_id and given.oa_id != wanted:
        raise Refusal(f"The consent is for another account than {wanted}, which is set.")
    # An address that someone else made up must not bring their tokens here.
    if given.state and given.state != zalo_account.state(home):
        raise Refusal("The address does not come from the page that this command named.")
    return given


async def _granted(home: Home, code: str) -> Grant:
    try:
        grant = await oauth.exchange(
            zalo_account.app(home.settings), code, zalo_account.verifier(home)
        )
    except GrantError as error:
        _refused(error)
    await _check(home, grant)
    return grant


async def _check(home: Home, grant: Grant) -> None:
    """See whose tokens they are, whatever the address said; raise Refusal for another's."""
    try:
        health = await zalo_account.health(home.settings, grant.pair.access)
    # No reason to refuse: the code is spent by now, and only an admin can bring another.
    except SendError as error:
        say(f"Warning: Zalo does not say how the account is: {getattr(error, 'reason', '')}.")
        return
    if health.id and health.id != home.settings.zalo_oa_id:
        raise Refusal(f"The tokens are another account's ({health.name}); nothing was kept.")


def _refused(error: GrantError) -> NoReturn:
    if isinstance(error, NotReached | AskedTooOften):
        why = f"Zalo was not reached ({error.reason}); nothing was asked. Try the same code again."
    elif isinstance(error, Denied):
        why = _KNOWN.get(error.reason) or (
            "a code is good once and for ten minutes, and only with the challenge that the "
            "console had when it was given"
        )
        why = f"Zalo does not take the code ({error.reason}): {why}."
    else:
        why = f"Zalo did not answer ({error.reason}). Consent again, and use the new code."
    raise Refusal(why) from None
