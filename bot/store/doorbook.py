"""Gateway of how many requests each hook had a day, by outcome, and when the last one came."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import bindparam, delete, func, select, update

from bot.store.tables import hook_day
from feedback.domain.days import local_day
from feedback.store.upsert import adding
from feedback.store.work import Work

_HERE = (
    (hook_day.c.door == bindparam("at_door"))
    & (hook_day.c.day == bindparam("on"))
    & (hook_day.c.outcome == bindparam("came_to"))
)


def add(work: Work, counts: Mapping[tuple[str, str], int]) -> None:
    """Add requests of a door by outcome to those of today."""
    today = local_day(work.now)
    rows = [
        {"door": door, "day": today, "outcome": outcome, "n": n, "last_at": work.now}
        # In key order: several processes add to the same rows.
        for (door, outcome), n in sorted(counts.items())
    ]
    if rows:
        work.connection.execute(adding(work.connection, hook_day, "n"), rows)
        last = [{"at_door": r["door"], "on": today, "came_to": r["outcome"]} for r in rows]
        work.connection.execute(update(hook_day).where(_HERE).values(last_at=work.now), last)


def counts(work: Work, door: str, since: date) -> dict[str, int]:
    """Count a door's requests by outcome since a local day."""
    query = (
        select(hook_day.c.outcome, func.sum(hook_day.c.n))
        .where(hook_day.c.door == door, hook_day.c.day >= since)
        .group_by(hook_day.c.outcome)
    )
    return {str(outcome): int(n) for outcome, n in work.connection.execute(query)}


def last(work: Work, door: str, but: Collection[str] = ()) -> datetime | None:
    """Tell when a door had its last request, within half a minute, some outcomes left out."""
    query = select(func.max(hook_day.c.last_at)).where(
        hook_day.c.door == door, hook_day.c.outcome.not_in(list(but))
    )
    found: datetime | None = work.connection.scalar(query)
    return found


def forget(work: Work, before: date) -> int:
    """Drop the days before a day; give how many rows went."""
    return work.connection.execute(delete(hook_day).where(hook_day.c.day < before)).rowcount
