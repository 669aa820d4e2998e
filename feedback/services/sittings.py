"""Who sits at which desk, with dates: so that nobody handles what is about themselves."""

from dataclasses import dataclass
from datetime import date

from feedback.domain.days import local_day
from feedback.domain.ids import DeskId, StaffId
from feedback.domain.roles import Viewer
from feedback.services import places
from feedback.services.authority import Act, require
from feedback.services.cases import concerns
from feedback.services.refusals import NotFound, Refusal
from feedback.store import audit, sittings, staff
from feedback.store.sittings import Sitting
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Seat:
    """Someone at a desk; ``last`` None as long as it goes on."""

    id: int
    name: str
    desk: DeskId
    desk_name: str
    first: date
    last: date | None


def listed(work: Work, viewer: Viewer, *, desk: DeskId | None = None) -> tuple[Seat, ...]:
    """List who sits or sat where, newest first, as far as the viewer manages the desks."""
    require(work, viewer, Act.MANAGE_STAFF, viewer.unit)
    names = {person.id: person.name for person in staff.everyone(work)}
    rows = sittings.everyone(work, desk)
    cards = places.desk_cards(work, {row.desk for row in rows}, local_day(work.now))
    return tuple(
        Seat(
            row.id,
            names.get(row.staff, ""),
            row.desk,
            cards[row.desk].name if row.desk in cards else "",
            row.first,
            row.last,
        )
        for row in rows
    )


def seat(
    work: Work, viewer: Viewer, name: str, desk: DeskId, first: date, last: date | None = None
) -> Seat:
    """Record that someone sits at a desk from a day on, to a day or without end.

    What is owed about the desk and those days leaves their hands, and goes up where nobody is left.
    Raises Refusal for days in the wrong order or that overlap what is recorded for both.
    """
    person = _person(work, name)
    card = places.desk_cards(work, {desk}, local_day(work.now)).get(desk)
    if card is None:
        raise NotFound("There is no such desk.")
    require(work, viewer, Act.MANAGE_STAFF, card.unit)
    if last is not None and last < first:
        raise Refusal("The last day lies before the first.")
    for other in sittings.of_staff(work, person):
        if other.desk == desk and _overlap(other, first, last):
            raise Refusal(f"{name} is recorded at {card.name} from {other.first} already.")
    made = sittings.add(work, person, desk, first, last)
    concerns.seated(work, person, desk, first, last)
    _record(work, viewer, "seat.begin", name, card.name, made)
    return Seat(made.id, name, desk, card.name, first, last)


def end(work: Work, viewer: Viewer, name: str, desk: DeskId, last: date) -> None:
    """Record the last day that someone sat at a desk."""
    person = _person(work, name)
    card = places.desk_cards(work, {desk}, local_day(work.now)).get(desk)
    require(work, viewer, Act.MANAGE_STAFF, card.unit if card else None)
    running = [s for s in sittings.of_staff(work, person) if s.desk == desk and s.last is None]
    if not running:
        raise NotFound(f"{name} is not recorded at that desk now.")
    if last < running[0].first:
        raise Refusal("The last day lies before the first.")
    sittings.close(work, running[0].id, last)
    _record(work, viewer, "seat.end", name, card.name if card else "", running[0], last)


def _person(work: Work, name: str) -> StaffId:
    found = staff.named(work, name.strip())
    if found is None:
        raise NotFound(f"There is nobody named {name[:60]}; see `hailong staff list`.")
    return found.id


def _overlap(one: Sitting, first: date, last: date | None) -> bool:
    return (last is None or one.first <= last) and (one.last is None or first <= one.last)


def _record(
    work: Work,
    viewer: Viewer,
    act: str,
    name: str,
    desk: str,
    sitting: Sitting,
    last: date | None = None,
) -> None:
    end_of = last or sitting.last
    span = f"{desk} {sitting.first}..{end_of or ''}"
    audit.note(work, viewer.name, act, name, after=span)
