"""Gateway of what an account was charged for on a local day. It knows nobody and no message."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, update

from bot.store.tables import spending
from bot.wire.messages import Account
from feedback.domain.days import local_day
from feedback.store.upsert import unless_there
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Spent:
    """Messages that were charged for; ``billed`` also counts those on their way."""

    billed: int = 0
    templates: int = 0


def on(work: Work, account: Account, day: date) -> Spent:
    """Read what an account was charged for on a day."""
    query = select(spending.c.billed, spending.c.templates).where(
        spending.c.channel == account.channel,
        spending.c.account == account.name,
        spending.c.day == day,
    )
    row = work.connection.execute(query).one_or_none()
    return Spent() if row is None else Spent(*row)


def today(work: Work, account: Account) -> Spent:
    """Read what an account was charged for on the local day that is now."""
    return on(work, account, local_day(work.now))


def locked(work: Work, account: Account, day: date) -> Spent:
    """Read the same, so that nobody else changes it until the end of the work."""
    # Adding nothing makes the row where there is none, and locks it, on both databases.
    add(work, account, day)
    return on(work, account, day)


def add(work: Work, account: Account, day: date, billed: int = 0, templates: int = 0) -> None:
    """Count messages; a negative number gives back what was claimed and not charged."""
    row = {"channel": account.channel, "account": account.name, "day": day}
    work.connection.execute(
        unless_there(work.connection, spending), [{**row, "billed": 0, "templates": 0}]
    )
    work.connection.execute(
        update(spending)
        .where(
            spending.c.channel == account.channel,
            spending.c.account == account.name,
            spending.c.day == day,
        )
        .values(
            billed=spending.c.billed + billed,
            templates=spending.c.templates + templates,
        )
    )
