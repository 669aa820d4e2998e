"""The unit of work: one transaction, its moment, and where new ids come from."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from threading import Lock

from sqlalchemy import Connection, Engine

from feedback.domain.erasure import Erased
from feedback.domain.record import Head
from feedback.store import chaining
from feedback.store.chain import Note
from feedback.store.engine import snapshot, writes
from feedback.store.vault import Vault

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """Tell the time of the machine, in UTC."""
    return datetime.now(UTC)


class Ids:
    """Gives ids that grow with time: milliseconds, then 20 bits that begin at chance."""

    def __init__(self, chance: Callable[[int], int] = secrets.randbelow) -> None:
        self._chance = chance
        self._moment = 0
        self._last = 0
        self._lock = Lock()

    def next(self, now: datetime) -> int:
        """Give an id greater than any given before here; fits 63 bits until the year 2248."""
        moment = int(now.timestamp() * 1000)
        with self._lock:
            if moment > self._moment:
                self._moment = moment
                # From the lower half: half a million ids fit into a millisecond, and two processes
                # seldom begin alike.
                self._last = max(self._last, (moment << 20) + self._chance(1 << 19))
            self._last += 1
            return self._last

    def pass_by(self, known: int) -> None:
        """Give only ids greater than a known one of another process, and of a later moment."""
        with self._lock:
            if known >= self._last:
                # The sum comes before the shift: it is the millisecond after the known one.
                self._last = ((known >> 20) + 1 << 20) + self._chance(1 << 19)


def first_of(moment: datetime) -> int:
    """Give the least id of a moment: all that were given before are smaller."""
    return int(moment.timestamp() * 1000) << 20


def given_at(identity: int) -> datetime:
    """Tell when an id was given, to the millisecond, by the clock of then."""
    return datetime.fromtimestamp((identity >> 20) / 1000, UTC)


@dataclass(slots=True)
class Work:
    """An open transaction, with the moment it stands for."""

    connection: Connection
    vault: Vault
    now: datetime
    ids: Ids
    after: list[Callable[[], None]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    erased: list[Erased] = field(default_factory=list)

    def new_id(self) -> int:
        """Give a new id of this moment."""
        return self.ids.next(self.now)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo alone what fails within: its rows, its notes and what was to follow the commit."""
        after, notes, erased = len(self.after), len(self.notes), len(self.erased)
        try:
            with self.connection.begin_nested():
                yield
        except BaseException:
            # A note of what was undone would be a lie in the record, and nothing could take it out
            # again.
            del self.after[after:], self.notes[notes:], self.erased[erased:]
            raise


class Store:
    """Opens units of work on one database.

    After a commit ``told`` hears the record's head, and ``listed`` what was erased in it.
    """

    def __init__(
        self,
        engine: Engine,
        vault: Vault,
        clock: Clock = wall_clock,
        told: Callable[[Head], None] | None = None,
        listed: Callable[[Sequence[Erased]], None] | None = None,
    ) -> None:
        self.engine = engine
        self.vault = vault
        self.clock = clock
        self._told = told
        self._listed = listed
        self._ids = Ids()

    @contextmanager
    def work(self) -> Iterator[Work]:
        """Open a transaction that writes; it commits at the end and rolls back on any error."""
        with self.engine.connect() as connection:
            writes(connection)
            with connection.begin(), self.joined(connection) as work:
                yield work
        # Only now is it true: told any earlier, a file outside could know of what was rolled back.
        self.settle(work)

    @contextmanager
    def joined(self, connection: Connection) -> Iterator[Work]:
        """Join a transaction that the caller began; they end it, and then ``settle`` the work."""
        work = Work(connection, self.vault, self.clock(), self._ids)
        yield work
        # Chained last of all, just before the commit: nobody waits for the head behind our other
        # work.
        if work.notes:
            self._chain(work)

    def settle(self, work: Work) -> None:
        """Do what was to follow the commit."""
        # A crash before this line leaves the list short; `hailong privacy erased --mend` completes
        # it.
        if work.erased and self._listed:
            self._listed(work.erased)
        for act in work.after:
            act()

    @contextmanager
    def look(self) -> Iterator[Work]:
        """Open a transaction that only reads: one consistent picture."""
        with snapshot(self.engine) as connection:
            work = Work(connection, self.vault, self.clock(), self._ids)
            yield work
        if work.notes:
            raise RuntimeError("an act was noted in a transaction that only reads")

    def _chain(self, work: Work) -> None:
        head = chaining.append(work.connection, self.vault, work.notes)
        if self._told:
            work.after.append(partial(self._told, head))

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()
