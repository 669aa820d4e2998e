"""Looks for keys that are needed and not here, or not in their place. It only reads."""

from collections.abc import Iterator

from feedback.store import audit
from feedback.store.work import Work
from hailong.finding import Finding
from hailong.keyring import sealed_by_key
from hailong.mixed_homes import mistaken


def keys_of(work: Work) -> Iterator[Finding]:
    """Tell of sealed texts without their key, and of people named by another key than before."""
    yield from mistaken(work)
    yield from unopened(work)
    yield from misnamed(work)


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
