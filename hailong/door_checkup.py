"""Looks over whether anything comes in from Telegram and from Zalo's bot. It asks nobody."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.store import doorbook
from feedback.domain.days import LOCAL, local_day
from feedback.store.work import Work
from hailong.finding import Finding
from hailong.settings import Settings

_EVENTS = frozenset({"received", "dropped"})
_QUIET = timedelta(hours=72)
"""Longer than a weekend."""
_DAYS = timedelta(days=7)


def doors_of(work: Work, settings: Settings) -> Iterator[Finding]:
    """Tell for each bot that is switched on when it last heard something, and from whom else."""
    if settings.telegram_token:
        yield from _door(work, "telegram", "Telegram", "HAILONG_TELEGRAM_WEBHOOK_SECRET")
    if settings.zalo_bot_token:
        yield from _door(work, "zalo_bot", "Zalo's bot", "HAILONG_ZALO_BOT_WEBHOOK_SECRET")


def _door(work: Work, door: str, name: str, secret: str) -> Iterator[Finding]:
    last = doorbook.last(work, door, set(doorbook.counts(work, door, date.min)) - _EVENTS)
    forged = doorbook.counts(work, door, local_day(work.now - _DAYS)).get("unauthorized")
    # Once something true has come the secret fits, and it is strangers who knock.
    if forged:
        said = f"{forged} events for {name} in 7 days had a wrong secret"
        yield Finding(
            Finding.WRONG if last is None else Finding.NOTE, said, f"compare {secret} with theirs"
        )
    if last is None:
        yield Finding(
            Finding.NOTE, f"nothing ever came from {name}", "is `hailong serve` reached by it?"
        )
        return
    said = f"the last event of {name} came on {last.astimezone(LOCAL):%d/%m/%Y %H:%M}"
    if work.now - last > _QUIET:
        yield Finding(Finding.NOTE, said, "write to it yourself, and see whether it answers")
    else:
        yield Finding(Finding.OK, said)
