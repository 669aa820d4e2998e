"""A case through Telegram's real door: a draft over a killed server, files, an answer, its judging."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.doubles.telegram_server import TelegramServer
from tests.runtime.test_telegram_way import HOOK
from tests.serving import SECRET, Server


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


@pytest.fixture
def product(tmp_path: Path, telegram: TelegramServer) -> Iterator[Server]:
    server = Server(
        tmp_path / "home",
        telegram_token=telegram.token,
        telegram_api_base=telegram.url,
        telegram_webhook_secret=SECRET,
        telegram_username="HaiLongThuBot",
    )
    server.found()
    yield server
    if server.process is not None:
        server.kill()


def listed(product: Server) -> list[dict]:
    return json.loads(product.command("cases", "list", "--json"))["rows"]


async def test_a_case_is_filed_answered_and_judged_in_the_chat(
    product: Server, telegram: TelegramServer
) -> None:
    """The server is killed while the draft is written; everything is sent three times."""
    telegram.repeats = 3
    await asyncio.to_thread(product.start)
    await telegram.set_webhook(product.url + HOOK, SECRET)
    phone = telegram.citizen(name="Anna")
    await phone.start()
    await phone.say("góp ý")
    prompt = await phone.hears("muốn gửi điều gì")
    await phone.tap(next(label for label in prompt.labels() if label.startswith("1.")))
    await phone.hears("Xin ông/bà kể")
    await phone.say("Chờ ba tiếng, không ai gọi số")
    await phone.photo()
    await phone.voice()
    await phone.document("đơn.pdf", b"%PDF-1.4 thu")
    await phone.location()
    await phone.hears("Đã ghi vị trí")
    await telegram.settled()
    await asyncio.to_thread(product.kill)
    await asyncio.to_thread(product.start)
    for word in ("6", "9", "9", "9"):
        await phone.say(word)
    summary = await phone.hears("CHƯA GỬI")
    for line in ("Chờ ba tiếng", "Ảnh: 1", "Tin thoại: 1", "Tệp: 1", "Vị trí: 21.0278"):
        assert line in summary.text
    assert listed(product) == []
    await phone.tap(next(label for label in summary.labels() if label.startswith("6.")))
    receipt = await phone.hears("Mã theo dõi")
    assert "Hạn trả lời: thứ " in receipt.text or "Hạn trả lời: Chủ nhật" in receipt.text
    await telegram.settled()
    (case,) = listed(product)
    product.command("cases", "answer", case["code"], "--text", "Chúng tôi đã thêm một quầy.")
    answer = await phone.hears("Chúng tôi đã thêm một quầy.", timeout=20)
    await phone.tap(next(label for label in answer.labels() if label.startswith("1.")))
    offered = await phone.hears("cấp trên")
    await phone.tap(next(label for label in offered.labels() if label.startswith("6.")))
    await phone.hears("Đã gửi lên cấp trên")
    await telegram.settled()
    (case,) = listed(product)
    assert case["state"] == "contested"
    shown = json.loads(product.command("cases", "show", case["code"], "--json"))
    assert "Chờ ba tiếng, không ai gọi số" in json.dumps(shown, ensure_ascii=False)
    assert product.stop() == 0
