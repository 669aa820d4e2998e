"""A small country: a province, two communes with a desk each and two, and ratings as facts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest

from feedback.domain.channels import Channel, Source
from feedback.domain.days import LOCAL
from feedback.domain.desks import DeskCard
from feedback.domain.given import AnswerGiven, CommentGiven, Giver, LevelGiven
from feedback.domain.ids import DeskId, Person, UnitId
from feedback.domain.roles import Role, Viewer
from feedback.domain.scale import Level
from feedback.domain.units import EventKind, UnitEvent, UnitKind, UnitVersion
from feedback.services import intake
from feedback.store import desks, units
from feedback.store.desks import NewDesk
from feedback.store.work import Store, Work

BEGAN = date(2025, 7, 1)
OPERATOR = Viewer("cli:test", Role.OPERATOR)


@dataclass
class World:
    """Units and desks by short names, and a hand that rates."""

    store: Store
    units: dict[str, UnitId] = field(default_factory=dict)
    desks: dict[str, DeskId] = field(default_factory=dict)
    people: int = 0

    def unit(self, code: str, parent: str | None = None, **more: object) -> UnitId:
        """Add a unit, from the beginning unless ``since`` says otherwise."""
        with self.store.work() as work:
            self.units[code] = units.add_units(work, 1)[0]
            units.add_versions(work, [self.version(code, parent, **more)])
        return self.units[code]

    def version(self, code: str, parent: str | None = None, **more: object) -> UnitVersion:
        """Describe a unit's version."""
        return UnitVersion(
            unit=self.units[code],
            code=code,
            name=f"UBND {code}",
            kind="any",
            parent=self.units[parent] if parent else None,
            valid_from=more.get("since", BEGAN),
            valid_to=more.get("until"),
            group=str(more.get("group", "")),
        )

    def end(self, code: str, parent: str | None, last: date) -> None:
        """End a unit's only version."""
        with self.store.work() as work:
            units.replace_versions(work, [self.version(code, parent, until=last)])

    def end_since(self, code: str, parent: str | None, first: date, last: date) -> None:
        """End a unit's only version, which began later than the others."""
        with self.store.work() as work:
            ended = self.version(code, parent, since=first, until=last)
            units.replace_versions(work, [ended])

    def become(self, kind: EventKind, on: date, old: Iterable[str], new: Iterable[str]) -> None:
        """Record what became of units."""
        event = UnitEvent(
            kind,
            on,
            frozenset(self.units[code] for code in old),
            frozenset(self.units[code] for code in new),
        )
        with self.store.work() as work:
            units.add_events(work, [event])

    def desk(self, name: str, unit: str) -> DeskId:
        """Put a desk into a unit."""
        with self.store.work() as work:
            new = NewDesk(self.units[unit], name, ("vi",), len(self.desks))
            self.desks[name] = desks.add(work, [new])[0]
        return self.desks[name]

    def rate(
        self,
        desk: str,
        unit: str,
        day: date,
        levels: Iterable[int],
        *,
        channel: Channel = Channel.WEB,
        source: Source = Source.LIVE,
        service: int = 0,
        answers: dict[str, int] | None = None,
        comment: str | None = None,
    ) -> None:
        """Give ratings at a desk, each by another person."""
        facts = []
        for level in levels:
            self.people += 1
            giver = Giver(Person(self.people.to_bytes(16, "big")), self.desks[desk], day)
            at = datetime(day.year, day.month, day.day, 9, tzinfo=LOCAL)
            at += timedelta(seconds=self.people % 3600)
            card = DeskCard(self.desks[desk], desk, self.units[unit], unit, service=service)
            facts.append(LevelGiven(giver, card, Level(level), at, channel, "1", source=source))
            for question, value in (answers or {}).items():
                facts.append(AnswerGiven(giver, question, value, at, channel))
            if comment is not None:
                facts.append(CommentGiven(giver, comment, at))
        with self.store.work() as work:
            assert intake.record(work, facts) == 0


def bare(store: Store) -> World:
    """A world with nothing in it but a kind of unit."""
    with store.work() as work:
        units.keep_kinds(work, [UnitKind("any", "Đơn vị", "Unit", 1)])
    return World(store)


@pytest.fixture
def world(sqlite_store: Store) -> World:
    """A province P with communes A (desks a1, a2) and B (desk b1)."""
    made = bare(sqlite_store)
    made.unit("P")
    made.unit("A", "P")
    made.unit("B", "P")
    made.desk("a1", "A")
    made.desk("a2", "A")
    made.desk("b1", "B")
    return made


def viewer(world: World, role: Role, unit: str | None = None) -> Viewer:
    """Someone of the staff."""
    return Viewer(role.value, role, world.units[unit] if unit else None)


__all__ = ["BEGAN", "OPERATOR", "Work", "World", "bare", "viewer"]
