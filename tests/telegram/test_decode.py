"""What each kind of update means, and what none of them can do to us."""

import json
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.decode import decode
from bot.conversation.events import Edited, Event, Left, Medium, Opened, Said, Sent, Tapped
from bot.wire import buttons
from bot.wire.fields import Malformed
from bot.wire.messages import Account, Address, Inbound
from tests.telegram.updates import (
    ACCOUNT,
    NOON,
    PERSON,
    chat,
    message,
    pressed,
    said,
    update,
    user,
)


def event(raw: bytes) -> Event:
    """Decode what must be an event."""
    inbound = decode(raw, ACCOUNT)
    assert inbound is not None
    return inbound.event


def test_a_text_says_who_where_when_and_in_which_language() -> None:
    """Everything that the conversation needs stands in the one record."""
    assert decode(said("Xin chào"), ACCOUNT) == Inbound(
        key="telegram:main:1001",
        address=Address(ACCOUNT, str(PERSON)),
        event=Said("Xin chào"),
        sent_at=datetime.fromtimestamp(NOON, UTC),
        language="vi",
    )


def test_two_bots_never_share_a_key() -> None:
    """Update numbers are counted per bot."""
    first, second = decode(said("a"), ACCOUNT), decode(said("a"), Account("telegram", "second"))
    assert first is not None
    assert second is not None
    assert first.key != second.key


@pytest.mark.parametrize(
    ("words", "payload"),
    [
        ("/start", None),
        ("/start ", None),
        ("/start AbC_-9", "AbC_-9"),
        ("/start   AbC", "AbC"),
        ("/start\nAbC", "AbC"),
        ("/START AbC", "AbC"),
        ("/start@HaiLongBot AbC", "AbC"),
        ("/start@HaiLongBot", None),
        ("/start K7M 3Q9", "K7M 3Q9"),
        ("/start \u202eAbC\u0000", "AbC"),
        ("/start " + "x" * 5000, "x" * 128),
    ],
)
def test_start_opens_with_the_code_that_the_link_carried(words: str, payload: str | None) -> None:
    """A typed /start with anything after it is a code too."""
    assert event(said(words)) == Opened(payload)


@pytest.mark.parametrize("words", ["/started", "/help", " /start x", "start", "/start@ x"])
def test_other_words_that_look_like_start_are_only_said(words: str) -> None:
    """Whether /help means something is for the conversation to say."""
    assert event(said(words)) == Said(words)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Tiếng Việt", "Tiếng Việt"),
        ("ha\u0300i lo\u0300ng", "hài lòng"),
        ("a\u0000b\u0007c\u001b[31m", "abc[31m"),
        ("giá\u202etxt.exe\u2066", "giátxt.exe"),
        ("5\u200b", "5"),
        ("một\r\nhai\u2028ba\tbốn", "một\nhai\nba bốn"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("<b>đậm</b> *sao* [x](y)", "<b>đậm</b> *sao* [x](y)"),
        ("\ud800a\udfff", "a"),
        ("x" * 100_000, "x" * 20_000),
    ],
)
def test_text_is_kept_as_a_reader_sees_it(words: str, kept: str) -> None:
    """Markup stays literal; what hides, steers or breaks is gone; accents are one spelling."""
    assert event(said(words)) == Said(kept)


def test_text_of_nothing_visible_is_still_something_sent() -> None:
    """An empty answer must not be recorded as a comment, nor met with silence."""
    assert event(said("\u0000\u200b \n")) == Sent(Medium.OTHER)


def test_endless_marks_on_one_letter_are_cut_short() -> None:
    """Normalising such a text takes quadratic time, so the marks must go first."""
    words = event(said("a" + "\u0301\u0323" * 10_000))
    assert isinstance(words, Said)
    assert len(words.text) <= 32


