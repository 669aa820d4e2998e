"""Looks for keys that are needed and not here, or not in their place. It only reads."""

from collections.abc import Iterator
from contextlib import suppress

from sqlalchemy.exc import DatabaseError

from feedback.services.refusals import Refusal
from feedback.store import audit, seals
from feedback.store.work import Work
from hailong.finding import Finding
from hailong.home import Home
from hailong.keyring import sealed_by_key


def keys_of(work: Work) -> Iterator[Finding]:
    """Tell of sealed texts without their key, and of people named by another key than before."""
    yield from mistaken(work)
    yield from unopened(work)
    yield from misnamed(work)


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


def unopened(work: Work) -> Iterator[Finding]:
    """Tell, key by key, of texts that no key here opens; no fault where it was given up."""
    here = {key.kid for key in work.vault.keys}
    since = audit.kids_since_loss(work)
    for kid, n in sorted(sealed_by_key(work).items()):
        if kid not in here:
            state = Finding.WRONG if since is None or kid in since else Finding.NOTE
            said = f"{n} texts are sealed with the key {kid}, which is not here"
            yield Finding(state, said, "put your copy of it back, or they stay unreadable")


def misnamed(work: Work) -> Iterator[Finding]:
    """Tell where another key stands first than the one that people were named by so far."""
    was, first = audit.naming_kid(work), work.vault.keys[0].kid
    # Where a home began with several keys, the first names people and never chained a row.
    if was == first or first not in audit.kids(work):
        return
    yield Finding(
        Finding.WRONG,
        f"the first key here is {first}, and was {was}: no follow-up number from then is found, and"
        " people who come again count as others",
        f"put {was} back as the first line of the keys, and restart",
    )
