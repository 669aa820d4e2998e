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
_SMALLEST = 10**18
"""Ids grow with time: all that this product ever gave have 19 digits."""


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
        return tuple(one for line in self._lines() if (one := _read(line)) is not None)

    def torn(self, known: Iterable[Erased] = ()) -> tuple[int, ...]:
        """Number the lines that name nothing and that neither the list nor ``known`` completes."""
        whole = [str(one) for one in {*known, *self.read()}]
        return tuple(
            number
            for number, line in enumerate(self._lines(), 1)
            if line.strip() and _read(line) is None and not any(w.startswith(line) for w in whole)
        )

    def _lines(self) -> list[str]:
        try:
            # Not `splitlines`, which would count a stray form feed as a line of its own.
            return self.path.read_text("ascii", "replace").split("\n")
        except FileNotFoundError:
            return []

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
        one = Erased.read(line)
    except BadLine:
        return None
    # The beginning of a number is a number, too, and would erase a stranger.
    return None if one.subject is not None and one.subject < _SMALLEST else one
