"""An office to try things on: who runs it, its codes, and files as offices hand them in."""

import pytest

from feedback.domain.roles import Role, Viewer
from feedback.services.places.desks_import import import_desks
from feedback.services.places.units_import import Imported, import_units
from feedback.store.vault import Key
from feedback.store.work import Store
from hailong.codes import SignedCodes


class Office:
    """An office's store with the two imports at hand, each in its own transaction."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.codes = SignedCodes((Key("k1", b"only for tests: thirty-two bytes"),))
        self.operator = Viewer("cli:test", Role.OPERATOR)

    def units(self, text: str) -> Imported:
        with self.store.work() as work:
            return import_units(work, self.operator, text.encode(), source="units.csv")

    def desks(self, text: str) -> Imported:
        with self.store.work() as work:
            return import_desks(work, self.operator, self.codes, text.encode(), source="desks.csv")


@pytest.fixture
def office(sqlite_store: Store) -> Office:
    return Office(sqlite_store)


@pytest.fixture
def either_office(store: Store) -> Office:
    """The same on SQLite and on PostgreSQL."""
    return Office(store)
