"""Names a case in the prompt of a button, and reads it back. It never raises on reading."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LONGEST = 13
"""Base-36 digits of the largest id, 2**63 - 1."""


def written(case: int) -> str:
    """Write a case's id in few characters."""
    text = ""
    while case > 0:
        case, digit = divmod(case, 36)
        text = _DIGITS[digit] + text
    return text or "0"


def read(text: str) -> int:
    """Read what ``written`` wrote; 0, which no case has, for anything else."""
    plain = text.isascii() and text.isalnum() and text == text.lower()
    # int alone would take signs, underscores and the digits of every script.
    return int(text, 36) if plain and 0 < len(text) <= _LONGEST else 0
