"""Takes away everything that the conversation's tables hold of someone, letters still to go too."""

from sqlalchemy import delete

from bot.store.tables import contact, conversation, outbox, timer
from feedback.domain.ids import Person
from feedback.store.work import Work


def forget(work: Work, person: Person) -> None:
    """Forget someone: state and draft, address, timers, and what was still to be said to them."""
    for table in (conversation, contact, timer, outbox):
        work.connection.execute(delete(table).where(table.c.person == person))
