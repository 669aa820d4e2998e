"""The acts of `hailong units` that change units on a day; each rests on a decision."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from hailong.report import say, show
from hailong.typed_days import DAY

if TYPE_CHECKING:
    from feedback.domain.desks import DeskCard
    from feedback.domain.ids import UnitId
    from feedback.domain.units import UnitEvent
    from feedback.services.places.unit_events import Decided, NewUnit
    from feedback.store.work import Work
    from hailong.home import Home

_COLUMNS = [("kind", "Event"), ("on", "On"), ("from", "From"), ("to", "To"), ("basis", "Basis")]


def _event_options(function: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--json", "as_json", is_flag=True),
        click.option("--basis", default="", metavar="TEXT", help="The decision it rests on."),
        click.option("--on", type=DAY, help="The first day on which it is so; default today."),
    ):
        function = option(function)
    return function


@click.command()
@click.argument("units", nargs=-1, required=True)
@click.option("--into", metavar="UNIT", help="The unit that remains: one of them, or another.")
@click.option("--new-code", metavar="CODE", help="The code of a unit that begins with this.")
@click.option("--new-name", metavar="NAME", help="The name of a unit that begins with this.")
@click.option("--name", help="What the remaining unit is called from then on.")
@click.option("--kind", help="The kind of the unit from then on.")
@click.option("--parent", metavar="UNIT", help="The parent of a unit that begins with this.")
@_event_options
def merge(
    units: Sequence[str],
    into: str | None,
    new_code: str | None,
    new_name: str | None,
    name: str | None,
    kind: str | None,
    parent: str | None,
    on: datetime | None,
    basis: str,
    as_json: bool,
) -> None:
    """Merge UNITS into one of them, into another, or into a new one."""
    from feedback.domain.unit_changes import Facets
    from feedback.services.places.kinds import code_of
    from feedback.services.places.unit_events import NewUnit
    from feedback.services.places.unit_events import merge as act

    if bool(into) == bool(new_code) or bool(new_code) != bool(new_name):
        raise click.UsageError("Give either --into UNIT, or --new-code CODE with --new-name NAME.")

    def done(work: "Work", home: "Home", decided: "Decided") -> "UnitEvent":
        members = [_before(work, unit, decided.on) for unit in units]
        above = _at(work, parent, decided.on) if parent else None
        if into is None:
            new = NewUnit(new_code or "", new_name or "", kind or "", above)
            return act(work, home.operator, members, new, decided)
        facets = Facets(name, code_of(work, kind) if kind is not None else None, None, above)
        return act(work, home.operator, members, _at(work, into, decided.on), decided, facets)

    _record(done, on, basis, as_json)


@click.command()
@click.argument("unit")
@click.option("--into", multiple=True, required=True, metavar="UNIT|CODE=NAME")
@_event_options
def split(unit: str, into: Sequence[str], on: datetime | None, basis: str, as_json: bool) -> None:
    """Part UNIT among others: --into CODE for one that is there, CODE=NAME for a new one."""
    from feedback.services.places.unit_events import NewUnit
    from feedback.services.places.unit_events import split as act

    def heir(work: "Work", text: str, day: date) -> "UnitId | NewUnit":
        code, new, name = text.partition("=")
        return NewUnit(code, name) if new else _at(work, text, day)

    def done(work: "Work", home: "Home", decided: "Decided") -> "UnitEvent":
        heirs = [heir(work, text, decided.on) for text in into]
        return act(work, home.operator, _before(work, unit, decided.on), heirs, decided)

    _record(done, on, basis, as_json, left=_left)


@click.command()
@click.argument("unit")
@click.option("--name", required=True)
@_event_options
def rename(unit: str, name: str, on: datetime | None, basis: str, as_json: bool) -> None:
    """Give UNIT another name; its code stays."""
    from feedback.services.places.unit_events import rename as act

    def done(work: "Work", home: "Home", decided: "Decided") -> "UnitEvent":
        return act(work, home.operator, _before(work, unit, decided.on), name, decided)

    _record(done, on, basis, as_json)


@click.command()
@click.argument("unit")
@click.option("--kind", required=True, help="The new kind, by code or name.")
@click.option("--name", help="The new name, where it does not follow from the kind.")
@_event_options
def retype(
    unit: str, kind: str, name: str | None, on: datetime | None, basis: str, as_json: bool
) -> None:
    """Make UNIT one of another kind; its code stays, its name follows (Xã X to Phường X)."""
    from feedback.services.places.unit_events import retype as act

    def done(work: "Work", home: "Home", decided: "Decided") -> "UnitEvent":
        return act(work, home.operator, _before(work, unit, decided.on), kind, decided, name)

    _record(done, on, basis, as_json)


@click.command()
@click.argument("unit")
@click.option("--to", "parent", required=True, metavar="UNIT", help="The new parent.")
@_event_options
def move(unit: str, parent: str, on: datetime | None, basis: str, as_json: bool) -> None:
    """Put UNIT under another parent."""
    from feedback.services.places.unit_events import move as act
    from feedback.services.places.unit_events import upside_down

    def done(work: "Work", home: "Home", decided: "Decided") -> "UnitEvent":
        moved, above = _before(work, unit, decided.on), _at(work, parent, decided.on)
        event = act(work, home.operator, moved, above, decided)
        if doubt := upside_down(work, moved, decided.on):
            say(f"warning: {doubt}; move it again if that was not meant")
        return event

    _record(done, on, basis, as_json)


@click.command()
@click.argument("unit")
@_event_options
def abolish(unit: str, on: datetime | None, basis: str, as_json: bool) -> None:
    """End UNIT with nothing taking over; its desks' codes become tombstones."""
    from feedback.services.places.unit_events import abolish as act

    def done(work: "Work", home: "Home", decided: "Decided") -> "UnitEvent":
        return act(work, home.operator, _before(work, unit, decided.on), decided)

    _record(done, on, basis, as_json)