FILE = {"file_id": "AgAC-1", "file_unique_id": "u1"}
SIZES = [
    FILE | {"file_id": f"AgAC-{width}", "width": width, "height": 5} for width in (90, 1280, 320)
]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"photo": SIZES}, Sent(Medium.PHOTO, "AgAC-1280")),
        ({"photo": []}, Sent(Medium.PHOTO)),
        (
            {"photo": SIZES, "caption": "quầy\u0000 3", "media_group_id": "13"},
            Sent(Medium.PHOTO, "AgAC-1280", "quầy 3", "13"),
        ),
        ({"sticker": FILE | {"emoji": "👍"}}, Sent(Medium.STICKER, "AgAC-1")),
        ({"voice": FILE}, Sent(Medium.VOICE, "AgAC-1")),
        ({"audio": FILE}, Sent(Medium.VOICE, "AgAC-1")),
        ({"video": FILE, "caption": "xem"}, Sent(Medium.VIDEO, "AgAC-1", "xem")),
        ({"video_note": FILE}, Sent(Medium.VIDEO, "AgAC-1")),
        ({"animation": FILE, "document": FILE}, Sent(Medium.VIDEO, "AgAC-1")),
        ({"document": FILE}, Sent(Medium.DOCUMENT, "AgAC-1")),
        (
            {"location": {"latitude": 21.0, "longitude": 105.8}},
            Sent(Medium.LOCATION, place="21.000000, 105.800000"),
        ),
        (
            {"venue": {"title": "UBND"}, "location": {"latitude": 1}},
            Sent(Medium.LOCATION, place="UBND"),
        ),
        (
            {"venue": {"title": "U", "location": {"latitude": 1, "longitude": 2}}},
            Sent(Medium.LOCATION, place="U, 1.000000, 2.000000"),
        ),
        ({"location": {"latitude": True, "longitude": "x"}}, Sent(Medium.LOCATION)),
        (
            {"document": {"file_id": "d", "file_name": "đơn\u202e.pdf", "file_size": 9}},
            Sent(Medium.DOCUMENT, "d", name="đơn.pdf", size=9),
        ),
        ({"contact": {"phone_number": "+84900000000"}}, Sent(Medium.CONTACT)),
        ({"dice": {"emoji": "🎲", "value": 3}}, Sent(Medium.OTHER)),
        ({"poll": {"id": "1"}}, Sent(Medium.OTHER)),
        ({"hologram_of_2031": {}}, Sent(Medium.OTHER)),
    ],
)
def test_whatever_a_citizen_sends_arrives_as_something(
    content: dict[str, Any], expected: Sent
) -> None:
    """A kind that does not exist yet is answered too: never silence."""
    assert event(update(message=message(**content))) == expected


@pytest.mark.parametrize("tap", [Tapped("level", "5", 36, date(2026, 7, 1)), Tapped("skip", "0")])
def test_a_press_of_our_button_means_what_we_wrote_on_it(tap: Tapped) -> None:
    """The press also carries what stops the waiting mark on the citizen's button."""
    inbound = decode(pressed(buttons.encode(tap)), ACCOUNT)
    assert inbound is not None
    assert inbound.event == tap
    assert inbound.ack == "4382"
    assert inbound.address.person == str(PERSON)


@pytest.mark.parametrize(
    "data",
    [
        None, "", "x", "2.level.5..", "1.level.5.zz", "1.l.5.\ud800.", "1.\u202el.5..", "1.l.5.-1.",
        # Python's int takes `1_0`, ` 1`, `+1` and `٣`; no button of ours writes so.
        "1.l.5.1_0.", "1.l.5. 1.", "1.l.5.+1.", "1.l.5.A.", "1.l.5.٣.", "1.l.5..zzzzzzzzzzzz",
        "1.l.5.zzzzzzzzzzzzzzzzzzzz.", "1" * 65, 5, ["1.l.5.."],
    ],
)  # fmt: skip
def test_a_press_that_no_button_of_ours_carries_is_a_stale_one(data: object) -> None:
    """It is answered kindly, and no number reaches the database that does not fit there."""
    assert event(pressed(data)) == Tapped("", "")


