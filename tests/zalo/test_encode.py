"""How a message is written for Zalo: complete in words, buttons only where all of them fit."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo.encode import LONGEST, bot_body, encode, oa_body
from bot.wire.messages import Address, Button, Outbound
from tests.zalo.events import ACCOUNT, PERSON

LEVELS = tuple(
    (Button(f"{digit}. {words}", f"1.level.{digit}..", digit),)
    for digit, words in (("5", "Rất hài lòng 😄"), ("4", "Hài lòng 🙂"), ("3", "Bình thường 😐"))
)


def outbound(text: str, *rows: tuple[Button, ...], ack: str | None = None) -> Outbound:
    """Make a message to somebody."""
    return Outbound(1, Address(ACCOUNT, PERSON), text, tuple(rows), ack)


def test_a_press_sends_exactly_what_a_person_would_type() -> None:
    """And shows it in the chat; the data behind a button is Telegram's affair."""
    (bubble,) = encode(outbound("Mời ông/bà chọn\n5. …", *LEVELS), buttons=True)
    assert oa_body(bubble) == {
        "recipient": {"user_id": PERSON},
        "message": {
            "text": "Mời ông/bà chọn\n5. …",
            "attachment": {
                "type": "template",
                "payload": {
                    "buttons": [
                        {"title": "5. Rất hài lòng 😄", "type": "oa.query.show", "payload": "5"},
                        {"title": "4. Hài lòng 🙂", "type": "oa.query.show", "payload": "4"},
                        {"title": "3. Bình thường 😐", "type": "oa.query.show", "payload": "3"},
                    ]
                },
            },
        },
    }


def test_without_buttons_there_is_nothing_but_the_text() -> None:
    """Where they are switched off, and on the Bot Platform always."""
    (bubble,) = encode(outbound("Mời chọn", *LEVELS), buttons=False)
    assert oa_body(bubble) == {"recipient": {"user_id": PERSON}, "message": {"text": "Mời chọn"}}
    assert bot_body(bubble) == {"chat_id": PERSON, "text": "Mời chọn"}


def test_more_than_five_choices_have_no_buttons() -> None:
    """Five of seven would look like all there is."""
    rows = [(Button(f"{n}. x", "1.a.b..", str(n)),) for n in range(6)]
    assert len(encode(outbound("?", *rows[:5]), buttons=True)[0].buttons) == 5
    assert encode(outbound("?", *rows), buttons=True)[0].buttons == ()


def test_the_other_language_gives_way_to_five_levels() -> None:
    """It is still in the text, and is typed."""
    rows = [(Button(f"{n}. x", "1.a.b..", str(n)),) for n in (5, 4, 3, 2, 1, 8)]
    keys = encode(outbound("?\n8. English", *rows), buttons=True)[0].buttons
    assert [key.typed for key in keys] == ["5", "4", "3", "2", "1"]


def test_a_choice_that_nobody_could_type_takes_all_buttons_away() -> None:
    rows = ((Button("Có", "1.a.b..", "1"),), (Button("Không", "1.a.c..", ""),))
    assert encode(outbound("?", *rows), buttons=True)[0].buttons == ()


def test_a_long_title_is_cut_to_a_hundred() -> None:
    (bubble,) = encode(outbound("?", (Button("ộ" * 150, "1.a.b..", "1"),)), buttons=True)
    (key,) = oa_body(bubble)["message"]["attachment"]["payload"]["buttons"]
    assert key["title"] == "ộ" * 99 + "…"


@pytest.mark.parametrize(
    ("pressed", "typed"),
    [
        ("Hài lòng đến đâu?\nXin bấm một dòng, hoặc nhắn số:", "Xin nhắn số của một dòng:"),
        ("Đã ghi.\nBấm nhầm? Nhắn SỬA.", "Nhắn nhầm? Nhắn SỬA."),
        ("Ông/bà xem lại rồi bấm Gửi.", "xem lại rồi chọn Gửi."),
        ("Please tap a line, or send its number:", "Please send the number of a line:"),
    ],
)
def test_nobody_is_asked_to_press_what_is_not_there(pressed: str, typed: str) -> None:
    with_keys = encode(outbound(pressed, *LEVELS), buttons=True)[0]
    assert oa_body(with_keys)["message"]["text"] == pressed
    plain = encode(outbound(pressed, *LEVELS), buttons=False)[0]
    assert typed in oa_body(plain)["message"]["text"]
    assert "tap" not in bot_body(plain)["text"]


def test_a_long_text_quotes_first_and_asks_last() -> None:
    """Each part fits, in whole paragraphs."""
    text = "\n\n".join("đoạn văn " * 60 for _ in range(6))
    first, *_, last = encode(outbound(text, *LEVELS, ack="m1"), buttons=True)
    assert (first.quoted, first.buttons) == ("m1", ())
    assert (last.quoted, len(last.buttons)) == (None, 3)
    assert oa_body(first)["message"]["quote_message_id"] == "m1"


def test_what_an_account_may_refuse_is_left_out_step_by_step() -> None:
    (bubble,) = encode(outbound("?", *LEVELS, ack="m1"), buttons=True)
    shown = [(form.quoted, len(form.buttons)) for form in bubble.forms]
    assert shown == [("m1", 3), (None, 3), (None, 0)]
    assert len(encode(outbound("?"), buttons=True)[0].forms) == 1


@given(st.text(st.sampled_from("aắ😊\u0301 .\n"), max_size=9000))
def test_every_part_fits_however_it_is_counted(text: str) -> None:
    """In composed letters, and in the units of UTF-16, of which an emoji has two."""
    if not text.strip():
        return
    for bubble in encode(outbound(text), buttons=True):
        words = bot_body(bubble)["text"]
        assert unicodedata.is_normalized("NFC", words)
        assert 0 < len(words.encode("utf-16-le")) // 2 <= LONGEST


@pytest.mark.parametrize("text", ["", " \n\t", "\ud800"])
def test_a_message_of_no_text_cannot_exist(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        encode(outbound(text), buttons=True)
