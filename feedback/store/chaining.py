"""Appends notes to the record's chain under the lock of its head. It never commits.

The head is locked last: within it nothing is waited for, so that processes cannot block each other
in a ring, and none forks the chain.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from feedback.domain.record import Head
from feedback.store.chain import GENESIS, Link, Note, link
from feedback.store.columns import microseconds
from feedback.store.tables.offices import audit, audit_head
from feedback.store.upsert import unless_there
from feedback.store.vault import Vault

# The chain has one head: the row that every append locks.
_ROW = 1
_LOCKED = select(audit_head).where(audit_head.c.id == _ROW).with_for_update()
_NEWEST = select(audit).where(audit.c.seq.is_not(None)).order_by(audit.c.seq.desc()).limit(1)
_UNCHAINED = select(audit).where(audit.c.seq.is_(None)).order_by(audit.c.id)
_AT_ONCE = 1000


def append(connection: Connection, vault: Vault, notes: Sequence[Note]) -> Head:
    """Chain and insert notes in their order; give the new head."""
    start = _lock(connection)
    links = _links(vault, start, notes)
    rows = [
        {name: getattr(note, name) for name in Note.__slots__} | _place(vault, one)
        for note, one in zip(notes, links, strict=True)
    ]
    connection.execute(insert(audit), rows)
    return _move(connection, links[-1], notes[-1].at)


def adopt(connection: Connection, vault: Vault) -> int:
    """Chain the rows from before there was a chain, and begin it; give how many there were.

    Does nothing where the chain was begun: rows without a number that appear later were not
    written by this product, and stay for ``hailong audit verify`` to find.
    """
    if connection.execute(select(audit_head.c.id)).first() is not None:
        return 0
    last, at = _lock(connection), None
    old = [_as_note(row) for row in connection.execute(_UNCHAINED)]
    for begin in range(0, len(old), _AT_ONCE):
        some = old[begin : begin + _AT_ONCE]
        links = _links(vault, last, some)
        rows = [{"of": n.id} | _place(vault, one) for n, one in zip(some, links, strict=True)]
        connection.execute(update(audit).where(audit.c.id == bindparam("of")), rows)
        last, at = links[-1], some[-1].at
    if at is not None:
        _move(connection, last, at)
    return len(old)


def content(seq: int, note: Note, kid: str) -> list[object]:
    """Give a row's columns as they are stored, in the order in which they are hashed."""
    return [
        seq,
        note.id,
        microseconds(note.at),
        note.actor,
        note.act,
        note.subject,
        note.before,
        note.after,
        note.reason,
        kid,
        int(note.sealed),
        note.about,
    ]


def _links(vault: Vault, last: Link, notes: Iterable[Note]) -> list[Link]:
    links = []
    for note in notes:
        last = link(vault, last, content(last.seq + 1, note, vault.kid))
        links.append(last)
    return links


def _place(vault: Vault, one: Link) -> dict[str, object]:
    return {"seq": one.seq, "kid": vault.kid, "digest": one.digest, "mac": one.mac}


def _lock(connection: Connection) -> Link:
    """Lock the head; where it is missing, begin it at the newest row there is."""
    # A head that someone removed must not bring the office to a halt: `verify` tells of it.
    row = connection.execute(_LOCKED).one_or_none()
    if row is None:
        newest = connection.execute(_NEWEST).one_or_none()
        begin = GENESIS if newest is None else Link(newest.seq, newest.digest, newest.mac)
        values = {"id": _ROW, "seq": begin.seq, "digest": begin.digest, "mac": begin.mac}
        # Two who begin at once both find none: one row is made, and both lock that one.
        connection.execute(unless_there(connection, audit_head), [values])
        row = connection.execute(_LOCKED).one()
    return Link(row.seq, row.digest, row.mac)


def _move(connection: Connection, last: Link, at: datetime) -> Head:
    values = {"seq": last.seq, "digest": last.digest, "mac": last.mac, "at": at}
    connection.execute(update(audit_head).where(audit_head.c.id == _ROW).values(values))
    return Head(last.seq, last.mac)


def _as_note(row: Row[*tuple[Any, ...]]) -> Note:
    return Note(**{name: row._mapping[name] for name in Note.__slots__})
