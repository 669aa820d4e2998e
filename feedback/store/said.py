"""Gateway of the comments of one rating, read under a lock so that a repeat is seen as one."""

from contextlib import suppress

from sqlalchemy import select

from feedback.domain.ids import RatingId
from feedback.store.tables.facts import comment, rating
from feedback.store.vault import Unreadable
from feedback.store.work import Work


def hold(work: Work, identity: RatingId) -> None:
    """Lock a rating until the end of the transaction; SQLite's writer has all of them already."""
    work.connection.execute(select(rating.c.id).where(rating.c.id == identity).with_for_update())


def comments(work: Work, identity: RatingId, *, accusing: bool) -> list[str]:
    """Read the comments of a rating, oldest first; with those that the screen held back or not.

    One whose key is gone is left out.
    """
    query = (
        select(comment.c.kid, comment.c.sealed)
        .where(comment.c.rating_id == identity)
        .order_by(comment.c.id)
    )
    if not accusing:
        query = query.where(comment.c.screen == "plain")
    found = []
    for kid, sealed in work.connection.execute(query):
        with suppress(Unreadable):
            found.append(work.vault.unseal(kid, sealed).decode())
    return found
