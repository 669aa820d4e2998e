"""Gathers how the Official Account is: its tokens, what Zalo says of it, what came to its hook."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.channels.zalo.oa import Health
from bot.store import doorbook, spending, tokens
from bot.store.spending import Spent
from bot.store.tokens import Standing
from bot.wire.channel import SendError
from feedback.domain.days import local_day
from feedback.store.vault import Unreadable
from feedback.store.work import Work
from hailong import zalo_account
from hailong.home import Home

DAYS = 7
"""How far back what came to the hook is counted."""
_NOT_EVENTS = ("bad_signature", "unsigned", "too_large")


@dataclass(frozen=True, slots=True)
class Hook:
    """What came to the hook: the last event, and how much of the last days was not Zalo's."""

    last_event: datetime | None
    events: int
    bad_signatures: int
    unsigned: int


@dataclass(frozen=True, slots=True)
class OaState:
    """Everything that is known of the account; ``silent`` is why Zalo said nothing of it.

    ``readable`` is false where the key that sealed the tokens is gone; ``spent`` is of today.
    """

    standing: Standing | None
    readable: bool
    hook: Hook
    spent: Spent
    health: Health | None = None
    silent: str = ""


def gather(home: Home, *, ask: bool = True) -> OaState:
    """Gather it, and ask Zalo too unless told not to; spends no refresh token."""
    with home.store.look() as work:
        stands = tokens.standing(work, zalo_account.account(home.settings))
        access, readable = _access(work, home)
        hook = _hook(work)
        spent = spending.today(work, zalo_account.account(home.settings))
    if not access or not ask:
        return OaState(stands, readable, hook, spent)
    try:
        health = asyncio.run(zalo_account.health(home.settings, access))
    except SendError as error:
        why = getattr(error, "reason", "") or "no answer"
        return OaState(stands, readable, hook, spent, silent=why)
    return OaState(stands, readable, hook, spent, health)


def package_end(health: Health) -> date | None:
    """Read the day on which the account's package ends, where Zalo says one."""
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(health.package_until.strip()[:10], form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def _access(work: Work, home: Home) -> tuple[str, bool]:
    """Give the token to ask with, and whether what is stored can be read."""
    try:
        held = tokens.held(work, zalo_account.account(home.settings))
    except Unreadable:
        return "", False
    seed = zalo_account.seed(home.settings)
    pair = held.pair if held else seed
    return (pair.access if pair else ""), True


def _hook(work: Work) -> Hook:
    since = local_day(work.now) - timedelta(days=DAYS)
    counts = doorbook.counts(work, zalo_account.CHANNEL, since)
    last = doorbook.last(work, zalo_account.CHANNEL, _NOT_EVENTS)
    events = sum(n for outcome, n in counts.items() if outcome not in _NOT_EVENTS)
    return Hook(last, events, counts.get("bad_signature", 0), counts.get("unsigned", 0))
