"""Gateway of photos: sealed in chunks, with the state of those still to be fetched."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select, update

from feedback.domain.ids import RatingId
from feedback.store.tables.facts import file_chunk, rating_file
from feedback.store.work import Work

CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Pending:
    """A photo still at a messenger, by that messenger's name of it."""

    id: int
    reference: str
    tries: int


def begin(work: Work, identity: int, rating: RatingId, channel: str) -> None:
    """Make the row of a photo whose bytes are at hand."""
    work.connection.execute(
        insert(rating_file).values(
            id=identity,
            rating_id=rating,
            at=work.now,
            channel=channel,
            account="",
            reference=None,
            kid=work.vault.kid,
            state="pending",
            due_at=work.now,
        )
    )


def count(work: Work, rating: RatingId) -> int:
    """Count the photos of a rating."""
    query = select(func.count()).where(rating_file.c.rating_id == rating)
    return work.connection.scalar(query) or 0


def pending(work: Work, channel: str, account: str, limit: int) -> list[Pending]:
    """Give photos of an account that are due to be fetched, oldest first."""
    rows = work.connection.execute(
        select(rating_file.c.id, rating_file.c.kid, rating_file.c.reference, rating_file.c.tries)
        .where(
            rating_file.c.state == "pending",
            rating_file.c.channel == channel,
            rating_file.c.account == account,
            rating_file.c.due_at <= work.now,
        )
        .order_by(rating_file.c.id)
        .limit(limit)
    )
    return [
        Pending(row.id, work.vault.unseal(row.kid, row.reference).decode(), row.tries)
        for row in rows
    ]


def keep(work: Work, identity: int, mime: str, data: bytes) -> None:
    """Store the bytes, sealed in chunks, and forget the messenger's name of them."""
    parts = [data[start : start + CHUNK] for start in range(0, len(data), CHUNK)]
    work.connection.execute(
        insert(file_chunk),
        [
            {"file_id": identity, "part": n, "sealed": work.vault.seal(part)}
            for n, part in enumerate(parts)
        ],
    )
    _set(work, identity, state="kept", mime=mime, size=len(data), reference=None, problem="")


def fail(work: Work, identity: int, problem: str) -> None:
    """Note that a photo will not come."""
    _set(work, identity, state="failed", problem=problem)


def delay(work: Work, identity: int, until: datetime, problem: str) -> None:
    """Note that a photo is to be fetched again later."""
    _set(work, identity, due_at=until, tries=rating_file.c.tries + 1, problem=problem)


def read(work: Work, rating: RatingId) -> list[tuple[str, bytes]]:
    """Read the kept photos of a rating as mime type and bytes."""
    rows = work.connection.execute(
        select(rating_file.c.id, rating_file.c.mime, rating_file.c.kid, file_chunk.c.sealed)
        .join(file_chunk, file_chunk.c.file_id == rating_file.c.id)
        .where(rating_file.c.rating_id == rating, rating_file.c.state == "kept")
        .order_by(rating_file.c.id, file_chunk.c.part)
    )
    photos: dict[int, tuple[str, bytes]] = {}
    for identity, mime, kid, sealed in rows:
        _, data = photos.get(identity, (mime, b""))
        photos[identity] = (mime, data + work.vault.unseal(kid, sealed))
    return list(photos.values())


def count_failed(work: Work) -> int:
    """Count the photos that will not come."""
    query = select(func.count()).where(rating_file.c.state == "failed")
    return work.connection.scalar(query) or 0


def _set(work: Work, identity: int, **values: object) -> None:
    work.connection.execute(
        update(rating_file).where(rating_file.c.id == identity).values(**values)
    )
