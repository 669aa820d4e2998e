"""Looks over the Official Account: its tokens, what Zalo says of it, what comes to its hook."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.channels.zalo.oa import Health
from bot.runtime.tokens import WARN
from bot.store.tokens import Standing
from feedback.domain.days import LOCAL, local_day
from hailong import zalo_account, zalo_state
from hailong.finding import Finding
from hailong.home import Home
from hailong.zalo_state import Hook, OaState

_AUTHORIZE = "hailong zalo authorize"
_LATE = timedelta(hours=1)
_PACKAGE = timedelta(days=30)
_QUIET = timedelta(hours=72)
"""Longer than a weekend."""


_SETTING = "setting "
_TO_MEND = {
    "-204": "the account was deleted",
    "-205": "there is no such account",
    "-209": "the app is not active: activate it in the console",
    "-212": "the app lacks the product Official Account API: add it in the console",
    "-219": "the app was removed from the console",
    "-221": "the account is not verified: have it verified at oa.zalo.me",
    "-223": f"the consent does not cover it: tick the permissions in the console, {_AUTHORIZE}",
    "-224": "the account's package does not permit it: see oa.zalo.me",
    "-235": "an account of this kind may not: ask Zalo",
    "-242": "appsecret_proof was switched on: switch it off in the console",
    "-320": "the account's Zalo Cloud: see oa.zalo.me",
    "-321": "the account's Zalo Cloud: see oa.zalo.me",
}
"""What a person does about each refusal of the account as a whole (Zalo's mã lỗi)."""


def zalo_of(home: Home) -> Iterator[Finding]:
    """Look over the Official Account; asks Zalo, and spends no refresh token."""
    state, now = zalo_state.gather(home), home.store.clock()
    yield from _tokens(home, state, now)
    yield from _account(state, home.settings.zalo_oa_id, now)
    yield from _hook(state.hook, now)


def _tokens(home: Home, state: OaState, now: datetime) -> Iterator[Finding]:
    stands = state.standing
    if not state.readable:
        yield Finding(
            Finding.WRONG,
            "the key that sealed Zalo's tokens is gone",
            f"put it back, or {_AUTHORIZE}",
        )
    elif stands is not None:
        yield _pair(stands, now)
    elif zalo_account.seed(home.settings):
        yield Finding(
            Finding.NOTE, "Zalo's tokens of the settings were never used", "start `hailong serve`"
        )
    else:
        yield Finding(Finding.WRONG, "there are no tokens of Zalo's: nothing is sent", _AUTHORIZE)


def _pair(stands: Standing, now: datetime) -> Finding:
    if stands.refused:
        lost = "; the new ones got lost" if stands.doubtful else ""
        why = f"Zalo takes the refresh token no more ({stands.problem}){lost}"
        return Finding(Finding.WRONG, why, _AUTHORIZE)
    if stands.doubtful:
        return Finding(
            Finding.WRONG,
            f"a refresh of Zalo's tokens at {_at(stands.refreshing_since)} never ended: "
            "they may be lost",
            f"hailong zalo refresh; where that is refused, {_AUTHORIZE}",
        )
    if stands.refresh_until <= now:
        return Finding(Finding.WRONG, "the consent on Zalo has ended", _AUTHORIZE)
    if stands.refresh_until - now < WARN:
        ends = f"the consent on Zalo ends on {_at(stands.refresh_until)}"
        return Finding(Finding.NOTE, ends, "hailong zalo refresh, and keep `hailong serve` running")
    return _age(stands, now)


def _age(stands: Standing, now: datetime) -> Finding:
    old = f"Zalo's tokens are {(now - stands.obtained_at) // timedelta(hours=1)} hours old"
    if stands.tries:
        failed = f"{old}; {stands.tries} refreshes failed since ({stands.problem})"
        return Finding(Finding.NOTE, failed, "see that this machine reaches Zalo")
    if now - stands.refresh_at > _LATE:
        return Finding(
            Finding.NOTE, old, "is `hailong serve` running? It renews them each 20 hours"
        )
    return Finding(Finding.OK, f"{old}; the consent holds until {_at(stands.refresh_until)}")


def _account(state: OaState, account: str, now: datetime) -> Iterator[Finding]:
    if state.silent.startswith(_SETTING):
        code = state.silent.removeprefix(_SETTING)
        said = f"Zalo refuses whatever is sent for the account ({code})"
        yield Finding(Finding.WRONG, said, _TO_MEND.get(code, "look at the console"))
    elif state.silent:
        said = f"Zalo does not say how the account is ({state.silent})"
        yield Finding(Finding.NOTE, said, "see `hailong zalo status`")
    if state.health is None:
        return
    if state.health.id and state.health.id != account:
        other = f"Zalo's tokens are those of another account, {state.health.id}"
        yield Finding(Finding.WRONG, other, f"{_AUTHORIZE}, as an admin of {account}")
    if not state.health.verified:
        yield Finding(
            Finding.WRONG, "Zalo has not verified the account", "have it verified at oa.zalo.me"
        )
    yield _package(state.health, now)


def _package(health: Health, now: datetime) -> Finding:
    ends, today = zalo_state.package_end(health), local_day(now)
    named = f"the account's package is {health.package or 'none'}"
    if ends is None:
        return Finding(Finding.NOTE, f"{named}, and no end is told", "look at oa.zalo.me")
    if ends < today:
        return Finding(
            Finding.WRONG, f"{named}, and ended on {ends:%d/%m/%Y}", "renew it at oa.zalo.me"
        )
    if ends - today < _PACKAGE:
        return Finding(
            Finding.NOTE, f"{named}, and ends on {ends:%d/%m/%Y}", "renew it at oa.zalo.me"
        )
    return Finding(Finding.OK, f"{named}, until {ends:%d/%m/%Y}")


def _hook(hook: Hook, now: datetime) -> Iterator[Finding]:
    if hook.bad_signatures:
        yield Finding(
            # Once something true has come the key fits, and it is strangers who knock.
            Finding.WRONG if hook.last_event is None else Finding.NOTE,
            f"{hook.bad_signatures} events of {zalo_state.DAYS} days were not signed with the key "
            "that is set",
            "compare HAILONG_ZALO_OA_SECRET_KEY with the console's webhook page",
        )
    if hook.last_event is None:
        yield Finding(
            Finding.NOTE,
            "no event of Zalo's ever came",
            "set the webhook's address in the console, and switch its events on",
        )
    elif now - hook.last_event > _QUIET:
        yield Finding(
            Finding.NOTE,
            f"the last event of Zalo's came on {_at(hook.last_event)}",
            "is the webhook still switched on in the console?",
        )
    else:
        yield Finding(Finding.OK, f"the last event of Zalo's came on {_at(hook.last_event)}")


def _at(moment: datetime | None) -> str:
    return f"{moment.astimezone(LOCAL):%d/%m/%Y %H:%M}" if moment else ""
