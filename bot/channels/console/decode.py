"""Reads a typed line as what happened: a start with or without a code, or text. Pure."""

import unicodedata

from bot.conversation.events import Event, Opened, Said, Tapped
from bot.wire.buttons import NotAButton, decode
from bot.wire.messages import Button

_LONGEST = 20_000


def decode_line(line: str, buttons: tuple[Button, ...] = ()) -> Event:
    """Give the event of a line; ``[label]`` presses the newest button of that name."""
    text = clean(line)
    if text == "/start":
        return Opened()
    if text.startswith("/start "):
        return Opened(text.removeprefix("/start ").strip() or None)
    if text.startswith("[") and text.endswith("]"):
        pressed = _pressed(text[1:-1], buttons)
        if pressed is not None:
            return pressed
    return Said(text)


def clean(line: str) -> str:
    """Normalise to NFC and drop what no keyboard types: control and direction characters."""
    whole = unicodedata.normalize("NFC", line[:_LONGEST])
    kept = (c for c in whole if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    return "".join(kept).strip()


def _pressed(label: str, buttons: tuple[Button, ...]) -> Tapped | None:
    for button in buttons:
        if button.label == label:
            try:
                return decode(button.data)
            except NotAButton:
                return None
    return None
