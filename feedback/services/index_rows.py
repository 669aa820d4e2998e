"""Makes rows of sums: names, targets and figures, in their order. It hides nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from feedback.domain.ids import DeskId, ServiceId, UnitId
from feedback.domain.index import figure
from feedback.domain.placing import Chain, Now
from feedback.domain.query import By, IndexRow, Target
from feedback.domain.questionnaire import Factor
from feedback.domain.rollup import NOTHING, Placed, Sum, by_key, by_unit
from feedback.domain.tree import Tree
from feedback.services import places, questionnaires
from feedback.services.index_cells import Asked
from feedback.store import catalogue, targets
from feedback.store import questionnaires as versions
from feedback.store.work import Work

Parts = list[tuple[str, str, Sum]]
"""The code, the name and the sum of each part."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What rows are labelled with: the tree, and the target of each unit that has its own."""

    asked: Asked
    tree: Tree
    targets: Mapping[UnitId, Target]

    def chain(self, unit: UnitId) -> Chain:
        """Give a unit and those above it, as they are labelled."""
        return _chain(self.asked, unit)

    def target(self, chain: Chain) -> Target | None:
        """Find the target of a unit, or of the nearest above it that has one."""
        return next((self.targets[unit] for unit in chain if unit in self.targets), None)

    def code(self, unit: UnitId) -> str:
        """Give a unit's code."""
        return self.tree.nearest(unit, self.asked.place.label_day).code

    def row(
        self,
        unit: UnitId | None,
        total: Sum,
        part: tuple[str, str] | tuple[None, None] = (None, None),
        desk: tuple[DeskId, str | None, str] | tuple[None, None, None] = (None, None, None),
    ) -> IndexRow:
        """Make a row of a unit, of a part or a desk of it, or of everything."""
        chain = () if unit is None else self.chain(unit)
        known = None if unit is None else self.tree.nearest(unit, self.asked.place.label_day)
        target = self.target(chain)
        return IndexRow(
            figure(total.counts, self.asked.method, target.points if target else None),
            unit,
            known.code if known else None,
            known.name if known else None,
            self.code(chain[1]) if len(chain) > 1 else None,
            desk=desk[0],
            desk_code=desk[1],
            desk_name=desk[2],
            part=part[0],
            part_name=part[1],
            target=target,
            unknown=total.unknown,
            sample=total.samples > 0,
        )


def rows(work: Work, asked: Asked, tree: Tree, placed: Iterable[Placed]) -> tuple[IndexRow, ...]:
    """Make the rows of a table, in their order."""
    naming = Naming(asked, tree, targets.in_force(work, asked.last))
    if asked.listing:
        return _units(naming, by_unit(placed, asked.top))
    by = asked.query.by
    if by is By.DESK or (by is None and asked.query.desk is not None):
        return _desks(work, naming, placed)
    parts = _parts(work, asked, placed)
    return tuple(
        naming.row(asked.top, total, _label(by, code, name)) for code, name, total in parts
    )


def above(asked: Asked, made: Iterable[IndexRow]) -> dict[UnitId, UnitId | None]:
    """Find the nearest listed unit above each listed unit."""
    listed = {row.unit for row in made if row.unit is not None}
    found: dict[UnitId, UnitId | None] = {}
    for unit in listed:
        higher = _chain(asked, unit)[1:]
        found[unit] = next((other for other in higher if other in listed), None)
    return found


def _parts(work: Work, asked: Asked, placed: Iterable[Placed]) -> Parts:
    by = asked.query.by
    match by:
        case None | By.UNIT | By.DESK:
            return [("", "", by_key(placed, lambda pair: None).get(None, NOTHING))]
        case By.SERVICE:
            return _services(work, by_key(placed, lambda pair: pair[0].service))
        case By.FACTOR:
            return _factors(work, placed)
        case By.MONTH:
            months = by_key(placed, lambda pair: pair[0].day)
            return [(f"{date.fromordinal(day):%Y-%m}", "", months[day]) for day in sorted(months)]
        case By.CHANNEL:
            return _named(by_key(placed, lambda pair: pair[0].channel))
        case By.GROUP:
            return _named(by_key(placed, _group(asked)))
        case _:
            assert_never(by)


def _chain(asked: Asked, unit: UnitId) -> Chain:
    place = asked.place
    return place.chain(unit) if isinstance(place, Now) else place.chain(unit, place.label_day)


def _units(naming: Naming, sums: dict[UnitId, Sum]) -> tuple[IndexRow, ...]:
    """List units with ratings and those at the top, each below the one it belongs to."""
    tops = naming.asked.top
    listed = {**sums}
    for top in naming.tree.on(naming.asked.last).roots if tops is None else (tops,):
        listed.setdefault(top, NOTHING)
    paths: dict[UnitId, tuple[str, ...]] = {}
    for unit in listed:
        paths[unit] = tuple(naming.code(above) for above in reversed(naming.chain(unit)))
    return tuple(naming.row(unit, listed[unit]) for unit in sorted(listed, key=paths.__getitem__))


def _desks(work: Work, naming: Naming, placed: Iterable[Placed]) -> tuple[IndexRow, ...]:
    asked = naming.asked
    if asked.query.desk is not None and asked.query.by is None:
        total = by_key(placed, lambda pair: None).get(None, NOTHING)
        sums = {(asked.top, int(asked.query.desk)): total}
    else:
        sums = by_key(placed, lambda pair: (pair[1][0], pair[0].desk))
    cards = places.desk_cards(work, {DeskId(desk) for _, desk in sums}, asked.last)
    made = []
    for (unit, number), total in sums.items():
        card = cards.get(DeskId(number))
        desk = (DeskId(number), card.code if card else None, card.name if card else "")
        of = unit if unit is not None or card is None else card.unit
        made.append(naming.row(of, total, desk=desk))
    return tuple(sorted(made, key=lambda row: (row.unit_code or "", row.desk_name or "")))


def _services(work: Work, sums: dict[int, Sum]) -> Parts:
    known = catalogue.every(work)
    named = [(known.get(ServiceId(number)), total) for number, total in sums.items()]
    parts = [(s.code if s else "", s.name_vi if s else "", total) for s, total in named]
    return sorted(parts, key=lambda part: part[0])


def _factors(work: Work, placed: Iterable[Placed]) -> Parts:
    sums = by_key(placed, lambda pair: (pair[0].questionnaire, pair[0].question))
    found = dict.fromkeys(Factor, NOTHING)
    for (version, code), total in sums.items():
        factor = _factor(work, version, code)
        if factor is not None:
            found[factor] = found[factor].plus(total)
    return [(factor.value, "", total) for factor, total in found.items()]


def _factor(work: Work, version: str, code: str) -> Factor | None:
    body = versions.body(work, version)
    known = questionnaires.parse(body) if body else questionnaires.shipped()
    question = known.question(code)
    return None if question is None else question.factor


def _group(asked: Asked) -> Callable[[Placed], str]:
    place = asked.place
    if isinstance(place, Now):
        return lambda pair: place.group(pair[1][0])
    return lambda pair: place.group(pair[0].unit, date.fromordinal(pair[0].day))


def _named(sums: dict[str, Sum]) -> Parts:
    return [(code, "", sums[code]) for code in sorted(sums)]


def _label(by: By | None, code: str, name: str) -> tuple[str, str] | tuple[None, None]:
    return (None, None) if by is None else (code, name)
