"""Hashes passwords and compares them, slowly on purpose. It must never run inside a transaction
that others wait for, and never keeps, shows or logs what was typed."""

import secrets
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NewType

from feedback.services.refusals import Misuse

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 10
LONGEST = 200


PasswordHash = NewType("PasswordHash", str)


def hashed(password: str) -> PasswordHash:
    """Hash a password with argon2id; raise Misuse for one that is too short or too long."""
    normal = _normal(password)
    if not SHORTEST <= len(normal) <= LONGEST:
        raise Misuse(f"A password has {SHORTEST} to {LONGEST} characters.")
    return PasswordHash(_hasher().hash(normal))


def matches(kept: str, password: str) -> bool:
    """Say whether a password is the one that a hash was made of."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415

    # A megabyte as a password would keep argon2 busy; an empty one takes as long as any other.
    if len(password) > LONGEST:
        password = ""
    try:
        return _hasher().verify(kept, _normal(password))
    except (VerificationError, InvalidHashError):
        return False


def renewed(kept: str, password: str) -> str | None:
    """Hash a password that matches again, where the kept hash was made with older settings."""
    return _hasher().hash(_normal(password)) if _hasher().check_needs_rehash(kept) else None


def same(one: str, other: str) -> bool:
    """Say whether two passwords are one, on whichever keyboard they were typed."""
    return _normal(one) == _normal(other)


@cache
def decoy() -> str:
    """Give a hash that nothing matches, to compare with where there is nobody."""
    return _hasher().hash(secrets.token_hex(16))


def _normal(password: str) -> str:
    # Two keyboards may spell the same Vietnamese letter in two ways.
    return unicodedata.normalize("NFC", password)


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415 (most commands never need it)

    return PasswordHasher()
