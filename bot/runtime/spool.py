"""What came while the database could not take it: sealed on the disk, in order, until it can.

All servers of one home share one spool, so that nobody is overtaken whichever of them they reach.
It never drops what it cannot read: that is put aside.
"""

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.runtime import frames
from bot.runtime.frames import Torn, Whole
from bot.runtime.segments import Segments
from bot.wire.entry import Entry
from feedback.store.vault import Unreadable, Vault

_VERSION = 2
_KNOWN = (1, _VERSION)
"""The first had no time of coming."""


@dataclass(frozen=True, slots=True)
class Record:
    """An entry as it was found; ``frame`` is how it stands on the disk."""

    entry: Entry
    frame: bytes


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is found without opening it: how many of each key, since when, how many files aside."""

    by_key: dict[str, int]
    since: datetime | None
    aside: int

    @property
    def n(self) -> int:
        """How many wait."""
        return sum(self.by_key.values())


@dataclass(slots=True)
class _Seen:
    """What was read of one file so far."""

    end: int = 0
    n: int = 0
    people: set[str] = field(default_factory=set)


@dataclass
class Spool:
    """The entries that wait, sealed by a vault."""

    files: Segments
    vault: Vault
    _seen: dict[int, _Seen] = field(default_factory=dict)

    def sealed(self, entry: Entry) -> bytes:
        """Seal an entry as it will stand on the disk; raise ValueError where it is too large."""
        texts = [entry.door, entry.person, entry.key, entry.body, entry.at]
        plain = json.dumps([_VERSION, *texts])
        kid = self.vault.kid.encode()
        # The key's name stays outside the seal, so that a key that is missing can be named.
        return frames.framed(bytes([len(kid)]) + kid + self.vault.seal(plain.encode()))

    def append(self, sealed: Sequence[bytes]) -> None:
        """Keep sealed entries in their order, all on the disk at the end; raise Full or OSError."""
        self.files.append(b"".join(sealed))

    def waits(self, person: str) -> bool:
        """Say whether anything of a person is here."""
        self._look()
        return any(person in seen.people for seen in self._seen.values())

    def count(self) -> int:
        """Count what waits."""
        self._look()
        return sum(seen.n for seen in self._seen.values())

    def crowded(self) -> bool:
        """Say whether a quarter of its room is taken."""
        return self.files.size() * 4 > self.files.most

    def takes_more(self) -> bool:
        """Say whether something can be added."""
        return self.files.writable() and self.files.size() < self.files.most

    def aside(self) -> int:
        """Count the files of what could not be read or done."""
        return len(self.files.aside())

    def forget(self, before: datetime) -> int:
        """Forget what was put aside before a moment; give how many files."""
        return self.files.forget_aside(before.timestamp())

    def alone(self) -> AbstractContextManager[bool]:
        """Say whether nobody else drains it, and keep it so meanwhile."""
        return self.files.alone()

    def oldest(self) -> int | None:
        """Name the oldest part of it, to which nothing is added any more; None when it is empty."""
        return self.files.oldest()

    def read(self, part: int) -> tuple[list[Record], list[bytes]]:
        """Read a part whole: its entries in their order, and the bytes that are none."""
        data = self.files.read(part)
        scanned = frames.scan(data)
        records: list[Record] = []
        strange: list[bytes] = []
        for found in scanned.parts:
            entry = self._entry(found)
            if entry is None:
                strange.append(found.frame)
            else:
                records.append(Record(entry, found.frame))
        # Nothing is added to a part that is read: a record without an end will never get one.
        rest = data[scanned.end :]
        return records, [*strange, rest] if rest else strange

    def finish(self, part: int, aside: Sequence[bytes]) -> None:
        """Let go of a part that is done, keeping aside what could not be."""
        self.files.remove(part, aside)

    def _look(self) -> None:
        """Read what was added since the last look, and forget what is done."""
        there = self.files.listed()
        for gone in self._seen.keys() - there.keys():
            del self._seen[gone]
        for part, size in there.items():
            seen = self._seen.setdefault(part, _Seen())
            if size < seen.end:  # what another process could not finish writing was taken back
                seen = self._seen[part] = _Seen()
            if size > seen.end:
                self._take(seen, self.files.read(part, seen.end))

    def _take(self, seen: _Seen, data: bytes) -> None:
        scanned = frames.scan(data)
        # Not beyond the last whole record: the rest may be a write under way.
        seen.end += scanned.end
        for found in scanned.parts:
            entry = self._entry(found)
            if entry is not None:
                seen.n += 1
                seen.people.add(entry.person)

    def _entry(self, found: Whole | Torn) -> Entry | None:
        if isinstance(found, Torn):
            return None
        kid, sealed = _kid(found.content), found.content[1 + found.content[0] :]
        try:
            version, *texts = json.loads(self.vault.unseal(kid, sealed))
        # Put aside and not lost: a key may be put back.
        except (Unreadable, ValueError):
            return None
        return Entry(*texts) if version in _KNOWN else None


def overview(files: Segments) -> Waiting:
    """Look a spool over without opening what is in it; raise OSError."""
    by_key: Counter[str] = Counter()
    there = files.listed()
    for part in there:
        found = frames.scan(files.read(part)).parts
        by_key.update(_kid(one.content) for one in found if isinstance(one, Whole))
    first = next((part for part, size in there.items() if size), None)
    since = None if first is None else datetime.fromtimestamp(first / 10**9, UTC)
    return Waiting(dict(by_key), since, len(files.aside()))


def _kid(content: bytes) -> str:
    return content[1 : 1 + content[0]].decode("ascii", "replace")
