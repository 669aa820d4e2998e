"""The facade over the real services: each role sees its own, and trouble is always told."""

from base64 import b32decode
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

import pytest

from admin_tui.reading import CodeWanted, Entered, Forest, Span
from admin_tui.services import ServiceReading
from admin_tui.trouble import Forbidden, Missing, SignedOut, Unavailable
from feedback.domain import totp
from feedback.domain.ids import UnitId
from feedback.domain.query import TreeOf
from feedback.domain.roles import Role
from feedback.domain.units import EventKind
from feedback.services import people, second_factor, targets
from feedback.services.passwords import hashed
from feedback.store.changes import listen
from feedback.store.work import Store, Work
from tests.conftest import Hands
from tests.indices.conftest import OPERATOR, World, world

R = TypeVar("R")
SECRET = "mot hai ba bon"
TODAY = date(2026, 8, 12)
QUARTER = Span(
    date(2026, 7, 1), date(2026, 9, 30), TreeOf.THEN, (date(2026, 4, 1), date(2026, 6, 30))
)

__all__ = ["world"]


class StoreAccess:
    """A store handed to the terminal, as the front door hands it."""

    def __init__(self, store: Store) -> None:
        self.floor = 5
        self.noted: list[BaseException] = []
        self.broken = False
        self._store = store
        self._changes = listen(store.engine)

    def now(self) -> datetime:
        return self._store.clock()

    def look(self, question: Callable[[Work], R]) -> R:
        if self.broken:
            raise OSError("database is locked: password 12345")
        with self._store.look() as work:
            return question(work)

    def act(self, deed: Callable[[Work], R]) -> R:
        with self._store.work() as work:
            return deed(work)

    def changed(self) -> bool:
        return self._changes.changed()

    def concerns(self) -> tuple[str, ...]:
        return ("chưa sao lưu lần nào",)

    def report(self, error: BaseException) -> None:
        self.noted.append(error)

    def close(self) -> None:
        self._changes.close()


class Deeds(StoreAccess):
    """Counts the transactions that were committed."""

    done = 0

    def act(self, deed):
        result = super().act(deed)
        self.done += 1
        return result


@pytest.fixture
def access(sqlite_store: Store) -> StoreAccess:
    return StoreAccess(sqlite_store)


@pytest.fixture
def reading(access: StoreAccess) -> ServiceReading:
    return ServiceReading(access)


def someone(world: World, reading: ServiceReading, role: Role, unit: str | None = None) -> Entered:
    """Make someone of the staff and sign in."""
    of = world.units[unit] if unit else None
    with world.store.work() as work:
        people.add(work, OPERATOR, role.value, role, of, hashed(SECRET), must_change=False)
    entered = reading.sign_in(role.value, SECRET)
    assert entered is not None
    return entered


def names(forest: Forest) -> list[str]:
    return [node.name for node in forest.nodes]


def count(forest: Forest, name: str) -> int:
    return next(node.figure.counts.n for node in forest.nodes if node.name == name)


def test_a_wrong_password_lets_nobody_in(world: World, reading: ServiceReading) -> None:
    someone(world, reading, Role.ADMIN)
    assert reading.sign_in("admin", "sai mat khau") is None
    assert reading.sign_in("ai do", SECRET) is None


def test_who_has_codes_on_is_asked_for_one(world: World, reading: ServiceReading) -> None:
    """By the real services: password, then code, and the own password is changed without one."""
    someone(world, reading, Role.ADMIN)
    with world.store.work() as work:
        _, spelt = second_factor.switch_on(work, OPERATOR, "admin")
    assert isinstance(reading.sign_in("admin", SECRET), CodeWanted)
    code = totp.code(b32decode(spelt), totp.step_of(world.store.clock()))
    assert reading.sign_in("admin", "sai mat khau", code) is None
    entered = reading.sign_in("admin", SECRET, code)
    assert isinstance(entered, Entered)
    assert reading.sign_in("admin", SECRET, code) is None
    assert reading.renew(entered.viewer, SECRET, "mot mat khau khac")


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.OPERATOR}))
def test_only_who_may_mend_the_machine_hears_of_it(
    world: World, reading: ServiceReading, role: Role
) -> None:
    entered = someone(world, reading, role, None if role is Role.ADMIN else "A")
    told = reading.concerns(entered.viewer)
    assert told == (("chưa sao lưu lần nào",) if role is Role.ADMIN else ())


def test_passwords_are_compared_between_two_transactions(world: World) -> None:
    """The slow part holds nobody up: a try is counted, compared, and settled."""
    deeds = Deeds(world.store)
    reading = ServiceReading(deeds)
    entered = someone(world, reading, Role.ADMIN)
    assert deeds.done == 2
    assert reading.renew(entered.viewer, SECRET, "mot mat khau khac")
    assert deeds.done == 4


def test_a_first_password_is_replaced(world: World, reading: ServiceReading) -> None:
    with world.store.work() as work:
        people.add(work, OPERATOR, "lan", Role.ADMIN, None, hashed(SECRET), must_change=True)
    entered = reading.sign_in("lan", SECRET)
    assert entered is not None
    assert entered.must_change
    assert not reading.renew(entered.viewer, "sai mat khau", "mot mat khau khac")
    assert reading.renew(entered.viewer, SECRET, "mot mat khau khac")
    again = reading.sign_in("lan", "mot mat khau khac")
    assert again is not None
    assert not again.must_change


