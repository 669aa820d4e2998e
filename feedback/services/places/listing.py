"""Units and desks in rows, as lists show them. It decides nothing about who may see them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from feedback.domain.days import local_day
from feedback.domain.desks import DeskCard
from feedback.domain.ids import DeskId, UnitId
from feedback.domain.tree import Tree
from feedback.domain.units import UnitVersion
from feedback.services.places import cards, snapshot
from feedback.store import codes as code_rows
from feedback.store import desks
from feedback.store.codes import CodeRow, CodeState
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class ListedUnit:
    """A unit of a day, with the code of its parent of that day."""

    unit: UnitId
    version: UnitVersion
    parent_code: str


@dataclass(frozen=True, slots=True)
class ListedDesk:
    """A desk with one of its codes; a desk whose unit ended for good has a tombstone."""

    card: DeskCard
    unit_code: str
    code: CodeRow
    state: CodeState


def units_on(work: Work, day: date, under: UnitId | None = None) -> list[ListedUnit]:
    """List the units of a day, parents before children; with ``under``, that one and below."""
    tree = snapshot.tree(work).on(day)
    tops = tree.roots if under is None else (under,)
    listed = []
    for unit in (unit for top in tops if top in tree.units for unit in tree.below(top)):
        above = tree.parent(unit)
        parent_code = "" if above is None else tree.version[above].code
        listed.append(ListedUnit(unit, tree.version[unit], parent_code))
    return listed


def desks_listed(
    work: Work, under: UnitId | None = None, *, all_codes: bool = False
) -> list[ListedDesk]:
    """List desks in the order of their import, each with its active code, else its newest.

    With ``under`` only those of a unit and below, with ``all_codes`` every code they ever had.
    """
    today, tree = local_day(work.now), snapshot.tree(work)
    ids = [row.id for row in desks.every(work)]
    found = cards.desk_cards(work, ids, today)
    if under is not None:
        below = _at_or_below(tree, under, today)
        found = {desk: card for desk, card in found.items() if card.unit in below}
    by_desk = _codes(work, found)
    places = desks.places(work, list(found))
    return [
        _listed(tree, card, code, places[desk], today)
        for desk, card in found.items()
        for code in (by_desk[desk] if all_codes else by_desk[desk][:1])
    ]


def desks_signed_by(work: Work, kid: str) -> list[DeskId]:
    """Give the desks whose active code a key signed, in the order of their import."""
    listed = desks_listed(work)
    signed = (one for one in listed if one.code.kid == kid)
    return [one.card.id for one in signed if one.code.state is CodeState.ACTIVE]


def _at_or_below(tree: Tree, unit: UnitId, day: date) -> frozenset[UnitId]:
    on = tree.on(day)
    return frozenset(on.below(unit)) if unit in on.units else frozenset({unit})


def _codes(work: Work, ids: dict[DeskId, DeskCard]) -> dict[DeskId, list[CodeRow]]:
    found: dict[DeskId, list[CodeRow]] = defaultdict(list)
    for row in code_rows.of_desks(work, list(ids)):
        found[row.desk].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row.state is CodeState.ACTIVE, row.issued_at), reverse=True)
    return found


def _listed(
    tree: Tree, card: DeskCard, code: CodeRow, places: cards.Places, today: date
) -> ListedDesk:
    gone = code.state is CodeState.ACTIVE and cards.standing(tree, places, today) is None
    state = CodeState.TOMBSTONED if gone else code.state
    return ListedDesk(card, tree.nearest(card.unit, today).code, code, state)
