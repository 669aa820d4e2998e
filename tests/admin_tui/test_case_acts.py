"""Each act on a case at the terminal, by keys alone, and what the store holds afterwards."""

import re
from collections.abc import Awaitable, Callable

import pytest

from feedback.domain.cases.kinds import CaseKind, Verdict
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Case
from feedback.services.cases import casework
from feedback.store.work import Store
from tests.admin_tui.at_cases import begun, chosen, opened, pasted, said, working
from tests.admin_tui.driving import Driver
from tests.casework.bureau import Bureau, bureau
from tests.conftest import Hands

_ENGLISH = re.compile(
    r"\b(search|quit|help|error|close|state|answer|case|loading)\b", re.IGNORECASE
)


@pytest.fixture
def one(sqlite_store: Store, clock: Hands) -> Bureau:
    """A province with two communes."""
    return bureau(sqlite_store, clock)


Steps = Callable[[Driver, Bureau], Awaitable[None]]


async def _assigned(driver: Driver, office: Bureau) -> None:
    await begun(driver, "giao viec nay")
    await chosen(driver, "other", "Giao cho ai?")


async def _asked(driver: Driver, office: Bureau) -> None:
    await begun(driver, "hoi them nguoi dan")
    await pasted(driver, "Ông/bà cho biết ngày nộp hồ sơ.")
    await driver.press("f2")
    await driver.see("Esc Đóng")
    await driver.press("1")


async def _forwarded(driver: Driver, office: Bureau) -> None:
    await begun(driver, "chuyen viec nay")
    await chosen(driver, "UBND B", "Chuyển sang đơn vị nào?")
    await said(driver, "Việc của xã B", "Chuyển đến UBND B")


async def _referred(driver: Driver, office: Bureau) -> None:
    await begun(driver, "co quan khac giai quyet")
    await said(driver, "Chi cục Thuế", "Cơ quan nào giải quyết?")
    await said(driver, "Việc về thuế", "Vì sao?")
    await driver.see("“Chi cục Thuế: Việc về thuế”")
    await driver.press("1")


async def _classified(driver: Driver, office: Bureau) -> None:
    await begun(driver, "day la loai viec gi")
    await chosen(driver, "kien nghi", "Đây là loại việc gì?")
    await said(driver, "Đề nghị sửa quy định")


async def _found_false(driver: Driver, office: Bureau) -> None:
    await begun(driver, "su viec dung hay khong")
    await driver.see("Kiểm tra thấy thế nào?")
    await driver.type("khong dung")
    await driver.press("enter")
    await said(driver, "Camera cho thấy không có")


async def _closed(driver: Driver, office: Bureau) -> None:
    await begun(driver, "ket thuc viec nay")
    await said(driver, "Đã gặp và giải thích")
    await driver.see("Việc sẽ kết thúc.")
    await driver.press("1")


async def _spam(driver: Driver, office: Bureau) -> None:
    await begun(driver, "tin rac")
    await said(driver, "Quảng cáo")
    await driver.see("không ai trả lời")
    await driver.press("1")


async def _redacted(driver: Driver, office: Bureau) -> None:
    await begun(driver, "che ten")
    await driver.see("Che trong đoạn nào?")
    await driver.press("enter")
    await said(driver, "Có số điện thoại của người khác")
    await driver.see("Người xử lý sẽ đọc như thế này")
    await driver.press("f2")
    await driver.see("Nguyên văn được giữ kín.")
    await driver.press("1")


async def _merged(driver: Driver, office: Bureau) -> None:
    other = office.told("Chờ lâu quá, gọi 0912345678 không ai nghe.")
    await driver.press("f5")
    await begun(driver, "gop vao viec")
    await driver.see("Gộp vào việc nào?", other.code)
    await driver.press("enter")
    await said(driver, "Cùng một chuyện")
    await driver.see("tiếp tục trong")
    await driver.press("1")


async def _noted(driver: Driver, office: Bureau) -> None:
    await begun(driver, "ghi chu noi bo")
    await pasted(driver, "Đã hỏi quầy.")
    await driver.press("f2")
    await driver.see("Esc Đóng")
    await driver.press("1")


async def _extended(driver: Driver, office: Bureau) -> None:
    await begun(driver, "them thoi gian")
    await said(driver, "0", "cần thêm")
    await said(driver, "năm", "“0” chưa dùng được", "từ 1 đến 5")
    await said(driver, "5", "“năm” chưa dùng được")
    await said(driver, "Phải đo lại thửa đất")


ACTS: dict[str, tuple[str, Steps, Callable[[Case, Bureau], bool]]] = {
    "assign": ("handler A", _assigned, lambda c, o: c.assignee == o.by("other A").staff),
    "ask": ("handler A", _asked, lambda c, o: c.state is CaseState.WAITING),
    "forward": ("handler P", _forwarded, lambda c, o: c.unit == o.world.units["B"]),
    "refer": ("handler A", _referred, lambda c, o: c.state is CaseState.CLOSED),
    "classify": ("moderator", _classified, lambda c, o: c.kind is CaseKind.PETITION),
    "verdict": ("moderator", _found_false, lambda c, o: c.verdict is Verdict.FALSE),
    "close": ("moderator", _closed, lambda c, o: c.state is CaseState.CLOSED),
    "spam": ("moderator", _spam, lambda c, o: c.state is CaseState.SPAM),
    "redact": ("moderator", _redacted, lambda c, o: "0912345678" not in str(o.texts(c)[0])),
    "merge": ("handler A", _merged, lambda c, o: c.state is CaseState.MERGED),
    "note": ("handler A", _noted, lambda c, o: "Đã hỏi quầy." in o.texts(c)),
    "extend": ("supervisor A", _extended, lambda c, o: c.due_on is not None),
}


@pytest.mark.parametrize("act", ACTS)
async def test_each_act_is_done_by_keys_alone(one: Bureau, act: str) -> None:
    name, steps, done = ACTS[act]
    case = one.told("Chờ lâu quá, gọi 0912345678 không ai nghe.")
    one.does(casework.take, "handler A", case.code)
    before = one.read(case.id)
    async with working(one, name) as driver:
        await opened(driver, case.code)
        await steps(driver, one)
        await driver.until(lambda: one.read(case.id).version > before.version)
        await driver.see("Đã xong.")
        assert not _ENGLISH.search(driver.text)
    assert done(one.read(case.id), one)
