"""Brings an installation to this release: a backup, then the schema whole, then word of defaults.

Only forward. Where anything fails, the database stays as it was and the old release goes on.
"""

from dataclasses import dataclass
from pathlib import Path

from feedback.services.refusals import Refusal
from feedback.store import audit
from hailong import defaults, schema
from hailong.backup.keeping import stamped
from hailong.backup.making import make
from hailong.home import Home

FOLDER = "backups"
_BEFORE = "before-upgrade"
_KEPT = 2


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade came to: revisions before and after, and the backup made between them."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    backup: Path | None
    chained: int
    told: tuple[str, ...]


def bring_up(home: Home, *, backup: bool = True) -> Upgraded:
    """Bring the database to this release; raise Refusal where it is of a newer one.

    A database that stands behind is backed up first, whichever of the two it is; without that
    backup nothing is changed.
    """
    engine = home.store.engine
    before = schema.opened(engine, home.settings)
    strange = sorted(set(before) - schema.known())
    if strange:
        raise Refusal(f"The database is of a newer release ({', '.join(strange)}): install that.")
    if not before and schema.moved(home.settings):
        raise Refusal(schema.moved(home.settings))
    behind = bool(before) and before != schema.newest()
    # There is no way back from an upgrade but a backup, put back by the old release.
    made = _back_up(home) if behind and backup else None
    chained = schema.upgrade(engine, home.store.vault)
    if chained:
        with home.store.work() as work:
            audit.note(work, home.actor, "record chained", "audit", after=f"{chained} rows")
    return Upgraded(before, schema.newest(), made, chained, _told(home))


def _back_up(home: Home) -> Path:
    folder = home.settings.home / FOLDER
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise Refusal(f"{folder} cannot be written: {error.strerror}; or --no-backup.") from None
    path = folder / stamped(_BEFORE, home.store.clock())
    make(home, path)
    for older in sorted(folder.glob(f"{_BEFORE}-*.backup"))[:-_KEPT]:
        older.unlink()
    return path


def _told(home: Home) -> tuple[str, ...]:
    settings = home.settings
    now = defaults.current()
    said = tuple(defaults.changes(defaults.kept(settings), now, settings.model_fields_set))
    defaults.keep(settings)
    return said
