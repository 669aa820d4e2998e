"""What is past its time is forgotten by itself, and not a day before; no index moves."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.runtime import housekeeping
from feedback.domain.ids import Person
from feedback.domain.roles import Role, Viewer
from feedback.services.cases import following, reading
from feedback.services.privacy import erasing, purging
from feedback.services.privacy.keeping import Keeping
from feedback.services.refusals import NotAllowed
from feedback.store.tables.facts import comment, rating_file
from feedback.store.work import Store
from tests.conftest import Hands
from tests.privacy import traces
from tests.privacy.conftest import Left, filed
from tests.record.acts import verified
from tests.runtime.casework import OPERATOR

SHORT = Keeping(contact=10, files=20, words=30, comments=40, notices=15)


def previewed(store: Store, keeping: Keeping = SHORT) -> dict[str, int]:
    with store.look() as work:
        found = purging.preview(work, OPERATOR, keeping)
    return {past.what: past.n for past in found if past.n}


def purged(store: Store, keeping: Keeping = SHORT) -> dict[str, int]:
    with store.work() as work:
        found = purging.purge(work, OPERATOR, keeping)
    return {past.what: past.n for past in found if past.n}


def test_each_kind_goes_on_its_own_day(store: Store, left: Left, clock: Hands) -> None:
    """The answer ended the case; 10, 20, 30 and 40 days later the day is over."""
    figures = traces.counts(store)
    gone: dict[str, int] = {}
    for day in range(1, 45):
        clock.move(days=1)
        for what in previewed(store):
            gone.setdefault(what, day)
        assert previewed(store) == purged(store)
        assert previewed(store) == {}
    assert {k: v for k, v in gone.items() if k not in ("notices", "evidence")} == {
        "contacts": 11,
        "case files": 21,
        "cases": 31,
        "comments": 41,
    }
    assert gone["notices"] == 16
    assert traces.counts(store) == figures
    assert verified(store).ok


def test_a_dry_run_changes_nothing(store: Store, left: Left, clock: Hands) -> None:
    clock.move(days=60)
    before = traces.in_rows(store, left.traces)
    assert previewed(store)
    assert traces.in_rows(store, left.traces) == before


def test_what_is_still_dealt_with_is_kept(store: Store, clock: Hands) -> None:
    """An open case keeps its words and its files however old it is."""
    case, _, number = filed(store)
    clock.move(days=4000)
    assert purged(store) == {}
    with store.look() as work:
        status = following.status(work, case)
        assert status is not None
        assert status.words[0].text == "Chờ lâu"
        assert following.by_number(work, number) == case


def test_a_contact_goes_before_the_words(store: Store, left: Left, clock: Hands) -> None:
    """After it the number still opens the case and the answer can still be read."""
    clock.move(days=12)
    purged(store)
    with store.look() as work:
        assert following.by_number(work, left.number) == left.case.id
        opened = reading.opened(work, OPERATOR, left.case.code)
        assert not opened.has_contact
        assert all(one.text for one in opened.words)


def test_the_server_forgets_once_a_day(store: Store, left: Left, clock: Hands) -> None:
    """Its sweep drops the idle chat, and the day's purge everything that has ended long ago."""
    clock.move(days=4000)
    with store.work() as work:
        assert housekeeping.sweep(work, SHORT)["conversations"] == 1
        while purging.scheduled(work, SHORT):
            pass
    with store.look() as work:
        assert work.connection.scalars(select(comment.c.id)).all() == []
        assert work.connection.scalars(select(rating_file.c.id)).all() == []
    assert verified(store).ok


def test_a_reader_keeps_traces_in_the_journal_for_a_day_at_most(
    sqlite_store: Store, clock: Hands
) -> None:
    """While a terminal reads an old picture the journal cannot be emptied; the next purge does."""
    case, code, _ = filed(sqlite_store)
    sealed = traces.sealed(sqlite_store, Person(b"nobody"), [case])
    sqlite_store.engine.dispose()
    with sqlite_store.engine.connect() as reader:
        reader.exec_driver_sql("PRAGMA busy_timeout=1")
        reader.exec_driver_sql("SELECT count(*) FROM cases").all()
        with sqlite_store.work() as work:
            work.connection.exec_driver_sql("PRAGMA busy_timeout=1")
            erasing.erase_case(work, OPERATOR, code, "Người dân đề nghị.")
        assert traces.in_file(sqlite_store, sealed)
    with sqlite_store.work() as work:
        purging.scheduled(work, SHORT)
    assert traces.in_file(sqlite_store, sealed) == set()


def test_the_conversations_own_are_counted_too(store: Store, left: Left, clock: Hands) -> None:
    clock.move(days=61)
    with store.look() as work:
        found = {one.what: (one.n, one.days) for one in housekeeping.preview(work, Keeping())}
    assert found["conversations"] == (1, 60)


def test_little_is_done_at_once_and_the_rest_later(store: Store, clock: Hands) -> None:
    """A first purge of an old installation does not hold the database for minutes."""
    for _ in range(3):
        case = filed(store)[0]
        with store.work() as work:
            following.withdraw(work, case)
    clock.move(days=60)
    with store.work() as work:
        ids = purging.KINDS[0].past(work.now.date() - timedelta(days=30))
        assert len(purging.purging.some(work, ids, 2)) == 2
    assert purged(store)["cases"] == 3


def test_only_those_who_run_the_office_purge(store: Store) -> None:
    viewer = Viewer("moderator", Role.MODERATOR, None)
    with store.look() as work, pytest.raises(NotAllowed):
        purging.preview(work, viewer, SHORT)


def test_a_time_of_keeping_is_at_least_a_day() -> None:
    with pytest.raises(ValueError, match="one day"):
        replace(SHORT, stuck=0)


def test_what_a_clock_that_leapt_just_stored_does_not_vouch_for_it(
    store: Store, clock: Hands
) -> None:
    """The newest thing known is an hour old at least, in whichever process it is asked."""

    def newest() -> datetime | None:
        with store.look() as work:
            return purging.newest(work)

    filed(store)
    then = clock.now
    assert newest() is None
    clock.move(hours=2)
    assert newest() == then
    clock.move(days=2000)
    with store.work() as work:
        purging.held(work)
    assert newest() == then
    clock.move(hours=2)
    assert newest() == clock.now - timedelta(hours=2)
