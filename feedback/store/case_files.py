"""Gateway of files of cases: each sealed in chunks under its case's key, its name too."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, insert, or_, select, update

from feedback.domain.ids import CaseId, RatingId
from feedback.store import casebox
from feedback.store.casebox import Box
from feedback.store.files import CHUNK
from feedback.store.tables.facts import file_chunk, rating_file
from feedback.store.vault import Unreadable
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file without its bytes; ``case`` None for a photo that came with the case's rating."""

    id: int
    case: CaseId | None
    medium: str
    name: str
    at: datetime
    state: str
    mime: str
    size: int
    withheld: bool = False


def begin(
    work: Work,
    box: Box,
    medium: str,
    name: str,
    channel: str,
    account: str = "",
    reference: str = "",
) -> int:
    """Make the row of a file that is at hand, or at a messenger by that messenger's name of it."""
    identity = work.new_id()
    work.connection.execute(
        insert(rating_file).values(
            id=identity,
            case_id=box.case,
            medium=medium,
            # People name files after people: the name is as private as what is inside.
            name=box.seal_part(name.encode(), identity, _NAME) if name else None,
            at=work.now,
            channel=channel,
            account=account,
            reference=box.seal(reference, identity) if reference else None,
            # Sealed under the case's own key: no key of the vault has to stay for it.
            kid="",
            state="pending",
            due_at=work.now,
        )
    )
    return identity


def keep(work: Work, box: Box, identity: int, mime: str, data: bytes) -> None:
    """Store the bytes, sealed in chunks, and forget the messenger's name of them."""
    parts = [data[start : start + CHUNK] for start in range(0, len(data), CHUNK)]
    work.connection.execute(
        insert(file_chunk),
        [
            {"file_id": identity, "part": n, "sealed": box.seal_part(part, identity, n)}
            for n, part in enumerate(parts)
        ],
    )
    kept = {"state": "kept", "mime": mime, "size": len(data), "reference": None, "problem": ""}
    work.connection.execute(update(rating_file).where(rating_file.c.id == identity).values(**kept))


def count(work: Work, case: CaseId) -> int:
    """Count the files of a case, those still to come included."""
    query = select(func.count()).where(rating_file.c.case_id == case)
    return work.connection.scalar(query) or 0


def listed(work: Work, case: CaseId, rating: RatingId | None) -> list[FileRow]:
    """List the files of a case and the photos of the rating it came with, oldest first."""
    of: ColumnElement[bool] = rating_file.c.case_id == case
    if rating is not None:
        of = or_(of, rating_file.c.rating_id == rating)
    rows = work.connection.execute(select(rating_file).where(of).order_by(rating_file.c.id)).all()
    box = casebox.open_box(work, case)
    return [_file(row, box) for row in rows]


def read(work: Work, case: CaseId, identity: int) -> bytes | None:
    """Read the bytes of a file that is kept; None where the case was erased."""
    rows = work.connection.execute(
        select(file_chunk.c.part, file_chunk.c.sealed)
        .where(file_chunk.c.file_id == identity)
        .order_by(file_chunk.c.part)
    ).all()
    box = casebox.open_box(work, case)
    if box is None or not rows:
        return None
    return b"".join(box.unseal_part(row.sealed, identity, row.part) for row in rows)


def withhold(work: Work, identity: int, *, withheld: bool) -> None:
    """Store whether a file is kept from being shown."""
    work.connection.execute(
        update(rating_file).where(rating_file.c.id == identity).values(withheld=withheld)
    )


def forget(work: Work, case: CaseId) -> None:
    """Take away the files of a case."""
    files = select(rating_file.c.id).where(rating_file.c.case_id == case)
    work.connection.execute(delete(file_chunk).where(file_chunk.c.file_id.in_(files)))
    work.connection.execute(delete(rating_file).where(rating_file.c.case_id == case))


_NAME = -1
"""Where a file's name is bound, beside its parts 0, 1, 2, …"""


def _file(row: Row[*tuple[Any, ...]], box: Box | None) -> FileRow:
    case = None if row.case_id is None else CaseId(row.case_id)
    name = _name(row, box) if row.name is not None else ""
    kept = (row.at, row.state, row.mime, row.size, row.withheld)
    return FileRow(row.id, case, row.medium, name, *kept)


def _name(row: Row[*tuple[Any, ...]], box: Box | None) -> str:
    try:
        sealed = box.unseal_part(row.name, row.id, _NAME) if box is not None else b""
    except Unreadable:
        return ""
    return sealed.decode(errors="replace")
