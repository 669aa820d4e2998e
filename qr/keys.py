"""Own the signing keys of desk codes and the derivation of one key per purpose.

A secret is never shown, logged or used as it is.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass, field

# A token has four bits for its length, and columns have twelve characters.
KID = re.compile(r"[A-Za-z0-9]{1,12}\Z")
SHORTEST_SECRET = 16
_DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Key:
    """Hold one secret under the id that tokens carry; ids differ by case."""

    kid: str
    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not KID.match(self.kid):
            raise ValueError("a key id is 1 to 12 of A-Z, a-z and 0-9")
        if len(self.secret) < SHORTEST_SECRET:
            raise ValueError(f"a secret has at least {SHORTEST_SECRET} bytes")

    def derive(self, purpose: str, length: int = 32) -> bytes:
        """Derive `length` bytes for one purpose by HKDF-SHA256 with an empty salt (RFC 5869)."""
        return hkdf_sha256(self.secret, info=purpose.encode(), length=length)


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Hold the keys, oldest first: the last one signs, all of them verify."""

    keys: tuple[Key, ...]

    def __post_init__(self) -> None:
        if not self.keys:
            raise ValueError("a key ring holds at least one key")
        if len({key.kid for key in self.keys}) != len(self.keys):
            raise ValueError("a key ring holds each key id once")

    @property
    def signing(self) -> Key:
        """Return the newest key."""
        return self.keys[-1]

    def find(self, kid: str) -> Key | None:
        """Return the key of this id, or None when it was never here or is lost."""
        return next((key for key in self.keys if key.kid == kid), None)


def hkdf_sha256(secret: bytes, *, info: bytes, length: int, salt: bytes = b"") -> bytes:
    """Derive `length` bytes, at most 255 digests' worth (RFC 5869, sections 2.2 and 2.3)."""
    if not 0 < length <= 255 * _DIGEST:
        raise ValueError("HKDF-SHA256 gives 1 to 8160 bytes")
    # No salt is as many zeros as the digest is long (RFC 5869, 2.2).
    pseudorandom = hmac.digest(salt or bytes(_DIGEST), secret, "sha256")
    block, output = b"", b""
    for counter in range(1, -(-length // _DIGEST) + 1):
        block = hmac.digest(pseudorandom, block + info + bytes((counter,)), "sha256")
        output += block
    return output[:length]
