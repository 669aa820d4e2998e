"""Events end and begin versions, are recorded with their basis, and never contradict what is known."""

from datetime import date, timedelta

import pytest

from feedback.domain.ids import UnitId
from feedback.domain.roles import Role, Viewer
from feedback.domain.tree import Tree
from feedback.domain.unit_changes import Facets
from feedback.domain.units import EventKind
from feedback.services import places
from feedback.services.places import unit_events
from feedback.services.places.unit_events import Decided, NewUnit
from feedback.services.refusals import NotAllowed, Refusal
from tests.places.conftest import Office

ON = date(2026, 8, 1)
DECIDED = Decided(ON, "NQ 12/NQ-HĐND")
UNITS = """code,name,kind,parent_code
P,Tỉnh P,province,
Q,Tỉnh Q,province,
A,Xã A,commune,P
B,Xã B,commune,P
C,Xã C,commune,Q
A-MC,Bộ phận Một cửa xã A,one_stop_office,A
"""


@pytest.fixture
def land(office: Office) -> Office:
    office.units(UNITS)
    return office


@pytest.fixture
def either_land(either_office: Office) -> Office:
    either_office.units(UNITS)
    return either_office


def tree(office: Office) -> Tree:
    return office.look(places.tree)


def name(office: Office, unit: UnitId, day: date = ON) -> str:
    return tree(office).on(day).name(unit)


def test_a_merger_into_a_new_unit_may_keep_the_code_of_one(either_land: Office) -> None:
    a, b = either_land.unit("A"), either_land.unit("B")
    event = either_land.do(
        lambda w: unit_events.merge(
            w, either_land.operator, [a, b], NewUnit("A", "Xã Thanh Bồng"), DECIDED
        )
    )
    (new,) = event.successors
    now = tree(either_land)
    assert now.successors_on(a, ON) == now.successors_on(b, ON) == (new,)
    assert now.by_code("A", ON) == new
    assert now.by_code("A", date(2026, 7, 31)) == a
    assert (name(either_land, new), now.on(ON).parent(new)) == (
        "Xã Thanh Bồng",
        either_land.unit("P"),
    )
    assert now.on(ON).parent(either_land.unit("A-MC")) == new
    assert now.version(a, ON) is None
    assert now.events_of(a)[0].basis == "NQ 12/NQ-HĐND"


def test_a_merger_into_one_of_them_keeps_its_identity(land: Office) -> None:
    a, b = land.unit("A"), land.unit("B")
    facets = Facets(name="Phường A", kind="ward")
    land.do(lambda w: unit_events.merge(w, land.operator, [a, b], a, DECIDED, facets))
    assert land.unit("A") == a
    assert (name(land, a), name(land, a, date(2026, 7, 1))) == ("Phường A", "Xã A")
    assert tree(land).successors_on(b, ON) == (a,)


def test_a_merger_of_provinces_takes_their_communes_along(either_land: Office) -> None:
    either_land.merge(["P"], "Q", ON)
    q = either_land.unit("Q")
    assert {tree(either_land).on(ON).parent(either_land.unit(code)) for code in "ABC"} == {q}
    assert tree(either_land).on(date(2026, 7, 31)).parent(
        either_land.unit("A")
    ) == either_land.unit("P@2026-07-31")


def test_a_part_of_one_unit_may_go_to_each_of_two_mergers(land: Office) -> None:
    """As Hiệp Thành of Thủ Dầu Một did: predecessors and successors are many to many."""
    land.merge(["A-MC"], "B", ON)
    land.merge(["A-MC"], "C", ON)
    gone = land.unit("A-MC@2026-07-31")
    assert tree(land).successors_on(gone, ON) == (land.unit("B"), land.unit("C"))


def test_a_split_ends_a_unit_unless_it_goes_on(land: Office) -> None:
    b, c = land.unit("B"), land.unit("C")
    into = [c, NewUnit("D", "Xã D")]
    event = land.do(lambda w: unit_events.split(w, land.operator, b, into, DECIDED))
    assert tree(land).successors_on(b, ON) == (c, land.unit("D"))
    assert event.kind is EventKind.SPLIT
    into = [c, NewUnit("E", "Xã E")]
    land.do(lambda w: unit_events.split(w, land.operator, c, into, DECIDED))
    assert tree(land).successors_on(c, ON) == (c,)
    assert tree(land).on(ON).parent(land.unit("E")) == land.unit("Q")


def test_a_retype_changes_the_word_and_keeps_code_and_identity(land: Office) -> None:
    a = land.unit("A")
    land.do(lambda w: unit_events.retype(w, land.operator, a, "phường", DECIDED))
    assert land.unit("A") == a
    assert (name(land, a), tree(land).on(ON).version[a].kind) == ("Phường A", "ward")
    assert name(land, a, date(2026, 7, 31)) == "Xã A"


