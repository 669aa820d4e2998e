"""What each event of the Official Account means, and what none of them can do to us."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo.decode_oa import decode
from bot.channels.zalo.keys import LONGEST
from bot.conversation.events import (
    Event,
    HumanReplied,
    Left,
    Medium,
    Met,
    Said,
    Sent,
    Shared,
    Withdrew,
)
from bot.wire.fields import Malformed
from bot.wire.messages import Account, Address, Inbound
from tests.zalo.events import (
    ACCOUNT,
    NOON,
    OA,
    PERSON,
    Json,
    echo,
    flat,
    follower,
    from_user,
    raw,
    said,
    sent,
)

URL = "https://f6.photo.talk.zdn.vn/a/b.jpg"
ALBUM = str(NOON // 1000 // 5)


def read(event: Json) -> Inbound | None:
    return decode(raw(event), ACCOUNT)


def happened(event: Json) -> Event:
    """Read what must be an event."""
    inbound = read(event)
    assert inbound is not None
    return inbound.event


def test_a_text_says_who_where_and_when() -> None:
    """Everything that the conversation needs stands in the one record."""
    assert read(said("Xin chào")) == Inbound(
        key=f"zalo_oa:{OA}:user_send_text:96d3cdf3af150460909",
        address=Address(ACCOUNT, PERSON),
        event=Said("Xin chào"),
        sent_at=datetime.fromtimestamp(NOON / 1000, UTC),
    )


@pytest.mark.parametrize(
    ("event", "means"),
    [
        (said("#Q7K3M2"), Said("#Q7K3M2")),
        (said("  \u200b "), Sent(Medium.OTHER)),
        (sent("image", {"thumbnail": "t", "url": URL}), Sent(Medium.PHOTO, URL, album=ALBUM)),
        (
            sent("image", {"url": URL}, text="Ghế hỏng"),
            Sent(Medium.PHOTO, URL, "Ghế hỏng", album=ALBUM),
        ),
        (sent("gif", {"url": URL}), Sent(Medium.VIDEO, URL)),
        (sent("video", {"url": URL, "description": "x"}), Sent(Medium.VIDEO, URL)),
        (sent("audio", {"url": "https://v.zdn.vn/a.amr"}), Sent(Medium.VOICE, "https://v.zdn.vn/a.amr")),
        (sent("sticker", {"url": URL, "id": "bfe4"}), Sent(Medium.STICKER, URL)),
        (
            sent("file", {"url": URL, "name": "Đơn.pdf", "size": "1234", "checksum": "0"}),
            Sent(Medium.DOCUMENT, URL, name="Đơn.pdf", size=1234),
        ),
        (
            sent(
                "location",
                {"coordinates": {"latitude": "10.7923119", "longitude": "106.7820651"}},
                text="Cơm Coffee New Sky",
            ),
            Sent(Medium.LOCATION, place="Cơm Coffee New Sky, 10.792312, 106.782065"),
        ),
        (sent("location", {"coordinates": {}}), Sent(Medium.LOCATION)),
        (
            sent("link", {"url": "https://a.vn/x", "description": "Trang A"}, text="https://a.vn/x"),
            Said("https://a.vn/x\nTrang A"),
        ),
        (sent("link", {}), Sent(Medium.OTHER)),
        (
            sent("business_card", {"description": '{"phone":"84900000001"}', "url": ""}),
            Sent(Medium.CONTACT),
        ),
        (follower("follow"), Met("follow")),
        (follower("unfollow"), Left()),
        (flat("user_click_chatnow"), Met("chatnow")),
        (flat("user_withdraw"), Withdrew()),
        (
            from_user("user_submit_info", None, info={"name": "Lan\u202e", "phone": 84900000000}),
            Shared("Lan", "84900000000"),
        ),
        (from_user("user_submit_info", None, info={"address": "x"}), Shared()),
        (echo(admin="8877665544332211"), HumanReplied()),
        (echo("oa_send_image", admin="1"), HumanReplied()),
    ],
)  # fmt: skip
def test_each_kind_is_read_as_what_happened(event: Json, means: Event) -> None:
    """One person's, at the time that Zalo says."""
    inbound = read(event)
    assert inbound is not None
    assert inbound.event == means
    assert inbound.address == Address(ACCOUNT, PERSON)
    assert inbound.sent_at == datetime.fromtimestamp(NOON / 1000, UTC)


