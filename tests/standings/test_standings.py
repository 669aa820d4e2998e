"""Ratings set aside and brought back: by whom, with what trace, and what the index then shows."""

from datetime import date

import pytest

from feedback.domain.channels import Standing
from feedback.domain.ids import RatingId
from feedback.domain.query import IndexQuery
from feedback.domain.roles import Role, Viewer
from feedback.services import indices, standings
from feedback.services.recount import recount
from feedback.services.refusals import NotAllowed, NotFound, Refusal
from feedback.store import audit
from feedback.store.work import Store
from tests.indices.conftest import OPERATOR, World, bare, viewer

DAY = date(2026, 8, 3)


@pytest.fixture
def office(store: Store) -> World:
    """Two units with a desk and five ratings each, on each of the two databases."""
    made = bare(store)
    for name in ("A", "B"):
        made.unit(name)
        made.desk(name.lower(), name)
        made.rate(name.lower(), name, DAY, [5, 5, 4, 1, 2], answers={"staff": 3})
    return made


def ids(office: World, who: Viewer = OPERATOR) -> list[RatingId]:
    """Give the ids of the ratings someone may judge, newest first."""
    with office.store.look() as work:
        return [one.id for one in standings.listed(work, who, DAY, DAY)]


def figures(office: World) -> tuple[int, int, int]:
    """Give counted, raw and set aside of unit A."""
    with office.store.look() as work:
        table = indices.index(work, OPERATOR, IndexQuery(unit=office.units["A"]))
        counts = table.rows[0].figure.counts
    return counts.n, counts.raw, counts.set_aside


def test_what_is_set_aside_counts_no_more_and_can_come_back(office: World) -> None:
    """n and n_raw part, both tallies equal a recount, and bringing it back undoes all."""
    one = ids(office)[-1]
    with office.store.work() as work:
        standings.set_aside(work, OPERATOR, one, "nhân viên tự bấm")
    with office.store.look() as work:
        assert recount(work) == ()
    assert figures(office) == (4, 5, 1)
    with office.store.work() as work:
        standings.restore(work, OPERATOR, one, "đã kiểm tra, đúng là công dân")
    with office.store.look() as work:
        assert recount(work) == ()
        acts = [(row.act, row.reason) for row in audit.newest(work, 2)]
    assert figures(office) == (5, 5, 0)
    assert {act for act, _ in acts} == {"rating.standing"}
    assert "nhân viên tự bấm" in {reason for _, reason in acts}


def test_it_is_done_once_and_with_a_reason(office: World) -> None:
    """A second time, an empty reason and an unknown rating are told apart."""
    one = ids(office)[0]
    with office.store.work() as work:
        standings.set_aside(work, OPERATOR, one, "trùng lặp")
    for reason, error in (("trùng lặp", Refusal), ("  ", Refusal)):
        with pytest.raises(error), office.store.work() as work:
            standings.set_aside(work, OPERATOR, one, reason)
    with pytest.raises(NotFound), office.store.work() as work:
        standings.set_aside(work, OPERATOR, RatingId(7), "không có")


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.HANDLER, Role.ADMIN, Role.AUDITOR])
def test_the_rated_and_those_who_only_look_judge_no_rating(office: World, role: Role) -> None:
    """Only integrity, moderators and the operator do."""
    one = ids(office)[0]
    with pytest.raises(NotAllowed), office.store.work() as work:
        standings.set_aside(work, viewer(office, role, "A"), one, "không thích")
    with pytest.raises(NotAllowed), office.store.look() as work:
        standings.listed(work, viewer(office, role, "A"), DAY, DAY)


def test_one_unit_s_integrity_reaches_no_other_unit(office: World) -> None:
    """Neither in the list nor by the id."""
    own = viewer(office, Role.INTEGRITY, "A")
    every, mine = set(ids(office)), set(ids(office, own))
    assert len(every) == 10
    assert len(mine) == 5
    with pytest.raises(NotAllowed), office.store.work() as work:
        standings.set_aside(work, own, min(every - mine), "của nơi khác")


def test_a_rating_follows_the_verdict_of_its_case_and_no_other(office: World) -> None:
    """False sets it aside, a later verdict brings back only what a verdict set aside."""
    one, other = ids(office)[:2]
    with office.store.work() as work:
        standings.follow_verdict(work, OPERATOR, one, "HS-1", false=True)
        standings.set_aside(work, OPERATOR, other, "lý do khác")
        assert standings.follow_verdict(work, OPERATOR, other, "HS-2", false=False) is None
        standings.follow_verdict(work, OPERATOR, one, "HS-1", false=False)
        listed = standings.listed(work, OPERATOR, DAY, DAY, standing=Standing.SET_ASIDE)
    assert [(row.id, row.reason) for row in listed] == [(other, "lý do khác")]
    with office.store.look() as work:
        assert recount(work) == ()
