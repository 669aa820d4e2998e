"""Gateway of desks' codes and their life. It signs and draws nothing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, func, insert, or_, select, update

from feedback.domain.ids import DeskId, RatingId
from feedback.store import stamp
from feedback.store.tables.codes import desk_code, visit_code
from feedback.store.work import Work

_C = desk_code.c
_TEXTS: BindParameter[str] = bindparam("texts", expanding=True)
_SERIALS: BindParameter[int] = bindparam("serials", expanding=True)
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_BY_TEXT = select(desk_code).where(or_(_C.token.in_(_TEXTS), _C.short_code.in_(_TEXTS)))
# Oldest first: whoever makes a dict of it by desk keeps the newest.
_OF_DESKS = select(desk_code).where(_C.desk_id.in_(_IDS)).order_by(_C.issued_at, _C.serial)
_VISITS = select(visit_code).where(
    or_(visit_code.c.serial.in_(_SERIALS), visit_code.c.short_code.in_(_TEXTS)),
    visit_code.c.expires_at > bindparam("now", type_=visit_code.c.expires_at.type),
)
# SQLite takes 32,766 parameters in a statement.
_MOST_AT_ONCE = 5000


class CodeState(StrEnum):
    """Where a code stands in its life; issued and printed ones are both active."""

    ACTIVE = "active"
    REVOKED = "revoked"
    MOVED = "moved"
    TOMBSTONED = "tombstoned"


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A desk's code; ``heir`` is the desk that took over from it."""

    serial: int
    desk: DeskId
    token: str
    short_code: str
    kid: str
    state: CodeState
    issued_at: datetime
    printed_at: datetime | None = None
    ended_at: datetime | None = None
    reason: str = ""
    heir: DeskId | None = None


@dataclass(frozen=True, slots=True)
class VisitFound:
    """A visit's code that is still alive."""

    serial: int
    short_code: str
    rating: RatingId
    desk: DeskId


def by_text(work: Work, texts: Collection[str]) -> list[CodeRow]:
    """Find the codes whose token or short code is among these texts."""
    if not texts:
        return []
    return [_read(row) for row in work.connection.execute(_BY_TEXT, {"texts": sorted(texts)})]


def of_desks(work: Work, ids: Collection[DeskId]) -> list[CodeRow]:
    """Read all codes that these desks ever had, oldest first."""
    listed = sorted(ids)
    return [
        _read(row)
        for at in range(0, len(listed), _MOST_AT_ONCE)
        for row in work.connection.execute(_OF_DESKS, {"ids": listed[at : at + _MOST_AT_ONCE]})
    ]


def visits(work: Work, serials: Collection[int], texts: Collection[str]) -> list[VisitFound]:
    """Find living codes of visits by serial or short code."""
    if not serials and not texts:
        return []
    wanted = {"serials": sorted(serials), "texts": sorted(texts), "now": work.now}
    return [
        VisitFound(row.serial, row.short_code, RatingId(row.rating_id), DeskId(row.desk_id))
        for row in work.connection.execute(_VISITS, wanted)
    ]


def taken(work: Work, short_codes: Collection[str]) -> set[str]:
    """Tell which of these short codes some desk ever had, or a living visit has."""
    found: set[str] = set()
    listed = sorted(short_codes)
    for at in range(0, len(listed), _MOST_AT_ONCE):
        part = listed[at : at + _MOST_AT_ONCE]
        # Ended codes too: drawn again, one would lead a poster that still hangs to another desk.
        found.update(work.connection.scalars(select(_C.short_code).where(_C.short_code.in_(part))))
        found.update(visit.short_code for visit in visits(work, (), part))
    return found


def add(work: Work, new: Sequence[CodeRow]) -> None:
    """Store fresh codes; a serial, token or short code that is taken is an IntegrityError."""
    if not new:
        return
    rows = [
        {
            "serial": one.serial,
            "desk_id": one.desk,
            "token": one.token,
            "short_code": one.short_code,
            "kid": one.kid,
            "state": one.state.value,
            "issued_at": one.issued_at,
        }
        for one in new
    ]
    work.connection.execute(insert(desk_code), rows)
    stamp.touch(work)


def end(
    work: Work, serials: Collection[int], state: CodeState, reason: str, heir: DeskId | None
) -> None:
    """End codes, with the reason and the desk that takes over."""
    work.connection.execute(
        update(desk_code)
        .where(_C.serial.in_(list(serials)))
        .values(state=state.value, ended_at=work.now, reason=reason, heir_id=heir)
    )
    stamp.touch(work)


def withdraw(work: Work, ids: Collection[DeskId], reason: str) -> None:
    """Revoke the active codes of these desks; all their ended ones without an heir lead to them."""
    listed = sorted(ids)
    for at in range(0, len(listed), _MOST_AT_ONCE):
        own = _C.desk_id.in_(listed[at : at + _MOST_AT_ONCE])
        active = own & (_C.state == CodeState.ACTIVE.value)
        ended = {"state": CodeState.REVOKED.value, "ended_at": work.now, "reason": reason}
        work.connection.execute(update(desk_code).where(active).values(ended))
        # After the active ones, which have no heir by now and are led home with the others.
        orphaned = own & _C.heir_id.is_(None)
        work.connection.execute(update(desk_code).where(orphaned).values(heir_id=_C.desk_id))
    stamp.touch(work)


def mark_printed(work: Work, serials: Iterable[int]) -> None:
    """Note that posters of these codes were printed now."""
    statement = update(desk_code).where(_C.serial == bindparam("of_serial"))
    rows = [{"of_serial": serial, "printed_at": work.now} for serial in serials]
    if rows:
        work.connection.execute(statement, rows)
        stamp.touch(work)


def living_by_key(work: Work) -> dict[str, int]:
    """Count the living codes that each key signed."""
    living = _C.state == CodeState.ACTIVE.value
    counted = select(_C.kid, func.count().label("n")).where(living).group_by(_C.kid)
    return {row.kid: row.n for row in work.connection.execute(counted)}


def _read(row: Row[Any]) -> CodeRow:
    return CodeRow(
        row.serial,
        DeskId(row.desk_id),
        row.token,
        row.short_code,
        row.kid,
        CodeState(row.state),
        row.issued_at,
        row.printed_at,
        row.ended_at,
        row.reason,
        None if row.heir_id is None else DeskId(row.heir_id),
    )
