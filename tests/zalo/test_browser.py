"""A citizen's whole way through Zalo in a browser: from the desk's page to the closed case."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pages.chromium import phone
from tests.serving import Server
from tests.standins.hand import Hand
from tests.standins.threaded import Beside, beside
from tests.standins.wiring import oa_settings
from tests.standins.zalo import OaStandIn
from tests.standins.zalo.media import PNG

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def oa() -> OaStandIn:
    return OaStandIn()


@pytest.fixture
def there(oa: OaStandIn) -> Iterator[Beside]:
    with beside(oa) as there:
        yield there


@pytest.fixture
def product(tmp_path: Path, oa: OaStandIn, there: Beside) -> Iterator[Server]:
    server = Server(tmp_path / "home", **oa_settings(oa))
    server.found()
    server.start()
    there.call(oa.set_webhook(server.url + "/hooks/zalo/oa"))
    yield server
    server.kill()


def rows(product: Server, *words: str) -> list[dict]:
    return json.loads(product.command(*words, "--json"))["rows"]


def test_from_the_landing_page_to_the_closed_case(
    product: Server, oa: OaStandIn, tmp_path: Path
) -> None:
    """The page copies the code and opens the chat; a case is told, answered, judged and closed."""
    picture = tmp_path / "anh.png"
    picture.write_bytes(PNG)
    desk = rows(product, "desks", "list")[0]
    with phone(product.url, tmp_path / "profile") as held:
        held.size(360, 740)
        held.open(f"/q/{desk['token']}")
        held.press(f"a[href='{oa.url}/{oa.account.oa_id}']")
        hand = Hand(held)
        hand.paste()
        hand.shows(f"#{desk['code']}")
        hand.hears("hài lòng đến đâu")
        hand.say("4")
        hand.hears("Đã ghi: Hài lòng")
        hand.say("góp ý")
        hand.hears("muốn gửi điều gì")
        hand.tap("Góp ý, phản ánh")
        hand.hears("Xin ông/bà kể")
        hand.say("Chờ ba tiếng, không ai gọi số")
        hand.hears("Đã ghi")
        hand.attach(picture)
        hand.hears("Đã nhận ảnh")
        hand.tap("Xong, xem lại")
        hand.hears("tên")
        hand.tap("Bỏ qua")
        hand.hears("số điện thoại")
        hand.tap("Bỏ qua")
        summary = hand.hears("CHƯA GỬI")
        assert "Chờ ba tiếng, không ai gọi số" in summary
        assert "Ảnh: 1" in summary
        hand.tap("Gửi")
        hand.hears("Mã theo dõi")
        (case,) = rows(product, "cases", "list")
        product.command("cases", "answer", case["code"], "--text", "Chúng tôi đã thêm một quầy.")
        hand.hears("Chúng tôi đã thêm một quầy.")
        hand.say("theo dõi")
        hand.hears("đã trả lời")
        hand.tap("Cho biết có hài lòng không")
        hand.hears("với câu trả lời")
        hand.say("5")
        hand.hears("Đã ghi: Hài lòng")
    product.command("cases", "close", case["code"], "--reason", "Đã xong")
    shown = json.loads(product.command("cases", "show", case["code"], "--json"))
    assert (shown["state"], shown["satisfaction"]) == ("closed", "yes")
    assert shown["channel"] == "zalo_oa"
    assert [file["state"] for file in shown["files"]] == ["kept"]
    assert oa.billed == 0
    assert all(tried.status == 200 for tried in oa.hook.attempts)
