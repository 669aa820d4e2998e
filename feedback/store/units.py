"""Gateway of units: versions, events, former names and kinds. It follows no chain of its own."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import bindparam, delete, insert, or_, select, update

from feedback.domain.ids import UnitId
from feedback.domain.names import fold
from feedback.domain.units import EventKind, UnitEvent, UnitKind, UnitVersion
from feedback.store import stamp
from feedback.store.tables.places import (
    former_name,
    unit,
    unit_event,
    unit_event_link,
    unit_kind,
    unit_version,
)
from feedback.store.upsert import replacing
from feedback.store.work import Work

_V = unit_version.c
_ALL_VERSIONS = select(
    _V.unit_id, _V.code, _V.name, _V.kind, _V.parent_id, _V.valid_from, _V.valid_to,
    _V.grouping, _V.legal_basis,
)  # fmt: skip
_ALL_LINKS = select(unit_event_link).order_by(unit_event_link.c.event_id)


def versions(work: Work) -> list[UnitVersion]:
    """Read all versions of all units."""
    return [
        UnitVersion(
            unit=UnitId(row.unit_id),
            code=row.code,
            name=row.name,
            kind=row.kind,
            parent=None if row.parent_id is None else UnitId(row.parent_id),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            group=row.grouping,
            basis=row.legal_basis,
        )
        for row in work.connection.execute(_ALL_VERSIONS)
    ]


def events(work: Work) -> list[UnitEvent]:
    """Read all events, with both of their sides."""
    sides: dict[tuple[int, str], set[UnitId]] = defaultdict(set)
    for link in work.connection.execute(_ALL_LINKS):
        sides[link.event_id, link.role].add(UnitId(link.unit_id))
    return [
        UnitEvent(
            kind=EventKind(row.kind),
            on=row.on_day,
            predecessors=frozenset(sides[row.id, "from"]),
            successors=frozenset(sides[row.id, "to"]),
            basis=row.legal_basis,
            note=row.note,
        )
        for row in work.connection.execute(select(unit_event).order_by(unit_event.c.id))
    ]


def add_units(work: Work, count: int, *, sample: bool = False) -> list[UnitId]:
    """Make so many units, which have no version yet."""
    if not count:
        return []
    # Without the sort, rows may come back in another order than they went in.
    statement = insert(unit).returning(unit.c.id, sort_by_parameter_order=True)
    rows = work.connection.scalars(statement, [{"sample": sample}] * count)
    stamp.touch(work)
    return [UnitId(identity) for identity in rows]


def add_versions(work: Work, new: Sequence[UnitVersion]) -> None:
    """Store versions that are not there yet."""
    if new:
        work.connection.execute(insert(unit_version), [_row(version) for version in new])
        stamp.touch(work)


def replace_versions(work: Work, changed: Sequence[UnitVersion]) -> None:
    """Write versions over those of the same unit and first day."""
    if not changed:
        return
    statement = update(unit_version).where(
        _V.unit_id == bindparam("of_unit"),
        # Typed, or a date would be sent where the column holds a number.
        _V.valid_from == bindparam("of_day", type_=_V.valid_from.type),
    )
    rows = [
        {"of_unit": version.unit, "of_day": version.valid_from, **_row(version)}
        for version in changed
    ]
    work.connection.execute(statement, rows)
    stamp.touch(work)


def drop_versions(work: Work, dropped: Sequence[UnitVersion]) -> None:
    """Delete versions that never came to be."""
    for version in dropped:
        one = (_V.unit_id == version.unit) & (_V.valid_from == version.valid_from)
        work.connection.execute(delete(unit_version).where(one))
    stamp.touch(work)


def add_events(work: Work, new: Sequence[UnitEvent]) -> None:
    """Store events with their links."""
    if not new:
        return
    statement = insert(unit_event).returning(unit_event.c.id, sort_by_parameter_order=True)
    rows = [
        {
            "kind": event.kind.value,
            "on_day": event.on,
            "legal_basis": event.basis,
            "note": event.note,
            "recorded_at": work.now,
        }
        for event in new
    ]
    ids = work.connection.scalars(statement, rows).all()
    links = [
        {"event_id": identity, "role": role, "unit_id": member}
        for identity, event in zip(ids, new, strict=True)
        for role, members in (("from", event.predecessors), ("to", event.successors))
        for member in sorted(members)
    ]
    work.connection.execute(insert(unit_event_link), links)
    stamp.touch(work)


def former_names(work: Work) -> dict[UnitId, set[str]]:
    """Read the names of what units were formed from, by unit."""
    found: dict[UnitId, set[str]] = defaultdict(set)
    for row in work.connection.execute(select(former_name.c.unit_id, former_name.c.words)):
        found[UnitId(row.unit_id)].add(row.words)
    return found


def add_former_names(work: Work, new: Sequence[tuple[UnitId, str]]) -> None:
    """Store names of what units were formed from."""
    rows = [{"unit_id": of, "words": words, "folded": fold(words)} for of, words in new]
    if rows:
        work.connection.execute(insert(former_name), rows)


def named_like(work: Work, folded: str) -> list[tuple[UnitId, str, str]]:
    """Find unit, name and folded name of whatever is or was called so, at the start of a word."""
    patterns = [f"{_escaped(folded)}%", f"% {_escaped(folded)}%"]
    found: list[tuple[UnitId, str, str]] = []
    for table, words in ((unit_version, _V.name), (former_name, former_name.c.words)):
        # What was typed is text, not a pattern: "%" alone would name every unit.
        likes = [table.c.folded.like(pattern, escape="!") for pattern in patterns]
        statement = select(table.c.unit_id, words, table.c.folded).where(or_(*likes))
        found += [(UnitId(row[0]), row[1], row[2]) for row in work.connection.execute(statement)]
    return found


def kinds(work: Work) -> list[UnitKind]:
    """Read the kinds of units, highest in the tree first."""
    rows = work.connection.execute(select(unit_kind).order_by(unit_kind.c.rank, unit_kind.c.code))
    return [UnitKind(r.code, r.name_vi, r.name_en, r.rank, r.historical) for r in rows]


def keep_kinds(work: Work, wanted: Sequence[UnitKind]) -> None:
    """Store kinds, over those of the same code."""
    rows = [
        {
            "code": kind.code,
            "name_vi": kind.name_vi,
            "name_en": kind.name_en,
            "rank": kind.rank,
            "historical": kind.historical,
        }
        for kind in wanted
    ]
    work.connection.execute(replacing(work.connection, unit_kind), rows)


def _row(version: UnitVersion) -> dict[str, object]:
    return {
        "unit_id": version.unit,
        "code": version.code,
        "name": version.name,
        "folded": fold(version.name),
        "kind": version.kind,
        "parent_id": version.parent,
        "grouping": version.group,
        "valid_from": version.valid_from,
        "valid_to": version.valid_to,
        "legal_basis": version.basis,
    }


def _escaped(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")
