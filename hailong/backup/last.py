"""When the last good backup was made: a file in the home, written after it was read back."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hailong.backup.making import Made
from hailong.backup.whole_file import whole_file

LAST_FILE = "last-backup"


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The last good backup: its moment, place and hash; and when last one was proven whole."""

    at: datetime
    path: str
    sha256: str
    proven_at: datetime | None = None


def remember(home: Path, made: Made) -> None:
    """Note a backup that was written and read back; when one was last proven stays noted."""
    before = read(home)
    proven_at = before.proven_at if before else None
    path = str(made.path.absolute())
    _write(home, LastBackup(made.manifest.made_at, path, made.sha256, proven_at))


def proven(home: Path, sha256: str, at: datetime) -> None:
    """Note that the last backup was verified, where it is the one of that hash."""
    last = read(home)
    if last is not None and last.sha256 == sha256:
        _write(home, LastBackup(last.at, last.path, last.sha256, at))


def read(home: Path) -> LastBackup | None:
    """Read what was noted; None where nothing was, or where it cannot be read."""
    try:
        row = json.loads((home / LAST_FILE).read_text("utf-8"))
        proof = row["proven_at"]
        at, proven_at = (
            datetime.fromisoformat(row["at"]),
            datetime.fromisoformat(proof or row["at"]),
        )
        return LastBackup(at, str(row["path"]), str(row["sha256"]), proven_at if proof else None)
    # Taken for none: ``doctor`` then asks for a backup, which is never wrong.
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(home: Path, last: LastBackup) -> None:
    row = {
        "at": last.at.isoformat(),
        "path": last.path,
        "sha256": last.sha256,
        "proven_at": last.proven_at.isoformat() if last.proven_at else None,
    }
    with whole_file(home / LAST_FILE, replace=True) as file:
        file.write(json.dumps(row).encode())
