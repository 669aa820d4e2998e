"""A photo sent in a messenger is fetched soon after, cleaned and sealed; a failure stays visible."""

import asyncio
import io

import pytest
from PIL import Image
from sqlalchemy import select

from bot.channels.telegram.channel import TelegramChannel
from bot.conversation.events import Medium, Opened, Said, Sent
from bot.runtime.fetch import Fetcher
from bot.runtime.receive import receive
from bot.runtime.writer import Writer
from bot.wire.messages import Account, Address, Inbound
from feedback.services import photos
from feedback.store.tables import facts
from feedback.store.work import Store
from tests.doubles.telegram_server import TelegramServer
from tests.office import open_office
from tests.runtime.test_receive import RULES


def jpeg() -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    Image.new("RGB", (640, 480), "olive").save(out, "JPEG", exif=exif)
    return out.getvalue()


def rate_with_photo(store: Store, account: Account, file: str) -> int:
    token = open_office(store)[0]
    events = [Opened(token), Said("5"), Sent(Medium.PHOTO, file=file)]
    batch = [Inbound(f"k{n}", Address(account, "anna"), event) for n, event in enumerate(events)]
    with store.work() as work:
        receive(work, RULES, batch)
    with store.look() as work:
        return work.connection.scalar(select(facts.rating.c.id))


async def fetch(store: Store, channel: TelegramChannel) -> int:
    writer = Writer(store)
    tried = await Fetcher(writer, channel).once()
    await asyncio.to_thread(writer.close)
    return tried


def states(store: Store) -> list[str]:
    with store.look() as work:
        return list(work.connection.scalars(select(facts.rating_file.c.state)))


@pytest.fixture
async def telegram():
    async with TelegramServer() as server:
        yield server


async def test_a_photo_arrives_without_its_metadata(store: Store, telegram) -> None:
    account = Account("telegram", "110201543")
    channel = TelegramChannel(telegram.token, account, telegram.url)
    rating = rate_with_photo(store, account, telegram.keep("photos", jpeg(), ".jpg"))
    assert await fetch(store, channel) == 1
    assert await fetch(store, channel) == 0
    with store.look() as work:
        [photo] = photos.read(work, rating)
    assert Image.open(io.BytesIO(photo.data)).size == (640, 480)
    assert b"SecretCamera" not in photo.data
    await channel.close()


async def test_what_is_no_photo_is_given_up_visibly(store: Store, telegram) -> None:
    account = Account("telegram", "110201543")
    channel = TelegramChannel(telegram.token, account, telegram.url)
    rate_with_photo(store, account, telegram.keep("photos", b"not a picture", ".jpg"))
    assert await fetch(store, channel) == 1
    assert states(store) == ["failed"]
    await channel.close()


async def test_a_failed_fetch_is_tried_again_later(store: Store, telegram, clock) -> None:
    account = Account("telegram", "110201543")
    channel = TelegramChannel(telegram.token, account, telegram.url)
    rate_with_photo(store, account, telegram.keep("photos", jpeg(), ".jpg"))
    telegram.troubles.garble("getFile", 502, "<html>bad gateway</html>")
    assert await fetch(store, channel) == 1
    assert states(store) == ["pending"]
    assert await fetch(store, channel) == 0
    clock.move(minutes=2)
    assert await fetch(store, channel) == 1
    assert states(store) == ["kept"]
    await channel.close()
