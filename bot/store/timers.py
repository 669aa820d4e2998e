"""Gateway of timers: what is to be said to a conversation later, once per person and name."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select

from bot.store.tables import timer
from feedback.domain.ids import Person
from feedback.store.work import Work

_CLEAR = delete(timer).where(timer.c.person == bindparam("of"), timer.c.name == bindparam("by"))


@dataclass(frozen=True, slots=True)
class Timer:
    """Something to wake a person's conversation with; ids only, no text."""

    id: int
    person: Person
    name: str
    due_at: datetime
    subject: int | None = None


def put(work: Work, wanted: Sequence[Timer]) -> None:
    """Set timers, each in place of an earlier one of the same person and name."""
    if wanted:
        # No key holds one per name, so that the earlier one goes first.
        work.connection.execute(_CLEAR, [{"of": t.person, "by": t.name} for t in wanted])
        work.connection.execute(
            insert(timer),
            [
                {
                    "id": t.id,
                    "person": t.person,
                    "name": t.name,
                    "subject": t.subject,
                    "due_at": t.due_at,
                }
                for t in wanted
            ],
        )


def due(work: Work, limit: int) -> list[Timer]:
    """Give timers that are due, oldest first."""
    rows = work.connection.execute(
        select(timer.c.id, timer.c.person, timer.c.name, timer.c.due_at, timer.c.subject)
        .where(timer.c.due_at <= work.now)
        .order_by(timer.c.due_at)
        .limit(limit)
    )
    return [Timer(row[0], Person(row[1]), row[2], row[3], row[4]) for row in rows]


def drop(work: Work, ids: Collection[int]) -> None:
    """Take timers away."""
    if ids:
        work.connection.execute(delete(timer).where(timer.c.id.in_(list(ids))))
