"""Another process hears of a rating soon, and of nothing when nothing was written."""

import time

from feedback.store.changes import Changes, listen
from feedback.store.engine import open_engine
from feedback.store.work import Store
from tests.intake.test_intake import give, level


def test_a_rating_is_heard_of_once(store: Store, database_url: str) -> None:
    other = open_engine(database_url)
    changes = listen(other)
    assert not changes.changed()
    give(store, lambda work: level(work, 5))
    assert _within_two_seconds(changes)
    assert not changes.changed()
    changes.close()
    other.dispose()


def _within_two_seconds(changes: Changes) -> bool:
    deadline = time.monotonic() + 2
    while time.monotonic() < deadline:
        if changes.changed():
            return True
        time.sleep(0.02)
    return False


def test_a_rating_that_was_undone_is_not_heard_of(store: Store, database_url: str) -> None:
    other = open_engine(database_url)
    changes = listen(other)
    assert not changes.changed()
    with store.engine.connect() as connection:
        connection.info["begin"] = "BEGIN IMMEDIATE"
        with connection.begin() as transaction:
            connection.exec_driver_sql("DELETE FROM rating")
            transaction.rollback()
    assert not changes.changed()
    changes.close()
    other.dispose()
