"""The spool's files: appended to under a lock, newest last, each removed when all of it is done.

All processes of one home share them. A file is never renamed and never shortened but for what the
last writer could not finish, so that whoever reads along sees only more of it or nothing.
"""

import fcntl
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

MOST = 256 * 2**20
"""Bytes in all: about half a million updates, hours of a whole province."""
_EACH = 8 * 2**20
_ENDING = ".spool"


class Full(Exception):
    """The spool holds as much as it may."""


@dataclass(frozen=True, slots=True)
class Segments:
    """The files in one folder; ``most`` bytes in all, a new one after ``each``."""

    folder: Path
    most: int = MOST
    each: int = _EACH

    def prepare(self) -> None:
        """Make the folder and prove that it can be written; raise OSError."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        probe = self.folder / f"probe.{os.getpid()}"
        with self._locked():
            _write(probe, b"probe")
        probe.unlink()
        _sync_folder(self.folder)

    def writable(self) -> bool:
        """Say whether the folder is there and can be written."""
        return os.access(self.folder, os.W_OK | os.X_OK)

    def append(self, data: bytes) -> None:
        """Add bytes in one piece and force them to the disk; raise Full or OSError."""
        with ExitStack() as held:
            with self._locked():
                path = self._newest()
                if self.size() + len(data) > self.most:
                    raise Full
                file = held.enter_context(_opened(path))
                _add(file, data)
            # Without the lock: a slow disk need not keep the next from writing.
            os.fsync(file)

    def listed(self) -> dict[int, int]:
        """Give the number and the size of each file, oldest first."""
        found = {}
        with suppress(FileNotFoundError), os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name.endswith(_ENDING):
                    # Another server may have drained and removed it since the listing.
                    with suppress(FileNotFoundError):
                        found[int(entry.name.removesuffix(_ENDING))] = entry.stat().st_size
        return dict(sorted(found.items()))

    def size(self) -> int:
        """Count the bytes of all files."""
        return sum(self.listed().values())

    def read(self, number: int, begin: int = 0) -> bytes:
        """Read a file from some byte on; nothing where it is gone."""
        with suppress(FileNotFoundError), self.path(number).open("rb") as file:
            file.seek(begin)
            return file.read()
        return b""

    def oldest(self) -> int | None:
        """Give the oldest file, to which nothing is added from now on; None where all is done."""
        with self._locked():
            there = self.listed()
            if not there:
                return None
            first = next(iter(there))
            if len(there) > 1:
                return first
            if not there[first]:
                # Under the lock, so that no writer has just chosen it.
                self.path(first).unlink()
                return None
            # A newer file closes this one, since writers add to the newest alone.
            self._create(first)
            return first

    def remove(self, number: int, aside: Sequence[bytes] = ()) -> None:
        """Remove a file that is done with, keeping aside what could not be done; raise OSError."""
        if aside:
            # On the disk before the file goes: a crash between leaves both, and keys make it once.
            self.aside_folder.mkdir(mode=0o700, exist_ok=True)
            _write(self.aside_folder / self.path(number).name, b"".join(aside))
            _sync_folder(self.aside_folder)
        self.path(number).unlink(missing_ok=True)

    def aside(self) -> list[Path]:
        """List the files that hold what could not be done, oldest first."""
        return sorted(self.aside_folder.glob(f"*{_ENDING}"))

    def forget_aside(self, before: float) -> int:
        """Remove what was put aside before a moment, in seconds of the epoch; give how many."""
        old = [path for path in self.aside() if path.stat().st_mtime < before]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    @property
    def aside_folder(self) -> Path:
        """Where they lie."""
        return self.folder / "aside"

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Say whether nobody else empties these files, and keep it so meanwhile."""
        with _opened(self.folder / "drain") as lock:
            try:
                # Never waited for: whoever holds it may be waiting for a database that does not
                # answer.
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True

    def path(self, number: int) -> Path:
        """Give the place of a file."""
        return self.folder / f"{number:020d}{_ENDING}"

    def _newest(self) -> Path:
        there = self.listed()
        last = max(there, default=0)
        if not last or there[last] >= self.each:
            return self._create(last)
        return self.path(last)

    def _create(self, after: int) -> Path:
        """Begin a file whose number was never used before."""
        # The time never comes twice, and ``after`` keeps the order where a clock was set back.
        path = self.path(max(after + 1, time.time_ns()))
        with _opened(path):
            # What was forced to the disk is lost all the same if the file's name is not there.
            _sync_folder(self.folder)
        return path

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with _opened(self.folder / "lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        yield file
    finally:
        os.close(file)


def _add(file: int, data: bytes) -> None:
    """Write all of it, or take back what was written of it."""
    begin = os.fstat(file).st_size
    done = 0
    try:
        while done < len(data):
            done += os.write(file, data[done:])
    except OSError:
        with suppress(OSError):
            # Under the lock: nothing of another writer stands behind what is cut off.
            os.ftruncate(file, begin)
        raise


def _write(path: Path, data: bytes) -> None:
    with _opened(path) as file:
        _add(file, data)
        os.fsync(file)


def _sync_folder(folder: Path) -> None:
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
