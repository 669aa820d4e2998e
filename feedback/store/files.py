"""Gateway of files: photos of ratings sealed in chunks, and what is still to be fetched of any."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from feedback.domain.ids import CaseId, RatingId
from feedback.store import casebox
from feedback.store.tables.facts import file_chunk, rating_file
from feedback.store.vault import Unreadable
from feedback.store.work import Work

CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Pending:
    """A file still at a messenger, by that messenger's name of it; of a case where one is named."""

    id: int
    reference: str
    tries: int
    case: CaseId | None = None


def begin(work: Work, identity: int, rating: RatingId, channel: str) -> None:
    """Make the row of a photo whose bytes are at hand."""
    work.connection.execute(
        insert(rating_file).values(
            id=identity,
            rating_id=rating,
            medium="photo",
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
    """Give files of an account that are due to be fetched, oldest first."""
    rows = work.connection.execute(
        select(rating_file)
        .where(
            rating_file.c.state == "pending",
            rating_file.c.channel == channel,
            rating_file.c.account == account,
            rating_file.c.due_at <= work.now,
        )
        .order_by(rating_file.c.id)
        .limit(limit)
    ).all()
    return [Pending(row.id, _reference(work, row), row.tries, _case(row)) for row in rows]


def _case(row: Row[*tuple[Any, ...]]) -> CaseId | None:
    return None if row.case_id is None else CaseId(row.case_id)


def _reference(work: Work, row: Row[*tuple[Any, ...]]) -> str:
    """Open the messenger's name of a file; empty where its key is gone."""
    # One that cannot be opened must not keep all the others from being fetched.
    try:
        if row.case_id is None:
            return work.vault.unseal(row.kid, row.reference).decode()
        box = casebox.open_box(work, CaseId(row.case_id))
        # An erased case has nothing left to fetch; its row may still be on its way out.
        return box.unseal(row.reference, row.id) if box is not None else ""
    except Unreadable:
        return ""


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
    """Note that a file will not come."""
    _set(work, identity, state="failed", problem=problem)


def delay(work: Work, identity: int, until: datetime, problem: str) -> None:
    """Note that a file is to be fetched again later."""
    _set(work, identity, due_at=until, tries=rating_file.c.tries + 1, problem=problem)


def read(work: Work, rating: RatingId) -> list[tuple[str, bytes]]:
    """Read the kept photos of a rating as mime type and bytes."""
    rows = work.connection.execute(
        select(rating_file.c.id, rating_file.c.mime, rating_file.c.kid, file_chunk.c.sealed)
        .join(file_chunk, file_chunk.c.file_id == rating_file.c.id)
        .where(rating_file.c.rating_id == rating, rating_file.c.state == "kept")
        # By part within each photo: its bytes are joined as they come.
        .order_by(rating_file.c.id, file_chunk.c.part)
    )
    photos: dict[int, tuple[str, bytes]] = {}
    for identity, mime, kid, sealed in rows:
        _, data = photos.get(identity, (mime, b""))
        photos[identity] = (mime, data + work.vault.unseal(kid, sealed))
    return list(photos.values())


def content(work: Work, identity: int) -> bytes:
    """Read the bytes of one photo of a rating."""
    rows = work.connection.execute(
        select(rating_file.c.kid, file_chunk.c.sealed)
        .join(file_chunk, file_chunk.c.file_id == rating_file.c.id)
        .where(rating_file.c.id == identity)
        .order_by(file_chunk.c.part)
    )
    return b"".join(work.vault.unseal(kid, sealed) for kid, sealed in rows)


def state(work: Work, identity: int) -> str | None:
    """Tell how far a file has come: pending, kept or failed."""
    return work.connection.scalar(select(rating_file.c.state).where(rating_file.c.id == identity))


def count_failed(work: Work) -> int:
    """Count the files that will not come."""
    query = select(func.count()).where(rating_file.c.state == "failed")
    return work.connection.scalar(query) or 0


def _set(work: Work, identity: int, **values: object) -> None:
    work.connection.execute(
        update(rating_file).where(rating_file.c.id == identity).values(**values)
    )
