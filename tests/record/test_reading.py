"""Auditor and operator read the record, nobody else does, and nobody reads what is about them."""

from datetime import date

import pytest
from sqlalchemy import insert

from feedback.domain.ids import CaseId, StaffId, UnitId
from feedback.domain.roles import Role, Viewer
from feedback.services import record
from feedback.services.refusals import NotAllowed
from feedback.store import audit
from feedback.store.tables.cases import case_party, cases
from feedback.store.tables.offices import staff
from feedback.store.work import Store
from tests.record.acts import OPERATOR, act

AUDITOR = Viewer("thu", Role.AUDITOR, staff=StaffId(7))


def found(store: Store, viewer: Viewer = AUDITOR, **wanted) -> list[str]:
    with store.look() as work:
        return [one.act for one in record.search(work, viewer, **wanted).rows]


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.AUDITOR, Role.OPERATOR}))
def test_whoever_is_neither_auditor_nor_operator_reads_nothing(store: Store, role: Role) -> None:
    act(store, "a")
    viewer = Viewer("x", role, staff=StaffId(1))
    with store.look() as work:
        for question in (record.search, record.verify, record.size):
            with pytest.raises(NotAllowed):
                question(work, viewer)


def test_an_auditor_of_one_unit_does_not_read_the_record_of_all(store: Store) -> None:
    with store.look() as work, pytest.raises(NotAllowed):
        record.search(work, Viewer("x", Role.AUDITOR, UnitId(1), StaffId(1)))


def test_acts_are_found_by_who_what_and_when_the_newest_first(store: Store, clock) -> None:
    with store.work() as work:
        audit.note(work, "Lan", "staff.add", "mai", after="handler")
        audit.note(work, "lan", "target.set", "AB", after="9000", reason="QĐ 12_3%")
    clock.move(days=1)
    with store.work() as work:
        audit.note(work, "Mai", "staff.role", "lan", "handler", "admin")
    assert found(store) == ["staff.role", "target.set", "staff.add"]
    assert found(store, actor="lan") == ["target.set", "staff.add"]
    assert found(store, act="staff.") == ["staff.role", "staff.add"]
    assert found(store, subject="lan") == ["staff.role"]
    assert found(store, text="handler") == ["staff.role", "staff.add"]
    assert found(store, text="2_3%") == ["target.set"]
    assert found(store, text="___") == []
    assert found(store, from_day=date(2026, 8, 13)) == ["staff.role"]
    assert found(store, to_day=date(2026, 8, 12)) == ["target.set", "staff.add"]


def test_a_day_is_a_local_day(store: Store, clock) -> None:
    clock.move(hours=11.9)
    act(store, "before midnight")
    clock.move(hours=0.2)
    act(store, "after midnight")
    assert found(store, to_day=date(2026, 8, 12)) == ["before midnight"]
    assert found(store, from_day=date(2026, 8, 13)) == ["after midnight"]


def test_pages_follow_each_other(store: Store) -> None:
    act(store, *(str(n) for n in range(7)))
    with store.look() as work:
        pages = [record.search(work, OPERATOR, page=n, size=3) for n in range(3)]
    assert [[one.act for one in page.rows] for page in pages] == [
        ["6", "5", "4"],
        ["3", "2", "1"],
        ["0"],
    ]
    assert [page.more for page in pages] == [True, True, False]


def _case(work, identity: int, *, sealed: bool) -> None:
    values = {"kind": "misconduct", "state": "new", "choice": "sealed", "channel": "web"}
    values |= {"language": "vi", "opened_at": work.now, "opened_on": date(2026, 8, 12)}
    values |= {"about_day": date(2026, 8, 12), "sealed": sealed, "code": f"C{identity}"}
    work.connection.execute(insert(cases).values(id=identity, **values))


def test_whom_a_case_is_about_does_not_read_what_was_done_with_it(store: Store) -> None:
    with store.work() as work:
        _case(work, 1, sealed=True)
        _case(work, 2, sealed=True)
        person = {"name": "thu", "password": "x", "role": "auditor", "created_at": work.now}
        work.connection.execute(insert(staff).values(id=7, **person))
        work.connection.execute(insert(case_party).values(case_id=1, staff_id=7))
        audit.note(work, "lan", "about thu", "C1", case=CaseId(1), sealed=True)
        audit.note(work, "lan", "about another", "C2", case=CaseId(2), sealed=True)
        audit.note(work, "lan", "about none", "")
    assert found(store) == ["about none", "about another"]
    assert found(store, OPERATOR) == ["about none", "about another", "about thu"]
    assert found(store, Viewer("y", Role.AUDITOR, staff=StaffId(8)))[-1] == "about thu"
