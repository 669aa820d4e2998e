"""Files that are there whole or not at all, mode 0600, on the disk before they get a name."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedRandom
from pathlib import Path

from hailong.backup.faults import BackupRefused, NotEmpty

PART = ".part"


@contextmanager
def whole_file(path: Path, *, replace: bool = False) -> Iterator[BufferedRandom]:
    """Open a draft beside a path, to write and read; it takes the path's name at the end.

    Raises NotEmpty where something is there and is not to be replaced, BackupRefused where the
    disk refuses; in both cases no draft is left.
    """
    _refuse(path, replace=replace)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}{PART}")
    try:
        with open(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _name(draft, path, replace=replace)
        _settle(path.parent)
    except OSError as error:
        raise BackupRefused(f"{path} cannot be written: {error.strerror or error}.") from None
    finally:
        draft.unlink(missing_ok=True)


def _refuse(path: Path, *, replace: bool) -> None:
    if path.is_dir():
        raise NotEmpty(f"{path} is a folder.")
    if path.exists() and not replace:
        raise NotEmpty(f"{path} is there already; give another name, or --replace.")


def _name(draft: Path, path: Path, *, replace: bool) -> None:
    if replace:
        os.replace(draft, path)
        return
    try:
        # A link never writes over what another process put there meanwhile; replacing would.
        os.link(draft, path)
    except FileExistsError:
        _refuse(path, replace=False)
    except OSError:  # a file system without links, such as that of a memory stick
        _refuse(path, replace=False)
        os.replace(draft, path)


def _settle(folder: Path) -> None:
    """Force the new name to the disk; some file systems do not know how."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