@pytest.mark.parametrize(
    "event",
    [
        echo(),
        echo("oa_send_gif"),
        echo("oa_send_group_text", admin="1"),
        echo("oa_send_anonymous_text", admin="1"),
        from_user("user_received_message", {"msg_id": "m"}),
        from_user("user_seen_message", {"msg_ids": ["m"]}),
        from_user("user_reacted_message", {"msg_id": "m", "react_icon": "/-heart"}),
        from_user("anonymous_send_text", {"text": "a", "msg_id": "m", "conversation_id": "c"}),
        from_user("user_send_group_text", {"text": "a", "msg_id": "m"}),
        flat("update_user_info"),
        flat("widget_interaction_accepted"),
        {"event_name": "something_of_next_year"},
        {"event_name": ""},
    ],
)
def test_what_is_nobodys_word_to_us_is_dropped(event: Json) -> None:
    """Echoes of our own, receipts, groups, the anonymous, and what this release does not know."""
    assert read(event) is None


@pytest.mark.parametrize(
    "event",
    [
        said("Chào", recipient={"id": "999"}),
        follower("follow") | {"oa_id": "999"},
        flat("user_withdraw", oa_id="999"),
        echo(admin="1") | {"sender": {"id": "999", "admin_id": "1"}},
    ],
)
def test_events_of_another_account_of_the_app_are_dropped(event: Json) -> None:
    """All accounts of an app post to its one address."""
    assert read(event) is None


def test_a_repeat_has_the_same_key_and_nothing_else_has() -> None:
    """By the message, or by person and time where there is none."""
    events = [
        said("a"),
        from_user("user_send_text", {"text": "a", "msg_id": "other"}),
        from_user("user_send_image", {"msg_id": "96d3cdf3af150460909"}),
        follower("follow"),
        follower("unfollow"),
        follower("follow") | {"timestamp": str(NOON + 1)},
        follower("follow") | {"follower": {"id": "7"}},
        flat("user_click_chatnow"),
    ]
    keys = [inbound.key for event in events for inbound in (read(event),) if inbound]
    again = [inbound.key for event in events for inbound in (read(event),) if inbound]
    assert keys == again
    assert len(set(keys)) == len(events)
    other = decode(raw(said("a", recipient={"id": "8"})), Account("zalo_oa", "8"))
    assert other is not None
    assert other.key not in keys


def test_a_key_fits_its_column_however_long_zalos_number_is() -> None:
    """Hashed, and still another for another number."""
    long = [
        from_user("user_send_text", {"text": "a", "msg_id": end * 400}) for end in ("x", "y", "x")
    ]
    keys = [inbound.key for inbound in map(read, long) if inbound]
    assert all(len(key) <= LONGEST for key in keys)
    assert keys[0] == keys[2] != keys[1]


def test_photos_of_one_moment_are_one_album_and_each_can_be_quoted() -> None:
    """Zalo sends each photo as an event of its own."""
    first, second = (read(sent("image", {"url": URL}, msg_id=number)) for number in "ab")
    later = read(sent("image", {"url": URL}) | {"timestamp": str(NOON + 60_000)})
    assert first.event == second.event
    assert first.key != second.key
    assert (first.ack, second.ack) == ("a", "b")
    assert later.event.album != first.event.album
    assert read(said("a")).ack is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ha\u0300i lo\u0300ng", "Hài lòng"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("a\r\nb\u2028c\td", "a\nb\nc d"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("\ud800lone", "lone"),
    ],
)
def test_a_text_is_kept_as_it_is_seen(typed: str, kept: str) -> None:
    """NFC, no control, no hidden direction; markup is only characters."""
    event = said("SLOT")
    import json

    whole = json.dumps(event).replace('"SLOT"', json.dumps(typed)).encode()
    assert decode(whole, ACCOUNT).event == Said(kept)


