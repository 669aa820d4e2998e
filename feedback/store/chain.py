"""How a row of the record is bound to all before it. It touches no database and holds no key.

``digest`` = SHA-256 of a JSON array, ASCII without spaces: ``["audit 1", digest and mac of the row
before in hexadecimal, seq, id, at in microseconds, actor, act, subject, before, after, reason, kid,
sealed as 0 or 1, about]``, nulls at the end left away, so that a later column may be added there.
``mac`` = HMAC-SHA256 of ``digest`` under the key ``kid`` derived for "audit". The digest carries
the content over a key that was retired since: the next row under a present key vouches for it.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from feedback.store.vault import Vault

_FORM = "audit 1"


@dataclass(frozen=True, slots=True)
class Note:
    """An act as it was noted, before it has its place in the chain."""

    id: int
    at: datetime
    actor: str
    act: str
    subject: str
    before: str
    after: str
    reason: str
    about: int | None
    sealed: bool


class Stored(NamedTuple):
    """A row as the database gives it: whatever a changed one may hold, of whatever kind."""

    seq: object
    id: object
    at: object
    actor: object
    act: object
    subject: object
    before: object
    after: object
    reason: object
    kid: object
    sealed: object
    about: object
    digest: object
    mac: object


CONTENT = len(Stored._fields) - 2
"""How many columns of a row are hashed: all but the hash itself and the HMAC."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a row hands on to the next one."""

    seq: int
    digest: bytes
    mac: bytes


GENESIS = Link(0, bytes(32), bytes(32))
"""What the first row is bound to."""


def digest(before: Link, content: Sequence[object]) -> bytes:
    """Hash a row's columns, in the order above and as they are stored, with what came before."""
    # JSON parts the columns: texts merely joined could be shifted across a border unseen.
    fields = [_FORM, before.digest.hex(), before.mac.hex(), *content]
    # A column added later is null in old rows, whose hashes must stay what they were.
    while fields[-1] is None:
        fields.pop()
    return hashlib.sha256(_encode(fields).encode("ascii")).digest()


def link(vault: Vault, before: Link, content: Sequence[object]) -> Link:
    """Bind a row to the one before, under the newest key, whose id the content carries."""
    hashed = digest(before, content)
    return Link(before.seq + 1, hashed, vault.attest(vault.kid, hashed))


def _odd(value: object) -> object:
    """Tell apart what no column holds but a changed database may."""
    return {type(value).__name__: repr(value)}


_encode = json.JSONEncoder(separators=(",", ":"), default=_odd).encode
