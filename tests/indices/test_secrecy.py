"""The rated never learn who rated: figures and comments in batches, accusations to the inspector."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.domain.query import By, IndexQuery, IndexTable, Note
from feedback.domain.roles import Role, Viewer
from feedback.services import comments, indices
from feedback.services.refusals import NotAllowed
from feedback.store.work import Store
from tests.indices.conftest import OPERATOR, World, bare, viewer
from tests.indices.test_table import sizes

WEDNESDAY = date(2026, 8, 12)
TUESDAY = WEDNESDAY - timedelta(days=1)
MONDAY = WEDNESDAY - timedelta(days=2)


def seen(world: World, role: Role, unit: str | None = "A", **query) -> IndexTable:
    """Ask as someone of the staff of a unit."""
    with world.store.look() as work:
        return indices.index(work, viewer(world, role, unit), IndexQuery(**query))


def read(world: World, who: Viewer, **where) -> comments.CommentPage:
    with world.store.look() as work:
        return comments.visible(work, who, **where)


def test_today_is_live_for_those_who_rate_nobody_and_unseen_by_the_rated(world: World) -> None:
    """An admin sees a rating at once; a supervisor the next working day."""
    world.rate("a1", "A", WEDNESDAY, [5] * 6)
    assert sizes(seen(world, Role.ADMIN)) == {"A": 6}
    table = seen(world, Role.SUPERVISOR)
    assert sizes(table) == {"A": 0}
    assert (table.until, Note.BATCHED in table.notes) == (TUESDAY, True)
    world.store.clock.move(days=1)
    assert sizes(seen(world, Role.SUPERVISOR)) == {"A": 6}


def test_fewer_than_five_at_a_desk_wait_for_more(world: World) -> None:
    """Each desk gathers its own batch; the whole is the sum of what was released."""
    world.rate("a1", "A", MONDAY, [5] * 4)
    world.rate("a2", "A", MONDAY, [1] * 5)
    assert sizes(seen(world, Role.SUPERVISOR)) == {"A": 5}
    assert sizes(seen(world, Role.SUPERVISOR, by=By.DESK)) == {"a2": 5}
    world.rate("a1", "A", TUESDAY, [5])
    assert sizes(seen(world, Role.SUPERVISOR)) == {"A": 10}


def test_an_office_may_ask_for_more_but_not_for_fewer(world: World) -> None:
    """The floor is a setting that cannot go below five."""
    world.rate("a1", "A", MONDAY, [5] * 7)
    supervisor = viewer(world, Role.SUPERVISOR, "A")
    with world.store.look() as work:
        assert sizes(indices.index(work, supervisor, IndexQuery(), floor=8)) == {"A": 0}
        assert sizes(indices.index(work, supervisor, IndexQuery(), floor=1)) == {"A": 7}
    world.rate("a2", "A", MONDAY, [5] * 4)
    with world.store.look() as work:
        assert sizes(indices.index(work, supervisor, IndexQuery(), floor=1)) == {"A": 7}


def test_no_choice_of_days_takes_a_batch_apart(world: World) -> None:
    """Five over five days are one batch, dated by its last day."""
    for day in range(5):
        world.rate("a1", "A", date(2026, 8, 3) + timedelta(days=day), [day + 1])
    for day in range(3, 7):
        alone = date(2026, 8, day)
        assert sizes(seen(world, Role.SUPERVISOR, first=alone, last=alone)) == {"A": 0}
    last = date(2026, 8, 7)
    assert sizes(seen(world, Role.SUPERVISOR, first=last, last=last)) == {"A": 5}
    assert sizes(seen(world, Role.ADMIN, first=last, last=last)) == {"A": 1}


@settings(max_examples=30)
@given(
    st.lists(st.integers(0, 6), min_size=1, max_size=8),
    st.lists(st.integers(0, 10), min_size=4, max_size=4).map(sorted),
    st.integers(0, 12),
)
def test_no_subtraction_leaves_fewer_than_five(fresh, counts, cuts, wait) -> None:
    """Days within days, asked sooner or later: the difference is nobody or whole batches."""
    world, unit = fresh()
    begin = date(2026, 8, 3)
    for offset, n in enumerate(counts):
        world.rate(f"{unit}1", unit, begin + timedelta(days=offset), [5] * n)
    found = []
    for days in (cuts[1:3], cuts[0::3]):
        first, last = (begin + timedelta(days=n) for n in days)
        found.append(sizes(seen(world, Role.SUPERVISOR, unit, first=first, last=last))[unit])
        world.store.clock.move(days=wait)
    world.store.clock.move(days=-2 * wait)
    gap = found[1] - found[0]
    assert gap == 0 or gap >= 5


@pytest.fixture
def fresh(sqlite_store: Store):
    """Makes a unit with a desk of its own for every example."""
    made = bare(sqlite_store)

    def another() -> tuple[World, str]:
        unit = f"A{len(made.units)}"
        made.unit(unit)
        made.desk(f"{unit}1", unit)
        return made, unit

    return another


def test_the_rated_are_not_told_through_which_door_people_came(world: World) -> None:
    """Who used the tablet can be seen at the desk."""
    with pytest.raises(NotAllowed):
        seen(world, Role.HANDLER, by=By.CHANNEL)
    seen(world, Role.MODERATOR, by=By.CHANNEL)


def test_every_cut_the_rated_may_ask_for_is_made_of_whole_batches(world: World) -> None:
    """By month, service, factor and group the waiting ratings stay out as well."""
    world.rate("a1", "A", MONDAY, [5] * 5, service=1, answers={"staff": 1})
    world.rate("a1", "A", MONDAY, [5] * 4, service=2, answers={"staff": 1})
    for by in (By.MONTH, By.SERVICE, By.GROUP, By.DESK, By.UNIT):
        rows = seen(world, Role.SUPERVISOR, by=by).rows
        assert sum(row.figure.counts.n for row in rows) == 5, by
    staff = {r.of_part.code: r for r in seen(world, Role.SUPERVISOR, by=By.FACTOR).rows}["staff"]
    assert staff.figure.counts.n == 5


def test_reasons_for_setting_aside_are_for_those_who_rate_nobody(world: World) -> None:
    """A count of one reason would point at one person."""
    world.rate("a1", "A", MONDAY, [5] * 5)
    assert seen(world, Role.SUPERVISOR, explain=True).set_aside == ()


def test_comments_come_with_their_batch_and_without_a_day(world: World) -> None:
    """From the next working day, with at least five ratings, with the week only."""
    world.rate("a1", "A", TUESDAY, [1], comment="chờ lâu quá")
    supervisor = viewer(world, Role.SUPERVISOR, "A")
    assert read(world, supervisor).rows == ()
    world.rate("a1", "A", TUESDAY, [5] * 4)
    (only,) = read(world, supervisor).rows
    assert (only.text, only.week, only.day, only.level) == ("chờ lâu quá", MONDAY, None, None)
    (live,) = read(world, viewer(world, Role.MODERATOR, "A")).rows
    assert (live.day, live.level) == (TUESDAY, 1)


def test_a_comment_added_later_waits_for_a_later_batch(world: World) -> None:
    """What is written on Wednesday about Monday is not told from Monday's batch by its absence."""
    world.rate("a1", "A", MONDAY, [5] * 5)
    world.rate("a1", "A", WEDNESDAY, [2], comment="quên nói: ghế hỏng")
    assert read(world, viewer(world, Role.SUPERVISOR, "A")).rows == ()


