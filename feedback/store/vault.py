"""Keyed hashes and sealing: pseudonyms, evidence and ciphertext. It never shows a key."""

import hashlib
import hmac
import os
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from feedback.domain.ids import Person, Rater, RatingId

# Drawn by chance: NIST SP 800-38D lets one key seal 2^32 texts so; a new key starts anew.
_NONCE = 12


class Unreadable(Exception):
    """Sealed bytes were changed, or their key is no longer here."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key's id, 1-12 letters or digits, and its secret, at least 16 bytes."""

    kid: str
    secret: bytes

    def __post_init__(self) -> None:
        # The columns that say what sealed a row hold 12 characters.
        if not (self.kid.isascii() and self.kid.isalnum() and len(self.kid) <= 12):
            raise ValueError("a key id is 1-12 letters or digits")
        if len(self.secret) < 16:
            raise ValueError(f"the secret of key {self.kid} is shorter than 16 bytes")

    def derive(self, purpose: str) -> bytes:
        """Derive 32 bytes for one purpose (HKDF-SHA256, RFC 5869)."""
        return HKDF(SHA256(), 32, None, f"hailong {purpose}".encode()).derive(self.secret)


@dataclass(frozen=True)
class Vault:
    """All keys, newest last: the newest seals, all open, and the first names people for ever."""

    keys: tuple[Key, ...]

    def __post_init__(self) -> None:
        if not self.keys:
            raise ValueError("at least one key is needed")
        if len({key.kid for key in self.keys}) < len(self.keys):
            raise ValueError("two keys have the same id")

    @property
    def kid(self) -> str:
        """The id of the key that seals now."""
        return self.keys[-1].kid

    @property
    def kids(self) -> frozenset[str]:
        """The ids of all keys."""
        return frozenset(key.kid for key in self.keys)

    def person(self, channel: str, name: str) -> Person:
        """Give the pseudonym of someone in a channel, 16 bytes."""
        # The zero byte parts them: otherwise ("a", "bc") and ("ab", "c") were one person.
        return Person(self._keyed(self._naming, f"{channel}\0{name}".encode()))

    def rater(self, person: Person, quarter: str) -> Rater:
        """Give a person's pseudonym within a quarter, 16 bytes."""
        # No parting is needed here, since a pseudonym is always 16 bytes.
        return Rater(self._keyed(self._rating, person + quarter.encode()))

    def evidence(self, week: str, kind: str, value: str) -> bytes:
        """Hash a device or network for integrity checks under a key that changes each week."""
        # By week, so that whoever reads the table cannot follow a device through the year.
        weekly = self._keyed(self._witness, week.encode())
        return self._keyed(weekly, f"{kind}\0{value}".encode())

    def number(self, digits: str) -> bytes:
        """Hash a follow-up number, 32 bytes: the stored hash alone gives no number back."""
        return hmac.digest(self._following, digits.encode(), hashlib.sha256)

    def attest(self, kid: str, digest: bytes) -> bytes:
        """Vouch for a digest of the record of acts under a key, 32 bytes; raise Unreadable."""
        key = self._vouching.get(kid)
        if key is None:
            raise Unreadable(f"key {kid} is not here")
        return hmac.digest(key, digest, hashlib.sha256)

    def drawn(self, nonce: bytes) -> int:
        """Give 256 bits of chance that a nonce of ours always gives again."""
        return int.from_bytes(hmac.digest(self._drawing, nonce, hashlib.sha256))

    def erased(self, person: Person) -> bytes:
        """Hash a pseudonym for the list of erasures, 32 bytes."""
        return hmac.digest(self._erasing, person, hashlib.sha256)

    def handle(self, rating: RatingId) -> str:
        """Name a rating by 16 hex digits that say nothing of when it was given."""
        return hmac.digest(self._handling, b"%d" % rating, hashlib.sha256)[:8].hex()

    def likeness(self, *, sealed: bool) -> bytes:
        """Give the key of signatures of words; those of sealed cases tell nothing of others."""
        return self.keys[0].derive("likeness of sealed words" if sealed else "likeness")

    def seal(self, plain: bytes) -> bytes:
        """Encrypt with the newest key (AES-256-GCM, nonce in front)."""
        nonce = os.urandom(_NONCE)
        return nonce + self._ciphers[self.kid].encrypt(nonce, plain, None)

    def unseal(self, kid: str, sealed: bytes) -> bytes:
        """Decrypt what ``seal`` made under that key; raise Unreadable otherwise."""
        cipher = self._ciphers.get(kid)
        if cipher is None:
            raise Unreadable(f"key {kid} is not here")
        try:
            return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], None)
        except InvalidTag as error:
            raise Unreadable("the sealed text was changed") from error

    @cached_property
    def _naming(self) -> bytes:
        return self.keys[0].derive("pseudonym")

    @cached_property
    def _rating(self) -> bytes:
        return self.keys[0].derive("rater")

    @cached_property
    def _witness(self) -> bytes:
        return self.keys[0].derive("evidence")

    @cached_property
    def _following(self) -> bytes:
        return self.keys[0].derive("follow-up")

    @cached_property
    def _vouching(self) -> dict[str, bytes]:
        return {key.kid: key.derive("audit") for key in self.keys}

    @cached_property
    def _drawing(self) -> bytes:
        return self.keys[0].derive("drawing")

    @cached_property
    def _erasing(self) -> bytes:
        return self.keys[0].derive("erasure")

    @cached_property
    def _handling(self) -> bytes:
        return self.keys[0].derive("handle")

    @cached_property
    def _ciphers(self) -> dict[str, AESGCM]:
        return {key.kid: AESGCM(key.derive("encryption")) for key in self.keys}

    @staticmethod
    @lru_cache(maxsize=8192)
    def _keyed(secret: bytes, message: bytes) -> bytes:
        # 128 bits: among ten million people two alike are unlikelier than one in 10^24.
        return hmac.digest(secret, message, hashlib.sha256)[:16]
