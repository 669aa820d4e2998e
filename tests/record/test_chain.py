"""The record of acts is one chain without gaps, whatever fails on the way."""

import asyncio
from threading import Event

import pytest
from sqlalchemy import delete, event, insert, select, update
from sqlalchemy.exc import DBAPIError

from bot.runtime.writer import MOST_JOBS, Writer
from feedback.domain.record import Head
from feedback.store import audit, chaining
from feedback.store.engine import open_engine
from feedback.store.tables import offices
from feedback.store.work import Store, Work
from tests.intake.test_intake import give, level
from tests.record.acts import act, numbered, verified


def test_acts_are_numbered_without_gaps_in_the_order_they_were_noted(store: Store) -> None:
    act(store, "a", "b")
    act(store, "c")
    assert numbered(store) == [(1, "a"), (2, "b"), (3, "c")]
    verdict = verified(store)
    assert verdict.ok
    assert verdict.rows == verdict.head.seq == 3
    assert verdict.at == store.clock()


def test_an_empty_record_is_whole(store: Store) -> None:
    assert verified(store).ok


def test_a_transaction_that_fails_leaves_no_act_and_no_gap(store: Store) -> None:
    act(store, "a")
    with pytest.raises(ZeroDivisionError):
        _note_and_fail(store)
    act(store, "b")
    assert numbered(store) == [(1, "a"), (2, "b")]
    assert verified(store).ok


def _note_and_fail(store: Store) -> None:
    with store.work() as work:
        audit.note(work, "lan", "lost", "desk 1")
        raise ZeroDivisionError


def test_a_savepoint_that_is_undone_takes_its_acts_along(store: Store) -> None:
    with store.work() as work:
        audit.note(work, "lan", "before", "")
        with pytest.raises(ZeroDivisionError):
            _undone(work)
        with work.savepoint():
            audit.note(work, "lan", "after", "")
    assert numbered(store) == [(1, "before"), (2, "after")]
    assert verified(store).ok


def _undone(work: Work) -> None:
    with work.savepoint():
        audit.note(work, "lan", "outer", "")
        with work.savepoint():
            audit.note(work, "lan", "inner", "")
        raise ZeroDivisionError


async def test_of_jobs_that_share_a_transaction_only_the_failed_one_leaves_no_act(
    store: Store,
) -> None:
    writer, here, go = Writer(store), Event(), Event()

    def wait(work: Work) -> None:
        here.set()
        go.wait(30)

    def job(n: int) -> object:
        def do(work: Work) -> None:
            audit.note(work, "lan", f"job {n}", "")
            if n == 3:
                raise ZeroDivisionError

        return writer.run(do)

    first = asyncio.ensure_future(writer.run(wait))
    await asyncio.to_thread(here.wait, 30)
    jobs = [asyncio.ensure_future(job(n)) for n in range(6)]
    await asyncio.sleep(0)
    go.set()
    outcomes = await asyncio.gather(first, *jobs, return_exceptions=True)
    writer.close()
    assert len(jobs) < MOST_JOBS
    assert [type(one) for one in outcomes].count(ZeroDivisionError) == 1
    assert numbered(store) == [(n, f"job {m}") for n, m in enumerate([0, 1, 2, 4, 5], start=1)]
    assert verified(store).ok


def test_the_head_is_told_after_the_commit_and_only_then(database_url, vault, clock) -> None:
    heard: list[tuple[Head, int]] = []
    store = Store(
        open_engine(database_url),
        vault,
        clock,
        told=lambda h: heard.append((h, len(numbered(store)))),
    )
    act(store, "a", "b")
    with pytest.raises(ZeroDivisionError):
        _note_and_fail(store)
    assert [(head.seq, rows) for head, rows in heard] == [(2, 2)]
    assert verified(store, [heard[0][0]]).behind == 0
    store.close()


def test_a_rating_costs_the_record_nothing(store: Store) -> None:
    act(store, "a")
    said: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda c, u, text, *_: said.append(text))
    give(store, lambda work: level(work, 5))
    assert any("rating" in text for text in said)
    assert not [text for text in said if "audit" in text]


@pytest.mark.parametrize(
    "statement", [update(offices.audit).values(actor="x"), delete(offices.audit)]
)
def test_the_database_refuses_to_change_or_remove_an_act(store: Store, statement) -> None:
    act(store, "a")
    with pytest.raises(DBAPIError, match="append-only"), store.work() as work:
        work.connection.execute(statement)
    assert verified(store).ok


def _from_before(store: Store, *names: str) -> None:
    """Put rows as a release without a chain wrote them."""
    with store.work() as work:
        for name in names:
            values = {"at": work.now, "actor": "old", "act": name, "subject": "desk 1"}
            work.connection.execute(insert(offices.audit).values(values))


def test_acts_from_before_there_was_a_chain_are_adopted_in_their_order(store: Store) -> None:
    _from_before(store, "x", "y", "z")
    with store.work() as work:
        assert chaining.adopt(work.connection, work.vault) == 3
        assert chaining.adopt(work.connection, work.vault) == 0
    act(store, "a")
    assert numbered(store) == [(1, "x"), (2, "y"), (3, "z"), (4, "a")]
    assert verified(store).ok


def test_a_chain_that_was_begun_adopts_nothing_more(store: Store) -> None:
    with store.work() as work:
        assert chaining.adopt(work.connection, work.vault) == 0
    act(store, "a")
    _from_before(store, "smuggled")
    with store.work() as work:
        assert chaining.adopt(work.connection, work.vault) == 0
    verdict = verified(store)
    assert [(one.fault, one.seq) for one in verdict.findings] == [("added", None)]


def test_an_act_noted_where_nothing_commits_is_a_bug(store: Store) -> None:
    with pytest.raises(RuntimeError), store.look() as work:
        audit.note(work, "lan", "a", "")
    assert numbered(store) == []


def test_the_newest_acts_come_first(store: Store) -> None:
    act(store, "a", "b", "c")
    with store.look() as work:
        assert [row.act for row in audit.newest(work, 2)] == ["c", "b"]


def test_what_was_noted_is_stored_with_the_case_it_is_about(store: Store) -> None:
    with store.work() as work:
        audit.note(work, "lan", "case.take", "K7M", case=42, sealed=True)
    with store.look() as work:
        row = work.connection.execute(select(offices.audit)).one()
    assert (row.about, row.sealed, row.at) == (42, True, store.clock())
