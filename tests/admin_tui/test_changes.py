"""Another process's commit is noticed, on both databases, without reading a table."""

from collections.abc import Iterator
from time import monotonic

import pytest
from psycopg import OperationalError

from feedback.store import audit
from feedback.store.changes import Changes, announce, listen
from feedback.store.engine import open_engine
from feedback.store.vault import Vault
from feedback.store.work import Store


@pytest.fixture
def other(database_url: str, vault: Vault) -> Iterator[Store]:
    """A second process's store on the same database."""
    opened = Store(open_engine(database_url), vault)
    yield opened
    opened.close()


def _write(store: Store, *, fails: bool = False) -> None:
    with store.work() as work:
        audit.note(work, "someone", "test", "")
        announce(work)
        if fails:
            raise RuntimeError


def _soon(changes: Changes) -> bool:
    """Ask until word arrives: PostgreSQL delivers it a moment after the commit."""
    end = monotonic() + 10
    while not (heard := changes.changed()) and monotonic() < end:
        continue
    return heard


def test_a_commit_elsewhere_is_noticed_once(store: Store, other: Store) -> None:
    changes = listen(store.engine)
    assert not changes.changed()
    _write(other)
    assert _soon(changes)
    assert not changes.changed()
    changes.close()


def test_a_commit_of_this_process_is_noticed_too(store: Store) -> None:
    changes = listen(store.engine)
    _write(store)
    assert _soon(changes)
    changes.close()


def test_what_is_rolled_back_is_not(store: Store, other: Store) -> None:
    changes = listen(store.engine)
    with pytest.raises(RuntimeError):
        _write(other, fails=True)
    assert not changes.changed()
    changes.close()


def test_a_lost_connection_is_opened_anew_and_counts_as_a_change(
    postgres_url: str, vault: Vault
) -> None:
    store = Store(open_engine(postgres_url), vault)
    changes = listen(store.engine)
    with store.look() as work:
        work.connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )
    with pytest.raises(OperationalError):
        _soon(changes)
    assert changes.changed()
    _write(store)
    assert _soon(changes)
    changes.close()
    store.close()