ACTS = (merge, split, rename, retype, move, abolish)


def _record(
    done: "Callable[[Work, Home, Decided], UnitEvent]",
    on: datetime | None,
    basis: str,
    as_json: bool,
    left: "Callable[[Work, UnitEvent], list[DeskCard]] | None" = None,
) -> None:
    from feedback.domain.days import local_day
    from feedback.domain.names import clean
    from feedback.services import places
    from feedback.services.places.unit_events import Decided
    from hailong.home import open_home
    from hailong.unit_rows import event_row

    with open_home() as home, home.store.work() as work:
        today = local_day(work.now)
        event = done(work, home, Decided(on.date() if on else today, clean(basis)))
        row = event_row(places.tree(work), event)
        desks = left(work, event) if left else []
    if not basis:
        say("warning: no decision was named; --basis keeps it with the event")
    if event.on <= today:
        say("Ratings already given stay with the unit they were counted for.")
    for desk in desks:
        say(_to_place(desk, event.on if event.on > today else None))
    if left:
        row["desks"] = [
            {"code": desk.code, "name": desk.name, "counts_for": desk.unit_name} for desk in desks
        ]
    show([row], columns=_COLUMNS, as_json=as_json)


def _left(work: "Work", event: "UnitEvent") -> "list[DeskCard]":
    """Find the desks of a unit that was split, each with the unit it counts for from then on."""
    from feedback.services.places import desk_cards, desks_of

    eve = event.on - timedelta(days=1)
    found = [desk.id for unit in event.predecessors for desk in desks_of(work, unit, eve)]
    return list(desk_cards(work, found, event.on).values())


def _to_place(desk: "DeskCard", later: date | None) -> str:
    act = f"hailong desks move {desk.code or desk.name} --to UNIT"
    if later is None:
        return f"{desk.name} counts for {desk.unit_name} until you place it: {act}"
    when = f"From {later} on {desk.name} counts for {desk.unit_name} until you place it"
    return f"{when}; on that day or later: {act}"


def _before(work: "Work", text: str, on: date) -> "UnitId":
    from feedback.services.places.lookup import unit_before

    return unit_before(work, text, on)


def _at(work: "Work", text: str, on: date) -> "UnitId":
    from feedback.services.places.lookup import unit_at

    return unit_at(work, text, on)
