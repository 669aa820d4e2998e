"""Gateway of keys of what was received, and of what could not be handled."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from bot.store.tables import inbox_key, parked
from feedback.domain.ids import Person
from feedback.store.upsert import unless_there
from feedback.store.work import Work

KEPT = timedelta(days=8)
"""Telegram's update ids become random again after a week without updates."""


def claim(work: Work, keys: Sequence[str]) -> frozenset[str]:
    """Claim keys and give those that nobody had claimed before."""
    # In key order, so that processes given the same repeats wait in one direction only.
    rows = [{"key": key, "at": work.now} for key in sorted(set(keys))]
    fresh = unless_there(work.connection, inbox_key).returning(inbox_key.c.key)
    return frozenset(work.connection.scalars(fresh, rows).all())


def park(
    work: Work, key: str, channel: str, event: str, problem: str, person: Person | None = None
) -> None:
    """Keep an update that could not be handled; ``problem`` names what went wrong, in no words."""
    row = {
        "key": key,
        "at": work.now,
        "channel": channel,
        "person": person,
        # A lone surrogate, which no database takes, may be why it is here.
        "sealed": work.vault.seal(event.encode(errors="replace")),
        "kid": work.vault.kid,
        "problem": problem,
    }
    work.connection.execute(unless_there(work.connection, parked), [row])


def count_parked(work: Work) -> int:
    """Count the updates that wait for a person to look at them."""
    return work.connection.scalar(select(func.count()).select_from(parked)) or 0


def forget_parked(work: Work, before: datetime) -> int:
    """Drop parked updates from before an instant; give how many."""
    return work.connection.execute(delete(parked).where(parked.c.at < before)).rowcount


def count_parked_before(work: Work, before: datetime) -> int:
    """Count the parked updates from before an instant."""
    query = select(func.count()).select_from(parked).where(parked.c.at < before)
    return work.connection.scalar(query) or 0


def forget(work: Work, before: datetime) -> int:
    """Drop keys claimed before an instant; give how many."""
    return work.connection.execute(delete(inbox_key).where(inbox_key.c.at < before)).rowcount
