"""The one thread that writes: jobs that wait together share a transaction, each in a savepoint."""

import asyncio
import itertools
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from feedback.store.damage import is_damage
from feedback.store.work import Store, Work

T = TypeVar("T")
log = structlog.get_logger()
MOST_JOBS = 64
_TRIES = 3
_PAUSE = 0.02
_PATIENCE = 2.0
"""Seconds after which a job that the database refused is not tried again."""


class StoreDown(Exception):
    """The database could not take it just now; nothing of it was stored."""


class Damaged(StoreDown):
    """It could not, because its pages are damaged; no second try mends that."""


@dataclass(slots=True)
class _Job:
    act: Callable[[Work], Any]
    future: "Future[Any]"


class Writer:
    """Runs jobs on a store, in the order they came."""

    def __init__(self, store: Store) -> None:
        self.damaged = False
        """Whether the database was seen to be damaged, since this process began."""
        self._store = store
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    async def run(self, act: Callable[[Work], T]) -> T:
        """Run one job in a transaction; return its result once that is committed.

        Raises what the job raised, after undoing it alone, or StoreDown when the database failed.
        """
        future: Future[T] = Future()
        self._jobs.put(_Job(act, future))
        return await asyncio.wrap_future(future)

    def close(self) -> None:
        """Finish what waits, then stop."""
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (first := self._jobs.get()) is not None:
            jobs = [first]
            last = False
            # Only this thread takes jobs, so that what is not empty stays so.
            while len(jobs) < MOST_JOBS and not self._jobs.empty():
                job = self._jobs.get()
                if job is None:
                    last = True
                    break
                jobs.append(job)
            # From here on nobody can cancel them: what is done is told to whoever still waits.
            wanted = [job for job in jobs if job.future.set_running_or_notify_cancel()]
            if wanted:
                self._together(wanted)
            if last:
                return

    def _together(self, jobs: list[_Job]) -> None:
        if len(jobs) == 1:
            self._settle(jobs[0], self._alone(jobs[0]))
            return
        started = time.monotonic()
        try:
            outcomes = self._grouped(jobs)
        except Exception as error:  # noqa: BLE001  the group failed as a whole
            failed = self._failed(error)
            if isinstance(failed.error, StoreDown) and time.monotonic() - started > _PATIENCE:
                # It waited long enough for a database that is locked or gone; nobody waits again.
                outcomes = [failed] * len(jobs)
            else:
                outcomes = [self._alone(job) for job in jobs]
        for job, outcome in zip(jobs, outcomes, strict=True):
            self._settle(job, outcome)

    def _grouped(self, jobs: list[_Job]) -> list[Any]:
        outcomes: list[Any] = []
        # One commit, and so one wait for the disk, for all of them.
        with self._store.work() as work:
            for job in jobs:
                outcomes.append(_in_savepoint(work, job))
        return outcomes

    def _alone(self, job: _Job) -> Any:
        started = time.monotonic()
        for attempt in itertools.count(1):
            try:
                with self._store.work() as work:
                    return job.act(work)
            except DBAPIError as error:
                # A row that another process made first is an IntegrityError; the next try finds it
                # there.
                passing = isinstance(error, IntegrityError) or _is_away(error)
                if not passing or attempt == _TRIES or time.monotonic() - started > _PATIENCE:
                    return self._failed(error)
                time.sleep(_PAUSE * attempt)
            except Exception as error:  # noqa: BLE001  handed to whoever asked
                return self._failed(error)
        return None

    def _failed(self, error: Exception) -> "_Failed":
        if is_damage(error):
            self.damaged = True
            log.critical("the database is damaged")
        return _as_failure(error)

    @staticmethod
    def _settle(job: _Job, outcome: Any) -> None:
        if isinstance(outcome, _Failed):
            job.future.set_exception(outcome.error)
        else:
            job.future.set_result(outcome)


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception


def _in_savepoint(work: Work, job: _Job) -> Any:
    try:
        with work.savepoint():
            return job.act(work)
    # Whose fault it was the database does not say: the group is undone, and each tried alone.
    except DBAPIError:
        raise
    except Exception as error:  # noqa: BLE001  handed to whoever asked; the others go on
        return _Failed(error)


def _as_failure(error: Exception) -> _Failed:
    damaged = is_damage(error)
    if damaged or _is_away(error):
        down = (Damaged if damaged else StoreDown)(type(error).__name__)
        down.__cause__ = error
        return _Failed(down)
    return _Failed(error)


def _is_away(error: Exception) -> bool:
    """Say whether it was the database that failed, or the way to it, and not what was asked."""
    if isinstance(error, OperationalError | InterfaceError | NoConnection):
        return True
    # PostgreSQL ended the transaction of a process that stood still: an internal error to psycopg.
    return isinstance(error, DBAPIError) and error.connection_invalidated