@pytest.mark.parametrize(
    "changed",
    [
        {"message": {"message_id": 1, "chat": chat(), "date": 0}},
        {"message": None},
        {"game_short_name": "x"},
    ],
)
def test_a_press_under_a_message_that_is_gone_still_counts(changed: dict[str, Any]) -> None:
    """Telegram leaves out messages that are too old; the person is known from the press."""
    assert event(pressed("1.level.4.a.b", **changed)) == Tapped("level", "4", 10, date(2025, 1, 12))


def test_an_edited_text_or_caption_is_the_new_one() -> None:
    """The time is that of the edit."""
    edited = message(text="Sửa lại", edit_date=NOON + 60)
    inbound = decode(update(edited_message=edited), ACCOUNT)
    assert inbound is not None
    assert inbound.event == Edited("Sửa lại")
    assert inbound.sent_at == datetime.fromtimestamp(NOON + 60, UTC)
    assert event(update(edited_message=message(photo=SIZES, caption="mới"))) == Edited("mới")


@pytest.mark.parametrize(
    ("status", "expected"), [("kicked", Left()), ("member", Opened()), ("left", Left())]
)
def test_blocking_and_coming_back_are_heard(status: str, expected: Event) -> None:
    """Nothing more is sent to a person who left."""
    change = {"chat": chat(), "from": user(), "date": NOON, "new_chat_member": {"status": status}}
    assert event(update(my_chat_member=change)) == expected


GROUP = chat(type="supergroup", id=-1001)


@pytest.mark.parametrize(
    "raw",
    [
        update(),
        update(chat_member={}),
        update(channel_post=message(text="x")),
        update(message_reaction={"chat": chat()}),
        update(a_kind_of_2031={"x": 1}),
        update(message=message(text="x", chat=GROUP)),
        update(message=message(text="x", **{"from": user(is_bot=True)})),
        update(message={key: part for key, part in message(text="x").items() if key != "from"}),
        update(message=message(pinned_message={})),
        update(message=message(message_auto_delete_timer_changed={"x": 1})),
        update(edited_message=message(location={"latitude": 1})),
        update(
            my_chat_member={"chat": GROUP, "from": user(), "new_chat_member": {"status": "left"}}
        ),
        update(my_chat_member={"chat": chat(), "from": user(), "new_chat_member": {"status": 5}}),
        pressed("1.l.5..", message=message(chat=GROUP)),
        pressed("1.l.5..", **{"from": user(is_bot=True)}),
    ],
)
def test_what_no_citizen_said_to_us_is_nothing(raw: bytes) -> None:
    """Groups, channels, bots, Telegram's own notices and unknown kinds are dropped."""
    assert decode(raw, ACCOUNT) is None


# To Python `true` is a number, `inf` and `nan` are JSON, and 2**63 fits no column.
NASTY = [
    b"", b"null", b"5", b'"x"', b"[]", b"{}", b"{", b"\xff\xfe", b"\x00", b"nul", b"[" * 100_000,
    b'{"update_id":' * 50_000, b"9" * 10_000, update(True), update("1001"), update(1001.0),
    update(None), update(0), update(-1), update(2**63), update([1]), update(float("inf")),
    update(float("nan")), b'{"update_id":' + b"9" * 5000 + b"}", b'{"update_id":1e999}',
    update(message=None), update(message="x"), update(message=[[[[]]]]),
    update(message=message(text=5)), update(message=message(text=["x"])),
    update(message=message(text="x", chat=None)), update(message=message(text="x", chat="private")),
    update(message=message(text="x", chat=chat(id=True))), update(message=message(text="x", chat=chat(id="5"))),
    update(message=message(text="x", chat=chat(id=-5))), update(message=message(text="x", chat=chat(id=10**400))),
    update(message=message(text="x", **{"from": "me"})), update(message=message(photo={"file_id": "a"})),
    update(message=message(photo=["a"])), update(message=message(sticker="x")),
    update(message=message(sticker={"file_id": "\ud800"})), update(message=message(sticker={"file_id": 5})),
    update(message=message(sticker={"file_id": "x" * 10_000})), update(message=message(photo=SIZES, caption=5)),
    update(message=message(photo=SIZES, media_group_id=13)), update(callback_query={}),
    update(callback_query=[]), pressed("1.l.5..", id=5), pressed("1.l.5..", id=""),
    pressed("1.l.5..", **{"from": None}), pressed("1.l.5..", message="x"),
    update(edited_message=message(text={})), update(my_chat_member={"chat": chat(), "from": user()}),
]  # fmt: skip