@pytest.mark.parametrize(
    "url",
    [None, 5, "", "javascript:alert(1)", "file:///etc/passwd", "https://a b", "https://a\u202e", "x" * 5000],
)  # fmt: skip
def test_what_is_no_address_is_nothing_to_fetch(url: Any) -> None:
    """The photo is answered all the same."""
    assert happened(sent("image", {"url": url})) == Sent(Medium.PHOTO, album=ALBUM)


@pytest.mark.parametrize(
    "coordinates",
    [
        {"latitude": "91", "longitude": "0"},
        {"latitude": "nan", "longitude": "0"},
        {"latitude": "1e3", "longitude": "0"},
        {"latitude": None, "longitude": []},
        "10,106",
    ],
)
def test_no_place_on_earth_is_no_place(coordinates: Any) -> None:
    assert happened(sent("location", {"coordinates": coordinates})) == Sent(Medium.LOCATION)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"\xff\xfe",
        b'"user_send_text"',
        b"{}",
        b'{"event_name":5}',
        b"[" * 100_000,
        b'{"event_name":' + b"9" * 5000 + b"}",
        raw(said(None)),
        raw(said(["a"])),
        raw(said("a", sender=None)),
        raw(said("a", sender={"id": 5})),
        raw(said("a", sender={"id": "x" * 600})),
        raw(said("a", sender={"id": "ắ"})),
        raw(from_user("user_send_text", None)),
        raw(from_user("user_send_text", {"text": "a", "msg_id": ["m"]})),
        raw(from_user("user_send_text", {"text": "a"}, timestamp=None)),
        raw(from_user("user_send_image", {"attachments": "x", "msg_id": "m"})),
        raw(from_user("user_send_image", {"attachments": [5], "msg_id": "m"})),
        raw(sent("image", "x")),
        raw(follower("follow") | {"follower": "x"}),
        raw(follower("follow") | {"timestamp": None}),
        raw(flat("user_withdraw", user_id=None)),
        raw(from_user("user_submit_info", None, info=None)),
        raw(echo(admin="1", user="")),
    ],
)
def test_what_zalo_could_not_have_sent_is_malformed(body: bytes) -> None:
    """And says so in one way only."""
    with pytest.raises(Malformed) as caught:
        decode(body, ACCOUNT)
    assert len(str(caught.value)) < 60


NAMES = [
    "user_send_text", "user_send_image", "user_send_link", "user_send_audio", "user_send_video",
    "user_send_sticker", "user_send_location", "user_send_business_card", "user_send_file",
    "follow", "unfollow", "user_click_chatnow", "user_submit_info", "user_withdraw",
    "oa_send_text", "message.text.received", "message.image.received", "message.link.received",
    "message.unsupported.received", "message.voice.received",
]  # fmt: skip
FIELDS = [
    "sender", "recipient", "message", "id", "msg_id", "text", "attachments", "payload", "url",
    "type", "coordinates", "latitude", "longitude", "timestamp", "oa_id", "follower", "user_id",
    "info", "name", "phone", "size", "admin_id", "result", "chat", "chat_type", "from", "is_bot",
    "message_id", "date", "photo", "photo_url", "caption",
]  # fmt: skip
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    | st.sampled_from(["PRIVATE", OA, PERSON, str(NOON)]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=8),
    max_leaves=30,
)  # fmt: skip


@given(st.sampled_from(NAMES), st.dictionaries(st.sampled_from(FIELDS), ANYTHING, max_size=10))
def test_no_event_however_hostile_raises_anything_but_malformed(name: str, event: Json) -> None:
    """Whatever has a known name and unknown content."""
    import json

    from bot.channels.zalo.decode_bot import decode as decode_bot

    body = json.dumps({"event_name": name} | event).encode()
    for read in (decode, decode_bot):
        with suppress(Malformed):
            inbound = read(body, ACCOUNT)
            if inbound is not None:
                assert 0 < len(inbound.key) <= LONGEST
                assert inbound.address.person


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_malformed(body: bytes) -> None:
    with suppress(Malformed):
        assert decode(body, ACCOUNT) is None
