"""Cases at the terminal, by keys alone and on a real store: queues, one case, what can be done."""

import re
from datetime import date

import pytest

from admin_tui.screens.cases import PAGE
from admin_tui.services import ServiceReading
from admin_tui.widgets.rows import Rows
from feedback.domain.cases.kinds import Choice
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Contact, Delivery
from feedback.domain.roles import Role
from feedback.services import followups, people, record
from feedback.services.cases import attachments, casework, handing
from feedback.services.passwords import hashed
from feedback.services.privacy import erasing
from feedback.store import cases
from feedback.store.work import Store
from tests.admin_tui.at_cases import (
    SlowAccess,
    WebAccess,
    begun,
    chosen,
    opened,
    pasted,
    said,
    working,
)
from tests.admin_tui.driving import NARROW, WIDE, driven
from tests.admin_tui.office import PASSWORD
from tests.casework.bureau import Bureau, bureau
from tests.conftest import Hands
from tests.indices.conftest import OPERATOR
from tests.privacy.pictures import with_place

_ENGLISH = re.compile(
    r"\b(search|quit|help|error|close|state|answer|case|loading)\b", re.IGNORECASE
)


@pytest.fixture
def one(sqlite_store: Store, clock: Hands) -> Bureau:
    """A province with two communes."""
    return bureau(sqlite_store, clock)


def recorded(office: Bureau, act: str) -> int:
    """Count acts of a kind in the record."""
    with office.store.look() as work:
        return len(record.search(work, office.by("operator"), act=act).rows)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_queue_tells_in_words_what_is_urgent(one: Bureau, size: tuple[int, int]) -> None:
    old = one.told("Chờ lâu quá.")
    one.clock.move(days=40)
    fresh = one.told("Ghế chờ hỏng.", desk="a2")
    async with working(one, "handler A", size) as driver:
        await driver.see("Cần làm 2", "Quá hạn 1", old.code, fresh.code, "quá hạn", "còn 10 ngày")
        lines = driver.text.splitlines()
        places = [next(n for n, t in enumerate(lines) if c.code in t) for c in (old, fresh)]
        assert places == sorted(places)
        assert not _ENGLISH.search(driver.text)
        await driver.press("3")
        await driver.until(lambda: fresh.code not in driver.text)
        await driver.see(old.code)


async def test_an_answer_is_written_from_a_template_and_looked_at_before_it_goes(
    one: Bureau,
) -> None:
    case = one.told("Phải chờ từ 8 giờ đến 11 giờ.")
    async with working(one, "handler A") as driver:
        await driver.press("enter")
        await driver.see(f"Việc {case.code}", "Phải chờ từ 8 giờ", "Người gửi: ẩn danh")
        await driver.press("f3")
        await driver.see("Người xử lý: handler A")
        assert "F3 Nhận" not in driver.text
        await driver.press("f2")
        await driver.see("Người dân sẽ đọc")
        await driver.press("f3")
        await chosen(driver, "da xem xet va tra loi", "Mẫu trả lời")
        await driver.see("[nội dung]")
        await driver.press("f2")
        await driver.see("Còn chỗ chưa viết: [nội dung]")
        await pasted(driver, "Từ thứ Hai có thêm một quầy.\nMong ông/bà thông cảm.")
        await driver.press("f5")
        await driver.see("Từ thứ Hai có thêm một quầy.", "Cuộn")
        await driver.press("escape")
        await driver.press("f2")
        await driver.see("không lấy lại được")
        await driver.press("enter")  # a second Enter is no yes
        assert one.read(case.id).state is CaseState.ACCEPTED
        await driver.press("1")
        await driver.see("Đã xong.")  # for three seconds, the state may be read again after it
        await driver.see("Đã trả lời")
    answered = one.read(case.id)
    assert answered.state is CaseState.ANSWERED
    assert "Từ thứ Hai có thêm một quầy.\nMong ông/bà thông cảm." in str(one.texts(case)[-1])


async def test_what_a_vietnamese_keyboard_sends_arrives_as_one_letter(one: Bureau) -> None:
    """Input methods send the bare letter, take it back, and send the letter with its mark."""
    case = one.told()
    async with working(one, "handler A") as driver:
        await opened(driver, case.code)
        await begun(driver, "ghi chu noi bo")
        await driver.see("0 / 10.000")
        await driver.press("d", "backspace", "đ", "a", "backspace", "ã")
        await driver.press("space", "x", "o", "n", "g")
        await driver.see("đã xong", "7 / 10.000")


async def test_a_draft_waits_while_one_looks_something_up(one: Bureau) -> None:
    case = one.told("Tôi hỏi về giấy khai sinh.")
    async with working(one, "handler A") as driver:
        await opened(driver, case.code)
        await driver.press("f2")
        await pasted(driver, "Kính gửi ông/bà, dở dang")
        await driver.press("f6")
        await driver.see("Tôi hỏi về giấy khai sinh.")
        await driver.press("escape")
        await driver.press("escape")
        await driver.see(f"Việc {case.code}")
        await driver.press("f2")
        await driver.see("Kính gửi ông/bà, dở dang")