def test_accusations_go_to_the_inspector_only(world: World) -> None:
    """And to the operator of the machine; nobody else knows that there are any."""
    world.rate("a1", "A", MONDAY, [1] * 5, comment="cán bộ đòi tiền bôi trơn")
    world.rate("a1", "A", MONDAY, [4], comment="tốt")
    for role in (Role.SUPERVISOR, Role.HANDLER, Role.MODERATOR, Role.ADMIN, Role.AUDITOR):
        assert {c.text for c in read(world, viewer(world, role, "A")).rows} == {"tốt"}, role
    found = read(world, viewer(world, Role.INSPECTOR, "A")).rows
    assert sum(comment.accuses for comment in found) == 5
    assert len(read(world, OPERATOR).rows) == 6


def test_integrity_reads_no_comments_and_nobody_reads_elsewhere(world: World) -> None:
    """Evidence is one role's matter, words are others'."""
    world.rate("b1", "B", MONDAY, [5] * 5, comment="tốt")
    with pytest.raises(NotAllowed):
        read(world, viewer(world, Role.INTEGRITY, "A"))
    with pytest.raises(NotAllowed):
        read(world, viewer(world, Role.MODERATOR, "A"), unit=world.units["B"])
    with pytest.raises(NotAllowed):
        read(world, viewer(world, Role.MODERATOR, "A"), desk=world.desks["b1"])
    assert read(world, viewer(world, Role.MODERATOR, "A")).rows == ()


def test_the_order_of_comments_says_nothing_and_stays(world: World) -> None:
    """Within a week they are shuffled, the same way at each look."""
    for number in range(20):
        world.rate("a1", "A", MONDAY, [5], comment=f"ý kiến {number}")
    supervisor = viewer(world, Role.SUPERVISOR, "A")
    first = [c.text for c in read(world, supervisor).rows]
    given_ = [f"ý kiến {n}" for n in range(20)]
    assert sorted(first) == sorted(given_)
    assert first not in (given_, given_[::-1])
    assert [c.text for c in read(world, supervisor).rows] == first


def test_pages_hold_every_comment_once(world: World) -> None:
    """Twenty a page, and whether there is another."""
    for number in range(23):
        world.rate("a1", "A", MONDAY, [5], comment=f"ý kiến {number}")
    supervisor = viewer(world, Role.SUPERVISOR, "A")
    pages = [read(world, supervisor, page=n, size=10) for n in range(3)]
    assert [(len(page.rows), page.more) for page in pages] == [(10, True), (10, True), (3, False)]
    assert len({c.text for page in pages for c in page.rows}) == 23


def test_text_is_given_literally(world: World) -> None:
    """Markup, direction marks and decomposed letters come out as they came in."""
    nasty = "[b]đậm[/b] \u202eđảo\u202c <script> Tie\u0302\u0301ng"
    world.rate("a1", "A", MONDAY, [5], comment=nasty)
    (only,) = read(world, viewer(world, Role.ADMIN, "A"), desk=world.desks["a1"]).rows
    assert only.text == nasty
