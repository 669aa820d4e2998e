"""Takes away everything that the conversation's tables hold of someone, letters still to go too."""

from collections.abc import Collection

from sqlalchemy import delete, select

from bot.store.tables import contact, conversation, outbox, parked, timer
from feedback.domain.ids import Person
from feedback.store import erasing
from feedback.store.work import Work

HOLDING = (conversation, contact, timer, outbox, parked)


def forget(work: Work, person: Person) -> None:
    """Forget someone: state and draft, address, timers, and what was still to be said to them."""
    for table in HOLDING:
        work.connection.execute(delete(table).where(table.c.person == person))
    erasing.compact(work, *HOLDING)


def forget_those(work: Work, hashes: Collection[bytes]) -> int:
    """Forget whoever is named by the hashes of a list of erasures; give how many they were."""
    if not hashes:
        return 0
    # The list names people by hashes alone, so that everyone has to be tried.
    known = {
        Person(one)
        for table in HOLDING
        for one in work.connection.scalars(select(table.c.person).distinct())
        if one is not None
    }
    these = [person for person in known if work.vault.erased(person) in hashes]
    for person in these:
        forget(work, person)
    return len(these)


def silent(work: Work, person: Person) -> bool:
    """Say whether nothing is left that is still to be said to someone."""
    due = select(outbox.c.id).where(outbox.c.person == person, outbox.c.state == "due").limit(1)
    return work.connection.scalar(due) is None
