"""How the key of one backup is locked: under the office's newest key, and under a passphrase.

It never writes a key in clear: whoever has neither the keys nor the passphrase has nothing.
"""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from feedback.store.vault import Key
from hailong.backup.faults import NotABackup, WrongKey

_NONCE = 12
_KID = re.compile("[A-Za-z0-9]{1,12}")
_FOR = b"hailong backup 1"
_PASSES, _KIBIBYTES, _LANES = 3, 64 * 1024, 4
"""Argon2id as RFC 9106 recommends where memory is short."""


@dataclass(frozen=True, slots=True)
class Lock:
    """The key of a backup, sealed: under the key ``kid``, or under a passphrase with ``salt``."""

    sealed: bytes
    kid: str = ""
    salt: bytes = b""

    def row(self) -> dict[str, str]:
        """Give it as it stands in the head of the file."""
        return {"kid": self.kid, "salt": self.salt.hex(), "sealed": self.sealed.hex()}

    @classmethod
    def read(cls, row: object) -> "Lock":
        """Read what ``row`` gave; raise NotABackup."""
        try:
            kid, salt, sealed = (str(row[name]) for name in ("kid", "salt", "sealed"))  # type: ignore[index]
            lock = cls(bytes.fromhex(sealed), kid, bytes.fromhex(salt))
        except (KeyError, TypeError, ValueError):
            raise NotABackup("A lock in the head of the file cannot be read.") from None
        # It is told to the operator: the head of a stranger's file must not speak to the terminal.
        if kid and not _KID.fullmatch(kid):
            raise NotABackup("A lock in the head of the file names no key.")
        return lock


@dataclass(frozen=True, slots=True)
class Openers:
    """What opens backups: the office's keys, newest last, and a passphrase where one was set."""

    keys: Sequence[Key] = ()
    passphrase: str = ""

    def lock(self, secret: bytes) -> tuple[Lock, ...]:
        """Lock a fresh key for the newest of the keys, and for the passphrase."""
        locks = [Lock(_seal(key.derive("backup"), secret), kid=key.kid) for key in self.keys[-1:]]
        if self.passphrase:
            salt = os.urandom(16)
            locks.append(Lock(_seal(_stretched(self.passphrase, salt), secret), salt=salt))
        return tuple(locks)

    def unlock(self, locks: Iterable[Lock]) -> bytes:
        """Give the key of a backup; raise WrongKey, naming the key that is wanted."""
        locks = tuple(locks)
        for lock in locks:
            for opener in self._fitting(lock):
                try:
                    return _unseal(opener, lock.sealed)
                except InvalidTag:
                    # A key of that name may be another office's; a passphrase may still fit.
                    continue
        raise WrongKey(self._wanted(locks))

    def _fitting(self, lock: Lock) -> Iterable[bytes]:
        if lock.salt:
            return (_stretched(self.passphrase, lock.salt),) if self.passphrase else ()
        return (key.derive("backup") for key in self.keys if key.kid == lock.kid)

    def _wanted(self, locks: Sequence[Lock]) -> str:
        here = {key.kid for key in self.keys}
        kids = [lock.kid for lock in locks if lock.kid]
        said = "The backup cannot be opened with the keys that are here."
        for kid in kids:
            if kid in here:
                said += f" There is a key {kid}, but not the one that locked it: another office's?"
            else:
                said += f" It is locked with the key {kid}: put the copy of your keys in place."
        if any(lock.salt for lock in locks):
            tried = "does not open it either" if self.passphrase else "opens it too"
            said += f" The passphrase (HAILONG_BACKUP_PASSPHRASE) {tried}."
        return said


def _stretched(passphrase: str, salt: bytes) -> bytes:
    secret = passphrase.encode()
    return hash_secret_raw(secret, salt, _PASSES, _KIBIBYTES, _LANES, 32, Type.ID)


def _seal(key: bytes, secret: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, secret, _FOR)


def _unseal(key: bytes, sealed: bytes) -> bytes:
    if len(sealed) < _NONCE:
        raise InvalidTag
    return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], _FOR)
