"""Every screen in two sizes, driven by keys alone."""

import re

import pytest
from textual.widgets import Input

from admin_tui.app import AdminApp
from admin_tui.ink import LIGHT
from admin_tui.screens.sign_in import SignIn
from admin_tui.screens.unit import Unit
from admin_tui.screens.units import Units
from admin_tui.trouble import SignedOut, Unavailable
from feedback.domain.roles import Role
from tests.admin_tui.driving import NARROW, SIZES, WIDE, Driver, at_work, driven
from tests.admin_tui.office import NAMES, PASSWORD, Office

_ENGLISH = re.compile(
    r"\b(the|search|quit|help|press|command|close|error|no matches|password|sign|page|loading)\b",
    re.IGNORECASE,
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize("size", SIZES)
async def test_a_person_signs_in_and_sees_the_units(size: tuple[int, int]) -> None:
    async with at_work(Office(), size) as driver:
        await driver.see(*NAMES, "91,26%", "MẪU", "Chưa có số liệu")
        assert "Quản trị" in driver.text
        assert "trực tiếp" in driver.text


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_wrong_with_the_machine_stands_in_the_line_of_status(
    size: tuple[int, int],
) -> None:
    office = Office()
    office.worries = ("lần sao lưu gần nhất đã 9 ngày", "2 tin đến chưa xử lý được")
    async with at_work(office, size) as driver:
        await driver.see("Lưu ý: lần sao lưu gần nhất đã 9 ngày", "trực tiếp")


async def test_a_wrong_password_is_refused_kindly_and_forgotten() -> None:
    async with driven(Office()) as driver:
        await driver.enter("lan.nguyen", "sai mat khau")
        await driver.see("Tên hoặc mật khẩu chưa đúng")
        assert driver.app.screen.query_one("#password", Input).value == ""


async def test_after_three_failures_one_has_to_wait() -> None:
    async with driven(Office()) as driver:
        for _ in range(3):
            await driver.enter("", "sai mat khau")
            await driver.see("Tên hoặc mật khẩu chưa đúng")
        await driver.see("Xin chờ")
        await driver.type(PASSWORD)
        await driver.press("enter")
        assert isinstance(driver.app.screen, SignIn)


async def test_a_one_time_code_is_asked_for_after_the_password() -> None:
    """A wrong one begins anew with the password; the field is there only when it is wanted."""
    async with driven(Office(code="123456")) as driver:
        assert not driver.app.screen.query("#code")
        for code, then in (("654321", "Mã chưa đúng"), ("123456", NAMES[1])):
            await driver.focus("#name")
            await driver.type("lan.nguyen")
            await driver.press("enter")
            await driver.type(PASSWORD)
            await driver.press("enter")
            await driver.see("Mã 6 số")
            await driver.until(lambda: getattr(driver.app.focused, "id", "") == "code")
            await driver.type(code)
            await driver.press("enter")
            await driver.see(then)
            if code == "654321":
                await driver.until(lambda: not driver.app.screen.query("#code"))
                driver.app.screen.query_one("#name", Input).value = ""


async def test_composed_letters_in_a_password_are_pointed_out() -> None:
    async with driven(Office()) as driver:
        await driver.focus("#password")
        await driver.type("mật")
        await driver.see("có chữ có dấu")


async def test_a_password_is_hidden_until_asked_for() -> None:
    async with driven(Office()) as driver:
        await driver.focus("#password")
        await driver.type("bi mat")
        assert "bi mat" not in driver.text
        await driver.press("ctrl+y")
        assert "bi mat" in driver.text


async def test_a_first_password_must_be_replaced() -> None:
    async with driven(Office(must_change=True)) as driver:
        await driver.sign_in()
        await driver.see("Đặt mật khẩu mới")
        for word in ("ngan", "ngan"):
            await driver.type(word)
            await driver.press("enter")
        await driver.see("ít nhất 10 ký tự")
        await driver.until(lambda: driver.app.focused is driver.app.screen.query_one("#new"))
        for _ in range(2):
            await driver.type("mot mat khau dai")
            await driver.press("enter")
        await driver.see("Các đơn vị", NAMES[1])


async def test_leaving_the_change_of_password_signs_out() -> None:
    async with driven(Office(must_change=True)) as driver:
        await driver.sign_in()
        await driver.press("escape")
        assert isinstance(driver.app.screen, SignIn)


@pytest.mark.parametrize("size", SIZES)
async def test_a_unit_has_its_figure_desks_factors_and_comments(size: tuple[int, int]) -> None:
    async with at_work(Office(), size) as driver:
        await driver.press("down", "enter")
        await driver.see("Xã Thanh Bồng", "91,26%", "Rất không hài lòng", "Từng tháng")
        await driver.press("2")
        await driver.see("Quầy 1 – Hộ tịch")
        await driver.press("3")
        await driver.see("Tiếp cận dịch vụ")
        await driver.press("4")
        await driver.see("Cô cán bộ hướng dẫn tận tình.", "11/08/2026")
        await driver.press("escape")
        assert isinstance(driver.app.screen, Units)


@pytest.mark.parametrize("back", ["escape", "0"])
async def test_escape_and_zero_go_back_and_backspace_never_does(back: str) -> None:
    async with at_work(Office()) as driver:
        await driver.press("enter")
        await driver.see("Trang đơn vị")
        await driver.press("backspace", "backspace")
        assert isinstance(driver.app.screen, Unit)
        await driver.press(back)
        assert isinstance(driver.app.screen, Units)


async def test_no_letter_is_a_command() -> None:
    async with at_work(Office()) as driver:
        for _ in range(2):
            before = driver.text
            await driver.press(*_LETTERS, *_LETTERS.upper(), "ư", "ơ", "backspace", "w")
            assert driver.text == before
            await driver.press("enter")
            await driver.see("Trang đơn vị")


async def test_the_arrows_open_and_close_branches() -> None:
    async with at_work(Office()) as driver:
        await driver.press("left")
        assert NAMES[1] not in driver.text
        await driver.press("right")
        assert NAMES[1] in driver.text
        await driver.press("1")
        assert NAMES[1] not in driver.text


@pytest.mark.parametrize("key", ["f2", "ctrl+f"])
async def test_a_unit_is_found_without_marks(key: str) -> None:
    async with at_work(Office()) as driver:
        await driver.press(key)
        await driver.type("thanh bong")
        await driver.see("1 kết quả", "Tỉnh Quảng Ngãi")
        await driver.press("enter")
        await driver.see("Trang đơn vị", "91,26%")


async def test_a_search_that_finds_nothing_says_so() -> None:
    async with at_work(Office()) as driver:
        await driver.press("f2")
        await driver.type("sao hoa")
        await driver.see("Không thấy đơn vị nào khớp")
        await driver.press("enter", "escape")
        assert isinstance(driver.app.screen, Units)


@pytest.mark.parametrize("key", ["f3", "ctrl+t"])
async def test_another_period_is_read_anew(key: str) -> None:
    office = Office()
    async with at_work(office) as driver:
        await driver.press(key)
        await driver.see("Quý trước", "01/04/2026–30/06/2026")
        await driver.press("2")
        await driver.see("Quý II/2026")
        await driver.until(lambda: str(office.asked[-1].first) == "2026-04-01")


async def test_any_two_days_make_a_period() -> None:
    office = Office()
    async with at_work(office) as driver:
        await driver.press("f3", "6")
        await driver.type("1/8/2026")
        await driver.press("enter")
        await driver.type("5/7/2026")
        await driver.press("enter")
        await driver.see("không được trước")
        driver.app.screen.query_one("#last", Input).value = "10/08/2026"
        await driver.press("enter")
        await driver.see("01/08/2026–10/08/2026")
        await driver.until(lambda: str(office.asked[-1].last) == "2026-08-10")
        assert str(office.asked[-1].before[0]) == "2026-07-22"


async def test_the_tree_of_now_is_one_key_away_and_named() -> None:
    office = Office()
    async with at_work(office) as driver:
        await driver.press("f3", "7")
        await driver.see("đơn vị hiện nay")
        await driver.until(lambda: office.asked[-1].tree.value == "now")


async def test_a_period_chosen_on_a_page_holds_for_the_list_below() -> None:
    office = Office()
    async with at_work(office) as driver:
        await driver.press("enter")
        await driver.see("Trang đơn vị")
        await driver.press("f3", "2")
        await driver.press("escape")
        await driver.until(lambda: str(office.asked[-1].first) == "2026-04-01")


@pytest.mark.parametrize("key", ["f9", "ctrl+p"])
async def test_the_palette_finds_commands_without_marks(key: str) -> None:
    async with at_work(Office()) as driver:
        await driver.press(key)
        await driver.type("dang xuat")
        await driver.see("1 kết quả", "Đăng xuất", "F4 hoặc Ctrl+O")
        await driver.press("enter")
        await driver.until(lambda: isinstance(driver.app.screen, SignIn))


@pytest.mark.parametrize("key", ["f1", "ctrl+g"])
async def test_help_explains_the_screen_one_is_on(key: str) -> None:
    async with at_work(Office()) as driver:
        await driver.press(key)
        await driver.see("Trợ giúp", "chọn đơn vị")
        await driver.press("escape", "enter")
        await driver.see("Trang đơn vị")
        await driver.press(key)
        await driver.see("chuyển giữa các phần")


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_on_any_screen_is_english(size: tuple[int, int]) -> None:
    async with driven(Office(must_change=True), size) as driver:
        seen = [driver.text]
        await driver.press("f1")
        seen.append(driver.text)
        await driver.press("escape")
        await driver.sign_in()
        seen.append(driver.text)
    async with at_work(Office(), size) as driver:
        for key in ("f1", "f2", "f3", "f9", "enter", "2", "3", "4", "f1", "ctrl+c"):
            await driver.press(key)
            seen.append(driver.text)
            if key in {"f1", "f2", "f3", "f9"}:
                await driver.press("escape")
    assert not [found for text in seen for found in _ENGLISH.findall(text)]


async def test_light_and_dark_can_be_changed() -> None:
    async with at_work(Office()) as driver:
        await driver.press("f8")
        assert driver.app.theme == "hailong-light"
        assert driver.app.ink is LIGHT
        await driver.see(*NAMES)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_trouble_is_told_kindly_and_passes(size: tuple[int, int]) -> None:
    office = Office()
    async with at_work(office, size) as driver:
        office.trouble = Unavailable()
        await driver.press("f5")
        await driver.see("Chưa đọc được dữ liệu", "mất kết nối, đang thử lại")
        assert NAMES[1] in driver.text
        office.trouble = None
        await driver.press("f5")
        await driver.until(lambda: "mất kết nối" not in driver.text.splitlines()[-2])


async def test_an_account_that_changed_is_signed_out() -> None:
    office = Office()
    async with at_work(office) as driver:
        office.trouble = SignedOut()
        await driver.press("f5")
        await driver.until(lambda: isinstance(driver.app.screen, SignIn))
        await driver.see("Tài khoản đã thay đổi")


async def test_a_database_that_does_not_open_is_told_on_the_first_screen() -> None:
    def opener() -> Office:
        raise OSError("no such file")

    noted: list[BaseException] = []
    app = AdminApp(opener, noted.append)
    async with app.run_test(size=NARROW) as pilot:
        driver = Driver(app, pilot)
        await driver.enter("lan", PASSWORD)
        await driver.see("Chưa đọc được dữ liệu")
    assert isinstance(app.opening.failure, OSError)
    assert noted == [app.opening.failure]


async def test_a_new_rating_shows_by_itself_to_those_who_rate_nobody() -> None:
    office = Office(Role.INSPECTOR)
    async with at_work(office) as driver:
        await driver.see("640")
        office.extra = 5
        office.news.set()
        await driver.see("645")


async def test_a_supervisor_is_told_up_to_which_day_figures_go() -> None:
    """What others give meanwhile is not read at once by those who are rated."""
    office = Office(Role.SUPERVISOR)
    async with at_work(office) as driver:
        await driver.see("số liệu đến hết ngày 11/08/2026", "Lãnh đạo đơn vị")
        assert "trực tiếp" not in driver.text
        asked = len(office.asked)
        office.news.set()
        await driver.until(lambda: not office.news.is_set())
        await driver.press("down")
        assert len(office.asked) == asked


async def test_only_rated_units_can_be_shown() -> None:
    async with at_work(Office()) as driver:
        await driver.press("f7")
        await driver.see("Đơn vị có số liệu (4)")
        assert NAMES[4] not in driver.text
        await driver.press("ctrl+l")
        await driver.see("Đơn vị (5)", NAMES[4])


async def test_whoever_walks_away_is_signed_out() -> None:
    app = AdminApp(Office, idle=0.5)
    async with app.run_test(size=NARROW) as pilot:
        driver = Driver(app, pilot)
        await driver.sign_in()
        await driver.until(lambda: isinstance(app.screen, SignIn))
        await driver.see("Đã tự đăng xuất")


async def test_quitting_closes_what_was_opened() -> None:
    office = Office()
    async with at_work(office) as driver:
        await driver.press("ctrl+q")
    assert office.closed
