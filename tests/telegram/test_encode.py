"""How a message is written for Telegram."""

import pytest

from bot.channels.telegram.encode import LONGEST, encode
from bot.wire.messages import Address, Button, Outbound
from tests.telegram.updates import ACCOUNT


def outbound(text: str, *rows: tuple[Button, ...]) -> Outbound:
    """Make a message to somebody."""
    return Outbound(1, Address(ACCOUNT, "77"), text, tuple(rows))


def test_markup_in_a_text_is_left_alone() -> None:
    """A citizen's or a unit's name is shown literally, whatever it holds."""
    (said,) = encode(outbound("<b>UBND</b> *xã* [x](http://y)"))
    assert said.text == "<b>UBND</b> *xã* [x](http://y)"
    assert said.parse_mode is None
    assert said.chat_id == "77"


def test_buttons_stand_under_the_last_part_only() -> None:
    """A long text with buttons is one thing to answer, not several."""
    row = (Button("5. Rất hài lòng 😊", "1.level.5.10.a"), Button("4. Hài lòng", "1.level.4.10.a"))
    first, last = encode(outbound("a" * LONGEST + "b", row))
    assert first.reply_markup is None
    assert last.text == "b"
    keys = last.reply_markup.inline_keyboard
    assert [[key.text for key in keys_row] for keys_row in keys] == [[key.label for key in row]]
    assert keys[0][0].callback_data == "1.level.5.10.a"


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_a_message_of_no_text_cannot_exist(text: str) -> None:
    """Telegram would refuse it for ever."""
    with pytest.raises(ValueError, match="no text"):
        encode(outbound(text))


@pytest.mark.parametrize("data", ["", "x" * 65, "ắ" * 22])
def test_button_data_takes_1_to_64_bytes(data: str) -> None:
    """Bytes, not characters."""
    with pytest.raises(ValueError, match="64 bytes"):
        encode(outbound("Mời ông/bà chọn", (Button("5", data),)))
