"""Desks as citizens read them, with the unit each counts for on a day. It names no predecessor.

A desk outlives its unit: it follows mergers, and where a unit was split, the first of the
successors by code until someone places the desk.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from feedback.domain.days import local_day
from feedback.domain.desks import DeskCard
from feedback.domain.ids import DeskId, UnitId
from feedback.domain.tree import Tree
from feedback.services.places import desk_codes, snapshot
from feedback.store import catalogue, desks
from feedback.store.catalogue import Service
from feedback.store.desks import DeskRow
from feedback.store.work import Work

Places = list[tuple[date, UnitId]]


def desk_cards(work: Work, ids: Collection[DeskId], on: date) -> dict[DeskId, DeskCard]:
    """Give these desks as they are on a day; those that do not exist are left out."""
    if not ids:
        return {}
    known = snapshot.known(work)
    cards = known.cards_of(on)
    missing = [desk for desk in ids if desk not in cards]
    if missing:
        cards.update(_read(work, known.tree, missing, on))
    return {desk: cards[desk] for desk in ids if desk in cards}


def desks_of(work: Work, unit: UnitId, on: date | None = None) -> list[DeskCard]:
    """Give the desks that count for a unit on a day (None: today), in the order of their import."""
    day = on or local_day(work.now)
    tree = snapshot.tree(work)
    gone = tree.units - tree.on(day).units
    # Desks stay where someone placed them last, which may be a unit that this one took over.
    feeding = {unit, *(one for one in gone if unit in tree.successors_on(one, day))}
    cards = desk_cards(work, [row.id for row in desks.of_units(work, feeding)], day)
    return [card for card in cards.values() if card.unit == unit]


def few_desks(work: Work, most: int) -> tuple[DeskId, ...]:
    """Give all desks with a living code if they are at most so many, else none.

    Samples count only where there is nothing else. Known as long as no place changes.
    """
    known, today = snapshot.known(work), local_day(work.now)
    if (today, most) not in known.few:
        known.few[today, most] = _few(work, known.tree, most, today)
    return known.few[today, most]


def _few(work: Work, tree: Tree, most: int, today: date) -> tuple[DeskId, ...]:
    # One more than may be shown tells that there are too many.
    first = desks.open_first(work, most + 1)
    real = [desk for desk, sample in first if not sample]
    chosen = real or [desk for desk, _ in first]
    if len(chosen) > most:
        return ()
    where = desks.places(work, chosen)
    return tuple(one for one in chosen if standing(tree, where[one], today) is not None)


def belongs(work: Work, desk: DeskId, unit: UnitId) -> bool:
    """Say whether a desk counts today for a unit, or for one below it."""
    today = local_day(work.now)
    home = desk_cards(work, [desk], today)[desk].unit
    there = snapshot.tree(work).on(today)
    return unit == home or (home in there.units and unit in there.ancestors(home))


def placed(places: Places, on: date) -> UnitId:
    """Tell in which unit a desk was placed on a day; before its first place, in that."""
    return next((unit for since, unit in reversed(places) if since <= on), places[0][1])


def standing(tree: Tree, places: Places, on: date) -> UnitId | None:
    """Tell which unit a desk counts for on a day; None where its unit ended and none took over."""
    return tree.heir_on(placed(places, on), on)


def _read(work: Work, tree: Tree, ids: list[DeskId], on: date) -> dict[DeskId, DeskCard]:
    where = desks.places(work, ids)
    offered = desks.offered(work, ids)
    living = desk_codes.living(work, ids)
    services = catalogue.every(work) if offered else {}
    cards = {}
    for row in desks.some(work, ids):
        # A desk whose unit ended for good still has a name, for whoever scans its poster.
        unit = standing(tree, where[row.id], on) or placed(where[row.id], on)
        offers = [services[service] for service in offered.get(row.id, ())]
        card = _card(row, unit, tree.name(unit, on), offers)
        if row.id in living:
            code = living[row.id]
            card = replace(card, code=code.short_code, token=code.token)
        # Where a desk offers one service alone, nobody is asked which it was.
        cards[row.id] = card if len(offers) != 1 else replace(card, service=offered[row.id][0])
    return cards


def _card(row: DeskRow, unit: UnitId, unit_name: str, offers: list[Service]) -> DeskCard:
    factors = frozenset(factor for service in offers for factor in service.factors)
    return DeskCard(
        row.id, row.name, unit, unit_name, factors, languages=row.languages, sample=row.sample
    )
