"""One quarter with a merger, a split and a retype: each poster leads on, and says what it was."""

from datetime import date

import pytest

from feedback.domain.desks import Outcome
from feedback.services import places
from feedback.services.places import desk_acts, unit_events
from feedback.services.places.unit_events import Decided
from tests.places.conftest import Office

JULY = date(2025, 7, 1)
BASIS = "NQ 1685/NQ-UBTVQH15"
BEFORE = """code,name,kind,parent_code,valid_from
79,Thành phố Hồ Chí Minh,city,,2020-01-01
761,Quận 12,urban_district,79,2020-01-01
26764,Phường Thạnh Xuân,ward,761,2020-01-01
26770,Phường Hiệp Thành,ward,761,2020-01-01
26782,Phường Tân Thới Hiệp,ward,761,2020-01-01
26773,Phường Thới An,ward,761,2020-01-01
51,Tỉnh Quảng Ngãi,province,,2020-01-01
21124,Xã Trà Lâm,commune,51,2020-01-01
21121,Xã Trà Hiệp,commune,51,2020-01-01
21130,Xã Trà Thanh,commune,51,2020-01-01
74,Tỉnh Bình Dương,province,,2020-01-01
25741,Phường Hiệp Thành,ward,74,2020-01-01
25747,Phường Thủ Dầu Một,ward,74,2020-01-01
25750,Phường Phú Lợi,ward,74,2020-01-01
24,Tỉnh Bắc Ninh,province,,2020-01-01
07294,Xã Bố Hạ,commune,24,2020-01-01
"""
DESKS = """unit_code,name
26770,Quầy 1
21121,Quầy 1
25741,Quầy 1
07294,Quầy 1
"""


@pytest.fixture
def past(office: Office) -> Office:
    """May 2025, with a desk in each of four units that will not stay what they are."""
    office.on(date(2025, 5, 20))
    office.units(BEFORE)
    office.desks(DESKS)
    return office


@pytest.fixture
def reform(past: Office) -> Office:
    """The first day of the reform."""
    past.on(JULY)
    operator = past.operator
    past.merge(["26770", "26782"], "26782", JULY, BASIS)
    past.merge(["26764", "26773"], "26773", JULY, BASIS)
    for code in ("26782", "26773"):
        unit, city = past.unit(code), past.unit("79")
        past.do(lambda w, u=unit, c=city: unit_events.move(w, operator, u, c, Decided(JULY, BASIS)))
    past.do(lambda w: unit_events.abolish(w, operator, past.unit("761"), Decided(JULY, BASIS)))
    past.merge(["21124", "21121", "21130"], "21124", JULY)
    past.do(
        lambda w: unit_events.rename(
            w, operator, past.unit("21124"), "Xã Thanh Bồng", Decided(JULY, "NQ 1677")
        )
    )
    past.merge(["74"], "79", JULY)
    past.merge(["25741"], "25747", JULY)
    past.merge(["25741"], "25750", JULY)
    return past


def landed(office: Office, code: str) -> tuple[Outcome, str, str | None]:
    found = office.land(code)
    assert found.desk is not None
    return found.outcome, found.desk.unit_name, found.formerly


def test_before_the_reform_every_poster_is_at_home(past: Office) -> None:
    for row in past.listed():
        assert landed(past, row.code.short_code) == (Outcome.HERE, row.card.unit_name, None)


def test_posters_of_abolished_units_land_on_the_successor_and_say_so(reform: Office) -> None:
    quan_12, tra_hiep, hiep_thanh, bo_ha = [row.code.token for row in reform.listed()]
    assert landed(reform, quan_12) == (Outcome.MOVED, "Phường Tân Thới Hiệp", "Phường Hiệp Thành")
    assert landed(reform, tra_hiep) == (Outcome.MOVED, "Xã Thanh Bồng", "Xã Trà Hiệp")
    assert landed(reform, hiep_thanh) == (Outcome.MOVED, "Phường Thủ Dầu Một", "Phường Hiệp Thành")
    assert landed(reform, bo_ha) == (Outcome.HERE, "Xã Bố Hạ", None)


def test_after_a_split_the_office_says_which_successor_a_desk_belongs_to(reform: Office) -> None:
    row = reform.listed()[2]
    phu_loi = reform.unit("25750")
    reform.on(date(2025, 7, 2))
    reform.do(
        lambda w: desk_acts.move_to_unit(
            w, reform.operator, reform.codes, row.card.id, phu_loi, date(2025, 7, 2), "trụ sở mới"
        )
    )
    assert landed(reform, row.code.token) == (Outcome.MOVED, "Phường Phú Lợi", "Phường Thủ Dầu Một")
    new = reform.listed()[2].code
    assert new.short_code != row.code.short_code
    assert landed(reform, new.token) == (Outcome.HERE, "Phường Phú Lợi", None)


def test_a_retype_leaves_the_poster_at_home_and_its_old_name_is_said(reform: Office) -> None:
    day = date(2026, 9, 20)
    unit = reform.unit("07294")
    reform.do(
        lambda w: unit_events.retype(w, reform.operator, unit, "ward", Decided(day, "NQ 388"))
    )
    poster = reform.listed()[3].code.token
    reform.on(date(2026, 9, 19))
    assert landed(reform, poster) == (Outcome.HERE, "Xã Bố Hạ", None)
    reform.on(day)
    assert landed(reform, poster) == (Outcome.HERE, "Phường Bố Hạ", "Xã Bố Hạ")


def test_the_desk_counts_for_the_unit_of_each_day(reform: Office) -> None:
    desk = reform.listed()[0].card.id
    names = [
        reform.look(lambda w, d=day: places.desk_cards(w, [desk], d))[desk].unit_name
        for day in (date(2025, 6, 30), JULY)
    ]
    assert names == ["Phường Hiệp Thành", "Phường Tân Thới Hiệp"]


def test_successors_list_the_desks_that_came_to_them(reform: Office) -> None:
    unit = reform.unit("26782")
    assert [c.name for c in reform.look(lambda w: places.desks_of(w, unit))] == ["Quầy 1"]


def test_a_poster_printed_after_the_reform_says_nothing_of_it(reform: Office) -> None:
    from feedback.services.places.printing import mark_printed, printable

    def reprint(work: object) -> None:
        mark_printed(work, reform.operator, printable(work, reform.operator))

    reform.on(date(2025, 7, 3))
    reform.do(reprint)
    for row in reform.listed():
        assert landed(reform, row.code.token) == (Outcome.HERE, row.card.unit_name, None)