def test_a_rename_and_a_move_are_events_of_their_own(land: Office) -> None:
    a, q = land.unit("A"), land.unit("Q")
    land.do(lambda w: unit_events.rename(w, land.operator, a, " Xã  A\u0300n ", DECIDED))
    land.do(lambda w: unit_events.move(w, land.operator, a, q, DECIDED))
    assert name(land, a) == "Xã Àn"
    assert tree(land).on(ON).parent(a) == q
    assert [e.kind for e in tree(land).events_of(a)] == [EventKind.RENAME, EventKind.REPARENT]


def test_an_abolished_unit_is_gone_with_nothing_after(land: Office) -> None:
    c = land.unit("C")
    land.do(lambda w: unit_events.abolish(w, land.operator, c, DECIDED))
    assert tree(land).successors_on(c, ON) == ()


def test_events_that_cannot_be_are_refused_and_leave_no_trace(either_land: Office) -> None:
    p, a, b, mc = (either_land.unit(code) for code in ("P", "A", "B", "A-MC"))
    op, before = either_land.operator, tree(either_land)
    late = Decided(date(2020, 1, 1))
    for act in (
        lambda w: unit_events.abolish(w, op, a, DECIDED),
        lambda w: unit_events.move(w, op, p, mc, DECIDED),
        lambda w: unit_events.move(w, op, a, a, DECIDED),
        lambda w: unit_events.merge(w, op, [a], a, DECIDED),
        lambda w: unit_events.merge(w, op, [a], b, DECIDED, Facets(name=" ")),
        lambda w: unit_events.split(w, op, a, [b, b], DECIDED),
        lambda w: unit_events.merge(w, op, [a], NewUnit("B", "Xã B mới"), DECIDED),
        lambda w: unit_events.merge(w, op, [a], b, late),
        lambda w: unit_events.rename(w, op, a, "Xã A", DECIDED),
        lambda w: unit_events.rename(w, op, a, "\u200b", DECIDED),
        lambda w: unit_events.retype(w, op, a, "hamlet", DECIDED),
        lambda w: unit_events.split(w, op, a, [b], DECIDED),
        lambda w: unit_events.merge(w, op, [], a, DECIDED),
        lambda w: unit_events.merge(w, op, [b], NewUnit("X@1", "Xã X"), DECIDED),
    ):
        with pytest.raises(Refusal):
            either_land.do(act)
    after = tree(either_land)
    assert {u: after.versions(u) for u in after.units} == {
        u: before.versions(u) for u in before.units
    }
    assert after.events == ()


def test_history_is_written_in_order(land: Office) -> None:
    a = land.unit("A")
    land.do(lambda w: unit_events.rename(w, land.operator, a, "Xã A2", Decided(date(2026, 9, 1))))
    with pytest.raises(Refusal, match="later version"):
        land.do(lambda w: unit_events.rename(w, land.operator, a, "Xã A1", DECIDED))


def test_each_event_is_on_record_with_its_basis(land: Office) -> None:
    land.merge(["B"], "A", ON, "NQ 1")
    assert land.acts()[-1] == (
        "unit merge", "B Xã B (commune)", "B Xã B (commune)", "A Xã A (commune)", "NQ 1",
    )  # fmt: skip


def test_only_who_may_manage_units_does(land: Office) -> None:
    a = land.unit("A")
    chief = Viewer("anh Nam", Role.SUPERVISOR, a)
    with pytest.raises(NotAllowed):
        land.do(lambda w: unit_events.rename(w, chief, a, "Xã Khác", DECIDED))


def test_a_line_stays_with_the_heir_that_it_went_to(land: Office) -> None:
    """Where the first of a split is abolished, its siblings inherit nothing of it."""
    b = land.unit("B")
    into = [NewUnit("D", "Xã D"), NewUnit("E", "Xã E")]
    land.do(lambda w: unit_events.split(w, land.operator, b, into, DECIDED))
    d, later = land.unit("D"), ON + timedelta(days=30)
    assert tree(land).heir_on(b, ON) == d
    land.do(lambda w: unit_events.abolish(w, land.operator, d, Decided(later)))
    assert tree(land).heir_on(b, ON) == d
    assert tree(land).heir_on(b, later) is None
    assert tree(land).successors_on(b, later) == (land.unit("E"),)


def test_a_unit_that_goes_on_after_a_split_has_its_own_heir(land: Office) -> None:
    """What was parted from it inherits nothing when it is merged later."""
    b, c, d = land.unit("B"), land.unit("C"), NewUnit("A0", "Xã D")
    land.do(lambda w: unit_events.split(w, land.operator, b, [b, d], DECIDED))
    later = ON + timedelta(days=30)
    land.merge(["B"], "C", later)
    assert tree(land).heir_on(b, later) == c
    assert tree(land).successors_on(b, later) == (c,)
    assert tree(land).descent(b, later) == {c}
