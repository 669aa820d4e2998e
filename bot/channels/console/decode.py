"""Reads a typed line as what happened: a start with or without a code, or text. Pure."""

from bot.conversation.events import Event, Opened, Said, Tapped
from bot.wire.buttons import NotAButton, decode
from bot.wire.messages import Button
from bot.wire.plain import plain


def decode_line(line: str, buttons: tuple[Button, ...] = ()) -> Event:
    """Give the event of a line; ``[label]`` presses the newest button of that name."""
    text = plain(line).strip()
    if text == "/start":
        return Opened()
    if text.startswith("/start "):
        return Opened(text.removeprefix("/start ").strip() or None)
    if text.startswith("[") and text.endswith("]"):
        pressed = _pressed(text[1:-1], buttons)
        if pressed is not None:
            return pressed
    return Said(text)


def _pressed(label: str, buttons: tuple[Button, ...]) -> Tapped | None:
    for button in buttons:
        if button.label == label:
            try:
                return decode(button.data)
            except NotAButton:
                return None
    return None
