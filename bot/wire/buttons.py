"""The data behind a button: which prompt, desk and day it stood under, and what it meant."""

from datetime import date, timedelta

from bot.conversation.events import Tapped

# Counted from here in base 36, a day takes three characters of the 64.
_EPOCH = date(2025, 1, 1)
_LARGEST = 2**31 - 1
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class NotAButton(ValueError):
    """The data behind a press was not made by us."""


def encode(tap: Tapped) -> str:
    """Write a tap as at most 64 ASCII characters: ``1.prompt.choice.desk.day``."""
    desk = "" if tap.desk is None else _base36(tap.desk)
    day = "" if tap.day is None else _base36((tap.day - _EPOCH).days)
    data = f"1.{tap.prompt}.{tap.choice}.{desk}.{day}"
    # Telegram refuses callback_data above 64 bytes.
    if len(data.encode()) > 64:
        raise ValueError(f"button data of {len(data)} bytes does not fit: {data!r}")
    return data


def decode(data: str) -> Tapped:
    """Read what ``encode`` wrote; raise NotAButton for anything else."""
    parts = data.split(".")
    if len(data) > 64 or len(parts) != 5 or parts[0] != "1":
        raise NotAButton(data[:64])
    _, prompt, choice, desk, day = parts
    try:
        tap = Tapped(
            prompt=prompt,
            choice=choice,
            desk=int(desk, 36) if desk else None,
            day=_EPOCH + timedelta(days=int(day, 36)) if day else None,
        )
    except (ValueError, OverflowError) as error:
        raise NotAButton(data) from error
    if not data.isascii() or encode(tap) != data or not 0 <= (tap.desk or 0) <= _LARGEST:
        raise NotAButton(data)  # one spelling only, and no number that no database could hold
    return tap


def _base36(number: int) -> str:
    if number < 0:
        return "-" + _base36(-number)
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
        if not number:
            return text
