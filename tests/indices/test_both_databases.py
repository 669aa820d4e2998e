"""Everything that reads, once on each of the two databases: the same answers from the same facts."""

from datetime import date

import pytest

from feedback.domain.channels import Channel
from feedback.domain.periods import period
from feedback.domain.query import By, IndexQuery, TreeOf
from feedback.domain.roles import Role
from feedback.services import comments, indices, publishing, targets
from feedback.store.work import Store
from tests.indices.conftest import OPERATOR, World, bare, viewer


@pytest.fixture
def office(store: Store) -> World:
    """A province with two communes, rated through two doors, with answers and comments."""
    made = bare(store)
    made.unit("P")
    for code in ("A", "B"):
        made.unit(code, "P", group="Cụm")
        made.desk(f"{code}1", code)
    for day in (date(2026, 6, 29), date(2026, 7, 6), date(2026, 7, 7)):
        made.rate("A1", "A", day, [5, 4, 1, 5, 5], answers={"staff": 4}, comment="tốt")
        made.rate("B1", "B", day, [2], channel=Channel.KIOSK)
    return made


@pytest.mark.parametrize("tree", TreeOf)
def test_every_cut_adds_up(office: World, tree: TreeOf) -> None:
    """By every key, on both trees, over odd days: the parts make the whole."""
    days = {"first": date(2026, 6, 30), "last": date(2026, 7, 6)}
    with office.store.look() as work:
        for by in (By.DESK, By.SERVICE, By.MONTH, By.CHANNEL, By.GROUP):
            query = IndexQuery(unit=office.units["P"], by=by, tree=tree, **days)
            table = indices.index(work, OPERATOR, query)
            assert sum(row.figure.counts.n for row in table.rows) == 6, by
        factor = IndexQuery(by=By.FACTOR, tree=tree, explain=True)
        rows = indices.index(work, OPERATOR, factor).rows
        assert {row.of_part.code: row.figure.counts.n for row in rows}["staff"] == 15
        assert indices.index(work, OPERATOR, IndexQuery()).first == date(2026, 6, 29)


def test_the_rated_see_batches_and_comments(office: World) -> None:
    """Days and batches are the same on both databases."""
    supervisor = viewer(office, Role.SUPERVISOR, "A")
    with office.store.look() as work:
        table = indices.index(work, supervisor, IndexQuery(by=By.MONTH))
        assert {row.of_part.code: row.figure.counts.n for row in table.rows} == {
            "2026-06": 5,
            "2026-07": 10,
        }
        assert len(comments.visible(work, supervisor).rows) == 15


def test_targets_and_publications_are_kept(office: World) -> None:
    """What an office decides is stored and comes back with the figures."""
    unit = office.units["A"]
    with office.store.work() as work:
        targets.set_target(work, OPERATOR, unit, "90", "QĐ 1", date(2026, 1, 1))
        publishing.publish(work, OPERATOR, period("2026Q2"), unit)
    with office.store.look() as work:
        (one,) = publishing.public_rows(work)
        assert one.table.rows[0].suppressed
        row = indices.index(work, OPERATOR, IndexQuery(unit=unit)).rows[0]
    assert (row.figure.target, row.figure.meets) == (9000, False)
