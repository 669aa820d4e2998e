"""Owns the form in which a message goes to Telegram. It never asks for markup: text is literal."""

from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

from bot.wire.messages import Button, Outbound
from bot.wire.parts import split

LONGEST = 4096
"""UTF-16 units of one message, as Telegram counts them."""

_MOST_DATA = 64  # bytes


def encode(message: Outbound) -> tuple[SendMessage, ...]:
    """Write a message as one or more of Telegram's; the buttons stand under the last.

    Raises ValueError where no such message can exist: no text, half a character, or a button's data
    too long.
    """
    message.text.encode()  # half a surrogate pair would only fail on the wire
    parts = split(message.text, LONGEST)
    if not parts:
        raise ValueError("no text")
    *before, last = parts
    chat = message.address.person
    return (*(_say(chat, part) for part in before), _say(chat, last, _keyboard(message.buttons)))


def _say(person: str, text: str, keyboard: InlineKeyboardMarkup | None = None) -> SendMessage:
    return SendMessage(
        chat_id=person,
        text=text,
        # In a parsed message a citizen's own words could act as markup.
        parse_mode=None,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_markup=keyboard,
    )


def _keyboard(rows: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup(inline_keyboard=[[_key(button) for button in row] for row in rows])


def _key(button: Button) -> InlineKeyboardButton:
    if not 0 < len(button.data.encode()) <= _MOST_DATA:
        raise ValueError("a button's data takes 1 to 64 bytes")
    button.label.encode()
    return InlineKeyboardButton(text=button.label, callback_data=button.data)
