"""The head of the record of acts outside the database: lines ``SEQ:MAC TIME`` in the home.

It hears of a head after the commit and never raises: an act that was done stays done. Each line was
true when it was written, so their order does not matter, a torn one is skipped, and a lost one only
leaves the file some rows behind.
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from feedback.domain.record import BadHead, Head
from feedback.store.work import wall_clock

HEAD_FILE = "audit-head"
_LONG = 64 * 1024
_KEPT = 100


class HeadFile:
    """Keeps heads in a file, mode 0600, of at most some hundred lines."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def keep(self, head: Head) -> None:
        """Append a head; where that fails the file stays behind, and ``doctor`` says so."""
        with suppress(OSError):
            if self._append(f"{head} {wall_clock():%Y-%m-%dT%H:%M:%SZ}") > _LONG:
                self._shorten()

    def read(self) -> tuple[Head, ...]:
        """Read all heads; none where there is no file."""
        try:
            lines = self.path.read_text("ascii", "replace").splitlines()
        except FileNotFoundError:
            return ()
        return tuple(head for line in lines if (head := _head(line)) is not None)

    def _append(self, line: str) -> int:
        """Write a line in one call, begun on a new one in case the last was torn; give the size.

        Also the first: whoever finds the file empty may not be alone with it.
        """
        file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            size = os.fstat(file).st_size
            os.write(file, f"\n{line}".encode("ascii"))
            return size
        finally:
            os.close(file)

    def _shorten(self) -> None:
        """Put the newest heads in the file's place, whole or not at all."""
        newest = sorted(set(self.read()), key=lambda head: head.seq)[-_KEPT:]
        # A name of its own: two processes may shorten at once, and neither writes into the other's.
        number, draft = tempfile.mkstemp(prefix=f"{self.path.name}.", dir=self.path.parent)
        with open(number, "w", encoding="ascii") as file:
            file.write("\n".join(str(head) for head in newest))
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, self.path)


def _head(line: str) -> Head | None:
    try:
        return Head.read(line.partition(" ")[0])
    except BadHead:
        return None
