"""Owns reading typed fields out of JSON that anyone may have written. It never trusts a type."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

_MOST = 2**63
_LAST_SECOND = 2**33
_LANGUAGE = re.compile(r"[A-Za-z0-9-]{2,35}\Z")


class Malformed(ValueError):
    """What came is no update that Telegram could have sent."""


def record(value: object, name: str) -> Mapping[str, object]:
    """Return a JSON object; raise Malformed, naming the field, for anything else."""
    if isinstance(value, dict):
        return value
    raise Malformed(f"{name} is no object")


def items(value: object, name: str) -> list[object]:
    """Return a JSON array; raise Malformed, naming the field, for anything else."""
    if isinstance(value, list):
        return value
    raise Malformed(f"{name} is no array")


def text(value: object, name: str) -> str:
    """Return a string; raise Malformed, naming the field, for anything else."""
    if isinstance(value, str):
        return value
    raise Malformed(f"{name} is no text")


def identity(value: object, name: str) -> int:
    """Return a positive whole number below 2**63, or raise Malformed; true is not a number."""
    if type(value) is int and 0 < value < _MOST:
        return value
    raise Malformed(f"{name} is no id")


def handle(value: object, name: str) -> str:
    """Return a messenger's own opaque id, printable ASCII of at most 512, or raise Malformed."""
    if isinstance(value, str) and value.isascii() and value.isprintable() and 0 < len(value) <= 512:
        return value
    raise Malformed(f"{name} is no handle")


def moment(value: object) -> datetime | None:
    """Return a time given in seconds since 1970; None for what is no such time."""
    if type(value) is int and 0 < value < _LAST_SECOND:
        return datetime.fromtimestamp(value, UTC)
    return None


def language(value: object) -> str | None:
    """Return a language tag as BCP 47 spells them; None for what is no such tag."""
    return value if isinstance(value, str) and _LANGUAGE.match(value) else None
