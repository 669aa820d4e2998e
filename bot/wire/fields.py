"""Owns reading typed fields out of JSON that anyone may have written. It never trusts a type."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime

# What a BIGINT of either database holds.
_MOST = 2**63
# The year 2242: what is later is no time that a messenger could have told.
_LAST_SECOND = 2**33
# \d would take the digits of every script, and $ a line break at the end.
_DIGITS = re.compile(r"[0-9]{1,19}\Z")
_LANGUAGE = re.compile(r"[A-Za-z0-9-]{2,35}\Z")


class Malformed(ValueError):
    """What came is no update that the messenger could have sent."""


def parsed(raw: bytes) -> object:
    """Read JSON; raise Malformed, quoting nothing, for what is none."""
    try:
        value: object = json.loads(raw)
    except (ValueError, RecursionError):
        # The parser's own message quotes what a person wrote.
        raise Malformed("no JSON") from None
    return value


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


def count(value: object) -> int:
    """Return a whole number below 2**63, as a number or in digits; 0 for anything else."""
    if isinstance(value, str) and _DIGITS.match(value):
        value = int(value)
    return value if type(value) is int and 0 < value < _MOST else 0


def moment(value: object) -> datetime | None:
    """Return a time given in seconds since 1970; None for what is no such time."""
    if type(value) is int and 0 < value < _LAST_SECOND:
        return datetime.fromtimestamp(value, UTC)
    return None


def instant(value: object) -> datetime | None:
    """Return a time given in milliseconds since 1970, also in digits; None for no such time."""
    milliseconds = count(value)
    if 0 < milliseconds < _LAST_SECOND * 1000:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    return None


def language(value: object) -> str | None:
    """Return a language tag as BCP 47 spells them; None for what is no such tag."""
    return value if isinstance(value, str) and _LANGUAGE.match(value) else None
