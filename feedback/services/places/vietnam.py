"""The real national tree that ships with the product, and what is known to have happened to it."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files

from feedback.domain.days import local_day
from feedback.domain.roles import Viewer
from feedback.domain.units import EventKind, UnitEvent
from feedback.services import spreadsheet
from feedback.services.authority import Act, require
from feedback.services.places import kinds, snapshot, unit_lines
from feedback.services.places.kinds import Kinds
from feedback.services.places.unit_lines import UnitLine
from feedback.services.places.unit_plan import plan
from feedback.services.places.units_import import Imported, write_plan
from feedback.services.refusals import NotFound
from feedback.store import units
from feedback.store.work import Work

SOURCE = "vietnam"
_UNITS = "units-2026-07.csv"
_EVENTS = "unit-events.csv"


@dataclass(frozen=True, slots=True)
class _Known:
    """A change of kind that is known: the code stays, the name says the kind."""

    on: date
    code: str
    from_name: str
    to_name: str
    basis: str


def load_vietnam(work: Work, viewer: Viewer, province: str | None = None) -> Imported:
    """Load all provinces and communes, or one province with its own; safe to run again."""
    require(work, viewer, Act.MANAGE_UNITS)
    known = kinds.known(work)
    sheet = spreadsheet.read(
        _shipped(_UNITS), required=unit_lines.REQUIRED, optional=unit_lines.OPTIONAL
    )
    every = _events()
    lines = unit_lines.parse(sheet.lines, known, sheet.problems)
    if province is not None:
        today = local_day(work.now)
        names = {event.code: event.to_name for event in every if event.on <= today}
        lines = _of_province(lines, province, names)
    codes = {line.code for line in lines}
    events = [event for event in every if event.code in codes]
    lines = _with_history(lines, events, known)
    made = plan(snapshot.tree(work), lines, sheet.problems)
    done = write_plan(work, viewer, made, source=SOURCE)
    _keep_events(work, events)
    return done


def _shipped(name: str) -> bytes:
    return files("feedback.services").joinpath("data", "vietnam", name).read_bytes()


def _events() -> list[_Known]:
    rows = csv.DictReader(io.StringIO(_shipped(_EVENTS).decode("utf-8")))
    return [
        _Known(
            date.fromisoformat(row["date"]),
            row["code"],
            row["from_name"],
            row["to_name"],
            row["legal_basis"],
        )
        for row in rows
    ]


def _of_province(
    lines: Sequence[UnitLine], province: str, names: Mapping[str, str]
) -> list[UnitLine]:
    chosen = [line for line in lines if province in (line.code, line.parent_code)]
    tops = [line for line in lines if not line.parent_code]
    if province not in {line.code for line in tops}:
        known = ", ".join(f"{line.code} {names.get(line.code, line.name)}" for line in tops)
        raise NotFound(f"There is no province {province!r}; there are: {known}.")
    return chosen


def _with_history(
    lines: Sequence[UnitLine], events: Sequence[_Known], known: Kinds
) -> list[UnitLine]:
    by_code = {line.code: line for line in lines}
    after = []
    for event in events:
        line = by_code[event.code]
        by_code[event.code] = _called(line, event.from_name, known)
        later = replace(line, valid_from=event.on, formed_from="", basis=event.basis)
        after.append(_called(later, event.to_name, known))
    return [*by_code.values(), *after]


def _called(line: UnitLine, name: str, known: Kinds) -> UnitLine:
    kind = known.of_name(name)
    return replace(line, name=name, kind=kind.code if kind else line.kind)


def _keep_events(work: Work, events: Sequence[_Known]) -> None:
    tree, today = snapshot.tree(work), local_day(work.now)
    there = {(e.kind, e.on, unit) for e in tree.events for unit in e.predecessors}
    wanted = []
    for event in events:
        unit = tree.by_code(event.code, event.on) or tree.by_code(event.code, today)
        # Loaded again, it leaves what an office recorded itself.
        if unit is not None and (EventKind.RETYPE, event.on, unit) not in there:
            both = frozenset({unit})
            wanted.append(UnitEvent(EventKind.RETYPE, event.on, both, both, event.basis))
    units.add_events(work, wanted)
