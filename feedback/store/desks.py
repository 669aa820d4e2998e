"""Gateway of desks: where they stand, what they offer. What became of their units it cannot say."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, delete, func, insert, select, update

from feedback.domain.ids import DeskId, ServiceId, UnitId
from feedback.domain.names import fold
from feedback.store import stamp
from feedback.store.codes import CodeState
from feedback.store.tables.codes import desk_code
from feedback.store.tables.places import desk, desk_place, desk_service
from feedback.store.upsert import replacing, unless_there
from feedback.store.work import Work

_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_SOME = select(desk).where(desk.c.id.in_(_IDS))
_PLACES = (
    select(desk_place.c.desk_id, desk_place.c.from_day, desk_place.c.unit_id)
    .where(desk_place.c.desk_id.in_(_IDS))
    .order_by(desk_place.c.desk_id, desk_place.c.from_day)
)
_MOST_AT_ONCE = 5000
# Before any rating: a desk stands in its first unit as far back as anybody asks.
_EVER = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A desk as it is stored; ``unit`` is the one it was last placed in."""

    id: DeskId
    unit: UnitId
    name: str
    languages: tuple[str, ...]
    position: int
    sample: bool


@dataclass(frozen=True, slots=True)
class NewDesk:
    """A desk to be stored."""

    unit: UnitId
    name: str
    languages: tuple[str, ...]
    position: int
    sample: bool = False


def some(work: Work, ids: Collection[DeskId]) -> list[DeskRow]:
    """Read these desks; those that do not exist are left out."""
    return [_read(row) for part in _parts(ids) for row in work.connection.execute(_SOME, part)]


def every(work: Work) -> list[DeskRow]:
    """Read all desks, in the order of their import."""
    return [
        _read(r) for r in work.connection.execute(select(desk).order_by(desk.c.position, desk.c.id))
    ]


def of_units(work: Work, units: Collection[UnitId]) -> list[DeskRow]:
    """Read the desks last placed in these units, in the order of their import."""
    statement = (
        select(desk)
        .where(desk.c.unit_id.in_(bindparam("ids", expanding=True)))
        .order_by(desk.c.position, desk.c.id)
    )
    rows = [row for part in _parts(units) for row in work.connection.execute(statement, part)]
    # Each part comes in order, but not all of them together.
    return sorted((_read(row) for row in rows), key=lambda row: (row.position, row.id))


def open_first(work: Work, most: int) -> list[tuple[DeskId, bool]]:
    """Give the first desks with a living code, and whether each is a sample: real ones first."""
    living = select(desk_code.c.desk_id).where(desk_code.c.state == CodeState.ACTIVE.value)
    statement = (
        select(desk.c.id, desk.c.sample)
        .where(desk.c.id.in_(living))
        .order_by(desk.c.sample, desk.c.position, desk.c.id)
        .limit(most)
    )
    return [(DeskId(row.id), row.sample) for row in work.connection.execute(statement)]


def places(work: Work, ids: Collection[DeskId]) -> dict[DeskId, list[tuple[date, UnitId]]]:
    """Read where these desks stood from which day on, oldest first."""
    found: dict[DeskId, list[tuple[date, UnitId]]] = defaultdict(list)
    for part in _parts(ids):
        for row in work.connection.execute(_PLACES, part):
            found[DeskId(row.desk_id)].append((row.from_day, UnitId(row.unit_id)))
    return found


def next_position(work: Work) -> int:
    """Give the place in the order of import that comes next."""
    return (work.connection.scalar(select(func.max(desk.c.position))) or 0) + 1


def add(work: Work, new: Sequence[NewDesk]) -> list[DeskId]:
    """Store desks, each placed in its unit from ever."""
    if not new:
        return []
    rows = [
        {
            "unit_id": one.unit,
            "name": one.name,
            "folded": fold(one.name),
            "languages": ",".join(one.languages),
            "position": one.position,
            "sample": one.sample,
        }
        for one in new
    ]
    # Without the sort, rows may come back in another order than they went in.
    statement = insert(desk).returning(desk.c.id, sort_by_parameter_order=True)
    ids = [DeskId(identity) for identity in work.connection.scalars(statement, rows)]
    placed = [
        {"desk_id": identity, "from_day": _EVER, "unit_id": one.unit, "reason": ""}
        for identity, one in zip(ids, new, strict=True)
    ]
    work.connection.execute(insert(desk_place), placed)
    stamp.touch(work)
    return ids


def set_languages(work: Work, wanted: Mapping[DeskId, tuple[str, ...]]) -> None:
    """Change the languages that desks offer."""
    rows = [{"of": at, "spoken": ",".join(languages)} for at, languages in wanted.items()]
    if rows:
        statement = update(desk).where(desk.c.id == bindparam("of"))
        work.connection.execute(statement.values(languages=bindparam("spoken")), rows)
        stamp.touch(work)


def place(work: Work, of: DeskId, unit: UnitId, from_day: date, reason: str) -> None:
    """Place a desk in another unit from a day on; places from later days are dropped."""
    later = (desk_place.c.desk_id == of) & (desk_place.c.from_day > from_day)
    work.connection.execute(delete(desk_place).where(later))
    row = {"desk_id": of, "from_day": from_day, "unit_id": unit, "reason": reason}
    work.connection.execute(replacing(work.connection, desk_place), [row])
    work.connection.execute(update(desk).where(desk.c.id == of).values(unit_id=unit))
    stamp.touch(work)


def offer(work: Work, offers: Sequence[tuple[DeskId, ServiceId]]) -> None:
    """Note which services desks offer, besides those that are noted."""
    if offers:
        rows = [{"desk_id": at, "service_id": what} for at, what in offers]
        work.connection.execute(unless_there(work.connection, desk_service), rows)
        stamp.touch(work)


def offer_only(work: Work, wanted: Mapping[DeskId, Sequence[ServiceId]]) -> None:
    """Note which services desks offer, instead of those that are noted."""
    for part in _parts(wanted):
        work.connection.execute(delete(desk_service).where(desk_service.c.desk_id.in_(_IDS)), part)
    offer(work, [(at, service) for at, services in wanted.items() for service in services])
    stamp.touch(work)


def offered(work: Work, ids: Collection[DeskId]) -> dict[DeskId, list[ServiceId]]:
    """Read which services these desks offer."""
    statement = (
        select(desk_service)
        .where(desk_service.c.desk_id.in_(_IDS))
        .order_by(desk_service.c.desk_id, desk_service.c.service_id)
    )
    found: dict[DeskId, list[ServiceId]] = defaultdict(list)
    for part in _parts(ids):
        for row in work.connection.execute(statement, part):
            found[DeskId(row.desk_id)].append(ServiceId(row.service_id))
    return found


def _parts(ids: Collection[int]) -> list[dict[str, list[int]]]:
    # SQLite takes 32,766 parameters in a statement and PostgreSQL 65,535.
    listed = sorted(ids)
    return [{"ids": listed[at : at + _MOST_AT_ONCE]} for at in range(0, len(listed), _MOST_AT_ONCE)]


def _read(row: Row[Any]) -> DeskRow:
    return DeskRow(
        DeskId(row.id),
        UnitId(row.unit_id),
        row.name,
        tuple(row.languages.split(",")),
        row.position,
        row.sample,
    )
