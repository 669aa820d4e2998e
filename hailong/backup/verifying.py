"""Verifies a backup: reads all of it, puts it into a database of its own, and proves that.

The database in which it looks is gone afterwards; the home's own is not touched.
"""

import hashlib
import os
import secrets
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from time import time

from feedback.store.vault import Key, Vault
from feedback.store.work import Store
from hailong import schema
from hailong.backup.box import OpenedBox
from hailong.backup.faults import NotABackup, WrongKey
from hailong.backup.loading import fresh_file, load
from hailong.backup.locks import Openers
from hailong.backup.manifest import Manifest
from hailong.backup.proving import prove
from hailong.backup.scroll import Unrolled
from hailong.finding import Finding
from hailong.keys import read_keys
from hailong.settings import KEYS_FILE, Settings

_ROOM = ".verify-"
_DAY = 86400


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found in a backup; ``counts`` are its rows by table."""

    manifest: Manifest
    counts: dict[str, int]
    findings: tuple[Finding, ...]
    sha256: str

    @property
    def ok(self) -> bool:
        """Say that nothing is wrong with it."""
        return not any(one.state == Finding.WRONG for one in self.findings)


def verify(settings: Settings, path: Path) -> Verified:
    """Prove a backup; raise NotABackup, Damaged, WrongKey or BackupRefused."""
    lock = at_hand(settings)
    # A vault is never without a key; this one opens nothing, as nothing could be opened anyway.
    vault = Vault(tuple(lock.keys) or (nobodys_key(),))
    with open_backup(path) as file, _room(settings.home) as room:
        unrolled = Unrolled.open(OpenedBox.open(file, lock))
        with fresh_file(Path(room) / "verify.db") as engine:
            store = Store(engine, vault)
            with schema.changing(engine) as connection:
                load(connection, unrolled, vault)
                with store.joined(connection) as work:
                    found = prove(work, unrolled.manifest, lost_keys=not lock.keys)
                    findings = (*_told(unrolled), *found)
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Verified(unrolled.manifest, unrolled.counts, findings, digest)


def _room(home: Path) -> TemporaryDirectory[str]:
    """Give a folder to look in, in the home where that can be; what a crash left there goes."""
    if not os.access(home, os.W_OK):
        return TemporaryDirectory(prefix=_ROOM)
    for left in home.glob(f"{_ROOM}*"):
        # In a younger one another process may be looking just now.
        if left.stat().st_mtime < time() - _DAY:
            rmtree(left, ignore_errors=True)
    return TemporaryDirectory(prefix=_ROOM, dir=home)


def open_backup(path: Path) -> BufferedReader:
    """Open a file to read; raise NotABackup where that cannot be done."""
    try:
        return path.open("rb")
    except OSError as error:
        raise NotABackup(f"{path} cannot be read: {error.strerror or error}.") from None


def at_hand(settings: Settings) -> Openers:
    """Give what could open a backup here; keys may be missing where a passphrase is set."""
    if _no_keys(settings):
        if not settings.backup_passphrase:
            path = settings.home / KEYS_FILE
            raise WrongKey(
                f"{path} is not there: put your copy of it there, or set HAILONG_BACKUP_PASSPHRASE."
            )
        return Openers((), settings.backup_passphrase)
    return Openers(read_keys(settings), settings.backup_passphrase)


def _no_keys(settings: Settings) -> bool:
    return not settings.keys and not (settings.home / KEYS_FILE).exists()


def nobodys_key() -> Key:
    """Make a key for a moment, where there is none."""
    return Key("none", secrets.token_bytes(32))


def _told(unrolled: Unrolled) -> tuple[Finding, ...]:
    manifest, counts = unrolled.manifest, unrolled.counts
    said = f"{sum(counts.values())} rows in {len(counts)} tables are as they were written"
    of = f"made {manifest.made_at:%Y-%m-%d %H:%M:%S} UTC by release {manifest.release}"
    erased = f"it lists {len(manifest.erasures)} things that were erased"
    return (Finding(Finding.OK, f"{said}, {of}"), Finding(Finding.OK, erased))
