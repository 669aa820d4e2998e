"""The file of a backup: a head in clear, then blocks of one size, each sealed at its place.

Layout: a line that names the form; 4 bytes, the length of the head; the head, JSON with the locks;
SHA-256 of all that; then blocks of 64 KiB under AES-256-GCM, the last filled up with zeros. A
block's nonce is its number and whether it is the last (the STREAM construction, Hoang and others
2015): none can be changed, left out, exchanged, added or cut off unseen.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hailong.backup.faults import Damaged, NotABackup
from hailong.backup.locks import Lock, Openers

FORM = b"hailong backup 1\n"
BLOCK = 64 * 1024
_TAG = 16
_SEALED = BLOCK + _TAG
# The length is read before anything is proven: a hostile one must not have gigabytes read.
_LONGEST_HEAD = 64 * 1024


class Box:
    """Seals what is written to it into a file that was just opened."""

    def __init__(self, file: BinaryIO, openers: Openers) -> None:
        secret = os.urandom(32)
        head = json.dumps({"locks": [lock.row() for lock in openers.lock(secret)]}).encode("ascii")
        said = FORM + len(head).to_bytes(4) + head
        digest = hashlib.sha256(said).digest()
        file.write(said + digest)
        self._file = file
        self._cipher = _cipher(secret, digest)
        self._waiting = bytearray()
        self._n = 0

    def write(self, data: bytes) -> None:
        """Take more; a whole block is sealed once more follows it."""
        self._waiting += data
        # Strictly more: which block is the last is known only when the box is closed.
        while len(self._waiting) > BLOCK:
            self._seal(bytes(self._waiting[:BLOCK]), last=False)
            del self._waiting[:BLOCK]

    def close(self) -> None:
        """Seal the last block; the file itself stays open."""
        # Filled up, so that the size tells the number of blocks and nothing finer.
        self._seal(bytes(self._waiting).ljust(BLOCK, b"\0"), last=True)

    def _seal(self, plain: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._n, last=last), plain, None))
        self._n += 1


@dataclass(frozen=True, slots=True)
class OpenedBox:
    """A file whose head was read and whose key was found."""

    file: BinaryIO
    begin: int
    size: int
    cipher: AESGCM

    @classmethod
    def open(cls, file: BinaryIO, openers: Openers) -> "OpenedBox":
        """Read the head and unlock it; raise NotABackup, Damaged or WrongKey."""
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        said = _read_head(file)
        digest = hashlib.sha256(said).digest()
        # Tells an accident by its place; who means it can sum anew, and then finds no block that
        # opens.
        if file.read(len(digest)) != digest:
            raise Damaged(f"The head of the backup (bytes 0 to {file.tell() - 1}) was changed.")
        begin = file.tell()
        _check_size(begin, size)
        return cls(file, begin, size, _cipher(openers.unlock(_locks(said)), digest))

    @property
    def blocks(self) -> int:
        """How many blocks there are."""
        return (self.size - self.begin) // _SEALED

    def read(self) -> Iterator[bytes]:
        """Give block after block as it was sealed; raise Damaged at the first that is not."""
        self.file.seek(self.begin)
        for n in range(self.blocks):
            last = n == self.blocks - 1
            sealed = self.file.read(_SEALED)
            try:
                yield self.cipher.decrypt(_nonce(n, last=last), sealed, None)
            except InvalidTag:
                raise Damaged(self._said(n, sealed, last=last)) from None

    def _said(self, n: int, sealed: bytes, *, last: bool) -> str:
        start = self.begin + n * _SEALED
        try:
            # A block that opens with the other mark is ours, and stands at the wrong end.
            self.cipher.decrypt(_nonce(n, last=not last), sealed, None)
        except InvalidTag:
            where = f"block {n + 1} of {self.blocks}, bytes {start} to {start + len(sealed) - 1}"
            return f"The backup was changed in {where}."
        if last:
            return f"The backup was cut off after block {n + 1}, at byte {self.size}."
        return f"Something was added to the backup after its end, at byte {start + _SEALED}."


def _read_head(file: BinaryIO) -> bytes:
    form = file.read(len(FORM))
    if form != FORM:
        raise NotABackup("This is no backup of Hài Lòng: the file begins otherwise (byte 0).")
    length = file.read(4)
    if len(length) < 4 or int.from_bytes(length) > _LONGEST_HEAD:
        raise Damaged(f"The head of the backup was changed at byte {len(FORM)}, or is cut off.")
    head = file.read(int.from_bytes(length))
    return form + length + head


def _locks(said: bytes) -> tuple[Lock, ...]:
    try:
        rows = json.loads(said[len(FORM) + 4 :])["locks"]
    except (ValueError, KeyError, TypeError):
        raise NotABackup("The head of the file cannot be read.") from None
    return tuple(Lock.read(row) for row in rows)


def _check_size(begin: int, size: int) -> None:
    whole, rest = divmod(size - begin, _SEALED)
    if rest:
        raise Damaged(f"The backup is cut off in block {whole + 1}: it ends at byte {size}.")
    if not whole:
        raise Damaged(f"The backup is cut off after its head, at byte {size}.")


def _cipher(secret: bytes, digest: bytes) -> AESGCM:
    """Bind the blocks to the head: another head, and none of them opens."""
    return AESGCM(HKDF(SHA256(), 32, digest, b"hailong backup blocks").derive(secret))


def _nonce(n: int, *, last: bool) -> bytes:
    # Mere numbers serve as nonces, since each backup has a key of its own.
    return n.to_bytes(11) + (b"\1" if last else b"\0")
