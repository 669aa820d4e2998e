"""Counts what each key sealed, and seals it anew with the newest one, table by table."""

from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from sqlalchemy import Column, ColumnElement, Table, and_, bindparam, func, select, update

from feedback.store.tables.cases import case_key, case_person
from feedback.store.tables.facts import comment, file_chunk, rating_file
from feedback.store.tables.followups import followup, rating_appeal
from feedback.store.tables.offices import staff_second
from feedback.store.vault import Unreadable
from feedback.store.work import Work


class Sealed(NamedTuple):
    """A table with a sealed column, the column that names its key, and its id."""

    table: Table
    identity: Column[int] | Column[bytes] | Column[str]
    sealed: Column[bytes] | Column[bytes | None]


_SOME = 3
SEALED = (
    Sealed(comment, comment.c.id, comment.c.sealed),
    Sealed(rating_file, rating_file.c.id, rating_file.c.reference),
    Sealed(case_key, case_key.c.case_id, case_key.c.sealed),
    Sealed(case_person, case_person.c.case_id, case_person.c.sealed),
    Sealed(followup, followup.c.id, followup.c.note),
    Sealed(rating_appeal, rating_appeal.c.id, rating_appeal.c.reason),
    Sealed(staff_second, staff_second.c.staff_id, staff_second.c.sealed),
)


def by_key(work: Work, places: Sequence[Sealed] = SEALED) -> dict[str, int]:
    """Count the sealed rows of each key."""
    counts: dict[str, int] = {}
    for place in places:
        kid = place.table.c.kid
        # Without a key of the vault it was sealed under its case's, whose own row is in the list.
        query = select(kid, func.count()).where(kid != "").group_by(kid)
        for name, n in work.connection.execute(query):
            counts[name] = counts.get(name, 0) + n
    return counts


def opens(work: Work, kid: str) -> bool:
    """Say whether a key opens any of the oldest texts of each kind that are sealed in its name."""
    for place in SEALED:
        query = select(place.sealed).where(place.table.c.kid == kid, place.sealed.is_not(None))
        for sealed in work.connection.scalars(query.order_by(place.identity).limit(_SOME)):
            with suppress(Unreadable):
                work.vault.unseal(kid, sealed or b"")
                return True
    return False


def step(work: Work, limit: int, places: Sequence[Sealed] = SEALED) -> int:
    """Seal anew at most so many rows; give how many were, 0 when all is done."""
    for place in places:
        n = _step(work, place, limit)
        if n:
            return n
    return 0


def _step(work: Work, place: Sealed, limit: int) -> int:
    kid = place.table.c.kid
    query = (
        select(place.identity, kid, place.sealed)
        .where(kid.not_in(["", work.vault.kid]))
        .limit(limit)
    )
    rows = list(work.connection.execute(query))
    for identity, old, sealed in rows:
        # A row may name a key and hold nothing: it must let go of that key all the same.
        fresh = None if sealed is None else work.vault.seal(work.vault.unseal(old, sealed))
        # A file's chunks name no key of their own: they change with the row that does.
        if place.table is rating_file:
            _chunks(work, identity, old)
        work.connection.execute(
            update(place.table)
            .where(_same(place, identity), _as_read(place, sealed))
            .values({place.sealed.name: fresh, "kid": work.vault.kid})
        )
    return len(rows)


def _same(place: Sealed, identity: object) -> ColumnElement[bool]:
    return place.identity == identity


def _as_read(place: Sealed, sealed: bytes | None) -> ColumnElement[bool]:
    """Let be what another process sealed meanwhile; the next round sees to it if it must."""
    return place.sealed == sealed


def _chunks(work: Work, owner: int, old: str) -> None:
    rows = work.connection.execute(
        select(file_chunk.c.part, file_chunk.c.sealed).where(file_chunk.c.file_id == owner)
    )
    fresh = [
        {"of": owner, "at": part, "to": work.vault.seal(work.vault.unseal(old, sealed))}
        for part, sealed in rows
    ]
    if fresh:
        here = and_(file_chunk.c.file_id == bindparam("of"), file_chunk.c.part == bindparam("at"))
        work.connection.execute(
            update(file_chunk).where(here).values(sealed=bindparam("to")), fresh
        )
