"""One-time codes that a phone shows: RFC 6238 over HMAC-SHA1, 30 seconds, six digits. It keeps
nothing and knows no clock."""

import base64
import hashlib
import hmac
from datetime import datetime
from typing import Final
from urllib.parse import quote

STEP: Final = 30
DIGITS: Final = 6
BYTES: Final = 20
"""Of a secret: as many as SHA-1 gives (RFC 4226, 4)."""
_DRIFT: Final = 1
"""Steps that a phone's clock may be off, either way (RFC 6238, 5.2)."""


def step_of(at: datetime) -> int:
    """Give the number of the half minute."""
    return int(at.timestamp()) // STEP


def code(secret: bytes, step: int) -> str:
    """Give the six digits of a half minute (RFC 4226, 5.3)."""
    # SHA-1 is the RFC's default, and the one that every authenticator knows.
    mac = hmac.digest(secret, step.to_bytes(8), hashlib.sha1)
    start = mac[-1] & 15
    number = int.from_bytes(mac[start : start + 4]) & 0x7FFF_FFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def matching(secret: bytes, typed: str, at: datetime, after: int) -> int | None:
    """Give the half minute whose code was typed, later than the one used last; None for none.

    One used last that is still far off was used while our clock was ahead, and bars nobody.
    """
    # As bytes, since compare_digest refuses a text that is not ASCII.
    given = "".join(typed.split()).encode()
    now, found = step_of(at), None
    if after > now + 2 * _DRIFT:
        after = 0
    # Without an early end, so that the time taken says nothing of what was near.
    for step in range(now - _DRIFT, now + _DRIFT + 1):
        if hmac.compare_digest(code(secret, step).encode(), given) and step > after:
            found = step
    return found


def address(secret: bytes, name: str, issuer: str) -> str:
    """Give what a phone scans: ``otpauth://totp/…`` with the secret in base32."""
    label = f"{quote(issuer, safe='')}:{quote(name, safe='')}"
    return f"otpauth://totp/{label}?secret={spelled(secret)}&issuer={quote(issuer, safe='')}"


def spelled(secret: bytes) -> str:
    """Spell a secret in base32, for typing it into a phone."""
    return base64.b32encode(secret).decode().rstrip("=")