def test_an_admin_sees_every_unit_with_all_below_it(world: World, reading: ServiceReading) -> None:
    world.rate("a1", "A", TODAY, [5, 4, 1])
    world.rate("b1", "B", TODAY, [5])
    entered = someone(world, reading, Role.ADMIN)
    forest = reading.forest(entered.viewer, QUARTER)
    assert names(forest) == ["UBND P", "UBND A", "UBND B"]
    assert [count(forest, f"UBND {code}") for code in "PAB"] == [4, 3, 1]
    assert forest.until is None
    assert [node.parent for node in forest.nodes[1:]] == [world.units["P"]] * 2


def test_a_supervisor_sees_the_own_unit_only_and_in_batches(
    world: World, reading: ServiceReading, clock: Hands
) -> None:
    entered = someone(world, reading, Role.SUPERVISOR, "A")
    assert entered.unit_name == "UBND A"
    world.rate("a1", "A", TODAY, [5, 4, 4, 5, 1], comment="Chờ lâu quá.")
    viewer, unit = entered.viewer, world.units["A"]
    assert names(reading.forest(viewer, QUARTER)) == ["UBND A"]
    assert count(reading.forest(viewer, QUARTER), "UBND A") == 0
    assert reading.remarks(viewer, unit, 50).rows == ()
    clock.move(days=1)
    assert count(reading.forest(viewer, QUARTER), "UBND A") == 5
    remark = reading.remarks(viewer, unit, 50).rows[0]
    assert (remark.text, remark.day, remark.level) == ("Chờ lâu quá.", None, None)
    assert reading.forest(viewer, QUARTER).until == TODAY
    with pytest.raises(Forbidden):
        reading.sheet(viewer, world.units["B"], QUARTER)


def test_an_inspector_sees_a_rating_at_once(
    world: World, reading: ServiceReading, access: StoreAccess
) -> None:
    entered = someone(world, reading, Role.INSPECTOR)
    reading.changed()
    world.rate("a1", "A", TODAY, [2], comment="Cán bộ đòi tiền.")
    assert reading.changed()
    assert not reading.changed()
    assert count(reading.forest(entered.viewer, QUARTER), "UBND A") == 1
    remark = reading.remarks(entered.viewer, world.units["A"], 50).rows[0]
    assert (remark.day, remark.level, remark.text) == (TODAY, 2, "Cán bộ đòi tiền.")


def test_a_sheet_holds_desks_months_factors_and_the_period_before(
    world: World, reading: ServiceReading
) -> None:
    entered = someone(world, reading, Role.ADMIN)
    with world.store.work() as work:
        targets.set_target(work, OPERATOR, world.units["P"], "90", "QĐ 1", date(2026, 1, 1))
    world.rate("a1", "A", date(2026, 5, 4), [5, 5, 1])
    world.rate("a1", "A", TODAY, [5, 4])
    sheet = reading.sheet(entered.viewer, world.units["A"], QUARTER)
    assert sheet.path == ("UBND P",)
    assert sheet.node.figure.counts.levels == (0, 0, 0, 1, 1)
    assert (sheet.node.figure.target, sheet.decision) == (9000, "QĐ 1")
    assert sheet.before is not None
    assert sheet.before.counts.n == 3
    assert [month.first for month in sheet.months] == [date(2026, m, 1) for m in (5, 6, 7, 8)]
    assert [month.figure.counts.n for month in sheet.months] == [3, 0, 0, 2]
    assert sheet.desks is not None
    assert {desk.name: desk.figure.counts.n for desk in sheet.desks} == {"a1": 2, "a2": 0}


def test_a_unit_of_before_is_listed_with_its_end_where_it_was_rated(
    world: World, reading: ServiceReading
) -> None:
    entered = someone(world, reading, Role.ADMIN)
    world.rate("b1", "B", date(2026, 7, 10), [5])
    world.end("B", "P", date(2026, 7, 31))
    world.become(EventKind.MERGE, date(2026, 8, 1), ["B"], ["A"])
    then = reading.forest(entered.viewer, QUARTER)
    old = next(node for node in then.nodes if node.name == "UBND B")
    assert (old.ended, old.parent) == (date(2026, 7, 31), world.units["P"])
    assert count(then, "UBND A") == 0
    now = reading.forest(entered.viewer, Span(QUARTER.first, QUARTER.last, TreeOf.NOW))
    assert names(now) == ["UBND P", "UBND A"]
    assert count(now, "UBND A") == 1


def test_one_without_rights_to_comments_is_told_so(world: World, reading: ServiceReading) -> None:
    entered = someone(world, reading, Role.INTEGRITY)
    assert not reading.remarks(entered.viewer, world.units["A"], 50).allowed


def test_a_disabled_account_sees_nothing_more(world: World, reading: ServiceReading) -> None:
    entered = someone(world, reading, Role.AUDITOR)
    with world.store.work() as work:
        people.disable(work, OPERATOR, "auditor")
    with pytest.raises(SignedOut):
        reading.forest(entered.viewer, QUARTER)


def test_what_breaks_below_is_noted_and_told_kindly(
    world: World, reading: ServiceReading, access: StoreAccess
) -> None:
    entered = someone(world, reading, Role.ADMIN)
    access.broken = True
    with pytest.raises(Unavailable) as caught:
        reading.forest(entered.viewer, QUARTER)
    assert "12345" not in caught.value.words
    assert [type(error) for error in access.noted] == [OSError]


def test_a_unit_that_never_was_is_missing(world: World, reading: ServiceReading) -> None:
    entered = someone(world, reading, Role.ADMIN)
    with pytest.raises(Missing):
        reading.sheet(entered.viewer, UnitId(999), QUARTER)
