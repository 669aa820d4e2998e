"""Makes rows of sums: names, targets and figures, in their order. It hides nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import assert_never

from feedback.domain.ids import DeskId, ServiceId, UnitId
from feedback.domain.index import Figure
from feedback.domain.placing import Chain, Now
from feedback.domain.query import By, DeskLabel, IndexRow, PartLabel, Target
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


@dataclass(slots=True)
class Naming:
    """Makes rows: labels come from the place, targets from the nearest unit that has one."""

    asked: Asked
    targets: Mapping[UnitId, Target]
    found: dict[Chain, Target | None] = field(default_factory=dict)

    def target(self, chain: Chain) -> Target | None:
        """Find the target of a unit, or of the nearest above it that has one."""
        if not chain or not self.targets:
            return None
        if chain[0] in self.targets:
            return self.targets[chain[0]]
        # Thousands of communes share what stands above them: it is looked up once.
        higher = chain[1:]
        if higher not in self.found:
            self.found[higher] = self.target(higher)
        return self.found[higher]

    def row(
        self,
        unit: UnitId | None,
        total: Sum,
        part: PartLabel | None = None,
        desk: DeskLabel | None = None,
    ) -> IndexRow:
        """Make a row of a unit, of a part or a desk of it, or of everything."""
        label = None if unit is None else self.asked.place.labels.of(unit)
        # A target is set for the index, not for one question among others.
        aimed = label if self.asked.query.by is not By.FACTOR else None
        target = self.target(aimed.chain) if aimed else None
        return IndexRow(
            Figure(total.counts, self.asked.method, target.points if target else None),
            label.unit if label else None,
            desk,
            part,
            target,
            total.unknown,
            total.samples > 0,
        )


def rows(work: Work, asked: Asked, tree: Tree, placed: Iterable[Placed]) -> tuple[IndexRow, ...]:
    """Make the rows of a table, in their order."""
    naming = Naming(asked, targets.in_force(work, asked.last))
    if asked.listing:
        return _units(naming, tree, by_unit(placed, asked.top))
    by = asked.query.by
    if by is By.DESK or (by is None and asked.query.desk is not None):
        return _desks(work, naming, placed)
    parts = _parts(work, asked, placed)
    return tuple(
        naming.row(asked.top, total, PartLabel(code, name) if by else None)
        for code, name, total in parts
    )


def above(asked: Asked, made: Iterable[IndexRow]) -> dict[UnitId, UnitId | None]:
    """Find the nearest listed unit above each listed unit."""
    listed = {row.unit for row in made if row.unit is not None}
    found: dict[UnitId, UnitId | None] = {}
    for unit in listed:
        higher = asked.place.labels.of(unit).chain[1:]
        found[unit] = next((other for other in higher if other in listed), None)
    return found


def _parts(work: Work, asked: Asked, placed: Iterable[Placed]) -> Parts:
    by = asked.query.by
    match by:
        case None | By.UNIT | By.DESK:
            return [("", "", by_key(placed, lambda pair: None).get(None, NOTHING))]
        case By.SERVICE:
            return _services(work, by_key(placed, lambda pair: pair[0].spot.service))
        case By.FACTOR:
            return _factors(work, placed)
        case By.MONTH:
            months = by_key(placed, lambda pair: pair[0].spot.day)
            return [(f"{date.fromordinal(day):%Y-%m}", "", months[day]) for day in sorted(months)]
        case By.CHANNEL:
            return _named(by_key(placed, lambda pair: pair[0].spot.channel))
        case By.GROUP:
            return _named(by_key(placed, _group(asked)))
        case _:
            assert_never(by)


def _units(naming: Naming, tree: Tree, sums: dict[UnitId, Sum]) -> tuple[IndexRow, ...]:
    """List units with ratings and those at the top, each below the one it belongs to."""
    top, place = naming.asked.top, naming.asked.place
    tops = tree.on(naming.asked.last).roots if top is None else (top,)
    listed = {**dict.fromkeys(tops, NOTHING), **sums}
    return tuple(naming.row(unit, listed[unit]) for unit in place.labels.ordered(listed))


def _desks(work: Work, naming: Naming, placed: Iterable[Placed]) -> tuple[IndexRow, ...]:
    asked = naming.asked
    # A desk that was asked for has its row even without a rating.
    if asked.query.desk is not None and asked.query.by is None:
        total = by_key(placed, lambda pair: None).get(None, NOTHING)
        sums = {(asked.top, int(asked.query.desk)): total}
    else:
        sums = by_key(placed, lambda pair: (pair[1][0], pair[0].spot.desk))
    cards = places.desk_cards(work, {DeskId(desk) for _, desk in sums}, asked.last)
    made = []
    for (unit, number), total in sums.items():
        card = cards.get(DeskId(number))
        desk = DeskLabel(DeskId(number), card.code if card else None, card.name if card else "")
        of = unit if unit is not None or card is None else card.unit
        made.append(naming.row(of, total, desk=desk))
    return tuple(sorted(made, key=_by_unit_and_name))


def _by_unit_and_name(row: IndexRow) -> tuple[str, str]:
    return row.unit_code or "", row.of_desk.name if row.of_desk else ""


def _services(work: Work, sums: dict[int, Sum]) -> Parts:
    known = catalogue.every(work)
    named = [(known.get(ServiceId(number)), total) for number, total in sums.items()]
    parts = [(s.code if s else "", s.name_vi if s else "", total) for s, total in named]
    return sorted(parts, key=lambda part: part[0])


def _factors(work: Work, placed: Iterable[Placed]) -> Parts:
    sums = by_key(placed, lambda pair: (pair[0].spot.questionnaire, pair[0].spot.question))
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
    return lambda pair: place.group(pair[0].unit, date.fromordinal(pair[0].spot.day))


def _named(sums: dict[str, Sum]) -> Parts:
    return [(code, "", sums[code]) for code in sorted(sums)]
