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
from feedback.domain.ids import CaseId
from feedback.domain.roles import Role, Viewer
from feedback.services import photos
from feedback.services.cases import attachments, following
from feedback.services.privacy import erasing
from feedback.store.tables import facts
from feedback.store.tables.cases import cases, notice
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


async def file_with(store: Store, account: Account, *sent: Sent) -> CaseId:
    """File a case in the chat with things that were sent along."""
    open_office(store)
    events = [Said("góp ý"), Said("1"), Said("Chờ lâu"), *sent, *(Said(d) for d in "69996")]
    batch = [Inbound(f"c{n}", Address(account, "anna"), event) for n, event in enumerate(events)]
    with store.work() as work:
        receive(work, RULES, batch)
        return following.of_person(work, work.vault.person("telegram", "anna"))[0]


def own(store: Store, case: CaseId) -> list[attachments.Attachment]:
    with store.look() as work:
        return list(attachments.own(work, case))


async def test_what_belongs_to_a_case_is_fetched_and_sealed_under_its_key(
    store: Store, telegram
) -> None:
    """A photo loses its metadata, a voice and a document stay as they are; a name stays sealed."""
    account = Account("telegram", "110201543")
    channel = TelegramChannel(telegram.token, account, telegram.url)
    voice, paper = b"OggS" + bytes(400_000), b"%PDF-1.7 \xff" * 40_000
    case = await file_with(
        store,
        account,
        Sent(Medium.PHOTO, telegram.keep("photos", jpeg(), ".jpg")),
        Sent(Medium.VOICE, telegram.keep("voice", voice, ".oga")),
        Sent(Medium.DOCUMENT, telegram.keep("documents", paper, ".pdf"), name="đơn khiếu nại.pdf"),
    )
    assert await fetch(store, channel) == 3
    found = own(store, case)
    assert [(one.medium, one.name, one.mime, one.state) for one in found] == [
        ("photo", "", "image/jpeg", "kept"),
        ("voice", "", "audio/ogg", "kept"),
        ("document", "đơn khiếu nại.pdf", "application/pdf", "kept"),
    ]
    with store.look() as work:
        code = work.connection.scalar(select(cases.c.code))
        operator = Viewer("operator", Role.OPERATOR)
        shown = [attachments.read(work, operator, code, one.id) for one in found]
        stored = b"".join(work.connection.scalars(select(facts.file_chunk.c.sealed)))
    assert b"SecretCamera" not in shown[0].data
    assert [one.data for one in shown[1:]] == [voice, paper]
    assert b"OggS" not in stored
    await channel.close()


async def test_files_go_with_the_key_of_their_case(store: Store, telegram) -> None:
    account = Account("telegram", "110201543")
    channel = TelegramChannel(telegram.token, account, telegram.url)
    photo = Sent(Medium.PHOTO, telegram.keep("photos", jpeg(), ".jpg"))
    case = await file_with(store, account, photo)
    await fetch(store, channel)
    with store.work() as work:
        erasing.erase_own(work, case)
    with store.look() as work:
        assert work.connection.scalars(select(facts.file_chunk.c.file_id)).all() == []
    assert states(store) == []
    await channel.close()


@pytest.mark.parametrize("data", [b"MZ\x90\x00 a program", b"PK\x03\x04 an archive", b""])
async def test_a_file_that_is_not_taken_is_given_up_and_its_citizen_told(
    store: Store, telegram, data: bytes
) -> None:
    account = Account("telegram", "110201543")
    channel = TelegramChannel(telegram.token, account, telegram.url)
    await file_with(store, account, Sent(Medium.DOCUMENT, telegram.keep("d", data, ".docx")))
    assert await fetch(store, channel) == 1
    assert states(store) == ["failed"]
    with store.look() as work:
        told = work.connection.execute(select(notice.c.what, notice.c.state)).all()
    assert told == [("unfetched", "pending")]
    await channel.close()


async def test_a_case_holds_five_files(store: Store, telegram) -> None:
    account = Account("telegram", "110201543")
    photos_sent = [Sent(Medium.PHOTO, f"p{n}") for n in range(7)]
    case = await file_with(store, account, *photos_sent)
    assert len(own(store, case)) == 5
