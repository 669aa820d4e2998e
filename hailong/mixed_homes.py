"""Knows another home's keys beside a database, before anything is sealed by them. It only reads."""

from collections.abc import Iterator
from contextlib import suppress

from sqlalchemy.exc import DatabaseError

from feedback.services.refusals import Refusal
from feedback.store import audit, seals
from feedback.store.work import Work
from hailong.finding import Finding
from hailong.home import Home


def mistaken(work: Work) -> Iterator[Finding]:
    """Tell of a key that bears the id of one that wrote here, and is another home's.

    Each home begins with a ``k1``. Rows of the record alone could have been changed by hand: only
    where its oldest sealed texts do not open either, the key is not the one.
    """
    kid = audit.disowned(work)
    if kid and not seals.opens(work, kid):
        yield Finding(
            Finding.WRONG,
            f"the key {kid} here is not the {kid} that this database was written with",
            "two homes are mixed up: put its own keys.toml back, or set HAILONG_DATABASE_URL right",
        )


def refuse_mistaken(home: Home) -> None:
    """Raise Refusal where what is written now would be sealed by another home's key."""
    # What is damaged or away is told by others, and keeps no server from what it still can do.
    with suppress(DatabaseError), home.store.look() as work:
        for one in mistaken(work):
            raise Refusal(f"Nothing is written here: {one.what}; {one.do}.")
