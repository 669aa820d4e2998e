"""The phone in a real browser: a person chats with an office, or with a bot, without an account."""

import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from tests.pages.chromium import PATIENCE, Phone, phone
from tests.standins.threaded import Beside, beside
from tests.standins.zalo import BotStandIn, OaStandIn
from tests.standins.zalo.media import PNG

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=document.title='hacked'> https://a.vn/t"


@pytest.fixture
def oa() -> OaStandIn:
    return OaStandIn()


@pytest.fixture
def bot() -> BotStandIn:
    return BotStandIn()


@pytest.fixture
def there(oa: OaStandIn, bot: BotStandIn) -> Iterator[Beside]:
    with beside(oa, bot) as there:
        yield there


@pytest.fixture
def held(there: Beside, tmp_path: Path) -> Iterator[Phone]:
    with phone("", tmp_path / "profile") as held:
        held.size(360, 740)
        yield held


def texts(held: Phone) -> list[str]:
    return [bubble.text for bubble in held.all("#chat .text")]


def until(held: Phone, last: str) -> None:
    """Wait until the newest bubble says so."""
    WebDriverWait(held.driver, PATIENCE).until(
        lambda _: (
            held.ask("[...document.querySelectorAll('#chat .text')].pop()?.textContent") == last
        )
    )


def call(base: str, path: str, body: Any, **headers: str) -> Any:
    """Call the stand-in as the product would."""
    headers["Content-Type"] = "application/json"
    request = urllib.request.Request(base + path, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def write(oa: OaStandIn, user: str, text: str, *buttons: Any) -> Any:
    message: dict[str, Any] = {"text": text}
    if buttons:
        message["attachment"] = {"type": "template", "payload": {"buttons": list(buttons)}}
    body = {"recipient": {"user_id": user}, "message": message}
    return call(oa.url, "/v3.0/oa/message/cs", body, access_token=oa.oauth.pair.access)


def test_a_person_chats_with_an_office(oa: OaStandIn, held: Phone, tmp_path: Path) -> None:
    """From the link of zalo.me through texts, buttons, a picture and following to the officer."""
    held.open(f"{oa.url}/{oa.account.oa_id}")
    user = held.ask("location.pathname").rpartition("/")[2]
    held.find("#text").send_keys("#K7M3Q9", Keys.ENTER)
    until(held, "#K7M3Q9")
    lan = oa.phones[user]
    assert lan.bubbles[0].text == "#K7M3Q9"
    five = {"title": "Rất hài lòng", "type": "oa.query.show", "payload": "5"}
    form = {"title": "Mở", "type": "oa.open.url", "payload": {"url": "https://a.vn/f"}}
    evil = {"title": "X", "type": "oa.open.url", "payload": {"url": "javascript:alert(1)"}}
    write(oa, user, "Mời ông/bà chọn", five, form, evil)
    until(held, "Mời ông/bà chọn")
    links = [link.get_attribute("href") for link in held.all("#chat .buttons a")]
    assert links == ["https://a.vn/f"]
    held.find("#chat .buttons button").click()
    until(held, "5")
    picture = tmp_path / "anh.png"
    picture.write_bytes(PNG)
    held.find("#photo").send_keys(str(picture))
    WebDriverWait(held.driver, PATIENCE).until(lambda _: held.all("#chat img"))
    held.find("#follow").click()
    until(held, "Đã quan tâm")
    assert (lan.follower, held.find("#follow").text) == (True, "Đang quan tâm")
    held.find(".menu summary").click()
    held.find("[data-act=admin_reply]").click()
    WebDriverWait(held.driver, PATIENCE).until(lambda _: held.all("#chat .human"))
    assert held.find("#chat .human").text.startswith("Cán bộ trả lời")
    assert any("admin_id" in event.get("sender", {}) for event in oa.events)
    assert held.ask("document.documentElement.scrollWidth") == 360


def test_what_the_office_writes_is_never_markup(oa: OaStandIn, held: Phone) -> None:
    """A text is shown as it stands; an address in it can be followed."""
    held.open(f"{oa.url}/phone/246845883529197922")
    held.find("#text").send_keys("chào", Keys.ENTER)
    until(held, "chào")
    write(oa, "246845883529197922", HOSTILE)
    until(held, HOSTILE)
    assert held.all("#chat img") == []
    assert held.find("#chat .text a").get_attribute("href") == "https://a.vn/t"
    assert "hacked" not in held.driver.title
    assert held.complaints() == []


def test_a_query_breaks_the_link(oa: OaStandIn, held: Phone) -> None:
    """As Zalo's own link may: nothing may be appended to it."""
    held.open(f"{oa.url}/{oa.account.oa_id}?text=K7M3Q9")
    assert "không tồn tại" in held.text()
    assert oa.phones == {}


def test_the_link_finds_the_same_person_again(oa: OaStandIn, held: Phone) -> None:
    held.open(f"{oa.url}/{oa.account.oa_id}")
    first = held.ask("location.pathname")
    held.open(f"{oa.url}/{oa.account.oa_id}")
    assert held.ask("location.pathname") == first


def test_a_person_chats_with_a_bot(bot: BotStandIn, held: Phone) -> None:
    held.open(f"{bot.url}/{bot.account_name}")
    user = held.ask("location.pathname").rpartition("/")[2]
    held.find("#text").send_keys("chào", Keys.ENTER)
    until(held, "chào")
    assert bot.waiting[0]["message"]["text"] == "chào"
    path = f"/bot{bot.token}/sendMessage"
    assert call(bot.url, path, {"chat_id": user, "text": "Xin chào"})["ok"]
    until(held, "Xin chào")
    assert texts(held) == ["chào", "Xin chào"]
    assert held.all("#follow:not([hidden])") == []
