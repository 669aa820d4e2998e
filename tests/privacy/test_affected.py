"""Whom a breach reaches: the matters of an office, or of one unit and all that lies below it."""

from datetime import date

import pytest

from feedback.services.privacy.affected import affected
from feedback.store.work import Store
from tests.casework.bureau import Bureau, bureau
from tests.conftest import Hands

DAYS = date(2025, 1, 1), date(2100, 1, 1)


@pytest.fixture
def office(store: Store, clock: Hands) -> Bureau:
    """A province with two communes."""
    return bureau(store, clock)


def reached(office: Bureau, unit: str | None) -> set[str]:
    of = office.world.units[unit] if unit else None
    with office.store.look() as work:
        viewer = office.by("operator")
        return {one.code for one in affected(work, viewer, *DAYS, work.now, unit=of).rows}


def test_a_unit_stands_for_all_below_it(office: Bureau) -> None:
    """A stolen machine of the province holds what its communes' citizens wrote."""
    case = office.told()
    assert reached(office, None) == reached(office, "P") == reached(office, "A") == {case.code}
    assert reached(office, "B") == set()
