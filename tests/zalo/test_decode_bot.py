"""What each update of the Bot Platform means, in both envelopes."""

from datetime import UTC, datetime

import pytest

from bot.channels.zalo.decode_bot import decode
from bot.conversation.events import Event, Medium, Said, Sent
from bot.wire.fields import Malformed
from bot.wire.messages import Address, Inbound
from tests.zalo.events import BOT, CHAT, NOON, Json, raw, to_bot

URL = "https://photo-stal-1.zdn.vn/a.jpg"


@pytest.mark.parametrize("wrapped", [False, True])
def test_both_envelopes_say_the_same(wrapped: bool) -> None:
    """The documented one, and the one that is seen."""
    update = to_bot("text", text="Xin chào")
    body = raw({"ok": True, "result": update} if wrapped else update)
    assert decode(body, BOT) == Inbound(
        key=f"zalo_bot:{BOT.name}:message.text.received:2d758cb5e222177a4e35",
        address=Address(BOT, CHAT),
        event=Said("Xin chào"),
        sent_at=datetime.fromtimestamp(NOON / 1000, UTC),
    )


@pytest.mark.parametrize(
    ("update", "means"),
    [
        (to_bot("text", text="a\u202eb"), Said("ab")),
        (to_bot("text", text=""), Sent(Medium.OTHER)),
        (to_bot("image", photo=URL, caption="Ghế"), Sent(Medium.PHOTO, URL, "Ghế")),
        (to_bot("image", photo_url=URL), Sent(Medium.PHOTO, URL)),
        (to_bot("image", photo_url="", photo=URL), Sent(Medium.PHOTO, URL)),
        (to_bot("image"), Sent(Medium.PHOTO)),
        (to_bot("sticker", sticker="x", url=URL), Sent(Medium.STICKER)),
        (to_bot("voice", voice_url=URL), Sent(Medium.VOICE, URL)),
        (to_bot("link", text="https://a.vn"), Said("https://a.vn")),
        (to_bot("link", title="Trang A", url="https://a.vn"), Said("Trang A\nhttps://a.vn")),
        (to_bot("link"), Sent(Medium.OTHER)),
        (to_bot("unsupported"), Sent(Medium.OTHER)),
        (to_bot("unsupported", message_id=None), Sent(Medium.OTHER)),
    ],
)
def test_each_kind_is_read_as_what_happened(update: Json, means: Event) -> None:
    inbound = decode(raw(update), BOT)
    assert inbound is not None
    assert inbound.event == means
    assert inbound.address == Address(BOT, CHAT)


@pytest.mark.parametrize(
    "update",
    [
        to_bot("text", text="a", chat={"id": "g1", "chat_type": "GROUP"}),
        to_bot("text", text="a", chat={"id": CHAT}),
        to_bot("text", text="a", **{"from": {"id": "b", "is_bot": True}}),
        to_bot("reaction"),
        {"event_name": "message.of.tomorrow", "message": None},
        {"event_name": "message.unsupported.received"},
        {"event_name": "message.unsupported.received", "message": None},
        {"event_name": "message.unsupported.received", "message": {}},
    ],
)
def test_groups_bots_and_messages_of_nobody_are_dropped(update: Json) -> None:
    """A protected person's message may come without any sign of who wrote it."""
    assert decode(raw(update), BOT) is None
    assert decode(raw({"ok": True, "result": update}), BOT) is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b'{"ok":true,"result":{}}',
        b'{"ok":true,"result":[]}',
        raw(to_bot("text")),
        raw(to_bot("text", text="a", message_id=None)),
        raw(to_bot("text", text="a", chat="x")),
        raw(to_bot("text", text="a", chat={"id": 5, "chat_type": "PRIVATE"})),
        raw({"event_name": "message.text.received"}),
    ],
)
def test_what_zalo_could_not_have_sent_is_malformed(body: bytes) -> None:
    with pytest.raises(Malformed):
        decode(body, BOT)


def test_a_message_without_a_number_is_known_by_its_person_and_time() -> None:
    first = decode(raw(to_bot("unsupported", message_id=None)), BOT)
    again = decode(raw(to_bot("unsupported", message_id=None)), BOT)
    later = decode(raw(to_bot("unsupported", message_id=None, date=NOON + 1)), BOT)
    assert first is not None
    assert first == again
    assert later is not None
    assert later.key != first.key
