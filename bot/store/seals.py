"""Counts and seals anew what the conversation's tables hold sealed."""

from bot.store.tables import contact, conversation, outbox, parked, token
from feedback.store import seals
from feedback.store.seals import Sealed
from feedback.store.work import Work

SEALED = (
    Sealed(contact, contact.c.person, contact.c.sealed),
    Sealed(conversation, conversation.c.person, conversation.c.sealed),
    Sealed(parked, parked.c.key, parked.c.sealed),
    Sealed(outbox, outbox.c.id, outbox.c.sealed),
    Sealed(token, token.c.account, token.c.sealed),
)


def by_key(work: Work) -> dict[str, int]:
    """Count the sealed rows of each key."""
    return seals.by_key(work, SEALED)


def step(work: Work, limit: int) -> int:
    """Seal anew at most so many rows; give how many were, 0 when all is done."""
    return seals.step(work, limit, SEALED)
