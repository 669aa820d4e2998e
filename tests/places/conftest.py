"""An office to try things on: who runs it, its codes, and files as offices hand them in."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TypeVar

import pytest

from feedback.domain.desks import Landed
from feedback.domain.ids import DeskId, UnitId
from feedback.domain.roles import Role, Viewer
from feedback.services import places
from feedback.services.places import listing, unit_events
from feedback.services.places.desks_import import import_desks
from feedback.services.places.listing import ListedDesk
from feedback.services.places.unit_events import Decided
from feedback.services.places.units_import import Imported, import_units
from feedback.store import audit
from feedback.store.vault import Key
from feedback.store.work import Store, Work
from hailong.codes import SignedCodes
from tests.conftest import Hands

T = TypeVar("T")


class Office:
    """An office's store with what its operator does, each act in a transaction of its own."""

    def __init__(self, store: Store, clock: Hands) -> None:
        self.store = store
        self.clock = clock
        self.codes = SignedCodes((Key("k1", b"only for tests: thirty-two bytes"),))
        self.operator = Viewer("cli:test", Role.OPERATOR)

    def on(self, day: date) -> None:
        """Let it be noon of a day in Viet Nam."""
        self.clock.now = datetime(day.year, day.month, day.day, 5, 0, tzinfo=UTC)

    def do(self, act: Callable[[Work], T]) -> T:
        with self.store.work() as work:
            return act(work)

    def look(self, act: Callable[[Work], T]) -> T:
        with self.store.look() as work:
            return act(work)

    def units(self, text: str | bytes) -> Imported:
        data = text.encode() if isinstance(text, str) else text
        return self.do(lambda w: import_units(w, self.operator, data, source="units.csv"))

    def desks(self, text: str) -> Imported:
        data = text.encode()
        return self.do(
            lambda w: import_desks(w, self.operator, self.codes, data, source="desks.csv")
        )

    def unit(self, text: str, on: date | None = None) -> UnitId:
        return self.look(lambda w: places.unit_id(w, text, on))

    def desk(self, text: str) -> DeskId:
        return self.look(lambda w: places.desk_id(w, text))

    def listed(self, *, all_codes: bool = False) -> list[ListedDesk]:
        return self.look(lambda w: listing.desks_listed(w, all_codes=all_codes))

    def land(self, text: str) -> Landed:
        return self.look(lambda w: places.resolve_all(w, self.codes, [text]))[text]

    def merge(self, codes: list[str], into: str, on: date, basis: str = "NQ thử") -> None:
        members = [self.unit(code, on.fromordinal(on.toordinal() - 1)) for code in codes]
        heir = self.unit(into, on)
        self.do(lambda w: unit_events.merge(w, self.operator, members, heir, Decided(on, basis)))

    def acts(self) -> list[tuple[str, str, str, str, str]]:
        """The record of acts, oldest first: act, subject, before, after, reason."""
        rows = self.look(lambda w: audit.newest(w, 100))
        return [(r.act, r.subject, r.before, r.after, r.reason) for r in reversed(rows)]


@pytest.fixture
def office(sqlite_store: Store, clock: Hands) -> Office:
    """On SQLite, where the database makes no difference to what is tested."""
    return Office(sqlite_store, clock)


@pytest.fixture
def either_office(store: Store, clock: Hands) -> Office:
    """On SQLite and on PostgreSQL."""
    return Office(store, clock)
