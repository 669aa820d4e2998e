"""Own the signed token that a poster carries: minting, reading and parsing it.

A token has one spelling only and never says whose desk it is, only a serial number.
"""

import base64
import hmac
import re
from dataclasses import dataclass
from enum import IntEnum

from qr.keys import KID, Key, KeyRing

VERSION = 1
LONGEST = 64  # what Telegram's /start takes
MAX_SERIAL = 2**48 - 1
_SERIAL_BYTES = 6
_MAC_BYTES = 12
_HEAD_BYTES = 2
_KEY_PURPOSE = "hailong/qr/token/1"
_SPELLING = re.compile(r"[A-Za-z0-9_-]+\Z")


class Purpose(IntEnum):
    """Say what a token opens; the number is printed on paper and never changes."""

    DESK = 1
    VISIT = 2
    TABLET = 3


class CodeError(ValueError):
    """The text is no token that this office can accept."""


class Malformed(CodeError):
    """The text is not in the form of a token."""


class NotCanonical(CodeError):
    """The text decodes, but is not the one spelling of its bytes."""


class UnknownVersion(CodeError):
    """The token is of a version that this program does not read."""


class UnknownKey(CodeError):
    """The token names a key that is not on the ring."""


class BadSignature(CodeError):
    """The token was not signed by the key that it names."""


class WrongPurpose(CodeError):
    """The token is genuine and opens something else."""


@dataclass(frozen=True, slots=True)
class TokenBody:
    """Hold what a token says; it is true only when `read` returned it."""

    version: int
    kid: str
    purpose: Purpose
    serial: int

    def __post_init__(self) -> None:
        if self.version != VERSION:
            raise ValueError(f"version {self.version} is not written or read")
        if not KID.match(self.kid):
            raise ValueError("a key id is 1 to 12 of A-Z, a-z and 0-9")
        if not 0 <= self.serial <= MAX_SERIAL:
            raise ValueError("a serial is an unsigned number of 48 bits")


def mint(ring: KeyRing, purpose: Purpose, serial: int) -> str:
    """Sign a token with the newest key: 28 to 43 characters of `A-Za-z0-9_-`."""
    key = ring.signing
    signed = _pack(TokenBody(VERSION, key.kid, purpose, serial))
    return _spell(signed + _mac(key, signed))


def read(ring: KeyRing, text: str, purpose: Purpose) -> TokenBody:
    """Return what a genuine token of this purpose says, or raise a leaf of `CodeError`."""
    raw = _unspell(text)
    body = _unpack(raw)
    key = ring.find(body.kid)
    if key is None:
        raise UnknownKey
    if not hmac.compare_digest(_mac(key, raw[:-_MAC_BYTES]), raw[-_MAC_BYTES:]):
        raise BadSignature
    if body.purpose is not purpose:
        raise WrongPurpose
    return body


def peek(text: str) -> TokenBody:
    """Parse a token without verifying it, for one whose key is lost but whose row exists."""
    return _unpack(_unspell(text))


def _mac(key: Key, signed: bytes) -> bytes:
    return hmac.digest(key.derive(_KEY_PURPOSE), signed, "sha256")[:_MAC_BYTES]


def _pack(body: TokenBody) -> bytes:
    kid = body.kid.encode("ascii")
    head = bytes((body.version << 4 | len(kid), body.purpose))
    return head + kid + body.serial.to_bytes(_SERIAL_BYTES, "big")


def _unpack(raw: bytes) -> TokenBody:
    version, kid_length = raw[0] >> 4, raw[0] & 0x0F
    if version != VERSION:
        raise UnknownVersion
    kid_end = _HEAD_BYTES + kid_length
    if len(raw) != kid_end + _SERIAL_BYTES + _MAC_BYTES:
        raise Malformed
    try:
        return TokenBody(
            version=version,
            kid=raw[_HEAD_BYTES:kid_end].decode("ascii"),
            purpose=Purpose(raw[1]),
            serial=int.from_bytes(raw[kid_end : kid_end + _SERIAL_BYTES], "big"),
        )
    except ValueError as error:
        raise Malformed from error


def _spell(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def _unspell(text: str) -> bytes:
    if len(text) > LONGEST:
        raise Malformed
    bare = text.rstrip("=")
    if not _SPELLING.match(bare) or len(bare) % 4 == 1:
        raise Malformed
    raw = base64.urlsafe_b64decode(bare + "=" * (-len(bare) % 4))
    # Spare bits and padding would give one token several spellings.
    if _spell(raw) != text:
        raise NotCanonical
    return raw
