"""What several tests of this room stand on."""

from collections.abc import AsyncIterator

import pytest

from feedback.store.work import Store
from tests.conftest import Hands
from tests.runtime.zalo_office import Office
from tests.standins.zalo import Clock, OaStandIn


@pytest.fixture
async def office(store: Store, clock: Hands) -> AsyncIterator[Office]:
    """An Official Account whose citizen has just written and was answered."""
    async with OaStandIn(clock=Clock(clock, pace=0.0001)) as oa:
        office = Office(store, oa, clock, oa.phone())
        await office.hears()
        oa.calls.clear()
        office.told.clear()
        yield office
