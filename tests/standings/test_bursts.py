"""Many ratings of one hand are found by when and whence they came, and nobody is named."""

from datetime import date, datetime, timedelta

import pytest

from feedback.domain.channels import Channel
from feedback.domain.days import LOCAL
from feedback.domain.desks import DeskCard
from feedback.domain.given import Evidence, Giver, LevelGiven
from feedback.domain.ids import Person
from feedback.domain.roles import Role
from feedback.domain.scale import Level
from feedback.services import bursts, intake, standings
from feedback.services.bursts import Burst
from feedback.services.refusals import Misuse, NotAllowed
from feedback.store.work import Store
from hailong import burst_rows
from tests.indices.conftest import OPERATOR, World, bare, viewer

DAY = date(2026, 8, 3)
NINE = datetime(2026, 8, 3, 9, tzinfo=LOCAL)


@pytest.fixture
def office(store: Store) -> World:
    """Two units with a desk each, on each of the two databases."""
    made = bare(store)
    for name in ("A", "B"):
        made.unit(name)
        made.desk(name.lower(), name)
    return made


def tap(
    office: World,
    desk: str = "a",
    *,
    minute: float = 0,
    network: str | None = "1.2.3.0/24",
    channel: Channel = Channel.WEB,
) -> None:
    """Let one more person rate, so many minutes after nine."""
    office.people += 1
    person = Person(office.people.to_bytes(16, "big"))
    unit = office.units[desk.upper()]
    card = DeskCard(office.desks[desk], desk, unit, desk.upper())
    at = NINE + timedelta(minutes=minute)
    kept = Evidence(None, network, 4)
    giver = Giver(person, office.desks[desk], DAY)
    given = LevelGiven(giver, card, Level(5), at, channel, "1", evidence=kept)
    with office.store.work() as work:
        assert intake.record(work, [given]) == 0


def found(office: World, least: int = 5) -> tuple[Burst, ...]:
    with office.store.look() as work:
        return bursts.found(work, OPERATOR, DAY, DAY, least=least)


def test_five_of_one_network_in_a_quarter_of_an_hour_are_found_and_four_are_not(
    office: World,
) -> None:
    """What is found can be set aside by its ids, and is shown with that afterwards."""
    for minute in range(4):
        tap(office, minute=minute)
    assert found(office) == ()
    tap(office, minute=14)
    (one,) = found(office)
    assert (one.desk, one.day, one.quarter_hour) == (office.desks["a"], DAY, NINE)
    assert len(set(one.ids)) == 5
    with office.store.work() as work:
        standings.set_aside(work, OPERATOR, one.ids[0], "một người bấm nhiều lần")
    (again,) = found(office)
    assert [each.standing.value for each in again.ratings].count("set_aside") == 1


def test_what_is_no_burst_is_not_called_one(office: World) -> None:
    """Spread over the morning, over networks or over desks; of no network; at the tablet."""
    for n in range(6):
        tap(office, minute=n * 15)
        tap(office, minute=n, network=f"1.2.{n}.0/24")
        tap(office, "ab"[n % 2], minute=200 + n, network="9.9.9.0/24")
        tap(office, minute=n, network=None)
        tap(office, minute=n, network="7.7.7.0/24", channel=Channel.KIOSK)
    assert found(office) == ()
    assert {one.desk for one in found(office, 3)} == set(office.desks.values())


def test_the_largest_comes_first_and_each_is_whole(office: World) -> None:
    for _ in range(5):
        tap(office)
    for _ in range(7):
        tap(office, "b", minute=20)
    assert [len(one.ratings) for one in found(office)] == [7, 5]


def test_only_those_who_check_see_them_and_only_in_their_unit(office: World) -> None:
    """The rated learn from it neither that nor when somebody rated."""
    for desk in "ab":
        for _ in range(5):
            tap(office, desk)
    with office.store.look() as work:
        mine = bursts.found(work, viewer(office, Role.INTEGRITY, "A"), DAY, DAY)
        assert [one.unit for one in mine] == [office.units["A"]]
        for role in set(Role) - {Role.INTEGRITY, Role.OPERATOR}:
            with pytest.raises(NotAllowed):
                bursts.found(work, viewer(office, role, "A"), DAY, DAY)


def test_a_family_at_a_counter_is_not_asked_for(office: World) -> None:
    with pytest.raises(Misuse):
        found(office, 2)


def test_no_hash_of_a_network_is_shown(office: World) -> None:
    """Neither the hash nor the prefix it was made of stands in what is given."""
    for _ in range(5):
        tap(office)
    shown = repr(found(office))
    assert "1.2.3" not in shown
    assert "\\x" not in shown


def test_a_row_says_when_where_how_many_and_how_quickly(office: World) -> None:
    """In local time, with the ratings' ids to set them aside by."""
    for _ in range(5):
        tap(office, minute=16)
    with office.store.look() as work:
        (row,) = burst_rows.rows(work, OPERATOR, DAY, DAY, 5)
    assert row.keys() >= {key for key, _ in burst_rows.COLUMNS}
    assert (row["day"], row["from"], row["unit_code"]) == ("2026-08-03", "09:15", "A")
    assert (row["n"], row["counted"], row["levels"], row["seconds"]) == (5, 5, "5:5", 4)
    assert len(list(row["ratings"])) == 5
