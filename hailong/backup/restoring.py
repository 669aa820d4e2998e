"""Puts a backup back into an empty home: all of it, proven and erased again, or nothing.

Nothing that does not verify is put back, and nothing that stands anywhere is overwritten.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from feedback.domain.erasure import Erased
from feedback.domain.record import Head
from feedback.store import audit, audit_read
from feedback.store.vault import Key, Vault
from feedback.store.work import Store, Work
from hailong import defaults, schema
from hailong.backup.box import OpenedBox
from hailong.backup.emptiness import check_home, empty_database
from hailong.backup.faults import BackupRefused, WrongKey
from hailong.backup.kept_settings import written
from hailong.backup.loading import load
from hailong.backup.manifest import Manifest
from hailong.backup.proving import prove
from hailong.backup.scroll import Unrolled
from hailong.backup.verifying import at_hand, open_backup
from hailong.backup.whole_file import whole_file
from hailong.database_address import shown
from hailong.entries import parse
from hailong.erasure_file import ERASURE_FILE, ErasureFile
from hailong.finding import Finding
from hailong.head_file import HEAD_FILE, HeadFile
from hailong.home import system_actor
from hailong.keys import new_entry, read_keys, write_keys
from hailong.restored import erase_listed
from hailong.settings import KEYS_FILE, SETTINGS_FILE, Settings


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back and where to, and how many things were erased in it again."""

    manifest: Manifest
    counts: dict[str, int]
    findings: tuple[Finding, ...]
    database: str
    erased: int
    head: Head


def restore(
    settings: Settings, path: Path, living: Path | None = None, *, lost_keys: bool = False
) -> Restored:
    """Put a backup back; raise NotEmpty, or BackupRefused for what does not verify.

    ``living`` is the list of erasures that was kept apart; the one in the home is heard too. With
    ``lost_keys`` the passphrase opens it and new keys are made: what was sealed stays sealed.
    """
    settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    check_home(settings.home)
    since = _listed(living)
    with open_backup(path) as file:
        unrolled = Unrolled.open(OpenedBox.open(file, at_hand(settings)))
        keys = _keys(settings, unrolled.manifest, lost_keys=lost_keys)
        erasures = ErasureFile(settings.home / ERASURE_FILE)
        known = (*unrolled.manifest.erasures, *since, *erasures.read())
        _check_whole([erasures.path, *([living] if living else [])], known)
        # Before the rows: cut off in between, a list too long erases nobody twice, one too short
        # brings people back.
        erasures.mend((*unrolled.manifest.erasures, *since))
        putting = _Putting(unrolled, Vault(keys), erasures.read(), path.name, lost_keys)
        with empty_database(settings) as engine:
            restored = putting.into(engine, shown(settings.database))
    # Only now: the head of a restore that failed would tell of acts that were cut off.
    HeadFile(settings.home / HEAD_FILE).keep(restored.head)
    _write_settings(settings, unrolled.manifest)
    defaults.keep(settings)
    return restored


@dataclass(frozen=True, slots=True)
class _Putting:
    """One backup on its way into a database."""

    unrolled: Unrolled
    vault: Vault
    erased: tuple[Erased, ...]
    name: str
    lost_keys: bool

    def into(self, engine: Engine, name: str) -> Restored:
        """Put it into an empty database, in one transaction."""
        store = Store(engine, self.vault)
        with schema.changing(engine) as connection:
            load(connection, self.unrolled, self.vault)
            with store.joined(connection) as work:
                findings = self._proven(work)
                erased = erase_listed(work, self.erased)
                after = f"{erased} erased again"
                why = audit.KEYS_LOST if self.lost_keys else ""
                act = "backup.restore"
                audit.note(work, system_actor(), act, self.name, after=after, reason=why)
            head = _head(work)
        if engine.dialect.name == "postgresql":
            store.settle(work)  # sweeps what was erased out of its dead rows
        manifest, counts = self.unrolled.manifest, self.unrolled.counts
        return Restored(manifest, counts, findings, name, erased, head)

    def _proven(self, work: Work) -> tuple[Finding, ...]:
        found = tuple(prove(work, self.unrolled.manifest, lost_keys=self.lost_keys))
        wrong = [f"{one.what} ({one.do})" for one in found if one.state == Finding.WRONG]
        if wrong:
            raise BackupRefused("It was not put back: " + "; ".join(wrong) + ".")
        return found


def _head(work: Work) -> Head:
    """Give the head of the record, to which an act was just added."""
    row = audit_read.head(work)
    if row is None:
        raise RuntimeError("an act was noted and there is no record")
    return Head(row.seq, bytes(row.mac))


def _listed(living: Path | None) -> tuple[Erased, ...]:
    if living is None:
        return ()
    found = ErasureFile(living).read()
    # Most likely the wrong file: whoever relied on it would bring erased people back.
    if not found:
        raise BackupRefused(
            f"{living} lists no erasure: it is another file, or was cut off."
            " Leave it out only if nobody was erased since the backup."
        )
    return found


def _check_whole(lists: Iterable[Path], known: Collection[Erased]) -> None:
    """Raise BackupRefused where a list was cut off and nothing at hand completes it."""
    for path in lists:
        if torn := ErasureFile(path).torn(known):
            raise BackupRefused(
                f"{len(torn)} lines of {path} cannot be read, the first is line {torn[0]}: whoever "
                "they name would come back. Give a whole copy of the list; where there is none, "
                "take these lines out, and erase again by hand who asked for it then."
            )


def _keys(settings: Settings, manifest: Manifest, *, lost_keys: bool) -> tuple[Key, ...]:
    path = settings.home / KEYS_FILE
    if settings.keys or path.exists():
        return read_keys(settings)
    if not lost_keys:
        raise WrongKey(f"{path} is not there: put your copy of it there; or --lost-keys.")
    # An id of a former key would have its rows of the record judged by another secret.
    kid = next(f"k{n}" for n in range(1, 10**6) if f"k{n}" not in manifest.kids)
    entry = new_entry(kid)
    write_keys(path, [entry])
    return parse([entry])


def _write_settings(settings: Settings, manifest: Manifest) -> None:
    path = settings.home / SETTINGS_FILE
    if path.exists():
        return
    text = written(manifest.settings, manifest.secrets, f"{manifest.made_at:%Y-%m-%d %H:%M} UTC")
    with whole_file(path) as file:
        file.write(text.encode())
