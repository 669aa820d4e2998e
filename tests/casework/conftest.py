"""The bureau of these tests, on each of the two databases or on SQLite alone."""

import pytest

from feedback.store.work import Store
from tests.casework.bureau import Bureau, bureau
from tests.conftest import Hands


@pytest.fixture
def office(store: Store, clock: Hands) -> Bureau:
    """A province with two communes, on each of the two databases."""
    return bureau(store, clock)


@pytest.fixture
def one(sqlite_store: Store, clock: Hands) -> Bureau:
    """The same, where the database makes no difference to what is tested."""
    return bureau(sqlite_store, clock)