@pytest.mark.parametrize("raw", NASTY, ids=lambda raw: repr(raw[:40]))
def test_what_telegram_cannot_have_sent_is_malformed(raw: bytes) -> None:
    """One error for all of it, and its words quote nothing of what came."""
    with pytest.raises(Malformed) as caught:
        decode(raw, ACCOUNT)
    assert len(str(caught.value)) < 60


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "noon"),
        ("date", -1),
        ("date", 10**30),
        ("date", True),
        ("date", 2.5),
        ("date", None),
    ],
)
def test_an_odd_time_loses_the_time_and_not_the_message(field: str, value: object) -> None:
    """What somebody said matters more than when a clock elsewhere thought it was."""
    inbound = decode(update(message=message(text="x") | {field: value}), ACCOUNT)
    assert inbound is not None
    assert inbound.sent_at is None


@pytest.mark.parametrize("language", [5, "", "vi\n", "v" * 99, "vi_\u202e", None, ["vi"]])
def test_an_odd_language_loses_the_language_and_not_the_message(language: object) -> None:
    """The default language serves then."""
    raw = update(message=message(text="x", **{"from": user(language_code=language)}))
    inbound = decode(raw, ACCOUNT)
    assert inbound is not None
    assert inbound.language is None


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(codec=None), max_size=40)
)
NAMES = (
    "update_id", "message", "edited_message", "callback_query", "my_chat_member", "from", "chat",
    "id", "type", "is_bot", "text", "date", "photo", "file_id", "caption", "media_group_id", "data",
    "new_chat_member", "status", "sticker", "document",
)  # fmt: skip
FIELDS = st.sampled_from(NAMES)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(FIELDS, inner, max_size=6),
    max_leaves=25,
)
PIECES = {"chat": chat(), "from": user(), "id": "4382", "new_chat_member": {"status": "kicked"}}


def dump(value: object) -> bytes:
    """Write JSON with lone surrogates escaped, as an attacker can."""
    return json.dumps(value).encode()


def storable(inbound: Inbound) -> bool:
    """Say whether every text of it is text, without NUL, and every number fits a column."""
    values = [getattr(inbound.event, name) for name in inbound.event.__slots__]
    texts = [value for value in values if isinstance(value, str)]
    texts += [inbound.key, inbound.address.person, inbound.ack or "", inbound.language or ""]
    numbers = [value for value in values if isinstance(value, int)]
    clean = all("\x00" not in words and words.encode() is not None for words in texts)
    return clean and all(0 <= number < 2**63 for number in numbers)


@given(ANYTHING)
def test_any_json_is_understood_dropped_or_malformed(value: object) -> None:
    """Nothing else can come of it."""
    try:
        inbound = decode(dump(value), ACCOUNT)
    except Malformed:
        return
    assert inbound is None or storable(inbound)


@given(
    st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member"]),
    st.dictionaries(FIELDS, ANYTHING, max_size=6),
)
def test_any_content_of_a_known_kind_is_understood_dropped_or_malformed(
    kind: str, content: dict[str, object]
) -> None:
    """The same, past the outer checks."""
    try:
        inbound = decode(dump({"update_id": 1, kind: PIECES | content}), ACCOUNT)
    except Malformed:
        return
    assert inbound is None or storable(inbound)


@given(st.binary(max_size=200))
def test_any_bytes_are_malformed_or_dropped(raw: bytes) -> None:
    """Noise is never an event."""
    with suppress(Malformed):
        assert decode(raw, ACCOUNT) is None


@given(st.text(st.characters(codec=None), max_size=300))
def test_cleaning_twice_changes_nothing_more(words: str) -> None:
    """A text that was stored once reads back the same when it comes in again."""
    first = event(said("x" + words))
    assert isinstance(first, Said)
    assert event(said(first.text)) == first
