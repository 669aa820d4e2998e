"""The record of acts at the terminal: by keys alone, page by page, only for who may read it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from admin_tui import act_words
from admin_tui.services import ServiceReading
from feedback.domain.cases.kinds import Choice
from feedback.domain.cases.life import CaseAct
from feedback.domain.roles import Role
from feedback.services import people
from feedback.services.cases import casework, concerns
from feedback.services.passwords import hashed
from feedback.store.work import Store
from tests.admin_tui.at_cases import WebAccess
from tests.admin_tui.driving import Driver, driven
from tests.admin_tui.office import PASSWORD
from tests.casework.bureau import Bureau, bureau
from tests.conftest import Hands
from tests.indices.conftest import OPERATOR


@pytest.fixture
def one(sqlite_store: Store, clock: Hands) -> Bureau:
    """A province with two communes."""
    return bureau(sqlite_store, clock)


@asynccontextmanager
async def signed_in(office: Bureau, name: str) -> AsyncIterator[Driver]:
    """Sign someone in."""
    with office.store.work() as work:
        people.set_password(work, OPERATOR, name, hashed(PASSWORD), must_change=False)
    access = WebAccess(office.store)
    async with driven(ServiceReading(access), errors=access.noted) as driver:
        await driver.sign_in(name)
        await driver.see("Đơn vị (")
        yield driver
        assert not access.noted, access.noted


async def test_an_auditor_reads_who_did_what_and_why(one: Bureau) -> None:
    """In words, the newest first; all of one act on Enter, with its reason."""
    case = one.told()
    one.does(casework.take, "handler A", case.code)
    one.does(casework.close, "moderator", case.code, "trùng [b]việc[/b] \x1b[2J khác")
    async with signed_in(one, "auditor") as driver:
        await driver.see("F12 Nhật ký")
        await driver.press("f12")
        await driver.see("HÀI LÒNG · Nhật ký", "Kết thúc việc", "Nhận việc", case.code)
        await driver.press("f2")
        await driver.see("Lọc nhật ký")
        await driver.type("moderator")
        for _ in range(5):
            await driver.press("enter")
        await driver.until(lambda: "Nhận việc" not in driver.text)
        await driver.see("Kết thúc việc")
        await driver.press("f7")
        await driver.see("Xem thao tác nào?", "kết quả")
        await driver.type("ket thuc viec")
        await driver.press("enter")
        await driver.see("moderator, Kết thúc việc")
        await driver.press("enter")
        await driver.see("Thao tác số", "Trước: Đang xử lý", "Vì sao: trùng [b]việc[/b] ␛[2J khác")


async def test_the_record_is_turned_page_by_page(one: Bureau) -> None:
    """Older to the right, newer to the left, and never past either end."""
    case = one.told()
    for number in range(60):
        one.does(casework.note, "handler A", case.code, f"Ghi chú {number}")
    async with signed_in(one, "auditor") as driver:
        await driver.press("ctrl+y")
        await driver.see("trang 1, còn trang cũ hơn")
        await driver.press("left")
        await driver.see("trang 1")
        await driver.press("right")
        await driver.see("trang 2 ·")
        await driver.press("right")
        await driver.see("trang 2 ·")
        await driver.press("left")
        await driver.see("trang 1, còn trang cũ hơn")
        await driver.press("escape")
        await driver.see("Các đơn vị")


async def test_what_was_done_with_a_matter_about_the_reader_is_not_shown(one: Bureau) -> None:
    """Neither by its code nor by any count; other sealed matters are, and say so."""
    own = one.told("Chuyện ở quầy.", choice=Choice.MISCONDUCT)
    other = one.told("Chuyện khác.", choice=Choice.MISCONDUCT)
    for case in (own, other):
        one.does(casework.take, "inspector P", case.code)
    one.does(concerns.concern, "operator", own.code, "auditor", "được nêu tên")
    async with signed_in(one, "auditor") as driver:
        await driver.press("f12")
        await driver.see("Nhận việc", f"{other.code} · kín")
        assert own.code not in driver.text


@pytest.mark.parametrize("name", ["handler A", "moderator", "inspector", "auditor A"])
async def test_who_may_not_read_the_record_is_not_offered_it(one: Bureau, name: str) -> None:
    """The key says so in words; an auditor of a part of the office is not one of the whole."""
    with one.store.work() as work:
        unit = one.world.units["A"]
        people.add(work, OPERATOR, "auditor A", Role.AUDITOR, unit, hashed(PASSWORD))
    async with signed_in(one, name) as driver:
        assert "Nhật ký" not in driver.text
        await driver.press("f12")
        await driver.see("Vai trò của ông/bà không")


def test_every_act_with_a_case_has_words() -> None:
    """But those that a citizen does, which are not in the record."""
    by_citizens = {CaseAct.FILE, CaseAct.ADD, CaseAct.WITHDRAW, CaseAct.JUDGE, CaseAct.CONTEST}
    for act in set(CaseAct) - by_citizens:
        assert f"case.{act.value}" in act_words.ACTS
    assert act_words.act("something [b]new\x1b") == "something [b]new␛"
