"""The list of erasures outside the database, in the home: a restored backup is erased by it again.

It holds ids and keyed hashes, never a name. A lost line would bring an erased citizen back, so it
is forced to the disk, and ``doctor`` compares it with the database.
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from feedback.domain.erasure import BadLine, Erased

ERASURE_FILE = "erasures"


class ErasureFile:
    """Keeps what was erased in a file, mode 0600, a line each; it only grows."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def keep(self, items: Sequence[Erased]) -> None:
        """Append what was erased; where that fails ``doctor`` says so, for the erasure stands."""
        with suppress(OSError):
            self._append(items)

    def mend(self, items: Iterable[Erased]) -> int:
        """Append what the file lacks; give how many. Raises OSError where it cannot be written."""
        lacking = self.lacking(items)
        if lacking:
            self._append(lacking)
        return len(lacking)

    def lacking(self, items: Iterable[Erased]) -> list[Erased]:
        """Give what of these the file does not hold."""
        kept = set(self.read())
        return [one for one in items if one not in kept]

    def read(self) -> tuple[Erased, ...]:
        """Read the whole list, torn lines left out; none where there is no file."""
        try:
            lines = self.path.read_text("ascii", "replace").splitlines()
        except FileNotFoundError:
            return ()
        return tuple(one for line in lines if (one := _read(line)) is not None)

    def _append(self, items: Sequence[Erased]) -> None:
        """Write in one call, begun on a new line in case the last was torn."""
        text = "".join(f"\n{one}" for one in items)
        file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, text.encode("ascii"))
            os.fsync(file)
        finally:
            os.close(file)


def _read(line: str) -> Erased | None:
    try:
        return Erased.read(line)
    except BadLine:
        return None
