"""Goes along the chain as it is stored and notes every place that is not right.

It compares and counts; it never reads the database itself, and nothing in a row makes it raise.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from feedback.domain.record import Fault, Finding, Head
from feedback.store.audit import KEY_RETIRED
from feedback.store.chain import CONTENT, GENESIS, Link, Stored, digest
from feedback.store.columns import instant, microseconds
from feedback.store.vault import Unreadable, Vault

Raw = Row[*tuple[Any, ...]]
MOST_FINDINGS = 50
_LATEST = 25 * 10**16
"""Microseconds: about the year 9892, beyond which an integer is no time."""


class Walk:
    """A walk along the chain, row by row, while others may append to it.

    ``kept`` are heads that were kept elsewhere, and ``head`` the stored one: both as they were
    before the first row was read.
    After a row that is not right it goes on from what is stored there, so that one changed row is
    one finding. A row that follows removed ones is taken as it is: what it was bound to is gone.
    """

    def __init__(self, vault: Vault, kept: Collection[Head], head: Raw | None) -> None:
        self._vault = vault
        self._owed = max([_number(head), *(one.seq for one in kept)])
        self._others = _by_number(kept)
        self._last = GENESIS
        self._unsure: int | None = None
        self._retired: set[str] = set()
        self.rows = 0
        self.right_at: datetime | None = None
        self.wrong = 0
        self.findings: list[Finding] = []

    @property
    def last(self) -> Link:
        """The link that the newest row handed on."""
        return self._last

    def step(self, row: Stored) -> None:
        """Look at the next row in the order of the numbers."""
        self.rows += 1
        seq, before = row.seq, self._last.seq
        if not isinstance(seq, int) or seq <= before:
            self.found(Fault.ADDED, seq if isinstance(seq, int) else None)
            return
        if seq > before + 1:
            self.found(Fault.REMOVED, before + 1, seq - 1)
        self._judge(row, Link(seq, _bytes(row.digest), _bytes(row.mac)), gap=seq > before + 1)
        # Every kept head was true once: another row under its number means history written anew.
        if seq in self._others and self._others[seq] != {self._last.mac}:
            self.found(Fault.REPLACED, seq)

    def end(self, head: Raw | None, unchained: int) -> None:
        """Compare where the walk came to with the heads; ``head`` is the stored one of now."""
        self._abandon()
        last = self._last.seq
        if self._owed > last:
            self.found(Fault.CUT_OFF, last + 1, self._owed)
        # Others append while we walk: a head that is further on by now is none of our business.
        if _number(head) <= last and not self._fits(head):
            self.found(Fault.HEAD, _number(head) or None)
        if unchained:
            self.found(Fault.ADDED, None)

    def found(self, fault: Fault, seq: int | None, last: int | None = None) -> None:
        """Note a place that is not right."""
        self.wrong += 1
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(Finding(fault, seq, seq if last is None else last, self.right_at))

    def _fits(self, head: Raw | None) -> bool:
        if head is None:
            return self._last is GENESIS
        same = Link(head.seq, _bytes(head.digest), _bytes(head.mac)) == self._last
        at = None if self.right_at is None else microseconds(self.right_at)
        # Where a row is wrong its time may be so too, and one finding is enough.
        return same and (bool(self.wrong) or head.at == at)

    def _judge(self, row: Stored, stored: Link, *, gap: bool) -> None:
        hashed = digest(self._last, _content(row))
        try:
            own = self._vault.attest(str(row.kid), hashed)
        except Unreadable:
            self._unknown(row, stored, hashed, gap=gap)
            return
        if own == stored.mac and hashed == stored.digest:
            self._right(row, stored)
            self._unsure = None
        # What it was bound to is gone, but its HMAC vouches for its digest, and so for the rows
        # after.
        elif gap and self._vault.attest(str(row.kid), stored.digest) == stored.mac:
            self._abandon()
            self._right(row, stored)
        else:
            self.found(Fault.CHANGED, self._unsure or stored.seq, stored.seq)
            self._unsure = None
            self._last = _repaired(stored, hashed, own)

    def _unknown(self, row: Stored, stored: Link, hashed: bytes, *, gap: bool) -> None:
        """Take a row under a key that is not here: only a later row can vouch for it."""
        if gap:
            self._abandon()
        if row.kid in self._retired:
            self.found(Fault.FOREIGN_KEY, stored.seq)
            self._last = stored
        elif gap or hashed == stored.digest:
            self._unsure = self._unsure or stored.seq
            self._right(row, stored)
        else:  # or the HMAC of the row before, which no key here can tell
            self.found(Fault.CHANGED, stored.seq - bool(self._unsure), stored.seq)
            self._last = stored

    def _abandon(self) -> None:
        """Give up on rows under keys that are not here: what could vouch for them is gone."""
        if self._unsure is not None:
            self.found(Fault.FOREIGN_KEY, self._unsure, self._last.seq)
            self._unsure = None

    def _right(self, row: Stored, stored: Link) -> None:
        self._last = stored
        if isinstance(row.at, int) and abs(row.at) < _LATEST:
            self.right_at = instant(row.at)
        # From here on a thief of that key can vouch for nothing.
        if row.act == KEY_RETIRED:
            self._retired.add(str(row.subject))


def _repaired(stored: Link, hashed: bytes, own: bytes) -> Link:
    """Give what the row handed on when it was written, as far as what is left of it tells."""
    if own == stored.mac:
        return Link(stored.seq, hashed, stored.mac)
    if hashed == stored.digest:
        return Link(stored.seq, hashed, own)
    return stored


def _by_number(kept: Collection[Head]) -> Mapping[int, frozenset[bytes]]:
    found: dict[int, frozenset[bytes]] = {}
    for head in kept:
        found[head.seq] = found.get(head.seq, frozenset()) | {head.mac}
    return found


def _number(head: Raw | None) -> int:
    return head.seq if head is not None and isinstance(head.seq, int) else 0


def _content(row: Stored) -> Sequence[object]:
    # PostgreSQL gives a truth value and SQLite a number: the hash is of the number.
    if isinstance(row.sealed, bool):
        row = row._replace(sealed=int(row.sealed))
    return row[:CONTENT]


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""
