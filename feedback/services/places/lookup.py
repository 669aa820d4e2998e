"""Finds units and desks by what people call them. It changes nothing."""

import re
from dataclasses import dataclass
from datetime import date

from feedback.domain.days import local_day
from feedback.domain.ids import DeskId, UnitId
from feedback.domain.names import clean, fold
from feedback.domain.tree import Tree
from feedback.domain.units import UnitVersion, day_before
from feedback.services import spreadsheet
from feedback.services.places import snapshot
from feedback.services.places.cards import desks_of
from feedback.services.refusals import Misuse, NotFound
from feedback.store import codes as code_rows
from feedback.store import units
from feedback.store.work import Work

_SHORT = re.compile(r"#?([2-9A-Z]{6})")


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit that answers to a name; ``formerly`` is the old name that matched, if one did."""

    unit: UnitId
    code: str
    name: str
    kind: str
    parent: str
    formerly: str = ""


def unit_id(work: Work, text: str, on: date | None = None) -> UnitId:
    """Find the unit called ``CODE`` or ``CODE@DATE``; raise NotFound, saying who had the code."""
    return named_in(snapshot.tree(work), text, on or local_day(work.now))


def named_in(tree: Tree, text: str, on: date) -> UnitId:
    """Find the unit called ``CODE`` (on a day) or ``CODE@DATE`` in a tree."""
    code, at, written = clean(text).partition("@")
    try:
        day = (spreadsheet.day(written) if at else None) or on
    except ValueError:
        raise Misuse(f"{text[:80]!r}: the day after @ is written like 2025-07-01.") from None
    if not code:
        raise Misuse("A unit is called by its code, or by CODE@DATE.")
    unit = tree.by_code(code, day)
    if unit is not None:
        return unit
    holders = tree.holders(code)
    if not holders:
        raise NotFound(f"There is no unit {code!r}.")
    last = holders[-1]
    span = f"{last.name!r} {_had(last, day)}"
    raise NotFound(f"No unit has the code {code} on {day}; {span}: write {code}@{last.valid_from}.")


def unit_before(work: Work, text: str, on: date) -> UnitId:
    """Find a unit to which something happens on a day: called so the day before, else that day."""
    return _named_on(work, text, (day_before(on), on))


def unit_at(work: Work, text: str, on: date) -> UnitId:
    """Find a unit that is there after something happened on a day: called so then, or before."""
    return _named_on(work, text, (on, day_before(on)))


def formed_from(work: Work, unit: UnitId) -> frozenset[str]:
    """Name the units of the past, known by name only, that a unit was formed from."""
    return frozenset(units.former_names(work).get(unit, ()))


def find_units(work: Work, text: str, on: date | None = None) -> list[FoundUnit]:
    """Find the units of a day by code, name or former name, however these are spelled.

    A name from the past leads to what became of the unit; exact names come first.
    """
    day, wanted = on or local_day(work.now), fold(text)
    if not wanted:
        return []
    tree = snapshot.tree(work)
    found: dict[UnitId, tuple[int, FoundUnit]] = {}
    there = tree.on(day)
    coded = tree.by_code(clean(text), day)
    if coded is not None:
        found[coded] = (0, _found(tree, coded, day, ""))
    for unit, name, folded in units.named_like(work, wanted):
        for heir in tree.successors_on(unit, day):
            formerly = "" if heir == unit and tree.name(unit, day) == name else name
            rank = 1 + _distance(text, wanted, name, folded) + (1 if formerly else 0)
            if heir in there.units and rank < found.get(heir, (99, None))[0]:
                found[heir] = (rank, _found(tree, heir, day, formerly))
    order = sorted(found, key=lambda u: (found[u][0], len(there.ancestors(u)), found[u][1].code))
    return [found[unit][1] for unit in order]


def desk_id(work: Work, text: str, on: date | None = None) -> DeskId:
    """Find the desk called by any short code it ever had, or ``UNIT/name``; or raise NotFound."""
    text = clean(text)
    unit_text, slash, name = text.partition("/")
    if slash:
        return _desk_in(work, unit_text, fold(name), on or local_day(work.now))
    if short := _SHORT.fullmatch(text.upper().replace("-", "")):
        rows = code_rows.by_text(work, [short[1]])
        if rows:
            return rows[0].desk
    raise NotFound(f"There is no desk {text!r}; write its short code, or UNIT/name.")


def _had(version: UnitVersion, day: date) -> str:
    if version.valid_from > day:
        return f"will have it from {version.valid_from}"
    return f"had it from {version.valid_from} to {version.valid_to or 'now'}"


def _named_on(work: Work, text: str, days: tuple[date, date]) -> UnitId:
    tree = snapshot.tree(work)
    try:
        return named_in(tree, text, days[0])
    except NotFound:
        return named_in(tree, text, days[1])


def _desk_in(work: Work, unit_text: str, folded: str, on: date) -> DeskId:
    unit = unit_id(work, unit_text, on)
    cards = desks_of(work, unit, on)
    named = [card.id for card in cards if fold(card.name) == folded]
    if len(named) == 1:
        return named[0]
    if named:
        raise NotFound(f"{unit_text} has several desks of that name; write the short code.")
    known = ", ".join(card.name for card in cards) or "none"
    raise NotFound(f"{unit_text} has no desk of that name; it has: {known}.")


def _distance(text: str, wanted: str, name: str, folded: str) -> int:
    whole_words = f" {wanted} " in f" {folded} "
    marked = clean(text).casefold() in name.casefold()
    # A part of a word is further off than missing marks, which many leave out in typing.
    return (0 if whole_words else 4) + (0 if marked else 2)


def _found(tree: Tree, unit: UnitId, day: date, formerly: str) -> FoundUnit:
    version = tree.nearest(unit, day)
    above = tree.on(day).parent(unit) if unit in tree.on(day).units else None
    parent = tree.name(above, day) if above is not None else ""
    return FoundUnit(unit, version.code, version.name, version.kind, parent, formerly)