async def test_the_second_of_two_is_told_and_overwrites_nothing(one: Bureau) -> None:
    case = one.told()
    async with working(one, "handler A") as driver:
        await opened(driver, case.code)
        await driver.press("f2")
        await pasted(driver, "Câu trả lời thứ hai.")
        one.does(casework.answer, "other A", case.code, "Câu trả lời thứ nhất.")
        await driver.press("f2")
        await driver.see("không lấy lại được")
        await driver.press("1")
        await driver.see("Chữ đã viết vẫn còn.")
        await driver.see("Câu trả lời thứ hai.")
    assert "Câu trả lời thứ nhất." in one.texts(case)
    assert "Câu trả lời thứ hai." not in one.texts(case)


async def test_a_sealed_case_is_nowhere_for_the_unit_and_open_to_the_inspector(
    one: Bureau,
) -> None:
    sealed = one.told("Bị đòi 500 nghìn ở quầy.", choice=Choice.MISCONDUCT)
    plain = one.told("Chờ lâu.")
    for name in ("handler A", "supervisor A"):
        async with working(one, name) as driver:
            await driver.see("Cần làm 1", plain.code)
            for tab in "123456789":
                await driver.press(tab)
                await driver.pilot.pause()
                assert sealed.code not in driver.text
            await driver.press("1", "f2")
            await driver.see("Tìm việc")
            await driver.type(sealed.code)
            await driver.press("enter")
            await driver.see("Không thấy việc nào khớp.")
    async with working(one, "inspector P") as driver:
        await driver.see("Kín 1", sealed.code)
        await opened(driver, sealed.code)
        await driver.see("Bị đòi 500 nghìn", "KÍN")


async def test_enter_twice_opens_what_is_found_now_and_not_before(one: Bureau) -> None:
    """While a search still runs, the row of the last one is no answer to it."""
    first, second = one.told("Chờ lâu."), one.told("Mất hồ sơ.")
    access = SlowAccess(one.store)
    async with working(one, "handler A", access=access) as driver:
        await driver.press("f2")
        await driver.type(first.code)
        await driver.press("enter")
        await driver.see("1 việc", first.code)
        access.open.clear()
        await driver.press("ctrl+u")
        await driver.type(second.code)
        await driver.press("enter", "enter")
        await driver.see("Đang tìm…", "Tìm việc")
        access.open.set()
        await driver.see("1 việc", second.code)
        await driver.press("enter")
        await driver.see(f"Việc {second.code}")


async def test_a_further_page_that_did_not_come_is_asked_for_again(one: Bureau) -> None:
    """The store was away for a moment; the rows below are there afterwards."""
    told = [one.told(f"Việc số {n}.") for n in range(PAGE + 1)]
    access = SlowAccess(one.store)
    async with working(one, "handler A", access=access) as driver:
        await driver.see(told[0].code)
        access.away = True
        await driver.press("end")
        await driver.see("Xin lưu ý")
        access.away = False
        await driver.press("up", "end")
        await driver.until(lambda: driver.app.screen.query_one(Rows).count == PAGE + 1)
        access.noted.clear()


async def test_an_erased_case_says_why_nothing_is_there(one: Bureau) -> None:
    """So that nobody takes an empty page for a fault."""
    case = one.told("Chuyện riêng của tôi.")
    with one.store.work() as work:
        erasing.erase_case(work, OPERATOR, case.code, "người dân đề nghị")
    async with working(one, "handler A") as driver:
        await driver.press("8")
        await driver.see(case.code)
        await driver.press("enter")
        await driver.see("nội dung đã được xoá")
        assert "Chuyện riêng" not in driver.text


async def test_who_filed_is_shown_once_for_a_reason_that_is_recorded(one: Bureau) -> None:
    case = one.told("Gọi lại giúp tôi.", contact=Contact("Nguyễn Thị Mận", "0912 345 678"))
    async with working(one, "moderator") as driver:
        await opened(driver, case.code)
        assert "Mận" not in driver.text
        await begun(driver, "xem ten")
        await driver.see("Tên, số điện thoại người gửi chỉ hiện một lần.")
        await driver.press("enter")
        await driver.see("Xin viết vài lời")
        await said(driver, "Gọi báo kết quả")
        await driver.see("Nguyễn Thị Mận", "0912 345 678", "Chỉ hiện lần này.")
        assert recorded(one, "case.unlock") == 1
        await driver.press("escape")
        await driver.until(lambda: "Mận" not in driver.text)


