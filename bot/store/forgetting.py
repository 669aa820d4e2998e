"""Gateway that forgets someone on the messengers' side: conversation, address, letters, timers."""

from collections.abc import Callable

from sqlalchemy import delete, select

from bot.store.tables import contact, conversation, outbox, timer
from feedback.domain.ids import Person
from feedback.store.work import Work

_HOLDING = (outbox, timer, contact, conversation)


def forget(work: Work, person: Person) -> None:
    """Take away everything that is kept of a person's chat."""
    for table in _HOLDING:
        work.connection.execute(delete(table).where(table.c.person == person))


def forget_those(work: Work, erased: Callable[[Person], bool]) -> int:
    """Forget everyone of whom it is true, in a restored database; give how many."""
    people = work.connection.scalars(select(conversation.c.person)).all()
    known = {Person(one) for one in people if erased(Person(one))}
    for person in known:
        forget(work, person)
    return len(known)
