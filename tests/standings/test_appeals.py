"""A unit appeals against a rating it holds untrue: told little, decided by someone else, once."""

from datetime import date

import pytest

from feedback.domain.channels import Standing
from feedback.domain.roles import Role, Viewer
from feedback.services import appeals, comments, standings
from feedback.services.appeals import Decision
from feedback.services.recount import recount
from feedback.services.refusals import NotAllowed, NotFound, Refusal
from feedback.store.work import Store
from tests.indices.conftest import OPERATOR, World, bare, viewer

DAY = date(2026, 8, 3)
WHY = "Hôm đó quầy không mở, không thể có lượt này."


@pytest.fixture
def office(store: Store) -> World:
    """Two units whose comments are released to them."""
    made = bare(store)
    for name in ("A", "B"):
        made.unit(name)
        made.desk(name.lower(), name)
        made.rate(name.lower(), name, DAY, [1, 2, 5, 4, 3], comment=f"lời ở {name}")
    return made


def handles(office: World, who: Viewer, unit: str) -> list[str]:
    """Give the handles of the comments that someone reads."""
    with office.store.look() as work:
        page = comments.visible(work, who, unit=office.units[unit])
    return [row.handle for row in page.rows]


def test_an_upheld_appeal_sets_the_rating_aside_and_a_rejected_one_does_not(office: World) -> None:
    """Either way it is decided once, and the tallies are those of a recount."""
    own = viewer(office, Role.SUPERVISOR, "A")
    one, other = handles(office, own, "A")[:2]
    with office.store.work() as work:
        numbers = [appeals.appeal(work, own, office.units["A"], h, WHY) for h in (one, other)]
        appeals.decide(work, OPERATOR, numbers[0], Decision.UPHELD, "đúng là quầy đóng cửa")
        appeals.decide(work, OPERATOR, numbers[1], Decision.REJECTED, "không có căn cứ")
        aside = standings.listed(work, OPERATOR, DAY, DAY, standing=Standing.SET_ASIDE)
        assert len(aside) == 1
        assert recount(work) == ()
    with pytest.raises(Refusal), office.store.work() as work:
        appeals.decide(work, OPERATOR, numbers[0], Decision.REJECTED, "đổi ý")
    with pytest.raises(Refusal), office.store.work() as work:
        appeals.appeal(work, own, office.units["A"], one, WHY)


def test_the_unit_learns_neither_the_rating_nor_another_units_appeals(office: World) -> None:
    """It sees its own appeals and what was decided, without the rating's number."""
    own, other = viewer(office, Role.SUPERVISOR, "A"), viewer(office, Role.SUPERVISOR, "B")
    with office.store.work() as work:
        appeals.appeal(work, own, office.units["A"], handles(office, own, "A")[0], WHY)
        (mine,) = appeals.listed(work, own)
        assert (mine.appeal.rating, mine.words) == (0, ())
        assert appeals.listed(work, other) == ()
        (seen,) = appeals.listed(work, OPERATOR)
        assert seen.words == ("lời ở A",)
        assert seen.appeal.reason == WHY


def test_nobody_appeals_against_what_they_do_not_see_nor_decides_their_own(office: World) -> None:
    """Another unit's handle is unknown; whoever appealed does not decide."""
    own = viewer(office, Role.SUPERVISOR, "A")
    foreign = handles(office, OPERATOR, "B")[0]
    with pytest.raises(NotFound), office.store.work() as work:
        appeals.appeal(work, own, office.units["A"], foreign, WHY)
    with pytest.raises(NotAllowed), office.store.work() as work:
        appeals.appeal(work, own, office.units["B"], foreign, WHY)
    with office.store.work() as work:
        number = appeals.appeal(work, OPERATOR, office.units["A"], foreign_free(office), WHY)
    with pytest.raises(Refusal), office.store.work() as work:
        appeals.decide(work, OPERATOR, number, Decision.UPHELD, "tôi tự quyết")
    with pytest.raises(NotAllowed), office.store.work() as work:
        appeals.decide(work, own, number, Decision.UPHELD, "tôi muốn vậy")


def foreign_free(office: World) -> str:
    """Give a handle of unit A."""
    return handles(office, OPERATOR, "A")[0]


def test_who_decides_reads_no_accusation_that_came_with_the_same_rating(office: World) -> None:
    """The plain words were shown to the unit and appealed against; the others are a sealed case's."""
    day = date(2026, 8, 4)
    office.rate("a", "A", day, [1, 2, 5, 4, 3], comment="chờ lâu")
    office.people -= 5
    office.rate("a", "A", day, [1], comment="Cán bộ quầy này đòi phong bì mới nhận hồ sơ.")
    own = viewer(office, Role.SUPERVISOR, "A")
    with office.store.work() as work:
        for handle in handles(office, own, "A"):
            appeals.appeal(work, own, office.units["A"], handle, WHY)
        for role, held_back in ((Role.MODERATOR, 0), (Role.INTEGRITY, 0), (Role.OPERATOR, 1)):
            read = " ".join(
                w for one in appeals.listed(work, viewer(office, role)) for w in one.words
            )
            assert "chờ lâu" in read
            assert read.count("phong bì") == held_back


def test_a_verdict_taken_back_does_not_undo_an_upheld_appeal(office: World) -> None:
    """Two who found a rating untrue each did so for themselves."""
    own = viewer(office, Role.SUPERVISOR, "A")
    with office.store.work() as work:
        number = appeals.appeal(work, own, office.units["A"], handles(office, own, "A")[0], WHY)
        (seen,) = appeals.listed(work, OPERATOR)
        rating = seen.appeal.rating
        standings.follow_verdict(work, OPERATOR, rating, "HS-1", false=True)
        appeals.decide(work, OPERATOR, number, Decision.UPHELD, "đúng là quầy đóng cửa")
        standings.follow_verdict(work, OPERATOR, rating, "HS-1", false=False)
        aside = standings.listed(work, OPERATOR, DAY, DAY, standing=Standing.SET_ASIDE)
        assert [one.id for one in aside] == [rating]
        assert recount(work) == ()