async def test_a_withdrawn_or_moved_case_is_left_with_a_word(one: Bureau) -> None:
    case = one.told()
    async with working(one, "handler A") as driver:
        await opened(driver, case.code)
        one.does(casework.take, "handler P", case.code)
        one.does(handing.forward, "handler P", case.code, one.world.units["B"], "Việc của xã B")
        await driver.press("f5")
        await driver.see("Việc cần xử lý")
        await driver.until(lambda: case.code not in driver.text)


async def test_each_screen_of_cases_explains_itself(one: Bureau) -> None:
    case = one.told()
    async with working(one, "handler A") as driver:
        await driver.press("f1")
        await driver.see("Việc gấp nhất đứng trước")
        await driver.press("escape")
        await opened(driver, case.code)
        await driver.press("f1")
        await driver.see("Tên và số điện thoại người gửi luôn được ẩn")
        await driver.press("escape")
        await driver.press("f2", "f1")
        await driver.see("Telex")


async def test_a_long_queue_is_read_on_as_one_looks_on(one: Bureau) -> None:
    """No more than a page is read at first, however many there are."""
    cases = [one.told(f"Việc số {n}.") for n in range(130)]
    async with working(one, "handler A") as driver:
        await driver.see("Cần làm 130")
        seen = set()
        for _ in range(20):
            seen |= {case.code for case in cases if case.code in driver.text}
            if len(seen) == len(cases):
                break
            await driver.press("pagedown")
            await driver.pilot.pause(0.05)
        assert len(seen) == len(cases)


async def test_a_photo_is_opened_elsewhere_by_a_link_and_its_code(one: Bureau) -> None:
    case = one.told("Ghế hỏng, xem ảnh.")
    with one.store.work() as work:
        attachments.add(work, case.id, attachments.prepared(with_place()), "web", "ghe.jpg")
    async with working(one, "handler A") as driver:
        await opened(driver, case.code)
        await driver.see("Ảnh")
        await driver.press("f6")
        await driver.see("quét mã bằng điện thoại", "https://danhgia.example.gov.vn/f/", "▀")
        await driver.press("escape")
        await driver.until(lambda: "/f/" not in driver.text)


async def test_a_low_rating_with_words_is_followed_up_with_an_outcome(one: Bureau) -> None:
    one.world.rate("a1", "A", date(2026, 8, 3), [1, 1, 2, 2, 2, 3], comment="Chờ ba tiếng.")
    one.clock.move(days=3)
    with one.store.work() as work:
        followups.gather(work)
    async with working(one, "supervisor A") as driver:
        await driver.press("7")
        await driver.see("Chờ ba tiếng.")
        before = len(followed(one))
        await driver.press("enter")
        await driver.see("Đã khắc phục", "Chờ ba tiếng.")
        await driver.press("down", "enter")
        await driver.see("Xin viết vài lời")
        await said(driver, "Đã gọi xin lỗi và giải thích")
        await driver.until(lambda: len(followed(one)) == before - 1)


def followed(office: Bureau) -> tuple[followups.Item, ...]:
    with office.store.look() as work:
        return followups.listed(work, office.by("operator"))


async def test_a_wide_screen_shows_what_was_said_beside_what_happened(one: Bureau) -> None:
    case = one.told("Phải đi lại ba lần.")
    one.does(casework.take, "handler A", case.code)
    async with working(one, "handler A", WIDE) as driver:
        await opened(driver, case.code)
        await driver.see("Phải đi lại ba lần.", "Nhận xử lý", "Gửi phản ánh")


async def test_who_reads_no_cases_is_told_so(one: Bureau) -> None:
    with one.store.work() as work:
        people.add(
            work, OPERATOR, "liêm", Role.INTEGRITY, None, hashed(PASSWORD), must_change=False
        )
    async with driven(ServiceReading(WebAccess(one.store))) as driver:
        await driver.sign_in("liêm")
        await driver.see("Đơn vị (")
        await driver.press("f6")
        await driver.see("Vai trò của ông/bà")


async def test_a_call_is_settled_with_its_outcome(one: Bureau) -> None:
    """The list shows whom to ring; once that is settled nobody is to be rung any more."""
    case = one.told("Chờ lâu quá.", contact=Contact("Lan", "0900 000 001"))
    one.does(casework.answer, "handler A", case.code, "Đã sửa.")
    with one.store.work() as work:
        cases.deliver(work, case.id, Delivery.CALL)
    async with working(one, "handler A") as driver:
        await driver.press("8")
        await driver.see(case.code, "GỌI ĐIỆN")
        await opened(driver, case.code)
        await driver.see("cần gọi điện")
        await begun(driver, "Đã gọi điện")
        await chosen(driver, "Đã báo được", "Gọi điện thế nào?")
        await said(driver, "Gọi lúc 9 giờ, gặp bà Lan", "Đã gọi điện")
        await driver.see("đã báo qua điện thoại")
        assert "0900" not in driver.text
    assert one.read(case.id).delivery is Delivery.PHONED
